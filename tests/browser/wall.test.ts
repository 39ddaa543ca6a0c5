import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { violations } from "../support/axe.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { agentByHttp, realConsoleWorld } from "../support/real-desk-sides.ts";
import { onDatabase, openRealDesk, SHOP, type RealDesk } from "../support/real-desk.ts";
import { signIn, type ConsoleWorld } from "./console-stories.ts";

const EVERY_DAY = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

// One supervisor's look at the wall, step by step, on the real server: the steps build on each other.
describeOnEmbedded("The supervisors' live wall", (database) => {
  let browser: Browser;
  let desk: RealDesk;
  let world: ConsoleWorld;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    const place = await database.place();
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(place)]);
    // A limit of a second, so that being late need not be waited for.
    await desk.server.stop();
    const replyLimits = { firstReplyMs: 1_000, nextReplyMs: 60_000, hours: "always" };
    await onDatabase(place, async (db) => {
      await db.prisma.store.update({ where: { id: SHOP.id }, data: { replyLimits } });
      const [stores, shifts] = [{ create: { storeId: SHOP.id } }, { create: { days: EVERY_DAY, start: "00:00", end: "24:00" } }];
      await db.prisma.agent.create({ data: { id: "wu-an", name: "吴安", skills: ["any"], capacity: 0, stores, shifts } });
    });
    await desk.server.start();
    world = await realConsoleWorld(desk);
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" })).newPage();
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => errors.push(error.message));
    // The wall is where supervisors begin.
    await signIn(page, { url: desk.server.url, agent: desk.supervisor });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await desk.server.stop();
    expect(errors).toEqual([]);
  });

  const region = (name: string) => page.getByRole("region", { name, exact: true }).first();
  const tile = (label: string) => page.locator(".wall-tile", { has: page.getByText(label, { exact: true }) });

  it("shows an empty desk with what each figure means, and invents no share", async () => {
    await tile("正在等人接").getByText("没有人在等").waitFor();
    await tile("今天的服务水平").getByText("暂无", { exact: true }).waitFor();
    await tile("今天的服务水平").getByText("时限：1 秒").waitFor();
    await region("客服").getByRole("row", { name: "周晓" }).getByText("可接待").waitFor();
    await region("问得突然多起来的").getByText("前 7 天里只有 0 天有会话").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("tells by itself who waits and who is late, one click from the conversation", async () => {
    const id = await world.shopperWaits("林女士", "拉链坏了，能换一件新的吗？");
    await tile("正在等人接").getByText("最久").waitFor();
    const late = region("超时的会话").getByRole("link", { name: "林女士" });
    await late.waitFor({ timeout: 30_000 });
    await tile("正在超时").getByRole("link", { name: "看是哪些" }).click();
    expect(new URL(page.url()).searchParams.get("overdue")).toBe("now");

    await late.click();
    await page.getByRole("heading", { name: "林女士" }).waitFor();
    expect(page.url()).toContain(id);
    await page.goBack();
  });

  it("counts the late reply in the level and in today's list", async () => {
    const agent = await agentByHttp(desk);
    await agent.say(await agent.takeNewest(), "可以换新的。");
    await tile("今天的服务水平").getByText("0 个按时，1 个超时").waitFor();
    await region("今天每小时的服务水平").getByText("0% 按时").waitFor();
    await tile("今天的服务水平").getByRole("link", { name: "看是哪些" }).click();
    await region("超时的会话").getByText("后才回复").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("keeps the day among the reply limits by day; a number opens its conversations", async () => {
    await page.getByRole("link", { name: "按天看时限统计" }).click();
    const table = region("每家店每天的服务水平");
    await table
      .getByRole("link", { name: /^超时 1 · / })
      .first()
      .click();
    await page
      .getByRole("region", { name: /^超过首次回复时限的会话/ })
      .getByRole("link", { name: "林女士" })
      .waitFor();
    expect(new URL(page.url()).searchParams.get("what")).toBe("late");
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole("link", { name: "实时看板" }).click();
    await tile("今天的服务水平").getByText("0 个按时，1 个超时").waitFor();
    await tile("今天的服务水平").getByRole("link", { name: "看是哪些" }).click();
  });

  it("lets the supervisor whisper to the agent, and give the conversation to another, over capacity only when confirmed", async () => {
    await page.getByRole("region", { name: "超时的会话" }).getByRole("link", { name: "林女士" }).click();
    const menu = page.getByRole("button", { name: "主管操作" });
    await menu.click();
    await page.getByRole("menuitem", { name: "悄悄提醒客服" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("提醒内容").fill("先道歉，再给方案");

    await dialog.getByRole("button", { name: "发送" }).click();
    await page.getByRole("log", { name: "会话消息" }).getByText("先道歉，再给方案").waitFor();
    await menu.click();
    await page.getByRole("menuitem", { name: "指派给" }).click();
    await dialog.getByRole("combobox", { name: "指派给" }).click();
    await page.getByTitle("吴安，手上 0 / 0，已满").click();
    await dialog.getByLabel("原因").fill("顾客点名要她");
    await dialog.getByRole("button", { name: "确定" }).click();
    await dialog.getByText("吴安手上已有 0 个，最多 0 个").waitFor();
    await page.locator(".ant-select-dropdown").waitFor({ state: "hidden" });
    expect(await violations(page)).toEqual([]);

    await dialog.getByRole("button", { name: "仍然指派" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("log", { name: "会话消息" }).getByText("接下来由吴安为您服务").waitFor();
    await page.getByText("吴安 接待中").first().waitFor();
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "实时" }).click();
  });

  it("answers who would get something, with why and how everybody stands", async () => {
    const who = region("这单会给谁？");
    await who.getByRole("button", { name: "算一下" }).click();
    await who.getByText("会派给 周晓").waitFor();
    await who.getByText("可以接", { exact: true }).waitFor();
    await who.getByLabel("什么时候").fill("2026-12-25T03:00");
    await who.getByRole("button", { name: "算一下" }).click();
    await who.getByText("会派给 周晓").waitFor();
  });

  it("fits a phone, in English too", async () => {
    await page.getByRole("button", { name: "English" }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("heading", { name: "Live wall" }).waitFor();
    await tile("Service level today").getByText("0 in time, 1 late").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    expect(await violations(page)).toEqual([]);

    await page.setViewportSize({ width: 1280, height: 800 });

    await page.getByRole("button", { name: "中文" }).click();
  });

  it("says what it could not read, keeps what was there, and reads it again", async () => {
    await page.route(/\/api\/console\/wall(\?|$)/, (route) => route.abort());
    await world.shopperWaits("阿强", "衣服洗过还能退吗？");
    await page.getByText("实时数据没有读出来").waitFor();
    await tile("今天的服务水平").getByText("0 个按时，1 个超时").waitFor();
    await page.unroute(/\/api\/console\/wall(\?|$)/);
    await page.getByRole("button", { name: "再试一次" }).first().click();
    await page.getByText("实时数据没有读出来").waitFor({ state: "detached" });
  });
});
