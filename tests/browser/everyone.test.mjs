// The site for people without scripts, with other screens, and with other senses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, accessibilityFaults, forgiveStatus, onPage, searchFor, useBrowser } from "./site.mjs";

useBrowser();

const ENTRY = "/muc/1165%2FTCTTK%C4%90A%23III.4";
const PAGES = {
  "the first page": "/",
  "the first page in English": "/?lang=en",
  results: "/?q=s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh&kind=qa",
  "results in English": "/?q=birth+registration&lang=en",
  "nothing found": "/?q=zzzzqqqq",
  "nothing found with filters": "/?q=%22tre+em+khai+sinh%22&year=2022",
  "a question of 2,000 characters without a space": `/?q=${"%E1%BA%BF".repeat(2000)}`,
  "an entry": ENTRY,
  "an entry that a question led to": `${ENTRY}?q=s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh`,
  "a dispatch": "/van-ban/1165%2FTCTTK%C4%90A",
  "a long dispatch": "/van-ban/230%2FBC-TCTTK%C4%90A?page=2",
  "all dispatches": "/van-ban",
  "a cited document": "/van-ban/3160%2FBTP-CNTT",
  "all agencies": "/co-quan",
  "an agency": "/co-quan/B%E1%BB%99%20Th%C3%B4ng%20tin%20v%C3%A0%20Truy%E1%BB%81n%20th%C3%B4ng",
  "all topics": "/nhom",
  "a topic": "/nhom/Kinh%20ph%C3%AD?kind=qa",
  "the box for a letter": "/da-hoi",
  "a letter's results": "/da-hoi?q=tr%E1%BA%BB+em+%C4%91%C4%83ng+k%C3%BD+khai+sinh+ch%C6%B0a+c%C3%B3+s%E1%BB%91+%C4%91%E1%BB%8Bnh+danh",
  "the desk's page": "/ban-giai-dap",
  "an error": "/muc/khong-co",
};
const WIDTHS = [320, 640, 768, 1280]; // 640: a screen of 1280 at 200 %

test("everything works without scripts", onPage(async (page) => {
  await searchFor(page, "số định danh");
  await page.locator(".filters").getByRole("link", { name: "Đã trả lời", exact: true }).click();
  await page.locator("ol.results h3 a").first().click();
  assert.match(page.url(), /\/muc\//);
  for (const name of ["Sao chép", "In trang này"]) {
    assert.equal(await page.getByRole("button", { name }).count(), 0, "no button that does nothing");
  }
  await page.locator(".places").getByRole("link", { name: "1", exact: true }).click();
  assert.match(page.url(), /#tim-1$/);
  assert.ok(await page.locator("#trich-dan").isVisible());
}, { javaScriptEnabled: false }));

test("the keyboard reaches the content first", onPage(async (page) => {
  await page.goto("/?q=khai+sinh");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Chuyển đến nội dung chính");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "noi-dung");
}));

test("the keyboard alone goes from a question to the places in an answer", onPage(async (page) => {
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  const tabTo = async (wanted) => {
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press("Tab");
      if (wanted(await focused())) return;
    }
    assert.fail("never reached");
  };
  await page.goto("/");
  while ((await page.evaluate(() => document.activeElement.id)) !== "q") await page.keyboard.press("Tab");
  await page.keyboard.type("tre em dang ky khai sinh cho cap so dinh danh");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=/);
  const title = await page.locator("ol.results h3").first().innerText();
  await tabTo((text) => text === title);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineWidth);
  assert.ok(parseFloat(outline) >= 2, "the focus is seen");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/muc\//);
  await tabTo((text) => text === "Chỗ tiếp theo");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".places output").innerText(), /^1\/\d+$/);
  assert.equal(await page.locator("mark.here").getAttribute("id"), "tim-1");
}));

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name}: axe finds nothing, in both themes; it fits every screen`, onPage(async (page) => {
    await page.goto(path);
    forgiveStatus(404);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await accessibilityFaults(page), [], colorScheme);
    }
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${width}`);
    }
  }, { bypassCSP: true, httpCredentials: DESK }));
}

test("targets have 24 pixels, or room around them", onPage(async (page) => {
  for (const path of ["/", PAGES.results, PAGES["an entry that a question led to"], PAGES["a dispatch"]]) {
    await page.goto(path);
    const small = await page.evaluate(() => [...document.querySelectorAll("button, input, summary, label, nav a, .filters a, .browse a")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden"))
      .filter((element) => element.type !== "checkbox" && element.type !== "hidden") // its label is the target
      .filter((element) => getComputedStyle(element).display !== "inline") // links in lines of text
      .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
      .filter(([, box]) => box.width > 0 && (box.height < 24 || box.width < 24))
      .map(([html, box]) => `${html} ${box.width}x${box.height}`));
    assert.deepEqual(small, [], path);
  }
}));

test("lines leave room for stacked marks", onPage(async (page) => {
  await page.goto("/?q=khai+sinh");
  const tight = await page.evaluate(() => [...document.querySelectorAll("main *, header *")]
    .filter((element) => element.innerText?.trim() && getComputedStyle(element).display !== "inline")
    .map((element) => [element.tagName, getComputedStyle(element)])
    .filter(([, style]) => parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.49)
    .map(([tag, style]) => `${tag} ${style.lineHeight}/${style.fontSize}`));
  assert.deepEqual(tight, []);
}));
