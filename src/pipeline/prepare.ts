import { articleId, DESK_LANE, type IncomingId, type LaneId, type StoreId } from "../core/ids.ts";
import type { Conversation } from "../core/decision.ts";
import type { Incoming, MessageReceived } from "../core/incoming.ts";
import type { StorePolicy } from "../core/policy.ts";
import type { Reading, Understanding } from "../core/understanding.ts";
import type { Choice, Instant } from "../core/words.ts";
import { takenChoice } from "../desk/rules/choice.ts";
import type { ContactFacts } from "../desk/rules/facts.ts";
import { contextKey, contextOf, memoryOf } from "../desk/rules/memory.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import { decide } from "./decide.ts";
import { evolveConversation } from "./evolve.ts";
import { readConversations, readPending, type Pending } from "./gather.ts";
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
  readonly desk?: DeskSettings | undefined;
}

export interface ReadText {
  readonly reading: Reading;
  /** Of what had been said before: after something else was said, the text must be read again. */
  readonly contextKey: string;
}

/** Gets ready what waits in these lanes, at most so many events of each. */
export async function prepare(deps: PrepareDeps, lanes: readonly LaneId[], perLane: number): Promise<Prepared> {
  const pending = await readPending(deps.db.pool, lanes);
  const stores = new Map<StoreId, PreparedStore>();
  for (const store of new Set(pending.map(({ incoming }) => incoming.storeId))) {
    if (store !== undefined) stores.set(store, await deps.sources.prepareStore(store));
  }
  const hasMessages = pending.some(({ incoming }) => incoming.type === "message-received");
  const conversations = hasMessages ? await readConversations(deps.db.pool, lanes) : new Map<LaneId, Conversation>();
  const texts = new Map<IncomingId, ReadText>();
  // All lanes at once: if understanding asks a service, no shopper waits until it has answered the others.
  const reading = [...byLane(pending)].map(([lane, events]) =>
    readTexts({ deps, stores, texts }, events.slice(0, perLane), conversations.get(lane)),
  );
  await Promise.all(reading);
  const hasDesk = pending.some(({ incoming }) => incoming.lane === DESK_LANE);
  return { texts, stores, desk: hasDesk ? await deps.sources.prepareDesk() : undefined };
}

function byLane(pending: readonly Pending[]): ReadonlyMap<LaneId, readonly Incoming[]> {
  const lanes = new Map<LaneId, Incoming[]>();
  for (const { incoming } of pending) lanes.set(incoming.lane, [...(lanes.get(incoming.lane) ?? []), incoming]);
  return lanes;
}

interface Preparing {
  readonly deps: PrepareDeps;
  readonly stores: ReadonlyMap<StoreId, PreparedStore>;
  readonly texts: Map<IncomingId, ReadText>;
}

/**
 * Reads one lane's texts in order, each with what will have been said before it: what comes of the events before is decided as
 * it will be under the lock.
 */
async function readTexts(known: Preparing, events: readonly Incoming[], before: Conversation | undefined): Promise<void> {
  const lastMessage = events.findLastIndex(({ type }) => type === "message-received");
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
  if (incoming.storeId === undefined || !prepared.stores.has(incoming.storeId)) return false;
  return incoming.type !== "message-received" || prepared.texts.has(incoming.id);
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

/** What the rules of a shopper's lane look at. */
export function contactFacts(
  { clock, understanding }: Pick<PrepareDeps, "clock" | "understanding">,
  prepared: Pick<Prepared, "texts" | "stores">,
  { incoming, conversation }: { readonly incoming: Incoming; readonly conversation: Conversation | undefined },
): ContactFacts {
  const now = clock.now();
  const { storeId } = incoming;
  const store = storeId === undefined ? undefined : prepared.stores.get(storeId);
  if (storeId === undefined || store === undefined)
    throw new Error(`${incoming.type} ${incoming.id} names no store that exists.`);
  const { policy } = store;
  const facts = { type: "contact", now, policy, conversation } as const;
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
