import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf } from "../support/authenticator.ts";
import { violations as violationsOf } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { openRealDesk, SHOP, type RealDesk } from "../support/real-desk.ts";
import { signIn } from "./console-stories.ts";

/** Several browsers, each with passwords that are slow on purpose. */
const SLOW = { timeout: 90_000 };

// One admin's visit, step by step, on the real server: the steps build on each other.
describeOnEmbedded("People, their ways in, and what they did", (database) => {
  let browser: Browser;
  let desk: RealDesk;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(await database.place())]);
    page = await open();
    await signIn(page, { url: desk.server.url, agent: desk.admin });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await desk.server.stop();
    expect(errors).toEqual([]);
  });

  async function open(): Promise<Page> {
    const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
    const opened = await context.newPage();
    opened.setDefaultTimeout(10_000);
    opened.on("pageerror", (error) => errors.push(error.message));
    return opened;
  }

  const go = (path: string) => page.goto(`${desk.server.url}/console/${path}`);
  const dialog = (on: Page = page) => on.getByRole("dialog");

  const violations = (on: Page = page) => violationsOf(on);

  it("invites somebody by a link that works once; they choose name and password and are in", SLOW, async () => {
    await go("people?tab=invitations");
    await page.getByText("没有等待中的邀请").waitFor();
    await page.getByRole("button", { name: "邀请", exact: true }).click();
    await dialog().getByLabel("邮箱").fill("xiao.ma@shop.test");
    expect(await violations()).toEqual([]);
    await dialog().getByLabel("能看的店铺").fill(SHOP.name);
    await page.getByTitle(SHOP.name).click();
    await page.keyboard.press("Escape");
    await dialog().getByRole("button", { name: "生成链接" }).click();
    const link = await page.locator("code.one-time").innerText();
    expect(link).toMatch(/\/console\/invite#[\w-]{43}$/);
    await page.getByRole("button", { name: "我已记下" }).click();
    await page.getByRole("cell", { name: "xiao.ma@shop.test", exact: true }).waitFor();
    const theirs = await open();
    await theirs.goto(link);
    await theirs.getByText("老板 邀请您").waitFor();
    expect(await violations(theirs)).toEqual([]);
    await theirs.getByLabel("姓名").fill("小马");
    await theirs.getByLabel("密码", { exact: true }).fill("short");
    await theirs.keyboard.press("Enter");
    await theirs.getByText("密码太短了").waitFor();
    await theirs.getByLabel("密码", { exact: true }).fill("correct-horse-battery");
    await theirs.keyboard.press("Enter");
    await theirs.getByRole("button", { name: /小马/ }).waitFor();
    await theirs.goto(link);
    // The address differs behind the # only: a browser stays on the page it has.
    await theirs.reload();
    await theirs.getByText("这个链接不能用了").waitFor();
    await theirs.context().close();
  });

  it("makes a webhook, whose secret is shown once, sends a test and sees what became of it", SLOW, async () => {
    await go("webhooks");
    await page.getByText("还没有推送地址").waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "新建推送地址" }).click();
    await dialog().getByLabel("网址").fill("https://127.0.0.1:9/");
    await dialog().getByRole("button", { name: "新建", exact: true }).click();
    await dialog().getByText("an address on the internet").waitFor();
    await dialog().getByLabel("网址").fill("https://counterbell.invalid/hook");
    await dialog().getByLabel("客服回复").check();
    expect(await violations()).toEqual([]);
    await dialog().getByRole("button", { name: "新建", exact: true }).click();
    await dialog()
      .getByText(/^whsec_/)
      .waitFor();
    await dialog().getByRole("button", { name: "我已记下" }).click();
    await page.getByText("转人工、客服回复").waitFor();
    await page.getByRole("button", { name: "发测试 counterbell.invalid" }).click();
    await page.getByText("测试已排上").waitFor();
    await page.getByRole("button", { name: "投递记录 counterbell.invalid" }).click();
    await dialog().getByText("测试", { exact: true }).waitFor();
    await expect.poll(async () => {
      await dialog().getByRole("button", { name: "刷新" }).click();
      return dialog().getByText("域名解析不到地址").isVisible();
    }, { timeout: 20_000 }).toBe(true); // prettier-ignore
    expect(await violations()).toEqual([]);
    await dialog()
      .getByRole("button", { name: /^再发一次/ })
      .click();
    await page.getByText("已排上").last().waitFor();
  });

  it("tells the API to be read, without scripts, by the keyboard and in both languages", SLOW, async () => {
    await go("security");
    await page.getByRole("link", { name: "接口文档" }).click();
    await page.getByRole("heading", { name: "Counterbell 接口" }).waitFor();
    expect(await violations()).toEqual([]);
    await page.locator("summary", { hasText: "GET /api/console/tokens" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "TokenList" }).click();
    expect(page.url()).toContain("#schema-TokenList");
    expect(await violations()).toEqual([]);
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "Counterbell API" }).waitFor();
  });

  it("links somebody of a platform with the keyboard, saying what is wrong, and unlinks them", async () => {
    await go("people?tab=links");
    await page.getByText("还没有关联", { exact: true }).waitFor();
    await page.getByRole("button", { name: "关联", exact: true }).click();
    await dialog().getByLabel("平台上的人").fill("@zhou");
    await dialog().getByRole("combobox", { name: "客服" }).click();
    await page.getByTitle("周晓").click();
    await dialog().getByRole("button", { name: "关联", exact: true }).press("Enter");
    await dialog().getByText("请写成“渠道:用户ID”").waitFor();
    await dialog().getByLabel("平台上的人").fill("slack：U0123");
    await page.keyboard.press("Enter");
    await page.getByRole("cell", { name: "slack:U0123", exact: true }).waitFor();
    expect(await page.getByRole("row", { name: /U0123/ }).innerText()).toContain("客服 · 周晓");
    await dialog().waitFor({ state: "hidden" });
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "解除 slack:U0123" }).click();
    await dialog().getByRole("button", { name: "解除" }).click();
    await page.getByText("还没有关联", { exact: true }).waitFor();
  });

  it("tells who did all this, finds it again by kind, and gives it as a file", async () => {
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "设置" }).click();
    await page.getByRole("navigation", { name: "设置" }).getByRole("link", { name: "审计" }).click();
    const rows = page.getByRole("region", { name: "审计" }).getByRole("row");
    await page.getByRole("cell", { name: "解除平台账号", exact: true }).waitFor();
    expect(await rows.filter({ hasText: "接受邀请" }).innerText()).toContain("小马");
    expect(await violations()).toEqual([]);
    await page.getByRole("combobox", { name: "哪一类" }).click();
    await page.getByTitle("平台账号").click();
    await expect.poll(() => rows.count()).toBe(3);
    expect(new URL(page.url()).searchParams.get("act")).toBe("link");
    const address = await page.getByRole("link", { name: "导出 CSV" }).getAttribute("href");
    const file = await page.request.get(`${desk.server.url}${address ?? ""}`);
    expect((await file.text()).trim().split("\r\n")).toHaveLength(3);
    await go("audit?who=nobody-of-this-name");
    await page.getByText("没有这样的记录").waitFor();
  });

  it("lets a program in with a token that is shown once, until it is revoked", async () => {
    await go("security");
    await page.getByRole("button", { name: "新建令牌" }).click();
    await dialog().getByLabel("名字（干什么用）").fill("日报");
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Enter");
    const token = await page.locator("code.one-time").innerText();
    await page.getByRole("button", { name: "我已记下" }).click();
    const ask = () => fetch(`${desk.server.url}/api/console/me`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    await page.getByRole("button", { name: "撤销 日报" }).click();
    await dialog().getByRole("button", { name: "撤销" }).click();
    await page.getByText("还没有令牌").waitFor();
    expect((await ask()).status).toBe(401);
  });

  it("signs other devices out", async () => {
    const phone = await open();
    await signIn(phone, { url: desk.server.url, agent: desk.admin });
    await page.reload();
    const devices = page.getByRole("region", { name: "已登录的设备" }).getByRole("listitem");
    await devices.filter({ hasText: "本机" }).waitFor();
    expect(await devices.count()).toBe(2);
    await page.getByRole("button", { name: "退出其他设备" }).click();
    await expect.poll(() => devices.count(), { timeout: 10_000 }).toBe(1);
    await phone.reload();
    await phone.getByRole("button", { name: "登录" }).waitFor();
    await phone.context().close();
  });

  it("asks for a code of the phone from the next sign-in on", SLOW, async () => {
    const theirs = await open();
    await signIn(theirs, { url: desk.server.url, agent: desk.agent });
    await theirs.goto(`${desk.server.url}/console/security`);
    await theirs.getByRole("button", { name: "打开", exact: true }).click();
    await dialog(theirs).getByLabel("密码", { exact: true }).fill("not-the-password");
    await theirs.keyboard.press("Enter");
    await dialog(theirs).getByText("密码不对，没有改动。").waitFor();
    await dialog(theirs).getByLabel("密码", { exact: true }).fill(desk.agent.password);
    await theirs.keyboard.press("Enter");
    await dialog(theirs).getByRole("img", { name: "验证器要扫的二维码" }).waitFor();
    expect(await violations(theirs)).toEqual([]);
    const secret = await theirs.locator(".security-key").innerText();
    await dialog(theirs).getByLabel("验证器现在显示的六位数字").fill(codeOf(secret));
    await theirs.keyboard.press("Enter");
    await theirs.getByText("已打开", { exact: true }).waitFor();
    await theirs.context().clearCookies();
    await theirs.goto(`${desk.server.url}/console/`);
    await theirs.getByLabel("邮箱", { exact: true }).fill(desk.agent.email);
    await theirs.getByLabel("密码", { exact: true }).fill(desk.agent.password);
    await theirs.keyboard.press("Enter");
    await theirs.getByRole("heading", { name: "二次验证" }).waitFor();
    expect(await violations(theirs)).toEqual([]);
    await theirs.getByLabel("六位数字或备用码").fill("000000");
    await theirs.keyboard.press("Enter");
    await theirs.getByText("数字不对").waitFor();
    await theirs.getByLabel("六位数字或备用码").fill(codeOf(secret));
    await theirs.keyboard.press("Enter");
    await theirs.getByRole("navigation", { name: "主导航" }).waitFor();
    expect(await theirs.getByRole("link", { name: "设置" }).count()).toBe(0);
    await theirs.context().close();
  });

  it("is in English too, and fits a phone", SLOW, async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole("button", { name: "English" }).click();
    for (const [path, landmark] of [
      ["audit", "Signed in"],
      ["security", "Where you are signed in"],
      ["people?tab=invitations", "No invitation waits"],
      ["people?tab=links", "Nobody is linked yet"],
    ] as const) {
      await go(path);
      await page.getByText(landmark).first().waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path).toBe(true);
      expect(await violations(), path).toEqual([]);
    }
  });
});
