// What an index in shards costs beside the same rows in one: as folders, and behind servers of Xapian's on this machine.
//   tests/bench/shards SIZE COUNT     SIZE made-up rows in COUNT shards
// GIAIDAP_BUILD: folder of the programs, build/release by default.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { write_corpus } from "./corpus.mjs";
import { ask } from "./load.mjs";
import { make_index } from "./make_index.mjs";
import { Meter, peak_mb } from "./measure.mjs";
import { missing_of } from "./missing.mjs";
import { peer, serving_index } from "./peers/giaidap.mjs";
import { stop } from "./processes.mjs";
import { listening, serve, settle } from "./servers.mjs";
import { run_in_folder } from "./workplace.mjs";

const QUERIES = 60;
const MOST_SHARDS = 64;
const NEEDS = { ...peer.needs, "xapian-tools": ["xapian-tcpsrv"] };
const IDLE_MS = 3600000; // that a connection may be
const COLUMNS = ["index", "queries", "processor ms", "of shards", "kB moved", "wall ms", "server MB", "shards MB"];

// Files of the rows, the same number of following ones in each.
function part(rows, count, folder) {
  const lines = readFileSync(rows, "utf8").trimEnd().split("\n");
  const begin = (i) => Math.floor((i * lines.length) / count);
  return Array.from({ length: count }, (_, i) => {
    const path = join(folder, `rows${i}.jsonl`);
    writeFileSync(path, lines.slice(begin(i), begin(i + 1)).join("\n") + "\n");
    return path;
  });
}

// The index's folder, once it is told what making it took.
async function indexed(rows, folder) {
  const index = await make_index(peer, folder, rows);
  const numbers = `${index.wall.toFixed(1)} s, ${index.processor.toFixed(1)} of a processor, at most ${index.peak_mb.toFixed(0)} MB`;
  console.log(`${folder.split("/").pop()}: ${numbers}; ${index.mb.toFixed(0)} MB of disk`);
  return peer.index(folder);
}

const remote = (index) => (port) => ({
  command: ["xapian-tcpsrv", "--interface", "127.0.0.1", "--port", String(port), "--idle-timeout", String(IDLE_MS), index],
});

// Asks each query once, then all of them again, which is told as `name`. `shards` are servers of Xapian's.
async function measure(name, index, queries, shards, log) {
  const server = await serve((port) => serving_index(index, port), "/readyz", log);
  await settle(server);
  const leaders = shards.map(({ pid }) => pid);
  const meter = new Meter(leaders);
  for (const times of ["first", "again"]) {
    const before = meter.read();
    const load = await ask(server, queries.map(peer.path), { clients: 1, enough: (_, asked) => asked >= queries.length });
    if (load.refused > 0) throw new Error(`${load.refused} queries were refused, first ${load.refusal}`);
    const after = meter.read();
    const moved = [after.ms - before.ms, after.kb - before.kb].map((all) => all / queries.length);
    const shards_mb = leaders.reduce((sum, leader) => sum + peak_mb(leader), 0);
    const numbers = [load.processor, ...moved, load.wall, load.peak_mb, shards_mb];
    console.log(`| ${[name, times, ...numbers.map((number) => number.toFixed(1))].join(" | ")} |`);
  }
  meter.stop();
  await stop(server.child);
}

async function compare(size, count, folder) {
  const rows = join(folder, "rows.jsonl");
  const queries = await write_corpus(rows, size, QUERIES);
  const whole = await indexed(rows, join(folder, "one"));
  const indexes = [];
  for (const [i, file] of part(rows, count, folder).entries()) indexes.push(await indexed(file, join(folder, `shard${i}`)));
  const stub = (name, lines) => {
    const path = join(folder, name);
    writeFileSync(path, lines.join("\n") + "\n");
    return path;
  };
  console.log(`\n| ${COLUMNS.join(" | ")} |\n|${"---|".repeat(COLUMNS.length)}`);
  await measure("one", whole, queries, [], join(folder, "one.log"));
  await measure(`${count} folders`, stub("folders.stub", indexes.map((index) => `auto ${index}`)), queries, [], join(folder, "folders.log"));
  const servers = [];
  for (const [i, index] of indexes.entries()) servers.push(await listening(remote(index), join(folder, `shard${i}.log`)));
  const lines = servers.map(({ port }) => `remote 127.0.0.1:${port}`);
  await measure(`${count} servers`, stub("servers.stub", lines), queries, servers, join(folder, "servers.log"));
  return 0;
}

function read_line(line) {
  const [size, count] = line.map(Number);
  const sound = line.length === 2 && Number.isInteger(size) && Number.isInteger(count) && count > 0 && count <= MOST_SHARDS;
  if (sound && size >= count) return { size, count };
  console.error(`usage: tests/bench/shards SIZE COUNT     a row or more a shard, at most ${MOST_SHARDS} shards`);
  return process.exit(2);
}

const { size, count } = read_line(process.argv.slice(2));
process.chdir(join(dirname(fileURLToPath(import.meta.url)), "../.."));
const missing = missing_of(NEEDS);
if (missing.length > 0) {
  console.error(`for want of ${missing.join(", ")}`);
  process.exit(1);
}
await run_in_folder((folder) => compare(size, count, folder));
