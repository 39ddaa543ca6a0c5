import type { Role } from "../../desk/api.ts";
import type { Principal } from "../rules.ts";

/** Long enough for a weekend, short enough for a link that lies in a chat. */
export const VALID_FOR_MS = 72 * 3_600_000;
/** Invitations that one person may have open at a time. */
export const MOST_OPEN = 100;

/** Whom somebody wants to invite. */
export interface Wanted {
  readonly role: Role;
  readonly stores: readonly string[];
  /** The agent they would work as; `stores` absent: this agent may serve every store. */
  readonly agent?: { readonly stores?: readonly string[] | undefined } | undefined;
}

export interface InvitationFault {
  readonly field: string;
  readonly remedy: string;
}

/**
 * Why somebody may not invite so; undefined when they may. Admins may invite anybody. Supervisors invite agents, to stores of their
 * own, and as nobody who serves others: whoever works as an agent sees this agent's stores.
 */
export function faultInInvitation(inviter: Principal, { role, stores, agent }: Wanted): InvitationFault | undefined {
  if (inviter.role === "admin") return undefined;
  if (inviter.role !== "supervisor" || role !== "agent") return { field: "role", remedy: "agent: only admins invite others" };
  const isOwn = (store: string): boolean => inviter.stores.some((own) => own === store);
  const foreign = stores.findIndex((store) => !isOwn(store));
  if (foreign >= 0) return { field: `stores.${foreign}`, remedy: "the id of a store that exists" };
  if (stores.length === 0 && agent === undefined) return { field: "stores", remedy: "at least one store of yours" };
  if (agent !== undefined && !(agent.stores !== undefined && agent.stores.length > 0 && agent.stores.every(isOwn)))
    return { field: "agentId", remedy: "an agent who serves no other stores than yours; ask an admin for others" };
  return undefined;
}
