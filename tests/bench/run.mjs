// Speed, in one table: indexing and searching a made-up corpus with the programs of build/release.
//   tests/bench/run SIZE [--keep FOLDER]      SIZE rows; 1000 takes seconds, 100000 minutes
// No answer comes from the server's cache. Where the sqlite3 program is installed, its full-text search does the same queries beside: any of the words, the
// ten best with a snippet, no facets, no HTTP. Read the processor time first: it moves least when others use the machine.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { write_corpus } from "./corpus.mjs";
import { ask_all, peak_mb } from "./measure.mjs";

const QUERIES = 500;

function folder_mb(folder) {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 2 ** 20;
}

// Runs a command to its end under bash, which tells what it took.
function timed(command) {
  const script = `TIMEFORMAT='%R %U %S'; time "$@"`;
  const run = spawnSync("bash", ["-c", script, "bash", ...command], { encoding: "utf8", maxBuffer: 2 ** 30 });
  if (run.status !== 0) throw new Error(`${command[0]}: ${run.stderr}`);
  const [wall, user, system] = run.stderr.trim().split("\n").pop().split(" ").map(Number);
  return { wall, processor: user + system };
}

async function serve(db) {
  const server = spawn("build/release/giaidap-server", ["--db", db, "--port", "0", "--answer-cache-mb", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  const port = await new Promise((resolve, reject) => {
    server.stdout.once("data", (line) => resolve(Number(/:(\d+)/.exec(String(line).split("//")[1])[1])));
    server.once("exit", () => reject(new Error("giaidap-server did not start")));
  });
  return { server, port };
}

function row(engine, clients, index, found, memory) {
  const number = (value, digits = 1) => (value === undefined ? "-" : value.toFixed(digits));
  const cells = [engine, clients, number(index.wall), number(index.processor), number(index.mb), number(found.processor, 2),
    number(found.per_second), number(found.p50), number(found.p99), number(memory, 0)];
  console.log("| " + cells.join(" | ") + " |");
}

async function measure_giaidap(folder, rows, queries) {
  const db = join(folder, "index");
  const index = timed(["build/release/giaidap-index", "--db", db, rows]);
  index.mb = folder_mb(db);
  const { server, port } = await serve(db);
  await ask_all(port, server.pid, queries.slice(0, 100), 1);
  for (const clients of [1, 4]) row("giaidap", clients, index, await ask_all(port, server.pid, queries, clients), peak_mb(server.pid));
  server.kill();
}

function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

function measure_sqlite(folder, rows, queries) {
  const db = join(folder, "fts.sqlite");
  const making = join(folder, "make.sql");
  const asking = join(folder, "ask.sql");
  writeFileSync(making, `create virtual table t using fts5(text, tokenize='unicode61 remove_diacritics 2');
create temp table lines(line);
.mode list
.separator "\\001" "\\n"
.import ${rows} lines
insert into t select line->>'question' || ' ' || (line->>'answer') from lines;\n`);
  const index = timed(["sqlite3", db, `.read ${making}`]);
  index.mb = statSync(db).size / 2 ** 20;
  const any = (query) => query.split(" ").map((word) => `"${word.replaceAll('"', "")}"`).join(" OR ");
  writeFileSync(asking, queries.map((query) => `select rowid, snippet(t, 0, '[', ']', '…', 40) from t where t match ${quoted(any(query))} order by rank limit 10;`).join("\n"));
  const asked = timed(["sqlite3", db, `.read ${asking}`]);
  row("sqlite fts5", 1, index, { processor: (asked.processor * 1000) / queries.length, per_second: queries.length / asked.wall });
}

async function main(size, keep) {
  process.chdir(join(dirname(fileURLToPath(import.meta.url)), "../.."));
  const folder = keep ?? mkdtempSync(join(tmpdir(), "giaidap-bench-"));
  mkdirSync(folder, { recursive: true });
  try {
    const rows = join(folder, "rows.jsonl");
    const queries = await write_corpus(rows, size, QUERIES);
    console.log(`${size} rows, ${queries.length} queries, commit ${execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim()}\n`);
    console.log("| engine | clients | index s | processor s | index MB | processor ms a query | requests a second | p50 ms | p99 ms | memory MB |");
    console.log("|---|---|---|---|---|---|---|---|---|---|");
    await measure_giaidap(folder, rows, queries);
    if (spawnSync("sqlite3", ["--version"]).status === 0) measure_sqlite(folder, rows, queries);
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true });
  }
}

const size = Number(process.argv[2]);
if (!Number.isInteger(size) || size < 1) {
  console.error("usage: tests/bench/run SIZE [--keep FOLDER]");
  process.exit(2);
}
await main(size, process.argv[3] === "--keep" ? process.argv[4] : undefined);
