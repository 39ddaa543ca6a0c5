import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openRealDesk, SHOP, type RealDesk } from "../support/real-desk.ts";
import { log, row, signInByHand } from "./console-stories.ts";
import { delivered, meet, openShop, type Shopper } from "./widget-stories.ts";

/** 2 × 2 pixels. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNkYPjPwMDAxMDAwMDAAAAHDwEBkJ0TgQAAAABJRU5ErkJggg==",
  "base64",
);
const ASK_BACK = { text: "怎么洗", choice: "四件套会缩水掉色吗，怎么洗？", answer: "第一次请冷水单独泡十分钟" };

describeOnEachDatabase("A shopper and an agent, each in a browser", (database) => {
  let browser: Browser;
  let desk: RealDesk;
  let agentsContext: BrowserContext;
  const faults: string[] = [];

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(await database.place())]);
    agentsContext = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
  });
  afterAll(async () => {
    await browser.close();
    expect(await desk.server.stop()).toBe(0);
  });
  afterEach(() => expect(faults.splice(0)).toEqual([]));

  it("ask, hand over, answer, survive a killed server, close and rate", { timeout: 120_000 }, async () => {
    const shoppersContext = await browser.newContext({ locale: "zh-CN" });
    const shopper = await openShop(shoppersContext, `${desk.server.url}/demo/${SHOP.key}`);
    const console = await openConsole();
    watch(shopper.page, console);

    await askTheBot(shopper);
    await askForHuman(shopper);
    await takeOver(console);
    await talk(shopper, console);
    await sendPicture(shopper, console);
    await surviveKill(shopper, console);
    await sameElsewhere(shopper, shoppersContext);
    await closeAndRate(shopper, console);
    await readStory(console);
  });

  function watch(...pages: readonly Page[]): void {
    for (const page of pages) page.on("pageerror", (error) => faults.push(error.message));
  }

  async function openConsole(): Promise<Page> {
    const page = await agentsContext.newPage();
    page.setDefaultTimeout(10_000);
    await signInByHand(page, { url: desk.server.url, agent: desk.agent });
    await page.getByText("没有人在等").waitFor();
    return page;
  }

  async function surviveKill(shopper: Shopper, console: Page): Promise<void> {
    const reply = console.getByRole("textbox", { name: "回复顾客" });
    await shopper.input.fill("那旧的怎么寄回");
    await reply.fill("旧的不用寄回");
    await desk.server.kill();
    // Both press Enter while nobody is there to hear them.
    await shopper.input.press("Enter");
    await reply.press("Enter");
    await shopper.own.last().getByRole("img", { name: "等待发送" }).waitFor();
    await log(console).getByRole("button", { name: "再试一次" }).waitFor();
    await shopper.input.fill("再问一句");
    await desk.server.start();
    // Both go out by themselves; who clicks meanwhile finds nothing left to click.
    await shopper.panel.getByText("旧的不用寄回").waitFor();
    await log(console).getByText("那旧的怎么寄回").waitFor();
    await shopper.input.press("Enter");
    await log(console).getByText("再问一句").waitFor();
    const words = ["那旧的怎么寄回", "旧的不用寄回", "再问一句"];
    const seen = (texts: readonly string[]) => texts.filter((text) => words.includes(text)).toSorted();
    expect(seen(await shopper.bubbles())).toEqual(words.toSorted());
    await expect.poll(async () => seen(await log(console).locator(".bubble > p").allInnerTexts())).toEqual(words.toSorted());
  }
});

/** An answer with its source; then a question that fits two articles, and one of the choices. */
async function askTheBot(shopper: Shopper): Promise<void> {
  const { panel } = shopper;
  await panel.getByText("您好，这里是檐下生活").waitFor();
  await shopper.say("空气炸锅 4.5L 和 6L 怎么选？");
  await panel.getByText("一两个人选 4.5L").waitFor();
  await panel.locator(".source", { hasText: "来自：售前 · 空气炸锅 4.5L 和 6L 怎么选？" }).waitFor();
  await delivered(shopper, 0);
  await shopper.say(ASK_BACK.text);
  await panel.getByRole("button", { name: ASK_BACK.choice }).click();
  await panel.getByText(ASK_BACK.answer).waitFor();
}

async function askForHuman({ panel }: Shopper): Promise<void> {
  await panel.getByRole("button", { name: "人工客服" }).click();
  await panel.locator(".band", { hasText: "正在为您找合适的客服" }).waitFor();
}

