import type { PoolClient } from "pg";
import type { Conversation } from "../core/decision.ts";
import { articleId, DESK_LANE, type IncomingId, type LaneId, type StoreId } from "../core/ids.ts";
import type { Incoming, MessageReceived } from "../core/incoming.ts";
import type { StorePolicy } from "../core/policy.ts";
import type { Reading, Understanding } from "../core/understanding.ts";
import type { Choice, Instant } from "../core/words.ts";
import { choiceOf } from "../desk/rules/answer.ts";
import type { ContactFacts } from "../desk/rules/facts.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { DeskFacts } from "../routing/rules/desk-lane.ts";
import { loadAgentStates } from "../staffing/store.ts";
import { linesOf, writeWork, type LaneWork, type Step } from "./commit.ts";
import { decide, type Facts } from "./decide.ts";
import { evolveConversation, evolveDesk } from "./evolve.ts";
import {
  lockLanes,
  MOST_PENDING,
  readConversations,
  readEscalations,
  readPending,
  type LockedLane,
  type Pending,
} from "./gather.ts";
import { tellOthers } from "./notify.ts";
import type { ReadsLedger } from "./outbox.ts";
import type { DeskSettings, Sources } from "./sources.ts";

export interface HandleDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly understanding: Understanding;
  readonly sources: Sources;
  readonly readsLedger: ReadsLedger;
  /** Names this process in notifications, so that it does not hear itself. */
  readonly processId: string;
}

/** What one transaction did. */
export interface Handled {
  readonly work: readonly LaneWork[];
  /** Events for other lanes that were stored with it. */
  readonly raised: readonly Incoming[];
  /** Lanes that have more to do at once: too many events, or knowledge that changed meanwhile. */
  readonly again: readonly LaneId[];
}

/** An event whose handling failed; nothing of its transaction was kept. */
export class HandlingFailure extends Error {
  override readonly name = "HandlingFailure";
  readonly incoming: IncomingId;

  constructor(incoming: IncomingId, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.incoming = incoming;
  }
}

/**
 * Gathers, understands, decides and commits what waits in these lanes: one transaction for all of them.
 * `perLane`: at most so many events of each lane. Throws when anything fails; then nothing was kept.
 */
export async function handleLanes(
  deps: HandleDeps,
  lanes: readonly LaneId[],
  perLane = Number.POSITIVE_INFINITY,
): Promise<Handled> {
  // Before the lock: what may be slow (understanding) or may not wait inside a transaction (settings).
  const prepared = await prepare(deps, await readPending(deps.db.pool, lanes));
  const handled = await deps.db.transaction(async (client) => {
    const locked = await lockLanes(client, lanes);
    const pending = await readPending(client, lanes);
    const conversations = await readConversations(client, lanes);
    const deskFacts = prepared.desk === undefined ? undefined : await gatherDesk(client, prepared.desk, deps.clock.now());
    const results = locked.map((lane) => {
      const mine = pending.filter(({ incoming }) => incoming.lane === lane.id);
      return decideLane({
        deps,
        lane,
        prepared,
        pending: mine.slice(0, perLane),
        conversation: conversations.get(lane.id),
        deskFacts,
      });
    });
    const work = results.flatMap(({ done }) => (done === undefined ? [] : [done]));
    const raised = work.length === 0 ? [] : await writeWork(client, { work, readsLedger: deps.readsLedger }, deps.clock.now());
    if (work.length > 0) await tellOthers(client, deps, work);
    // With so many, some lanes' events may not have been read at all.
    const isCut = pending.length === MOST_PENDING;
    const again = results.filter(({ hasMore }) => hasMore || isCut).map(({ lane }) => lane);
    return { work, raised, again, stale: results.flatMap(({ stale }) => (stale === undefined ? [] : [stale])) };
  });
  // Something changed between preparing and locking: it is prepared again, on what holds now.
  for (const store of handled.stale) deps.sources.forget(store);
  return handled;
}

interface Prepared {
  readonly readings: ReadonlyMap<IncomingId, Reading>;
  readonly stores: ReadonlyMap<StoreId, { readonly policy: StorePolicy; readonly version: string }>;
  readonly desk?: DeskSettings | undefined;
}

async function prepare(deps: HandleDeps, pending: readonly Pending[]): Promise<Prepared> {
  const stores = new Map<StoreId, { readonly policy: StorePolicy; readonly version: string }>();
  for (const store of new Set(pending.map(({ incoming }) => incoming.storeId))) {
    if (store !== undefined) stores.set(store, await deps.sources.prepareStore(store));
  }
  const readings = new Map<IncomingId, Reading>();
  for (const { incoming } of pending) {
    if (incoming.type !== "message-received") continue;
    const { storeId, text, language } = incoming;
    readings.set(incoming.id, await deps.understanding.read({ storeId, text, language, at: deps.clock.now() }));
  }
  const hasDesk = pending.some(({ incoming }) => incoming.lane === DESK_LANE);
  return { readings, stores, desk: hasDesk ? await deps.sources.prepareDesk() : undefined };
}

async function gatherDesk(
  client: PoolClient,
  settings: DeskSettings,
  now: Instant,
): Promise<{ facts: DeskFacts; snapshotId: string }> {
  const escalations = await readEscalations(client);
  const agents = await loadAgentStates({ pool: client });
  const facts: DeskFacts = {
    type: "desk",
    now,
    roster: settings.roster,
    escalations,
    agents,
    acceptAtOnce: settings.acceptAtOnce,
  };
  return { facts, snapshotId: settings.snapshotId };
}

