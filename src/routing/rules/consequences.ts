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
        ? { ...escalation, state: "assigned", agent: outcome.agent, assignedAt: now }
        : { ...escalation, state: "offered", agent: outcome.agent, assignedAt: undefined };
    case "queue":
      return { ...waitingAgain(escalation), told: "queued", promisedAt: undefined };
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

function waitingAgain(escalation: Escalation): Escalation {
  return { ...escalation, state: "waiting", agent: undefined, assignedAt: undefined };
}
