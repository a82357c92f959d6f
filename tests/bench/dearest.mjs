// What the dearest requests cost: processor time and waiting time of each kind, asked by one client, different ones each time where the kind has as many.
//   tests/bench/dearest SIZE          over so many made-up rows
//   tests/bench/dearest --db FOLDER   over an index that is there
// GIAIDAP_BUILD: folder of the programs, build/release by default.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { write_corpus } from "./corpus.mjs";
import { dear_requests, held } from "./dear_requests.mjs";
import { get } from "./load.mjs";
import { make_index } from "./make_index.mjs";
import { processor_ms } from "./measure.mjs";
import { peer, serving_index } from "./peers/giaidap.mjs";
import { serve, settle } from "./servers.mjs";
import { run_in_folder } from "./workplace.mjs";

const TIMES = 10; // that a request of each kind is asked
const SEED = 3;
const USAGE = "usage: tests/bench/dearest SIZE | --db FOLDER";

async function made_index(size, folder) {
  const rows = join(folder, "rows.jsonl");
  await write_corpus(rows, size, 0);
  const made = join(folder, "made");
  await make_index(peer, made, rows);
  return peer.index(made);
}

// {processor, most, wall, kb, refusal} of one kind: means, but for the most processor milliseconds.
async function cost_of(request, server) {
  const cost = { processor: 0, most: 0, wall: 0, kb: 0, refusal: "" };
  for (let i = 0; i < TIMES; ++i) {
    const { path, form } = request();
    const before = processor_ms(server.pid);
    const sent = performance.now();
    const reply = await get(undefined, server.port, path, { form });
    const processor = processor_ms(server.pid) - before;
    cost.wall += (performance.now() - sent) / TIMES;
    cost.processor += processor / TIMES;
    cost.most = Math.max(cost.most, processor);
    cost.kb += reply.bytes / 1024 / TIMES;
    if (reply.status !== 200) cost.refusal = `${reply.status} ${path.slice(0, 100)}`;
  }
  return cost;
}

async function read(server, path) {
  return JSON.parse((await get(undefined, server.port, path, { whole: true })).body);
}

async function measure(index, folder) {
  const log = join(folder, "serving.log");
  const server = await serve((port) => serving_index(index, port), "/readyz", log);
  await settle(server);
  const known = held(await read(server, peer.path("")), await read(server, "/api/v1/dispatches"));
  console.log(`| ${"request".padEnd(34)} | processor ms |  at most | wall ms | answer kB |\n|${"-".repeat(36)}|-------------:|---------:|--------:|----------:|`);
  let refused = false;
  for (const [kind, request] of Object.entries(dear_requests(SEED, known))) {
    const cost = await cost_of(request, server);
    const cells = [[cost.processor, 12, 0], [cost.most, 8, 0], [cost.wall, 7, 1], [cost.kb, 9, 1]];
    console.log(`| ${kind.padEnd(34)} | ${cells.map(([number, width, digits]) => number.toFixed(digits).padStart(width)).join(" | ")} |`);
    if (cost.refusal !== "") console.error(`${kind}: ${cost.refusal}`);
    refused ||= cost.refusal !== "";
  }
  return refused ? 1 : 0;
}

// The index that is there, or how many rows to make one of.
function read_line(line) {
  const size = Number(line[0]);
  if (line.length === 2 && line[0] === "--db" && existsSync(line[1])) return { db: resolve(line[1]) };
  if (line.length === 1 && Number.isInteger(size) && size > 0) return { size };
  console.error(line[0] === "--db" && line.length === 2 ? `${line[1]} is not there\n${USAGE}` : USAGE);
  return process.exit(2);
}

const wanted = read_line(process.argv.slice(2));
process.chdir(join(dirname(fileURLToPath(import.meta.url)), "../.."));
await run_in_folder(async (folder) => measure(wanted.db ?? (await made_index(wanted.size, folder)), folder));
