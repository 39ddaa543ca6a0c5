import type { ArticleId, StoreId } from "../core/ids.ts";
import type { Thresholds } from "../core/policy.ts";
import type { LinkableTopic, SuggestedTopic, Understanding } from "../core/understanding.ts";
import type { Workbench } from "../core/workbench.ts";
import type { Instant } from "../core/words.ts";
import { chooseAction } from "../desk/rules/action.ts";
import type { Database } from "../infra/database.ts";
import type { Alone } from "../infra/single-flight.ts";
import { giveWay, inSlices } from "../infra/slices.ts";
import { loadKnownArticles } from "../knowledge/store.ts";
import { makeProposal, type ProposalMade } from "../knowledge/store/proposals.ts";
import { storeThresholds } from "../stores/store.ts";
import { countShoppers, groupLessons } from "./rules/groups.ts";
import { lessonsIn, type Lesson } from "./rules/lessons.ts";
import { proposeFor, type Draft, type Outcome, type Situation } from "./rules/propose.ts";
import { noteOf, stillTeaches, tidyQuestion, unhelpedBy, type Unhelped } from "./rules/report.ts";
import { readEarlier, readLayers, readTalks } from "./store.ts";

export interface LearnParts {
  readonly database: Database;
  readonly workbench: Workbench;
  readonly now: Instant;
}

export interface LearnRequest {
  readonly store: StoreId;
  readonly since: Instant;
  /** Evidence a proposal must have: so many people; at least 1. */
  readonly minimum: number;
  /** Nothing is written. */
  readonly isDryRun: boolean;
}

export interface Learned {
  readonly conversations: number;
  /** Questions that still teach something. */
  readonly questions: number;
  /** There were more: only the newest were looked at. */
  readonly isCut: boolean;
  readonly proposed: readonly Suggested[];
  readonly left: readonly Extract<Outcome, { type: "left" }>[];
  /** Articles whose answers often did not help, the most often first. */
  readonly unhelped: readonly Unhelped[];
}

/** What was proposed, with the intents that a new article would be linked to as long as people link it to none. */
export interface Suggested {
  readonly draft: Draft;
  readonly made: ProposalMade | "dry-run";
  /** Likeliest first; empty where people's links hold. */
  readonly topics: readonly (SuggestedTopic & Pick<LinkableTopic, "name">)[];
}

/** No more are put together at once. */
export const MOST_QUESTIONS = 10_000;

/** Who proposes what was learned. */
const PROPOSER = { id: "learned", name: "Counterbell" };

/** Who wants to know how it goes. */
export interface LearnNotes {
  /** It has the store for itself and begins; what this throws keeps it from beginning. */
  readonly onBegun: () => Promise<void>;
  /** So many conversations were looked at so far. */
  readonly onLooked: (conversations: number) => void;
}

/**
 * Learns from one store's conversations: what was not answered is put together, and what a group points to is proposed, with its
 * evidence, for a supervisor to decide. Doing it twice proposes nothing twice; at the same time it is done once only, the other
 * is `busy`. Everybody else has a turn every few milliseconds.
 */
export function learn(parts: LearnParts, request: LearnRequest, notes?: LearnNotes): Promise<Alone<Learned>> {
  return parts.database.ifAlone(
    `learn ${request.store}`,
    async () => {
      await notes?.onBegun();
      return learnAlone(parts, request, notes);
    },
    "background",
  );
}

async function learnAlone(parts: LearnParts, request: LearnRequest, notes: LearnNotes | undefined): Promise<Learned> {
  const { database, workbench } = parts;
  const { store, minimum } = request;
  const { lessons, conversations, isCut } = await collect(parts, request, notes);
  const judge = await openJudge(parts, store);
  const open = await keepOpen(lessons, judge);
  const articles = await readLayers(database, store);
  const earlier = await readEarlier(database, store);
  const situation: Situation = { store, articles, earlier, minimum, likeness: workbench.likeness };
  const groups = await inSlices(groupLessons(open, workbench.likeness));
  const proposed: Suggested[] = [];
  const left: Learned["left"][number][] = [];
  for (const group of groups) {
    // What one group proposed, another one of the same matter does not propose again.
    const drafts = proposed.map(({ draft }) => ({ proposed: draft.proposed, status: "open" as const }));
    const outcome = await inSlices(proposeFor(group, { ...situation, earlier: [...earlier, ...drafts] }));
    if (outcome.type === "left") left.push(outcome);
    else {
      const { draft } = outcome;
      const made = request.isDryRun ? "dry-run" : await write(parts, store, draft);
      proposed.push({ draft, made, topics: topicsOf(judge.trial, draft) });
    }
  }
  const unhelped = unhelpedBy(lessons, articles);
  return { conversations, questions: open.length, isCut, proposed, left, unhelped };
}

