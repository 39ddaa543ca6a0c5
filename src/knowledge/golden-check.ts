import type { StoreId } from "../core/ids.ts";
import type { Thresholds } from "../core/policy.ts";
import type { KnownArticle, Understanding } from "../core/understanding.ts";
import type { Instant } from "../core/words.ts";
import { chooseAction } from "../desk/rules/action.ts";
import type { Database } from "../infra/database.ts";
import type { Alone } from "../infra/single-flight.ts";
import { giveWay } from "../infra/slices.ts";
import { storeThresholds } from "../stores/store.ts";
import { asKnown, type Article } from "./rules/article.ts";
import { compareEnds, endOf, type End, type GoldenQuestion, type GoldenReport } from "./rules/golden.ts";
import { loadKnownArticles } from "./store.ts";
import { listGolden, type KeptGolden } from "./store/golden.ts";

export interface GoldenParts {
  readonly database: Database;
  /** Makes an understanding that knows nothing and serves nobody. */
  readonly openTrial: () => Understanding;
  readonly now: () => Instant;
}

export interface GoldenEnded {
  readonly question: KeptGolden;
  readonly end: End;
}

/** Asks a store's golden questions as today's knowledge stands. What serves shoppers is not touched. One trial of a store at a time. */
export function runGolden(parts: GoldenParts, store: StoreId): Promise<Alone<readonly GoldenEnded[]>> {
  return alone(parts, store, async () => {
    const trial = await openTrial(parts, store);
    await trial.learn(await loadKnownArticles(parts.database, store));
    const ended: GoldenEnded[] = [];
    for (const question of await listGolden(parts.database, store)) ended.push({ question, end: await trial.ask(question) });
    return ended;
  });
}

/** Asks them without and with an article as it would be; the result is undefined when the store has none. One trial of a store at a time. */
export async function tryArticle(parts: GoldenParts, store: StoreId, article: Article): Promise<Alone<GoldenReport | undefined>> {
  const questions = await listGolden(parts.database, store);
  if (questions.length === 0) return { type: "done", result: undefined };
  return alone(parts, store, () => compare(parts, { store, questions, article }));
}

// It takes many seconds where there is much to know: clicked twice, it would keep everybody else waiting for the same twice.
function alone<Result>({ database }: GoldenParts, store: StoreId, work: () => Promise<Result>): Promise<Alone<Result>> {
  return database.ifAlone(`golden ${store}`, work);
}

interface Trial {
  readonly store: StoreId;
  readonly questions: readonly GoldenQuestion[];
  readonly article: Article;
}

async function compare(parts: GoldenParts, { store, questions, article }: Trial): Promise<GoldenReport> {
  const known = await loadKnownArticles(parts.database, store);
  const trial = await openTrial(parts, store);
  await trial.learn(known);
  const before: End[] = [];
  for (const question of questions) before.push(await trial.ask(question));
  await trial.learn(withArticle(known, article));
  const ended: { question: GoldenQuestion; before: End; after: End }[] = [];
  for (const [at, { id, text, gold }] of questions.entries()) {
    const question = { id, text, gold };
    const after = await trial.ask(question);
    ended.push({ question, before: before[at] ?? after, after });
  }
  return compareEnds(ended);
}

function withArticle(known: readonly KnownArticle[], article: Article): readonly KnownArticle[] {
  return [...known.filter(({ id }) => id !== article.id), ...asKnown([article], "store")];
}

async function openTrial({ database, openTrial: open, now }: GoldenParts, store: StoreId) {
  const trial = open();
  const thresholds: Thresholds = await storeThresholds(database, store);
  const at = now();
  return {
    learn: (articles: readonly KnownArticle[]): Promise<void> => trial.learn(store, articles),
    ask: async (question: GoldenQuestion): Promise<End> => {
      const { action, candidates } = chooseAction(await trial.read({ storeId: store, text: question.text, at }), thresholds);
      await giveWay();
      return endOf({ action, article: action === "answer" ? (candidates[0]?.articleId ?? null) : null }, question);
    },
  };
}
