// The rows that are indexed, and their words as engines get them that know nothing of Vietnamese.
import { createReadStream, createWriteStream } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";

function one_line(text) {
  return text.replace(/\s+/gu, " ").trim();
}

// {id, agency, topic, date, title, text} of each line of a .jsonl that giaidap-index takes; of several agencies the
// first. `text` is all that is searched, the title with it.
export async function* rows_of(path) {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line.trim() === "") continue;
    const row = JSON.parse(line);
    const title = row.question ?? row.title ?? "";
    yield {
      id: String(row.id ?? ++number),
      agency: one_line((row.agency ?? "").split(";")[0]),
      topic: one_line(row.topic ?? ""),
      date: row.date ?? "",
      title: one_line(title),
      text: one_line([title, row.answer, row.text].filter(Boolean).join(" ")),
    };
  }
}

// Writes what `form(row, number)` makes of each row, between `head` and `tail`.
export async function write_rows(rows, path, form, { head = "", tail = "" } = {}) {
  const out = createWriteStream(path);
  out.write(head);
  let number = 0;
  for await (const row of rows_of(rows)) {
    if (!out.write(form(row, number++))) await once(out, "drain");
  }
  out.end(tail);
  await once(out, "finish");
}

// With "d" for "đ", which is no "d" with a mark to most engines.
export function with_plain_d(text) {
  return text.replaceAll("đ", "d").replaceAll("Đ", "D");
}

// Without tones and case: "Đề án" is "de an".
export function folded(text) {
  return with_plain_d(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// Letters and digits that stand together. What is left has no meaning in any engine's query language.
export function words_of(text) {
  return text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