function topicsOf({ topics, suggestTopics }: Understanding, { proposed }: Draft): Suggested["topics"] {
  if (proposed.kind !== "new-article" || proposed.words.topics !== undefined) return [];
  return suggestTopics(proposed.words).map((one) => {
    return { ...one, name: topics.find(({ id }) => id === one.id)?.name ?? { zh: one.id, en: one.id } };
  });
}

interface Collected {
  readonly lessons: readonly Lesson[];
  readonly conversations: number;
  readonly isCut: boolean;
}

/** Masked before anything is compared, so that nothing personal is ever proposed. */
async function collect(
  { database, workbench }: LearnParts,
  { store, since }: LearnRequest,
  notes: LearnNotes | undefined,
): Promise<Collected> {
  const lessons: Lesson[] = [];
  let conversations = 0;
  for await (const talk of readTalks(database, { store, since })) {
    if (lessons.length >= MOST_QUESTIONS) return { lessons, conversations, isCut: true };
    conversations += 1;
    notes?.onLooked(conversations);
    for (const { text, answer, ...lesson } of lessonsIn(talk)) {
      const question = tidyQuestion(workbench.maskPersonal(text, talk.names));
      if (question === undefined) continue;
      const masked = answer === undefined ? undefined : workbench.maskPersonal(answer, talk.names);
      lessons.push({ ...lesson, text: question, answer: masked });
      await giveWay();
    }
  }
  return { lessons, conversations, isCut: false };
}

interface Judge {
  readonly trial: Understanding;
  readonly thresholds: Thresholds;
  readonly store: StoreId;
  readonly at: Instant;
}

async function openJudge({ database, workbench, now }: LearnParts, store: StoreId): Promise<Judge> {
  const trial = workbench.openTrial();
  await trial.learn(store, await loadKnownArticles(database, store));
  return { trial, thresholds: await storeThresholds(database, store), store, at: now };
}

/** Without those that today's knowledge answers as it should. */
async function keepOpen(lessons: readonly Lesson[], judge: Judge): Promise<readonly Lesson[]> {
  const answers = new Map<string, ArticleId | "danger" | undefined>();
  const open: Lesson[] = [];
  for (const lesson of lessons) {
    if (!answers.has(lesson.text)) {
      answers.set(lesson.text, await answerNow(judge, lesson.text));
      await giveWay();
    }
    const today = answers.get(lesson.text);
    if (today !== "danger" && stillTeaches(lesson, today)) open.push(lesson);
  }
  return open;
}

async function answerNow({ trial, thresholds, store, at }: Judge, text: string): Promise<ArticleId | "danger" | undefined> {
  const reading = await trial.read({ storeId: store, text, at });
  if (reading.urgency === "high") return "danger";
  const { action, candidates } = chooseAction(reading, thresholds);
  return action === "answer" ? candidates[0]?.articleId : undefined;
}

function write({ database, now }: LearnParts, store: StoreId, draft: Draft): Promise<ProposalMade> {
  const { id, proposed, evidence, group, similar } = draft;
  const note = noteOf({ shoppers: group.shoppers, answered: countShoppers(group.lessons.filter(isAnswered)), similar });
  const said = { id, storeId: store, proposed, evidence, note };
  return makeProposal(database, { ...said, origin: "learned", createdAt: now, createdBy: PROPOSER });
}

const isAnswered = ({ answer }: Lesson): boolean => answer !== undefined;
