// The benchmark itself: that it measures what it says, and leaves nothing behind. No time is asserted.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { read_arguments } from "./arguments.mjs";
import { dear_requests } from "./dear_requests.mjs";
import { compare, read_table, written_table } from "./instruction_table.mjs";
import { missing_of } from "./missing.mjs";
import { PEERS } from "./peers.mjs";
import { stop } from "./processes.mjs";
import { folded, words_of } from "./rows.mjs";
import { free_port, serve } from "./servers.mjs";

const RUN = "tests/bench/run.mjs";
const ROWS_OF_A_PEER = 3; // 1 client for the first time, 1, 4
let folder;

before(() => (folder = mkdtempSync(join(tmpdir(), "giaidap-bench-test-"))));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(line, environment = {}) {
  return spawnSync(process.execPath, [RUN, ...line], { encoding: "utf8", env: { ...process.env, ...environment } });
}

// The table's rows: {engine: [{column: cell}]}.
function table_of(output) {
  const [head, , ...rows] = output.split("\n").filter((line) => line.startsWith("|"));
  const cells = (line) => line.split("|").slice(1, -1).map((cell) => cell.trim());
  const names = cells(head);
  const table = {};
  for (const row of rows) {
    const named = Object.fromEntries(cells(row).map((cell, i) => [names[i], cell]));
    (table[named.engine] ??= []).push(named);
  }
  return table;
}

// Command lines of living processes that name `text`.
function processes_naming(text) {
  const command = (pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      return "";
    }
  };
  return readdirSync("/proc").filter((name) => /^\d/.test(name)).map(command).filter((line) => line.includes(text));
}

test("every engine that is installed gets its rows, whose numbers can be true", () => {
  const { stdout, stderr, status } = run(["20", "--seconds", "0.1"]);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  const table = table_of(stdout);
  for (const peer of PEERS) {
    if (missing_of(peer.needs).length > 0) {
      assert.match(stdout, new RegExp(`^${peer.name} is left out, for want of`, "m"));
      continue;
    }
    assert.equal(table[peer.name].length, ROWS_OF_A_PEER, peer.name);
    for (const row of table[peer.name]) {
      for (const name of ["wall ms", "requests/s", "p50 ms", "p99 ms", "answer kB", "memory MB", "index MB"]) {
        assert.ok(Number(row[name]) > 0, `${peer.name}: ${name} ${row[name]}`);
      }
      assert.ok(Number(row["index s"]) >= 0, `${peer.name}: ${row["index s"]}`);  // of 20 rows it rounds to 0
      assert.ok(Number(row["p50 ms"]) <= Number(row["p99 ms"]), peer.name);
      assert.ok(Number(row["found %"]) > 90, `${peer.name} finds ${row["found %"]} %`);
    }
  }
});

test("rows and queries of one's own, whatever is in them", () => {
  const rows = join(folder, "rows.jsonl");
  const queries = join(folder, "queries.txt");
  const first = { question: "Thẻ \t căn cước?\n", answer: '"Cấp" <b>lại</b> & đổi' };
  const second = { text: "Khai sinh; 'số' $định {danh}" };
  writeFileSync(rows, `${JSON.stringify(first)}\n\n${JSON.stringify(second)}\n`);
  writeFileSync(queries, `"căn cước" -khai's (\nAND OR NOT NEAR/2 *\n\\ % $hit{x} ; drop <b>\n???\nđổi\n`);
  const peers = PEERS.filter((peer) => peer.name !== "lucene"); // it takes longest to start, and words as they are
  const only = peers.map((peer) => peer.name).join(",");
  const { stdout, stderr, status } = run(["--rows", rows, "--queries", queries, "--seconds", "0.1", "--only", only]);
  assert.equal(status, 0);
  for (const line of stderr.trim().split("\n")) assert.match(line, /^$|^kiwix: 1 of 5 queries were refused, first 400/);
  const table = table_of(stdout);
  for (const peer of peers.filter(({ needs }) => missing_of(needs).length === 0)) {
    assert.ok(Number(table[peer.name][0]["found %"]) > 0, peer.name);
  }
});

test("an engine that fails costs one line, the others go on", () => {
  const build = join(folder, "build");
  const broken = "#!/bin/sh\necho 'error: it is broken' >&2\nexit 3\n";
  mkdirSync(build);
  for (const name of ["giaidap-index", "giaidap-server"]) writeFileSync(join(build, name), broken, { mode: 0o755 });
  const { stdout, stderr, status } = run(["20", "--seconds", "0.1", "--only", "giaidap,sqlite"], { GIAIDAP_BUILD: build });
  assert.equal(status, 1);
  assert.equal(stderr, `giaidap: ${build}/giaidap-index gave up: error: it is broken\n`);
  if (missing_of({ sqlite3: ["sqlite3"] }).length === 0) assert.match(stdout, /\| sqlite /);
});

test("a package that is missing is named", () => {
  const { stdout, status } = run(["20", "--only", "groonga"], { PATH: folder });
  assert.match(stdout, /^groonga is left out, for want of groonga-bin$/m);
  assert.equal(status, 1); // nothing was measured
});

test("a command line that makes no sense is explained", () => {
  const cases = [[], ["0"], ["x"], ["10", "20"], ["10", "--only", "solr"], ["10", "--seconds", "0"], ["--rows", RUN], ["--fast"],
    ["10", "--rows", RUN, "--queries", RUN], ["--rows", "none", "--queries", RUN]];
  for (const line of cases) assert.throws(() => read_arguments(line, ["giaidap"]), /usage: tests\/bench\/run/, line.join(" "));
  assert.equal(run(["--fast"]).status, 2);
  assert.deepEqual(read_arguments(["10", "--only", "b"], ["a", "b"]).only, ["b"]);
});

