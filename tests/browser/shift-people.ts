import { expect } from "vitest";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { provenShopper } from "../support/real-desk.ts";
import { STORE, type ShiftDesk, type Who } from "../support/shift-desk.ts";
import { row, signIn } from "./console-stories.ts";
import { openShop, type Shopper } from "./widget-stories.ts";

/** A shopper by the name that the console shows. */
export interface Named extends Shopper {
  readonly name: string;
}

/** The people of a story, each in a browser context of their own, as on computers of their own. */
export interface Cast {
  /** Their console, signed in and on the list of those who wait; opened once. */
  staff(who: Who): Promise<Page>;
  /** Somebody new in the shop, whose name the store vouches for; called otherwise where a first try of the story left one so called. */
  shopper(name: string): Promise<Named>;
  /** The computer is off from one moment to the next. */
  laptopDies(who: Who): Promise<void>;
  /** Shoppers go; the staff stays. */
  shoppersLeave(): Promise<void>;
  /** What went wrong in any of the pages. */
  readonly faults: readonly string[];
}

export function castFor(browser: Browser, desk: ShiftDesk): Cast {
  const staff = new Map<Who, Page>();
  const shoppers: BrowserContext[] = [];
  const called = new Map<string, number>();
  const faults: string[] = [];
  const watch = (page: Page): void => void page.on("pageerror", (error) => faults.push(error.message));
  const comeIn = async (who: Who): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    watch(page);
    await signIn(page, { url: desk.url, agent: desk.people[who] });
    staff.set(who, page);
    return page;
  };
  return {
    faults,
    staff: async (who) => {
      const page = staff.get(who) ?? (await comeIn(who));
      await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "工作台" }).click();
      await page.getByRole("region", { name: "会话列表" }).getByRole("link", { name: /^待接/ }).click();
      return page;
    },
    shopper: async (given) => {
      const before = called.get(given) ?? 0;
      called.set(given, before + 1);
      const name = before === 0 ? given : `${given}${before + 1}`;
      const context = await browser.newContext({ locale: "zh-CN" });
      shoppers.push(context);
      await context.route(`${desk.url}/shop-of-their-own`, (route) =>
        route.fulfill({ contentType: "text/html; charset=utf-8", body: shopPage(name) }),
      );
      const shopper = await openShop(context, `${desk.url}/shop-of-their-own`);
      watch(shopper.page);
      return { ...shopper, name };
    },
    laptopDies: async (who) => {
      await staff.get(who)?.context().close();
      staff.delete(who);
    },
    shoppersLeave: async () => {
      for (const context of shoppers.splice(0)) await context.close();
    },
  };
}

let shoppersMade = 0;

function shopPage(called: string): string {
  shoppersMade += 1;
  const { id, name, hmac } = provenShopper(`shopper-${shoppersMade}`, called, STORE.identitySecret);
  const identity = `data-identity-id="${id}" data-identity-name="${name}" data-identity-hmac="${hmac}"`;
  return `<!doctype html><html lang="zh-CN"><title>shop</title><body><script src="/widget.js" data-store="${STORE.key}" ${identity} async></script>`;
}

/** Presses the shopper's button for a person. */
export async function askForPerson({ panel }: Shopper): Promise<void> {
  await panel.getByRole("button", { name: "人工客服" }).click();
}

/** Opens this shopper's conversation from the list of those who wait. */
export async function look(page: Page, { name }: Pick<Named, "name">): Promise<void> {
  await row(page, name).click();
  await page.getByRole("heading", { name }).waitFor();
}

/** The same from the list of all that are open. */
export async function lookUp(page: Page, shopper: Pick<Named, "name">): Promise<void> {
  await page.getByRole("region", { name: "会话列表" }).getByRole("link", { name: /^全部/ }).click();
  await look(page, shopper);
}

/** Takes the conversation that is looked at. */
export async function take(page: Page): Promise<void> {
  await page.getByRole("button", { name: "接入" }).click();
  await page.getByRole("button", { name: "释放给机器人" }).waitFor();
}

export function replyBox(page: Page) {
  return page.getByRole("textbox", { name: "回复顾客" });
}

/** Writes to the shopper, who sees it. */
export async function reply(page: Page, to: Shopper, text: string): Promise<void> {
  await replyBox(page).fill(text);
  await replyBox(page).press("Enter");
  await to.panel.locator(".line.agent", { hasText: text }).waitFor();
}

export async function end(page: Page): Promise<void> {
  await page.getByRole("button", { name: "结束" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束" }).click();
  await page.getByText("会话已结束，顾客再说话会开一个新会话。").waitFor();
}

/** Holds these pages' requests for an act until each has made one: nobody is first by luck of the test. */
export async function atTheSameMoment(pages: readonly Page[], act: string): Promise<void> {
  let missing = pages.length;
  let go = (): void => undefined;
  const all = new Promise<void>((resolve) => (go = resolve));
  for (const page of pages) {
    await page.route(`**/api/console/conversations/*/${act}`, async (route) => {
      missing -= 1;
      if (missing === 0) go();
      await all;
      await route.continue();
    });
  }
}

/** How often these words stand in the shopper's talk, the desk's own lines included. */
export async function timesTold({ panel }: Shopper, words: string): Promise<number> {
  return (await panel.locator(".log-inner").innerText()).split(words).length - 1;
}

/** The shopper reads this. */
export async function isTold({ panel }: Shopper, words: string): Promise<void> {
  await panel.locator(".log-inner").getByText(words).waitFor();
}

/** A tile of the day's figures. */
export async function expectTile(page: Page, label: string, shown: RegExp): Promise<void> {
  const tile = page.locator(".tile").filter({ has: page.getByText(label, { exact: true }) });
  await expect.poll(() => tile.innerText()).toMatch(shown);
}
