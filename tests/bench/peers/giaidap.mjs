// Giải Đáp itself, with the programs of build/release or of the folder that GIAIDAP_BUILD names. No answer comes from the
// server's cache.
const BUILD = process.env.GIAIDAP_BUILD ?? "build/release";

export const serving_index = (index, port) => ({
  command: [`${BUILD}/giaidap-server`, "--db", index, "--port", String(port), "--answer-cache-mb", "0"],
});

export const peer = {
  name: "giaidap",
  work: "facets, marks",
  needs: { [`the programs in ${BUILD}`]: [`${BUILD}/giaidap-index`, `${BUILD}/giaidap-server`] },
  prepare: () => {},
  indexing: (folder, rows) => ({ command: [`${BUILD}/giaidap-index`, "--db", `${folder}/index`, rows] }),
  index: (folder) => `${folder}/index`,
  serving: (folder, port) => serving_index(`${folder}/index`, port),
  path: (query) => `/api/v1/search?q=${encodeURIComponent(query)}`,
  found: (body) => JSON.parse(body).total,
};
