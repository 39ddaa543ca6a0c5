import { SHARED_STORE, type StoreId } from "../core/ids.ts";
import type { Workbench } from "../core/workbench.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { giveWay } from "../infra/slices.ts";
import { loadKnownArticles } from "../knowledge/store.ts";
import type { GoldenQuestion } from "../knowledge/rules/golden.ts";
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
  /** What was asked today, by what it depends on: the same asked of the same knowledge ends the same. */
  readonly asked: ReadonlyMap<string, readonly Case[]>;
}

/** No more are looked at: the newest tell most. */
const MOST_LABELS = 1_000;
const MOST_LABELS_OF_ALL = 600;
/** Older conversations were held with another knowledge. */
const LOOKED_BACK_MS = 90 * 24 * 3_600_000;
/** From so many labelled questions on, the store's own phrasings tell nothing that those do not tell better. */
const FEW_LABELS = 20;
const MOST_LEFT_OUT = 60;
/** Learning a larger store anew would keep the machine busy for too long. */
const MOST_ARTICLES_TO_RELEARN = 600;

/**
 * Collects it. Where little is labelled, the store's own phrasings are asked too, for the page alone: nothing is learned from them.
 * `before`: what was collected a while ago; what cannot have changed since is not asked again.
 */
export async function collectEvidence(parts: AnsweringParts, store: StoreId, before?: Evidence): Promise<Evidence> {
  const asked = new Map<string, readonly Case[]>();
  const once = async (of: string, ask: () => Promise<readonly Case[]>): Promise<readonly Case[]> => {
    const cases = before?.asked.get(of) ?? (await ask());
    asked.set(of, cases);
    return cases;
  };
  const knowledge = await knowledgeVersion(parts.database, store);
  const questions = await listGolden(parts.database, store);
  const golden = await once(`${knowledge} ${JSON.stringify(questions)}`, () => askGolden(parts, store, questions));
  const labelled = [...(await collectTurns(parts, { store, most: MOST_LABELS })), ...golden];
  const leftOut = labelled.length >= FEW_LABELS ? [] : await once(knowledge, () => askLeftOut(parts, store));
  return { labelled, leftOut, asked };
}

/** Conversations are judged by their readings as they were stored; golden questions are asked today. */
export async function collectLabelled(parts: AnsweringParts, store: StoreId): Promise<readonly Case[]> {
  const golden = await askGolden(parts, store, await listGolden(parts.database, store));
  return [...(await collectTurns(parts, { store, most: MOST_LABELS })), ...golden];
}

/** Changes with every change of what answers the store's shoppers. */
async function knowledgeVersion(database: Database, store: StoreId): Promise<string> {
  const ids = [store, SHARED_STORE];
  const rows = await database
    .scoped(ids)
    .store.findMany({ where: { id: { in: ids } }, select: { id: true, knowledgeVersion: true }, orderBy: { id: "asc" } });
  return rows.map(({ id, knowledgeVersion: version }) => `${id} ${version}`).join();
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

async function askGolden(
  { database, workbench, now }: AnsweringParts,
  store: StoreId,
  questions: readonly GoldenQuestion[],
): Promise<readonly Case[]> {
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
 * A phrasing of each article (of many, of some from all over) is asked while the article does not have it. They are left out
 * together: to learn the store anew for each would take minutes.
 */
async function askLeftOut({ database, workbench, now }: AnsweringParts, store: StoreId): Promise<readonly Case[]> {
  const articles = await loadKnownArticles(database, store);
  if (articles.length > MOST_ARTICLES_TO_RELEARN) return [];
  const having = articles.filter(({ alternatives }) => alternatives.length > 0);
  const every = Math.max(1, Math.ceil(having.length / MOST_LEFT_OUT));
  const chosen = new Map(having.filter((_, at) => at % every === 0).map(({ id, alternatives }) => [id, alternatives[0] ?? ""]));
  const trial = workbench.openTrial();
  await trial.learn(
    store,
    articles.map((one) => ({ ...one, alternatives: one.alternatives.filter((text) => text !== chosen.get(one.id)) })),
  );
  const cases: Case[] = [];
  for (const [id, text] of chosen) {
    cases.push({ source: "phrasing", text, golds: [id], reading: await trial.read({ storeId: store, text, at: now() }) });
    await giveWay();
  }
  return cases;
}
