// The engines that are measured, in the table's order. Each is one object:
//   name, work                  as the table tells them
//   needs                       {Debian package: [programs and files of it]}
//   prepare(folder, rows)       writes the rows in the form that it takes; not measured
//   indexing(folder, rows)      the program that makes the index: {command, input, environment}
//   index(folder)               where the index is
//   serving(folder, port)       the program that serves it on 127.0.0.1
//   path(query)                 what is asked for a query as typed, ten results
//   found(body)                 how many entries an answer tells of
// Each gets a folder of its own.
import { peer as giaidap } from "./peers/giaidap.mjs";
import { peer as groonga } from "./peers/groonga.mjs";
import { peer as kiwix } from "./peers/kiwix.mjs";
import { peer as lucene } from "./peers/lucene.mjs";
import { peer as omega } from "./peers/omega.mjs";
import { peer as sqlite } from "./peers/sqlite.mjs";

export const PEERS = [giaidap, lucene, omega, kiwix, groonga, sqlite];
