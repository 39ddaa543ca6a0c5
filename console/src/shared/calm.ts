/** Where time comes from; tests give their own. */
export interface Timing {
  now(): number;
  /** Calls back after so long; returns how to call it off. */
  after(ms: number, act: () => void): () => void;
}

const browserTiming: Timing = {
  now: () => Date.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Does `act` when asked, at most once in `everyMs`: asked more often it is done once more at the end of that time, so that a storm of
 * events neither floods the server nor leaves the page behind.
 */
export function calmly(act: () => void, everyMs: number, timing: Timing = browserTiming) {
  let last = Number.NEGATIVE_INFINITY;
  let callOff: (() => void) | undefined;
  const run = (): void => {
    callOff = undefined;
    last = timing.now();
    act();
  };
  return {
    ask: (): void => {
      if (callOff !== undefined) return;
      const left = last + everyMs - timing.now();
      if (left <= 0) run();
      else callOff = timing.after(left, run);
    },
    stop: (): void => callOff?.(),
  };
}
