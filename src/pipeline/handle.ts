import type { PoolClient } from "pg";
import type { AuditEntry } from "../audit/rules/entry.ts";
import { entryOf } from "../audit/rules/step.ts";
import { writeAudits } from "../audit/store.ts";
import type { Conversation, Decision } from "../core/decision.ts";
import { writeConsoleEvents } from "../desk/store/console-events.ts";
import { DESK_LANE, type IncomingId, type LaneId } from "../core/ids.ts";
import type { Incoming } from "../core/incoming.ts";
import type { Instant } from "../core/words.ts";
import { deskAfter, type DeskFacts } from "../routing/rules/desk-facts.ts";
import { keptOf } from "../routing/rules/kept-facts.ts";
import { loadAgentStates } from "../staffing/store.ts";
import { linesOf, writeWork, type LaneWork, type Step } from "./commit.ts";
import { decide, isForDesk, type Facts } from "./decide.ts";
import { evolveConversation } from "./evolve.ts";
import {
  isPutOff,
  lockLanes,
  MOST_PENDING,
  readConversations,
  readEscalations,
  readPending,
  type LockedLane,
  type Pending,
} from "./gather.ts";
import { tellOthers, toldOf } from "./notify.ts";
import type { ReadsLedger } from "./outbox.ts";
import { contactFacts, isPrepared, isReadAsOf, NOTHING, type PrepareDeps, type Prepared } from "./prepare.ts";
import type { DeskSettings, PreparedStore } from "./sources.ts";

export interface HandleDeps extends PrepareDeps {
  readonly readsLedger: ReadsLedger;
  /** Names this process in notifications, so that it does not hear itself. */
  readonly processId: string;
}

/** What one transaction did. */
export interface Handled {
  readonly work: readonly LaneWork[];
  /** Events for other lanes that were stored with it. */
  readonly raised: readonly Incoming[];
  /** Lanes that have more to do at once: too many events, or something changed after they were prepared. */
  readonly again: readonly LaneId[];
}

/** An event whose handling failed; nothing of its transaction was kept. */
export class HandlingFailure extends Error {
  override readonly name = "HandlingFailure";
  readonly incoming: IncomingId;
  readonly lane: LaneId;

  constructor({ id, lane }: Pick<Incoming, "id" | "lane">, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.incoming = id;
    this.lane = lane;
  }
}

/** Lanes with what was got ready for each. */
export type PreparedLanes = ReadonlyMap<LaneId, Prepared>;

/**
 * Gathers, decides and commits what waits in these lanes and is prepared: one transaction for all of them.
 * `perLane`: at most so many events of each lane. Throws when anything fails; then nothing was kept.
 */
export async function handleLanes(
  deps: HandleDeps,
  prepared: PreparedLanes,
  perLane = Number.POSITIVE_INFINITY,
): Promise<Handled> {
  const lanes = [...prepared.keys()];
  const desk = prepared.get(DESK_LANE)?.desk;
  const handled = await deps.db.transaction(async (client) => {
    const locked = await lockLanes(client, lanes);
    const pending = await readPending(client, lanes);
    const conversations = await readConversations(client, lanes);
    const deskFacts = desk === undefined ? undefined : await gatherDesk(client, desk, deps.clock.now());
    const results = locked.map((lane) => {
      const mine = pending.filter(({ incoming }) => incoming.lane === lane.id);
      return decideLane({
        deps,
        lane,
        prepared: prepared.get(lane.id) ?? NOTHING,
        pending: mine.slice(0, perLane),
        conversation: conversations.get(lane.id),
        deskFacts,
      });
    });
    const work = results.flatMap(({ done }) => (done === undefined ? [] : [done]));
    const raised = work.length === 0 ? [] : await writeWork(client, { work, readsLedger: deps.readsLedger }, deps.clock.now());
    // In the transaction of what was decided: no act of a person holds without its entry.
    await writeAudits(client, results.flatMap(({ acts = [] }) => acts)); // prettier-ignore
    if (work.length > 0) await tellOthers(client, deps, work);
    // The last thing before the commit, as its comment says.
    await writeConsoleEvents(client, work.flatMap(toldOf), deps.clock.now());
    // With so many, some lanes' events may not have been read at all.
    const isCut = pending.length === MOST_PENDING;
    const again = results.filter(({ hasMore }) => hasMore || isCut).map(({ lane }) => lane);
    return { work, raised, again, stale: results.flatMap(({ stale }) => (stale === undefined ? [] : [stale])) };
  });
  // Something changed between preparing and locking: it is prepared again, on what holds now.
  for (const store of handled.stale) deps.sources.forgetStale(store.policy.storeId, store);
  return handled;
}

