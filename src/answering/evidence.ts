import { SHARED_STORE, type StoreId } from "../core/ids.ts";
import type { KnownArticle } from "../core/understanding.ts";
import type { Workbench } from "../core/workbench.ts";
import type { Instant } from "../core/words.ts";
import { isDatabaseAway } from "../infra/database-errors.ts";
import type { Database } from "../infra/database.ts";
import type { Alone } from "../infra/single-flight.ts";
import { giveWay, inSlices } from "../infra/slices.ts";
import { loadKnownArticles } from "../knowledge/store.ts";
import { listGolden } from "../knowledge/store/golden.ts";
import type { Case } from "./rules/cases.ts";
import { labelsIn, type Answers } from "./rules/labels.ts";
import { readTurns, type Turns } from "./store/turns.ts";
import { askGolden, askLeftOut, isSmallEnough, type Scene } from "./trials.ts";

export interface AnsweringParts {
  readonly database: Database;
  readonly workbench: Workbench;
  readonly now: () => Instant;
  /** Hears of a store that is left out where turns of all stores are collected, because its own cannot be read. */
  readonly onBroken?: (store: StoreId, error: unknown) => void;
}

/** Labelled questions of a store, and what was left aside. */
export interface Labelled {
  /** From conversations and golden questions; all of them read by the fit of the confidences that is in use. */
  readonly labelled: readonly Case[];
  /** Labelled turns that another fit read: they tell nothing of what today's confidences are worth. */
  readonly olderTurns: number;
  /** Conversations that were looked at, the newest; `isCut`: there are more. */
  readonly conversations: { readonly read: number; readonly isCut: boolean };
  /** Golden questions that were not asked, because the store knows too much to be learned anew. */
  readonly goldenLeft: number;
}

/** What is known of how a store's questions should end. */
export interface Evidence extends Labelled {
  /** The store's own phrasings, each asked without it; only where nothing is labelled. */
  readonly leftOut: readonly Case[];
  /** What was asked today, by what it depends on: the same asked of the same knowledge ends the same. */
  readonly asked: ReadonlyMap<string, readonly Case[]>;
}

/** No more are looked at: the newest tell most. */
const MOST_LABELS = 1_000;
const MOST_LABELS_OF_ALL = 600;
/** Most conversations tell nothing: so many are looked at for those that do. */
const MOST_CONVERSATIONS = 2_000;
/** Older conversations were held with another knowledge. */
const LOOKED_BACK_MS = 90 * 24 * 3_600_000;

/**
 * Collects it. Where nothing is labelled, the store's own phrasings are asked, for the page alone: nothing is learned from them.
 * `before`: what was collected a while ago; what cannot have changed since is not asked again. `busy`: something would have to be
 * asked of the store while it is being asked already.
 */
export async function collectEvidence(parts: AnsweringParts, store: StoreId, before?: Evidence): Promise<Alone<Evidence>> {
  const asked = new Map<string, readonly Case[]>();
  const once: Once = async (of, ask) => {
    const known = before?.asked.get(of);
    const answered: Alone<readonly Case[]> = known === undefined ? await ask() : { type: "done", result: known };
    if (answered.type === "done") asked.set(of, answered.result);
    return answered;
  };
  const scene = await openScene(parts, store);
  const found = await labelledIn(parts, scene, once);
  if (found.type === "busy") return found;
  const isTold = found.result.labelled.length > 0 || !isSmallEnough(scene);
  const leftOut = isTold ? NONE : await once(scene.state, () => askLeftOut(scene));
  if (leftOut.type === "busy") return leftOut;
  return { type: "done", result: { ...found.result, leftOut: leftOut.result, asked } };
}

/** Conversations are judged by their readings as they were stored; golden questions are asked today. */
export async function collectLabelled(parts: AnsweringParts, store: StoreId): Promise<Alone<Labelled>> {
  return labelledIn(parts, await openScene(parts, store), (_of, ask) => ask());
}

/** Labelled turns of all stores: for numbers only, nobody may see their words. */
export async function collectTurnsOfAll(parts: AnsweringParts): Promise<readonly Case[]> {
  return (await collectTurns(parts, { most: MOST_LABELS_OF_ALL })).cases;
}

type Once = (of: string, ask: () => Promise<Alone<readonly Case[]>>) => Promise<Alone<readonly Case[]>>;

const NONE: Alone<readonly Case[]> = { type: "done", result: [] };

/** `state` changes with all that may change how the store's questions are read. */
type KnownScene = Scene & { readonly state: string };

