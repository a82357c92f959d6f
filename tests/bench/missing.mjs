// What a peer needs and this machine has not.
import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/sbin"];

function is_program(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// A name with a slash is a file, others are programs.
function is_there(name) {
  return name.includes("/") ? existsSync(name) : FOLDERS.some((folder) => is_program(join(folder, name)));
}

// The packages of `needs`, {package: [what of it is used]}, that are not installed.
export function missing_of(needs) {
  return Object.keys(needs).filter((name) => !needs[name].every(is_there));
}
