import { z } from "zod";

/** A small fitted function of some features: a linear part, and a few hidden units for what is not linear. */
export interface Score {
  /** Subtracted from each feature, and what it is divided by then. */
  readonly means: readonly number[];
  readonly scales: readonly number[];
  readonly linear: readonly number[];
  readonly bias: number;
  /** One row of weights a hidden unit, its bias last. */
  readonly hidden: readonly (readonly number[])[];
  readonly outer: readonly number[];
}

export const scoreFile = z.object({
  means: z.array(z.number()),
  scales: z.array(z.number()),
  linear: z.array(z.number()),
  bias: z.number(),
  hidden: z.array(z.array(z.number())),
  outer: z.array(z.number()),
});

/** A feature further from the usual than so many deviations says no more than one that is just as far. */
const FARTHEST = 4;

/** A feature in deviations from its mean. */
export function standardised(value: number, { mean, scale }: { readonly mean: number; readonly scale: number }): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, (value - mean) / scale));
}

/** The score of features in the order they were fitted in. */
export function scoreOf(score: Score, features: readonly number[]): number {
  const standard = features.map((value, at) => standardised(value, { mean: score.means[at] ?? 0, scale: score.scales[at] ?? 1 }));
  let total = score.bias;
  for (const [at, value] of standard.entries()) total += value * (score.linear[at] ?? 0);
  for (const [unit, weights] of score.hidden.entries()) {
    let sum = weights[standard.length] ?? 0;
    for (const [at, value] of standard.entries()) sum += value * (weights[at] ?? 0);
    total += Math.tanh(sum) * (score.outer[unit] ?? 0);
  }
  return total;
}
