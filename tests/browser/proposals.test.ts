import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { openRealDesk, SHOP, type RealDesk, type SignIn } from "../support/real-desk.ts";
import { readUntil, widgetClient } from "../support/widget-client.ts";
import { signIn } from "./console-stories.ts";

const QUESTION = "下单后多久发货？";
const BEFORE =
  "每天 16 点前付款的当天发出，之后的次日发，最晚不超过 48 小时，周末照常。江浙沪一般次日到，其他省 2 到 4 天。预售款以页面写的日期为准。";
const AFTER = "双 11 期间仓库加班：每天 20 点前付款的当天发出，其余次日发。";

describeOnEmbedded("A merchant who wants another answer", (database) => {
  let browser: Browser;
  let desk: RealDesk;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(await database.place())]);
  });
  afterAll(async () => {
    await browser.close();
    expect(await desk.server.stop()).toBe(0);
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(faults.splice(0)).toEqual([]);
  });

  async function consoleOf(who: SignIn): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN" });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => faults.push(error.message));
    await signIn(page, { url: desk.server.url, agent: who });
    return page;
  }

  async function answerTo(question: string): Promise<string> {
    const shopper = await widgetClient(desk.server.url, SHOP.key);
    await shopper.send({ clientId: crypto.randomUUID(), text: question });
    const said = await readUntil(shopper, (all) => all.some(({ source }) => source !== undefined), 15_000);
    return said.find(({ source }) => source !== undefined)?.text ?? "";
  }

  it("proposes it, a supervisor accepts it, and the next shopper reads it", { timeout: 120_000 }, async () => {
    expect(await answerTo(QUESTION)).toBe(BEFORE);

    const merchant = await consoleOf(desk.merchant);
    await merchant.getByRole("heading", { name: "今日" }).waitFor();
    await merchant.getByText("您还没有提议过").waitFor();
    await merchant.getByRole("button", { name: "提议修改" }).click();
    const form = merchant.getByRole("dialog");
    await form.getByRole("radio", { name: "修改已有的知识" }).check();
    await form.getByLabel("搜索要改的知识").first().fill("多久发货");
    await merchant.keyboard.press("Enter");
    await form.getByRole("button", { name: QUESTION }).click();
    await form.getByRole("textbox", { name: "答案" }).fill(AFTER);
    await form.getByRole("textbox", { name: "说明（写给主管看）" }).fill("大促期间");
    await form.getByRole("button", { name: "提交提议" }).click();
    const mine = merchant.getByRole("region", { name: "我的提议" });
    await mine.getByText("等待决定").waitFor();
    expect(await answerTo(QUESTION)).toBe(BEFORE);

    const supervisor = await consoleOf(desk.supervisor);
    const link = supervisor.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: /提议/ });
    await expect.poll(() => link.innerText()).toMatch(/提议\s*1/);
    await link.click();
    await supervisor.getByText("王老板 · 商家").waitFor();
    await supervisor.getByText("说明：大促期间").waitFor();
    expect(await supervisor.locator(".proposal ins").allInnerTexts()).not.toEqual([]);
    await supervisor.getByRole("button", { name: "采用", exact: true }).click();
    await supervisor.getByText(/陈主管 采用于/).waitFor();
    await expect.poll(() => link.innerText()).toBe("提议");

    expect(await answerTo(QUESTION)).toBe(AFTER);
    await merchant.reload();
    await mine.getByText("已采用").waitFor();
    await mine.getByText(/写进了第 2 版/).waitFor();
  });

  it("reads why another one was refused, and takes a third one back", { timeout: 120_000 }, async () => {
    const merchant = await consoleOf(desk.merchant);
    const propose = async (question: string): Promise<void> => {
      await merchant.getByRole("button", { name: "提议修改" }).click();
      const form = merchant.getByRole("dialog");
      await form.getByRole("button", { name: "提交提议" }).click();
      await form.getByText("请填写问题。").waitFor();
      await form.getByRole("textbox", { name: "问题" }).fill(question);
      await form.getByRole("textbox", { name: "答案" }).fill("可以的。");
      await form.getByRole("button", { name: "提交提议" }).click();
      await form.waitFor({ state: "hidden" });
    };
    await propose("能送贺卡吗");
    await propose("能送礼盒吗");
    const item = (page: Page, question: string) => page.locator(".proposal").filter({ hasText: question });
    await item(merchant, "能送礼盒吗").getByRole("button", { name: "撤回" }).click();
    await item(merchant, "能送礼盒吗").getByText("已撤回").first().waitFor();

    const supervisor = await consoleOf(desk.supervisor);
    await supervisor.goto(`${desk.server.url}/console/proposals?status=open`);
    await item(supervisor, "能送贺卡吗").getByRole("button", { name: "不采用…" }).click();
    await supervisor.getByRole("button", { name: "确定不采用" }).click();
    await supervisor.getByText("请写一句原因，提议的人会看到。").waitFor();
    await supervisor.getByRole("textbox", { name: "为什么不采用（提议的人会看到）" }).fill("仓库没有贺卡");
    await supervisor.getByRole("button", { name: "确定不采用" }).click();
    await supervisor.getByText("没有提议").waitFor();

    await merchant.reload();
    await item(merchant, "能送贺卡吗").getByText("原因：仓库没有贺卡").waitFor();
  });
});
