import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { AGENT, setUpConsole, type Bench } from "../support/console-bench.ts";
import { answerAndClose, answerByKeyboard, givesBackWithReason, log, remarkStaysInside, row, signIn } from "./console-stories.ts";
import type { ConsoleWorld } from "./console-stories.ts";

const MINE = { status: "assigned", agent: { id: "a1", name: "李小雨" } } as const;

let fake: Bench["fake"];
let page: Page;

setUpConsole((bench) => ({ fake, page } = bench));

describe("an agent at the desk", () => {
  it("signs in, takes who waits, answers and closes", () => answerAndClose(page, world()));

  it("does it all with the keyboard", () => answerByKeyboard(page, world()));

  it("asks why before it gives a conversation back, and takes one's own words", () => givesBackWithReason(page, world()));

  it("leaves a remark that the shopper never sees", () => remarkStaysInside(page, world()));

  it("sees somebody who starts to wait at once, in the list and in the title", async () => {
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.getByText("没有人在等").waitFor();
    const id = await world().shopperWaits("新顾客", "在吗");
    fake.tell(id);
    await row(page, "新顾客").waitFor();
    await expect.poll(() => page.title()).toBe("(1) 工作台 · Counterbell");
  });

  it("lets the shopper know that a reply is being written, never a remark", async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000, row: MINE });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1?list=mine`);
    await page.getByRole("textbox", { name: "回复顾客" }).waitFor();
    await page.keyboard.press("n");
    await page.keyboard.type("顾客急，先安抚");
    expect(fake.faults.typed).toBe(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("r");
    await page.keyboard.type("在的亲");
    await expect.poll(() => fake.faults.typed).toBe(1);
  });

  it("shows that the shopper types and has read, and what holds in the store today", async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000, row: MINE });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1?list=mine`);
    await page.getByRole("textbox", { name: "回复顾客" }).fill("在的亲");
    await page.keyboard.press("Enter");
    await log(page).getByText("在的亲").waitFor();
    // Until the shopper's page has told, nobody knows.
    expect(await log(page).locator(".tick").count()).toBe(0);
    fake.sign({ conversationId: "v1", isTyping: false, got: 99, read: 0 });
    await log(page).getByRole("img", { name: "已送达" }).waitFor();
    fake.sign({ conversationId: "v1", isTyping: true, got: 99, read: 99 });
    await log(page).getByRole("img", { name: "顾客已读" }).waitFor();
    await log(page).getByText("顾客正在输入…").waitFor();
    const today = page.getByRole("region", { name: "今天要注意" });
    expect(await today.innerText()).toMatch(/节假日.*首次回复 3 分钟内，之后每次 90 秒内.*包赢.*国庆满减/su);
    await page.getByText("这位顾客第一次来。").waitFor();
  });

  it("reads a talk of 5,000 messages page by page, and keeps its place while more comes", async () => {
    fake.desk.open("v1", { name: "林女士", text: "第 0 句", waitedMs: 1_000 });
    for (let n = 1; n < 5_000; n += 1) fake.desk.say("v1", { author: { type: "shopper" }, text: `第 ${n} 句`, internal: false });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1`);
    const shown = log(page).getByRole("article");
    await expect.poll(() => shown.count()).toBe(100);
    await log(page).getByText("第 4999 句").waitFor();
    await expect.poll(() => page.evaluate(TO_END)).toBeLessThan(2);
    await log(page).hover();
    const top = log(page).getByText("第 4900 句");
    await top.scrollIntoViewIfNeeded();
    await expect.poll(() => shown.count()).toBe(200);
    // What stood at the top still stands in sight, with the earlier ones above it.
    await expect.poll(() => top.isVisible()).toBe(true);
    const before = await top.boundingBox();
    expect(before?.y).toBeGreaterThan(0);
    fake.desk.say("v1", { author: { type: "shopper" }, text: "新的一句", internal: false });
    fake.tell("v1");
    await expect.poll(() => shown.count()).toBe(201);
    await expect.poll(async () => (await top.boundingBox())?.y).toBe(before?.y);
    await page.getByRole("button", { name: "显示更早的消息" }).click();
    await expect.poll(() => shown.count()).toBeGreaterThanOrEqual(301);
  });

  it("reads in the story who was considered and why others did not get it, in both languages", async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000 });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1/story`);
    // The same is said above of why they still wait; here it is about the steps.
    const steps = page.locator("ol.steps");
    const considered = () =>
      steps
        .getByRole("list", { name: /考虑过的客服|Agents considered/ })
        .getByRole("listitem")
        .allInnerTexts();
    await steps.getByText("看了 4 位客服，1 位可以接").waitFor();
    expect(await considered()).toEqual(["李小雨: 可以接派给", "王小美: 已满", "赵一鸣: 不在班", "孙可: 技能不足"]);
    await steps.getByText("另有 3 位客服不负责这家店。").waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await steps.getByText("4 agents were considered, 1 could take it").waitFor();
    expect((await considered())[2]).toBe("赵一鸣: off shift");
  });

  it("learns what was missed when the stream was cut", async () => {
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.getByText("没有人在等").waitFor();
    fake.cutStreams();
    await world().shopperWaits("断线时来的", "在吗");
    await row(page, "断线时来的").waitFor();
  });

  it("reads again by itself what could not be read for a moment, while the stream stood", async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000 });
    await signIn(page, { url: fake.url, agent: AGENT });
    await row(page, "林女士").click();
    await log(page).getByText("在吗").waitFor();
    await page.route("**/api/console/conversations/v1", (route) => route.abort());
    await world().shopperSays("v1", "还在吗");
    await page.getByText("会话没有读出来").waitFor();
    await page.unroute("**/api/console/conversations/v1");
    await log(page).getByText("还在吗").waitFor();
    await page.getByText("会话没有读出来").waitFor({ state: "hidden" });
  });

  it("has danger on top, and next those who wait 100 s, marked and named together", async () => {
    fake.desk.open("new", { name: "刚来", text: "在吗", waitedMs: 1_000 });
    fake.desk.open("danger", { name: "着火了", text: "在吗", waitedMs: 1_000, row: { urgency: "high" } });
    fake.desk.open("late", { name: "等久了", text: "在吗", waitedMs: 99_000 });
    await signIn(page, { url: fake.url, agent: AGENT });
    const rows = page.getByRole("region", { name: "会话列表" }).getByRole("listitem");
    await expect.poll(() => rows.nth(1).innerText()).toMatch(/1 位等得太久了[\s\S]*等久了/);
    await expect.poll(() => rows.nth(1).locator(".waiting-late").count()).toBe(1);
    expect(await rows.nth(0).innerText()).toContain("着火了");
    expect(await rows.nth(2).innerText()).toContain("刚来");
  });

  it("marks an angry shopper in the list and beside the talk, with the words that gave it away", async () => {
    const feeling = { level: "angry", because: "threat:12315", since: new Date().toISOString() } as const;
    fake.desk.open("calm", { name: "林女士", text: "在吗", waitedMs: 9_000 });
    fake.desk.open("angry", { name: "王先生", text: "再不退我打12315", waitedMs: 1_000, row: { feeling } });
    await signIn(page, { url: fake.url, agent: AGENT });
    const first = page.getByRole("region", { name: "会话列表" }).getByRole("listitem").first();
    await expect.poll(() => first.innerText()).toContain("王先生");
    expect(await first.locator(".feeling-angry").innerText()).toBe("生气");
    await first.getByRole("link").click();
    await expect.poll(() => page.getByRole("complementary", { name: "会话资料" }).innerText()).toContain("提到“12315”");
  });

  it("keeps a draft, the conversation and the list over a reload", async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000, row: MINE });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.getByRole("link", { name: /^我的(?!班次)/ }).click();
    await row(page, "林女士").click();
    await page.getByRole("textbox", { name: "回复顾客" }).fill("您好，稍等我查");
    await page.reload();
    await expect.poll(() => page.getByRole("textbox", { name: "回复顾客" }).inputValue()).toBe("您好，稍等我查");
    expect(new URL(page.url()).search).toBe("?list=mine");
  });

  it("sends a reply once, though the answer was lost and it was tried again", async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000, row: MINE });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1?list=mine`);
    fake.faults.cutAfterReply = 1;
    await page.getByRole("textbox", { name: "回复顾客" }).fill("在的");
    await page.keyboard.press("Enter");
    await log(page).getByRole("button", { name: "再试一次" }).click();
    await expect.poll(() => log(page).getByRole("button").count()).toBe(0);
    fake.faults.cutAfterReply = 1;
    await page.getByRole("textbox", { name: "回复顾客" }).fill("您请说");
    await page.keyboard.press("Enter");
    await page.getByText("不确定是否送达").waitFor();
    // After a reload what is in doubt goes out by itself.
    await page.reload();
    await log(page).getByText("您请说").first().waitFor();
    await expect.poll(() => log(page).getByRole("button").count(), { timeout: 5_000 }).toBe(0);
    expect(await log(page).getByText("您请说").count()).toBe(1);
    expect(fake.desk.shopperSees("v1")).toEqual(["在吗", "在的", "您请说"]);
  });

  it("keeps what is known in sight while the connection is lost; what was said meanwhile goes out by itself, in order", async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000, row: MINE });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1?list=mine`);
    await page.getByRole("textbox", { name: "回复顾客" }).waitFor();
    await page.context().setOffline(true);
    fake.cutStreams();
    await page.getByText("连接断开，正在重连").waitFor();
    for (const text of ["第一句", "第二句"]) {
      await page.getByRole("textbox", { name: "回复顾客" }).fill(text);
      await page.keyboard.press("Enter");
    }
    await expect.poll(() => log(page).getByText("不确定是否送达").count()).toBe(2);
    expect(await page.getByText(/没有读出来/).count()).toBe(0);
    await page.context().setOffline(false);
    await expect.poll(() => fake.desk.shopperSees("v1"), { timeout: 20_000 }).toEqual(["在吗", "第一句", "第二句"]);
    await expect.poll(() => log(page).getByText("不确定是否送达").count()).toBe(0);
  });

  it("stays with those who wait after taking one, and goes to its own list with the last", async () => {
    const { shopperWaits } = world();
    for (const name of ["林女士", "阿强"]) await shopperWaits(name, "在吗");
    await signIn(page, { url: fake.url, agent: AGENT });
    const take = async (name: string): Promise<void> => {
      await row(page, name).click();
      await page.getByRole("heading", { name }).waitFor();
      await page.keyboard.press("c");
      await page.getByRole("button", { name: "释放给机器人" }).waitFor();
    };
    await take("林女士");
    expect(await row(page, "阿强").count()).toBe(1);
    await take("阿强");
    await row(page, "林女士").waitFor();
    expect(new URL(page.url()).search).toBe("?list=mine");
    await page.getByRole("heading", { name: "阿强" }).waitFor();
  });

  it("calls a busy button by the name it has, and by no other afterwards", async () => {
    const { shopperWaits } = world();
    await shopperWaits("林女士", "在吗");
    await signIn(page, { url: fake.url, agent: AGENT });
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route("**/claim", async (route) => {
      await held;
      await route.continue();
    });
    await row(page, "林女士").click();
    const claim = page.getByRole("button", { name: "接入", exact: true });
    await claim.click();
    await claim.and(page.locator(".ant-btn-loading")).waitFor();
    answer();
    await page.getByRole("button", { name: "结束", exact: true }).waitFor();
  });

  it("reads why an act was refused, and what was being sent comes back", async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000, row: MINE });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1?list=mine`);
    await page.getByRole("textbox", { name: "回复顾客" }).fill("在的");
    fake.desk.act("v1", "release", { clientId: "elsewhere", epoch: 1 }, { id: "a1", name: "李小雨" });
    fake.desk.act("v1", "claim", { clientId: "elsewhere2" }, { id: "a1", name: "李小雨" });
    await page.keyboard.press("Enter");
    await page.getByText("您打开之后会话有了变化").waitFor();
    await page.getByRole("button", { name: "放回输入框" }).click();
    await expect.poll(() => page.getByRole("textbox", { name: "回复顾客" }).inputValue()).toBe("在的");
  });

  it("shows what shoppers write as text, whatever it looks like", async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
    fake.desk.open("v1", { name: hostile, text: hostile, waitedMs: 1_000 });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1`);
    await log(page).getByText(hostile).first().waitFor();
    expect(await page.locator("#content img, #content script").count()).toBe(0);
  });
});

function world(): ConsoleWorld {
  let count = 0;
  return {
    url: fake.url,
    agent: AGENT,
    shopperWaits: async (name, text) => {
      count += 1;
      fake.desk.open(`v${count}`, { name, text, waitedMs: 5_000 });
      return `v${count}`;
    },
    shopperSays: async (id, text) => {
      fake.desk.say(id, { author: { type: "shopper" }, text, internal: false });
      fake.tell(id);
    },
    shopperSees: async (id) => fake.desk.shopperSees(id),
  };
}

/** How far the talk is scrolled from its end, in pixels. */
const TO_END = `(() => {
  const { scrollHeight, scrollTop, clientHeight } = document.querySelector(".log");
  return scrollHeight - scrollTop - clientHeight;
})()`;
