import type { Instant } from "../../core/words.ts";
import type { RoutingPolicy } from "../../staffing/rules/routing-policy.ts";
import type { RoutableEscalation } from "./facts.ts";

/**
 * Which escalation comes next: danger, then what was promised at night (the older promise first), then higher priority, then the
 * earlier due time, then who waits longer, then the id.
 */
export function byWorkOrder(a: RoutableEscalation, b: RoutableEscalation): number {
  return byPromise(a, b) || b.priority - a.priority || byAge(a, b);
}

function byAge(a: RoutableEscalation, b: RoutableEscalation): number {
  return compareDue(a.dueAt, b.dueAt) || a.waitingSince - b.waitingSince || compareText(a.id, b.id);
}

/** Who was told at night “you will be answered first” is; nobody comes before somebody in danger. */
function byPromise(a: RoutableEscalation, b: RoutableEscalation): number {
  if (a.urgency !== b.urgency) return a.urgency === "high" ? -1 : 1;
  return a.urgency === "high" ? 0 : compareDue(a.promisedAt, b.promisedAt);
}

/** The work order at one moment: where the policy says so, a priority rises with waiting, so that nothing starves. */
export function workOrder({ ageing }: RoutingPolicy, now: Instant): (a: RoutableEscalation, b: RoutableEscalation) => number {
  if (ageing === undefined) return byWorkOrder;
  const aged = ({ priority, waitingSince }: RoutableEscalation): number => {
    const intervals = Math.floor(Math.max(0, now - waitingSince) / (ageing.everyMinutes * MINUTE_MS));
    return priority + Math.min(ageing.most, intervals);
  };
  return (a, b) => byPromise(a, b) || aged(b) - aged(a) || byAge(a, b);
}

const MINUTE_MS = 60_000;

/** By code units: the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareDue(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a - b;
}
