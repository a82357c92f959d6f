// kiwix-serve over a ZIM file, a page a row: all words, marked excerpts, no facets. Its index drops tones but leaves đ in
// place, which pages come without; it drops nothing of queries, which come without both.
import { mkdirSync, writeFileSync } from "node:fs";
import { folded, rows_of, with_plain_d, words_of } from "../rows.mjs";

const FOLDER_SIZE = 1000; // pages
const ICON = "iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAQAAAAB/ecQqAAAAEElEQVR42mP4DwYMoxR1KABPVB7wgCAA8AAAAABJRU5ErkJggg=="; // white

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function page({ agency, topic, date, title, text }) {
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>` +
    `<p>${escaped(`${agency}. ${topic}. ${date}`)}</p><p>${escaped(with_plain_d(text))}</p></body></html>`;
}

export const peer = {
  name: "kiwix",
  work: "all words, marks",
  needs: { "kiwix-tools": ["kiwix-serve"], "zim-tools": ["zimwriterfs"] },
  async prepare(folder, rows) {
    const pages = `${folder}/pages`;
    mkdirSync(pages);
    writeFileSync(`${pages}/icon.png`, Buffer.from(ICON, "base64"));
    writeFileSync(`${pages}/index.html`, "<html><head><title>Rows</title></head><body><p>Rows</p></body></html>");
    let number = 0;
    for await (const row of rows_of(rows)) {
      const part = `${pages}/${Math.floor(number / FOLDER_SIZE)}`;
      if (number % FOLDER_SIZE === 0) mkdirSync(part);
      writeFileSync(`${part}/${number++}.html`, page(row));
    }
  },
  indexing: (folder) => ({
    command: ["zimwriterfs", "-J", "2", "-w", "index.html", "-I", "icon.png", "-l", "vie", "-t", "Rows", "-d", "Rows", "-c", "-",
      "-p", "-", `${folder}/pages`, `${folder}/rows.zim`],
  }),
  index: (folder) => `${folder}/rows.zim`,
  serving: (folder, port) => ({ command: ["kiwix-serve", "-i", "127.0.0.1", "-p", String(port), "-t", "4", `${folder}/rows.zim`] }),
  path: (query) =>
    `/search?content=rows&pageLength=10&format=xml&pattern=${encodeURIComponent(words_of(folded(query)).join(" "))}`,
  found: (body) => Number(/<opensearch:totalResults>(\d+)/.exec(body)?.[1] ?? 0),
};
