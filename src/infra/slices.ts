import { setImmediate } from "node:timers/promises";
import { inTurns, type Steps } from "../core/steps.ts";

/** So long others wait at most, plus one step: shorter than a person or a stream notices. */
const SLICE_MS = 8;

/** Runs long work while requests and streams go on: after each slice everything else that waits has its turn. */
export function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  return inTurns(steps, { turnMs: SLICE_MS, now: () => performance.now(), giveWay });
}

/** Lets everything else that waits have its turn. */
export async function giveWay(): Promise<void> {
  await setImmediate();
}
