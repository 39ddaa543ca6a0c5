import { fileURLToPath } from "node:url";
import { Converter } from "opencc-js";
import { describe, expect, it } from "vitest";
import type { CatalogIntent } from "../../intents/catalog.ts";
import { phrasingsOf, readCatalog } from "../../intents/catalog.ts";
import { ACTS } from "../../src/core/understanding.ts";

const folder = fileURLToPath(new URL("../../intents/catalog/", import.meta.url));
const intents = await readCatalog(folder);

/** The shopper intents asked for most: they have the most wordings. */
const COMMONEST = new Set(
  [
    "product-spec material size-advice color-match stock bargain coupon promotion price-protection gift authenticity compare",
    "usage-suitability shelf-life care-washing payment ship-time courier shipping-fee order-status urge-shipping change-address",
    "change-item cancel-order track-parcel parcel-stuck delivered-not-received urge-delivery seven-day-return exchange",
    "refund-progress refund-only return-freight quality-problem wrong-item missing-item damaged warranty-repair install-use",
    "not-working complaint injury-danger food-safety greeting human-please",
  ].flatMap((line) => line.split(" ")),
);

/** How many wordings an intent needs before it may be learned from. */
function leastOf({ id, kind }: CatalogIntent): { readonly zh: number; readonly en: number; readonly zhTW: number } {
  if (kind === "merchant") return { zh: 55, en: 12, zhTW: 5 };
  return { zh: COMMONEST.has(id) ? 120 : 50, en: 30, zhTW: 10 };
}
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

  it("holds every act of the desk, what is no business of a shop, seventy shop intents and what merchants write", () => {
    const of = (kind: CatalogIntent["kind"]) => intents.filter((intent) => intent.kind === kind).map((intent) => intent.id);

    expect(of("act")).toEqual(expect.arrayContaining([...ACTS]));
    expect(of("none")).toEqual(["advertisement", "none"]);
    expect(of("shop").length).toBeGreaterThanOrEqual(70);
    expect(of("merchant")).toHaveLength(12);
  });

  it("gives each shop intent a phase and somebody who can take it, and acts no phase", () => {
    for (const intent of intents) {
      expect(intent.phase !== null, intent.id).toBe(intent.kind === "shop");
      if (intent.kind === "shop") expect(intent.skill, intent.id).not.toBeNull();
    }
  });

  it("gives each intent one name in Chinese and one in English that no other has", () => {
    const names = intents.flatMap(({ name }) => [name.zh, name.en.toLowerCase()]);
    const ids: ReadonlySet<string> = new Set(intents.map(({ id }) => id));

    expect(new Set(names).size).toBe(2 * intents.length);
    expect(
      names.filter((name) => ids.has(name) && intents.find(({ id }) => id === name)?.name.en.toLowerCase() !== name),
    ).toEqual([]);
    expect(intents.filter(({ name }) => !/^[\p{Script=Han}]{2,10}$/u.test(name.zh)).map(({ id }) => id)).toEqual([]);
    expect(intents.filter(({ name }) => !/^[A-Z][A-Za-z' -]*$/.test(name.en)).map(({ id }) => id)).toEqual([]);
  });

  it("lets no text answer a danger, bad food, a complaint or a dispute about money", () => {
    const risky = intents.filter((intent) => intent.risk === "human-only").map((intent) => intent.id);

    const ofShoppers = risky.filter((id) => !["complains-agent", "asks-more-people"].includes(id));
    expect(ofShoppers.sort()).toEqual(
      ["angry", "compensation", "complaint", "food-safety", "injury-danger", "refund-only", "review-threat"].sort(),
    );
  });

  it.each(intents.map((intent) => [intent.id, intent] as const))("has enough of %s in three ways of writing", (_id, intent) => {
    const least = leastOf(intent);

    expect(intent.zh.length).toBeGreaterThanOrEqual(least.zh);
    expect(intent.en.length).toBeGreaterThanOrEqual(least.en);
    expect(intent.zhTW.length).toBeGreaterThanOrEqual(least.zhTW);
    expect(intent.en.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(intent.zhTW.filter((text) => !/[\p{Script=Han}\p{Script=Bopomofo}]/u.test(text))).toEqual([]);
  });

  it("says nothing twice, in one file or in two", () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    // What merchants write to the vendor stands apart: it is read in their group alone.
    for (const intent of intents.filter(({ kind }) => kind !== "merchant"))
      for (const text of phrasingsOf(intent)) {
        // Some say all they say with signs: those are compared as they are.
        const letters = normalised(text) || text;
        const before = seen.get(letters);
        if (before !== undefined) twice.push(`${intent.id}: ${text} = ${before}`);
        seen.set(letters, `${intent.id}: ${text}`);
      }

    expect(twice).toEqual([]);
  });

  it("names for each look-alike the intent it really is, and teaches it to no other", () => {
    const homes = new Map(intents.flatMap((intent) => phrasingsOf(intent).map((text) => [normalised(text), intent.id] as const)));
    const wrong = intents.flatMap(({ id, not = [] }) =>
      not.filter(({ text, intent }) => {
        const home = homes.get(normalised(text));
        return intent === id || !intents.some((one) => one.id === intent) || (home !== undefined && home !== intent);
      }),
    );

    expect(wrong).toEqual([]);
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
