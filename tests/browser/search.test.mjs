import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, forgiveStatus, onPage, searchBox, searchFor, useBrowser } from "./site.mjs";

useBrowser();

const results = (page) => page.locator("ol.results > li");
const completions = (page) => page.locator("#goi-y").getByRole("option");

// Types as a person does, until completions of all that was typed are there, and not those of its beginning.
const type = async (page, text) => {
  const answered = page.waitForResponse((reply) => reply.url().endsWith(`/suggest?q=${encodeURIComponent(text)}`));
  await searchBox(page).pressSequentially(text, { delay: 20 });
  const { suggestions } = await (await answered).json();
  await completions(page).first().filter({ hasText: suggestions[0].text }).waitFor();
};

test("a question leads to results that say who answered, and where", onPage(async (page) => {
  await searchFor(page, "ai trả lời vướng mắc về số định danh hộ tịch");
  assert.ok((await results(page).count()) > 0);
  assert.match(await page.locator("#so-ket-qua").innerText(), /\d+ kết quả/);
  assert.equal(await searchBox(page).inputValue(), "ai trả lời vướng mắc về số định danh hộ tịch");
  assert.ok((await page.locator(".excerpt mark").count()) > 0, "the words of the question are marked");
  const text = await page.locator("ol.results").innerText();
  assert.match(text, /Bộ Tư pháp|Bộ Công an/);
  assert.match(text, /1165\/TCTTKĐA/);
}));

test("a question without tones finds the same field", onPage(async (page) => {
  await searchFor(page, "so dinh danh ho tich");
  assert.match(await results(page).first().innerText(), /định danh|hộ tịch|khai sinh/i);
}));

test("an example on the first page is a search", onPage(async (page) => {
  await page.goto("/");
  await page.locator(".examples a").first().click();
  assert.ok((await results(page).count()) > 0);
}));

test("a facet narrows, and lets go again", onPage(async (page) => {
  await searchFor(page, "khai sinh");
  const total = await page.locator("#so-ket-qua").innerText();
  await page.locator(".filters").getByRole("link", { name: "Đã trả lời", exact: true }).click();
  assert.match(page.url(), /kind=qa/);
  const badges = await page.locator("ol.results .badge").allInnerTexts();
  assert.ok(badges.length > 0 && badges.every((badge) => badge === "Đã trả lời"));
  await page.locator(".chosen a").click();
  assert.equal(await page.locator("#so-ket-qua").innerText(), total);
}));

test("a new question keeps the filters", onPage(async (page) => {
  await page.goto("/?q=khai+sinh&kind=petition");
  await searchBox(page).fill("bảo hiểm y tế");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=b%E1%BA%A3o.*kind=petition/);
  assert.deepEqual(new Set(await page.locator("ol.results .badge").allInnerTexts()), new Set(["Kiến nghị"]));
}));

test("pages lead on and back", onPage(async (page) => {
  await searchFor(page, "dữ liệu");
  const first = await results(page).allInnerTexts();
  await page.getByRole("link", { name: "Sau →" }).click();
  assert.equal(await page.locator("ol.results").getAttribute("start"), "11");
  assert.notDeepEqual(await results(page).allInnerTexts(), first);
  await page.getByRole("link", { name: "← Trước" }).click();
  assert.deepEqual(await results(page).allInnerTexts(), first);
}));

test("sorting by date puts the latest first", onPage(async (page) => {
  await page.goto("/?q=dữ+liệu");
  await page.getByRole("link", { name: "mới nhất" }).click();
  const sources = results(page).locator("p.quiet").filter({ hasText: /ngày/ }); // excerpts quote other days
  const dates = (await sources.allInnerTexts())
    .map((text) => text.match(/ngày (\d+)\/(\d+)\/(\d{4})/))
    .filter(Boolean)
    .map(([, day, month, year]) => year + month.padStart(2, "0") + day.padStart(2, "0"));
  assert.ok(dates.length > 1);
  assert.deepEqual(dates, [...dates].sort().reverse());
}));

test("completions come while typing", onPage(async (page) => {
  await page.goto("/");
  await type(page, "bo tu phap");
  assert.equal(await completions(page).first().innerText(), "Bộ Tư pháp", "typed without tones");
  assert.equal(await searchBox(page).getAttribute("aria-expanded"), "true");
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.keyboard.press("Escape");
  assert.equal(await completions(page).count(), 0);
}, { bypassCSP: true }));

test("a completion is taken by keyboard or mouse", onPage(async (page) => {
  for (const take of [
    async () => {
      await page.keyboard.press("ArrowDown");
      assert.equal(await searchBox(page).getAttribute("aria-activedescendant"), "goi-y-0");
      await page.keyboard.press("Enter");
    },
    () => completions(page).first().click(),
  ]) {
    await page.goto("/");
    await type(page, "so dinh da");
    const offered = await completions(page).first().innerText();
    assert.match(offered, /số định danh/i);
    await take();
    await page.waitForURL(/q=/);
    assert.equal(await searchBox(page).inputValue(), offered);
    assert.ok((await results(page).count()) > 0);
  }
}));

test("Enter searches for what was typed while completions are shown", onPage(async (page) => {
  await page.goto("/");
  await type(page, "bo tu phap");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=/);
  assert.equal(await searchBox(page).inputValue(), "bo tu phap");
}));

test("a hostile question is shown as text", onPage(async (page) => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'{{q}}`;
  await searchFor(page, hostile);
  assert.equal(await searchBox(page).inputValue(), hostile);
  assert.equal(await page.locator("main script, main img").count(), 0);
}));

test("nothing found is said kindly", onPage(async (page) => {
  await searchFor(page, "zzzzqqqq xxxxyyyy");
  assert.ok(await page.getByRole("heading", { name: "Không tìm thấy kết quả nào" }).isVisible());
}));

test("a wrong address is answered by a page", onPage(async (page) => {
  assert.equal((await page.goto("/?page=0")).status(), 400);
  assert.ok(await page.getByRole("heading", { name: "Yêu cầu không hợp lệ" }).isVisible());
  assert.equal((await page.goto("/muc/khong-co")).status(), 404);
  assert.ok(await page.getByRole("heading", { name: "Không tìm thấy trang này" }).isVisible());
  forgiveStatus(400);
  forgiveStatus(404);
}));
