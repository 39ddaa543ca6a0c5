import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { setUpBench } from "../support/widget-bench.ts";
import { delivered, meet, openShop } from "./widget-stories.ts";

const bench = setUpBench();
/** 2 × 2 pixels. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNkYPjPwMDAxMDAwMDAAAAHDwEBkJ0TgQAAAABJRU5ErkJggg==",
  "base64",
);

describe("the keyboard", () => {
  test("opens and closes the panel, and focus goes where it belongs", async () => {
    const server = await bench.serve();
    const page = await bench.browser().newPage();
    await page.goto(server.url);
    const launcher = page.getByRole("button", { name: "打开在线客服" });
    await launcher.focus();
    await page.keyboard.press("Enter");
    const { input, panel } = meet(page);
    await expect.poll(() => input.evaluate((area) => area.matches(":focus"))).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => panel.isVisible()).toBe(false);
    expect(await launcher.evaluate((button) => button.matches(":focus"))).toBe(true);
    expect(await launcher.getAttribute("aria-expanded")).toBe("false");
  });

  test("Enter while an input method composes picks a word and sends nothing", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    await shopper.input.focus();
    const devtools = await shopper.page.context().newCDPSession(shopper.page);
    await devtools.send("Input.imeSetComposition", { text: "tuihuo", selectionStart: 6, selectionEnd: 6 });
    await shopper.input.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
    await shopper.input.dispatchEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true });
    await devtools.send("Input.insertText", { text: "退货" });
    expect(await shopper.own.count()).toBe(0);
    expect(await shopper.input.inputValue()).toBe("退货");
    await shopper.page.keyboard.press("Enter");
    await delivered(shopper, 0);
    expect(await shopper.own.locator(".bubble").innerText()).toBe("退货");
  });

  test("Shift + Enter starts a new line; blank text is not sent", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    await shopper.say("   ");
    await shopper.input.fill("一");
    await shopper.input.press("Shift+Enter");
    await shopper.input.pressSequentially("二");
    await shopper.input.press("Enter");
    await delivered(shopper, 0);
    expect(await shopper.own.locator(".bubble").allInnerTexts()).toEqual(["一\n二"]);
  });

  test("keys typed into the widget are none of the page's business", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    await shopper.page.evaluate("document.addEventListener('keydown', () => { window.__heard = true })");
    await shopper.input.pressSequentially("abc");
    expect(await shopper.page.evaluate("window.__heard")).toBeUndefined();
  });
});

describe("what the shopper sees", () => {
  test("who types: the bot and a person told apart", async () => {
    const server = await bench.serve({ thinkMs: 600 });
    const shopper = await openShop(bench.browser(), server.url);
    await shopper.say("在吗");
    await shopper.panel.getByText("智能助手正在输入").waitFor();
    await shopper.panel.getByText("收到：在吗").waitFor();
    expect(await shopper.panel.locator(".typing").count()).toBe(0);
    server.stand({ status: "assigned", agentName: "周晓" });
    server.type({ who: "agent", name: "周晓" });
    await shopper.panel.locator(".typing.agent", { hasText: "周晓 正在输入" }).waitFor();
  });

  test("place and waiting band in the queue, and out of hours the promised time in the store's zone", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    await shopper.panel.getByRole("button", { name: "人工客服" }).click();
    await shopper.panel.getByText("前面还有 2 位，预计等待 3–5 分钟").waitFor();
    server.stand({ status: "queued", position: 1 });
    await shopper.panel.getByText("您是下一位").waitFor();
    server.stand({ status: "queued", promisedAt: "2026-11-22T01:00:00Z" });
    await shopper.panel.getByText("11月22日周日 09:00（北京时间）").waitFor();
    expect(await shopper.input.getAttribute("placeholder")).toContain("留言");
  });

  test("unread answers on the button while the panel is closed, also on the next page", async () => {
    const server = await bench.serve();
    const context = await bench.browser().newContext();
    const shopper = await openShop(context, server.url);
    await shopper.say("在吗");
    await shopper.panel.getByText("收到：在吗").waitFor();
    await shopper.page.keyboard.press("Escape");
    server.say({ author: { type: "agent", name: "周晓" }, text: "在的" });
    await shopper.page.getByRole("button", { name: "打开在线客服, 1 条未读消息" }).waitFor();
    await shopper.page.reload();
    await shopper.page.getByRole("button", { name: "打开在线客服, 1 条未读消息" }).click();
    await shopper.panel.getByText("在的").waitFor();
    await shopper.page.keyboard.press("Escape");
    await shopper.page.getByRole("button", { name: "打开在线客服", exact: true }).waitFor();
  });

  test("a rating of their own accord, by keyboard", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    await shopper.say("在吗");
    await delivered(shopper, 0);
    await shopper.panel.getByRole("button", { name: "评价服务" }).click();
    await shopper.panel.getByRole("radio", { name: "很不满意" }).focus();
    for (let press = 0; press < 3; press++) await shopper.page.keyboard.press("ArrowRight");
    expect(await shopper.panel.getByRole("radio", { name: "满意", exact: true }).isChecked()).toBe(true);
    await shopper.panel.getByRole("button", { name: "提交评价" }).click();
    await expect.poll(() => [...server.visits.values()][0]?.state.rating).toBe(4);
  });

  test("five hundred messages stay usable", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    for (let count = 0; count < 500; count++) server.say({ author: { type: "bot" }, text: `第 ${count} 句` });
    await shopper.panel.getByText("第 499 句").waitFor();
    await shopper.say("最后一句");
    // Waits as long as for any message, however many stand above it.
    await delivered(shopper, 0);
  });

  test.each([
    ["zh-TW", "開啟線上客服", "真人客服", "智慧助理"],
    ["en", "Open customer service", "Human help", "Assistant"],
  ])("the page's language, %s", async (language, launcher, human, bot) => {
    const server = await bench.serve();
    const page = await bench.browser().newPage();
    await page.goto(`${server.url}?lang=${language}`);
    await page.getByRole("button", { name: launcher }).click();
    await page.getByRole("button", { name: human }).waitFor();
    await page.locator(".author", { hasText: bot }).first().waitFor();
  });
});

describe("files", () => {
  test("a picture is uploaded, shown, and enlarged", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    await shopper.panel.locator("input[type=file]").setInputFiles({ name: "瑕疵.png", mimeType: "image/png", buffer: PICTURE });
    const picture = shopper.own.getByRole("button", { name: "查看图片 瑕疵.png" });
    await picture.locator("img").waitFor();
    expect(await picture.locator("img").getAttribute("src")).toMatch(/^blob:/);
    await picture.click();
    await shopper.panel.locator(".lightbox img").waitFor();
    await shopper.page.keyboard.press("Escape");
    expect(await shopper.panel.locator(".lightbox").count()).toBe(0);
    expect(await shopper.panel.isVisible()).toBe(true);
  });

  test("what is too big or of a kind nobody may send is refused before the upload", async () => {
    const server = await bench.serve({ limits: { fileBytes: 100 } });
    const shopper = await openShop(bench.browser(), server.url);
    const chooser = shopper.panel.locator("input[type=file]");
    await chooser.setInputFiles({ name: "大.png", mimeType: "image/png", buffer: Buffer.alloc(101) });
    await shopper.panel.getByText("文件太大了 · 最大 100 B").waitFor();
    await shopper.panel.getByRole("button", { name: "取消 大.png" }).click();
    await chooser.setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from("<b>") });
    await shopper.panel.getByText("不支持这种文件").waitFor();
    expect(await shopper.own.count()).toBe(0);
  });

  test("anything but a picture is saved as a file, never opened in the page", async () => {
    const server = await bench.serve();
    const shopper = await openShop(bench.browser(), server.url);
    const file = { name: "发票.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 demo") };
    await shopper.panel.locator("input[type=file]").setInputFiles(file);
    const [download] = await Promise.all([
      shopper.page.waitForEvent("download"),
      shopper.own.getByRole("button", { name: "下载 发票.pdf" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("发票.pdf");
    expect(await readFile(await download.path(), "utf8")).toBe("%PDF-1.4 demo");
  });
});
