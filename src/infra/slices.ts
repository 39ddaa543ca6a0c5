import { setImmediate } from "node:timers/promises";
import type { Steps } from "../core/steps.ts";

/** So long others wait at most, plus one step: shorter than a person or a stream notices. */
const SLICE_MS = 8;

/** Runs long work while requests and streams go on: after each slice everything else that waits has its turn. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await giveWay();
    since = performance.now();
  }
}

/** Lets everything else that waits have its turn. */
export async function giveWay(): Promise<void> {
  await setImmediate();
}
