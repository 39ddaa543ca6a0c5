import { fileURLToPath } from "node:url";
import { Converter } from "opencc-js";
import { describe, expect, it } from "vitest";
import type { CatalogIntent } from "../../intents/catalog.ts";
import { phrasingsOf, readCatalog } from "../../intents/catalog.ts";
import { ACTS } from "../../src/core/understanding.ts";

const folder = fileURLToPath(new URL("../../intents/catalog/", import.meta.url));
const intents = await readCatalog(folder);

/** How many phrasings each kind needs before it may be learned from. */
const LEAST = {
  act: { zh: 80, en: 25, zhTW: 15 },
  shop: { zh: 40, en: 10, zhTW: 5 },
  none: { zh: 120, en: 40, zhTW: 15 },
} as const;
/** Above this two phrasings say the same with the same letters. */
const SAME = 0.85;

const toSimplified = Converter({ from: "tw", to: "cn" });
const normalised = (text: string): string => toSimplified(text.normalize("NFKC").toLowerCase()).replace(/[\p{P}\p{S}\s]/gu, "");

function bigrams(text: string): ReadonlySet<string> {
  const letters = [...normalised(text)];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

function nearDuplicates(texts: readonly string[]): readonly string[] {
  const known = texts.map((text) => ({ text, pairs: bigrams(text) }));
  return known.flatMap((one, at) =>
    known
      .slice(at + 1)
      .filter((other) => jaccard(one.pairs, other.pairs) > SAME)
      .map((other) => `${one.text} ~ ${other.text}`),
  );
}

describe("the catalogue of intents", () => {
  it("writes each phrasing as one short line", () => {
    const phrasings = intents.flatMap((intent) => phrasingsOf(intent));

    expect(phrasings.filter((text) => text !== text.trim() || text.includes("\n") || text.length > 120)).toEqual([]);
  });

  it("holds every act of the desk, one collection of what is no business of a shop, and forty shop intents", () => {
    const of = (kind: CatalogIntent["kind"]) => intents.filter((intent) => intent.kind === kind).map((intent) => intent.id);

    expect(of("act").sort()).toEqual([...ACTS].sort());
    expect(of("none")).toEqual(["none"]);
    expect(of("shop").length).toBeGreaterThanOrEqual(40);
  });

  it("gives each shop intent a phase and somebody who can take it, and acts no phase", () => {
    for (const intent of intents) {
      expect(intent.phase !== null, intent.id).toBe(intent.kind === "shop");
      if (intent.kind === "shop") expect(intent.skill, intent.id).not.toBeNull();
    }
  });

  it("lets no text answer a danger, bad food, a complaint or a dispute about money", () => {
    const risky = intents.filter((intent) => intent.risk === "human-only").map((intent) => intent.id);

    expect(risky.sort()).toEqual(["complaint", "food-safety", "injury-danger", "refund-only"]);
  });

  it.each(intents.map((intent) => [intent.id, intent] as const))("has enough of %s in three ways of writing", (_id, intent) => {
    const least = LEAST[intent.kind];

    expect(intent.zh.length).toBeGreaterThanOrEqual(least.zh);
    expect(intent.en.length).toBeGreaterThanOrEqual(least.en);
    expect(intent.zhTW.length).toBeGreaterThanOrEqual(least.zhTW);
    expect(intent.en.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(intent.zhTW.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it("says nothing twice, in one file or in two", () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const intent of intents)
      for (const text of phrasingsOf(intent)) {
        const before = seen.get(normalised(text));
        if (before !== undefined || normalised(text) === "") twice.push(`${intent.id}: ${text} = ${before ?? "nothing"}`);
        seen.set(normalised(text), `${intent.id}: ${text}`);
      }

    expect(twice).toEqual([]);
  });

  it.each(intents.map((intent) => [intent.id, intent] as const))(
    "has no two phrasings of %s that differ by a letter",
    (_id, intent) => {
      expect(nearDuplicates(phrasingsOf(intent))).toEqual([]);
    },
  );
});

it("recognises what it refuses: another particle at the end of a long phrase, the other script", () => {
  expect(nearDuplicates(["麻烦帮我查一下这个订单到哪里了", "麻烦帮我查一下这个订单到哪里了呀"])).toHaveLength(1);
  expect(nearDuplicates(["快递到哪了", "什么时候发货"])).toEqual([]);
  expect(normalised("請問,運費多少?")).toBe(normalised("请问 运费多少"));
});
