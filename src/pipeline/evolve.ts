import type { Conversation, Effect, Escalation } from "../core/decision.ts";
import type { DeskFacts } from "../routing/rules/desk-lane.ts";

/** The conversation after these effects; undefined while nothing was ever opened. */
export function evolveConversation(conversation: Conversation | undefined, effects: readonly Effect[]): Conversation | undefined {
  let current = conversation;
  for (const effect of effects) {
    if (effect.type === "open-conversation") current = effect.conversation;
    if (current === undefined) continue;
    if (effect.type === "change-conversation") current = { ...current, ...effect.changes };
    if (effect.type === "rate") current = { ...current, rating: effect.score };
  }
  return current;
}

/** The desk's facts after these effects, so that the next event of the batch sees them. */
export function evolveDesk(facts: DeskFacts, effects: readonly Effect[]): DeskFacts {
  const written = effects.filter((effect) => effect.type === "write-escalation").map((effect) => effect.escalation);
  if (written.length === 0) return facts;
  const before = new Map(facts.escalations.map((escalation) => [escalation.id, escalation]));
  const after = new Map(before);
  for (const escalation of written) after.set(escalation.id, escalation);
  const touched = written.map(({ id }) => ({ before: before.get(id), after: after.get(id) }));
  return {
    ...facts,
    escalations: [...after.values()].filter(({ state }) => state !== "ended"),
    agents: facts.agents.map((agent) => ({
      ...agent,
      load:
        agent.load +
        touched.reduce((sum, change) => sum + holds(change.after, agent.agentId) - holds(change.before, agent.agentId), 0),
      lastAssignedAt: latest(agent.lastAssignedAt, written, agent.agentId),
    })),
  };
}

function holds(escalation: Escalation | undefined, agent: string): number {
  const isHeld = escalation?.agent?.id === agent && (escalation.state === "offered" || escalation.state === "assigned");
  return isHeld ? 1 : 0;
}

function latest(known: number | undefined, written: readonly Escalation[], agent: string): number | undefined {
  const times = written.filter((escalation) => holds(escalation, agent) === 1).map(({ assignedAt }) => assignedAt ?? 0);
  return times.length === 0 ? known : Math.max(known ?? 0, ...times);
}
