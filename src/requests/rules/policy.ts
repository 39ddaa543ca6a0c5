import { DEFAULT_REQUEST_POLICY, type RequestPolicy, type StorePolicy } from "../../core/policy.ts";
import type { DecidesAs, DeskRequest, RequestWish } from "../../core/request.ts";

/** A store's own, or as by default. */
export function requestPolicyOf({ requests }: Pick<StorePolicy, "requests">): RequestPolicy {
  return requests ?? DEFAULT_REQUEST_POLICY;
}

/**
 * Who may answer this wish. Sums up to what the merchant need not be asked for, and everything in stores whose merchant leaves it to the
 * vendor, are the supervisor's; above it, and where it is about something else than money, the merchant decides too, or alone.
 */
export function decidersOf({ merchant, upToFen }: RequestPolicy, { kind, sumFen = 0 }: RequestWish): readonly DecidesAs[] {
  if (merchant === "never" || (kind === "compensation" && sumFen <= upToFen)) return ["supervisor"];
  return merchant === "must" && kind === "compensation" ? ["merchant"] : ["supervisor", "merchant"];
}

/** Whoever writes a reply, as far as what they may promise depends on it. */
export interface Writer {
  readonly isSupervisor: boolean;
  /** Of their own in the roster; absent: none was set. */
  readonly limitFen?: number | undefined;
}

/** How much somebody may promise by themselves, in fen; undefined: as much as they like. A supervisor may what they may grant. */
export function mayPromiseFen(policy: RequestPolicy, { isSupervisor, limitFen }: Writer): number | undefined {
  if (isSupervisor) return policy.merchant === "must" ? policy.upToFen : undefined;
  return limitFen ?? policy.agentLimitFen;
}

/** What was granted of a request, in fen; 0: nothing. */
export function grantedFen({ kind, state, sumFen, decision }: DeskRequest): number {
  return kind === "compensation" && state === "granted" ? (decision?.sumFen ?? sumFen ?? 0) : 0;
}
