import type { Conversation, KeptSlot, Memory } from "../../core/decision.ts";
import type { ArticleId } from "../../core/ids.ts";
import type { Candidate, QuestionContext, Reading, Slot } from "../../core/understanding.ts";
import type { Instant, Phase, Skill } from "../../core/words.ts";

/** A topic older than this is over: “那红色的呢” half an hour later is about something else. */
const TOPIC_LASTS_MS = 30 * 60_000;
/** Who asks the same within this time was not helped; later it is an honest new question. */
const ASKED_AGAIN_WITHIN_MS = 10 * 60_000;
const MAX_TOPIC_LENGTH = 300;
/** Nobody's size, colour or order number is longer. */
const MAX_SLOT_LENGTH = 100;
/** An act as sure as this is what the text is. */
const ACT_CONFIDENCE = 0.6;
/** A text that some article may answer is a question, however short it is. */
const LIKELY = 0.25;
/** Other texts are questions from this length on, if they are the shop's business. */
const MIN_QUESTION_LENGTH = 4;
const IN_SCOPE = 0.15;

/** What a conversation without a memory remembers. */
const NOTHING: Memory = { slots: [] };

export function memoryOf(conversation: Conversation | undefined): Memory {
  if (conversation?.memory === undefined || conversation.closedAt !== undefined) return NOTHING;
  return conversation.memory;
}

/** What the next message may refer to; undefined when there is nothing. A closed conversation leaves nothing to its next one. */
export function contextOf(conversation: Conversation | undefined, now: Instant): QuestionContext | undefined {
  const { topic, slots } = memoryOf(conversation);
  const isOver = topic === undefined || now - topic.at > TOPIC_LASTS_MS;
  if (isOver && slots.length === 0) return undefined;
  const named = slots.map(({ kind, value }) => ({ kind, value }));
  return isOver ? { slots: named } : { topic: topic.question, slots: named };
}

/** Two contexts with the same key make the same reading of any text. */
export function contextKey(context: QuestionContext | undefined): string {
  return context === undefined ? "" : JSON.stringify([context.topic, context.slots.map(({ kind, value }) => [kind, value])]);
}

/** One message of the shopper and what came of it. */
export interface Turn {
  readonly text: string;
  readonly at: Instant;
  readonly reading?: Reading | undefined;
  /** The article of the choice that was taken. */
  readonly chosen?: Candidate | undefined;
  /** The article that the turn was about: answered with, repeated, or found not to have helped. */
  readonly about?: ArticleId | undefined;
}

/** The memory after a turn; the same object when nothing is new. */
export function rememberTurn(memory: Memory, turn: Turn): Memory {
  const question = turn.chosen?.title ?? questionIn(turn);
  const named = turn.reading?.slots ?? [];
  if (question === undefined && named.length === 0 && turn.about === undefined) return memory;
  const topic = question === undefined ? memory.topic : topicOf(question, turn);
  const lastAnswered =
    turn.about === undefined
      ? memory.lastAnswered
      : { articleId: turn.about, at: turn.at, times: timesGiven(memory, turn.about, turn.at) + 1 };
  return {
    ...(topic === undefined ? {} : { topic }),
    slots: keepLatest(memory.slots, named, turn.at),
    ...(lastAnswered === undefined ? {} : { lastAnswered }),
    ...(memory.feeling === undefined ? {} : { feeling: memory.feeling }),
  };
}

function topicOf(question: string, { at, reading, chosen }: Turn): NonNullable<Memory["topic"]> {
  const skill = chosen === undefined ? reading?.skill : skillFor(chosen.phase);
  return { question: cut(question, MAX_TOPIC_LENGTH), at, ...(skill === undefined ? {} : { skill }) };
}

/** Who can talk about a phase, where nothing more is known. */
export function skillFor(phase: Phase): Skill {
  return phase === "presale" ? "presale" : "aftersale";
}

/** Who should take what was asked lately; undefined when nothing was, or an agent dealt with it. */
export function skillAskedFor({ topic }: Memory, now: Instant): Skill | undefined {
  return topic === undefined || now - topic.at > TOPIC_LASTS_MS ? undefined : topic.skill;
}

/** The memory after an agent dealt with the matter: what is asked for next is not the skill it needed. */
export function dealtWith(memory: Memory): Memory {
  if (memory.topic?.skill === undefined) return memory;
  const { question, at } = memory.topic;
  return { ...memory, topic: { question, at } };
}

/** How often this article was what the shopper wanted to know, lately and last; 0 when another was since. */
export function timesGiven({ lastAnswered }: Memory, article: ArticleId, now: Instant): number {
  if (lastAnswered?.articleId !== article || now - lastAnswered.at > ASKED_AGAIN_WITHIN_MS) return 0;
  return lastAnswered.times;
}

/** The article that was answered with a moment ago. */
export function recentAnswer({ lastAnswered }: Memory, now: Instant): ArticleId | undefined {
  return lastAnswered === undefined || now - lastAnswered.at > ASKED_AGAIN_WITHIN_MS ? undefined : lastAnswered.articleId;
}

/** The full question that a text asks, if it asks one: “谢谢”, “XL” and a number alone are none. */
function questionIn({ text, reading }: Turn): string | undefined {
  if (reading === undefined) return undefined;
  if (reading.readAs !== undefined) return reading.readAs.text;
  if (!/\p{L}/u.test(text)) return undefined;
  if ((reading.candidates[0]?.confidence ?? 0) >= LIKELY) return text;
  const isAct = reading.act !== undefined && reading.actConfidence >= ACT_CONFIDENCE;
  return isAct || reading.inScope < IN_SCOPE || text.length < MIN_QUESTION_LENGTH ? undefined : text;
}

function keepLatest(kept: readonly KeptSlot[], named: readonly Slot[], at: Instant): readonly KeptSlot[] {
  const latest = new Map(kept.map((slot) => [slot.kind, slot]));
  for (const { kind, value } of named) latest.set(kind, { kind, value: cut(value, MAX_SLOT_LENGTH), at });
  return [...latest.values()];
}

function cut(text: string, length: number): string {
  return text.trim().slice(0, length).toWellFormed();
}
