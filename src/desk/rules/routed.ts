import { DateTime } from "luxon";
import type { Conversation, ConversationChanges, Decision, Effect, Reason } from "../../core/decision.ts";
import type { HandoverRouted, RoutingOutcome } from "../../core/incoming.ts";
import type { Agent, Instant, Language } from "../../core/words.ts";
import { isOwnZone, zoneInWords } from "../../core/zone.ts";
import { waitsOn, watchClock } from "./clock.ts";
import { because, sayText, SYSTEM } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";
import { handOverNote } from "./left.ts";
import { tellSupervised } from "./supervised.ts";
import type { TextName } from "./texts.ts";

/** Tells the shopper who takes it, or when; a human's acceptance is the takeover. */
export function tellRouting(facts: ContactFacts, routed: HandoverRouted): Decision {
  const rule = "desk/routed";
  const conversation = facts.conversation;
  if (conversation === undefined || conversation.id !== routed.conversationId || !isWaiting(conversation, routed)) {
    return { rule, effects: notDone(routed), reasons: [because("conversation-moved-on", { outcome: routed.outcome.type })] };
  }
  const waiting = waitingAfter(facts, conversation, routed);
  const known = { ...conversation, ...waiting };
  const changes = { ...changesFor(conversation, routed), ...waiting, ...clockFor(known, routed, facts.now) };
  const now = { ...conversation, ...changes };
  const effects: Effect[] = [
    { type: "change-conversation", changes },
    ...tellTaken(facts, now, routed),
    ...(isTakenOver(routed) || isOldNews(routed) ? [] : [announce(facts, now, { ...routed, was: conversation.status })]),
    ...(now.clock === undefined ? [] : watchClock(now, facts.now)),
  ];
  if (changes.status === "assigned") effects.push({ type: "cancel-timer", kind: "shopper-silent", thing: conversation.id });
  return { rule, effects, reasons: [reasonFor(routed)] };
}

function waitingAfter(facts: ContactFacts, conversation: Conversation, routed: HandoverRouted): ConversationChanges {
  if (routed.takenFrom === undefined) return {};
  // Who was just answered does not begin to wait because a supervisor goes on.
  return isTakenOver(routed) ? { waitingSince: conversation.waitingSince } : waitsOn(facts, conversation);
}

/** Who waits for the outcome of their own act hears that nothing came of it. */
function notDone({ supervised }: HandoverRouted): readonly Effect[] {
  return supervised === undefined ? [] : [{ type: "refuse", reason: because("refused-stale") }];
}

/** A supervisor's act says by itself who goes on. */
function isTakenOver({ supervised, takenFrom }: HandoverRouted): boolean {
  return supervised !== undefined && takenFrom !== undefined;
}

function tellTaken(facts: ContactFacts, conversation: Conversation, routed: HandoverRouted): readonly Effect[] {
  const { supervised, takenFrom: from, isFromAway } = routed;
  if (supervised !== undefined) return tellSupervised(facts, conversation, routed);
  if (from === undefined) return [];
  const spoken = { policy: facts.policy, conversation, author: SYSTEM };
  return [
    handOverNote(conversation, from),
    sayText(spoken, isFromAway === true ? "taken-back-away" : "taken-back", { agent: from.name }),
  ];
}

// Words about a queue must not come after somebody took it; whoever takes it may follow anything but a close.
function isWaiting(conversation: Conversation, { outcome, takenFrom }: HandoverRouted): boolean {
  const { status, agent, previousAgent } = conversation;
  // Whoever was given it has it, although the agent it was taken from passed it on before they heard of it: by then routing refuses that.
  const isPassedOn = outcome.type === "assigned" && status === "queued" && previousAgent?.id === takenFrom?.id;
  if (takenFrom !== undefined) return isPassedOn || (status === "assigned" && agent?.id === takenFrom.id);
  if (outcome.type === "assigned") return status !== "closed" && status !== "bot";
  return status === "queued" || status === "offered";
}

function changesFor(conversation: Conversation, { outcome, takenFrom }: HandoverRouted): ConversationChanges {
  const taken = takenFrom === undefined ? {} : takenBack(conversation, takenFrom);
  switch (outcome.type) {
    case "offered":
      return { ...taken, status: "offered", agent: outcome.agent };
    case "assigned":
      return {
        ...taken,
        status: "assigned",
        agent: outcome.agent,
        epoch: conversation.epoch + 1,
        choices: [],
        agentLeftAt: undefined,
      };
    case "queued":
    case "after-hours":
      return { ...taken, status: "queued", agent: undefined };
  }
}

/** The word is taken from who went home: what they send from now on is refused. */
function takenBack({ epoch }: Conversation, from: Agent): ConversationChanges {
  return { epoch: epoch + 1, previousAgent: from, agentLeftAt: undefined };
}

/** The first reply's clock comes with the first outcome; a clock that runs is not set anew, but knows who is waited for since when. */
function clockFor(
  { waitingSince, clock }: Conversation,
  { clock: first, outcome }: HandoverRouted,
  now: Instant,
): ConversationChanges {
  const running = clock ?? first;
  if (waitingSince === undefined || running === undefined) return {};
  if (outcome.type === "assigned") return { clock: { ...running, takenAt: now } };
  return clock === undefined ? { clock: running } : {};
}

