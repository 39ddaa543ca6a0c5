import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { learnStore } from "../../intents/judgement.ts";
import { matchStore, type Evidence } from "../../intents/match.ts";
import { loadModel } from "../../intents/model.ts";
import { normalise } from "../../intents/normalise.ts";
import { contentOf, inCommon } from "../../intents/sequences.ts";
import { articleId } from "../../src/core/ids.ts";
import type { KnownArticle } from "../../src/core/understanding.ts";

const model = await loadModel();
const articleOf = (id: string, [question = "", ...alternatives]: readonly string[]): KnownArticle => ({
  ...{ id: articleId(id), layer: "store", phase: "aftersale" },
  ...{ question, alternatives, answer: "见详情" },
});

/** What is found of each article, by its id. */
function ask(text: string, articles: readonly KnownArticle[]): ReadonlyMap<string, Evidence> {
  const { index } = learnStore(model, articles);
  const { evidence } = matchStore(model, index, { text: normalise(text), at: 0, agreements: articles.map(() => 1) });
  return new Map(evidence.map((one) => [String(index.articles[one.article]?.id), one]));
}

const letters = fc.array(fc.constantFrom("退", "货", "运", "费"), { maxLength: 8 });

describe("What two texts have in common, character by character", () => {
  it("particles and blanks say nothing", () => {
    expect(contentOf("我 的货呢")).toEqual(["货"]);
  });

  it("no more than 120 characters are compared", () => {
    expect(contentOf("货".repeat(500))).toHaveLength(120);
  });

  it.each([
    ["退货运费", "退的运费", { sequence: 3, run: 2 }],
    ["退货", "货退", { sequence: 1, run: 1 }],
    ["退货", "发票", { sequence: 0, run: 0 }],
    ["", "退货", { sequence: 0, run: 0 }],
  ])("“%s” and “%s” share %o", (one, other, shared) => {
    expect(inCommon([...one], [...other])).toEqual(shared);
  });

  it("a run is a sequence, neither is longer than a text, and it does not matter which text comes first", () => {
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        const { sequence, run } = inCommon(one, other);
        expect(run).toBeLessThanOrEqual(sequence);
        expect(sequence).toBeLessThanOrEqual(Math.min(one.length, other.length));
        expect(inCommon(other, one)).toEqual({ sequence, run });
      }),
    );
  });

  it("a text has all of itself in common with itself", () => {
    fc.assert(
      fc.property(letters, (one) => {
        expect(inCommon(one, one)).toEqual({ sequence: one.length, run: one.length });
      }),
    );
  });
});

describe("How far a question and an article overlap", () => {
  const RETURNS = articleOf("returns", ["怎么退货", "退货运费谁出"]);
  const INVOICE = articleOf("invoice", ["能开发票吗"]);

  it("is all of it for its own words, and nothing where no word is shared", () => {
    const found = ask("怎么退货", [RETURNS, INVOICE]);
    const own = found.get("returns")?.overlap;

    expect(
      [own?.title, own?.titleBack, own?.mutual, own?.sequenceOfBoth, own?.runOfBoth].map((value) => value?.toFixed(6)),
    ).toEqual(Array.from({ length: 5 }, () => "1.000000"));
    expect(found.get("invoice")?.overlap).toMatchObject({ title: 0, phrasing: 0, phrasings: 0, sequence: 0, run: 0 });
  });

  it("counts the title apart from the phrasing that says most of it", () => {
    const overlap = ask("运费谁出", [RETURNS, INVOICE]).get("returns")?.overlap;

    expect(overlap?.phrasing).toBeGreaterThan(0.9);
    expect(overlap?.title).toBeLessThan(0.1);
    expect(overlap?.mutual).toBeGreaterThan(overlap?.mutualOnAverage ?? 1);
  });

  it("counts what two phrasings say together, though neither says all", () => {
    const overlap = ask("怎么退货运费", [RETURNS, INVOICE]).get("returns")?.overlap;

    expect(overlap?.phrasings).toBeGreaterThan(overlap?.phrasing ?? 1);
  });

  it("has no title in another language", () => {
    const both = articleOf("both", ["怎么退货", "how do i return it"]);

    expect(ask("how do i return it", [both]).get("both")?.overlap).toMatchObject({ title: 0, titleBack: 0 });
    expect(ask("how do i return it", [both]).get("both")?.overlap.phrasing).toBeGreaterThan(0.9);
  });

  it("an article says what it is asked before and after a sale", () => {
    const before = { ...INVOICE, phase: "presale" } as const;
    const found = ask("怎么退货", [RETURNS, before]);

    expect([found.get("returns")?.isAftersale, found.get("returns")?.isPresale]).toEqual([true, false]);
    expect([found.get("invoice")?.isAftersale, found.get("invoice")?.isPresale]).toEqual([false, true]);
  });
});

describe("What tells the candidates apart", () => {
  it("is what only one of them says: what all say counts for none", () => {
    const found = ask("毛衣缩水", [articleOf("shrink", ["毛衣缩水吗"]), articleOf("pills", ["毛衣起球吗"])]);

    expect(found.get("shrink")?.telling.asked).toBeGreaterThan(0.6);
    expect(found.get("pills")?.telling.asked).toBeLessThan(0.05);
  });

  it("an answer's words tell too, apart from those of the phrasings", () => {
    const washing = { ...articleOf("wash", ["怎么洗"]), answer: "羊绒别机洗" };
    const { telling } = ask("羊绒", [washing, articleOf("pills", ["起球吗"])]).get("wash") ?? {};

    expect(telling?.all).toBeGreaterThan(0.9);
    expect(telling?.asked).toBe(0);
  });

  it("words that no candidate has are missed by all of them", () => {
    const articles = [articleOf("shrink", ["毛衣缩水吗"]), articleOf("pills", ["毛衣起球吗"])];
    const tellingOf = (text: string) => ask(text, articles).get("shrink")?.telling.asked ?? 0;

    expect(tellingOf("缩水")).toBeGreaterThan(0.9);
    expect(tellingOf("缩水鑫淼龘")).toBeLessThan(0.6);
  });
});
