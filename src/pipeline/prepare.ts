import { articleId, DESK_LANE, type IncomingId, type LaneId, type StoreId } from "../core/ids.ts";
import type { Conversation } from "../core/decision.ts";
import type { AgentReplied, Incoming, MessageReceived } from "../core/incoming.ts";
import type { StorePolicy } from "../core/policy.ts";
import type { Reading, Understanding } from "../core/understanding.ts";
import type { Choice, Instant } from "../core/words.ts";
import { takenChoice } from "../desk/rules/choice.ts";
import type { ContactFacts } from "../desk/rules/facts.ts";
import { contextKey, contextOf, memoryOf } from "../desk/rules/memory.ts";
import type { Finding } from "../guard/rules/finding.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import { promisedIn } from "../requests/rules/promised.ts";
import { decide } from "./decide.ts";
import { evolveConversation } from "./evolve.ts";
import { isPutOff, readConversations, readPending, type Pending } from "./gather.ts";
import { mayBeginToWait, nextReplyIn } from "./next-reply.ts";
import type { DeskSettings, PreparedStore, Sources } from "./sources.ts";

export interface PrepareDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly understanding: Understanding;
  readonly sources: Sources;
}

/** What is got ready before the lock: what may be slow (understanding) or may not wait inside a transaction (settings). */
export interface Prepared {
  readonly texts: ReadonlyMap<IncomingId, ReadText>;
  readonly stores: ReadonlyMap<StoreId, PreparedStore>;
  /** What the guard found in each reply of an agent. */
  readonly findings?: ReadonlyMap<IncomingId, readonly Finding[]> | undefined;
  /** For the desk's own lane, and where a shopper may begin to wait for somebody. */
  readonly desk?: DeskSettings | undefined;
}

export interface ReadText {
  readonly reading: Reading;
  /** Of what had been said before: after something else was said, the text must be read again. */
  readonly contextKey: string;
}

/** One lane on its way to be handled; what fails in it fails here. */
export interface Preparing {
  readonly lane: LaneId;
  readonly prepared: Promise<Prepared>;
}

/**
 * Begins to get ready what waits in these lanes, at most so many events of each. Each lane is on its own: none waits until a
 * store of others is learned, until a service has understood the text of another, or for what fails elsewhere.
 */
export async function beginPreparing(
  deps: PrepareDeps,
  lanes: readonly LaneId[],
  perLane = Number.POSITIVE_INFINITY,
): Promise<readonly Preparing[]> {
  const pending = await readPending(deps.db.pool, lanes);
  const hasMessages = pending.some(({ incoming }) => incoming.type === "message-received");
  const conversations = hasMessages ? await readConversations(deps.db.pool, lanes) : new Map<LaneId, Conversation>();
  const events = byLane(pending);
  return lanes.map((lane) => {
    const mine = (events.get(lane) ?? []).slice(0, perLane);
    return { lane, prepared: prepareLane(deps, mine, conversations.get(lane)) };
  });
}

/** Begins to get ready the oldest event of this lane, apart from all others: not even what is read from the database is shared. */
export function beginPreparingOne(deps: PrepareDeps, lane: LaneId): Preparing {
  const begin = async (): Promise<Prepared> => {
    const [begun] = await beginPreparing(deps, [lane], 1);
    return begun === undefined ? NOTHING : begun.prepared;
  };
  return { lane, prepared: begin() };
}

/** Nothing can be handled on it. */
export const NOTHING: Prepared = { texts: new Map(), stores: new Map() };

async function prepareLane(
  deps: PrepareDeps,
  events: readonly Incoming[],
  conversation: Conversation | undefined,
): Promise<Prepared> {
  // What is decided at the desk needs nothing of a store.
  const hasDesk = events.some(({ lane }) => lane === DESK_LANE);
  if (hasDesk) return { texts: new Map(), stores: new Map(), desk: await deps.sources.prepareDesk() };
  const stores = new Map<StoreId, PreparedStore>();
  for (const store of new Set(events.map(({ storeId }) => storeId))) {
    if (store !== undefined) stores.set(store, await deps.sources.prepareStore(store));
  }
  const texts = new Map<IncomingId, ReadText>();
  const findings = await guardReplies(deps, events);
  const isRosterNeeded = events.some((incoming) => mayBeginToWait(incoming, conversation) || namesSum(incoming));
  const desk = isRosterNeeded ? await deps.sources.prepareDesk() : undefined;
  await readTexts({ deps, stores, texts, findings, desk }, events, conversation);
  return { texts, stores, findings, desk };
}

async function guardReplies({ sources }: PrepareDeps, events: readonly Incoming[]) {
  const findings = new Map<IncomingId, readonly Finding[]>();
  for (const incoming of events.filter(isReply)) {
    const files = incoming.attachments.map(({ name }) => name);
    findings.set(incoming.id, await sources.findInReply(incoming.storeId, incoming.text, files));
  }
  return findings;
}

function isReply(incoming: Incoming): incoming is AgentReplied {
  return incoming.type === "agent-replied" && !incoming.internal;
}

/** Whether its writer's limit counts. */
function namesSum(incoming: Incoming): incoming is AgentReplied {
  return isReply(incoming) && promisedIn(incoming.text).length > 0;
}