/** It arrives by itself, says why, and is claimed. */
async function takeOver(console: Page): Promise<void> {
  await row(console, "访客").click();
  const side = console.getByRole("complementary", { name: "会话资料" });
  await side.getByRole("heading", { name: "为什么分给我" }).waitFor();
  await side.getByRole("listitem").filter({ hasText: "周晓" }).first().waitFor();
  await log(console).getByText(ASK_BACK.answer).waitFor();
  await console.getByRole("button", { name: "接入" }).click();
  await console.getByRole("button", { name: "释放给机器人" }).waitFor();
}

/** Replies reach the shopper with the agent's name; a remark does not. */
async function talk(shopper: Shopper, console: Page): Promise<void> {
  await shopper.panel.getByText("周晓 正在为您服务").waitFor();
  await console.keyboard.press("n");
  await console.getByRole("textbox", { name: "内部备注" }).fill("老顾客，语气软一点");
  await console.keyboard.press("Enter");
  await log(console).getByText("老顾客，语气软一点").waitFor();
  await console.keyboard.press("Escape");
  await console.keyboard.press("r");
  await console.getByRole("textbox", { name: "回复顾客" }).fill("您好，我是周晓，请拍张照片给我看看。");
  await console.keyboard.press("Enter");
  const line = shopper.panel.locator(".line.agent", { hasText: "请拍张照片" });
  await line.getByText("人工客服").waitFor();
  expect(await line.locator(".author bdi").innerText()).toBe("周晓");
}

/** The picture arrives at the console, in sight, with a link that saves it. */
async function sendPicture(shopper: Shopper, console: Page): Promise<void> {
  const picture = { name: "瑕疵.png", mimeType: "image/png", buffer: PICTURE };
  await shopper.panel.locator("input[type=file]").setInputFiles(picture);
  await shopper.own.getByRole("button", { name: "查看图片 瑕疵.png" }).locator("img").waitFor();
  await log(console).getByRole("link", { name: "瑕疵.png" }).waitFor();
  // The agent read the end of the talk, and still does.
  await expect.poll(() => log(console).evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight)).toBeLessThan(2);
  const [download] = await Promise.all([
    console.waitForEvent("download"),
    log(console).getByRole("link", { name: "瑕疵.png" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("瑕疵.png");
}

/** A reload and a second tab show the same talk, and never the remark. */
async function sameElsewhere(shopper: Shopper, context: BrowserContext): Promise<void> {
  const before = await shopper.bubbles();
  await shopper.page.reload();
  await shopper.page.getByRole("button", { name: /打开在线客服/ }).click();
  await expect.poll(() => shopper.bubbles()).toEqual(before);
  const tab = await context.newPage();
  await tab.goto(shopper.page.url());
  await tab.getByRole("button", { name: /打开在线客服/ }).click();
  const second = meet(tab);
  await expect.poll(() => second.bubbles()).toEqual(before);
  await second.say("第二个窗口也在");
  await shopper.own.getByText("第二个窗口也在").waitFor();
  await tab.close();
  expect((await shopper.bubbles()).join()).not.toContain("语气软一点");
}

async function closeAndRate(shopper: Shopper, console: Page): Promise<void> {
  await log(console).getByText("第二个窗口也在").waitFor();
  await console.getByRole("button", { name: "结束" }).click();
  await console.getByRole("dialog").getByRole("button", { name: "结束" }).click();
  await console.getByText("会话已结束，顾客再说话会开一个新会话。").waitFor();
  await shopper.panel.getByRole("radio", { name: "非常满意" }).check();
  await shopper.panel.getByRole("button", { name: "提交评价" }).click();
  await shopper.panel.getByText("谢谢您的评价！").waitFor();
}

/** Every step stands there with its reason. */
async function readStory(console: Page): Promise<void> {
  await console.getByRole("link", { name: "看完整经过" }).click();
  const steps = console.locator(".step");
  await steps.filter({ hasText: "记下评价" }).waitFor();
  for (const words of ["新开会话", "顾客要求人工客服", "分给周晓", "周晓接受派单", "内部备注"])
    await steps.filter({ hasText: words }).first().waitFor();
  expect(await console.getByText("这一步没有留下理由").count()).toBe(0);
  // A code instead of a sentence: nobody wrote the reason's words.
  for (const reason of await steps.locator("ul li").allInnerTexts()) expect(reason).toMatch(/\p{Script=Han}/u);
}
