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

/** The score of features in the order they were fitted in. */
export function scoreOf(score: Score, features: readonly number[]): number {
  const standard = features.map((value, at) => (value - (score.means[at] ?? 0)) / (score.scales[at] ?? 1));
  let total = score.bias;
  for (const [at, value] of standard.entries()) total += value * (score.linear[at] ?? 0);
  for (const [unit, weights] of score.hidden.entries()) {
    let sum = weights[standard.length] ?? 0;
    for (const [at, value] of standard.entries()) sum += value * (weights[at] ?? 0);
    total += Math.tanh(sum) * (score.outer[unit] ?? 0);
  }
  return total;
}
