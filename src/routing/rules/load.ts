import type { AgentId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { AgentState } from "../../staffing/rules/roster.ts";
import type { RoutingPolicy } from "../../staffing/rules/routing-policy.ts";
import type { RoutableEscalation } from "./facts.ts";
import { heldWeightOf, UNIT } from "./weight.ts";

// What somebody holds, and whether more fits beside it: whoever gives something out, or shows how full people are, asks here. Loads are in
// hundredths of a unit; `AgentState.load` counts conversations, whatever they weigh.

/** How much each agent holds. Conversations that are known weigh what they weigh, the others of a state one unit. */
export function loadsOf(
  facts: { readonly escalations: readonly RoutableEscalation[]; readonly agents: readonly AgentState[] },
  policy: RoutingPolicy,
  now: Instant,
): Map<AgentId, number> {
  const loads = new Map(facts.agents.map(({ agentId, load }) => [agentId, load * UNIT]));
  if (policy.weights === undefined && policy.silence === undefined) return loads;
  for (const escalation of facts.escalations) {
    const holder = holderOf(escalation);
    if (holder === undefined) continue;
    const more = heldWeightOf(policy, escalation, now) - UNIT;
    loads.set(holder, Math.max(0, (loads.get(holder) ?? UNIT) + more));
  }
  return loads;
}

/** Who has it, or is offered it: it takes a place of theirs. */
export function holderOf(escalation: Pick<RoutableEscalation, "state" | "agent"> | undefined): AgentId | undefined {
  return escalation?.state === "offered" || escalation?.state === "assigned" ? escalation.agent?.id : undefined;
}

/** Whether so much more fits beside a load; the capacity is in units. */
export function hasRoom(load: number, capacity: number, weight: number): boolean {
  return load + weight <= capacity * UNIT;
}

/** A load in units of capacity. */
export function inUnits(load: number): number {
  return load / UNIT;
}

/** A load as people read it beside a capacity: a place that is taken in part is taken. */
export function placesTaken(load: number): number {
  return Math.ceil(inUnits(load));
}