const SOME = { agencies: ["Bộ Công an"], entry: "/muc/bench%231", dispatch: "/van-ban/rows.jsonl~1", last_page: 1 };

test("every kind of the dearest requests is answered", () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["tests/bench/dearest.mjs", "30"], { encoding: "utf8" });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  const rows = stdout.trim().split("\n").slice(2).map((line) => line.split("|").map((cell) => cell.trim()));
  assert.deepEqual(rows.map((cells) => cells[1]), Object.keys(dear_requests(1, SOME)));
  for (const cells of rows) assert.ok(Number(cells[4]) > 0 && Number(cells[3]) >= Number(cells[2]), cells[1]);
  for (const line of [[], ["0"], ["--db", "none"], ["10", "20"]])
    assert.equal(spawnSync(process.execPath, ["tests/bench/dearest.mjs", ...line]).status, 2);
});

test("an index in shards is measured beside one", (context) => {
  if (missing_of({ "xapian-tools": ["xapian-tcpsrv"] }).length > 0) return context.skip("xapian-tools is not installed");
  const { stdout, stderr, status } = spawnSync(process.execPath, ["tests/bench/shards.mjs", "30", "2"], { encoding: "utf8" });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  const lines = stdout.trim().split("\n");
  assert.deepEqual(lines.slice(0, 3).map((line) => line.split(":")[0]), ["one", "shard0", "shard1"]);
  const rows = lines.filter((line) => line.startsWith("|")).slice(2).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  const names = ["one", "2 folders", "2 servers"].flatMap((name) => [[name, "first"], [name, "again"]]);
  assert.deepEqual(rows.map((cells) => cells.slice(0, 2)), names);
  for (const [index, times, , work, moved, wall, server, shards] of rows) {
    assert.ok(Number(work) >= 0, index);
    assert.ok(Number(wall) > 0 && Number(server) > 0, index);
    assert.equal(Number(shards) > 0, index === "2 servers");
    if (times === "first") assert.equal(Number(moved) > 0, index === "2 servers", index);
  }
  for (const line of [[], ["10"], ["2", "3"], ["10", "0"], ["10", "65"], ["x", "2"]])
    assert.equal(spawnSync(process.execPath, ["tests/bench/shards.mjs", ...line]).status, 2);
});

test("the dearest requests are as long as is allowed", () => {
  const parameters = (path) => new URLSearchParams(path.split("?")[1]);
  for (const [kind, request] of Object.entries(dear_requests(1, SOME))) {
    const { path, form } = request();
    const q = parameters(path).get("q") ?? form?.["noi-dung"] ?? "";
    const most = form === undefined ? 2000 : 20000;
    assert.ok(q.length <= most, kind);
    if (/characters|the same|pairs|left out|letter of/.test(kind)) assert.ok(q.length > most * 0.8, `${kind}: ${q.length}`);
  }
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  test(`${signal} ends the server and takes the folder away`, async () => {
    const name = `stopped-by-${signal}`;
    const temporary = join(folder, name);
    mkdirSync(temporary);
    const line = [RUN, "50", "--only", "giaidap,groonga,sqlite", "--seconds", "600"];
    const child = spawn(process.execPath, line, { env: { ...process.env, TMPDIR: temporary } });
    child.stdout.setEncoding("utf8");
    for await (const part of child.stdout) if (part.includes("| giaidap")) break; // the server is being asked
    assert.notEqual(processes_naming(name).length, 0);
    child.kill(signal);
    const [status] = await once(child, "exit");
    assert.equal(status, signal === "SIGINT" ? 130 : 143);
    assert.deepEqual(processes_naming(name), []);
    assert.deepEqual(readdirSync(temporary), []);
  });
}

test("a port that somebody else takes first is given up for another", async (context) => {
  const other = http.createServer((request, reply) => reply.end("not the peer")).listen(0, "127.0.0.1");
  context.after(() => other.close());
  await once(other, "listening");
  const taken = other.address().port;
  const program = 'require("http").createServer((request, reply) => reply.end("peer")).listen(process.argv[1], "127.0.0.1")';
  const answering = (port) => ({ command: [process.execPath, "-e", program, String(port)] });
  const log = join(folder, "taken.log");
  let attempts = 0;
  const server = await serve(answering, "/", log, () => (attempts++ === 0 ? taken : free_port()));
  assert.notEqual(server.port, taken);
  assert.equal(attempts, 2);
  await stop(server.child);
  await assert.rejects(serve(answering, "/", log, () => taken), /the server does not start: .*EADDRINUSE/);
});

test("words for engines that know no Vietnamese", () => {
  assert.equal(folded("Đề án, Đường"), "de an, duong");
  assert.deepEqual(words_of(`số 12/UBND "a-b" (đ*`), ["số", "12", "UBND", "a", "b", "đ"]);
  assert.deepEqual(words_of("...?"), []);
});

test("instructions: what differs by more than 3 % is told, either way", () => {
  const rows = [{ entries: "20000", kind: "toned", query: "đ", first: 1000, again: 1000 }];
  const differs = (first, again) => compare(rows, [{ first, again }]).differs;
  assert.equal(differs(1029, 971), false);
  assert.equal(differs(1031, 1000), true);
  assert.equal(differs(1000, 969), true);
  const text = written_table("c++ 12", rows, [{ first: 5, again: 4 }]);
  assert.deepEqual(read_table(text), { made_with: "c++ 12", rows: [{ ...rows[0], first: 5, again: 4 }] });
  const kept = read_table(readFileSync("tests/bench/instructions.tsv", "utf8"));
  assert.ok(kept.rows.length >= 10 && kept.rows.every((row) => row.first > row.again && row.again > 0));
});
