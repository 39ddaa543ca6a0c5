import { describe, expect, test } from "vitest";
import { violationsWithin } from "../support/axe.ts";
import { HOSTILE_STRINGS } from "../support/hostile-strings.ts";
import { deskSideOf, setUpBench } from "../support/widget-bench.ts";
import { delivered, expectUnbroken, hostileWords, meet, openShop } from "./widget-stories.ts";

const bench = setUpBench();
/** 2 × 2 pixels. */
describe("hostile words", () => {
  test("said by agent and shopper, and as the agent's name, are text", async () => {
    const server = await bench.serve({ limits: { textLength: 100_000 } });
    const shopper = await openShop(bench.browser(), server.url);
    await hostileWords(shopper, deskSideOf(server), HOSTILE_STRINGS);
  });

  test("as store name, greeting, choices, source and state are text", async () => {
    const all = HOSTILE_STRINGS.join(" ");
    const quickChoices = HOSTILE_STRINGS.map((label, index) => ({ id: String(index), label }));
    const server = await bench.serve({ name: all, greeting: all, quickChoices });
    const shopper = await openShop(bench.browser(), server.url);
    expect(await shopper.panel.locator("h2").textContent()).toBe(all);
    expect(await shopper.panel.locator(".choices button").allTextContents()).toEqual(HOSTILE_STRINGS);
    for (const title of HOSTILE_STRINGS) server.say({ author: { type: "bot" }, text: "答", source: { title, phase: "presale" } });
    server.say({ author: { type: "system" }, text: all });
    server.stand({ status: "assigned", agentName: all });
    await expect.poll(() => shopper.panel.locator(".source").count()).toBe(HOSTILE_STRINGS.length);
    await shopper.panel.locator(".with-agent").waitFor();
    await expectUnbroken(shopper);
  });
});

describe("the shop's page", () => {
  test("with a strict content policy and hostile style sheets keeps the widget whole, and is never touched by it", async () => {
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:";
    const server = await bench.serve({ pageHeaders: { "content-security-policy": policy } });
    const page = await bench.browser().newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(server.url);
    await page.evaluate(`{ const sheet = new CSSStyleSheet();
      sheet.replaceSync("body * { display: none !important; position: static !important; font-size: 1px !important; color: red !important }");
      document.adoptedStyleSheets = [sheet]; }`);
    await page.getByRole("button", { name: "打开在线客服" }).click();
    const { panel } = meet(page);
    await panel.getByText("欢迎来到青禾家居").waitFor();
    expect((await panel.boundingBox())?.width).toBe(392);
    expect(complaints).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(server.url) && !/^(data|blob):/.test(url))).toEqual([]);
  });

  test("does not shift when the widget comes, and asks the server for nothing before the first click", async () => {
    const server = await bench.serve();
    const page = await bench.browser().newPage();
    await page.goto(server.url);
    await page.getByRole("button", { name: "打开在线客服" }).waitFor();
    const shift = await page.evaluate(`new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
    })`);
    expect(shift).toBe(0);
    expect(server.visits.size).toBe(0);
  });

  test("gets no error when the panel cannot be loaded, and the next click tries again", async () => {
    const server = await bench.serve();
    const page = await bench.browser().newPage();
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.route("**/panel.js", (route) => route.abort());
    await page.goto(server.url);
    await page.getByRole("button", { name: "打开在线客服" }).click();
    await page.getByRole("button", { name: "客服窗口没有打开，点此重试" }).click();
    await meet(page).panel.waitFor();
    expect(errors).toEqual([]);
  });

  test("works where the browser keeps nothing", async () => {
    const server = await bench.serve();
    const context = await bench.browser().newContext();
    await context.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied') } })");
    const shopper = await openShop(context, server.url);
    await shopper.say("在吗");
    await delivered(shopper, 0);
  });
});

describe("axe finds nothing to mend", () => {
  const looks = [
    { scheme: "light", language: "zh-CN" },
    { scheme: "light", language: "en" },
    { scheme: "dark", language: "zh-CN" },
    { scheme: "dark", language: "en" },
    { scheme: "dark", language: "zh-TW" },
  ] as const;

  test.each(looks)("in the $scheme scheme, $language", async ({ scheme, language }) => {
    const server = await bench.serve();
    const context = await bench.browser().newContext({ colorScheme: scheme, reducedMotion: "reduce", bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${server.url}?lang=${language}`);
    await page.locator("counterbell-widget .launcher").click();
    const shopper = meet(page);
    await shopper.panel.locator(".choices button").first().click();
    await shopper.panel.locator(".source").waitFor();
    server.refuseNext("messages", { status: 400 });
    await shopper.say("尺寸 https://shop.example/size");
    await shopper.panel.locator(".because").waitFor();
    await shopper.say("尺寸");
    await shopper.panel.locator(".human").click();
    await shopper.panel.locator(".band small").waitFor();
    expect(await violationsWithin(page, "counterbell-widget")).toEqual([]);
    server.say({ author: { type: "agent", name: "周晓" }, text: "您好" });
    server.say({ author: { type: "system" }, text: "周晓 已接入" });
    server.stand({ status: "closed" });
    await shopper.panel.locator(".star").nth(3).click();
    expect(await violationsWithin(page, "counterbell-widget")).toEqual([]);
  });
});
