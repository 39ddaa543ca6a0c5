import { z } from "zod";
import type { Effect, Reason } from "../core/decision.ts";
import { sentenceOf } from "../core/reasons.ts";
import type { ConversationMessage, ConversationRow, NamedThing, ParkedList, SaidWords, Sentence, StoryStep } from "./api.ts";
import type { ToldStep } from "../pipeline/story.ts";
import { hideInReason, hidePersonal } from "./rules/masking.ts";
import { standingInWords } from "../routing/rules/standing.ts";
import { visitorNumber } from "./rules/visitor-number.ts";
import type { EarlierFound } from "./store/earlier.ts";
import type { EarlierConversation } from "./workspace/api.ts";
import type { LastWords, ParkedEvent, StoredConversation, StoredMessage } from "./store.ts";

/** How much of the last message a list shows. */
const SHOWN_IN_LIST = 200;

/** A conversation as lists show it. */
export function rowOf(stored: StoredConversation, last: LastWords | undefined): ConversationRow {
  return {
    id: stored.id,
    store: { id: stored.store.id, name: stored.store.name },
    shopper: {
      name: hidePersonal(stored.personName ?? ""),
      number: visitorNumber(stored.personId),
      verified: stored.verifiedId !== null,
    },
    channel: stored.channel,
    status: statusSchema.parse(stored.status),
    epoch: stored.epoch,
    ...(stored.agentId === null ? {} : { agent: { id: stored.agentId, name: stored.agentName ?? stored.agentId } }),
    ...(stored.skill === null ? {} : { skill: stored.skill }),
    urgency: stored.urgency === "high" ? "high" : "normal",
    ...feltIn(stored.memory),
    language: stored.language,
    lastText: last === undefined ? "" : gistOf(last.body),
    lastAt: (last?.at ?? stored.openedAt).toISOString(),
    openedAt: stored.openedAt.toISOString(),
    ...(stored.waitingSince === null ? {} : { waitingSince: stored.waitingSince.toISOString() }),
    ...clockIn(stored.clock),
    ...(stored.agentLeftAt === null ? {} : { agentLeftAt: stored.agentLeftAt.toISOString() }),
  };
}

const clockSchema = z.object({
  kind: z.enum(["first", "next"]),
  warnAt: z.number(),
  dueAt: z.number(),
  slowAfterMs: z.number().optional(),
});

function clockIn(clock: unknown): Pick<ConversationRow, "clock"> {
  if (clock === null) return {};
  const { kind, warnAt, dueAt, slowAfterMs } = clockSchema.parse(clock);
  const slow = slowAfterMs === undefined ? {} : { slowAfterSeconds: slowAfterMs / 1_000 };
  return { clock: { kind, warnAt: new Date(warnAt).toISOString(), dueAt: new Date(dueAt).toISOString(), ...slow } };
}

const statusSchema = z.enum(["bot", "queued", "offered", "assigned", "closed"]);

// What is stored was checked when it came in; these name the parts that are shown.
const bodySchema = z.object({
  text: z.string(),
  source: z.object({ articleId: z.string(), title: z.string(), phase: z.string() }).optional(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
  attachments: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.number() })).optional(),
});

function gistOf(body: unknown): string {
  const { text, attachments } = bodySchema.parse(body);
  if (text !== "") return hidePersonal(text).slice(0, SHOWN_IN_LIST).toWellFormed();
  return (attachments ?? [])
    .map(({ name }) => `[${hidePersonal(name)}]`)
    .join(" ")
    .slice(0, SHOWN_IN_LIST);
}

/** Supervisors whisper as who they are, not as an agent (`rules/supervised.ts`). */
const SUPERVISOR = "user:";

/** A message as the conversation shows it. */
export function messageOf(stored: StoredMessage, delivery: string | undefined): ConversationMessage {
  const { text, source, choices, attachments } = bodySchema.parse(stored.body);
  const shown = hidePersonal(text);
  return {
    seq: stored.seq,
    id: stored.id,
    author: { type: authorSchema.parse(stored.author), ...(stored.authorName === null ? {} : { name: stored.authorName }) },
    text: shown,
    ...(shown === text ? {} : { hidden: true as const }),
    ...(source === undefined ? {} : { source }),
    ...(choices === undefined ? {} : { choices }),
    ...(attachments === undefined ? {} : { attachments: attachments.map((one) => ({ ...one, name: hidePersonal(one.name) })) }),
    internal: stored.internal,
    ...(stored.internal && stored.authorId?.startsWith(SUPERVISOR) === true ? { whisper: true as const } : {}),
    at: stored.createdAt.toISOString(),
    ...(delivery === undefined ? {} : { delivery }),
  };
}

