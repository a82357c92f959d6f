// Programs that a benchmark starts. Each leads a session of its own, so that it can be stopped and measured with all
// that it starts itself, and none outlives the benchmark.
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { finished_children_ms, peak_mb } from "./measure.mjs";

const SECONDS_TO_STOP = 5;
const MS_BETWEEN_LOOKS = 100; // at what a program takes, or whether it is there

const running = new Set();
let closed = false;

// Its input comes from the file `input`; what it says goes to the file `log`. Throws where the program is not there.
export async function start({ command, input, environment }, log) {
  if (closed) throw new Error("the benchmark ends");
  const from = openSync(input ?? "/dev/null", "r");
  const to = openSync(log, "w");
  const child = spawn(command[0], command.slice(1), {
    detached: true,
    env: { ...process.env, ...environment },
    stdio: [from, to, to],
  });
  closeSync(from);
  closeSync(to);
  await once(child, "spawn");
  if (closed) signal(child, "SIGKILL"); // close() could not know of it
  running.add(child);
  return child;
}

export function ended(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // Nothing of it runs any more.
  }
}

export async function stop(child) {
  const gone = ended(child) ? Promise.resolve() : once(child, "exit");
  signal(child, "SIGTERM");
  await Promise.race([gone, sleep(SECONDS_TO_STOP * 1000, undefined, { ref: false })]);
  signal(child, "SIGKILL"); // also what it left behind
  await gone;
  running.delete(child);
}

export function stop_all() {
  return Promise.all([...running].map(stop));
}

// Ends all, and lets nothing start any more.
export function close() {
  closed = true;
  return stop_all();
}

export function is_closed() {
  return closed;
}

// Why a program gave up: the last line it wrote that speaks of an error, else the last one.
export function last_words(log) {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  return (lines.findLast((line) => /(error|exception): |cannot|can't|failed/i.test(line)) ?? lines.pop()).trim().slice(0, 300);
}

// Runs a program to its end: {wall, processor} in seconds, the most memory in MB.
export async function timed(program, log) {
  const begun = performance.now();
  const before = finished_children_ms();
  const child = await start(program, log);
  let mb = 0;
  const look = setInterval(() => (mb = Math.max(mb, peak_mb(child.pid))), MS_BETWEEN_LOOKS);
  if (!ended(child)) await once(child, "exit");
  clearInterval(look);
  const wall = (performance.now() - begun) / 1000;
  await stop(child);
  if (child.exitCode !== 0) throw new Error(`${program.command[0]} gave up: ${last_words(log)}`);
  return { wall, processor: (finished_children_ms() - before) / 1000, peak_mb: mb };
}
