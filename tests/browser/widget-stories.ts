import { expect } from "vitest";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";

/** The desk behind the widget, as far as a story moves it. The fake server and the real one both fit. */
export interface DeskSide {
  /** A page with the widget, speaking 简体中文. */
  readonly shopUrl: string;
  /** An agent takes the visitor's conversation. */
  assign(agentName: string): Promise<void>;
  agentSays(agentName: string, text: string): Promise<void>;
  closeTalk(): Promise<void>;
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** This share (0..1) of answers is cut after the commit. */
  cutAnswers(share: number): void;
}

/** What a story asks, where the answer depends on the store's knowledge. */
export interface StoryWords {
  /** A quick choice's label, and what its answer and its source line contain. */
  readonly quickChoice: string;
  readonly answer: string;
  readonly source: string;
  /** A question to which the bot asks back, and one of the choices it offers. */
  readonly unclear: string;
  readonly choice: string;
}

/** One shopper's page. */
export interface Shopper {
  readonly page: Page;
  readonly panel: Locator;
  readonly input: Locator;
  /** Own lines, oldest first. */
  readonly own: Locator;
  say(text: string): Promise<void>;
  /** The texts of all bubbles, oldest first, without the greeting. */
  bubbles(): Promise<readonly string[]>;
}

/** Opens the shop in a context of its own (or in the given one: another tab) and then the panel. */
export async function openShop(browser: Browser | BrowserContext, url: string): Promise<Shopper> {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(url);
  const shopper = meet(page);
  if (!(await shopper.panel.isVisible())) await page.getByRole("button", { name: /打开在线客服/ }).click();
  await shopper.panel.locator(".bubble").first().waitFor();
  return shopper;
}

/** A shopper on a page whose widget is (or will be) there. */
export function meet(page: Page): Shopper {
  const panel = page.locator("counterbell-widget .panel");
  const input = panel.locator(".composer textarea");
  return {
    page,
    panel,
    input,
    own: panel.locator(".line.own"),
    say: async (text) => {
      await input.fill(text);
      await input.press("Enter");
    },
    bubbles: async () => (await panel.locator(".line .bubble").allInnerTexts()).slice(1),
  };
}

/** Waits until the nth own line (from 0) carries two ticks. */
export async function delivered(shopper: Shopper, index: number): Promise<void> {
  await shopper.own.nth(index).getByRole("img", { name: "已送达" }).waitFor();
}

/** From the greeting to the stars. */
export async function wholeConversation(shopper: Shopper, desk: DeskSide, words: StoryWords): Promise<void> {
  const { panel } = shopper;
  await panel.getByRole("button", { name: words.quickChoice }).click();
  await panel.getByText(words.answer).waitFor();
  await panel.locator(".source", { hasText: words.source }).waitFor();
  await delivered(shopper, 0);
  expect(await panel.getByRole("button", { name: words.quickChoice }).isDisabled()).toBe(true);

  await shopper.say(words.unclear);
  await panel.getByRole("button", { name: words.choice }).click();
  await expect.poll(() => shopper.own.count()).toBe(3);
  await expect.poll(() => panel.getByRole("button", { name: words.choice }).isDisabled()).toBe(true);

  await panel.getByRole("button", { name: "人工客服" }).click();
  await panel.locator(".band", { hasText: /正在为您(联系人工|找合适的)客服/ }).waitFor();
  await desk.assign("周晓");
  await panel.getByText("周晓 正在为您服务").waitFor();
  await desk.agentSays("周晓", "您好，我是周晓，我来处理。");
  await panel.locator(".line.agent", { hasText: "我来处理" }).getByText("人工客服").waitFor();
  expect(await panel.locator(".line.agent .author bdi").first().innerText()).toBe("周晓");

  await desk.closeTalk();
  await panel.getByRole("radio", { name: "非常满意" }).check();
  await panel.getByLabel("还想说点什么？（选填）").fill("很耐心");
  await panel.getByRole("button", { name: "提交评价" }).click();
  // The panel's own thanks, until the desk's stand in the talk.
  await panel
    .getByText(/(感谢|谢谢)您的评价/)
    .first()
    .waitFor();
}

