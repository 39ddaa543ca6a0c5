import { setImmediate } from "node:timers/promises";
import { inTurns, type Steps } from "../src/core/steps.ts";

/** Messages wait behind it: shorter than the slices of what people wait for at a console. */
const TURN_MS = 5;

/** Learns and compares while everything else goes on. */
export function inShortTurns<Result>(steps: Steps<Result>): Promise<Result> {
  return inTurns(steps, { turnMs: TURN_MS, now: () => performance.now(), giveWay: () => setImmediate() });
}
