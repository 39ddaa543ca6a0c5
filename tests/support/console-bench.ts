import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { openBrowser } from "./browser.ts";
import { PASSWORD, startFakeConsole } from "./fake-console-server.ts";

/** People of the fake server. */
export const AGENT = { email: "li@shop.test", password: PASSWORD };
export const ADMIN = { email: "boss@shop.test", password: PASSWORD };

/** What one test has for itself. */
export interface Bench {
  readonly fake: Awaited<ReturnType<typeof startFakeConsole>>;
  readonly context: BrowserContext;
  readonly page: Page;
}

/** The console as it was built (global-setup.ts) with a fake server and a page for each test; `meet` gets them before the test. An error in the page fails it. */
export function setUpConsole(meet: (bench: Bench) => void): void {
  let browser: Browser;
  let bench: Bench;
  let errors: string[];

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    const fake = await startFakeConsole();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    bench = { fake, context, page };
    meet(bench);
  });

  afterEach(async () => {
    await bench.context.close();
    await bench.fake.stop();
    expect(errors).toEqual([]);
  });
}
