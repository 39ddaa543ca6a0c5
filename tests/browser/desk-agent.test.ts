import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openRealDesk, SHOP, type RealDesk } from "../support/real-desk.ts";
import { log, row, signIn } from "./console-stories.ts";
import { openShop } from "./widget-stories.ts";

const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNkYPjPwMDAxMDAwMDAAAAHDwEBkJ0TgQAAAABJRU5ErkJggg==",
  "base64",
);

describeOnEachDatabase("What a shopper sees of the agent at work", (database) => {
  let browser: Browser;
  let desk: RealDesk;

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(await database.place())]);
  });
  afterAll(async () => {
    await browser.close();
    expect(await desk.server.stop()).toBe(0);
  });

  it("is that they write, then their words with a picture", { timeout: 120_000 }, async () => {
    const shopper = await openShop(await browser.newContext({ locale: "zh-CN" }), `${desk.server.url}/demo/${SHOP.key}`);
    await shopper.panel.getByRole("button", { name: "人工客服" }).click();
    const console = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" })).newPage();
    console.setDefaultTimeout(10_000);
    await signIn(console, { url: desk.server.url, agent: desk.agent });
    await row(console, "访客").click();
    await console.getByRole("button", { name: "接入" }).click();
    await console.getByRole("button", { name: "释放给机器人" }).waitFor();
    const typing = shopper.panel.locator(".typing.agent");

    await console.keyboard.press("n");
    await console.keyboard.type("先看看订单");
    await console.keyboard.press("Enter");
    await log(console).getByText("先看看订单").waitFor();
    expect(await typing.count()).toBe(0);

    await console.keyboard.press("Escape");
    await console.keyboard.press("r");
    await console.keyboard.type("您看这张图");
    await typing.waitFor();
    expect(await typing.innerText()).toContain("周晓");
    await console
      .locator(".composer input[type=file]")
      .setInputFiles({ name: "尺码表.png", mimeType: "image/png", buffer: PICTURE });
    await console.getByRole("list", { name: "随回复发出的文件" }).getByText("1 KB").waitFor();
    await console.getByRole("textbox", { name: "回复顾客" }).press("Enter");
    await log(console).getByRole("img", { name: "尺码表.png" }).waitFor();

    const line = shopper.panel.locator(".line.agent", { hasText: "您看这张图" });
    await line.getByRole("button", { name: "查看图片 尺码表.png" }).locator("img").waitFor();
    await expect.poll(() => typing.count()).toBe(0);
  });
});
