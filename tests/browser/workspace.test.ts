import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { openRealDesk, SHOP, type RealDesk } from "../support/real-desk.ts";
import { realConsoleWorld } from "../support/real-desk-sides.ts";
import { log, row, signIn, type ConsoleWorld } from "./console-stories.ts";

/** The name of another store of this desk. */
const OTHER_STORE = "安静";

describeOnEmbedded("An agent's tools, on the real desk", (database) => {
  let browser: Browser;
  let desk: RealDesk;
  let world: ConsoleWorld;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(await database.place())]);
    world = await realConsoleWorld(desk);
  });
  afterAll(async () => {
    await browser.close();
    expect(await desk.server.stop()).toBe(0);
  });
  beforeEach(async () => {
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" })).newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => faults.push(error.message));
  });
  afterEach(async () => {
    await page.context().close();
    expect(faults.splice(0)).toEqual([]);
  });

  const reply = () => page.getByRole("textbox", { name: "回复顾客" });
  const dialog = () => page.getByRole("dialog");

  async function take(name: string, text: string): Promise<string> {
    const id = await world.shopperWaits(name, text);
    await signIn(page, world);
    await row(page, name).click();
    await page.getByRole("button", { name: "接入" }).click();
    await page.getByRole("button", { name: "释放给机器人" }).waitFor();
    return id;
  }

  it("asks before another store is named, and never sends an open variable", { timeout: 120_000 }, async () => {
    const id = await take("林女士", "你们还有别的店吗");
    await reply().fill(`有的，${OTHER_STORE}也是我们的`);
    await reply().press("Enter");
    await dialog().getByText("别家店铺的名字").waitFor();
    expect(await dialog().getByRole("button", { name: "确认发送" }).isDisabled()).toBe(true);
    expect(await world.shopperSees(id)).not.toContain(`有的，${OTHER_STORE}也是我们的`);
    await dialog().getByRole("button", { name: "顾客自己提到的" }).click();
    await dialog().getByRole("button", { name: "确认发送" }).click();
    await expect.poll(() => world.shopperSees(id), { timeout: 10_000 }).toContain(`有的，${OTHER_STORE}也是我们的`);
    await reply().fill("订单{order}已发出");
    await reply().press("Enter");
    await dialog().getByText("没有填上的变量").waitFor();
    expect(await dialog().getByRole("button", { name: "确认发送" }).count()).toBe(0);
    await dialog().getByRole("button", { name: "放回去改" }).click();
    await expect.poll(() => reply().inputValue(), { timeout: 5_000 }).toBe("订单{order}已发出");
  });

  it("holds back a sum above the limit until a supervisor granted it, by keyboard", { timeout: 120_000 }, async () => {
    const boss = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN" })).newPage();
    await signIn(boss, { url: world.url, agent: desk.supervisor });
    const value = { merchant: "never", upToYuan: 0, dueMinutes: 10, agentLimitYuan: 30 };
    const set = await boss.request.put(`${world.url}/api/console/stores/${SHOP.id}/settings/requests`, {
      data: { version: 0, value },
      headers: { origin: world.url },
    });
    expect(set.status()).toBe(200);
    const id = await take("苏女士", "杯子碎了，怎么办");
    await reply().fill("实在抱歉，赔您50元可以吗");
    await reply().press("Enter");
    await dialog().getByText("超过您能答应的金额").waitFor();
    await dialog().getByRole("button", { name: "去请示" }).press("Enter");
    await dialog().getByRole("textbox", { name: "怎么回事，为什么" }).fill("杯子到货碎了，有照片");
    await page.keyboard.press("Control+Enter");
    const asked = page.getByRole("region", { name: "请示" });
    await asked.getByText("待答复").waitFor();
    expect(await violations(page)).toEqual([]);
    expect((await world.shopperSees(id)).join()).not.toContain("50元");
    await boss.goto(`${world.url}/console/wall`);
    await boss.getByRole("region", { name: "请示" }).getByText("请示赔付 ¥50").waitFor();
    // What still loads elsewhere on the wall is not this test's to judge.
    await expect.poll(() => boss.locator(".ant-skeleton").count(), { timeout: 20_000 }).toBe(0);
    expect(await violations(boss)).toEqual([]);
    await boss.getByRole("button", { name: "同意 ¥50" }).click();
    await asked.getByText("已同意").waitFor();
    await expect.poll(() => reply().inputValue(), { timeout: 5_000 }).toBe("实在抱歉，赔您50元可以吗");
    await reply().press("Enter");
    await expect.poll(() => world.shopperSees(id), { timeout: 10_000 }).toContain("实在抱歉，赔您50元可以吗");
    expect((await world.shopperSees(id)).join()).not.toContain("有照片");
    await boss.context().close();
  });

  it("finds a phrase by the initials of its pinyin and fills it in", { timeout: 120_000 }, async () => {
    const id = await take("阿强", "在吗");
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "短语" }).click();
    await page.getByRole("button", { name: "新短语" }).click();
    await dialog().getByRole("textbox", { name: "快捷词" }).fill("稍等");
    await dialog().getByRole("textbox", { name: "内容" }).fill("{shopper}您好，{agent}在，请稍等。");
    await dialog().getByRole("button", { name: "保存" }).click();
    await page.getByText("/稍等").waitFor();
    await page.goto(`${world.url}/console/conversations/${id}?list=mine`);
    await reply().click();
    await page.keyboard.type("/sd");
    await page.getByRole("option", { name: "/稍等" }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => reply().inputValue(), { timeout: 5_000 }).toBe("阿强您好，周晓在，请稍等。");
    await page.keyboard.press("Enter");
    await expect.poll(() => world.shopperSees(id), { timeout: 10_000 }).toContain("阿强您好，周晓在，请稍等。");
  });

  it("hides a telephone number until there is a reason, and passes the conversation on", { timeout: 120_000 }, async () => {
    const id = await take("小鹿", "我电话13812345678，帮我查下");
    await log(page).getByText("138****5678").waitFor();
    expect(await page.content()).not.toContain("13812345678");
    await log(page).getByRole("button", { name: "显示完整" }).click();
    await dialog().getByRole("button", { name: "联系快递" }).click();
    await dialog().getByRole("button", { name: "显示完整" }).click();
    await log(page).getByText("13812345678").waitFor();
    await page.keyboard.press("t");
    await dialog().getByText("放回排队", { exact: true }).click();
    await dialog().getByRole("button", { name: "我要下班了" }).click();
    await dialog().getByRole("textbox", { name: /摘要/ }).fill("要查快递，已核对电话");
    await dialog().getByRole("button", { name: "转接", exact: true }).click();
    await expect
      .poll(async () => (await world.shopperSees(id)).join(), { timeout: 10_000 })
      .toContain("前面说的都转过去了，不用再讲一遍。");
    await page.getByRole("region", { name: "转接" }).getByText("要查快递，已核对电话").waitFor();
    expect((await world.shopperSees(id)).join()).not.toContain("已核对电话");
  });

  it(
    "shows what was missed while the connection was lost, and says when that is not known, on a phone too",
    { timeout: 120_000 },
    async () => {
      const id = await take("何女士", "灯罩什么时候到");
      const events = "**/api/console/events*";
      await page.route(events, (route) => route.abort());
      await page.evaluate("stop()");
      await world.shopperSays(id, "在吗在吗");
      await page.unroute(events);
      await log(page).getByText("断线期间 · 1 条").waitFor();
      await log(page).getByText("在吗在吗").waitFor();
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      expect(await violations(page)).toEqual([]);

      // The number it comes back with was never told: as after a backup that was restored.
      await page.route(events, (route) =>
        route.continue({
          url: route
            .request()
            .url()
            .replace(/after=\d+/, "after=999999999999"),
        }),
      );
      await page.evaluate("stop()");
      await page.getByRole("link", { name: "返回列表" }).click();
      await page.getByText("断线太久，已重新读取当前状态").waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "知道了" }).click();
      await page.getByText("断线太久，已重新读取当前状态").waitFor({ state: "hidden" });
    },
  );

  it("goes to a conversation by what was said in it, from anywhere", { timeout: 120_000 }, async () => {
    const id = await take("周先生", "我要一个紫檀色的灯罩");
    await page.goto(`${world.url}/console/phrases`);
    await page.getByRole("button", { name: "新短语" }).waitFor();
    await page.keyboard.press("Control+k");
    await expect.poll(() => page.evaluate("document.activeElement instanceof HTMLInputElement")).toBe(true);
    await page.keyboard.type("紫檀色");
    await dialog().getByRole("option", { name: "周先生" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "周先生" }).waitFor();
    expect(page.url()).toContain(id);
  });
});
