import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
import { ADMIN, AGENT, setUpConsole, type Bench } from "../support/console-bench.ts";
import { EMPTY_DAY } from "../support/fake-console-proposals.ts";
import { PASSWORD } from "../support/fake-console-server.ts";
import { row, signIn } from "./console-stories.ts";

let fake: Bench["fake"];
let context: BrowserContext;
let page: Page;

setUpConsole((bench) => ({ fake, context, page } = bench));

describe("signing in", () => {
  it("leaves nothing in the browser's console while nobody is signed in", async () => {
    const said: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && said.push(message.text())));
    await page.goto(`${fake.url}/console/`);
    await page.getByLabel("邮箱", { exact: true }).waitFor();
    expect(said).toEqual([]);
  });

  it("says what is wrong, and after too many tries how long to wait", async () => {
    await page.goto(`${fake.url}/console/`);
    await page.getByLabel("邮箱", { exact: true }).fill(AGENT.email);
    await page.getByLabel("密码", { exact: true }).fill("wrong");
    for (let tries = 0; tries < 3; tries += 1) {
      await page.getByRole("button", { name: "登录" }).click();
      await page.getByText("邮箱或密码不对").waitFor();
    }
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByText("试得太多了，暂时不能登录，请 10 秒后再试。忘记密码请找管理员重设。").waitFor();
  });

  it("comes back to the same place when the session ended meanwhile", async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000 });
    await signIn(page, { url: fake.url, agent: AGENT });
    await row(page, "林女士").click();
    await page.getByRole("button", { name: "接入" }).waitFor();
    await context.clearCookies();
    await page.keyboard.press("c");
    await page.getByText("登录已过期").waitFor();
    await page.getByLabel("邮箱", { exact: true }).fill(AGENT.email);
    await page.getByLabel("密码", { exact: true }).fill(AGENT.password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "林女士" }).waitFor();
  });
});

describe("one's own password", () => {
  it("is changed in the menu, and what is wrong with it is said in a sentence", async () => {
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.getByRole("button", { name: "我的菜单" }).click();
    await page.getByText("修改密码…").click();
    const dialog = page.getByRole("dialog");
    const fill = async (current: string, fresh: string, repeated: string) => {
      await dialog.getByLabel("当前密码", { exact: true }).fill(current);
      await dialog.getByLabel("新密码", { exact: true }).fill(fresh);
      await dialog.getByLabel("再输一次新密码", { exact: true }).fill(repeated);
      await page.keyboard.press("Enter");
    };
    await fill(PASSWORD, "short", "short");
    await dialog.getByText("新密码太短了").waitFor();
    await fill(PASSWORD, "a-new-long-password", "a-new-long-passwort");
    await dialog.getByText("两次输入的新密码不一样").waitFor();
    await fill("not-my-password", "a-new-long-password", "a-new-long-password");
    await dialog.getByText("当前密码不对，密码没有改。").waitFor();
    expect(await violations(page)).toEqual([]);
    await fill(PASSWORD, "a-new-long-password", "a-new-long-password");
    await page.getByText("密码已修改，其他设备已退出登录。").waitFor();
    expect(fake.faults.changedTo).toBe("a-new-long-password");
    await dialog.waitFor({ state: "hidden" });
  });
});

