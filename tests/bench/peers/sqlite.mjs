// SQLite's full-text search (FTS5) behind the small server in sqlite_server.mjs: any word, counts by agency and topic,
// marked excerpts. Its tokenizer drops tones but leaves đ in place, which rows and queries come without.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { with_plain_d, words_of, write_rows } from "../rows.mjs";

const SERVER = fileURLToPath(new URL("sqlite_server.mjs", import.meta.url));
const KEPT = ["id", "agency", "topic", "date", "title"];

// Counting reads `facts`, whose rows are small; a full-text table would read each text for it.
function making(folder) {
  return `create temp table lines(${KEPT}, text);
.mode ascii
.separator "\\t" "\\n"
.import ${folder}/rows.tsv lines
create table facts(number integer primary key, ${KEPT});
insert into facts select rowid, ${KEPT} from lines;
create virtual table texts using fts5(text, tokenize='unicode61 remove_diacritics 2');
insert into texts(rowid, text) select rowid, text from lines;
`;
}

export const peer = {
  name: "sqlite",
  work: "any word, facets, marks",
  needs: { sqlite3: ["sqlite3"], coreutils: ["stdbuf"] },
  async prepare(folder, rows) {
    writeFileSync(`${folder}/make.sql`, making(folder));
    await write_rows(rows, `${folder}/rows.tsv`, (row) => KEPT.map((name) => row[name]).join("\t") + `\t${with_plain_d(row.text)}\n`);
  },
  indexing: (folder) => ({ command: ["sqlite3", "-bail", `${folder}/index.sqlite`], input: `${folder}/make.sql` }),
  index: (folder) => `${folder}/index.sqlite`,
  serving: (folder, port) => ({ command: [process.execPath, SERVER, `${folder}/index.sqlite`, String(port)] }),
  path: (query) => `/?match=${encodeURIComponent(words_of(with_plain_d(query)).map((word) => `"${word}"`).join(" OR ") || '""')}`,
  found: (body) => JSON.parse(body).facets.reduce((sum, facet) => sum + facet.count, 0),
};
