import type { Conversation, ConversationChanges, Decision, Effect, Reason } from "../../core/decision.ts";
import type { ArticleId } from "../../core/ids.ts";
import type { MessageReceived } from "../../core/incoming.ts";
import type { Candidate, Reading } from "../../core/understanding.ts";
import type { Choice } from "../../core/words.ts";
import type { Chosen } from "./action.ts";
import { HUMAN_CHOICE } from "./choice.ts";
import { because, BOT, say, sayText } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";
import { callHuman, handoverText } from "./handover.ts";
import { textFor, type TextName } from "./texts.ts";

/** After this many turns in a row without an answer the bot stops asking back and calls a human. */
const MISSES_BEFORE_HUMAN = 2;

/** One message to which the bot replies. */
export interface Turn {
  readonly facts: ContactFacts;
  readonly incoming: MessageReceived;
  readonly conversation: Conversation;
  readonly reading: Reading;
}

/** What is done about a message. */
export interface Reply extends Decision {
  /** The article it was about, for the conversation's memory. */
  readonly about?: ArticleId | undefined;
}

/** Says what these articles say, each with its source. */
export function answerWith(conversation: Conversation, candidates: readonly Candidate[], reasons: readonly Reason[]): Reply {
  const last = candidates.at(-1);
  const changes: ConversationChanges = { choices: [], misses: 0, ...(last === undefined ? {} : { phase: last.phase }) };
  return {
    rule: "desk/answer",
    effects: [...candidates.map((candidate) => sayArticle(conversation, candidate)), { type: "change-conversation", changes }],
    reasons,
    about: last?.articleId,
  };
}

/** An answer to somebody who just turned angry: the same answer, and a human is offered with it. */
export function offerHuman(turn: Turn, reply: Reply): Reply {
  if (reply.rule !== "desk/answer") return reply;
  const { facts, conversation } = turn;
  const choices = withHuman(turn, []);
  const text = textFor(facts.policy, { name: "answered-angry", language: conversation.language });
  const offer: readonly Effect[] = [
    say(conversation, BOT, { text, choices }),
    { type: "change-conversation", changes: { choices } },
  ];
  return { ...reply, effects: [...reply.effects, ...offer], reasons: [...reply.reasons, because("human-offered-angry")] };
}

/** An article's answer with its source; `before` introduces it. */
export function sayArticle(conversation: Conversation, candidate: Candidate, before = ""): Effect {
  const { articleId, title, phase, answer } = candidate;
  return say(conversation, BOT, { text: before + answer, source: { articleId, title, phase } });
}

/** Offers what was nearest, and a human; after too many such turns in a row a human is called instead. */
export function askBack(turn: Turn, chosen: Chosen): Reply {
  if (isLastMiss(turn)) return handOverAfterMisses(turn, chosen);
  const { facts, conversation } = turn;
  const choices = withHuman(turn, chosen.candidates);
  const text = textFor(facts.policy, { name: "ask-back", language: conversation.language });
  const changes = { choices, misses: conversation.misses + 1 };
  return {
    rule: "desk/ask-back",
    effects: [say(conversation, BOT, { text, choices }), { type: "change-conversation", changes }],
    reasons: chosen.reasons,
  };
}

/** Nothing can be made of the words: the shopper is asked to say more; what was offered stays offered. */
export function askWhatIsMeant(turn: Turn, chosen: Chosen): Reply {
  if (isLastMiss(turn)) return handOverAfterMisses(turn, chosen);
  const { facts, conversation } = turn;
  const changes = { misses: conversation.misses + 1 };
  return {
    rule: "desk/unclear",
    effects: [sayText({ policy: facts.policy, conversation }, "unclear"), { type: "change-conversation", changes }],
    reasons: chosen.reasons,
  };
}

/** These articles as choices, and the way to a human. */
export function withHuman({ facts, conversation }: Turn, candidates: readonly Candidate[]): readonly Choice[] {
  const name: TextName = candidates.length === 0 ? "get-human" : "none-of-these";
  const human = { id: HUMAN_CHOICE, label: textFor(facts.policy, { name, language: conversation.language }) };
  return [...candidates.map(({ articleId, title }) => ({ id: articleId, label: title })), human];
}

/** Whether this turn without an answer is the one after which a human is called. */
export function isLastMiss({ conversation }: Turn): boolean {
  return conversation.misses + 1 >= MISSES_BEFORE_HUMAN;
}

function handOverAfterMisses(turn: Turn, chosen: Chosen): Reply {
  const decision = handOver(turn, chosen);
  return { ...decision, reasons: [...decision.reasons, because("handover-misses", { misses: turn.conversation.misses + 1 })] };
}

/** A human takes it, for the reasons chosen. */
export function handOver({ facts, incoming, conversation, reading }: Turn, chosen: Pick<Chosen, "skill" | "reasons">): Reply {
  const effects = callHuman({
    facts,
    conversation,
    cause: incoming.id,
    text: handoverText(reading, chosen.reasons, conversation),
    skill: chosen.skill ?? undefined,
    urgency: reading.urgency,
  });
  return { rule: "desk/handover", effects, reasons: chosen.reasons };
}
