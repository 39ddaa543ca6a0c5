import type { Conversation, Decision, Effect, Reason } from "../../core/decision.ts";
import type { MessageReceived } from "../../core/incoming.ts";
import type { Candidate, Reading } from "../../core/understanding.ts";
import { callsForHuman, chooseAction, type Chosen } from "./action.ts";
import { nextReplyClock, watchClock } from "./clock.ts";
import { answerOnce, sayAgain, takeNo, takeYes } from "./again.ts";
import { HUMAN_CHOICE, takenChoice } from "./choice.ts";
import { because, BOT, heard, openFor, say, sayText } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";
import { feel, forAngry, howFelt, isAngry, withFeeling } from "./feeling.ts";
import { callHuman, raiseFor } from "./handover.ts";
import { missAgent } from "./left.ts";
import { memoryOf, rememberTurn, timesGiven } from "./memory.ts";
import { answerWith, askBack, askWhatIsMeant, handOver, offerHuman, type Reply, type Turn } from "./reply.ts";
import { dangerText, type TextName } from "./texts.ts";

/** A shopper said something: answer, ask back, hand over, or stay quiet because a human has it. What was said is remembered. */
export function answerMessage(facts: ContactFacts, incoming: MessageReceived): Decision {
  const opened = openFor(facts, incoming);
  const before = memoryOf(opened.conversation);
  const { now: at, reading, chosen } = facts;
  const felt = withFeeling(before, feel(before.feeling, reading?.feeling, at));
  const conversation = felt === before ? opened.conversation : { ...opened.conversation, memory: felt };
  const { about, rule, effects, reasons } = sooner(facts, conversation, incoming);
  const memory = rememberTurn(felt, { text: incoming.text, at, reading, chosen, about });
  const kept: Effect[] = memory === before ? [] : [{ type: "change-conversation", changes: { memory } }];
  return {
    rule,
    effects: [...opened.effects, heard(incoming, conversation), ...effects, ...kept],
    reasons: [...howRead(reading), ...howFelt(before, felt), ...reasons],
  };
}

/** Who is angry is served sooner, whether they are handed over now or wait already; that is said among the reasons. */
function sooner(facts: ContactFacts, conversation: Conversation, incoming: MessageReceived): Reply {
  const reply = respond(facts, incoming, conversation);
  if (!isAngry(conversation)) return reply;
  const isRaised = reply.effects.some(({ type }) => type === "raise");
  const waits = conversation.status === "queued" || conversation.status === "offered";
  const again = !isRaised && waits && !isAngry(facts.conversation) ? [raiseFor(incoming.id, conversation, facts)] : [];
  if (!isRaised && again.length === 0) return reply;
  return { ...reply, effects: [...reply.effects, ...again], reasons: [...reply.reasons, because("feeling-priority")] };
}

/** The sign of a reading in which the embedding service had a say. */
const SERVICE_SPOKE = "meaning:service";

/** Why a text was read as more than it says, and what was noted from it. */
function howRead(reading: Reading | undefined): readonly Reason[] {
  const read = reading?.readAs;
  const named = (reading?.slots ?? []).map(({ value }) => value);
  return [
    ...(read === undefined ? [] : [because(`read-as-${read.because}`, { question: read.text })]),
    ...(reading?.signs.includes(SERVICE_SPOKE) === true ? [because("meaning-service")] : []),
    ...(named.length === 0 ? [] : [because("named", { named: named.join("、") })]),
  ];
}

