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
