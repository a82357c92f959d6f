// SQLite's own program behind HTTP, kept running, one for each client at work.
//   node sqlite_server.mjs DATABASE PORT      GET /?match=EXPRESSION answers {results, facets}
import { spawn } from "node:child_process";
import http from "node:http";
import { createInterface } from "node:readline";

const [database, port] = process.argv.slice(2);

// What is asked is one line, and so is the answer. Facets are counted by agency and topic together, as one look at each
// row gives them.
function statement(match) {
  const found = `texts match '${match.replaceAll("'", "''").replace(/\s+/g, " ")}'`;
  const excerpt = "snippet(texts, 0, '<mark>', '</mark>', '…', 40) as excerpt";
  const best = `select rowid as row, ${excerpt} from texts where ${found} order by rank limit 10`;
  const results = `select * from (${best}) join facts on number = row`;
  const facets = `select agency, topic, count(*) as count from texts join facts on number = texts.rowid where ${found} group by 1, 2`;
  const object = (names) => `json_object(${names.map((name) => `'${name}', ${name}`)})`;
  const list = (rows, names) => `(select json_group_array(${object(names)}) from (${rows}))`;
  const columns = ["id", "agency", "topic", "date", "title", "excerpt"];
  return `select json_object('results', ${list(results, columns)}, 'facets', ${list(facets, ["agency", "topic", "count"])});`;
}

class Shell {
  constructor() {
    this.program = spawn("stdbuf", ["-oL", "sqlite3", "-bail", "-list", "-readonly", database], { stdio: ["pipe", "pipe", "inherit"] });
    this.program.on("exit", () => process.exit(1)); // an error ends it
    createInterface({ input: this.program.stdout }).on("line", (line) => this.answer(line));
  }

  ask(line) {
    return new Promise((answer) => {
      this.answer = answer;
      this.program.stdin.write(line + "\n");
    });
  }
}

const idle = [];

const server = http.createServer(async (request, reply) => {
  const shell = idle.pop() ?? new Shell();
  const body = await shell.ask(statement(new URL(request.url, "http://127.0.0.1").searchParams.get("match") ?? '""'));
  idle.push(shell);
  reply.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) });
  reply.end(body);
});
server.listen(Number(port), "127.0.0.1");
