import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** In the page: nothing is coming or going that ends by itself. What is half faded in has too little contrast for a moment. */
const IS_STILL = `![...document.querySelectorAll('[class*="ant-"]')].some((one) => /ant-[a-z-]+-(enter|appear|leave)\\b/.test(one.getAttribute("class"))) &&
  document.getAnimations().every((one) => one.playState !== "running" || one.effect?.getComputedTiming().endTime === Infinity)`;

/** What axe finds wrong with the page, once what moves in it has come to rest: rule and elements. */
export async function violations(page: Page): Promise<readonly (readonly [rule: string, elements: readonly string[]])[]> {
  await still(page);
  await page.evaluate(AXE);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))",
  );
}

/** The same for one element of the page, by the rules of WCAG 2.2 AA and good practice; `rule: selector why`. */
export async function violationsWithin(page: Page, selector: string): Promise<readonly string[]> {
  await still(page);
  await page.evaluate(AXE);
  return page.evaluate(`axe.run({ include: [[${JSON.stringify(selector)}]] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })
    .then((found) => found.violations.flatMap((one) => one.nodes.map((node) => one.id + ": " + node.target.flat().join(" ") + " " + node.failureSummary)))`);
}

/** Seen still twice, as what was just clicked begins to move a frame later; not longer than five seconds. */
async function still(page: Page): Promise<void> {
  for (let seen = 0, looks = 0; seen < 2 && looks < 100; looks += 1) {
    // Not waitForFunction: that compiles text within the page, which our content security policy forbids.
    seen = (await page.evaluate(IS_STILL)) === true ? seen + 1 : 0;
    await page.waitForTimeout(50);
  }
}
