// A browser on the site under test. Every page that it opens is watched: errors of scripts, messages on the
// console and requests to other places fail the test that made them.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, afterEach, before } from "node:test";
import { chromium } from "playwright-core";

export const ADDRESS = process.env.GIAIDAP_ADDRESS ?? "http://127.0.0.1:8080";

// For the desk's page, where the server under test has one.
export const DESK = { username: "", password: process.env.GIAIDAP_DESK_TOKEN ?? "" };

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const TIMEOUT_MS = 15_000;

let browser;
let complaints = [];

const watch = (page) => {
  page.on("pageerror", (error) => complaints.push(`error on ${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      complaints.push(`console on ${page.url()}: ${message.text()}`);
    }
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${ADDRESS}/`)) complaints.push(`request to ${request.url()}`);
  });
  page.on("dialog", async (dialog) => {
    complaints.push(`dialog on ${page.url()}: ${dialog.message()}`);
    await dialog.dismiss();
  });
};

// Call once a file: starts the browser, and fails each test that left complaints.
export const useBrowser = () => {
  before(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  });
  after(async () => browser?.close());
  afterEach(() => {
    const found = complaints;
    complaints = [];
    assert.deepEqual(found, []);
  });
};

// Runs a test body on a page of its own; options are those of a browser context.
export const onPage = (body, options = {}) => async () => {
  const context = await browser.newContext({ baseURL: ADDRESS, locale: "vi-VN", ...options });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    watch(page);
    await body(page, context);
  } finally {
    await context.close();
  }
};

// Statuses of 400 and more are told on the console; tests that ask for them expect that message.
export const forgiveStatus = (status) => {
  complaints = complaints.filter((complaint) => !complaint.includes(`status of ${status}`));
};

export const searchBox = (page) => page.getByLabel("Vướng mắc, số hiệu văn bản hoặc từ khóa");

export const searchFor = async (page, query) => {
  await page.goto("/");
  await searchBox(page).fill(query);
  await page.getByRole("button", { name: "Tìm kiếm" }).click();
};

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What axe-core finds wrong, as "rule: element".
export const accessibilityFaults = async (page) => {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
};
