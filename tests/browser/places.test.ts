import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { violations as violationsOf } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { HOSTILE_SHOP, openRealDesk, SHOP, type RealDesk } from "../support/real-desk.ts";
import { signIn } from "./console-stories.ts";

// One supervisor's visit, step by step, on the real server: the steps build on each other.
describeOnEmbedded("The page of a store's channels", (database) => {
  let browser: Browser;
  let desk: RealDesk;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(await database.place())]);
    const permissions = ["clipboard-read", "clipboard-write"];
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN", permissions })).newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => errors.push(error.message));
    await signIn(page, { url: desk.server.url, agent: desk.admin });
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "设置" }).click();
    await page.getByRole("navigation", { name: "设置" }).getByRole("link", { name: "渠道" }).click();
    await page.getByRole("combobox", { name: "店铺" }).click();
    await page.getByTitle(SHOP.name).click();
    await page.locator(".ant-select-dropdown").waitFor({ state: "hidden" });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await desk.server.stop();
    expect(errors).toEqual([]);
  });

  const rooms = () => page.getByRole("region", { name: "绑定的群" });
  const dialog = () => page.getByRole("dialog");

  const violations = () => violationsOf(page);

  it("gives the widget's tag to copy, and a page where it works", async () => {
    const tag = `<script src="${desk.server.url}/widget.js" data-store="${SHOP.key}" async></script>`;
    await page.getByText(tag).waitFor();
    await page.getByRole("button", { name: "复制代码" }).click();
    await page.getByRole("button", { name: "已复制" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(tag);
    const demo = await page.getByRole("link", { name: "打开试用页" }).getAttribute("href");
    expect(demo).toBe(`${desk.server.url}/demo/${SHOP.key}`);
    expect((await fetch(demo ?? "")).status).toBe(200);
  });

  it("selects the tag where the browser does not let it copy", async () => {
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
    await page.getByRole("button", { name: "已复制" }).click();
    await page.getByText("请按 Ctrl+C").waitFor();
    expect(await page.evaluate("getSelection().toString()")).toContain('data-store="shop"');
  });

  it("says what a binding is for while there is none, and which channels are not connected", async () => {
    await page.getByText("还没有绑定群", { exact: true }).waitFor();
    await page.getByText("这个客服台还没有接通 Slack或微信").waitFor();
    expect(await violations()).toEqual([]);
  });

  it("binds a room with the keyboard, naming beside the field what is wrong", async () => {
    await page.getByRole("button", { name: "绑定群" }).focus();
    await page.keyboard.press("Enter");
    const room = dialog().getByRole("textbox", { name: "群 ID" });
    await room.focus();
    await page.keyboard.press("Enter");
    await dialog().getByText("请填写群 ID。").waitFor();
    await page.keyboard.type("#订单群");
    await page.keyboard.press("Enter");
    await dialog().getByText("这里要填群的 ID，不是名称：不含空格，也不以 # 开头").waitFor();
    expect(await page.evaluate("document.activeElement.name")).toBe("room");
    await room.fill("");
    await page.keyboard.insertText("wechat：R:1069@chatroom");
    await expect.poll(() => room.inputValue()).toBe("R:1069@chatroom");
    await dialog()
      .getByRole("radio", { name: /接待顾客/ })
      .focus();
    await page.keyboard.press("ArrowUp");
    await expect
      .poll(() =>
        dialog()
          .getByRole("radio", { name: /商家协作/ })
          .isChecked(),
      )
      .toBe(true);
    await dialog().getByRole("button", { name: "绑定", exact: true }).press("Enter");
    await dialog().getByText("请选是哪一方的群。").waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "hidden" });
    await expect.poll(() => rooms().getByRole("row").allInnerTexts()).toHaveLength(2);
    const row = (await rooms().getByRole("row").last().innerText()).replace(/\s+/g, " ");
    expect(row).toMatch(/^微信 未接通 R:1069@chatroom 商家协作 商家的群 \d{4}-\d\d-\d\d \d\d:\d\d 解除$/);
    expect(await violations()).toEqual([]);
  });

  it("refuses to mix people up, and says whose room it is", async () => {
    await page.goto(`${desk.server.url}/console/places?store=${HOSTILE_SHOP.id}`);
    await page.getByRole("button", { name: "绑定群" }).click();
    await dialog().getByRole("textbox", { name: "群 ID" }).fill("wechat:R:1069@chatroom");
    await page.keyboard.press("Enter");
    await dialog().getByText(`这个群已经是“${SHOP.name}”的群，里面是商家的人`).waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
    await page.getByText("还没有绑定群", { exact: true }).waitFor();
  });

  it("removes a binding when that is confirmed, and the same can be bound again", async () => {
    await page.goto(`${desk.server.url}/console/places?store=${SHOP.id}`);
    const remove = page.getByRole("button", { name: "解除 R:1069@chatroom" });
    await remove.click();
    await dialog().getByRole("button", { name: "取消" }).click();
    await dialog().waitFor({ state: "hidden" });
    await remove.click();
    await dialog().getByRole("button", { name: "解除" }).click();
    await page.getByText("还没有绑定群", { exact: true }).waitFor();
    await page.getByRole("button", { name: "绑定群" }).click();
    await dialog().getByRole("textbox", { name: "群 ID" }).fill("wechat:R:1069@chatroom");
    await page.keyboard.press("Enter");
    await remove.waitFor();
  });

  it("is in English too, and fits a phone", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("This desk is not connected to Slack or WeChat yet.").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "Bind a room" }).click();
    await dialog()
      .getByRole("radio", { name: /Coordination/ })
      .check();
    await dialog().getByText("Whose room").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(await violations()).toEqual([]);
  });

  it("is not for agents", async () => {
    const other = await (await browser.newContext({ locale: "zh-CN" })).newPage();
    await signIn(other, { url: desk.server.url, agent: desk.agent });
    expect(await other.getByRole("link", { name: "设置" }).count()).toBe(0);
    await other.goto(`${desk.server.url}/console/places`);
    await other.getByText("没有这个页面").waitFor();
  });
});
