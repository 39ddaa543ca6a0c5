import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { violations } from "../support/axe.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { openRealDesk, SHOP, type RealDesk, type SignIn } from "../support/real-desk.ts";
import { signIn } from "./console-stories.ts";

// One supervisor's visit, step by step, on the real server: the steps build on each other.
describeOnEmbedded("The page of when the bot answers itself", (database) => {
  let browser: Browser;
  let desk: RealDesk;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(await database.place())]);
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN" })).newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => errors.push(error.message));
    await enter(page, desk.supervisor);
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "设置" }).click();
    await page.getByRole("navigation", { name: "设置" }).getByRole("link", { name: "机器人" }).click();
    await page.getByRole("heading", { name: "机器人什么时候自己答" }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await desk.server.stop();
    expect(errors).toEqual([]);
  });

  const enter = (to: Page, who: SignIn) => signIn(to, { url: desk.server.url, agent: who });
  const address = () => `${desk.server.url}/console/answering?store=${SHOP.id}`;
  const style = (name: RegExp) => page.getByRole("radio", { name });
  const becomes = () => page.getByRole("region", { name: "您店里的问题会怎样" });
  const history = () => page.getByRole("region", { name: "修改记录" });

  it("says what it counts while nothing was asked yet: the store's own phrasings", async () => {
    await becomes().getByText("还没有能数的会话和标准问题").waitFor({ timeout: 30_000 });
    await becomes()
      .getByText(/(每 100|这 \d+) 个问题里，自己答 \d+ 个，其中(大约)?答错 \d+ 个/)
      .waitFor();
    expect(await style(/均衡/).isChecked()).toBe(true);
    await page.getByText("现在就是这样。").waitFor();
    await page.getByText("本店满 200 个，或者各店合起来满 200 个以后，每天夜里会重新算").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("shows with the keyboard what another style would do, which questions change, and sets it", async () => {
    await style(/均衡/).focus();
    await page.keyboard.press("ArrowLeft");
    expect(await style(/谨慎/).isChecked()).toBe(true);
    await becomes().getByText("换成“谨慎”").waitFor();
    await becomes()
      .getByText(/会变的问题（\d+ 个）|这些问题没有一个会变/)
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "就用这一档" }).press("Enter");
    await page.getByText("已保存，下一条消息就按这个来。").waitFor();
    await history().getByText("均衡（35%） → 谨慎（54%）").waitFor();
    expect(await page.evaluate("document.activeElement.value")).toBe("cautious");
    await history().getByText(desk.supervisor.name).waitFor();
  });

  it("counts golden questions once there are some", async () => {
    await page.evaluate(
      `fetch("/api/console/stores/${SHOP.id}/golden/q1", { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify({ text: "今天股市怎么样", gold: ["none"] }) }).then((r) => { if (!r.ok) throw new Error(String(r.status)); })`,
    );
    await page.goto(address());
    await becomes().getByText("按本店 1 个知道结果的问题数出来：0 个来自最近三个月的会话，1 个来自标准问题。").waitFor();
    await becomes().getByText("问题还少，只能看个大概。").waitFor();
    await becomes().getByText("这 1 个问题里，").waitFor();
    expect(await becomes().getByText("每 100 个").count()).toBe(0);
  });

  it("takes own numbers, naming beside the field what is wrong", async () => {
    await page.goto(address());
    await page.getByText("自己定数值（适合熟悉的人）").click();
    const answer = page.getByRole("textbox", { name: "直接回答" });
    await answer.fill("百分之五");
    await page.getByText("请填 5 到 99 之间的数").waitFor();
    expect(await page.getByRole("button", { name: "就用这些数值" }).isDisabled()).toBe(true);
    expect(await becomes().getByText("正在数……").count()).toBe(0);
    await answer.fill("３０％");
    await page.getByRole("textbox", { name: "反问" }).fill("45");
    await page.getByText("不能比“直接回答”的数大").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("textbox", { name: "反问" }).fill("20");
    await page.getByRole("button", { name: "就用这些数值" }).click();
    await history().getByText("谨慎（54%） → 自己定（30%）").waitFor();
    expect(await style(/自己定/).isChecked()).toBe(true);
    await page.getByText("本店现在用的是自己定的数值，夜里不会改动。").waitFor();
    await page.getByText("现在就是这样。").waitFor();
  });

  it("undoes the newest change, and takes an older one again", async () => {
    await page.getByRole("button", { name: "撤销第 2 次改动" }).click();
    await history().getByText("自己定（30%） → 谨慎（54%）").waitFor();
    await page.getByText("本店上一次改动是恢复，夜里就不会再自动改").waitFor();
    await page.getByRole("button", { name: "恢复成这样：第 2 次改动之后" }).click();
    await history().getByText("谨慎（54%） → 自己定（30%）").nth(1).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("says so when somebody else was quicker, and changes nothing", async () => {
    const other = await (await browser.newContext({ locale: "zh-CN" })).newPage();
    await enter(other, desk.admin);
    await other.goto(address());
    await other.getByRole("radio", { name: /大胆/ }).check();
    await other.getByRole("button", { name: "就用这一档" }).click();
    await other.getByText("已保存，下一条消息就按这个来。").waitFor();
    await style(/谨慎/).check();
    await page.getByRole("button", { name: "就用这一档" }).click();
    await page.getByText(/刚刚有人改过/).waitFor();
    await page.goto(address());
    await style(/大胆/).waitFor();
    expect(await style(/大胆/).isChecked()).toBe(true);
  });

  it("says when it could not be counted, and lets one try again", async () => {
    await page.goto(address());
    await style(/大胆/).waitFor();
    await page.route("**/answering/preview", (route) => route.abort());
    await style(/谨慎/).check();
    const again = page.getByRole("button", { name: "再试一次" });
    await again.waitFor();
    expect(await becomes().getByText("正在数……").count()).toBe(0);
    await page.unroute("**/answering/preview");
    await again.click();
    await becomes().getByText("换成“谨慎”").waitFor();
  });

  it("stands among the settings: reply limits are set, told who did it, and taken back, on a phone too", async () => {
    await page.getByRole("navigation", { name: "设置" }).getByRole("link", { name: "回复时限" }).click();
    const first = page.getByRole("spinbutton", { name: /^首次回复, / });
    await first.fill("60");
    await page.getByText("改了 1 项，还没保存").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "保存" }).press("Enter");
    const changes = page.getByRole("region", { name: "改过什么" });
    await changes.getByText("首次回复 180 秒 60 秒").waitFor();
    await changes.getByText(desk.supervisor.name).waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await changes.getByRole("button", { name: "撤销第 1 次改动" }).click();
    await changes.getByText("首次回复 60 秒 180 秒").waitFor();
    expect(await first.inputValue()).toBe("180");
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${desk.server.url}/console/settings/routing`);
    await page.getByRole("button", { name: "加一级 顾客不说话时少占名额" }).waitFor();
    expect(await violations(page)).toEqual([]);
    // Each page shows its own setting.
    for (const [topic, field] of [
      ["waits", "派单等多久"],
      ["requests", "客服自己能答应多少"],
      ["closing", "顾客多久不说话算结束"],
      ["guard", "自带的词"],
    ] as const) {
      await page.goto(`${desk.server.url}/console/settings/${topic}`);
      await page.getByRole("heading", { name: field }).waitFor();
      expect(await violations(page), topic).toEqual([]);
    }
  });

  it("has the learning of a store beside it, in a drawer that says what it does before it does it", async () => {
    await page.goto(`${desk.server.url}/console/knowledge`);
    await page.getByRole("button", { name: "看看有什么可学的" }).click();
    await page.getByRole("dialog", { name: "从会话里学习" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("is in English too, and fits a phone", async () => {
    await page.goto(address());
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "When the bot answers itself" }).waitFor();
    await page.getByText(/Of this one question it answers \d+ by itself/).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.reload();
    await page.getByText(/Of this one question it answers \d+ by itself/).waitFor();
    const tab = await page.getByRole("link", { name: "Bot" }).boundingBox();
    expect(tab === null ? 0 : tab.x + tab.width).toBeLessThanOrEqual(390);
    expect(await violations(page)).toEqual([]);
  });

  it("is not for agents", async () => {
    const other = await (await browser.newContext({ locale: "zh-CN" })).newPage();
    await enter(other, desk.agent);
    expect(await other.getByRole("link", { name: "设置" }).count()).toBe(0);
    await other.goto(address());
    await other.getByText("没有这个页面").waitFor();
  });
});
