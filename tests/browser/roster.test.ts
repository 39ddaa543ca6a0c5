import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { violations as violationsOf } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { openRealDesk, type RealDesk } from "../support/real-desk.ts";
import { signIn } from "./console-stories.ts";

// One planner's visit, step by step, on the real server: the steps build on each other. 2027-03-01 is a Monday.
describeOnEmbedded("The calendar of shifts", (database) => {
  let browser: Browser;
  let desk: RealDesk;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(await database.place())]);
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN" })).newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => errors.push(error.message));
    await signIn(page, { url: desk.server.url, agent: desk.admin });
    await page.goto(`${desk.server.url}/console/roster?from=2027-03-01`);
    await page.locator(".calendar").waitFor();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await desk.server.stop();
    expect(errors).toEqual([]);
  });

  const editor = () => page.getByRole("dialog");
  /** The cells of the first person's days. */
  const cell = (day: number) => page.locator(".calendar tbody tr").first().locator("td").nth(day);

  const violations = () => violationsOf(page);

  async function shoot(name: string): Promise<void> {
    const folder = process.env["SHOTS"];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/planning-${name}.png`, fullPage: true });
  }

  it("plans a day with the keyboard alone, and shows that it is a day of its own", async () => {
    const before = await cell(0).innerText();
    await cell(0).locator(".calendar-add").focus();
    await page.keyboard.press("Enter");
    await editor().getByRole("button", { name: "加一个班次" }).waitFor();
    await shoot("editor");
    expect(await violations()).toEqual([]);
    for (const remove of await editor().getByRole("button", { name: /^删掉/ }).all()) {
      void remove;
      await editor().getByRole("button", { name: /^删掉/ }).first().click();
    }
    await editor().getByRole("button", { name: "加一个班次" }).click();
    await editor().getByLabel("开始").fill("20:00");
    await editor().getByLabel("结束").fill("02:30");
    await editor().getByLabel("结束").press("Enter");
    await cell(0).getByText("20:00–次日 02:30").waitFor();
    expect(await cell(0).innerText()).not.toBe(before);
    await cell(0).getByText("单日").waitFor();
  });

  it("moves a shift to another day by dragging, and back by the editor", async () => {
    await cell(0)
      .getByRole("button", { name: /20:00–次日 02:30/ })
      .dragTo(cell(2));
    await cell(2).getByText("20:00–次日 02:30").waitFor();
    await cell(0).getByText("休").waitFor();
    await cell(2)
      .getByRole("button", { name: /20:00–次日 02:30/ })
      .click();
    const move = editor().getByRole("group", { name: "把 20:00–次日 02:30 移到" });
    await move.getByRole("combobox", { name: "移到哪一天" }).click();
    await page.locator(".ant-select-dropdown").getByTitle("2027-03-02").click();
    await move.getByRole("button", { name: "移动" }).click();
    await cell(1).getByText("20:00–次日 02:30").waitFor();
  });

  it("copies the week to the next one after showing what would change", async () => {
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "复制到下一周…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/会改 \d+ 天/).waitFor();
    await shoot("copy");
    await dialog.getByRole("button", { name: "确定修改" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "下一周" }).click();
    await page.getByRole("heading", { name: "2027-03-08 至 2027-03-14" }).waitFor();
    await cell(1).getByText("20:00–次日 02:30").waitFor();
  });

  it("takes the last change back, and shows a day hour by hour with what is left of the night before", async () => {
    await cell(1)
      .getByRole("button", { name: /20:00–次日 02:30/ })
      .dragTo(cell(3));
    await cell(3).getByText("20:00–次日 02:30").waitFor();
    await page.getByRole("button", { name: "撤销上一步" }).click();
    await cell(1).getByText("20:00–次日 02:30").waitFor();
    await cell(3).getByText("20:00–次日 02:30").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "撤销上一步" }).waitFor({ state: "detached" });

    await page.getByRole("link", { name: "周三 03-10，看每小时" }).click();
    await page.getByRole("heading", { name: "2027-03-10 每小时" }).waitFor();
    const bar = page.locator(".day-view tbody tr").first().getByRole("button", { name: "20:00–次日 02:30" });
    await bar.waitFor();
    expect(await bar.getAttribute("style")).toMatch(/left: 0%; width: 10\.41/);
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "回到周视图" }).click();
    await page.getByRole("heading", { name: "2027-03-08 至 2027-03-14" }).waitFor();
  });

  it("changes somebody's weekly shifts, and enters leave for them that holds at once", async () => {
    const name = (await page.locator(".calendar tbody th").first().innerText()).split("\n")[0] ?? "";
    await page.getByRole("button", { name: `${name} 的每周班次` }).click();
    await editor().getByRole("button", { name: "加一个班次" }).click();
    await editor()
      .getByRole("group", { name: /^第 \d+ 个班次/ })
      .last()
      .getByLabel("开始", { exact: true })
      .fill("6:15");
    await editor()
      .getByRole("group", { name: /^第 \d+ 个班次/ })
      .last()
      .getByLabel("结束", { exact: true })
      .fill("07:45");
    expect(await violations()).toEqual([]);
    await editor().getByRole("button", { name: "保存" }).click();
    await editor().waitFor({ state: "detached" });
    await page.getByRole("button", { name: `${name} 的每周班次` }).click();
    const last = editor()
      .getByRole("group", { name: /^第 \d+ 个班次/ })
      .last();
    await expect.poll(() => last.getByLabel("开始", { exact: true }).inputValue()).toBe("06:15");
    await page.keyboard.press("Escape");
    await editor().waitFor({ state: "detached" });

    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "登记请假…" }).click();
    await editor().getByRole("combobox", { name: "谁" }).click();
    await page.locator(".ant-select-dropdown").getByTitle(name, { exact: true }).click();
    await editor().getByLabel("第一天").fill("2027-03-08");
    await editor().getByLabel("最后一天").fill("2027-03-08");
    await editor().getByRole("button", { name: "登记", exact: true }).click();
    const anyway = editor().getByRole("button", { name: "仍然登记" });
    await Promise.race([anyway.waitFor(), editor().waitFor({ state: "detached" })]);
    if ((await anyway.count()) > 0) await anyway.click();
    await cell(0).getByText("请假").waitFor();
  });

  it("goes back to the weekly shifts", async () => {
    await cell(1)
      .getByRole("button", { name: /20:00–次日 02:30/ })
      .click();
    await editor().getByRole("button", { name: "恢复每周的班次" }).click();
    await cell(1).getByText("20:00–次日 02:30").waitFor({ state: "detached" });
  });

  it("takes a file of shifts, and says by line what is wrong with one", async () => {
    const choose = (text: string) =>
      page
        .locator('input[accept=".csv,text/csv"]')
        .setInputFiles({ name: "shifts.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await choose("date,agent,start,end\n2027-03-09,nobody,09:00,18:00\n");
    await page.getByText(/没有客服“nobody”/).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  it("proposes a year's holidays, writes them when confirmed, and says of an unknown year that it is unknown", async () => {
    await page.goto(`${desk.server.url}/console/roster?from=2026-10-05`);
    await page.locator(".calendar").waitFor();
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "节假日和调休…" }).click();
    await page.getByText("2026-10-10 · 国庆节 · 上班，按周三").waitFor();
    await page.locator(".ant-dropdown").first().waitFor({ state: "hidden" });
    await shoot("holidays");
    // What still fades in has colours that do not stay.
    await expect.poll(violations, { timeout: 5_000 }).toEqual([]);
    await page.getByRole("button", { name: /写进排班（\d+ 天）/ }).click();
    await page.locator(".calendar thead").getByText("调休，按周三").waitFor();
    expect(await page.locator(".calendar thead").getByText("节假日").count()).toBe(3);
  });

  it(
    "lets an agent ask for leave on their own page, and a supervisor decide it with what speaks against it",
    { timeout: 120_000 },
    async () => {
      const own = await (await browser.newContext({ viewport: { width: 390, height: 900 }, locale: "zh-CN" })).newPage();
      own.setDefaultTimeout(20_000);
      await signIn(own, { url: desk.server.url, agent: desk.agent });
      await own.goto(`${desk.server.url}/console/my-shifts`);
      await own.locator(".my-days").waitFor();
      expect(await violationsOf(own)).toEqual([]);
      expect(await own.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      await own.getByLabel("从").fill("2030-03-01");
      await own.getByLabel("到（含当天）").fill("2030-03-03");
      await own.getByRole("button", { name: "请假", exact: true }).click();
      await own.getByText("等待答复").waitFor();
      const folder = process.env["SHOTS"];
      if (folder !== undefined) await own.screenshot({ path: `${folder}/planning-my-shifts.png`, fullPage: true });
      await page.goto(`${desk.server.url}/console/roster?from=2030-02-25`);
      const wishes = page.getByRole("region", { name: "请假和换班" });
      await wishes.getByText(/请假 2030-03-01 至 2030-03-03/).waitFor();
      await shoot("requests");
      await wishes.getByText(/2030-03-02 \d\d:\d\d–\d\d:\d\d：.*有时段没有会“全能”的人在岗/).waitFor();
      await wishes.getByRole("button", { name: "仍然批准" }).click();
      await page.locator(".calendar tbody").getByText("请假").first().waitFor();
      expect(await page.locator(".calendar tbody").getByText("请假", { exact: true }).count()).toBe(3);
      await own.context().close();
    },
  );

  it.each([
    [1280, "zh-CN"],
    [390, "zh-CN"],
    [1280, "en"],
    [390, "en"],
  ])("fits %s pixels and passes axe in %s", async (width, language) => {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(`localStorage.setItem("counterbell.language", "${language}")`);
    await page.goto(`${desk.server.url}/console/roster?from=2027-03-01`);
    await page.locator(".heat").waitFor();
    await shoot(`${width}-${language}`);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(await violations()).toEqual([]);
  });
});
