// The table, a line at a time: Markdown whose columns also stand in line on a terminal.
const COLUMNS = [
  ["engine", 8],
  ["work", 23],
  ["clients", 8],
  ["processor ms", 12],
  ["wall ms", 8],
  ["requests/s", 10],
  ["p50 ms", 8],
  ["p99 ms", 8],
  ["found %", 7],
  ["answer kB", 9],
  ["memory MB", 9],
  ["index s", 8],
  ["index processor s", 17],
  ["index memory MB", 15],
  ["index MB", 8],
];
const LEFT = 3; // columns of words, the others are numbers

function line(cells) {
  const padded = cells.map((cell, i) => (i < LEFT ? cell.padEnd(COLUMNS[i][1]) : cell.padStart(COLUMNS[i][1])));
  return `| ${padded.join(" | ")} |`;
}

export function table_head() {
  const rule = COLUMNS.map(([, width], i) => (i < LEFT ? "-".repeat(width + 2) : "-".repeat(width + 1) + ":"));
  return line(COLUMNS.map(([name]) => name)) + `\n|${rule.join("|")}|`;
}

// `index` and `load` as processes.mjs and load.mjs tell them.
export function table_row(peer, clients, found, load, index) {
  const numbers = [
    [load.processor, 2],
    [load.wall, 2],
    [load.per_second, 0],
    [load.p50, 2],
    [load.p99, 2],
    [found, 0],
    [load.kb, 1],
    [load.peak_mb, 0],
    [index.wall, 1],
    [index.processor, 1],
    [index.peak_mb, 0],
    [index.mb, 1],
  ];
  return line([peer.name, peer.work, clients, ...numbers.map(([value, digits]) => value.toFixed(digits))]);
}
