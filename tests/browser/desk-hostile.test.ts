import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { textFault } from "../../src/core/text.ts";
import { openBrowser } from "../support/browser.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { HOSTILE_STRINGS } from "../support/hostile-strings.ts";
import { agentByHttp } from "../support/real-desk-sides.ts";
import { CLEAR_QUESTION, HOSTILE_SHOP, openRealDesk, provenShopper, type RealDesk } from "../support/real-desk.ts";
import { signIn } from "./console-stories.ts";
import { expectUnbroken, openShop, type Shopper } from "./widget-stories.ts";

/** What the server lets in; the rest is refused where it enters. */
const EACH = HOSTILE_STRINGS.filter((text) => textFault(text, 1_000) === undefined && text === text.trim());
const WORDS = EACH.filter((text) => text.length < 200).join(" ");
/** Would be a picture with a handler, where a name is pasted into markup. */
const FILE_NAME = `<img src=x onerror=window.__broken=true>'"&amp;.png`;
const SHOPPERS_NAME = WORDS.slice(0, 60);
/** 2 × 2 pixels. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNkYPjPwMDAxMDAwMDAAAAHDwEBkJ0TgQAAAABJRU5ErkJggg==",
  "base64",
);

describeOnEmbedded("Hostile words in every field", (database) => {
  let browser: Browser;
  let context: BrowserContext;
  let desk: RealDesk;
  const done: string[] = [];

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openRealDesk(await database.place(), { words: WORDS, each: EACH })]);
    // Without the content policy nothing but our own care stands between words and scripts.
    context = await browser.newContext({ locale: "zh-CN", bypassCSP: true, viewport: { width: 1280, height: 800 } });
    context.on("dialog", (dialog) => {
      done.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on("request", (request) => {
      if (!request.url().startsWith(desk.server.url) && !/^(data|blob):/.test(request.url())) done.push(request.url());
    });
  });
  afterAll(async () => {
    await browser.close();
    await desk.server.kill();
  });

  it("stay words, for shoppers and for colleagues", { timeout: 120_000 }, async () => {
    const shopper = await openShop(context, await shopOfTheirOwn());
    await talkToTheBot(shopper);
    const conversation = await talkToTheAgent(shopper);
    await expectUnbroken(shopper);
    await expectNothingRan(shopper.page);

    await readDemoPage(await context.newPage());
    await readConsole(await context.newPage(), conversation);
    expect(done).toEqual([]);
  });

  /** A shop that proves who its shopper is, and whose shopper calls themselves something hostile. */
  async function shopOfTheirOwn(): Promise<string> {
    const { id, name, hmac } = provenShopper("shopper-1", SHOPPERS_NAME, HOSTILE_SHOP.secret);
    const url = `${desk.server.url}/shop-of-their-own`;
    const attributes = { store: HOSTILE_SHOP.key, "identity-id": id, "identity-name": name, "identity-hmac": hmac };
    await context.route(url, (route) =>
      route.fulfill({
        contentType: "text/html; charset=utf-8",
        body: `<!doctype html><html lang="zh-CN"><title>shop</title><body><script src="/widget.js" ${inMarkup(attributes)} async></script>`,
      }),
    );
    return url;
  }

  async function talkToTheBot(shopper: Shopper): Promise<void> {
    const { panel } = shopper;
    expect(await panel.locator("h2").textContent()).toBe(WORDS);
    expect(await panel.locator(".choices button").allTextContents()).toEqual(EACH.slice(0, 20));
    await shopper.say(CLEAR_QUESTION);
    await panel.locator(".line.bot .source", { hasText: EACH[0] ?? "" }).waitFor();
    await shopper.say(WORDS.slice(0, 1_900));
    // Asked back, in words of the shop's articles.
    await shopper.say(EACH[1] ?? "");
    await expect.poll(() => shopper.own.count()).toBe(3);
  }

  async function talkToTheAgent(shopper: Shopper): Promise<string> {
    const agent = await agentByHttp(desk, desk.admin);
    const human = shopper.panel.getByRole("button", { name: "人工客服" });
    if (await human.isEnabled()) await human.click();
    const conversation = await agent.takeNewest();
    for (const text of EACH) await agent.say(conversation, text);
    await expect.poll(() => shopper.panel.locator(".line.agent .bubble").count()).toBe(EACH.length);
    const heard = await shopper.panel.locator(".line.agent .bubble").evaluateAll((all) => all.map((one) => one.textContent));
    expect(heard).toEqual(EACH);
    const picture = { name: FILE_NAME, mimeType: "image/png", buffer: PICTURE };
    await shopper.panel.locator("input[type=file]").setInputFiles(picture);
    await shopper.own.locator("img[src^='blob:']").waitFor();
    return conversation;
  }

  async function readDemoPage(page: Page): Promise<void> {
    await page.goto(`${desk.server.url}/demo/${HOSTILE_SHOP.key}`);
    // HTML knows one kind of line end.
    expect(await page.locator(".brand bdi").textContent()).toBe(WORDS.replaceAll("\r\n", "\n"));
    await expectNothingRan(page);
  }

  async function readConsole(page: Page, conversation: string): Promise<void> {
    page.setDefaultTimeout(10_000);
    await signIn(page, { url: desk.server.url, agent: desk.admin });
    const question = page.getByRole("button", { name: EACH[0] ?? "", exact: true });
    const looks = {
      [`conversations/${conversation}?list=open`]: () => page.locator(".log .file").waitFor(),
      [`conversations/${conversation}/story`]: () => page.locator(".step").nth(5).waitFor(),
      [`knowledge?store=${HOSTILE_SHOP.id}`]: () => question.click(),
      roster: () => page.locator(".week").first().waitFor(),
      people: () => page.getByRole("cell", { name: "hostile@shop.test" }).waitFor(),
    };
    for (const [path, look] of Object.entries(looks)) {
      await page.goto(`${desk.server.url}/console/${path}`);
      await look();
      // What is shown is theirs, or nothing would be proved.
      expect(await page.locator("body").textContent(), path).toContain("window.__broken=true</script>");
      await expectNothingRan(page);
    }
    await page.goto(`${desk.server.url}/console/knowledge?store=${HOSTILE_SHOP.id}`);
    await question.click();
    await page.getByRole("dialog").getByText("第 1 版").waitFor();
    await expectNothingRan(page);
  }
});

/** No script of theirs ran, and no element of the page (shadow trees too) carries what would run one. */
async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate("[window.__broken, window.__hacked]")).toEqual([undefined, undefined]);
  const found = await page.evaluate(`(function look(root) {
    return [...root.querySelectorAll("*")].flatMap((one) => [
      ...one.getAttributeNames().filter((name) => name.startsWith("on")).map((name) => one.localName + " " + name),
      ...(/^(javascript|vbscript|data:text)/i.test(one.getAttribute("href") ?? "") ? [one.outerHTML] : []),
      ...(["iframe", "object", "embed", "base", "marquee", "math", "video"].includes(one.localName) ? [one.outerHTML] : []),
      ...(one.shadowRoot ? look(one.shadowRoot) : []),
    ]);
  })(document)`);
  expect(found, page.url()).toEqual([]);
}

function inMarkup(attributes: Readonly<Record<string, string>>): string {
  const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return Object.entries(attributes)
    .map(([name, value]) => `data-${name}="${escape(value)}"`)
    .join(" ");
}
