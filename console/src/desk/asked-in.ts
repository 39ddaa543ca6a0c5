import type { Failure } from "../shared/api.ts";
import type { ProblemTo } from "../shared/calls.ts";
import type { Asked } from "./asked.ts";

/** How a reply may be refused. */
export type ReplyRefusal = ProblemTo<"post /api/console/conversations/{id}/reply">;

/** What a refused reply asks of its writer; undefined when it was refused for something else. */
export function askedIn(failure: Failure<ReplyRefusal>): Asked | undefined {
  const { findings, newer } = (failure.type === "problem" ? failure.told : undefined) ?? {};
  if (findings !== undefined) return { type: "findings", findings };
  return newer === undefined ? undefined : { type: "newer", newer };
}
