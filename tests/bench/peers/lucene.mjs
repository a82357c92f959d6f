// Lucene 8.7 behind Java's own HTTP server (peers/lucene/*.java): any word, exact facet counts, marked excerpts, four
// threads. The classes are compiled anew for each run.
import { mkdirSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { timed } from "../processes.mjs";
import { write_rows } from "../rows.mjs";

const SOURCES = fileURLToPath(new URL("lucene", import.meta.url));
const MODULES = ["core", "analyzers-common", "facet", "highlighter", "memory", "queries"];
const JARS = MODULES.map((name) => `/usr/share/java/lucene-${name}-8.7.0.jar`);
const COLUMNS = ["id", "agency", "topic", "date", "title", "text"];

function java(folder, main, ...more) {
  const options = ["-Xmx2g", "-Dsun.net.httpserver.nodelay=true", "-Dsun.net.httpserver.maxIdleConnections=64"];
  return { command: ["java", ...options, "-cp", [`${folder}/classes`, ...JARS].join(":"), main, ...more] };
}

export const peer = {
  name: "lucene",
  work: "any word, facets, marks",
  needs: { "liblucene8-java": JARS, "openjdk-17-jdk-headless": ["java", "javac"] },
  async prepare(folder, rows) {
    mkdirSync(`${folder}/classes`);
    const sources = readdirSync(SOURCES).map((name) => `${SOURCES}/${name}`);
    await timed({ command: ["javac", "-d", `${folder}/classes`, "-cp", JARS.join(":"), ...sources] }, `${folder}/compiling.log`);
    await write_rows(rows, `${folder}/rows.tsv`, (row) => COLUMNS.map((name) => row[name]).join("\t") + "\n");
  },
  indexing: (folder) => java(folder, "IndexRows", `${folder}/rows.tsv`, `${folder}/index`),
  index: (folder) => `${folder}/index`,
  serving: (folder, port) => java(folder, "Serve", `${folder}/index`, String(port)),
  path: (query) => `/search?q=${encodeURIComponent(query)}`,
  found: (body) => JSON.parse(body).total,
};
