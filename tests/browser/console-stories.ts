import type { Page } from "playwright-core";
import { expect } from "vitest";

/** A desk to try the console on: the fake one here, the real server elsewhere. Ids are the world's own. */
export interface ConsoleWorld {
  readonly url: string;
  readonly agent: { readonly email: string; readonly password: string };
  /** A shopper who was handed over and waits for a human; resolves to the conversation's id. */
  shopperWaits(name: string, text: string): Promise<string>;
  shopperSays(conversation: string, text: string): Promise<void>;
  /** What the shopper's own page shows of the conversation. */
  shopperSees(conversation: string): Promise<readonly string[]>;
}

type Door = Pick<ConsoleWorld, "url" | "agent">;

/** Opens the console for somebody who signed in already: as after `signInByHand`, without its page. */
export async function signIn(page: Page, { url, agent }: Door): Promise<void> {
  const answer = await page.request.post(`${url}/api/auth/sign-in/email`, {
    data: { email: agent.email, password: agent.password },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`${agent.email} cannot sign in: ${answer.status()} ${await answer.text()}`);
  await page.goto(`${url}/console/`);
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
}

/** The same through the page, as people do it. */
export async function signInByHand(page: Page, { url, agent }: Door): Promise<void> {
  await page.goto(`${url}/console/`);
  await page.getByLabel("邮箱", { exact: true }).fill(agent.email);
  await page.getByLabel("密码", { exact: true }).fill(agent.password);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
}

/** Sign in, take the waiting conversation, answer it, close it. */
export async function answerAndClose(page: Page, world: ConsoleWorld): Promise<void> {
  const id = await world.shopperWaits("林女士", "拉链坏了，能换一件新的吗？");
  await signInByHand(page, world);
  await row(page, "林女士").click();
  await page.getByRole("complementary", { name: "会话资料" }).getByRole("listitem").first().waitFor();
  await page.getByRole("button", { name: "接入" }).click();
  const reply = page.getByRole("textbox", { name: "回复顾客" });
  await reply.fill("可以的，我马上帮您登记换新。");
  await reply.press("Enter");
  await log(page).getByText("可以的，我马上帮您登记换新。").waitFor();
  await expect.poll(() => world.shopperSees(id)).toContain("可以的，我马上帮您登记换新。");
  await world.shopperSays(id, "太好了，谢谢！");
  await log(page).getByText("太好了，谢谢！").waitFor();
  await page.getByRole("button", { name: "结束" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束" }).click();
  await page.getByText("会话已结束，顾客再说话会开一个新会话。").waitFor();
}

/** The same with the keyboard alone. */
export async function answerByKeyboard(page: Page, world: ConsoleWorld): Promise<void> {
  const id = await world.shopperWaits("阿强", "衣服洗过还能退吗？");
  await signIn(page, world);
  await row(page, "阿强").waitFor();
  await page.keyboard.press("j");
  await page.getByRole("heading", { name: "阿强" }).waitFor();
  await page.keyboard.press("c");
  await page.getByRole("button", { name: "释放给机器人" }).waitFor();
  await page.keyboard.press("r");
  await page.keyboard.type("洗过的不能退，");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("不过可以帮您免费修。");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => world.shopperSees(id)).toContain("洗过的不能退，\n不过可以帮您免费修。");
  await page.keyboard.press("Alt+e");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("会话已结束，顾客再说话会开一个新会话。").waitFor();
}

/** A remark for colleagues stays with colleagues, and never becomes a reply by itself. */
export async function remarkStaysInside(page: Page, world: ConsoleWorld): Promise<void> {
  const id = await world.shopperWaits("小鹿", "什么时候发货？");
  await signIn(page, world);
  await row(page, "小鹿").click();
  await page.getByRole("button", { name: "接入" }).click();
  await page.getByRole("button", { name: "释放给机器人" }).waitFor();
  await page.keyboard.press("n");
  await page.keyboard.type("这位顾客催了三次，语气软一点");
  await page.reload();
  // After a reload one writes to the shopper again: the remark's draft must not stand there.
  expect(await page.getByRole("textbox", { name: "回复顾客" }).inputValue()).toBe("");
  await page.keyboard.press("n");
  expect(await page.getByRole("textbox", { name: "内部备注" }).inputValue()).toBe("这位顾客催了三次，语气软一点");
  await page.keyboard.press("Enter");
  await log(page).getByText("这位顾客催了三次，语气软一点").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await page.keyboard.type("今天就发！");
  await page.keyboard.press("Enter");
  await expect.poll(() => world.shopperSees(id)).toContain("今天就发！");
  expect((await world.shopperSees(id)).join()).not.toContain("语气软一点");
}

export function row(page: Page, name: string) {
  return page.getByRole("region", { name: "会话列表" }).getByRole("link", { name });
}

export function log(page: Page) {
  return page.getByRole("log", { name: "会话消息" });
}

/** Asks for a reason before a conversation goes back to the bot, and takes the agent's own words for it. */
export async function givesBackWithReason(page: Page, world: ConsoleWorld): Promise<void> {
  await world.shopperWaits("阿强", "能刻字吗");
  await signIn(page, world);
  await row(page, "阿强").click();
  await page.getByRole("button", { name: "接入" }).click();
  await page.getByRole("button", { name: "释放给机器人" }).click();
  const dialog = page.getByRole("dialog", { name: "把会话交还机器人？" });
  await dialog.getByRole("radio", { name: "其他" }).check();
  await dialog.getByRole("button", { name: "交还" }).click();
  await dialog.getByText("请写下原因").waitFor();
  await dialog.getByRole("textbox", { name: "写下原因" }).fill("  顾客说不用了 ");
  const [request] = await Promise.all([page.waitForRequest(/\/release$/), dialog.getByRole("button", { name: "交还" }).click()]);
  expect(request.postDataJSON()).toMatchObject({ reason: "顾客说不用了" });
  await dialog.waitFor({ state: "hidden" });
}