async function openScene({ database, workbench, now }: AnsweringParts, store: StoreId): Promise<KnownScene> {
  const at = now();
  // The version first: knowledge that changes meanwhile is asked again the next time.
  const version = await knowledgeVersion(database, store);
  const articles = await loadKnownArticles(database, store);
  return { database, workbench, store, articles, at, state: `${version} ${validityAt(articles, at)}` };
}

/** Changes with every change of what answers the store's shoppers. */
async function knowledgeVersion(database: Database, store: StoreId): Promise<string> {
  const ids = [store, SHARED_STORE];
  const rows = await database
    .scoped(ids)
    .store.findMany({ where: { id: { in: ids } }, select: { id: true, knowledgeVersion: true }, orderBy: { id: "asc" } });
  return rows.map(({ id, knowledgeVersion: version }) => `${id} ${version}`).join();
}

/** Changes when one of these articles comes into use or goes out of it, without anybody changing it. */
function validityAt(articles: readonly KnownArticle[], at: Instant): string {
  const passed = (moments: readonly (Instant | undefined)[]): number =>
    moments.filter((moment) => moment !== undefined && moment <= at).length;
  return `${passed(articles.map(({ validFrom }) => validFrom))} ${passed(articles.map(({ validUntil }) => validUntil))}`;
}

async function labelledIn(parts: AnsweringParts, scene: KnownScene, once: Once): Promise<Alone<Labelled>> {
  const questions = await listGolden(parts.database, scene.store);
  const isAsked = isSmallEnough(scene);
  const ask = (): Promise<Alone<readonly Case[]>> => askGolden(scene, questions);
  const golden = isAsked ? await once(`${scene.state} ${JSON.stringify(questions)}`, ask) : NONE;
  if (golden.type === "busy") return golden;
  const { cases, olderTurns, conversations } = await collectTurns(parts, { store: scene.store, most: MOST_LABELS });
  const goldenLeft = isAsked ? 0 : questions.length;
  return { type: "done", result: { labelled: [...cases, ...golden.result], olderTurns, conversations, goldenLeft } };
}

interface Collecting {
  readonly store?: StoreId;
  readonly most: number;
}

interface Collected extends Pick<Labelled, "olderTurns" | "conversations"> {
  readonly cases: readonly Case[];
}

async function collectTurns(parts: AnsweringParts, { store, most }: Collecting): Promise<Collected> {
  const { database, workbench, now } = parts;
  const labelsOf = store === undefined ? openLabellingOfAll(parts) : openLabelling(parts);
  const found: Case[] = [];
  let read = 0;
  let isCut = false;
  for await (const turns of readTurns(database, { store, since: now() - LOOKED_BACK_MS })) {
    isCut = read >= MOST_CONVERSATIONS || found.length >= most;
    if (isCut) break;
    read += 1;
    found.push(...(await labelsOf(turns)));
    await giveWay();
  }
  const newest = found.slice(0, most);
  const cases = newest.filter(({ reading }) => reading.confidenceModel === workbench.confidenceModel);
  return { cases, olderTurns: newest.length - cases.length, conversations: { read, isCut } };
}

type Labelling = (turns: Turns) => Promise<readonly Case[]>;

/** Labels conversations, each with the knowledge of its store, which is read once. */
function openLabelling({ database, workbench }: AnsweringParts): Labelling {
  const known = new Map<StoreId, Answers>();
  return async (turns) => {
    const { storeId: of, steps } = turns;
    const answers = known.get(of) ?? { articles: await loadKnownArticles(database, of), likeness: workbench.likeness };
    known.set(of, answers);
    return mask(await inSlices(labelsIn(steps, answers)), turns, workbench);
  };
}

/** The same, but for stores that are broken: they keep nobody else from being shown or learned. The night tells of them. */
function openLabellingOfAll(parts: AnsweringParts): Labelling {
  const label = openLabelling(parts);
  const broken = new Set<StoreId>();
  return async (turns) => {
    if (broken.has(turns.storeId)) return [];
    try {
      return await label(turns);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      broken.add(turns.storeId);
      parts.onBroken?.(turns.storeId, error);
      return [];
    }
  };
}

/** Nothing personal is shown to whoever sets a store. */
function mask(cases: readonly Case[], { names }: Turns, { maskPersonal }: Workbench): readonly Case[] {
  return cases.map((one) => ({ ...one, text: maskPersonal(one.text, names) }));
}
