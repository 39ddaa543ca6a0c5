import type { Reason } from "../../core/decision.ts";
import type { RequestPolicy } from "../../core/policy.ts";
import type { DeskRequest } from "../../core/request.ts";
import type { Finding } from "../../guard/rules/finding.ts";
import { inYuan } from "../../routing/rules/compensation.ts";
import { grantedFen, mayPromiseFen, type Writer } from "./policy.ts";
import { sumsPromised, type PromisedSum } from "./sums.ts";

export interface PromiseFacts {
  readonly policy: RequestPolicy;
  readonly writer: Writer;
  /** All of the conversation. */
  readonly requests: readonly DeskRequest[];
}

/** The sums that a reply promises above what its writer may, and that nobody granted in this conversation. They are never sent. */
export function findPromises(text: string, { policy, writer, requests }: PromiseFacts): readonly Finding[] {
  const own = mayPromiseFen(policy, writer);
  if (own === undefined) return [];
  const mayFen = Math.max(own, grantedFen(requests));
  return sumsPromised(text)
    .filter(({ fen }) => fen > mayFen)
    .map(({ words, fen }): Finding => ({ kind: "compensation", words, level: "block", sum: { fen, mayFen } }));
}

/** The largest sum of a reply that may go out only because it was granted, or because a supervisor writes it; undefined: none. */
export function promisedAbove(text: string, limitFen: number): PromisedSum | undefined {
  return sumsPromised(text)
    .filter(({ fen }) => fen > limitFen)
    .toSorted((a, b) => b.fen - a.fen)[0];
}

/** Why words with such a finding do not go out. */
export function aboveLimit(words: string, { mayFen }: NonNullable<Finding["sum"]>): Reason {
  return { code: "refused-above-limit", values: { words, most: inYuan(mayFen) } };
}