interface LaneTask {
  readonly deps: HandleDeps;
  readonly lane: LockedLane;
  readonly prepared: Prepared;
  readonly pending: readonly Pending[];
  readonly conversation: Conversation | undefined;
  readonly deskFacts: { readonly facts: DeskFacts; readonly snapshotId: string } | undefined;
}

interface LaneResult {
  readonly lane: LaneId;
  readonly done?: LaneWork;
  readonly hasMore: boolean;
  /** The store whose settings or knowledge are newer than those the texts were read with. */
  readonly stale?: StoreId;
}

function decideLane(task: LaneTask): LaneResult {
  const { lane, pending } = task;
  const store = lane.storeId === undefined ? undefined : task.prepared.stores.get(lane.storeId);
  if (lane.storeId !== undefined && store !== undefined && store.version !== lane.storeVersion) {
    return { lane: lane.id, hasMore: true, stale: lane.storeId };
  }
  const ready = readyEvents(task);
  const hasMore = ready.length < pending.length && !isPutOff(pending[ready.length]);
  if (ready.length === 0) return { lane: lane.id, hasMore };
  const steps: Step[] = [];
  const earlier: Conversation[] = [];
  let { conversation } = task;
  let desk = task.deskFacts?.facts;
  let seq = lane.seq;
  for (const { incoming } of ready) {
    const step = decideStep({ task, incoming, conversation, desk, seq });
    if (conversation !== undefined && step.conversation?.id !== conversation.id) earlier.push(conversation);
    if (desk !== undefined && incoming.lane === DESK_LANE) desk = evolveDesk(desk, step.decision.effects);
    seq += step.messages.length;
    conversation = step.conversation;
    steps.push(step);
  }
  const isStateChanged = changesState(steps);
  const done = {
    lane: lane.id,
    storeId: lane.storeId,
    seqBefore: lane.seq,
    seqAfter: seq,
    conversation,
    earlier,
    isStateChanged,
    steps,
  };
  return { lane: lane.id, done, hasMore };
}

interface StepTask {
  readonly task: LaneTask;
  readonly incoming: Incoming;
  readonly conversation: Conversation | undefined;
  readonly desk: DeskFacts | undefined;
  readonly seq: number;
}

function decideStep({ task, incoming, conversation, desk, seq }: StepTask): Step {
  try {
    const now = task.deps.clock.now();
    const facts = incoming.lane === DESK_LANE ? deskFactsOf(desk) : contactFacts(task, incoming, conversation);
    const decision = decide(facts, incoming);
    const after = incoming.lane === DESK_LANE ? undefined : evolveConversation(conversation, decision.effects);
    const messages = linesOf({ incoming, effects: decision.effects, conversation: after }, seq, now);
    return { incoming, decision, messages, conversation: after, storedFacts: storable(facts, task.deskFacts?.snapshotId) };
  } catch (error) {
    throw new HandlingFailure(incoming.id, error);
  }
}

function deskFactsOf(desk: DeskFacts | undefined): DeskFacts {
  if (desk === undefined) throw new Error("The desk's lane was locked without its facts; prepare must see the event first.");
  return desk;
}

function contactFacts(task: LaneTask, incoming: Incoming, conversation: Conversation | undefined): ContactFacts {
  const { deps, prepared } = task;
  const now = deps.clock.now();
  const store = incoming.storeId === undefined ? undefined : prepared.stores.get(incoming.storeId);
  if (incoming.storeId === undefined || store === undefined)
    throw new Error(`${incoming.type} ${incoming.id} names no store that exists.`);
  const reading = prepared.readings.get(incoming.id);
  const isOpen = conversation !== undefined && conversation.closedAt === undefined;
  const offered = isOpen ? conversation.choices : [];
  const choice =
    incoming.type === "message-received" ? (choiceOf(incoming, offered) ?? quickChoice(incoming, store.policy)) : undefined;
  const chosen = choice === undefined ? undefined : deps.understanding.article(incoming.storeId, articleId(choice.id), now);
  return { type: "contact", now, policy: store.policy, conversation, reading, chosen };
}

// The greeting's buttons are there before there is a conversation; they count when they are pressed, not when they are typed.
function quickChoice({ choice }: MessageReceived, { quickChoices }: StorePolicy): Choice | undefined {
  return choice === undefined ? undefined : quickChoices.find(({ id }) => id === choice);
}

// Events from the first that must still wait on: a failed one that is put off holds back what came after it.
function readyEvents({ prepared, pending }: LaneTask): readonly Pending[] {
  const end = pending.findIndex((one) => isPutOff(one) || !isPrepared(one.incoming, prepared));
  return end === -1 ? pending : pending.slice(0, end);
}

function isPutOff(pending: Pending | undefined): boolean {
  // Retries are a matter of the machine, not of business: its own clock.
  return pending?.nextAttemptAt !== undefined && pending.nextAttemptAt > Date.now();
}

function isPrepared(incoming: Incoming, prepared: Prepared): boolean {
  if (incoming.lane === DESK_LANE) return prepared.desk !== undefined;
  if (incoming.storeId === undefined || !prepared.stores.has(incoming.storeId)) return false;
  return incoming.type !== "message-received" || prepared.readings.has(incoming.id);
}

function changesState(steps: readonly Step[]): boolean {
  return steps.some(({ decision }) =>
    decision.effects.some(
      (effect) =>
        effect.type === "open-conversation" ||
        effect.type === "rate" ||
        (effect.type === "change-conversation" && (effect.changes.status !== undefined || "agent" in effect.changes)),
    ),
  );
}

/** What is kept of the facts: parts that many decisions share by the id of their snapshot. */
function storable(facts: Facts, rosterId: string | undefined): unknown {
  if (facts.type === "desk") return { ...facts, roster: rosterId };
  return { ...facts, policy: facts.policy.id };
}
