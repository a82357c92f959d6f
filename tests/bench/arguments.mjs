// The command line of tests/bench/run.
import { parseArgs } from "node:util";
import { existsSync } from "node:fs";

export const USAGE = `usage: tests/bench/run SIZE [OPTIONS]                            SIZE made-up rows
       tests/bench/run --rows FILE.jsonl --queries FILE.txt [OPTIONS]    your own; a query a line
  --only NAME,...    these engines alone
  --seconds S        how long each number of clients asks, 5 by default
  --keep FOLDER      rows and indexes are made there, and left there`;

const OPTIONS = {
  only: { type: "string" },
  seconds: { type: "string", default: "5" },
  keep: { type: "string" },
  rows: { type: "string" },
  queries: { type: "string" },
};

function fail(message) {
  throw new Error(`${message}\n${USAGE}`);
}

function parsed(line) {
  try {
    return parseArgs({ args: line, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return fail(error.message);
  }
}

// {size} or {rows, queries}, with {only, seconds, keep}. Throws what is wrong with them.
export function read_arguments(line, names) {
  const { values, positionals } = parsed(line);
  const size = Number(positionals[0]);
  const own = values.rows !== undefined && values.queries !== undefined;
  if (positionals.length > 1 || own !== (positionals.length === 0)) fail("either SIZE, or both --rows and --queries");
  if (!own && (values.rows ?? values.queries) !== undefined) fail("--rows and --queries go together");
  if (!own && !(Number.isInteger(size) && size > 0)) fail(`${positionals[0]} is no number of rows`);
  for (const file of own ? [values.rows, values.queries] : []) if (!existsSync(file)) fail(`${file} is not there`);
  const only = values.only?.split(",") ?? names;
  for (const name of only) if (!names.includes(name)) fail(`no engine is called ${name}; there are ${names.join(", ")}`);
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) fail("--seconds takes a number above 0");
  return { ...values, size, only, seconds };
}
