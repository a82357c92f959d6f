// Asks a server over connections that stay open, and tells how it answers.
import http from "node:http";
import { peak_mb, processor_ms } from "./measure.mjs";

const MS_BETWEEN_LOOKS = 500; // at the server's memory
const SECONDS_TO_ANSWER = 60;

// Its body, or its length only: putting bodies together costs the client most. A form is posted.
export function get(agent, port, path, { whole = false, form } = {}) {
  return new Promise((resolve, reject) => {
    const method = form === undefined ? "GET" : "POST";
    const headers = form === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded" };
    const request = http.request({ agent, port, host: "127.0.0.1", path, method, headers }, (reply) => {
      const parts = [];
      let bytes = 0;
      reply.on("data", (part) => {
        bytes += part.length;
        if (whole) parts.push(part);
      });
      reply.on("error", reject);
      reply.on("end", () => resolve({ status: reply.statusCode, bytes, body: Buffer.concat(parts).toString() }));
    });
    request.setTimeout(SECONDS_TO_ANSWER * 1000, () => request.destroy(new Error(`no answer in ${SECONDS_TO_ANSWER} s: ${path}`)));
    request.on("error", reject);
    request.end(form === undefined ? undefined : new URLSearchParams(form).toString());
  });
}

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

// Asks the paths in their order, again and again, `clients` at a time, until `enough(milliseconds, asked)`. `see`, if
// given, gets each body. Throws where the server breaks off; other answers than 200 are counted, the first is kept.
export async function ask(server, paths, { clients, enough, see }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const waits = [];
  let asked = 0;
  let bytes = 0;
  let refused = 0;
  let refusal = "";
  let mb = 0;
  const look = setInterval(() => (mb = Math.max(mb, peak_mb(server.pid))), MS_BETWEEN_LOOKS);
  const begun = performance.now();
  const processor = processor_ms(server.pid);
  const own = process.cpuUsage();
  const client = async () => {
    while (!enough(performance.now() - begun, asked)) {
      const path = paths[asked++ % paths.length];
      const sent = performance.now();
      const reply = await get(agent, server.port, path, { whole: see !== undefined });
      waits.push(performance.now() - sent);
      bytes += reply.bytes;
      if (reply.status === 200) see?.(reply.body);
      else if (++refused === 1) refusal = `${reply.status} ${path}`;
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    clearInterval(look);
    agent.destroy();
  }
  const ms = performance.now() - begun;
  const spent = process.cpuUsage(own);
  waits.sort((a, b) => a - b);
  return {
    asked: waits.length,
    refused,
    refusal,
    processor: (processor_ms(server.pid) - processor) / waits.length,
    wall: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    per_second: (waits.length * 1000) / ms,
    p50: quantile(waits, 0.5),
    p99: quantile(waits, 0.99),
    kb: bytes / waits.length / 1024,
    peak_mb: Math.max(mb, peak_mb(server.pid)),
    client: (spent.user + spent.system) / 1000 / ms, // of one processor
  };
}
