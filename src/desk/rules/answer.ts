import type { Conversation, ConversationChanges, Decision, Effect, Reason } from "../../core/decision.ts";
import type { MessageReceived } from "../../core/incoming.ts";
import type { Candidate, Reading } from "../../core/understanding.ts";
import type { Choice } from "../../core/words.ts";
import { chooseAction, type Chosen } from "./action.ts";
import { because, BOT, heard, openFor, say, sayText } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";
import { callHuman, handoverText } from "./handover.ts";
import { textFor, type TextName } from "./texts.ts";

/** The id of the choice that calls a human instead of naming an article. */
export const HUMAN_CHOICE = "human";

/** After this many turns in a row without an answer the bot stops asking back and calls a human. */
const MISSES_BEFORE_HUMAN = 2;

/** A shopper said something: answer, ask back, hand over, or stay quiet because a human has it. */
export function answerMessage(facts: ContactFacts, incoming: MessageReceived): Decision {
  const { conversation, effects } = openFor(facts, incoming);
  const spoken = [...effects, heard(incoming, conversation)];
  const { effects: next, reasons, rule } = respond(facts, incoming, conversation);
  return { rule, effects: [...spoken, ...next], reasons };
}

function respond(facts: ContactFacts, incoming: MessageReceived, conversation: Conversation): Decision {
  if (conversation.status === "assigned") return leaveToHuman(facts, conversation);
  if (conversation.status !== "bot") return answerWhileWaiting(facts, incoming, conversation);
  if (facts.chosen !== undefined) return answerWith(conversation, facts.chosen, [because("choice-taken", titled(facts.chosen))]);
  if (isHumanChoice(incoming, conversation)) {
    const call = callHuman({ facts, conversation, cause: incoming.id, text: "handing-over" });
    return { rule: "desk/handover", effects: call, reasons: [because("handover-asked")] };
  }
  if (incoming.attachments.length > 0) {
    const call = callHuman({ facts, conversation, cause: incoming.id, text: "file-received", skill: "aftersale" });
    return { rule: "desk/handover", effects: call, reasons: [because("handover-file")] };
  }
  const reading = facts.reading;
  if (reading === undefined)
    throw new Error(`Message ${incoming.id} has no reading; gather must understand it before it is decided.`);
  return act({ facts, incoming, conversation, reading });
}

interface Turn {
  readonly facts: ContactFacts;
  readonly incoming: MessageReceived;
  readonly conversation: Conversation;
  readonly reading: Reading;
}

function act(turn: Turn): Decision {
  const { facts, conversation, reading } = turn;
  const chosen = chooseAction(reading, facts.policy.thresholds);
  const best = chosen.candidates[0];
  switch (chosen.action) {
    case "answer":
      return best === undefined ? handOver(turn, chosen) : answerWith(conversation, best, chosen.reasons);
    case "clarify":
      return conversation.misses + 1 >= MISSES_BEFORE_HUMAN ? handOverAfterMisses(turn, chosen) : askBack(turn, chosen);
    case "handover":
      return handOver(turn, chosen);
    case "smalltalk":
      return smallTalk(turn, chosen);
    case "decline":
      return {
        rule: "desk/decline",
        effects: [sayText({ policy: facts.policy, conversation }, "decline")],
        reasons: chosen.reasons,
      };
  }
}

function answerWith(conversation: Conversation, candidate: Candidate, reasons: readonly Reason[]): Decision {
  const source = { articleId: candidate.articleId, title: candidate.title, phase: candidate.phase };
  const changes: ConversationChanges = { choices: [], misses: 0, phase: candidate.phase };
  return {
    rule: "desk/answer",
    effects: [say(conversation, BOT, { text: candidate.answer, source }), { type: "change-conversation", changes }],
    reasons,
  };
}

function askBack({ facts, conversation }: Turn, chosen: Chosen): Decision {
  const human = { id: HUMAN_CHOICE, label: textFor(facts.policy, { name: "none-of-these", language: conversation.language }) };
  const choices: Choice[] = [...chosen.candidates.map(({ articleId, title }) => ({ id: articleId, label: title })), human];
  const text = textFor(facts.policy, { name: "ask-back", language: conversation.language });
  const changes = { choices, misses: conversation.misses + 1 };
  return {
    rule: "desk/ask-back",
    effects: [say(conversation, BOT, { text, choices }), { type: "change-conversation", changes }],
    reasons: chosen.reasons,
  };
}

