// A peer's server on a port of this machine that nobody else has.
import net from "node:net";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { get } from "./load.mjs";
import { listens, processor_ms } from "./measure.mjs";
import { ended, last_words, start, stop } from "./processes.mjs";

const ATTEMPTS = 3;
const SECONDS_TO_START = 60;
const SECONDS_TO_SETTLE = 60; // at most
const MOST_WHEN_IDLE = 20; // processor ms a second

export async function free_port() {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

// Whether it takes connections on the port, rather than somebody else; false once it has ended.
async function takes_connections(child, port) {
  for (let waited = 0; waited < SECONDS_TO_START && !ended(child); waited += 0.05) {
    await sleep(50);
    if (listens(child.pid, port)) return true;
  }
  return false;
}

// {child, pid, port} of a server that takes connections and is `ready(port)`. Its port is free when it is chosen;
// somebody may be quicker to take it, so a server that does not start is started again on another one.
export async function listening(program_on, log, { choose_port = free_port, ready = async () => true } = {}) {
  for (let attempt = 1; ; ++attempt) {
    const port = await choose_port();
    const child = await start(program_on(port), log);
    if ((await takes_connections(child, port)) && (await ready(port))) return { child, pid: child.pid, port };
    await stop(child);
    if (attempt === ATTEMPTS) throw new Error(`the server does not start: ${last_words(log)}`);
  }
}

// The same of one that speaks HTTP, and answers `path`.
export function serve(program_on, path, log, choose_port = free_port) {
  const ready = (port) => get(undefined, port, path).then(() => true, () => false);
  return listening(program_on, log, { choose_port, ready });
}

// Until the server has read ahead what it does when nobody asks.
export async function settle(server) {
  for (let waited = 0; waited < SECONDS_TO_SETTLE; ++waited) {
    const before = processor_ms(server.pid);
    await sleep(1000);
    if (processor_ms(server.pid) - before < MOST_WHEN_IDLE) return;
  }
  console.error(`the server was not idle after ${SECONDS_TO_SETTLE} s; what it did beside counts`);
}
