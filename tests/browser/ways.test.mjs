// What people do next: in another language, by agency, with a letter, with a list, with their opinion.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { ADDRESS, DESK, onPage, searchFor, useBrowser } from "./site.mjs";

useBrowser();

const ENTRY = "/muc/1165%2FTCTTK%C4%90A%23III.4";
const LETTER = `UBND XÃ HÒA XUÂN
Kính gửi: UBND thị xã

1. Nhiều trường hợp trẻ em đăng ký khai sinh chưa được cấp số định danh cá nhân do lỗi hệ thống, đề nghị hướng dẫn.
2. Xin hỏi lịch bảo trì máy phát điện dự phòng của nhà văn hóa thôn.`;

test("English is one click away, and stays", onPage(async (page) => {
  await page.goto("/?q=khai+sinh");
  await page.getByRole("link", { name: "English" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await page.locator("#so-ket-qua").innerText(), /^\d+ results$/);
  await page.getByRole("link", { name: "Agencies" }).click();
  assert.equal(await page.locator("h1").innerText(), "Agencies");
  await page.getByRole("link", { name: "Tiếng Việt" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "vi");
}));

test("a browser that prefers English gets it", onPage(async (page) => {
  await page.goto(ENTRY);
  assert.match(await page.locator("main").innerText(), /Answered by Bộ Tư pháp/);
  assert.match(await page.locator("main").innerText(), /25 August 2023/);
}, { locale: "en-GB" }));

test("the title tells how many results there are", onPage(async (page) => {
  await searchFor(page, "khai sinh");
  assert.match(await page.title(), /^\d+ kết quả cho “khai sinh” – Giải Đáp$/);
}));

test("each result says why it is there", onPage(async (page) => {
  await searchFor(page, "ĐKKS trẻ em");
  const why = page.locator("ol.results .why").first();
  assert.ok(!(await why.locator("li").first().isVisible()));
  await why.locator("summary").click();
  assert.match(await why.innerText(), /Có các từ|Qua cách viết khác/);
}));

test("where filters leave nothing the way back is a click", onPage(async (page) => {
  await page.goto("/?q=khai+sinh&year=1999");
  assert.ok((await page.locator(".nothing .results > li").count()) > 0, "the nearest are shown");
  await page.locator(".nothing").getByRole("link", { name: "Bỏ mọi bộ lọc" }).click();
  assert.ok((await page.locator("ol.results > li").count()) > 0);
}));

test("results are narrowed to a range of days", onPage(async (page) => {
  await searchFor(page, "dữ liệu");
  await page.getByText("Ngày văn bản").click();
  await page.getByLabel("Từ ngày").fill("2023-01-01");
  await page.getByLabel("Đến ngày").fill("2023-12-31");
  await page.getByRole("button", { name: "Lọc theo ngày" }).click();
  const text = (await page.locator("ol.results p.quiet").allInnerTexts()).join("\n");
  assert.match(text, /2023/);
  assert.doesNotMatch(text, /ngày \d+\/\d+\/(2022|2024)/);
  await page.locator(".chosen").getByRole("link", { name: /1\/1\/2023/ }).click();
  assert.doesNotMatch(page.url(), /from=/);
}));

test("an agency's page holds what it answered, was asked and must do", onPage(async (page) => {
  await page.goto("/");
  await page.locator(".browse").getByRole("link", { name: "Bộ Tư pháp" }).click();
  for (const name of ["Đã trả lời", "Được kiến nghị", "Phải làm"]) {
    assert.ok(await page.getByRole("heading", { name: new RegExp(`^${name} \\d+$`) }).isVisible(), name);
  }
  await page.getByRole("link", { name: /^Xem tất cả/ }).first().click();
  assert.match(page.url(), /kind=qa/);
  await page.locator("ul.results h3 a").first().click();
  assert.match(await page.locator("section.answer h2").innerText(), /Bộ Tư pháp/);
}));

test("an agency that is another one today says so", onPage(async (page) => {
  await page.goto("/co-quan/B%E1%BB%99%20Th%C3%B4ng%20tin%20v%C3%A0%20Truy%E1%BB%81n%20th%C3%B4ng");
  assert.match(await page.locator("main").innerText(), /Nay là Bộ Khoa học và Công nghệ, từ 1\/3\/2025/);
  await page.getByRole("link", { name: "Xem cơ quan này" }).first().click();
  assert.match(await page.locator("main").innerText(), /Tiếp nhận việc của.*Bộ Thông tin và Truyền thông/);
}));

test("the outline of a dispatch leads to its entries, on another page too", onPage(async (page) => {
  await page.goto("/van-ban/1165%2FTCTTK%C4%90A");
  await page.locator(".outline").getByRole("link", { name: /PHÁP LÝ/ }).click();
  assert.match(page.url(), /page=2#muc-VI$/);
  assert.ok(await page.locator("h3#muc-VI").isVisible());
}));

test("abbreviations are explained to the keyboard and in a list", onPage(async (page) => {
  await page.goto(ENTRY);
  const word = page.locator("abbr[tabindex]").first();
  const meaning = await word.getAttribute("title");
  await word.focus();
  assert.ok((await word.evaluate((element) => getComputedStyle(element, "::after").content)).includes(meaning));
  assert.ok((await page.locator("table.facts").innerText()).includes(meaning));
}));

test("a link to an entry is copied", onPage(async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESS });
  await page.goto(`${ENTRY}?q=khai+sinh`);
  await page.getByRole("button", { name: "Sao chép liên kết" }).click();
  await page.getByText("Đã sao chép").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), ADDRESS + ENTRY);
}));