/** Who heard of three calls knows that people are called; what they want to hear next is that somebody is there. */
function isOldNews({ outcome, isRepeated, takenFrom, passedOnBy, promisedAt }: HandoverRouted): boolean {
  if (isRepeated !== true || takenFrom !== undefined || passedOnBy !== undefined || promisedAt !== undefined) return false;
  return outcome.type === "offered" || outcome.type === "queued";
}

interface Announced extends Pick<HandoverRouted, "outcome" | "promisedAt" | "passedOnBy" | "isOverflow"> {
  /** How it stood before. */
  readonly was: Conversation["status"];
}

function announce(facts: ContactFacts, conversation: Conversation, announced: Announced): Effect {
  const { outcome, passedOnBy } = announced;
  const spoken = { policy: facts.policy, conversation, author: SYSTEM };
  if (outcome.type === "after-hours") return announcePromise(facts, conversation, outcome);
  if (passedOnBy !== undefined) return sayText(spoken, ...passedOn(outcome));
  switch (outcome.type) {
    case "offered":
      return sayText(spoken, offeredText(announced));
    case "assigned":
      return sayText(spoken, assignedText(announced, facts.now), { agent: outcome.agent.name });
    case "queued":
      return sayText(spoken, ...place(announced.promisedAt === undefined ? "queued" : "promise-queued", outcome.position));
  }
}

function announcePromise(
  { policy, now }: ContactFacts,
  conversation: Conversation,
  { next }: Extract<RoutingOutcome, { type: "after-hours" }>,
): Effect {
  const spoken = { policy, conversation, author: SYSTEM };
  if (next === undefined) return sayText(spoken, "after-hours-unknown");
  const { timezone: zone } = policy;
  const { language } = conversation;
  const moment = momentInWords({ at: next, now, zone, language });
  const inWords = zoneInWords(zone, language, next);
  const named = language === "en" ? `${moment} (${inWords})` : `${moment}（${inWords}）`;
  // A store's own words may name the zone apart; then it is not said twice.
  const isApart = policy.texts["after-hours"]?.[language]?.includes("{zone}") === true;
  return sayText(spoken, "after-hours", { next: isApart || isOwnZone(zone, language) ? moment : named, zone: inWords });
}

/** A name only when that colleague has it: an offer may still be refused. */
function passedOn(outcome: Exclude<RoutingOutcome, { type: "after-hours" }>): [TextName, Record<string, string | number>?] {
  switch (outcome.type) {
    case "assigned":
      return ["transferred-agent", { agent: outcome.agent.name }];
    case "offered":
      return ["transferred"];
    case "queued":
      return place("transferred-queued", outcome.position);
  }
}

/** How many are before them, 1 being the next; nobody hears of nobody. */
function place(
  name: "queued" | "promise-queued" | "transferred-queued",
  position: number,
): [TextName, Record<string, string | number>?] {
  const ahead = position - 1;
  if (ahead < 1) return [`${name}-first`];
  return [name, { ahead, people: ahead === 1 ? "1 person" : `${ahead} people` }];
}

/** Whoever hears a second time that somebody is looked for hears that the first did not answer. The supervisor on call has no hours to keep. */
function offeredText({ was, promisedAt, isOverflow }: Announced): TextName {
  if (was === "offered") return "offered-next";
  return promisedAt === undefined || isOverflow ? "offered" : "promise-offered";
}

/** Who is answered before the promised time need not be thanked for waiting until then. */
function assignedText({ was, promisedAt }: Announced, now: Instant): TextName {
  return promisedAt === undefined || was === "offered" || now < promisedAt ? "assigned" : "promise-assigned";
}

interface Moment {
  readonly at: Instant;
  readonly now: Instant;
  readonly zone: string;
  readonly language: Language;
}

/** “今天 18:00”, “明天 08:00”, “10月5日 08:00” in the store's own time. */
export function momentInWords({ at, now, zone, language }: Moment): string {
  const moment = DateTime.fromMillis(at, { zone });
  const days = Math.round(moment.startOf("day").diff(DateTime.fromMillis(now, { zone }).startOf("day"), "days").days);
  const time = moment.toFormat("HH:mm");
  if (language === "en") return `${time} ${["today", "tomorrow"][days] ?? moment.setLocale("en").toFormat("'on' d LLLL")}`;
  return `${["今天", "明天"][days] ?? moment.toFormat("L月d日")} ${time}`;
}

function reasonFor({ outcome, why, isOverflow }: HandoverRouted): Reason {
  switch (outcome.type) {
    case "offered":
    case "assigned":
      return because(isOverflow ? "routed-overflow" : `routed-${outcome.type}`, { agent: outcome.agent.name, ...why });
    case "queued":
      return because("routed-queued", { position: outcome.position, ...why });
    case "after-hours":
      return because("routed-after-hours", { ...why });
  }
}
