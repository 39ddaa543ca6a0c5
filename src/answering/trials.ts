import type { StoreId } from "../core/ids.ts";
import type { KnownArticle } from "../core/understanding.ts";
import type { Workbench } from "../core/workbench.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Alone } from "../infra/single-flight.ts";
import { giveWay } from "../infra/slices.ts";
import type { GoldenQuestion } from "../knowledge/rules/golden.ts";
import type { Case } from "./rules/cases.ts";

/** A store as it stands at a moment, to be learned by an understanding that serves nobody. */
export interface Scene {
  readonly database: Database;
  readonly workbench: Workbench;
  readonly store: StoreId;
  readonly articles: readonly KnownArticle[];
  readonly at: Instant;
}

/** Learning a larger store anew would keep the machine busy for too long. */
const MOST_ARTICLES_TO_RELEARN = 600;

/** Whether the store's knowledge may be learned anew only to be asked. */
export function isSmallEnough({ articles }: Pick<Scene, "articles">): boolean {
  return articles.length <= MOST_ARTICLES_TO_RELEARN;
}

/** Golden questions as today's knowledge answers them. One trial of a store at a time. */
export async function askGolden(scene: Scene, questions: readonly GoldenQuestion[]): Promise<Alone<readonly Case[]>> {
  const asked = questions.map(({ text, gold }) => ({ source: "golden" as const, text, golds: gold }));
  return ask(scene, { articles: scene.articles, asked });
}

const MOST_LEFT_OUT = 60;

/**
 * A phrasing of each article in use (of many, of some from all over) is asked while the article does not have it. They are left
 * out together: to learn the store anew for each would take minutes. One trial of a store at a time.
 */
export async function askLeftOut(scene: Scene): Promise<Alone<readonly Case[]>> {
  const { articles, at: moment } = scene;
  const having = articles.filter((one) => one.alternatives.length > 0 && isUsed(one, moment));
  const every = Math.max(1, Math.ceil(having.length / MOST_LEFT_OUT));
  const chosen = new Map(having.filter((_, at) => at % every === 0).map(({ id, alternatives }) => [id, alternatives[0] ?? ""]));
  const without = articles.map((one) => ({
    ...one,
    alternatives: one.alternatives.filter((text) => text !== chosen.get(one.id)),
  }));
  const asked = [...chosen].map(([id, text]) => ({ source: "phrasing" as const, text, golds: [id] }));
  return ask(scene, { articles: without, asked });
}

function isUsed({ validFrom, validUntil }: KnownArticle, at: Instant): boolean {
  return (validFrom === undefined || validFrom <= at) && (validUntil === undefined || at < validUntil);
}

interface Trial {
  readonly articles: readonly KnownArticle[];
  readonly asked: readonly Omit<Case, "reading">[];
}

// The same name as for a run of the golden questions: clicked twice, or opened by two, it would keep everybody waiting for the same.
async function ask({ database, workbench, store, at }: Scene, { articles, asked }: Trial): Promise<Alone<readonly Case[]>> {
  if (asked.length === 0) return { type: "done", result: [] };
  return database.ifAlone(`golden ${store}`, async () => {
    const trial = workbench.openTrial();
    await trial.learn(store, articles);
    const cases: Case[] = [];
    for (const one of asked) {
      cases.push({ ...one, reading: await trial.read({ storeId: store, text: one.text, at }) });
      await giveWay();
    }
    return cases;
  });
}
