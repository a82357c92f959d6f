// Entries whose texts try to be markup, turn the direction of writing, or never end (hostile.jsonl). Dialogs and
// errors of scripts fail each test by themselves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, forgiveStatus, onPage, useBrowser } from "./site.mjs";

useBrowser();

const skip = process.env.GIAIDAP_HOSTILE ? false : "the server under test does not hold hostile.jsonl";

const links = async (page, selector) => page.locator(selector).evaluateAll((all) => all.map((link) => link.getAttribute("href")));

test("hostile entries are text on every page that shows them", { skip }, onPage(async (page) => {
  await page.goto("/?q=qu%C3%A1i+qu%E1%BB%B7+%C4%91%E1%BB%99c+h%E1%BA%A1i&year=2021");
  const pages = new Set([page.url(), ...(await links(page, "ol.results a, .filters a"))]);
  const [entry] = await links(page, "ol.results h3 a");
  await page.goto(entry);
  for (const href of await links(page, "table.facts a, .meta a")) pages.add(href);
  pages.add(entry);
  assert.ok(pages.size > 8, `${[...pages]}`);
  for (const path of pages) {
    await page.goto(path);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.equal(await page.locator("main script, main img, main svg, main i, main [onclick], main [onmouseover]").count(), 0, path);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, path);
    assert.doesNotMatch(await page.locator("main").innerText(), /[\u202a-\u202e\u2066-\u2069]/, path);
    forgiveStatus(404);
  }
}));

test("axe finds nothing on a hostile entry", { skip }, onPage(async (page) => {
  await page.goto("/?q=qu%C3%A1i+qu%E1%BB%B7+%C4%91%E1%BB%99c+h%E1%BA%A1i&year=2021");
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.locator("ol.results h3 a").first().click();
  assert.deepEqual(await accessibilityFaults(page), []);
}, { bypassCSP: true }));
