import type { Effect } from "../../core/decision.ts";
import type { AgentId } from "../../core/ids.ts";
import type { DeskFacts } from "./desk-facts.ts";

/** Who takes something by their own act is there: missed offers are forgotten, and nobody who is offline has work. */
export function backAtWork({ agents }: Pick<DeskFacts, "agents">, agent: AgentId): readonly Effect[] {
  const state = agents.find(({ agentId }) => agentId === agent);
  const changes = {
    ...(state?.status === "offline" ? { status: "ready" as const, was: "offline" as const } : {}),
    ...((state?.missedOffers ?? 0) > 0 ? { missedOffers: 0 } : {}),
  };
  return Object.keys(changes).length === 0 ? [] : [{ type: "change-agent", agentId: agent, changes }];
}
