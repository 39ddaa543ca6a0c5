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
  const { means, scales, linear, bias, hidden, outer } = score;
  const standard = features.map((value, at) => standardised(value, { mean: means[at] ?? 0, scale: scales[at] ?? 1 }));
  let total = bias;
  for (let at = 0; at < standard.length; at += 1) total += (standard[at] ?? 0) * (linear[at] ?? 0);
  for (let unit = 0; unit < hidden.length; unit += 1) {
    const weights = hidden[unit] ?? [];
    let sum = weights[standard.length] ?? 0;
    for (let at = 0; at < standard.length; at += 1) sum += (standard[at] ?? 0) * (weights[at] ?? 0);
    total += Math.tanh(sum) * (outer[unit] ?? 0);
  }
  return total;
}