function respond(facts: ContactFacts, incoming: MessageReceived, conversation: Conversation): Reply {
  if (conversation.status === "assigned") return leaveToHuman(facts, conversation, incoming);
  if (conversation.status !== "bot") return answerWhileWaiting(facts, incoming, conversation);
  if (facts.chosen !== undefined)
    return answerWith(conversation, [facts.chosen], [because("choice-taken", titled(facts.chosen))]);
  if (takenChoice(incoming, conversation.choices, facts.reading)?.id === HUMAN_CHOICE) {
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

function act(turn: Turn): Reply {
  const { facts, conversation, reading } = turn;
  const both = answersToParts(turn);
  const isNew = isAngry(conversation) && !isAngry(facts.conversation);
  if (both.length > 0) {
    const reply = answerWith(conversation, both, [because("answered-parts", { parts: both.length })]);
    return isNew ? offerHuman(turn, reply) : reply;
  }
  const likely = chooseAction(reading, facts.policy.thresholds);
  const chosen = isAngry(conversation) ? forAngry(likely, reading.feeling) : likely;
  const best = chosen.candidates[0];
  switch (chosen.action) {
    case "answer":
      if (best === undefined) return handOver(turn, chosen);
      return isNew ? offerHuman(turn, answerOnce(turn, best, chosen)) : answerOnce(turn, best, chosen);
    case "clarify":
      return best === undefined ? askWhatIsMeant(turn, chosen) : askBack(turn, chosen);
    case "handover":
      return handOver(turn, chosen);
    case "smalltalk":
      return beSocial(turn, chosen);
    case "decline":
      return {
        rule: "desk/decline",
        effects: [sayText({ policy: facts.policy, conversation }, "decline")],
        reasons: chosen.reasons,
      };
  }
}

/** The answers to a message of several questions: when each part is surely answered, and each by another article. */
function answersToParts({ facts, reading }: Turn): readonly Candidate[] {
  if (reading.parts === undefined || callsForHuman(reading)) return [];
  const chosen = reading.parts.map((part) => chooseAction(part, facts.policy.thresholds));
  const answers = chosen.flatMap(({ action, candidates }) => (action === "answer" ? candidates.slice(0, 1) : []));
  const articles = new Set(answers.map(({ articleId }) => articleId));
  return articles.size > 1 && articles.size === reading.parts.length ? answers : [];
}

function beSocial(turn: Turn, chosen: Chosen): Reply {
  switch (turn.reading.act) {
    case "repeat":
      return sayAgain(turn, chosen);
    case "yes":
      return takeYes(turn, chosen);
    case "no":
      return takeNo(turn, chosen);
    case "thanks":
    case "bye":
    case "small-talk":
      return chat(turn, turn.reading.act, chosen.reasons);
    default:
      return greet(turn, chosen);
  }
}

function chat({ facts, conversation }: Turn, name: TextName, reasons: readonly Reason[]): Reply {
  const told = sayText({ policy: facts.policy, conversation }, name, { store: facts.policy.name });
  return { rule: "desk/small-talk", effects: [told], reasons };
}

/** In the store's own words where it has some, with its quick choices. */
function greet(turn: Turn, { reasons }: Chosen): Reply {
  const { facts, conversation } = turn;
  const own = facts.policy.greeting[conversation.language];
  if (own === undefined) return chat(turn, "greeting", reasons);
  const choices = facts.policy.quickChoices;
  const effects: readonly Effect[] = [
    say(conversation, BOT, { text: own, choices }),
    { type: "change-conversation", changes: { choices } },
  ];
  return { rule: "desk/small-talk", effects, reasons };
}

// A human speaks here: the bot only notes since when the shopper waits for the next answer.
function leaveToHuman(facts: ContactFacts, conversation: Conversation, incoming: MessageReceived): Reply {
  const effects: Effect[] = conversation.waitingSince === undefined ? waitFrom(facts, conversation) : [];
  effects.push(...missAgent(conversation, incoming.id, facts.now));
  return { rule: "desk/quiet", effects, reasons: [because("human-has-it", { status: conversation.status })] };
}

function waitFrom(facts: ContactFacts, conversation: Conversation): Effect[] {
  const changes = { waitingSince: facts.now, clock: nextReplyClock(facts) };
  const watched = changes.clock === undefined ? [] : watchClock({ ...conversation, ...changes }, facts.now);
  return [{ type: "change-conversation", changes }, ...watched];
}

/** While a shopper waits for a human the bot still answers what it knows for sure, once; the place in the queue is kept. */
function answerWhileWaiting(facts: ContactFacts, incoming: MessageReceived, conversation: Conversation): Reply {
  const reading = facts.reading;
  const quiet: Reply = {
    rule: "desk/quiet",
    effects: [],
    reasons: [because("human-already-called", { status: conversation.status })],
  };
  if (reading === undefined || conversation.urgency === "high" || incoming.attachments.length > 0) return quiet;
  if (reading.urgency === "high") return raiseUrgency({ facts, incoming, conversation, reading });
  const chosen = chooseAction(reading, facts.policy.thresholds);
  const best = chosen.candidates[0];
  if (chosen.action !== "answer" || best === undefined) return quiet;
  if (timesGiven(memoryOf(conversation), best.articleId, facts.now) > 0) return quiet;
  const decision = answerWith(conversation, [best], chosen.reasons);
  return { ...decision, reasons: [...decision.reasons, because("answered-while-waiting")] };
}

// Danger said in the queue: told at once what to do, and called again with priority. Since when they wait, and to whom they are
// offered, stays: routing knows of both, and tells when it changes them.
function raiseUrgency({ facts, incoming, conversation, reading }: Turn): Reply {
  const chosen = chooseAction(reading, facts.policy.thresholds);
  const changes = {
    urgency: "high",
    choices: [],
    ...(chosen.skill === undefined ? {} : { skill: chosen.skill }),
  } as const;
  const raised = { ...conversation, ...changes };
  const effects: readonly Effect[] = [
    { type: "change-conversation", changes },
    sayText({ policy: facts.policy, conversation }, dangerText(reading)),
    raiseFor(incoming.id, raised, facts),
  ];
  return { rule: "desk/handover", effects, reasons: chosen.reasons };
}

function titled({ articleId, title }: Candidate): Reason["values"] {
  return { article: articleId, title };
}
