import type { Query } from "./retrieve.ts";

/** The grams of one article: of its phrasings, and of all it says. */
export interface Said {
  readonly asked: Uint32Array;
  readonly all: Uint32Array;
}

/** Shares, 0..1, of what tells the articles apart in a question: found in anything an article says, and in its phrasings. */
export interface Telling {
  readonly all: number;
  readonly asked: number;
}

/**
 * What every candidate has says nothing about which of them is meant: a gram of the question counts the more, the fewer of these
 * articles have it. In their order.
 */
export function tellingShares(query: Query, articles: readonly Said[]): readonly Telling[] {
  const all = sharesOf(
    query,
    articles.map((one) => new Set(one.all)),
  );
  const asked = sharesOf(
    query,
    articles.map((one) => new Set(one.asked)),
  );
  return articles.map((_, at) => ({ all: all[at] ?? 0, asked: asked[at] ?? 0 }));
}

function sharesOf({ phrase: { ids }, idf, mass }: Query, articles: readonly ReadonlySet<number>[]): readonly number[] {
  const having = Array.from(ids, (id) => articles.map((has) => has.has(id)));
  const weights = having.map((one, at) => (idf[at] ?? 0) * rarity(articles.length, one.filter(Boolean).length));
  const unknown = Math.max(0, mass - sum([...idf]));
  const total = sum(weights) + unknown * rarity(articles.length, 0);
  return articles.map((_, article) => {
    const told = sum(weights.filter((_, at) => having[at]?.[article] === true));
    return total === 0 ? 0 : told / total;
  });
}

function rarity(articles: number, having: number): number {
  return Math.log((1 + articles) / (1 + having));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
