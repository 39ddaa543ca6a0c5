import { setImmediate } from "node:timers/promises";
import type { Steps } from "../src/core/steps.ts";

/** So long nobody else has a turn at most, plus one step. */
const TURN_MS = 5;

/** Runs long work while everything else goes on; short work is done at once. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < TURN_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}