/** Up to what is put off: that, and what came after it, is read when it is its turn. */
function byLane(pending: readonly Pending[]): ReadonlyMap<LaneId, readonly Incoming[]> {
  const lanes = new Map<LaneId, Incoming[]>();
  const held = new Set<LaneId>();
  for (const one of pending) {
    const { incoming } = one;
    if (isPutOff(one)) held.add(incoming.lane);
    if (!held.has(incoming.lane)) lanes.set(incoming.lane, [...(lanes.get(incoming.lane) ?? []), incoming]);
  }
  return lanes;
}

interface Known {
  readonly deps: PrepareDeps;
  readonly stores: ReadonlyMap<StoreId, PreparedStore>;
  readonly texts: Map<IncomingId, ReadText>;
  readonly findings: ReadonlyMap<IncomingId, readonly Finding[]>;
  readonly desk: DeskSettings | undefined;
}

/**
 * Reads one lane's texts in order, each with what will have been said before it: what comes of the events before is decided as
 * it will be under the lock.
 */
async function readTexts(known: Known, events: readonly Incoming[], before: Conversation | undefined): Promise<void> {
  const lastMessage = events.findLastIndex(({ type }) => type === "message-received");
  if (lastMessage === -1) return;
  for (const { learned } of known.stores.values()) await learned;
  let conversation = before;
  for (const [at, incoming] of events.slice(0, lastMessage + 1).entries()) {
    if (incoming.type === "message-received") known.texts.set(incoming.id, await readText(known.deps, incoming, conversation));
    if (at === lastMessage) return;
    const { effects } = decide(contactFacts(known.deps, known, { incoming, conversation }), incoming);
    conversation = evolveConversation(conversation, effects);
  }
}

async function readText(
  { understanding, clock }: PrepareDeps,
  { storeId, text, language }: MessageReceived,
  conversation: Conversation | undefined,
): Promise<ReadText> {
  const at = clock.now();
  const context = contextOf(conversation, at);
  const reading = await understanding.read({ storeId, text, language, at, context });
  return { reading, contextKey: contextKey(context) };
}

/** Whether an event can be decided on what was prepared, now that the conversation is this one. */
export function isPrepared(prepared: Prepared, incoming: Incoming): boolean {
  if (incoming.lane === DESK_LANE) return prepared.desk !== undefined;
  // Without a store nothing more can be got ready; the decision then says what is wrong.
  if (incoming.storeId !== undefined && !prepared.stores.has(incoming.storeId)) return false;
  if (isReply(incoming) && prepared.stores.has(incoming.storeId))
    return prepared.findings?.has(incoming.id) === true && (prepared.desk !== undefined || !namesSum(incoming));
  if (incoming.type === "message-received") return prepared.texts.has(incoming.id);
  return prepared.desk !== undefined || !mayBeginToWait(incoming, undefined);
}

/** Whether a text was read with what had been said before it, as that is now. */
export function isReadAsOf(prepared: Prepared, incoming: Incoming, at: Standing): boolean {
  const text = prepared.texts.get(incoming.id);
  return text === undefined || text.contextKey === contextKey(contextOf(at.conversation, at.now));
}

interface Standing {
  readonly conversation: Conversation | undefined;
  readonly now: Instant;
}

function ofReply({ findings: found, desk }: Pick<Prepared, "findings" | "desk">, reply: AgentReplied) {
  const findings = found?.get(reply.id) ?? [];
  const writer = namesSum(reply) ? desk?.roster.agents.find(({ id }) => id === reply.agent.id) : undefined;
  const limitFen = writer?.compensationLimitFen;
  return { ...(findings.length === 0 ? {} : { findings }), ...(limitFen === undefined ? {} : { limitFen }) };
}

/** What the rules of a shopper's lane look at. */
export function contactFacts(
  { clock, understanding }: Pick<PrepareDeps, "clock" | "understanding">,
  prepared: Pick<Prepared, "texts" | "stores" | "findings" | "desk">,
  { incoming, conversation }: { readonly incoming: Incoming; readonly conversation: Conversation | undefined },
): ContactFacts {
  const now = clock.now();
  const { storeId } = incoming;
  const store = storeId === undefined ? undefined : prepared.stores.get(storeId);
  if (storeId === undefined || store === undefined)
    throw new Error(`${incoming.type} ${incoming.id} names no store that exists.`);
  const { policy } = store;
  const nextReply = mayBeginToWait(incoming, conversation)
    ? nextReplyIn({ policy, roster: prepared.desk?.roster, conversation }, now)
    : undefined;
  const facts = { type: "contact", now, policy, conversation, ...(nextReply === undefined ? {} : { nextReply }) } as const;
  if (isReply(incoming)) return { ...facts, ...ofReply(prepared, incoming) };
  if (incoming.type !== "message-received") return facts;
  const reading = prepared.texts.get(incoming.id)?.reading;
  const offered = conversation?.closedAt === undefined ? (conversation?.choices ?? []) : [];
  const choice = takenChoice(incoming, offered, reading) ?? quickChoice(incoming, policy);
  const chosen = choice === undefined ? undefined : understanding.article(storeId, articleId(choice.id), now);
  const last = reading?.act === "repeat" ? memoryOf(conversation).lastAnswered : undefined;
  const lastAnswer = last === undefined ? undefined : understanding.article(storeId, last.articleId, now);
  return { ...facts, reading, chosen, lastAnswer };
}

// The greeting's buttons are there before there is a conversation; they count when they are pressed, not when they are typed.
function quickChoice({ choice }: MessageReceived, { quickChoices }: StorePolicy): Choice | undefined {
  return choice === undefined ? undefined : quickChoices.find(({ id }) => id === choice);
}
