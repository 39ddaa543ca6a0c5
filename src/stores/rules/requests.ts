import type { RequestPolicy } from "../../core/policy.ts";
import type { StoreFile } from "../rules.ts";

/** Who answers requests, as a store file writes it, as it is kept: only what it names. */
export function keptRequests(file: NonNullable<StoreFile["requests"]>): Partial<RequestPolicy> {
  const { merchant, upToYuan, dueMinutes, agentLimitYuan } = file;
  return {
    ...(merchant === undefined ? {} : { merchant }),
    ...(upToYuan === undefined ? {} : { upToFen: upToYuan * 100 }),
    ...(dueMinutes === undefined ? {} : { dueMs: dueMinutes * 60_000 }),
    ...(agentLimitYuan === undefined ? {} : { agentLimitFen: agentLimitYuan * 100 }),
  };
}