describe("a merchant", () => {
  const OWNER = { email: "owner@shop.test", password: PASSWORD };

  it("begins at the day's figures, each with what it means", async () => {
    await signIn(page, { url: fake.url, agent: OWNER });
    const tile = (label: string) => page.locator(".tile").filter({ has: page.getByText(label, { exact: true }) });
    await expect.poll(() => tile("机器人独立回答").innerText()).toMatch(/84\s*占 63.6%\s*至少用知识库答过一次/);
    expect(await tile("正在等待").innerText()).toContain("最久 2 分 15 秒");
    expect(await tile("人工首次回复（中位数）").innerText()).toContain("27 秒");
    await page.getByText("最忙的是 11:00 起的一小时，25 个会话。").waitFor();
    await page.getByText("看数字").click();
    await page.getByRole("row", { name: "11:00 25" }).waitFor();
    expect(await page.getByRole("navigation", { name: "主导航" }).getByRole("link").allInnerTexts()).toEqual([
      "今日",
      "知识库",
      "提议",
    ]);
  });

  it("reads 暂无 where a day gives nothing to compute from, never a zero", async () => {
    await signIn(page, { url: fake.url, agent: OWNER });
    await page.goto(`${fake.url}/console/today?day=${EMPTY_DAY}`);
    await page.getByRole("heading", { name: "往日" }).waitFor();
    expect(await page.getByText("暂无", { exact: true }).count()).toBe(3);
    expect(await page.locator(".tile").getByText("正在等待", { exact: true }).count()).toBe(0);
    await page.getByText("这一天还没有会话。").waitFor();
    await page.getByRole("button", { name: "后一天" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("day")).toBe("2026-05-02");
  });

  it("reads the knowledge, changes nothing there, and can propose a change", async () => {
    await signIn(page, { url: fake.url, agent: OWNER });
    await page.getByRole("link", { name: "知识库" }).click();
    await page.getByRole("button", { name: "支持七天无理由退货吗？" }).click();
    const article = page.getByRole("dialog");
    await article.getByText("第 1 版").waitFor();
    expect(await article.getByRole("button", { name: /保存|下架|撤销/ }).count()).toBe(0);
    await article.getByRole("button", { name: "提议修改这条" }).click();
    await page.getByRole("textbox", { name: "答案" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe("an admin", () => {
  it("edits an article, sees the difference, and undoes it", async () => {
    await signIn(page, { url: fake.url, agent: ADMIN });
    await page.getByRole("link", { name: "知识库" }).click();
    await page.getByRole("button", { name: "什么时候发货？" }).click();
    await page.getByRole("textbox", { name: "答案" }).fill("每天 17:00 前付款当天发出，之后付款次日发出。");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("cell", { name: /17:00/ }).waitFor();
    await page.getByRole("button", { name: "什么时候发货？" }).click();
    await page.getByRole("region", { name: "历史" }).getByText("第 2 版").waitFor();
    expect(await page.locator(".history del").allInnerTexts()).toEqual(["6"]);
    await page.getByRole("button", { name: "撤销最近一次修改" }).click();
    await page.getByRole("cell", { name: /16:00/ }).waitFor();
  });

  it("looks at what a file would change before it does", async () => {
    await signIn(page, { url: fake.url, agent: ADMIN });
    await page.getByRole("link", { name: "知识库" }).click();
    await page.getByRole("button", { name: "上传 CSV" }).click();
    const file = (text: string) => ({ name: "k.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    const header = "id,stage,question,alternatives,answer\n";
    await page.locator("input[type=file]").setInputFiles(file(`${header}x,presale,少一列,b\n`));
    await page.getByText("文件有 1 处问题").waitFor();
    await page.locator("input[type=file]").setInputFiles(file(`${header}wash,aftersale,可以机洗吗？,能洗吗,可以轻柔机洗。\n`));
    await page.locator(".import-counts").getByText("新增 1 条").waitFor();
    await page.getByRole("button", { name: "确认导入" }).click();
    await page.getByRole("button", { name: "可以机洗吗？" }).waitFor();
  });

  it("sees from every page how many events are set aside, the desk's own too, and the count falls as they are taken up", async () => {
    await signIn(page, { url: fake.url, agent: ADMIN });
    const link = page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: /设置/ });
    const entry = page.getByRole("navigation", { name: "设置" }).getByRole("link", { name: /搁置事件/ });
    await expect.poll(() => link.innerText()).toMatch(/设置\s*2/);
    await link.click();
    await entry.click();
    await page.getByText("整个客服台（不属于某家店）").waitFor();
    await page.getByRole("button", { name: "再处理一次", exact: true }).first().click();
    await expect.poll(() => link.innerText()).toMatch(/设置\s*1/);
    await expect.poll(() => page.locator(".parked li").count()).toBe(1);
    await page.getByRole("button", { name: "再处理一次", exact: true }).click();
    await expect.poll(() => link.innerText()).toBe("设置");
    expect(await entry.innerText()).toBe("搁置事件");
  });

  it("creates a person whose password is shown once", async () => {
    await signIn(page, { url: fake.url, agent: ADMIN });
    await page.getByRole("link", { name: "设置" }).click();
    await page.getByRole("link", { name: "账号" }).click();
    await page.getByRole("button", { name: "新建账号" }).click();
    await page.getByRole("textbox", { name: "姓名" }).fill("周舟");
    await page.getByRole("textbox", { name: "邮箱" }).fill("zhou@shop.test");
    await page.getByRole("button", { name: "新建", exact: true }).click();
    await page.getByText("请至少选一家店铺").waitFor();
    await page.getByRole("combobox", { name: "对应的客服" }).click();
    await page.locator(".ant-select-dropdown").getByTitle("王小美").click();
    await page.getByRole("button", { name: "新建", exact: true }).click();
    await page.getByText("k7-Rm2q-W9xd").waitFor();
    await page.getByRole("button", { name: "我已记下" }).click();
    await page.getByRole("cell", { name: "zhou@shop.test" }).waitFor();
    // The dialog takes a moment to fade.
    await expect.poll(() => page.getByText("k7-Rm2q-W9xd").count()).toBe(0);
  });
});

describe.each([
  ["zh-CN", 1280],
  ["en", 390],
] as const)("in %s at %i px", (language, width) => {
  it("every page passes axe and fits its width", { timeout: 90_000 }, async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 130_000, row: { urgency: "high" } });
    fake.desk.say("v1", { author: { type: "agent", name: "王小美" }, text: "注意核对订单", internal: true });
    await page.setViewportSize({ width, height: 800 });
    await signIn(page, { url: fake.url, agent: ADMIN });
    await page.evaluate(`localStorage.setItem("counterbell.language", "${language}")`);
    const pages = [
      ["", ".row"],
      ["conversations/v1", ".log"],
      ["conversations/v1/story", ".step"],
      ["today", ".tile"],
      [`today?day=${EMPTY_DAY}`, ".tile"],
      ["knowledge", ".question"],
      ["proposals", ".proposal"],
      ["roster", ".week"],
      ["people", "table"],
      ["parked", ".parked li"],
    ] as const;
    for (const [path, landmark] of pages) {
      await page.goto(`${fake.url}/console/${path}`);
      await page.locator(landmark).first().waitFor();
      expect(await page.evaluate("document.documentElement.lang")).toBe(language);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path).toBe(true);
      expect(await violations(page), path).toEqual([]);
    }
  });
});
