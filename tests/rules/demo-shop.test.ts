import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { demoShopOf, renderDemoPage } from "../../adapters/web/demo/page.ts";
import type { DemoShop, Good } from "../../adapters/web/demo/shops/shop.ts";
import { createUnderstanding } from "../../intents/understanding.ts";
import { storeId } from "../../src/core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../../src/core/policy.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import { LANGUAGES, type Language } from "../../src/core/words.ts";
import { parseKnowledgeFile } from "../../src/knowledge/rules/file.ts";
import { HOSTILE_STRINGS } from "../support/hostile-strings.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const frame = read("adapters/web/demo/shop.html").toString();
const goodsOf = (shop: DemoShop): readonly Good[] => shop.groups.flatMap(({ goods }) => goods);
const STORES = [
  ["demo", "demo"],
  ["tea", "second"],
] as const;

describe.each(STORES)("the page of %s", (key, folder) => {
  const shop = demoShopOf(key);
  let understanding: Understanding;

  beforeAll(async () => {
    understanding = await createUnderstanding();
    const { rows } = parseKnowledgeFile(read(`prisma/seed/${folder}/knowledge.csv`), { timezone: "Asia/Shanghai", topics: [] });
    await understanding.learn(
      storeId(key),
      rows.map((row) => ({ ...row, layer: "store" as const })),
    );
  });

  it("offers only questions that the store's knowledge answers", async () => {
    const unanswered: string[] = [];
    for (const [text, language] of goodsOf(shop).flatMap(questionsOf)) {
      const { candidates } = await understanding.read({ storeId: storeId(key), text, at: 0, language });
      const [best, second] = candidates;
      const isClear = (best?.confidence ?? 0) - (second?.confidence ?? 0) >= DEFAULT_THRESHOLDS.lead;
      if ((best?.confidence ?? 0) < DEFAULT_THRESHOLDS.answer || !isClear)
        unanswered.push(`${text}: ${JSON.stringify(candidates.slice(0, 2).map((each) => [each.articleId, each.confidence]))}`);
    }
    expect(unanswered).toEqual([]);
  });

  it("has a question in Chinese for everything it sells", () => {
    const silent = goodsOf(shop).filter(({ ask }) => ask["zh-CN"] === undefined || ask["zh-TW"] === undefined);
    expect(silent).toEqual([]);
  });
});

describe("a demo page", () => {
  it.each(["demo", "tea", "nobody-drew-it", "constructor"])("of %s has a drawing for everything and no empty place", (key) => {
    const shop = demoShopOf(key);
    const drawings = [...shop.display, ...goodsOf(shop).map(({ drawing }) => drawing)];
    expect(drawings.filter((name) => shop.drawings[name] === undefined)).toEqual([]);
    for (const language of LANGUAGES) {
      const page = renderDemoPage({ frame, storefront: { key, name: "小店" }, language });
      expect(page).not.toContain("{{");
      expect(page).toContain(`<html lang="${language}">`);
    }
  });

  it("shows the store's name as text, whatever it looks like", () => {
    for (const name of [...HOSTILE_STRINGS, "{{STORE_KEY}}", "{{{GOODS}}}"]) {
      const page = renderDemoPage({ frame, storefront: { key: "x", name }, language: "zh-CN" });
      const [, shown = ""] = /<bdi>([^]*?)<\/bdi>/.exec(page) ?? [];
      expect(shown).not.toMatch(/[<>"']/);
      expect(shown.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).toBe(name);
    }
  });

  it("runs no script but the widget's, and carries no style of its own", () => {
    const page = renderDemoPage({ frame, storefront: { key: "demo", name: "小店" }, language: "zh-CN" });
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script src="/widget.js" data-store="demo" data-color="#3f6b55" async>']);
    expect(page).not.toMatch(/ (style|on\w+)=/);
  });
});

function questionsOf({ ask }: Good): readonly (readonly [string, Language])[] {
  return LANGUAGES.flatMap((language) => {
    const text = ask[language];
    return text === undefined ? [] : [[text, language] as const];
  });
}
