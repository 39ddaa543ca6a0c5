import type { AgentId, ConversationId, EscalationId } from "../../core/ids.ts";
import type { Escalation } from "../../core/decision.ts";
import type { Agent, Instant } from "../../core/words.ts";
import type { RosterAgent } from "../../staffing/rules/roster.ts";
import { mayServe, mayTakeMoreToday } from "./eligibility.ts";
import type { RoutingFacts } from "./facts.ts";
import { hasRoom, loadsOf } from "./load.ts";
import { weightOf } from "./weight.ts";

export type ClaimRefusal =
  "unknown-agent" | "not-waiting" | "not-authorised-for-store" | "claimed-by-other" | "at-capacity" | "trainee-limit";

export interface Claim {
  readonly agentId: AgentId;
  readonly matter: { readonly escalationId: EscalationId } | { readonly conversationId: ConversationId };
}

export type ClaimOutcome =
  /** `escalation` as it is to be written; the same one when this agent had it already. */
  | { readonly type: "claimed"; readonly escalation: Escalation }
  /** `by`: who has it. Only told to those who may see the store. */
  | { readonly type: "refused"; readonly code: ClaimRefusal; readonly by?: Agent | undefined };

/**
 * A person takes an escalation by their own act. They need no shift and no skill, and may take what is offered to a
 * colleague who has not answered; but never what a colleague has, never a foreign store's, and never over capacity,
 * unless it is urgent and they are the supervisor on call. Twice by the same person is once.
 */
export function claim(facts: RoutingFacts, wanted: Claim, now: Instant): ClaimOutcome {
  const agent = facts.roster.agents.find((one) => one.id === wanted.agentId);
  if (agent === undefined) return { type: "refused", code: "unknown-agent" };
  const escalation = openMatter(facts.escalations, wanted.matter);
  if (escalation === undefined) return { type: "refused", code: "not-waiting" };
  if (!mayServe(agent, escalation.storeId)) return { type: "refused", code: "not-authorised-for-store" };
  if (escalation.state === "assigned") {
    if (escalation.agent?.id === agent.id) return { type: "claimed", escalation };
    return { type: "refused", code: "claimed-by-other", by: escalation.agent };
  }
  if (!hasRoomToday(facts, escalation, agent)) return { type: "refused", code: "trainee-limit" };
  if (!hasPlace({ ...facts, now }, escalation, agent)) return { type: "refused", code: "at-capacity" };
  const taken: Escalation = { ...escalation, state: "assigned", agent: { id: agent.id, name: agent.name }, assignedAt: now };
  return { type: "claimed", escalation: taken };
}

function openMatter(escalations: readonly Escalation[], matter: Claim["matter"]): Escalation | undefined {
  const isMeant = (one: Escalation) =>
    "escalationId" in matter ? one.id === matter.escalationId : one.conversationId === matter.conversationId;
  return escalations.find((one) => one.state !== "ended" && isMeant(one));
}

/** What a trainee may take, they may also claim, and no more. An offer to them is counted already. */
function hasRoomToday(facts: RoutingFacts, escalation: Escalation, agent: RosterAgent): boolean {
  const isOfferedToThem = escalation.state === "offered" && escalation.agent?.id === agent.id;
  const assignedToday = facts.agents.find((state) => state.agentId === agent.id)?.assignedToday ?? 0;
  return mayTakeMoreToday({ agent, assignedToday: assignedToday - (isOfferedToThem ? 1 : 0) });
}

function hasPlace(
  facts: RoutingFacts & { readonly now: Instant },
  escalation: Escalation,
  agent: { readonly id: AgentId; readonly capacity: number },
): boolean {
  const { now } = facts;
  if (escalation.urgency === "high" && facts.roster.supervisorOnCall === agent.id) return true;
  const policy = facts.roster.routing ?? {};
  const load = loadsOf(facts, policy, now).get(agent.id) ?? 0;
  // An offer to them has kept its place already.
  const isOfferedToThem = escalation.state === "offered" && escalation.agent?.id === agent.id;
  return hasRoom(load, agent.capacity, isOfferedToThem ? 0 : weightOf(policy, escalation));
}
