import type { Escalation } from "../../core/decision.ts";
import type { RoutingOutcome } from "../../core/incoming.ts";
import type { Instant } from "../../core/words.ts";
import type { RoutingDecision } from "./facts.ts";

/** The escalation as it is to be written once this decision is carried out. */
export function escalationAfter(
  escalation: Escalation,
  decided: { readonly decision: RoutingDecision; readonly acceptAtOnce: boolean },
  now: Instant,
): Escalation {
  const { outcome } = decided.decision;
  switch (outcome.type) {
    case "assign":
      return decided.acceptAtOnce
        ? { ...waitingAgain(escalation), state: "assigned", agent: outcome.agent, assignedAt: now }
        : { ...waitingAgain(escalation), state: "offered", agent: outcome.agent, offeredAt: now };
    case "queue":
      // A promise that was given keeps its place in the queue: it is first.
      return { ...waitingAgain(escalation), told: "queued" };
    case "after-hours":
      return { ...waitingAgain(escalation), told: "after-hours", promisedAt: outcome.next };
  }
}

/** What the conversation is told of this decision. How long the queue takes is added by who knows the measured rate. */
export function outcomeToTell(decision: RoutingDecision, acceptAtOnce: boolean): RoutingOutcome {
  const { outcome } = decision;
  switch (outcome.type) {
    case "assign":
      return { type: acceptAtOnce ? "assigned" : "offered", agent: outcome.agent };
    case "queue":
      return { type: "queued", position: outcome.position };
    case "after-hours":
      return { type: "after-hours", next: outcome.next, timezone: outcome.timezone };
  }
}

/** Whether it is offered to the agent to whom it was offered before: nothing the shopper has not heard. */
export function isSameOffer(before: Escalation | undefined, after: Escalation): boolean {
  return before?.state === "offered" && after.state === "offered" && before.agent?.id === after.agent?.id;
}

/** With nobody; its shopper waits for the next word. */
function waitingAgain(escalation: Escalation): Escalation {
  const nobody = { agent: undefined, assignedAt: undefined, offeredAt: undefined, shopperSilentSince: undefined };
  return { ...escalation, ...nobody, state: "waiting" };
}
