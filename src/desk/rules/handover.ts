import type { Conversation, Decision, Effect, Reason } from "../../core/decision.ts";
import { DESK_LANE, escalationOpenedBy, incomingId, type IncomingId } from "../../core/ids.ts";
import type { EscalationOpened, HumanRequested } from "../../core/incoming.ts";
import type { ReplyLimits } from "../../core/policy.ts";
import type { Reading } from "../../core/understanding.ts";
import type { Instant, Skill, Urgency } from "../../core/words.ts";
import { because, openFor, sayText } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";
import { isAngry, priorityOf } from "./feeling.ts";
import { memoryOf, skillAskedFor, skillFor } from "./memory.ts";
import { dangerText, type TextName } from "./texts.ts";

/** Somebody pressed 人工客服. */
export function askedForHuman(facts: ContactFacts, incoming: HumanRequested): Decision {
  const { conversation, effects } = openFor(facts, incoming);
  if (conversation.status !== "bot") {
    return { rule: "desk/human", effects, reasons: [because("human-already-called", { status: conversation.status })] };
  }
  const call = callHuman({ facts, conversation, cause: incoming.id, text: "handing-over" });
  return { rule: "desk/human", effects: [...effects, ...call], reasons: [because("handover-asked")] };
}

export interface Call {
  readonly facts: ContactFacts;
  readonly conversation: Conversation;
  readonly cause: IncomingId;
  readonly text: TextName;
  readonly skill?: Skill | undefined;
  readonly urgency?: Urgency;
}

/** Where a human is asked for without a hint: who can talk about the goods can talk about most things. */
const DEFAULT_SKILL: Skill = "presale";

/** From bot to the human queue: the shopper is told, the escalation is raised, routing decides who. */
export function callHuman(call: Call): readonly Effect[] {
  const { facts, conversation, cause } = call;
  const skill = call.skill ?? skillTalkedAbout(conversation, facts.now) ?? DEFAULT_SKILL;
  const urgency = call.urgency ?? conversation.urgency;
  const changes = { status: "queued", skill, urgency, waitingSince: facts.now, choices: [], misses: 0 } as const;
  return [
    { type: "change-conversation", changes },
    sayText({ policy: facts.policy, conversation }, call.text),
    raiseFor(cause, { ...conversation, skill, urgency }, facts),
  ];
}

/** By what was talked about before: the last question, else what an agent had it for, else the phase of the last answer. */
function skillTalkedAbout(conversation: Conversation, now: Instant): Skill | undefined {
  const { skill, phase } = conversation;
  return skillAskedFor(memoryOf(conversation), now) ?? skill ?? (phase === undefined ? undefined : skillFor(phase));
}

/** What routing is told of a conversation that a human should take; a second time, of one that should be taken sooner. */
export function raiseFor(cause: IncomingId, conversation: Conversation, { now, policy }: RaiseFacts): Effect {
  return {
    type: "raise",
    incoming: {
      type: "escalation-opened",
      ...askedOfRouting(cause, conversation, now),
      previousAgent: conversation.previousAgent?.id,
      ...firstReplyOf(policy.replyLimits),
    },
  };
}

type RaiseFacts = Pick<ContactFacts, "now" | "policy">;

function firstReplyOf(limits: ReplyLimits | undefined): Pick<EscalationOpened, "firstReply"> {
  if (limits === undefined) return {};
  const { firstReplyMs: limitMs, warnAtShare, hours, slowReplyMs } = limits;
  return { firstReply: { limitMs, warnAtShare, hours, ...(slowReplyMs === undefined ? {} : { slowReplyMs }) } };
}

/** What somebody is looked for, in routing's words. */
export function askedOfRouting(cause: IncomingId, conversation: Conversation, now: Instant) {
  const { skill = DEFAULT_SKILL, urgency } = conversation;
  const feeling = memoryOf(conversation).feeling?.level;
  return {
    id: incomingId(`${cause}>escalation`),
    lane: DESK_LANE,
    at: now,
    storeId: conversation.storeId,
    escalationId: escalationOpenedBy(cause),
    conversationId: conversation.id,
    contactLane: conversation.lane,
    skill,
    language: conversation.language,
    urgency,
    priority: priorityOf({ skill, urgency, feeling }),
    ...(feeling === undefined ? {} : { feeling }),
    ...weighed(conversation),
  };
}

/** What routing weighs beside: what it is about, and what money the shopper named. */
function weighed(conversation: Conversation): Pick<EscalationOpened, "phase" | "namedMoney"> {
  const { phase } = conversation;
  const namedMoney = memoryOf(conversation).slots.find(({ kind }) => kind === "money")?.value;
  return { ...(phase === undefined ? {} : { phase }), ...(namedMoney === undefined ? {} : { namedMoney }) };
}

/** The words for a hand-over the bot itself decided on; who is angry is not told that the bot is unsure. */
export function handoverText(reading: Reading, reasons: readonly Reason[], conversation: Conversation): TextName {
  if (reading.urgency === "high") return dangerText(reading);
  const complains = reading.act === "human-please" && reading.skill === "complaint";
  if (complains) return "handing-over-complaint";
  if (reading.act === "human-please" || reasons.some((reason) => reason.code === "handover-asked")) return "handing-over";
  if (reasons.some((reason) => reason.code === "handover-number")) return "number-received";
  if (reasons.some((reason) => reason.code === "handover-asked-again")) return "handing-over-again";
  if (reasons.some((reason) => reason.code === "handover-choices-refused")) return "handing-over";
  if (isAngry(conversation)) return "handing-over-complaint";
  if (reading.act === "complaint" || reading.act === "angry" || reading.skill === "complaint") return "handing-over-complaint";
  return "handing-over-unsure";
}
