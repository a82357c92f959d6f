// Speed, in one table: the same rows indexed and the same queries asked of each engine, one after the other. README.md
// beside tells how each is set up, and what the columns mean.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { read_arguments } from "./arguments.mjs";
import { write_corpus } from "./corpus.mjs";
import { ask } from "./load.mjs";
import { make_index } from "./make_index.mjs";
import { missing_of } from "./missing.mjs";
import { PEERS } from "./peers.mjs";
import { is_closed, stop, stop_all } from "./processes.mjs";
import { serve } from "./servers.mjs";
import { table_head, table_row } from "./table.mjs";
import { run_in_folder } from "./workplace.mjs";

const QUERIES = 1000;
const CLIENTS = [1, 4];
const SECONDS_OF_FIRST_ANSWERS = 60; // at most
const ROUNDS_OF_WARMING = 2; // Java compiles while it runs
const SECONDS_OF_WARMING = 30; // at most

// Each query once by one client; some rounds more, which are not told, so that all is warm; then each number of clients
// for some seconds.
async function measure_server(peer, server, queries, seconds, tell) {
  const paths = queries.map(peer.path);
  const rounds = (count, limit) => (ms, asked) => asked >= count * paths.length || ms > limit * 1000;
  let found = 0;
  const see = (body) => (found += peer.found(body) > 0 ? 1 : 0);
  const first = await ask(server, paths, { clients: 1, enough: rounds(1, SECONDS_OF_FIRST_ANSWERS), see });
  const share = (100 * found) / first.asked;
  tell("1, first", share, first);
  await ask(server, paths, { clients: Math.max(...CLIENTS), enough: rounds(ROUNDS_OF_WARMING, SECONDS_OF_WARMING) });
  const enough = (ms) => ms > seconds * 1000;
  for (const clients of CLIENTS) tell(String(clients), share, await ask(server, paths, { clients, enough }));
  if (first.refused > 0) console.error(`${peer.name}: ${first.refused} of ${first.asked} queries were refused, first ${first.refusal}`);
}

async function measure(peer, folder, rows, queries, seconds) {
  const index = await make_index(peer, folder, rows);
  const log = join(folder, "serving.log");
  const server = await serve((port) => peer.serving(folder, port), peer.path(queries[0]), log);
  const client = [];
  try {
    await measure_server(peer, server, queries, seconds, (clients, found, load) => {
      console.log(table_row(peer, clients, found, load, index));
      client.push(load.client);
    });
  } finally {
    await stop(server.child);
  }
  return client.slice(1);
}

async function corpus(options, folder) {
  if (options.rows === undefined) {
    const rows = join(folder, "rows.jsonl");
    return { rows, queries: await write_corpus(rows, options.size, QUERIES), what: `${options.size} made-up rows` };
  }
  const queries = readFileSync(options.queries, "utf8").split("\n").filter((line) => line.trim() !== "");
  if (queries.length === 0) throw new Error(`${options.queries} has no query`);
  return { rows: options.rows, queries, what: options.rows };
}

function revision() {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "unknown";
  }
}

async function compare(options, folder) {
  const { rows, queries, what } = await corpus(options, folder);
  const peers = PEERS.filter((peer) => options.only.includes(peer.name)).filter((peer) => {
    const missing = missing_of(peer.needs);
    if (missing.length > 0) console.log(`${peer.name} is left out, for want of ${missing.join(", ")}`);
    return missing.length === 0;
  });
  console.log(`${what}, ${queries.length} queries, revision ${revision()}\n\n${table_head()}`);
  const client = [];
  let failed = peers.length === 0;
  for (const peer of peers) {
    try {
      client.push(...(await measure(peer, join(folder, peer.name), rows, queries, options.seconds)));
    } catch (error) {
      if (is_closed()) return 1; // by a signal
      failed = true;
      console.error(`${peer.name}: ${error.message.split("\n")[0]}`);
    }
    await stop_all();
  }
  if (client.length > 0) console.log(`\nAsking took ${(100 * Math.max(...client)).toFixed(0)} % of one processor at most.`);
  return failed ? 1 : 0;
}

function options_of_line() {
  try {
    const options = read_arguments(process.argv.slice(2), PEERS.map((peer) => peer.name));
    for (const name of ["rows", "queries", "keep"]) if (options[name] !== undefined) options[name] = resolve(options[name]);
    return options;
  } catch (error) {
    console.error(error.message);
    return process.exit(2);
  }
}

const options = options_of_line();
process.chdir(join(dirname(fileURLToPath(import.meta.url)), "../.."));
await run_in_folder((folder) => compare(options, folder), options.keep);
