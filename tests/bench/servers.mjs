// A peer's server on a port of this machine that nobody else has.
import net from "node:net";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { get } from "./load.mjs";
import { listens } from "./measure.mjs";
import { ended, last_words, start, stop } from "./processes.mjs";

const ATTEMPTS = 3;
const SECONDS_TO_START = 60;

export async function free_port() {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

// Whether it takes connections on the port, rather than somebody else, and answers `path`; false once it has ended.
async function answers(child, port, path) {
  for (let waited = 0; waited < SECONDS_TO_START && !ended(child); waited += 0.05) {
    await sleep(50);
    if (listens(child.pid, port)) return get(undefined, port, path).then(() => true, () => false);
  }
  return false;
}

// {child, pid, port} of a server that answers. Its port is free when it is chosen; somebody may be quicker to take it,
// so a server that does not start is started again on another one.
export async function serve(program_on, path, log, choose_port = free_port) {
  for (let attempt = 1; ; ++attempt) {
    const port = await choose_port();
    const child = await start(program_on(port), log);
    if (await answers(child, port, path)) return { child, pid: child.pid, port };
    await stop(child);
    if (attempt === ATTEMPTS) throw new Error(`the server does not start: ${last_words(log)}`);
  }
}
