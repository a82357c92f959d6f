// An engine's index of rows, and what making it took.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { disk_mb } from "./measure.mjs";
import { timed } from "./processes.mjs";

// In a folder that is not there yet: what timed() tells, and {mb} of the disk.
export async function make_index(peer, folder, rows) {
  mkdirSync(folder);
  await peer.prepare(folder, rows);
  const index = await timed(peer.indexing(folder, rows), join(folder, "indexing.log"));
  return { ...index, mb: disk_mb(peer.index(folder)) };
}
