import type { StoreId } from "../core/ids.ts";
import type { Workbench } from "../core/workbench.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { giveWay } from "../infra/slices.ts";
import { loadKnownArticles } from "../knowledge/store.ts";
import { listGolden } from "../knowledge/store/golden.ts";
import type { Case } from "./rules/cases.ts";
import { labelsIn, type Answers } from "./rules/labels.ts";
import { readTurns, type Turns } from "./store/turns.ts";

export interface AnsweringParts {
  readonly database: Database;
  readonly workbench: Workbench;
  readonly now: () => Instant;
}

/** What is known of how a store's questions should end. */
export interface Evidence {
  /** Labelled: from conversations and golden questions. */
  readonly labelled: readonly Case[];
  /** The store's own phrasings, each asked without it; only where hardly anything is labelled. */
  readonly leftOut: readonly Case[];
}

/** No more are looked at: the newest tell most. */
const MOST_LABELS = 1_000;
const MOST_LABELS_OF_ALL = 600;
/** Older conversations were held with another knowledge. */
const LOOKED_BACK_MS = 90 * 24 * 3_600_000;
/** From so many labelled questions on, the store's own phrasings tell nothing that those do not tell better. */
const FEW_LABELS = 20;
const MOST_LEFT_OUT = 100;
/** Learning a larger store anew for each phrasing would keep the machine busy for minutes. */
const MOST_ARTICLES_TO_RELEARN = 500;

/** Collects it. Where little is labelled, the store's own phrasings are asked too, for the page alone: nothing is learned from them. */
export async function collectEvidence(parts: AnsweringParts, store: StoreId): Promise<Evidence> {
  const labelled = await collectLabelled(parts, store);
  return { labelled, leftOut: labelled.length < FEW_LABELS ? await askLeftOut(parts, store) : [] };
}

/** Conversations are judged by their readings as they were stored; golden questions are asked today. */
export async function collectLabelled(parts: AnsweringParts, store: StoreId): Promise<readonly Case[]> {
  return [...(await collectTurns(parts, { store, most: MOST_LABELS })), ...(await askGolden(parts, store))];
}

/** Labelled turns of all stores: for numbers only, nobody may see their words. */
export function collectTurnsOfAll(parts: AnsweringParts): Promise<readonly Case[]> {
  return collectTurns(parts, { most: MOST_LABELS_OF_ALL });
}

interface Collecting {
  readonly store?: StoreId;
  readonly most: number;
}

async function collectTurns({ database, workbench, now }: AnsweringParts, { store, most }: Collecting): Promise<readonly Case[]> {
  const known = new Map<StoreId, Answers>();
  const answersOf = async (of: StoreId): Promise<Answers> => {
    const before = known.get(of) ?? { articles: await loadKnownArticles(database, of), likeness: workbench.likeness };
    known.set(of, before);
    return before;
  };
  const found: Case[] = [];
  for await (const turns of readTurns(database, { store, since: now() - LOOKED_BACK_MS })) {
    found.push(...mask(labelsIn(turns.steps, await answersOf(turns.storeId)), turns, workbench));
    if (found.length >= most) break;
    await giveWay();
  }
  return found.slice(0, most);
}

/** Nothing personal is shown to whoever sets a store. */
function mask(cases: readonly Case[], { names }: Turns, { maskPersonal }: Workbench): readonly Case[] {
  return cases.map((one) => ({ ...one, text: maskPersonal(one.text, names) }));
}

async function askGolden({ database, workbench, now }: AnsweringParts, store: StoreId): Promise<readonly Case[]> {
  const questions = await listGolden(database, store);
  if (questions.length === 0) return [];
  const trial = workbench.openTrial();
  await trial.learn(store, await loadKnownArticles(database, store));
  const cases: Case[] = [];
  for (const { text, gold } of questions) {
    cases.push({ source: "golden", text, golds: gold, reading: await trial.read({ storeId: store, text, at: now() }) });
    await giveWay();
  }
  return cases;
}

/** Each phrasing is taken out of its article and asked; of many, some from all over. */
async function askLeftOut({ database, workbench, now }: AnsweringParts, store: StoreId): Promise<readonly Case[]> {
  const articles = await loadKnownArticles(database, store);
  if (articles.length > MOST_ARTICLES_TO_RELEARN) return [];
  const all = articles.flatMap((article) => article.alternatives.map((text) => ({ article, text })));
  const every = Math.max(1, Math.ceil(all.length / MOST_LEFT_OUT));
  const trial = workbench.openTrial();
  const cases: Case[] = [];
  for (const { article, text } of all.filter((_, at) => at % every === 0)) {
    const without = { ...article, alternatives: article.alternatives.filter((other) => other !== text) };
    await trial.learn(
      store,
      articles.map((one) => (one === article ? without : one)),
    );
    const reading = await trial.read({ storeId: store, text, at: now() });
    cases.push({ source: "phrasing", text, golds: [article.id], reading });
    await giveWay();
  }
  return cases;
}
