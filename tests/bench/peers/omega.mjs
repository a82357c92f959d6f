// Xapian's Omega as a CGI program under lighttpd: any word, marked excerpts, no facets. It folds nothing, so rows and
// queries come without tones, also the text that excerpts are made of.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { folded, words_of, write_rows } from "../rows.mjs";

const CGI = "/usr/lib/cgi-bin/omega/omega";
const KEPT = ["id", "agency", "topic", "date", "title"];
const SCRIPT = KEPT.map((name) => `${name} : field\n`).join("") + "text : field index\n";
const HIT = KEPT.map((name) => `"${name}":"$json{$field{${name}}}",`).join("") + `"excerpt":"$json{$snippet{$field{text}}}"`;
const TEMPLATE = `$set{stemmer,none}$httpheader{Content-Type,application/json}` +
  `{"total":$msize,"results":[$hitlist{$if{$ne{$hit,$topdoc},$.}{${HIT}}}]}`;

function record({ text, ...kept }) {
  return KEPT.map((name) => `${name}=${kept[name]}\n`).join("") + `text=${folded(text)}\n\n`;
}

// Where Omega finds what, and the web server that starts it for each request.
function write_configuration(folder) {
  for (const name of ["index", "templates", "log", "web"]) mkdirSync(`${folder}/${name}`);
  symlinkSync(CGI, `${folder}/web/omega`);
  writeFileSync(`${folder}/templates/json`, TEMPLATE);
  const paths = { database_dir: "index", template_dir: "templates", log_dir: "log", cdb_dir: "log" };
  writeFileSync(`${folder}/omega.conf`, Object.entries(paths).map(([name, path]) => `${name} ${folder}/${path}\n`).join(""));
}

function web_server(folder, port) {
  return `server.modules = ("mod_setenv", "mod_cgi")
server.document-root = "${folder}/web"
server.bind = "127.0.0.1"
server.port = ${port}
server.max-keep-alive-requests = 1000000000
cgi.assign = ("/omega" => "")
setenv.add-environment = ("OMEGA_CONFIG_FILE" => "${folder}/omega.conf")
`;
}

export const peer = {
  name: "omega",
  work: "any word, marks",
  needs: { "xapian-omega": [CGI, "scriptindex"], lighttpd: ["lighttpd"] },
  async prepare(folder, rows) {
    write_configuration(folder);
    writeFileSync(`${folder}/script`, SCRIPT);
    await write_rows(rows, `${folder}/dump`, record);
  },
  indexing: (folder) => ({
    command: ["scriptindex", "--stemmer=none", `${folder}/index/default`, `${folder}/script`, `${folder}/dump`],
    environment: { XAPIAN_FLUSH_THRESHOLD: "100000" },
  }),
  index: (folder) => `${folder}/index/default`,
  serving(folder, port) {
    writeFileSync(`${folder}/lighttpd.conf`, web_server(folder, port));
    return { command: ["lighttpd", "-D", "-f", `${folder}/lighttpd.conf`] };
  },
  path: (query) => `/omega?DB=default&FMT=json&DEFAULTOP=or&HITSPERPAGE=10&P=${encodeURIComponent(words_of(folded(query)).join(" "))}`,
  found: (body) => JSON.parse(body).total,
};
