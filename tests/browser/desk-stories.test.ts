import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { cuttingProxy, type CuttingProxy } from "../support/cutting-proxy.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { realConsoleWorld, realDeskSide } from "../support/real-desk-sides.ts";
import { openRealDesk, type RealDesk } from "../support/real-desk.ts";
import { answerAndClose, answerByKeyboard, remarkStaysInside, type ConsoleWorld } from "./console-stories.ts";
import { awayWhileTyping, openShop, reload, secondTab, unsteadyNetwork, wholeConversation } from "./widget-stories.ts";
import type { DeskSide, Shopper } from "./widget-stories.ts";

const WORDS = {
  quickChoice: "多久发货",
  answer: "16 点前付款的当天发出",
  source: "来自：售前 · 下单后多久发货？",
  unclear: "怎么洗",
  choice: "四件套会缩水掉色吗，怎么洗？",
};

/** The stories that are told of the fake servers, on the real one. */
describeOnEmbedded("On the real server", (database) => {
  let browser: Browser;
  let desk: RealDesk;
  let proxy: CuttingProxy;
  let side: DeskSide;

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(await database.place())]);
    proxy = await cuttingProxy(desk.server.url);
    side = await realDeskSide(desk, proxy);
  });
  afterEach(async () => {
    proxy.cutAnswers(0);
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await proxy.stop();
    await desk.server.kill();
  });

  it("a shopper asks, is asked back, reaches a person, and rates", async () => {
    await wholeConversation(await openShop(browser, side.shopUrl), side, WORDS);
  });

  it(
    "nothing is lost and nothing twice when 30 % of the answers are cut and the server is killed",
    { timeout: 120_000 },
    async () => {
      await unsteadyNetwork(await withAgent(), side, 0.3);
      expect(proxy.cuts()).toBeGreaterThan(5);
    },
  );

  it("a shopper goes on writing while the server is away", { timeout: 60_000 }, async () => {
    await awayWhileTyping(await withAgent(), side);
  });

  it("two tabs show one talk, also when the first is closed", async () => {
    const context = await browser.newContext();
    const first = await withAgent(() => openShop(context, side.shopUrl));
    await secondTab(first, await openShop(context, side.shopUrl), side);
  });

  it("a reload brings talk and draft back", async () => {
    await reload(await withAgent());
  });

  it("an agent takes who waits, answers and closes", () => onConsole(answerAndClose));
  it("an agent does it all with the keyboard", () => onConsole(answerByKeyboard));
  it("an agent's remark never reaches the shopper", () => onConsole(remarkStaysInside));

  /** A shopper with whom an agent talks: nothing is said but what the story says. */
  async function withAgent(open: () => Promise<Shopper> = () => openShop(browser, side.shopUrl)): Promise<Shopper> {
    const shopper = await open();
    await shopper.panel.getByRole("button", { name: "人工客服" }).click();
    await side.assign(desk.agent.name);
    await shopper.panel.getByText(`${desk.agent.name} 正在为您服务`).waitFor();
    return shopper;
  }

  async function onConsole(story: (page: Page, world: ConsoleWorld) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await story(page, await realConsoleWorld(desk));
    expect(errors).toEqual([]);
  }
});
