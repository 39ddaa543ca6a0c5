import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
import { ADMIN, setUpConsole, type Bench } from "../support/console-bench.ts";
import { PASSWORD } from "../support/fake-console-server.ts";
import { signIn } from "./console-stories.ts";

const OWNER = { email: "owner@shop.test", password: PASSWORD };

let fake: Bench["fake"];
let page: Page;

setUpConsole((bench) => ({ fake, page } = bench));

const openKnowledge = async (who = ADMIN): Promise<void> => {
  await signIn(page, { url: fake.url, agent: who });
  await page.goto(`${fake.url}/console/knowledge`);
  await page.locator(".question").first().waitFor();
};
const open = (question: string) => page.getByRole("button", { name: question }).click();
const form = () => page.getByRole("dialog");
const intents = () => form().getByRole("combobox", { name: "意图" });
const rowOf = (question: string) => page.getByRole("row").filter({ hasText: question });
const suggestions = () => form().getByRole("group", { name: "建议：" });
const save = async (): Promise<void> => {
  await form().getByRole("button", { name: "保存" }).click();
  await form().waitFor({ state: "hidden" });
};

describe("the intents of an article", () => {
  it("are suggested, taken with a press, shown in the list and told in the history", async () => {
    await openKnowledge();
    await rowOf("什么时候发货？").getByText("建议：发货时间 82%、催发货 31%").waitFor();
    await rowOf("这件衣服偏大还是偏小？").getByText("没有关联").waitFor();
    await open("什么时候发货？");
    await suggestions().getByRole("button", { name: "发货时间 82%" }).click();
    expect(await suggestions().getByRole("button", { name: "发货时间 82%" }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await save();
    expect(await rowOf("什么时候发货？").locator(".tag").allInnerTexts()).toContain("发货时间");
    await open("什么时候发货？");
    const history = page.getByRole("region", { name: "历史" });
    await history.getByText("第 2 版").waitFor();
    expect(await history.locator("ins").allInnerTexts()).toEqual(["发货时间"]);
    await history.getByRole("button", { name: "撤销最近一次修改" }).click();
    await rowOf("什么时候发货？").getByText("建议：发货时间 82%").waitFor();
  });

  it("are found and chosen with the keyboard alone, by either language's name", async () => {
    await openKnowledge();
    await open("什么时候发货？");
    await intents().focus();
    await page.keyboard.type("freight");
    await page.keyboard.press("Enter");
    await page.keyboard.type("尺码");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await form().getByRole("button", { name: "保存" }).press("Enter");
    await form().waitFor({ state: "hidden" });
    expect(await rowOf("什么时候发货？").locator(".question-foot .tag").allInnerTexts()).toEqual(["退货运费", "尺码推荐"]);
  });

  it("may be none on purpose, and may go back to the suggestion", async () => {
    await openKnowledge();
    await open("什么时候发货？");
    await suggestions().getByRole("button", { name: "不关联任何意图" }).click();
    await form().getByText("不关联", { exact: true }).waitFor();
    await save();
    await rowOf("什么时候发货？").locator(".tag").getByText("不关联").waitFor();
    await open("什么时候发货？");
    await suggestions().getByRole("button", { name: "改回按建议" }).click();
    await save();
    await rowOf("什么时候发货？").getByText("建议：发货时间 82%").waitFor();
  });

  it("are suggested for what is being written", async () => {
    await openKnowledge();
    await page.getByRole("button", { name: "新建" }).click();
    await suggestions().or(form().getByText("看不出是哪个意图")).first().waitFor();
    await form().getByRole("textbox", { name: "问题" }).fill("退货怎么退");
    await suggestions().getByRole("button", { name: "七天无理由退货 90%" }).waitFor();
  });

  it("sort out the articles nobody has linked yet", async () => {
    await openKnowledge();
    await page.goto(`${fake.url}/console/knowledge?links=set`);
    await page.getByText("没有找到").waitFor();
    await page.getByRole("combobox", { name: "意图" }).click();
    await page.locator(".ant-select-item-option").getByText("按建议").click();
    await rowOf("什么时候发货？").waitFor();
    expect(new URL(page.url()).searchParams.get("links")).toBe("suggested");
  });

  it("are read by merchants, who propose other words without them", async () => {
    await openKnowledge(OWNER);
    await open("支持七天无理由退货吗？");
    await form().getByText("建议：七天无理由退货 90%").waitFor();
    expect(await violations(page)).toEqual([]);
    await form().getByRole("button", { name: "提议修改这条" }).click();
    await page.getByRole("textbox", { name: "答案" }).waitFor();
    expect(await form().getByRole("combobox", { name: "意图" }).count()).toBe(0);
  });

  it("are shown before an import: what would be suggested", async () => {
    await openKnowledge();
    await page.getByRole("button", { name: "上传 CSV" }).click();
    const text = "id,stage,question,alternatives,answer\nx,presale,多久发货,,两天\ny,presale,图片说明,,看图\n";
    await page.locator("input[type=file]").setInputFiles({ name: "k.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    const changes = page.locator(".import-changes li");
    await changes.filter({ hasText: "多久发货" }).getByText("没有指定意图，会按建议：发货时间 82%、催发货 31%").waitFor();
    await changes.filter({ hasText: "图片说明" }).getByText("看不出是哪个意图").waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe.each([
  ["zh-CN", 1280],
  ["en", 390],
] as const)("in %s at %i px", (language, width) => {
  it("the form passes axe, its choices open and shut, and fits its width", async () => {
    await page.setViewportSize({ width, height: 800 });
    await signIn(page, { url: fake.url, agent: ADMIN });
    await page.evaluate(`localStorage.setItem("counterbell.language", "${language}")`);
    await page.goto(`${fake.url}/console/knowledge`);
    await open("什么时候发货？");
    await form().locator(".links-suggested button").first().click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await form()
      .getByRole("combobox", { name: language === "en" ? "Intents" : "意图" })
      .press("ArrowDown");
    await page.locator(".ant-select-item-option").first().waitFor();
    // While it opens it is half transparent.
    await expect.poll(() => violations(page), { timeout: 10_000 }).toEqual([]);
  });
});
