import type { Conversation, ConversationChanges, Decision, Effect } from "../../core/decision.ts";
import type { ReplyClock, TimerDue } from "../../core/incoming.ts";
import { DEFAULT_REPLY_LIMITS } from "../../core/policy.ts";
import type { Instant } from "../../core/words.ts";
import { slowAfter } from "../../routing/rules/reply-clock.ts";
import { because } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";

/** Of a clock that does not say when an agent is reminded. */
const SLOW_REPLY_MS = DEFAULT_REPLY_LIMITS.slowReplyMs;

/** By when an agent must have answered what a shopper wrote now. */
export function nextReplyClock({ policy, nextReply, now }: ContactFacts): ReplyClock | undefined {
  const { replyLimits: limits } = policy;
  if (limits === undefined || nextReply !== undefined) return nextReply;
  const warnAt = now + Math.round(limits.nextReplyMs * limits.warnAtShare);
  return { kind: "next", warnAt, dueAt: now + limits.nextReplyMs, ...slowAfter(limits) };
}

/** What begins for a shopper whose agent gives them up: who was just answered begins to wait now, who waits already keeps their time. */
export function waitsOn(facts: ContactFacts, { waitingSince, clock }: Conversation): ConversationChanges {
  return waitingSince === undefined ? { waitingSince: facts.now, clock: nextReplyClock(facts) } : { waitingSince, clock };
}

/** Sets the timer for the next moment of this conversation's clock after `now`, or takes it away where no clock runs. */
export function watchClock(conversation: Conversation, now: Instant): readonly Effect[] {
  const timer = { kind: "reply-clock", thing: conversation.id } as const;
  const next = momentsOf(conversation).find(({ at }) => at > now);
  return [next === undefined ? { type: "cancel-timer", ...timer } : { type: "set-timer", ...timer, dueAt: next.at }];
}

interface Moment {
  readonly at: Instant;
  readonly what: "slow" | "warned" | "breached";
}

/**
 * What happens to a waiting shopper's clock, in order; nothing where nobody waits or no clock runs. The reminder counts from when the
 * agent took it: who comes out of a long queue, or was promised the morning, waits for them since then.
 */
function momentsOf({ status, waitingSince, clock }: Conversation): readonly Moment[] {
  if (waitingSince === undefined || clock === undefined || status === "bot" || status === "closed") return [];
  const slow: Moment[] =
    status === "assigned"
      ? [{ at: waitsForAgentSince(waitingSince, clock) + (clock.slowAfterMs ?? SLOW_REPLY_MS), what: "slow" }]
      : [];
  const told: readonly Moment[] = [...slow, { at: clock.warnAt, what: "warned" }, { at: clock.dueAt, what: "breached" }];
  return [...told].sort((a, b) => a.at - b.at);
}

function waitsForAgentSince(waitingSince: Instant, { takenAt = waitingSince }: ReplyClock): Instant {
  return Math.max(waitingSince, takenAt);
}

/**
 * A moment of a shopper's clock: the agent who has it is told, and the supervisors where nobody has it or the limit has passed. What
 * lies between the timer's time and now is told; what an earlier timer told is not told again.
 */
export function tellClock(facts: ContactFacts, timer: TimerDue): Decision {
  const rule = "desk/clock";
  const { conversation, now } = facts;
  if (conversation === undefined || conversation.id !== timer.thing || conversation.closedAt !== undefined)
    return { rule, effects: [], reasons: [because("timer-outlived")] };
  const due = momentsOf(conversation).filter(({ at }) => at >= timer.dueAt && at <= now);
  const again = watchClock(conversation, now);
  if (due.length === 0) return { rule, effects: again, reasons: [because("timer-outlived")] };
  const waited = Math.round((now - (conversation.waitingSince ?? now)) / 1000);
  return {
    rule,
    effects: [...due.map(({ what }) => alertOf(conversation, what, waited)), ...again],
    reasons: due.map(({ what }) => because(`clock-${what}`, { seconds: waited, reply: conversation.clock?.kind ?? "-" })),
  };
}

function alertOf(conversation: Conversation, what: Moment["what"], seconds: number): Effect {
  const { id, storeId, status, agent, waitingSince, clock } = conversation;
  const isAgents = status === "assigned" && agent !== undefined && what !== "breached";
  // Each agent who takes it is reminded anew.
  const since = what === "slow" ? (clock?.takenAt ?? waitingSince) : waitingSince;
  return {
    type: "alert",
    alert: {
      id: `clock>${id}>${since ?? 0}>${what}`,
      storeId,
      conversationId: id,
      to: isAgents ? { type: "agent", agentId: agent.id } : { type: "supervisors" },
      reason: { code: `alert-clock-${what}`, values: { seconds, reply: clock?.kind ?? "-", agent: agent?.name ?? "-" } },
    },
  };
}
