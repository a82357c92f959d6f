// Counts the instructions of searching by valgrind, which nobody else on the machine disturbs, and holds them against
// instructions.tsv.
//   tests/bench/instructions             exit code 1 where one differs by more than 3 %
//   tests/bench/instructions --update    writes what was counted into the table
// Only Searcher::search() is counted, over indexes made for it, of corpus/dispatches and of made-up rows. Each query has a
// process of its own, which has answered another query before: `first` is what it takes then, `again` what it takes the
// second time, when lists that it needs are at hand. GIAIDAP_BUILD: folder of the programs, build/release by default.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { write_corpus } from "./corpus.mjs";
import { compare, read_table, written_table } from "./instruction_table.mjs";
import { missing_of } from "./missing.mjs";

const BUILD = process.env.GIAIDAP_BUILD ?? "build/release";
const TABLE = "tests/bench/instructions.tsv";
const BEFORE = "căn cước công dân gắn chip"; // the query that each process has answered before
const NEEDS = {
  valgrind: ["valgrind"],
  [`the programs in ${BUILD}`]: [`${BUILD}/giaidap-index`, `${BUILD}/search_cost`, `${BUILD}/CMakeCache.txt`],
};
// jemalloc gives memory back by the clock otherwise.
const MALLOC = "dirty_decay_ms:-1,muzzy_decay_ms:-1,background_thread:false,narenas:1";
const ENVIRONMENT = { ...process.env, LC_ALL: "C.UTF-8", MALLOC_CONF: MALLOC };

function count(folder, queries, rounds) {
  writeFileSync(join(folder, "queries.txt"), queries.map((query) => `${query}\n`).join(""));
  const program = [`${BUILD}/search_cost`, join(folder, "index"), join(folder, "queries.txt"), String(rounds)];
  const counter = ["valgrind", "--tool=callgrind", "--collect-atstart=no", "--toggle-collect=giaidap::Searcher::search(*",
    `--callgrind-out-file=${join(folder, "callgrind.out")}`];
  const run = spawnSync("setarch", ["-R", ...counter, ...program], { encoding: "utf8", env: ENVIRONMENT });
  const collected = /Collected : (\d+)/.exec(run.stderr);
  if (run.status !== 0 || collected === null) throw new Error(`valgrind: ${run.stderr}`);
  return Number(collected[1]);
}

// entries: "dispatches", or a number of made-up ones.
async function count_over(entries, queries) {
  const folder = mkdtempSync(join(tmpdir(), "giaidap-instructions-"));
  try {
    const files = entries === "dispatches" ? "corpus/dispatches" : join(folder, "rows.jsonl");
    if (entries !== "dispatches") await write_corpus(files, Number(entries), 0);
    execFileSync(`${BUILD}/giaidap-index`, ["--db", join(folder, "index"), files], { stdio: "ignore" });
    const before = [1, 2].map((rounds) => count(folder, [BEFORE], rounds));
    return queries.map((query) => {
      const [once, twice] = [1, 2].map((rounds) => count(folder, [BEFORE, query], rounds) - before[rounds - 1]);
      return { first: once, again: twice - once };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Counts by row of the table, whose rows are ordered by entries.
async function count_all(rows) {
  const counted = [];
  for (const entries of new Set(rows.map((row) => row.entries))) {
    counted.push(...await count_over(entries, rows.filter((row) => row.entries === entries).map((row) => row.query)));
  }
  return counted;
}

// What the numbers hold for.
function made_with() {
  const cache = readFileSync(`${BUILD}/CMakeCache.txt`, "utf8");
  const setting = (name) => new RegExp(`^${name}:\\w+=(.*)$`, "m").exec(cache)?.[1] ?? "";
  const first_line = (program) => execFileSync(program, ["--version"], { encoding: "utf8" }).split("\n")[0];
  return `${first_line(setting("CMAKE_CXX_COMPILER"))}, ${setting("CMAKE_BUILD_TYPE")}, ${first_line("valgrind")}`;
}

async function main(line) {
  const update = line[0] === "--update";
  if (line.length > (update ? 1 : 0)) {
    console.error("usage: tests/bench/instructions [--update]");
    return 2;
  }
  const missing = missing_of(NEEDS);
  if (missing.length > 0) {
    console.error(`tests/bench/instructions: missing ${missing.join(", ")}`);
    return 2;
  }
  const table = read_table(readFileSync(TABLE, "utf8"));
  const counted = await count_all(table.rows);
  const maker = made_with();
  if (update) writeFileSync(TABLE, written_table(maker, table.rows, counted));
  else if (maker !== table.made_with) console.log(`Counted with ${maker};\nthe table with ${table.made_with}.`);
  const { lines, differs } = compare(table.rows, counted);
  console.log(lines.join("\n"));
  return differs && !update ? 1 : 0;
}

process.chdir(join(dirname(fileURLToPath(import.meta.url)), "../.."));
process.exit(await main(process.argv.slice(2)));
