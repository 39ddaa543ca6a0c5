import { SHARED_STORE, type StoreId } from "../core/ids.ts";
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
  /** Of the knowledge that was asked. */
  readonly knowledge: string;
}

/** No more are looked at: the newest tell most. */
const MOST_LABELS = 1_000;
const MOST_LABELS_OF_ALL = 600;
/** Older conversations were held with another knowledge. */
const LOOKED_BACK_MS = 90 * 24 * 3_600_000;
/** From so many labelled questions on, the store's own phrasings tell nothing that those do not tell better. */
const FEW_LABELS = 20;
const MOST_LEFT_OUT = 100;
/** Which of an article's other phrasings are left out, one after the other. */
const LEFT_OUT = [0, 1, 2];
/** Learning a larger store anew would keep the machine busy for too long. */
const MOST_ARTICLES_TO_RELEARN = 3_000;

/** Collects it. Where little is labelled, the store's own phrasings are asked too, for the page alone: nothing is learned from them. */
export async function collectEvidence(parts: AnsweringParts, store: StoreId, before?: Evidence): Promise<Evidence> {
  const knowledge = await knowledgeVersion(parts.database, store);
  const labelled = await collectLabelled(parts, store);
  if (labelled.length >= FEW_LABELS) return { labelled, leftOut: [], knowledge };
  // The same phrasings of the same knowledge end the same.
  const isKnown = before?.knowledge === knowledge && before.leftOut.length > 0;
  return { labelled, leftOut: isKnown ? before.leftOut : await askLeftOut(parts, store), knowledge };
}

/** Changes with every change of what answers the store's shoppers. */
async function knowledgeVersion(database: Database, store: StoreId): Promise<string> {
  const ids = [store, SHARED_STORE];
  const rows = await database
    .scoped(ids)
    .store.findMany({ where: { id: { in: ids } }, select: { id: true, knowledgeVersion: true }, orderBy: { id: "asc" } });
  return rows.map(({ id, knowledgeVersion: version }) => `${id} ${version}`).join();
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

/**
 * Each phrasing is asked while its article does not have it; of many, some from all over. One phrasing of every article is left
 * out at a time: to learn the store anew for each would take minutes.
 */
async function askLeftOut({ database, workbench, now }: AnsweringParts, store: StoreId): Promise<readonly Case[]> {
  const articles = await loadKnownArticles(database, store);
  if (articles.length > MOST_ARTICLES_TO_RELEARN) return [];
  const trial = workbench.openTrial();
  const cases: Case[] = [];
  for (const at of LEFT_OUT) {
    const having = articles.filter(({ alternatives }) => alternatives.length > at);
    if (having.length === 0) break;
    await trial.learn(
      store,
      articles.map((article) => ({ ...article, alternatives: article.alternatives.filter((_, other) => other !== at) })),
    );
    const every = Math.ceil((having.length * LEFT_OUT.length) / MOST_LEFT_OUT);
    for (const { id, alternatives } of having.filter((_, place) => place % every === 0)) {
      const text = alternatives[at] ?? "";
      cases.push({ source: "phrasing", text, golds: [id], reading: await trial.read({ storeId: store, text, at: now() }) });
      await giveWay();
    }
  }
  return cases;
}
