/**
 * Long work in short steps: at each `yield` whoever runs it may let others go first. As pure as a function that does it all at
 * once; only how it is run differs.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs it all at once, where nobody else waits. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How a machine takes turns. */
export interface Turns {
  /** So long nobody else has a turn at most, plus one step. */
  readonly turnMs: number;
  /** Milliseconds that only ever rise. */
  now(): number;
  /** Lets everything else that waits have its turn. */
  giveWay(): Promise<void>;
}

/** Runs it while everything else goes on: after each turn all that waits has its own. Short work is done at once. */
export async function inTurns<Result>(steps: Steps<Result>, { turnMs, now, giveWay }: Turns): Promise<Result> {
  let since = now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (now() - since < turnMs) continue;
    await giveWay();
    since = now();
  }
}
