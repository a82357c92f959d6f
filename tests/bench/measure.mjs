// What processes and files cost, as Linux tells it.
import { readFileSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";

const TICKS_PER_SECOND = 100; // of /proc on every Linux
const MS_BETWEEN_LOOKS = 50; // at processes that may end

// What a process's files tell, or `otherwise` once it has ended.
function tried(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

const text_of = (path) => tried(() => readFileSync(path, "utf8"), "");
const names_in = (folder) => tried(() => readdirSync(folder), []);
const target_of = (link) => tried(() => readlinkSync(link), "");

// The fields of /proc/PID/stat from the third on, numbered as in proc(5).
function stat_of(pid) {
  const fields = text_of(`/proc/${pid}/stat`).split(") ").pop().split(" ");
  return (number) => Number(fields[number - 3]);
}

// A process and all that it started, if it leads a session.
function session(leader) {
  return readdirSync("/proc").filter((name) => /^\d/.test(name) && stat_of(name)(6) === leader);
}

// Processor milliseconds of a session: all threads, and children also after their end.
export function processor_ms(leader) {
  let ticks = 0;
  for (const pid of session(leader)) {
    const field = stat_of(pid);
    for (const number of [14, 15, 16, 17]) ticks += field(number) || 0;
  }
  return (ticks * 1000) / TICKS_PER_SECOND;
}

// The same of this process's children that have ended.
export function finished_children_ms() {
  const field = stat_of("self");
  return ((field(16) + field(17)) * 1000) / TICKS_PER_SECOND;
}

// Sums of sessions whose programs don't wait for their children, so that those take what they did with them: looks again
// and again, and keeps what each process had when it was seen last.
export class Meter {
  constructor(leaders) {
    this.leaders = leaders;
    this.seen = new Map(); // {ms, kb} by process
    this.looking = setInterval(() => this.look(), MS_BETWEEN_LOOKS);
  }

  look() {
    for (const pid of names_in("/proc").filter((name) => /^\d/.test(name))) {
      const field = stat_of(pid);
      if (!this.leaders.includes(field(6))) continue;
      const written = /wchar: (\d+)/.exec(text_of(`/proc/${pid}/io`));
      if (written !== null) this.seen.set(pid, { ms: ((field(14) + field(15)) * 1000) / TICKS_PER_SECOND, kb: written[1] / 1024 });
    }
  }

  // Processor milliseconds, and kB written to files and sockets, so far.
  read() {
    this.look();
    const sum = { ms: 0, kb: 0 };
    for (const { ms, kb } of this.seen.values()) (sum.ms += ms), (sum.kb += kb);
    return sum;
  }

  stop() {
    clearInterval(this.looking);
  }
}

// The most memory that the session's living processes had, in MB; pages of files that they map count.
export function peak_mb(leader) {
  const kb = (pid) => Number(/VmHWM:\s+(\d+)/.exec(text_of(`/proc/${pid}/status`))?.[1] ?? 0);
  return session(leader).reduce((sum, pid) => sum + kb(pid), 0) / 1024;
}

// What a file or folder takes of the disk.
export function disk_mb(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return (stat.blocks * 512) / 2 ** 20;
  return readdirSync(path).reduce((sum, name) => sum + disk_mb(join(path, name)), 0);
}

function sockets_listening_on(port) {
  const ending = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const rows = ["tcp", "tcp6"].flatMap((table) => text_of(`/proc/net/${table}`).split("\n")).map((line) => line.trim().split(/\s+/));
  return rows.filter(([, local, , state]) => state === "0A" && local.endsWith(ending)).map((row) => `socket:[${row[9]}]`);
}

// Whether one of the session's processes is it that takes connections on a port.
export function listens(leader, port) {
  const sockets = sockets_listening_on(port);
  const opened = (pid) => names_in(`/proc/${pid}/fd`).map((name) => target_of(`/proc/${pid}/fd/${name}`));
  return sockets.length > 0 && session(leader).some((pid) => opened(pid).some((file) => sockets.includes(file)));
}
