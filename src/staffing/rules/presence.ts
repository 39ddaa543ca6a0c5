import type { AgentStatus } from "./roster.ts";

/** How an agent stands to whom nothing should be offered while their console is closed: ready, but nobody is there. */
export function statusSeen(status: AgentStatus, isAbsent: boolean): AgentStatus {
  return status === "ready" && isAbsent ? "away" : status;
}
