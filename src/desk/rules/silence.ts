import type { Decision } from "../../core/decision.ts";
import type { TimerDue } from "../../core/incoming.ts";
import { because } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";

/**
 * Closes a conversation the bot has when the shopper was silent for as long as the store says; says nothing.
 * The timer is not set anew with each message: when it comes too early it is set again from the last message.
 */
export function closeWhenSilent(facts: ContactFacts, timer: TimerDue): Decision {
  const conversation = facts.conversation;
  const rule = "desk/silence";
  if (conversation === undefined || conversation.id !== timer.thing || conversation.closedAt !== undefined)
    return { rule, effects: [], reasons: [because("timer-outlived")] };
  if (conversation.status !== "bot")
    return { rule, effects: [], reasons: [because("human-has-it", { status: conversation.status })] };
  const dueAt = conversation.lastShopperAt + facts.policy.closeAfterSilenceMs;
  if (facts.now < dueAt) {
    const again = { type: "set-timer", kind: "shopper-silent", thing: conversation.id, dueAt } as const;
    return { rule, effects: [again], reasons: [because("not-silent-yet")] };
  }
  const changes = { status: "closed", closedAt: facts.now, epoch: conversation.epoch + 1, choices: [] } as const;
  const minutes = Math.round((facts.now - conversation.lastShopperAt) / 60_000);
  return { rule, effects: [{ type: "change-conversation", changes }], reasons: [because("closed-by-silence", { minutes })] };
}
