import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { EMPTY_DAY } from "../support/fake-console-proposals.ts";
import { PASSWORD, startFakeConsole } from "../support/fake-console-server.ts";
import { answerAndClose, answerByKeyboard, log, remarkStaysInside, row, signIn } from "./console-stories.ts";
import type { ConsoleWorld } from "./console-stories.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AGENT = { email: "li@shop.test", password: PASSWORD };
const ADMIN = { email: "boss@shop.test", password: PASSWORD };

let built: string;
let browser: Browser;
let fake: Awaited<ReturnType<typeof startFakeConsole>>;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), "counterbell-console-"));
  const configFile = join(import.meta.dirname, "../../console/vite.config.ts");
  await build({ configFile, logLevel: "error", build: { outDir: built, emptyOutDir: true } });
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await rm(built, { recursive: true });
});

beforeEach(async () => {
  fake = await startFakeConsole(built);
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
});

afterEach(async () => {
  await context.close();
  await fake.stop();
  expect(errors).toEqual([]);
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

describe("an agent at the desk", () => {
  it("signs in, takes who waits, answers and closes", () => answerAndClose(page, world()));

  it("does it all with the keyboard", () => answerByKeyboard(page, world()));

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
    const mine = { status: "assigned", agent: { id: "a1", name: "李小雨" } } as const;
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000, row: mine });
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

  it("sends pictures with a reply, chosen or pasted, and reads why a file cannot go", async () => {
    const mine = { status: "assigned", agent: { id: "a1", name: "李小雨" } } as const;
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000, row: mine });
    await signIn(page, { url: fake.url, agent: AGENT });
    for (let n = 0; n < 20; n += 1) fake.desk.say("v1", { author: { type: "shopper" }, text: `第 ${n} 句`, internal: false });
    await page.goto(`${fake.url}/console/conversations/v1?list=mine`);
    const chosen = page.getByRole("list", { name: "随回复发出的文件" });
    const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
    await page
      .locator(".composer input[type=file]")
      .setInputFiles([
        file("尺码表.png", "image/png", PNG),
        file("不是图.png", "image/png", Buffer.from("<html>")),
        file("大.pdf", "application/pdf", Buffer.alloc(10_000_001)),
        file("程序.exe", "application/x-msdownload", Buffer.from("MZ")),
      ]);
    await chosen.getByText("文件太大了，最多 10 MB。").waitFor();
    // The files take room; the last words stay in sight.
    await expect.poll(() => page.evaluate(TO_END)).toBeLessThan(2);
    await expect.poll(() => chosen.getByText("这种文件不能发。可以发：PNG / JPEG / PDF。").count()).toBe(2);
    expect(await violations()).toEqual([]);
    for (const name of ["不是图.png", "大.pdf", "程序.exe"]) await chosen.getByRole("button", { name: `去掉 ${name}` }).click();
    await pasteFile(page, "截图.png");
    await expect.poll(() => chosen.getByRole("listitem").count()).toBe(2);
    await expect.poll(() => chosen.getByText("1 KB").count()).toBe(2);
    // What is with the server already survives a reload, as words do.
    await page.reload();
    await expect.poll(() => chosen.getByRole("listitem").count()).toBe(2);
    await page.getByRole("textbox", { name: "回复顾客" }).press("Enter");
    await expect.poll(() => log(page).getByRole("img").count()).toBe(2);
    await expect.poll(() => chosen.count()).toBe(0);
    expect(fake.desk.detail("v1")?.messages.at(-1)).toMatchObject({
      text: "",
      attachments: [{ name: "尺码表.png" }, { name: "截图.png" }],
    });
  });

  it("takes no files into a remark, and says where they would go", async () => {
    const mine = { status: "assigned", agent: { id: "a1", name: "李小雨" } } as const;
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000, row: mine });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1?list=mine`);
    await page.getByRole("textbox", { name: "回复顾客" }).waitFor();
    await page.keyboard.press("n");
    await pasteFile(page, "截图.png");
    await page.getByText("内部备注不能带文件").waitFor();
    await page.keyboard.type("看截图");
    await page.keyboard.press("Enter");
    await log(page).getByText("看截图").waitFor();
    expect(fake.desk.detail("v1")?.messages.at(-1)?.attachments).toBeUndefined();
  });

  it("reads a talk of 5,000 messages page by page, and keeps its place while more comes", async () => {
    fake.desk.open("v1", { name: "林女士", text: "第 0 句", waitedMs: 1_000 });
    for (let n = 1; n < 5_000; n += 1) fake.desk.say("v1", { author: { type: "shopper" }, text: `第 ${n} 句`, internal: false });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1`);
    const shown = log(page).getByRole("article");
    await expect.poll(() => shown.count()).toBe(100);
    await log(page).getByText("第 4999 句").waitFor();
    expect(await page.evaluate(TO_END)).toBeLessThan(2);
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
    expect((await top.boundingBox())?.y).toBe(before?.y);
    await page.getByRole("button", { name: "显示更早的消息" }).click();
    await expect.poll(() => shown.count()).toBeGreaterThanOrEqual(301);
  });

  it("reads in the story who was considered and why others did not get it, in both languages", async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000 });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1/story`);
    const considered = () =>
      page
        .getByRole("list", { name: /考虑过的客服|Agents considered/ })
        .getByRole("listitem")
        .allInnerTexts();
    await page.getByText("看了 4 位客服，1 位可以接").waitFor();
    expect(await considered()).toEqual(["李小雨: 可以接派给", "王小美: 已满", "赵一鸣: 不在班", "孙可: 技能不足"]);
    await page.getByText("另有 3 位客服不负责这家店。").waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("4 agents were considered, 1 could take it").waitFor();
    expect((await considered())[2]).toBe("赵一鸣: off shift");
  });

  it("learns what was missed when the stream was cut", async () => {
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.getByText("没有人在等").waitFor();
    fake.cutStreams();
    await world().shopperWaits("断线时来的", "在吗");
    await row(page, "断线时来的").waitFor();
  });

  it("has those who wait 100 s on top and marked", async () => {
    fake.desk.open("new", { name: "刚来", text: "在吗", waitedMs: 1_000, row: { urgency: "high" } });
    fake.desk.open("late", { name: "等久了", text: "在吗", waitedMs: 99_000 });
    await signIn(page, { url: fake.url, agent: AGENT });
    const first = page.getByRole("region", { name: "会话列表" }).getByRole("listitem").first();
    await expect.poll(() => first.innerText()).toContain("等久了");
    await expect.poll(() => first.locator(".waiting-late").count()).toBe(1);
  });

  it("keeps a draft, the conversation and the list over a reload", async () => {
    fake.desk.open("v1", {
      name: "林女士",
      text: "在吗",
      waitedMs: 1_000,
      row: { status: "assigned", agent: { id: "a1", name: "李小雨" } },
    });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.getByRole("link", { name: /^我的/ }).click();
    await row(page, "林女士").click();
    await page.getByRole("textbox", { name: "回复顾客" }).fill("您好，稍等我查");
    await page.reload();
    await expect.poll(() => page.getByRole("textbox", { name: "回复顾客" }).inputValue()).toBe("您好，稍等我查");
    expect(new URL(page.url()).search).toBe("?list=mine");
  });

  it("sends a reply once, though the answer was lost and it was tried again", async () => {
    fake.desk.open("v1", {
      name: "林女士",
      text: "在吗",
      waitedMs: 1_000,
      row: { status: "assigned", agent: { id: "a1", name: "李小雨" } },
    });
    await signIn(page, { url: fake.url, agent: AGENT });
    await page.goto(`${fake.url}/console/conversations/v1?list=mine`);
    fake.faults.cutAfterReply = 1;
    await page.getByRole("textbox", { name: "回复顾客" }).fill("在的");
    await page.keyboard.press("Enter");
    await page.getByText("不确定是否送达").waitFor();
    await page.reload();
    await log(page).getByRole("button", { name: "再试一次" }).click();
    await expect.poll(() => log(page).getByRole("button").count()).toBe(0);
    expect(fake.desk.shopperSees("v1").filter((text) => text === "在的")).toHaveLength(1);
  });

  it("reads why an act was refused, and what was being sent comes back", async () => {
    fake.desk.open("v1", {
      name: "林女士",
      text: "在吗",
      waitedMs: 1_000,
      row: { status: "assigned", agent: { id: "a1", name: "李小雨" } },
    });
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
    await page.getByText("操作太频繁，请 10 秒后再试。").waitFor();
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
    expect(await violations()).toEqual([]);
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
    expect(await page.getByText("暂无", { exact: true }).count()).toBe(2);
    expect(await page.getByText("正在等待", { exact: true }).count()).toBe(0);
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
    expect(await violations()).toEqual([]);
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
    const link = page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: /搁置事件/ });
    await expect.poll(() => link.innerText()).toMatch(/搁置事件\s*2/);
    await link.click();
    await page.getByText("整个客服台（不属于某家店）").waitFor();
    await page.getByRole("button", { name: "再处理一次", exact: true }).first().click();
    await expect.poll(() => link.innerText()).toMatch(/搁置事件\s*1/);
    await expect.poll(() => page.locator(".parked li").count()).toBe(1);
    await page.getByRole("button", { name: "再处理一次", exact: true }).click();
    await expect.poll(() => link.innerText()).toBe("搁置事件");
  });

  it("creates a person whose password is shown once", async () => {
    await signIn(page, { url: fake.url, agent: ADMIN });
    await page.getByRole("link", { name: "账号" }).click();
    await page.getByRole("button", { name: "新建账号" }).click();
    await page.getByRole("textbox", { name: "姓名" }).fill("周舟");
    await page.getByRole("textbox", { name: "邮箱" }).fill("zhou@shop.test");
    await page.getByRole("button", { name: "新建", exact: true }).click();
    await page.getByText("k7-Rm2q-W9xd").waitFor();
    await page.getByRole("button", { name: "我已记下" }).click();
    await page.getByRole("cell", { name: "zhou@shop.test" }).waitFor();
    expect(await page.getByText("k7-Rm2q-W9xd").count()).toBe(0);
  });
});

describe.each([
  ["zh-CN", 1280],
  ["en", 390],
] as const)("in %s at %i px", (language, width) => {
  it("every page passes axe and fits its width", async () => {
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
      expect(await violations(), path).toEqual([]);
    }
  });
});

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** How far the talk is scrolled from its end, in pixels. */
const TO_END = `(() => {
  const { scrollHeight, scrollTop, clientHeight } = document.querySelector(".log");
  return scrollHeight - scrollTop - clientHeight;
})()`;

/** As a screenshot in the clipboard is pasted into the field that has the focus. */
async function pasteFile(on: Page, name: string): Promise<void> {
  await on.evaluate(
    `(() => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(PNG.toString("base64"))}), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], ${JSON.stringify(name)}, { type: "image/png" }));
      const field = document.querySelector(".composer textarea");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    })()`,
  );
}

async function violations(): Promise<unknown> {
  await page.evaluate(AXE);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))",
  );
}
