// A corpus of any size for measuring: rows of questions and answers put together from clauses of the
// dispatches, with made-up names and numbers strewn in, so that the vocabulary grows with the size. The same
// seed gives the same rows.
import { createWriteStream, readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";

const DISPATCHES = "corpus/dispatches";
const ONSETS = "b c ch d đ g h k kh l m n ng nh ph qu r s t th tr v x".split(" ");
const RHYMES = "an anh ang ân ất ạch ên inh ình iên iệp oan oàng ông ơn uân ung uyên ương ước ựu".split(" ");

// Numbers in [0, 1), as Mulberry32 makes them.
export function random_numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function values_of(table) {
  const lines = readFileSync(`corpus/vocabulary/${table}`, "utf8").split("\n");
  return lines.filter((line) => line && !line.startsWith("#")).slice(1).map((line) => line.split("\t")[0]);
}

function clauses() {
  const text = readdirSync(DISPATCHES).map((name) => readFileSync(`${DISPATCHES}/${name}`, "utf8")).join("\n");
  return text.split(/[.,;:|\n]+/).map((clause) => clause.trim()).filter((clause) => {
    const words = clause.split(/\s+/).length;
    return words >= 3 && words <= 25 && !/[<>{}#]/.test(clause);
  });
}

export class Writer {
  constructor(seed) {
    this.random = random_numbers(seed);
    this.clauses = clauses();
    this.agencies = [...new Set(values_of("agencies.tsv"))].slice(0, 30);
    this.topics = [...new Set(values_of("topics.tsv"))].slice(0, 6);
  }

  one_of(list) {
    return list[Math.floor(this.random() * list.length)];
  }

  // The first ones far more often than the last ones.
  mostly_first(list) {
    return list[Math.floor(list.length * this.random() ** 3)];
  }

  // A name that few rows share, or a number.
  rare() {
    if (this.random() < 0.5) return `số ${Math.floor(10 ** (1 + 4 * this.random()))}/${this.one_of(["UBND", "BCA", "BTP"])}`;
    return this.one_of(ONSETS) + this.one_of(RHYMES) + " " + this.one_of(ONSETS) + this.one_of(RHYMES);
  }

  prose(words) {
    let text = "";
    for (let count = 0; count < words; ) {
      let clause = this.one_of(this.clauses);
      // Half of a clause and half of another: pairs that no dispatch has.
      if (this.random() < 0.3) clause = clause.split(" ").slice(0, 4).concat(this.one_of(this.clauses).split(" ").slice(-4)).join(" ");
      if (this.random() < 0.3) clause += " " + this.rare();
      text += clause + (this.random() < 0.4 ? ". " : ", ");
      count += clause.split(/\s+/).length;
    }
    return text.slice(0, -2) + ".";
  }

  row(number) {
    return {
      id: `bench#${number}`,
      question: this.prose(12 + 30 * this.random()),
      answer: this.prose(40 + 150 * this.random()),
      agency: this.mostly_first(this.agencies),
      topic: this.mostly_first(this.topics),
      date: `${2021 + Math.floor(5 * this.random())}-0${1 + Math.floor(9 * this.random())}-1${Math.floor(10 * this.random())}`,
    };
  }

  // A few words that stand together in a text; of every third query without tones.
  query(text, number) {
    const words = text.replace(/[^\p{L}\p{N}/]+/gu, " ").trim().split(" ");
    const count = 2 + Math.floor(7 * this.random());
    const query = words.slice(Math.floor(this.random() * Math.max(1, words.length - count))).slice(0, count).join(" ");
    return number % 3 > 0 ? query : query.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
  }
}

// Writes `size` rows to `path`; returns `queries` queries made of the first ones.
export async function write_corpus(path, size, queries) {
  const writer = new Writer(1);
  const asking = new Writer(2);
  const out = createWriteStream(path);
  const asked = [];
  for (let number = 0; number < size; ++number) {
    const row = writer.row(number);
    if (asked.length < queries) asked.push(asking.query(row.answer, number));
    if (!out.write(JSON.stringify(row) + "\n")) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return asked;
}
