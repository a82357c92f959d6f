// A folder for what a benchmark makes, which goes away with it, as do the programs that it has started, however it ends.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { close } from "./processes.mjs";

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

// Ends the program with the status that `work(folder)` returns, 1 where it throws. A folder that is named is kept.
export async function run_in_folder(work, named) {
  if (named !== undefined) mkdirSync(named, { recursive: true });
  const folder = named ?? mkdtempSync(join(tmpdir(), "giaidap-bench-"));
  const end = async (status) => {
    await close();
    if (named === undefined) rmSync(folder, { recursive: true, force: true });
    process.exit(status);
  };
  let ending;
  const finish = (status) => (ending ??= end(status)); // whoever calls first tells the status
  for (const [name, number] of Object.entries(SIGNALS)) process.once(name, () => finish(128 + number));
  try {
    await finish(await work(folder));
  } catch (error) {
    console.error(error.message);
    await finish(1);
  }
}
