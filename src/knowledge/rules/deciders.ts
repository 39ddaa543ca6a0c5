import type { Principal } from "../../accounts/rules.ts";
import type { StoreId } from "../../core/ids.ts";

/** A proposal, as far as who decides about it depends on it. */
export interface Decidable {
  readonly storeId: StoreId;
  /** Who made it. */
  readonly createdBy: { readonly id: string };
}

/**
 * Whether this person decides about a proposal: a supervisor or admin of its store, or a merchant who may for this store. No merchant
 * decides about their own: two pairs of eyes see everything that the bot will say.
 */
export function decidesAbout(principal: Principal, { storeId, createdBy }: Decidable): boolean {
  const { role, stores, approves = [], userId } = principal;
  if (role === "supervisor" || role === "admin") return stores.includes(storeId);
  return role === "merchant" && approves.includes(storeId) && createdBy.id !== userId;
}

/** Which proposals somebody sees: those of `all`, and their own (`by`) everywhere else. */
export interface SeenProposals {
  readonly all: readonly StoreId[];
  readonly by: string;
}

/** Supervisors and admins see all of their stores; merchants those of the stores they decide for, and what they proposed; agents what they proposed. */
export function seenBy({ role, stores, approves = [], userId }: Principal): SeenProposals {
  if (role === "supervisor" || role === "admin") return { all: stores, by: userId };
  return { all: role === "merchant" ? approves : [], by: userId };
}
