// What a process costs, from /proc, and how a server answers under load.
import { readFileSync } from "node:fs";
import http from "node:http";

const TICKS_PER_SECOND = 100; // of /proc on every Linux

// Processor milliseconds of a process, all its threads together.
export function processor_ms(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop().split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

// The most memory that it had, in MB.
export function peak_mb(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
}

function get(agent, port, path) {
  return new Promise((resolve, reject) => {
    http.get({ agent, port, host: "127.0.0.1", path }, (reply) => {
      if (reply.statusCode !== 200) reject(new Error(`${path}: ${reply.statusCode}`));
      reply.resume().on("end", resolve);
    }).on("error", reject);
  });
}

// Asks all queries once, `clients` at a time over connections that stay open.
export async function ask_all(port, pid, queries, clients) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const waits = [];
  const left = [...queries];
  const begun = performance.now();
  const processor = processor_ms(pid);
  const client = async () => {
    for (let query = left.pop(); query !== undefined; query = left.pop()) {
      const asked = performance.now();
      await get(agent, port, "/api/v1/search?q=" + encodeURIComponent(query));
      waits.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  waits.sort((a, b) => a - b);
  const quantile = (share) => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))];
  return {
    processor: (processor_ms(pid) - processor) / waits.length,
    per_second: waits.length / seconds,
    p50: quantile(0.5),
    p99: quantile(0.99),
  };
}