/** Nothing lost, nothing twice, in order, although the desk is away in between and answers are cut. */
export async function unsteadyNetwork(shopper: Shopper, desk: DeskSide, share: number): Promise<void> {
  const texts = Array.from({ length: 20 }, (_, index) => `问题第${index + 1}号`);
  desk.cutAnswers(share);
  for (const [index, text] of texts.entries()) {
    if (index === 8) await desk.goDown();
    await shopper.say(text);
    if (index === 12) await desk.comeBack();
  }
  await expect.poll(() => ownTexts(shopper), { timeout: 60_000 }).toEqual(texts);
  await expect.poll(() => shopper.panel.locator(".own.returned").count(), { timeout: 60_000 }).toBe(texts.length);
  desk.cutAnswers(0);
  const { page } = shopper;
  await page.reload();
  await page.getByRole("button", { name: /打开在线客服/ }).click();
  await expect.poll(() => ownTexts(shopper), { timeout: 15_000 }).toEqual(texts);
}

/** The server goes away while somebody writes; what they wrote and sent meanwhile arrives when it is back. */
export async function awayWhileTyping(shopper: Shopper, desk: DeskSide): Promise<void> {
  await shopper.say("第一句");
  await delivered(shopper, 0);
  await shopper.input.fill("写到一半");
  await desk.goDown();
  await shopper.panel.locator(".band", { hasText: "正在重新连接" }).waitFor();
  await shopper.input.press("Enter");
  await shopper.own.nth(1).getByRole("img", { name: "等待发送" }).waitFor();
  await shopper.input.fill("草稿还在");
  await desk.comeBack();
  await delivered(shopper, 1);
  expect(await shopper.input.inputValue()).toBe("草稿还在");
  await expect.poll(() => shopper.panel.locator(".band").count()).toBe(0);
}

/** Two tabs show the same talk, whoever writes, and go on when the first is closed. */
export async function secondTab(first: Shopper, second: Shopper, desk: DeskSide): Promise<void> {
  await first.say("来自第一个窗口");
  await expect.poll(() => ownTexts(second)).toContain("来自第一个窗口");
  await second.say("来自第二个窗口");
  await expect.poll(() => ownTexts(first)).toEqual(["来自第一个窗口", "来自第二个窗口"]);
  await expect.poll(() => ownTexts(second)).toEqual(["来自第一个窗口", "来自第二个窗口"]);
  await first.page.close();
  await second.say("第一个窗口关了");
  await delivered(second, 2);
  await desk.agentSays("周晓", "还在的");
  await second.panel.getByText("还在的").waitFor();
}

/** A reload brings back the talk, the draft, and nothing twice. */
export async function reload(shopper: Shopper): Promise<void> {
  await shopper.say("刷新之前");
  await delivered(shopper, 0);
  await shopper.input.fill("没写完的话");
  const before = await shopper.bubbles();
  await shopper.page.reload();
  await shopper.page.getByRole("button", { name: /打开在线客服/ }).click();
  await expect.poll(() => shopper.bubbles()).toEqual(before);
  expect(await shopper.input.inputValue()).toBe("没写完的话");
}

/** Hostile words, said by the shopper and by an agent, stand there as text and do nothing. */
export async function hostileWords(shopper: Shopper, desk: DeskSide, strings: readonly string[]): Promise<void> {
  for (const text of strings) await desk.agentSays(text, text);
  await expect.poll(() => shopper.panel.locator(".line.agent .bubble").count()).toBe(strings.length);
  const shown = await shopper.panel.locator(".line.agent .bubble").evaluateAll((all) => all.map((one) => one.textContent));
  expect(shown).toEqual(strings);
  await shopper.say(strings.join(" ").slice(0, 2_000));
  await expectUnbroken(shopper);
}

/** No script ran, no element came out of words, nothing was fetched from elsewhere, nothing is wider than the panel. */
export async function expectUnbroken(shopper: Shopper): Promise<void> {
  expect(await shopper.page.evaluate("window.__broken")).toBeUndefined();
  const foreign = shopper.panel.locator(
    "script, iframe, object, embed, style, link, base, meta, video, math, marquee, template, details",
  );
  expect(await foreign.count()).toBe(0);
  const links = await shopper.panel
    .locator("a")
    .evaluateAll((all) => all.map((one) => [one.getAttribute("href"), one.getAttribute("rel")]));
  for (const [href, rel] of links) expect([/^https?:\/\//.test(href ?? ""), rel]).toEqual([true, "noopener noreferrer nofollow"]);
  const [inner, outer] = await shopper.panel.locator(".log").evaluate((log) => [log.scrollWidth, log.clientWidth]);
  expect(inner).toBe(outer);
}

async function ownTexts(shopper: Shopper): Promise<readonly string[]> {
  return shopper.panel.locator(".line.own .bubble").allInnerTexts();
}
