/** What an answer would risk: from which confidence on it would be given, and whether it would be wrong. */
export interface Stake {
  /** The question is answered when the threshold is at most this; absent: whatever the threshold, it is not answered. */
  readonly answeredUpTo?: number | undefined;
  readonly isWrong: boolean;
}

/** Thresholds are looked for in steps of a hundredth: finer than anybody can tell apart. */
const STEPS = 100;

/**
 * The lowest threshold, 0..1, under which the expected share of questions answered wrongly is at most `share`: conformal risk
 * control (Angelopoulos, Bates, Fisch, Lei and Schuster 2022, “Conformal Risk Control”, theorem 1) with a loss of 1 for a wrong
 * answer. The promise holds for a next question that comes as these came, on average over what might have been sampled.
 * Undefined when no threshold keeps it: too few questions, or too many certain ones are wrong.
 */
export function controlledThreshold(stakes: readonly Stake[], share: number): number | undefined {
  const wrong = stakes.flatMap(({ answeredUpTo, isWrong }) => (isWrong && answeredUpTo !== undefined ? [answeredUpTo] : []));
  for (let step = 0; step <= STEPS; step += 1) {
    const threshold = step / STEPS;
    const losses = wrong.filter((upTo) => upTo >= threshold).length;
    if ((losses + 1) / (stakes.length + 1) <= share) return threshold;
  }
  return undefined;
}
