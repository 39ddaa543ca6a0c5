import { describe, expect, test } from "vitest";
import { deskSideOf, setUpBench } from "../support/widget-bench.ts";
import { awayWhileTyping, delivered, openShop, reload, secondTab, unsteadyNetwork, wholeConversation } from "./widget-stories.ts";

const bench = setUpBench();
const WORDS = {
  quickChoice: "怎么退货？",
  answer: "7 天内",
  source: "来自：售后 · 七天无理由退货",
  unclear: "尺寸是多少",
  choice: "沙发尺寸",
};

describe("a shopper", () => {
  test("asks, is asked back, reaches a person, and rates", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    await wholeConversation(shopper, deskSideOf(server), WORDS);
  });

  test("loses nothing and sees nothing twice when 30 % of the answers are cut and the server is away", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    await unsteadyNetwork(shopper, deskSideOf(server), 0.3);
  }, 120_000);

  test("goes on writing while the server is away", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    await awayWhileTyping(shopper, deskSideOf(server));
  }, 60_000);

  test("has the same talk in a second tab over one stream, also when the first is closed", async () => {
    const server = await bench.serve();
    const context = await bench.browser().newContext();
    const first = await openShop(context, server.url);
    const second = await openShop(context, server.url);
    await expect.poll(() => server.openStreams()).toBe(1);
    await secondTab(first, second, deskSideOf(server));
    expect(server.visits.size).toBe(1);
  });

  test("finds talk and draft again after a reload", async () => {
    const server = await bench.serve();
    await reload(await openShop(bench.browser(), server.url));
  });
});

describe("the ticks", () => {
  test("go from waiting over stored to delivered", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    await shopper.page.route("**/api/widget/messages", async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      await held;
      await route.continue();
    });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await shopper.say("在吗");
    await shopper.own.getByRole("img", { name: "等待发送" }).waitFor();
    release();
    await delivered(shopper, 0);
    await expect.poll(() => shopper.panel.locator(".line.bot").count()).toBe(2);
  });

  test("stay at one while the message has not come back", async () => {
    const server = await bench.serve();
    server.holdStreams(true);
    const shopper = await openShop(bench.browser(), server.url);
    await shopper.say("在吗");
    await shopper.own.getByRole("img", { name: "已发送" }).waitFor();
    // Streams do not get through: the widget turns to asking by itself.
    await delivered(shopper, 0);
    await shopper.panel.getByText("收到：在吗").waitFor();
  });

  test("become a sentence and a way to try again when the server refuses", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    server.refuseNext("messages", { status: 400 });
    await shopper.say("在吗");
    await shopper.own.getByText("没有发送成功").waitFor();
    await shopper.own.getByRole("button", { name: "重新发送" }).click();
    await delivered(shopper, 0);
    expect(await shopper.own.count()).toBe(1);
  });
});

describe("the server's refusals", () => {
  test("too many messages: the shopper is told when, and the message goes out by itself", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    server.refuseNext("messages", { status: 429, retryAfter: 3 });
    await shopper.say("在吗");
    await shopper.panel.getByText(/发送太快了，请 [123] 秒后再试/).waitFor();
    await delivered(shopper, 0);
    await expect.poll(() => shopper.panel.locator(".band").count()).toBe(0);
  });

  test("an expired session: a new one is opened and what was not sent goes out under it", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    await shopper.say("以前的话");
    await delivered(shopper, 0);
    server.expireTokens();
    await shopper.say("过期以后的话");
    await shopper.panel.locator(".band", { hasText: "已为您开始新的对话" }).waitFor();
    await delivered(shopper, 0);
    expect(await shopper.bubbles()).toEqual(["过期以后的话", "收到：过期以后的话"]);
    expect(server.visits.size).toBe(2);
  });
});

describe("what was said without a network", () => {
  test("is kept over a reload and sent once, in order, when the network is back", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    const { page } = shopper;
    await page.route("**/api/**", (route) => route.abort());
    for (const text of ["一", "二", "三"]) await shopper.say(text);
    await shopper.panel.getByRole("button", { name: "人工客服" }).click();
    await page.reload();
    await page.getByRole("button", { name: "打开在线客服" }).click();
    await expect.poll(() => shopper.own.locator(".bubble").allInnerTexts()).toEqual(["一", "二", "三"]);
    expect(server.posts).toEqual([]);
    await page.unroute("**/api/**");
    await delivered(shopper, 2);
    await shopper.panel.getByText("正在为您联系人工客服").waitFor();
    const said = [...server.visits.values()][0]?.messages.filter((message) => message.author.type === "shopper");
    expect(said?.map((message) => message.text)).toEqual(["一", "二", "三"]);
  });

  test("shows that the network is away, and goes out at once when it is back", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    const context = shopper.page.context();
    await context.setOffline(true);
    await shopper.panel.locator(".band", { hasText: "网络断开了" }).waitFor();
    await shopper.say("在吗");
    await shopper.own.getByRole("img", { name: "等待发送" }).waitFor();
    await context.setOffline(false);
    await delivered(shopper, 0);
    await expect.poll(() => shopper.panel.locator(".band").count()).toBe(0);
  });
});

describe("tabs that cannot agree", () => {
  test("where browsers have no locks, each tab has its own stream and shows everything once", async () => {
    const server = await bench.serve();
    const context = await bench.browser().newContext();
    await context.addInitScript("delete Navigator.prototype.locks");
    const first = await openShop(context, server.url);
    const second = await openShop(context, server.url);
    await expect.poll(() => server.openStreams()).toBe(2);
    await secondTab(first, second, deskSideOf(server));
  });

  test("a leader that does not answer is not waited for", async () => {
    const server = await bench.serve();
    const context = await bench.browser().newContext();
    const frozen = await context.newPage();
    await frozen.goto(server.url);
    await frozen.evaluate("void navigator.locks.request('counterbell:demo::stream', () => new Promise(() => undefined))");
    const shopper = await openShop(context, server.url);
    await shopper.say("在吗");
    await delivered(shopper, 0);
    await expect.poll(() => server.openStreams()).toBe(1);
  });
});
