// The site for people without scripts, with other screens, and with other senses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, forgiveStatus, onPage, searchFor, useBrowser } from "./site.mjs";

useBrowser();

const ENTRY = "/muc/1165%2FTCTTK%C4%90A%23III.4";
const PAGES = {
  "the first page": "/",
  results: "/?q=s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh&kind=qa",
  "nothing found": "/?q=zzzzqqqq",
  "an entry": ENTRY,
  "a dispatch": "/van-ban/1165%2FTCTTK%C4%90A",
  "all dispatches": "/van-ban",
  "a cited document": "/van-ban/3160%2FBTP-CNTT",
  "an error": "/muc/khong-co",
};

test("everything works without scripts", onPage(async (page) => {
  await searchFor(page, "số định danh");
  await page.locator(".filters").getByRole("link", { name: "Đã trả lời", exact: true }).click();
  await page.locator("ol.results h3 a").first().click();
  assert.match(page.url(), /\/muc\//);
  assert.equal(await page.getByRole("button", { name: "Sao chép" }).count(), 0, "no button that does nothing");
  assert.ok(await page.locator("#trich-dan").isVisible());
}, { javaScriptEnabled: false }));

test("the keyboard reaches the content first", onPage(async (page) => {
  await page.goto("/?q=khai+sinh");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Chuyển đến nội dung chính");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "noi-dung");
}));

for (const [name, path] of Object.entries(PAGES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing on ${name}, ${colorScheme}`, onPage(async (page) => {
      await page.goto(path);
      forgiveStatus(404);
      assert.deepEqual(await accessibilityFaults(page), []);
    }, { colorScheme, bypassCSP: true }));
  }

  test(`${name} fits a screen of 320 pixels`, onPage(async (page) => {
    await page.goto(path);
    forgiveStatus(404);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  }, { viewport: { width: 320, height: 640 } }));
}

test("lines leave room for stacked marks", onPage(async (page) => {
  await page.goto("/?q=khai+sinh");
  const tight = await page.evaluate(() => [...document.querySelectorAll("main *, header *")]
    .filter((element) => element.innerText?.trim() && getComputedStyle(element).display !== "inline")
    .map((element) => [element.tagName, getComputedStyle(element)])
    .filter(([, style]) => parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.49)
    .map(([tag, style]) => `${tag} ${style.lineHeight}/${style.fontSize}`));
  assert.deepEqual(tight, []);
}));
