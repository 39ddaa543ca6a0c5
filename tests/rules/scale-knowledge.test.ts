import { describe, expect, it } from "vitest";
import { composeMarket, composeShop, type ComposedStore, type Matter, type Pool } from "../../scripts/bench/scale-knowledge.ts";

function matters(name: string, count: number): readonly Matter[] {
  return Array.from({ length: count }, (_, at): Matter => {
    const texts = Array.from({ length: 15 }, (_unused, text) => `${name} ${at} 问法 ${text}`);
    return { id: `${name}-${at}`, phase: "presale", texts, answers: [`${name} ${at} 答`] };
  });
}

const POOL: Pool = { platform: matters("platform", 40), trades: [matters("tea", 30), matters("shoes", 30), matters("pets", 30)] };

function phrasingsOf({ articles }: ComposedStore): readonly string[] {
  return articles.flatMap(({ question, alternatives }) => [question, ...alternatives]);
}

describe("knowledge composed for the scale benchmark", () => {
  it("has exactly as many phrasings as asked for, none of them twice", () => {
    for (const store of [composeShop(POOL, 100, 3), composeMarket(POOL, 800, 3)]) {
      const phrasings = phrasingsOf(store);
      expect(phrasings).toHaveLength(new Set(phrasings).size);
    }
    expect(phrasingsOf(composeShop(POOL, 100, 3))).toHaveLength(100);
    expect(phrasingsOf(composeMarket(POOL, 800, 3))).toHaveLength(800);
  });

  it("asks only what the store was not taught, of an article that it has", () => {
    const store = composeShop(POOL, 100, 11);
    const taught = new Set(phrasingsOf(store));

    expect(store.questions.length).toBeGreaterThan(10);
    for (const { text, article } of store.questions) {
      expect(taught).not.toContain(text);
      expect(store.articles.map(({ id }) => id)).toContain(article);
    }
  });

  it("is the same for the same seed, and another shop for another", () => {
    expect(composeShop(POOL, 100, 5)).toEqual(composeShop(POOL, 100, 5));
    const shops = new Set(Array.from({ length: 50 }, (_, seed) => phrasingsOf(composeShop(POOL, 100, seed)).join("\n")));
    expect(shops.size).toBe(50);
  });

  it("refuses to be larger than its matters", () => {
    expect(() => composeMarket(POOL, 50_000, 1)).toThrow(/phrasings of 50000/);
  });
});
