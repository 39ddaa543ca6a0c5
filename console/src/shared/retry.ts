/** A failure as far as this asks: the whole type brings the browser's with it, and rules are tested without one. */
interface Failed {
  readonly type: "unconfirmed" | "signed-out" | "problem";
  readonly problem?: { readonly status: number };
}

const FIRST_MS = 3_000;
const LONGEST_MS = 30_000;
/** What a server says, or what stands before it, that will be back in a moment. */
const PASSING: readonly number[] = [502, 503, 504];

/** How long to wait before something is read again by itself that could not be read `tries` times; undefined: that would not help. */
export function readAgainAfter({ type, problem }: Failed, tries: number): number | undefined {
  const passes = type === "unconfirmed" || (problem !== undefined && PASSING.includes(problem.status));
  return passes ? Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS) : undefined;
}
