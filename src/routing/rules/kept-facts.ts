import type { Decision } from "../../core/decision.ts";
import type { DeskIncoming } from "../../core/incoming.ts";
import type { DeskFacts } from "./desk-facts.ts";

/** With so few escalations and agents, all are kept, and the decision can be made again. */
const MOST_KEPT_WHOLE = 60;

/** The facts that are kept with a decision; of a full desk only those it touched or considered. */
export interface KeptFacts extends DeskFacts {
  /** How many there were; absent where all were kept. */
  readonly partOf?: { readonly escalations: number; readonly agents: number } | undefined;
}

/**
 * What is kept of the desk's facts. Hundreds that are open are in each decision's facts, and few are in its outcome: kept whole, they
 * would be most of what the database holds.
 */
export function keptOf(facts: DeskFacts, incoming: DeskIncoming, { effects, reasons }: Decision): KeptFacts {
  const partOf = { escalations: facts.escalations.length, agents: facts.agents.length };
  if (partOf.escalations + partOf.agents <= MOST_KEPT_WHOLE) return facts;
  const conversation = "conversationId" in incoming ? incoming.conversationId : undefined;
  const written = effects.flatMap((effect) => (effect.type === "write-escalation" ? [effect.escalation] : []));
  const touched = new Set(written.map(({ id }) => id));
  const escalations = facts.escalations.filter(({ id, conversationId }) => touched.has(id) || conversationId === conversation);
  const named = new Set<string>([
    ...[...written, ...escalations].flatMap(({ agent }) => agent?.id ?? []),
    ...effects.flatMap((effect) => (effect.type === "change-agent" ? [effect.agentId] : [])),
    ...("agent" in incoming ? [incoming.agent.id] : []),
    ...("to" in incoming && "id" in incoming.to ? [incoming.to.id] : []),
  ]);
  // `id:standing,id:standing`
  const considered = reasons.map(({ values }) => `,${String(values["candidates"] ?? "")}`).join("");
  const agents = facts.agents.filter(({ agentId }) => named.has(agentId) || considered.includes(`,${agentId}:`));
  return { ...facts, escalations, agents, partOf };
}
