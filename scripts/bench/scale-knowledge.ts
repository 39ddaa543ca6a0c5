import type { CatalogIntent } from "../../intents/catalog.ts";
import { createChance, shuffle } from "../../intents/training/chance.ts";
import type { Trade } from "../../intents/training/corpus.ts";
import type { Fixture } from "../../intents/training/fixtures.ts";
import { articleId, type ArticleId } from "../../src/core/ids.ts";
import type { KnownArticle, SuggestedTopic } from "../../src/core/understanding.ts";
import type { Phase } from "../../src/core/words.ts";

/** Something shoppers ask, in many words, and what shops answer. */
export interface Matter {
  readonly id: string;
  readonly phase: Phase;
  readonly texts: readonly string[];
  readonly answers: readonly string[];
}

/** What knowledge is composed of: matters of every shop, and those of each trade. */
export interface Pool {
  readonly platform: readonly Matter[];
  readonly trades: readonly (readonly Matter[])[];
}

/** A store as large as it should be, with questions that none of its phrasings is. */
export interface ComposedStore {
  readonly articles: readonly KnownArticle[];
  readonly questions: readonly { readonly text: string; readonly article: ArticleId }[];
}

/** What answers are taken from: stores written by hand, each article under the intent it seems to be about. */
export interface Answers {
  readonly stores: readonly Fixture[];
  readonly suggest: (article: KnownArticle) => readonly SuggestedTopic[];
}

/** Gathers matters. What the catalogue asks is answered as hand-written stores answer it, or not at all. */
export function gatherPool(catalog: readonly CatalogIntent[], trades: readonly Trade[], { stores, suggest }: Answers): Pool {
  const answers = new Map<string, string[]>();
  for (const article of stores.flatMap(({ articles }) => articles)) {
    const topic = suggest(article)[0]?.id;
    if (topic !== undefined) answers.set(topic, [...(answers.get(topic) ?? []), article.answer]);
  }
  const platform = catalog.flatMap(({ id, kind, phase, name, zh, zhTW, en }): Matter[] => {
    const known = answers.get(id);
    if (kind !== "shop" || phase === null || known === undefined) return [];
    return [{ id, phase, texts: [name.zh, ...zh, ...zhTW, ...en], answers: known }];
  });
  const ofTrade = ({ matters }: Trade): readonly Matter[] =>
    matters.map(({ id, what, zh, en, answer }) => ({ id, phase: "presale", texts: [what, ...zh, ...en], answers: answer }));
  return { platform, trades: trades.map(ofTrade) };
}

/** A shop of one trade: for three articles about its goods, two about what every shop is asked. */
export function composeShop(pool: Pool, phrasings: number, seed: number): ComposedStore {
  const chance = chanceOf(seed);
  const trade = pool.trades[Math.floor(chance() * pool.trades.length)] ?? [];
  const own = shuffled(trade, chance);
  const platform = shuffled(pool.platform, chance);
  const matters = own.flatMap((matter, at) => [matter, ...(at % 3 === 0 ? [] : platform.slice(at, at + 1))]);
  return compose(matters, { phrasings, perArticle: () => 2 + Math.floor(chance() * 7), chance });
}

/** A market of every trade at once. */
export function composeMarket(pool: Pool, phrasings: number, seed: number): ComposedStore {
  const chance = chanceOf(seed);
  const matters = shuffled([...pool.platform, ...pool.trades.flat()], chance);
  return compose(matters, { phrasings, perArticle: () => 6 + Math.floor(chance() * 9), chance });
}

interface Composing {
  /** How many the store has in all. */
  readonly phrasings: number;
  readonly perArticle: () => number;
  readonly chance: () => number;
}

/** Throws when the matters have too few texts. */
function compose(matters: readonly Matter[], { phrasings, perArticle, chance }: Composing): ComposedStore {
  const articles: KnownArticle[] = [];
  const questions: { text: string; article: ArticleId }[] = [];
  let left = phrasings;
  for (const { id, phase, texts, answers } of matters) {
    if (left === 0) break;
    // One text of each is kept back, to be asked.
    const [asked, ...taught] = shuffled(texts, chance).slice(0, Math.min(perArticle(), left) + 1);
    const [question, ...alternatives] = taught.map(copy);
    const answer = answers[Math.floor(chance() * answers.length)];
    if (asked === undefined || question === undefined || answer === undefined) continue;
    articles.push({ id: articleId(id), layer: "store", phase, question, alternatives, answer: copy(answer) });
    questions.push({ text: asked, article: articleId(id) });
    left -= taught.length;
  }
  if (left > 0) throw new Error(`the matters have ${phrasings - left} phrasings of ${phrasings}; ask for a smaller store`);
  return { articles, questions };
}

/** A text of its own, as if it came from a database: one shared by a thousand stores would hide what they weigh. */
function copy(text: string): string {
  return Buffer.from(text).toString();
}

function shuffled<Item>(items: readonly Item[], chance: () => number): readonly Item[] {
  const order = [...items.keys()];
  shuffle(order, chance);
  return order.flatMap((at) => items.slice(at, at + 1));
}

/** The first numbers of near seeds lie near to each other: seeds are spread and some numbers thrown away. */
function chanceOf(seed: number): () => number {
  const chance = createChance(Math.imul(seed + 1, 2_654_435_761));
  for (let thrown = 0; thrown < 5; thrown += 1) chance();
  return chance;
}
