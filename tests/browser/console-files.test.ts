import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
import { AGENT, setUpConsole, type Bench } from "../support/console-bench.ts";
import { log, signIn } from "./console-stories.ts";

const MINE = { status: "assigned", agent: { id: "a1", name: "李小雨" } } as const;

let fake: Bench["fake"];
let page: Page;

setUpConsole((bench) => ({ fake, page } = bench));

describe("an agent's files", () => {
  it("go with a reply, chosen or pasted; why one cannot go is said", { timeout: 60_000 }, async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000, row: MINE });
    await signIn(page, { url: fake.url, agent: AGENT });
    for (let n = 0; n < 20; n += 1) fake.desk.say("v1", { author: { type: "shopper" }, text: `第 ${n} 句`, internal: false });
    await page.goto(`${fake.url}/console/conversations/v1?list=mine`);
    const chosen = page.getByRole("list", { name: "随回复发出的文件" });
    const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
    await page
      .locator(".composer input[type=file]")
      .setInputFiles(
        [
          file("尺码表.png", "image/png", PNG),
          file("不是图.png", "image/png", Buffer.from("<html>")),
          file("大.pdf", "application/pdf", Buffer.alloc(10_000_001)),
          file("程序.exe", "application/x-msdownload", Buffer.from("MZ")),
        ],
        TEN_MEGABYTES,
      );
    await chosen.getByText("文件太大了，最多 10 MB。").waitFor();
    // The files take room; the last words stay in sight.
    await expect.poll(() => page.evaluate(TO_END)).toBeLessThan(2);
    await expect.poll(() => chosen.getByText("这种文件不能发。可以发：PNG / JPEG / PDF。").count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    for (const name of ["不是图.png", "大.pdf", "程序.exe"]) await chosen.getByRole("button", { name: `去掉 ${name}` }).click();
    await pasteFile(page, "截图.png");
    await expect.poll(() => chosen.getByRole("listitem").count()).toBe(2);
    await expect.poll(() => chosen.getByText("1 KB").count()).toBe(2);
    // What is with the server already survives a reload, as words do.
    await page.reload();
    await expect.poll(() => chosen.getByRole("listitem").count(), { timeout: 10_000 }).toBe(2);
    await page.getByRole("textbox", { name: "回复顾客" }).press("Enter");
    await expect.poll(() => log(page).getByRole("img").count()).toBe(2);
    await expect.poll(() => chosen.count()).toBe(0);
    expect(fake.desk.detail("v1")?.messages.at(-1)).toMatchObject({
      text: "",
      attachments: [{ name: "尺码表.png" }, { name: "截图.png" }],
    });
  });

  it("do not go into a remark, which says where they would go", async () => {
    fake.desk.open("v1", { name: "林女士", text: "在吗", waitedMs: 1_000, row: MINE });
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
});

/** Ten megabytes take a busy machine a while. */
const TEN_MEGABYTES = { timeout: 30_000 };

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
