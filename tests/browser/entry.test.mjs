import assert from "node:assert/strict";
import { test } from "node:test";
import { ADDRESS, onPage, searchFor, useBrowser } from "./site.mjs";

useBrowser();

const ENTRY = "/muc/1165%2FTCTTK%C4%90A%23III.4";

test("a result leads to its entry", onPage(async (page) => {
  await searchFor(page, "trẻ em đăng ký khai sinh chờ cấp số định danh");
  const title = await page.locator("ol.results h3").first().innerText();
  await page.locator("ol.results h3 a").first().click();
  await page.waitForURL(/\/muc\//);
  const words = title.replace(/…$/, "");
  assert.ok((await page.locator("article").innerText()).includes(words), words);
}));

test("an entry shows who answers, the words, and the source", onPage(async (page) => {
  await page.goto(ENTRY);
  assert.match(await page.locator("section.answer h2").innerText(), /Bộ Tư pháp trả lời/);
  assert.match(await page.locator("section.answer").innerText(), /Việc chậm cấp số định danh/);
  assert.match(await page.locator("table.facts").innerText(), /3160\/BTP-CNTT/);
}));

test("the citation is copied", onPage(async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESS });
  await page.goto(ENTRY);
  const citation = await page.locator("#trich-dan").innerText();
  await page.getByRole("button", { name: "Sao chép trích dẫn" }).click();
  await page.getByText("Đã sao chép").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), citation);
  assert.match(citation, /III\.4.*1165\/TCTTKĐA/);
}));

test("the citation is copied where there is no clipboard interface", onPage(async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESS });
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto(ENTRY);
  await page.getByRole("button", { name: "Sao chép trích dẫn" }).click();
  assert.match(await page.locator(".citation").first().getByRole("status").innerText(), /Đã sao chép|Ctrl\+C/);
}));

test("a cited document has a page of who cites it", onPage(async (page) => {
  for (const place of [page.getByLabel("Bộ Tư pháp trả lời"), page.locator("table.facts").first()]) {
    await page.goto(ENTRY);
    await place.getByRole("link", { name: "3160/BTP-CNTT" }).click();
    assert.match(await page.locator("h1").innerText(), /3160\/BTP-CNTT/);
  }
  await page.locator("ul.results h3 a").first().click();
  assert.match(page.url(), /\/muc\//);
}));

test("a dispatch shows its header and entries", onPage(async (page) => {
  await page.goto("/van-ban");
  await page.getByRole("link", { name: /1165\/TCTTKĐA/ }).first().click();
  assert.match(await page.locator("table.facts").first().innerText(), /25\/8\/2023/);
  assert.ok((await page.locator("ul.results > li").count()) > 10);
}));
