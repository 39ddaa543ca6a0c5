import { z } from "zod";
import { DEFAULT_REQUEST_POLICY, type RequestPolicy } from "../../core/policy.ts";

const fen = z.int().min(0);
const kept = z.object({
  merchant: z.enum(["never", "may", "must"]).optional(),
  upToFen: fen.optional(),
  dueMs: z.int().min(60_000).optional(),
  agentLimitFen: fen.optional(),
});

/** Who answers requests, as kept with the store; what is not named is as by default. */
export function readRequestPolicy(stored: unknown): RequestPolicy {
  const { agentLimitFen, ...said } = kept.parse(stored);
  return {
    merchant: said.merchant ?? DEFAULT_REQUEST_POLICY.merchant,
    upToFen: said.upToFen ?? DEFAULT_REQUEST_POLICY.upToFen,
    dueMs: said.dueMs ?? DEFAULT_REQUEST_POLICY.dueMs,
    ...(agentLimitFen === undefined ? {} : { agentLimitFen }),
  };
}
