// Groonga over HTTP: any word, facets as drilldowns, marked excerpts. Its normalizers (13.0) leave tones in place, so
// rows and queries come without. The index is made after the rows are in, its quickest way.
import { mkdirSync } from "node:fs";
import { folded, words_of, write_rows } from "../rows.mjs";

const SCHEMA = `table_create Agency TABLE_HASH_KEY ShortText
table_create Topic TABLE_HASH_KEY ShortText
table_create Entries TABLE_HASH_KEY ShortText
column_create Entries agency COLUMN_SCALAR Agency
column_create Entries topic COLUMN_SCALAR Topic
column_create Entries date COLUMN_SCALAR ShortText
column_create Entries title COLUMN_SCALAR ShortText
column_create Entries body COLUMN_SCALAR Text
load --table Entries
[
`;
const INDEX = `
]
table_create Words TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerNFKC150
column_create Words entries_body COLUMN_INDEX|WITH_POSITION Entries body
`;
const NOTHING = '"?"'; // an empty query finds all
const ASKED = new URLSearchParams({
  table: "Entries",
  match_columns: "scorer_tf_idf(body)",
  limit: "10",
  sort_keys: "-_score",
  output_columns: "_key,agency,topic,date,title,_score,snippet_html(body)",
  drilldown: "agency,topic",
  cache: "no",
});

function record({ id, agency, topic, date, title, text }, number) {
  return (number > 0 ? ",\n" : "") + JSON.stringify({ _key: id, agency, topic, date, title, body: folded(text) });
}

function any_of(query) {
  return words_of(folded(query)).map((word) => `"${word}"`).join(" OR ") || NOTHING;
}

export const peer = {
  name: "groonga",
  work: "any word, facets, marks",
  needs: { "groonga-bin": ["groonga"] },
  async prepare(folder, rows) {
    mkdirSync(`${folder}/index`);
    await write_rows(rows, `${folder}/commands`, record, { head: SCHEMA, tail: INDEX });
  },
  indexing: (folder) => ({ command: ["groonga", "-n", `${folder}/index/db`], input: `${folder}/commands` }),
  index: (folder) => `${folder}/index`,
  serving: (folder, port) => ({
    command: ["groonga", "-s", "--protocol", "http", "--bind-address", "127.0.0.1", "-p", String(port), "--max-threads", "4",
      "--cache-limit", "0", `${folder}/index/db`],
  }),
  path: (query) => `/d/select?${ASKED}&query=${encodeURIComponent(any_of(query))}`,
  found: (body) => JSON.parse(body)[1][0][0][0],
};
