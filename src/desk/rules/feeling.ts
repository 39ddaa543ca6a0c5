import type { Conversation, ConversationChanges, KeptFeeling, Memory, Reason } from "../../core/decision.ts";
import type { Feeling, FeelingLevel } from "../../core/understanding.ts";
import type { Instant, Skill, Urgency } from "../../core/words.ts";
import type { Chosen } from "./action.ts";
import { because } from "./conversation.ts";
import { dealtWith, memoryOf } from "./memory.ts";

/** So many calm messages in a row bring a feeling down by one level. */
export const CALM_MESSAGES = 3;

/**
 * A conversation's feeling after a message; undefined is calm. It rises at once: to angry with one clearly angry message or two
 * annoyed ones. It falls slowly: one level after three calm messages in a row. A message that says nothing of it changes nothing.
 */
export function feel(before: KeptFeeling | undefined, heard: Feeling | undefined, at: Instant): KeptFeeling | undefined {
  switch (heard?.level) {
    case undefined:
      return before;
    case "angry":
      return raised(before, { ...heard, level: "angry" }, at);
    case "annoyed":
      return raised(before, { ...heard, level: before === undefined ? "annoyed" : "angry" }, at);
    case "calm":
      if (before === undefined) return undefined;
      return before.calm + 1 >= CALM_MESSAGES ? settle(before, at) : { ...before, calm: before.calm + 1 };
  }
}

/** One level lower: what an agent's help, or enough calm messages, come to. Never two at once. */
export function settle(feeling: KeptFeeling | undefined, at: Instant): KeptFeeling | undefined {
  return feeling?.level === "angry" ? { ...feeling, level: "annoyed", since: at, calm: 0 } : undefined;
}

/** Who feels as before keeps since when; the newest words are the reason. */
function raised(before: KeptFeeling | undefined, { level, signs }: RaisedTo, at: Instant): KeptFeeling {
  const since = before?.level === level ? before.since : at;
  return { level, since, because: signs[0] ?? "", calm: 0 };
}

interface RaisedTo extends Pick<Feeling, "signs"> {
  readonly level: KeptFeeling["level"];
}

/** A memory with this feeling; the same object when it is what it was. */
export function withFeeling(memory: Memory, feeling: KeptFeeling | undefined): Memory {
  if (memory.feeling === feeling) return memory;
  const { topic, slots, lastAnswered } = memory;
  return {
    ...(topic === undefined ? {} : { topic }),
    slots,
    ...(lastAnswered === undefined ? {} : { lastAnswered }),
    ...(feeling === undefined ? {} : { feeling }),
  };
}

/** The change of a conversation that an agent gives back: what they did brings the feeling down, and its matter is dealt with. */
export function settledByAgent(conversation: Conversation, at: Instant): Pick<ConversationChanges, "memory"> {
  const memory = memoryOf(conversation);
  const after = dealtWith(withFeeling(memory, settle(memory.feeling, at)));
  return after === memory ? {} : { memory: after };
}

export function isAngry(conversation: Conversation | undefined): boolean {
  return memoryOf(conversation).feeling?.level === "angry";
}

/** Why the feeling is another than before; nothing when it is the same. */
export function howFelt(before: Memory, after: Memory): readonly Reason[] {
  const [was, is] = [before.feeling, after.feeling];
  if (was?.level === is?.level) return [];
  const rose = is !== undefined && (was === undefined || is.level === "angry");
  if (!rose) return [because("feeling-fell", { feeling: is?.level ?? "calm" })];
  return [because("feeling-rose", { feeling: is.level, word: wordOf(is.because) })];
}

/** `tone:什么破店` → `什么破店`. */
function wordOf(sign: string): string {
  return sign.slice(sign.indexOf(":") + 1);
}

/**
 * The priority of an escalation, 0..3: a danger is 3; else a complaint and an angry shopper are 1 each. Nobody comes before
 * somebody in danger by being loud, and annoyance alone moves nobody: in a queue most are a little annoyed.
 */
export function priorityOf({ skill, urgency, feeling }: Calling): number {
  if (urgency === "high") return 3;
  return (skill === "complaint" ? 1 : 0) + (feeling === "angry" ? 1 : 0);
}

interface Calling {
  readonly skill: Skill;
  readonly urgency: Urgency;
  readonly feeling?: FeelingLevel | undefined;
}

/**
 * What is done for somebody who is angry: a sure answer stays the answer, but nothing is asked back and nobody is turned away.
 * Angry words that look like small talk are none.
 */
export function forAngry(chosen: Chosen, heard: Feeling | undefined): Chosen {
  const isTalk = chosen.action === "smalltalk" && heard?.level === "angry";
  if (chosen.action !== "clarify" && chosen.action !== "decline" && !isTalk) return chosen;
  return { ...chosen, action: "handover", reasons: [...chosen.reasons, because("handover-feeling")] };
}