/** A conversation of the same shopper as the list beside the talk shows it. */
export function earlierIn({ conversation, began }: EarlierFound): EarlierConversation {
  const { id, store, status, openedAt, agentName, previousAgentName, rating } = conversation;
  const name = agentName ?? previousAgentName;
  return {
    id,
    store: { id: store.id, name: store.name },
    status: statusSchema.parse(status),
    openedAt: openedAt.toISOString(),
    ...(name === null ? {} : { agentName: name }),
    ...(rating === null ? {} : { rating }),
    began: began === null ? "" : gistOf(began),
  };
}

const authorSchema = z.enum(["shopper", "bot", "agent", "system"]);

/** What a conversation keeps of what the shopper named. */
export function namedIn(memory: unknown): readonly NamedThing[] {
  return memorySchema.parse(memory).slots.map(({ kind, value, at }) => {
    const shown = kind === "phone" ? hidePersonal(value) : value;
    return { kind, value: shown, at: new Date(at).toISOString(), ...(shown === value ? {} : { hidden: true as const }) };
  });
}

function feltIn(memory: unknown): Pick<ConversationRow, "feeling"> {
  const { feeling } = memorySchema.parse(memory);
  if (feeling === undefined) return {};
  return { feeling: { level: feeling.level, because: feeling.because, since: new Date(feeling.since).toISOString() } };
}

/** The last full question a conversation keeps. */
export function topicIn(memory: unknown): string | undefined {
  const question = memorySchema.parse(memory).topic?.question;
  return question === undefined ? undefined : hidePersonal(question);
}

const memorySchema = z.object({
  topic: z.object({ question: z.string() }).optional(),
  feeling: z.object({ level: z.enum(["annoyed", "angry"]), because: z.string(), since: z.number() }).optional(),
  slots: z.array(z.object({ kind: z.string(), value: z.string(), at: z.number() })).default([]),
});

/** One event with what was decided and why, and who was considered. */
export function stepOf(step: ToldStep): StoryStep {
  const { names } = step;
  const ofStore = step.candidates.filter(({ standing }) => standing !== "not-authorised-for-store");
  return {
    incomingId: step.id,
    at: step.at.toISOString(),
    event: step.event,
    rule: step.rule,
    said: step.effects.flatMap(saidIn),
    effects: step.effects.map(({ type }) => type),
    reasons: step.reasons.map(shownReason),
    candidates: ofStore.map(({ agentId, standing, isChosen }) => ({
      agent: { id: agentId, name: names.get(agentId) ?? agentId },
      standing: { code: standing, ...standingInWords(standing) },
      chosen: isChosen,
    })),
    // Who serves other stores only is no business of this one's people.
    others: step.candidates.length - ofStore.length + step.elsewhere,
    leftOut: step.leftOut,
  };
}

/** A reason in words for the console: what shoppers and colleagues said in it has its numbers hidden. */
export function shownReason(reason: Reason): Sentence {
  return sentenceOf(hideInReason(reason));
}

function saidIn(effect: Effect): readonly SaidWords[] {
  if (effect.type !== "say") return [];
  const { author, body, internal } = effect;
  const name = "name" in author ? author.name : undefined;
  return [{ author: { type: author.type, ...(name === undefined ? {} : { name }) }, text: gistOf(body), internal }];
}

/** Why it is with whom it is, newest first; empty while the bot has it. */
export function whyOf(status: string, reasons: readonly unknown[]): readonly Sentence[] {
  if (status === "bot") return [];
  return reasons.flatMap((stored) => reasonsSchema.parse(stored).map(shownReason));
}

const reasonsSchema = z.array(
  z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) }),
);
const eventSchema = z.object({ type: z.string() });

function eventOf(payload: unknown): string {
  const read = eventSchema.safeParse(payload);
  return read.success ? read.data.type : "unknown";
}

/** Events that were set aside, without what was said in them. */
export function parkedOf(events: readonly ParkedEvent[]): ParkedList {
  return {
    items: events.map((event) => ({
      id: event.id,
      ...(event.storeId === null ? {} : { store: event.storeId }),
      event: eventOf(event.payload),
      parkedAt: (event.parkedAt ?? event.receivedAt).toISOString(),
      attempts: event.attempts,
      error: event.lastError ?? "",
    })),
  };
}
