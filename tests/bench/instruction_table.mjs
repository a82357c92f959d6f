// instructions.tsv: what each query took when it was counted last, and how that compares.

const LIMIT = 0.03; // a share; counting again with the same programs differs by far less
const COUNTS = ["first", "again"];
const HEAD = "# Instructions a search takes; tests/bench/instructions counts and compares. Entries: those of corpus/dispatches, or\n" +
  "# so many made-up ones, where words are in thousands of them: what bounds the work of a search shows there alone.\n";
const MAKER = "# Counted with: ";

// {made_with, rows: [{entries, kind, query, first, again}]}; rows that are new have no counts.
export function read_table(text) {
  const lines = text.split("\n").filter((line) => line !== "");
  const made_with = lines.find((line) => line.startsWith(MAKER))?.slice(MAKER.length) ?? "";
  const rows = lines.filter((line) => !line.startsWith("#")).slice(1).map((line) => {
    const [entries, kind, query, first, again] = line.split("\t");
    return { entries, kind, query, first: Number(first), again: Number(again) };
  });
  return { made_with, rows };
}

export function written_table(made_with, rows, counted) {
  const lines = rows.map(({ entries, kind, query }, i) => [entries, kind, query, counted[i].first, counted[i].again].join("\t"));
  return `${HEAD}${MAKER}${made_with}\n${[["entries", "kind", "query", ...COUNTS].join("\t"), ...lines].join("\n")}\n`;
}

function change(before, after) {
  return before > 0 ? after / before - 1 : Infinity; // never counted: it differs
}

function cell(before, after) {
  const differs = Math.abs(change(before, after)) > LIMIT;
  const share = before > 0 ? `${(100 * change(before, after)).toFixed(1)} %` : "new";
  return `${(after / 1e6).toFixed(2)} M`.padStart(12) + share.padStart(10) + (differs ? " !" : "  ");
}

// A line a query, with changes against the table; those above the limit are marked.
export function compare(rows, counted) {
  const head = "entries".padEnd(12) + "kind".padEnd(14) + COUNTS.map((name) => name.padStart(12) + "change".padStart(10) + "  ").join("") + "  query";
  const cells = (row, i) => COUNTS.map((name) => cell(row[name], counted[i][name])).join("");
  const lines = rows.map((row, i) => `${row.entries.padEnd(12)}${row.kind.padEnd(14)}${cells(row, i)}  ${row.query}`);
  const differs = rows.some((row, i) => COUNTS.some((name) => Math.abs(change(row[name], counted[i][name])) > LIMIT));
  return { lines: [head, ...lines], differs };
}