async function gatherDesk(
  client: PoolClient,
  settings: DeskSettings,
  now: Instant,
): Promise<{ facts: DeskFacts; snapshotId: string }> {
  const escalations = await readEscalations(client, settings.roster.routing ?? {});
  const agents = await loadAgentStates({ pool: client }, now);
  const facts: DeskFacts = {
    type: "desk",
    now,
    roster: settings.roster,
    escalations,
    agents,
    acceptAtOnce: settings.acceptAtOnce,
    waits: settings.waits,
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
  /** For the audit log. */
  readonly acts?: readonly AuditEntry[];
  readonly hasMore: boolean;
  /** What was prepared of its store, whose settings or knowledge are newer by now. */
  readonly stale?: PreparedStore;
}

function decideLane(task: LaneTask): LaneResult {
  const { lane, pending } = task;
  const store = lane.storeId === undefined ? undefined : task.prepared.stores.get(lane.storeId);
  if (lane.storeId !== undefined && store !== undefined && store.version !== lane.storeVersion) {
    return { lane: lane.id, hasMore: true, stale: store };
  }
  const ready = readyEvents(task);
  const steps: NotedStep[] = [];
  const earlier: Conversation[] = [];
  let { conversation } = task;
  let desk = task.deskFacts?.facts;
  let seq = lane.seq;
  for (const { incoming } of ready) {
    // Something was said after the text was read: it is read again, with that.
    if (!isReadAsOf(task.prepared, incoming, { conversation, now: task.deps.clock.now() })) break;
    const step = decideStep({ task, incoming, conversation, desk, seq });
    if (conversation !== undefined && step.conversation?.id !== conversation.id) earlier.push(conversation);
    if (desk !== undefined && incoming.lane === DESK_LANE) desk = deskAfter(desk, step.decision.effects);
    seq += step.messages.length;
    conversation = step.conversation;
    steps.push(step);
  }
  const hasMore = steps.length < pending.length && !isPutOff(pending[steps.length]);
  if (steps.length === 0) return { lane: lane.id, hasMore };
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
  return { lane: lane.id, done, acts: steps.flatMap(({ act }) => act ?? []), hasMore };
}

interface StepTask {
  readonly task: LaneTask;
  readonly incoming: Incoming;
  readonly conversation: Conversation | undefined;
  readonly desk: DeskFacts | undefined;
  readonly seq: number;
}

interface NotedStep extends Step {
  /** What the audit log keeps of it. */
  readonly act: AuditEntry | undefined;
}

function decideStep({ task, incoming, conversation, desk, seq }: StepTask): NotedStep {
  try {
    const now = task.deps.clock.now();
    const facts =
      incoming.lane === DESK_LANE ? deskFactsOf(desk) : contactFacts(task.deps, task.prepared, { incoming, conversation });
    const decision = decide(facts, incoming);
    const after = incoming.lane === DESK_LANE ? undefined : evolveConversation(conversation, decision.effects);
    const messages = linesOf({ incoming, effects: decision.effects, conversation: after }, seq, now);
    const storedFacts = storable(facts, { incoming, decision, rosterId: task.deskFacts?.snapshotId });
    const stood =
      incoming.lane === DESK_LANE ? { escalations: desk?.escalations } : { conversation: { before: conversation, after } };
    return { incoming, decision, messages, conversation: after, storedFacts, act: entryOf({ incoming, decision, ...stood }) };
  } catch (error) {
    throw new HandlingFailure(incoming, error);
  }
}

function deskFactsOf(desk: DeskFacts | undefined): DeskFacts {
  if (desk === undefined) throw new Error("The desk's lane was locked without its facts; prepare must see the event first.");
  return desk;
}

// Events from the first that must still wait on: a failed one that is put off holds back what came after it.
function readyEvents({ prepared, pending }: LaneTask): readonly Pending[] {
  const end = pending.findIndex((one) => isPutOff(one) || !isPrepared(prepared, one.incoming));
  return end === -1 ? pending : pending.slice(0, end);
}

function changesState(steps: readonly Step[]): boolean {
  return steps.some(({ decision }) =>
    decision.effects.some(
      (effect) =>
        effect.type === "open-conversation" ||
        effect.type === "rate" ||
        effect.type === "alert" ||
        effect.type === "write-request" ||
        (effect.type === "change-conversation" && (effect.changes.status !== undefined || "agent" in effect.changes)),
    ),
  );
}

interface Decided {
  readonly incoming: Incoming;
  readonly decision: Decision;
  readonly rosterId: string | undefined;
}

/** What is kept of the facts: parts that many decisions share by the id of their snapshot. */
function storable(facts: Facts, { incoming, decision, rosterId }: Decided): unknown {
  if (facts.type === "desk") return { ...(isForDesk(incoming) ? keptOf(facts, incoming, decision) : facts), roster: rosterId };
  return { ...facts, policy: facts.policy.id };
}
