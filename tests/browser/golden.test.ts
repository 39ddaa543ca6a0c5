import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { violations } from "../support/axe.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { openRealDesk, type RealDesk, type SignIn } from "../support/real-desk.ts";
import { signIn } from "./console-stories.ts";

const QUESTION = "下单后多久发货？";

describeOnEmbedded("A supervisor who keeps golden questions", (database) => {
  let browser: Browser;
  let desk: RealDesk;
  const faults: string[] = [];

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(await database.place())]);
  });
  afterAll(async () => {
    await browser.close();
    expect(await desk.server.stop()).toBe(0);
    expect(faults).toEqual([]);
  });

  async function consoleOf(who: SignIn): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN" });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => faults.push(error.message));
    await signIn(page, { url: desk.server.url, agent: who });
    return page;
  }

  it("is told what a proposal would break, changes its words, and accepts it", { timeout: 120_000 }, async () => {
    const merchant = await consoleOf(desk.merchant);
    await merchant.getByRole("button", { name: "提议修改" }).click();
    const form = merchant.getByRole("dialog");
    await form.getByRole("textbox", { name: "问题" }).fill(QUESTION);
    await form.getByRole("textbox", { name: "答案" }).fill("请看商品页。");
    await form.getByRole("button", { name: "提交提议" }).click();
    await form.waitFor({ state: "hidden" });

    const supervisor = await consoleOf(desk.supervisor);
    await supervisor.goto(`${desk.server.url}/console/proposals?status=open`);
    await supervisor.getByRole("button", { name: "标准问题" }).click();
    const drawer = supervisor.getByRole("dialog");
    await drawer.getByText("还没有标准问题").waitFor();
    await drawer.getByRole("button", { name: "加入" }).click();
    await drawer.getByText("问题和应该怎样都要写。").waitFor();
    await drawer.getByRole("textbox", { name: "问题" }).fill(QUESTION);
    await drawer.getByRole("textbox", { name: "应该怎样" }).fill("没有这条");
    await supervisor.keyboard.press("Enter");
    await drawer.getByText(/没有编号为“没有这条”的知识/).waitFor();
    await drawer.getByRole("textbox", { name: "应该怎样" }).fill(await shippingArticle(supervisor));
    await supervisor.keyboard.press("Enter");
    await drawer.getByRole("list", { name: "标准问题" }).getByText(QUESTION).waitFor();
    await drawer.getByRole("button", { name: "现在试一遍" }).click();
    await drawer.getByText("1 个里答对 1 个").waitFor();
    expect(await violations(supervisor)).toEqual([]);
    await supervisor.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });

    const item = supervisor.locator(".proposal").filter({ hasText: "请看商品页。" });
    await item.getByRole("button", { name: "采用", exact: true }).click();
    await item.getByText("没有采用：会弄坏的标准问题比修好的多").waitFor();
    await item.getByText("1 个标准问题：变差 1 个，变好 0 个。").waitFor();
    await item
      .getByRole("region", { name: "变差的" })
      .getByText(/答对（.+） → /)
      .waitFor();
    expect(await violations(supervisor)).toEqual([]);

    await item.getByRole("button", { name: "改一改再采用…" }).click();
    await item.getByRole("textbox", { name: "问题" }).fill("能刻字吗");
    await item.getByRole("textbox", { name: "答案" }).fill("可以，下单备注要刻的字。");
    await item.getByRole("button", { name: "采用改过的内容" }).click();
    await supervisor.getByText("已采用。1 个标准问题：变好 0 个，变差 0 个。").waitFor();
  });

  it("sees what a proposal would be linked to, and links it otherwise, by keyboard alone", { timeout: 120_000 }, async () => {
    const merchant = await consoleOf(desk.merchant);
    await merchant.getByRole("button", { name: "提议修改" }).click();
    const form = merchant.getByRole("dialog");
    await form.getByRole("textbox", { name: "问题" }).fill("退货的运费谁出");
    await form.getByRole("textbox", { name: "答案" }).fill("质量问题我们出，其他情况请您出。");
    await form.getByRole("button", { name: "提交提议" }).click();
    await form.waitFor({ state: "hidden" });

    const supervisor = await consoleOf(desk.supervisor);
    await supervisor.goto(`${desk.server.url}/console/proposals`);
    const item = supervisor.locator(".proposal").filter({ hasText: "退货的运费谁出" });
    await item.getByText(/建议：.*\d+%/).waitFor();
    await item.getByRole("button", { name: "改一改再采用…" }).focus();
    await supervisor.keyboard.press("Enter");
    const links = item.getByRole("combobox", { name: "意图" });
    await links.focus();
    await supervisor.keyboard.type("开发票");
    await supervisor.keyboard.press("Enter");
    await supervisor.keyboard.press("Escape");
    await expect.poll(() => violations(supervisor), { timeout: 10_000 }).toEqual([]);
    await item.getByRole("textbox", { name: "为什么这样改（写进历史）" }).focus();
    await supervisor.keyboard.press("Enter");
    await supervisor.getByText(/^已采用。/).waitFor();
    await expect.poll(() => supervisor.evaluate("document.activeElement.className")).toBe("proposals");
    await supervisor.goto(`${desk.server.url}/console/knowledge?query=${encodeURIComponent("退货的运费谁出")}`);
    await supervisor.locator(".question-foot .tag", { hasText: "发票" }).waitFor();
  });

  /** The id of the article that answers the question today. */
  async function shippingArticle(page: Page): Promise<string> {
    const found = await page.evaluate(
      `fetch("/api/console/me").then((r) => r.json()).then(({ stores }) => fetch("/api/console/stores/" + stores.find(({ id }) => id !== "shared").id + "/articles?query=" + encodeURIComponent("${QUESTION}")))
         .then((r) => r.json()).then(({ items }) => items[0].id)`,
    );
    return String(found);
  }
});