test("a printed entry is a clean sheet", onPage(async (page) => {
  await page.goto(`${ENTRY}?q=khai+sinh`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const gone of ["header.site nav", "form.search", ".places", ".vote", "button", "#lien-quan", ".back"]) {
    for (const element of await page.locator(gone).all()) assert.ok(!(await element.isVisible()), gone);
  }
  assert.ok(await page.locator("#trich-dan").isVisible());
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
}));

const exported = async (page, button) => {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

for (const javaScriptEnabled of [true, false]) {
  test(`results are taken away ${javaScriptEnabled ? "with" : "without"} scripts, all or chosen ones`, onPage(async (page) => {
    await searchFor(page, "khai sinh");
    const all = await exported(page, "Tải CSV");
    assert.equal(all.name, "giai-dap.csv");
    assert.ok(all.bytes.toString().split("\r\n").length > 20);
    await page.getByRole("checkbox", { name: /Chọn mục/ }).first().check();
    const chosen = await exported(page, "Tải CSV");
    assert.equal(chosen.bytes.toString().split("\r\n").length, 3, "a head, a row, an end");
    const excel = await exported(page, "Tải Excel");
    assert.equal(excel.bytes.subarray(0, 2).toString(), "PK");
    assert.match((await exported(page, "Tải cho Word")).bytes.toString(), /<table>/);
  }, { javaScriptEnabled, acceptDownloads: true }));

  test(`a letter is taken apart ${javaScriptEnabled ? "with" : "without"} scripts`, onPage(async (page) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Đã có ai hỏi chưa?" }).click();
    await page.getByLabel("Nội dung văn bản").fill(LETTER);
    await page.getByRole("button", { name: "Tìm từng vướng mắc" }).click();
    const parts = page.locator(".part");
    assert.equal(await parts.count(), 2);
    assert.match(await parts.first().innerText(), /III\.4/);
    assert.match(await parts.last().innerText(), /Chưa thấy mục nào gần giống/);
  }, { javaScriptEnabled }));

  test(`a vote is thanked for ${javaScriptEnabled ? "with" : "without"} scripts`, onPage(async (page) => {
    await page.goto(ENTRY);
    await page.getByRole("button", { name: "Không đúng" }).click();
    await page.getByText("Cảm ơn bạn đã đánh giá.").first().waitFor();
    assert.equal(page.url().endsWith(ENTRY), javaScriptEnabled, "with scripts the page stays");
  }, { javaScriptEnabled }));
}

test("the desk sees what was searched in vain", onPage(async (page) => {
  await searchFor(page, "zzzz qqqq 0912345678");
  await page.goto("/ban-giai-dap");
  const text = await page.locator("main").innerText();
  assert.match(text, /zzzz qqqq/);
  assert.doesNotMatch(text, /0912345678/);
  assert.ok(await page.getByRole("img", { name: /Lượt tìm theo ngày/ }).isVisible());
}, { httpCredentials: DESK }));

test("nobody else does", onPage(async (page) => {
  const reply = await page.request.get("/ban-giai-dap");
  assert.equal(reply.status(), 401);
  assert.match(await reply.text(), /Cần mã truy cập/);
}));

test("a search is followed by feed and from the address bar", onPage(async (page) => {
  await searchFor(page, "khai sinh");
  const feed = await page.locator("link[type='application/atom+xml']").getAttribute("href");
  const atom = await page.request.get(feed);
  assert.match(await atom.text(), /<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/);
  const search = await page.request.get(await page.locator("link[rel=search]").getAttribute("href"));
  assert.match(await search.text(), new RegExp(`template="${ADDRESS}/`));
}));
