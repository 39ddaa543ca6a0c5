import type { NewerLine } from "../../../src/desk/workspace/api.ts";
import type { GuardFinding } from "../../../src/guard/api.ts";
import type { Failure } from "../shared/api.ts";
import type { Asked } from "./asked.ts";

/** What a refused reply asks of its writer; undefined when it was refused for something else. */
export function askedIn(failure: Failure): Asked | undefined {
  if (failure.type !== "problem" || typeof failure.body !== "object" || failure.body === null) return undefined;
  const { body } = failure;
  if ("findings" in body && Array.isArray(body.findings) && body.findings.every(isFinding))
    return { type: "findings", findings: body.findings };
  return "newer" in body && isNewer(body.newer) ? { type: "newer", newer: body.newer } : undefined;
}

function isFinding(value: unknown): value is GuardFinding {
  return typeof value === "object" && value !== null && "kind" in value && "words" in value && "level" in value;
}

function isNewer(value: unknown): value is NewerLine {
  return typeof value === "object" && value !== null && "seq" in value && typeof value.seq === "number" && "at" in value;
}