function handOverAfterMisses(turn: Turn, chosen: Chosen): Decision {
  const decision = handOver(turn, chosen);
  return { ...decision, reasons: [...decision.reasons, because("handover-misses", { misses: turn.conversation.misses + 1 })] };
}

function handOver({ facts, incoming, conversation, reading }: Turn, chosen: Chosen): Decision {
  const effects = callHuman({
    facts,
    conversation,
    cause: incoming.id,
    text: handoverText(reading, chosen.reasons),
    skill: chosen.skill ?? undefined,
    urgency: reading.urgency,
  });
  return { rule: "desk/handover", effects, reasons: chosen.reasons };
}

function smallTalk({ facts, conversation, reading }: Turn, chosen: Chosen): Decision {
  const name: TextName = reading.act === "thanks" || reading.act === "bye" ? reading.act : "greeting";
  const own = name === "greeting" ? facts.policy.greeting[conversation.language] : undefined;
  const effect: Effect =
    own === undefined
      ? sayText({ policy: facts.policy, conversation }, name, { store: facts.policy.name })
      : say(conversation, BOT, { text: own, choices: facts.policy.quickChoices });
  const effects: Effect[] = [effect];
  if (own !== undefined) effects.push({ type: "change-conversation", changes: { choices: facts.policy.quickChoices } });
  return { rule: "desk/small-talk", effects, reasons: chosen.reasons };
}

// A human speaks here: the bot only notes since when the shopper waits for the next answer.
function leaveToHuman(facts: ContactFacts, conversation: Conversation): Decision {
  const effects: Effect[] =
    conversation.waitingSince === undefined ? [{ type: "change-conversation", changes: { waitingSince: facts.now } }] : [];
  return { rule: "desk/quiet", effects, reasons: [because("human-has-it", { status: conversation.status })] };
}

/** While a shopper waits for a human the bot still answers what it knows for sure; the place in the queue is kept. */
function answerWhileWaiting(facts: ContactFacts, incoming: MessageReceived, conversation: Conversation): Decision {
  const reading = facts.reading;
  const quiet: Decision = {
    rule: "desk/quiet",
    effects: [],
    reasons: [because("human-already-called", { status: conversation.status })],
  };
  if (reading === undefined || conversation.urgency === "high" || incoming.attachments.length > 0) return quiet;
  if (reading.urgency === "high") return raiseUrgency({ facts, incoming, conversation, reading });
  const chosen = chooseAction(reading, facts.policy.thresholds);
  const best = chosen.candidates[0];
  if (chosen.action !== "answer" || best === undefined) return quiet;
  const decision = answerWith(conversation, best, chosen.reasons);
  return { ...decision, reasons: [...decision.reasons, because("answered-while-waiting")] };
}

// Danger said in the queue: told at once what to do, and called again with priority.
function raiseUrgency({ facts, incoming, conversation, reading }: Turn): Decision {
  const chosen = chooseAction(reading, facts.policy.thresholds);
  const skill = chosen.skill ?? conversation.skill;
  const effects = callHuman({ facts, conversation, cause: incoming.id, text: "handing-over-danger", skill, urgency: "high" });
  return { rule: "desk/handover", effects, reasons: chosen.reasons };
}

function isHumanChoice(incoming: MessageReceived, conversation: Conversation): boolean {
  return choiceOf(incoming, conversation.choices)?.id === HUMAN_CHOICE;
}

/** Which of the offered choices a message takes: by its id, its number (“2”, “２”, “第2个”), or its very words. */
export function choiceOf(message: Pick<MessageReceived, "text" | "choice">, choices: readonly Choice[]): Choice | undefined {
  if (message.choice !== undefined) return choices.find(({ id }) => id === message.choice);
  const text = message.text.normalize("NFKC").trim();
  const number = /^(?:第|选|選)?\s*([1-9])\s*(?:个|個|号|號|条|條)?[.。、)]?$/u.exec(text)?.[1];
  if (number !== undefined) return choices[Number(number) - 1];
  return choices.find(({ label }) => label === text);
}

function titled({ articleId, title }: Candidate): Reason["values"] {
  return { article: articleId, title };
}
