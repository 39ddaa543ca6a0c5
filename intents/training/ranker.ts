import { standardised, type Score } from "../score.ts";
import { createChance } from "./chance.ts";

/** One question: features of each candidate, which of them would have been right, and features of “none of them”. */
export interface RankedQuestion {
  readonly candidates: readonly { readonly features: readonly number[]; readonly isRight: boolean }[];
  readonly nobody: readonly number[];
  /** No article is needed, or a person is as right: “none of them” is acceptable. */
  readonly isNobodyRight: boolean;
  readonly weight: number;
}

export interface RankerSettings {
  readonly hidden: number;
  readonly penalty: number;
  readonly rounds: number;
  readonly rate: number;
}

export const RANKER_SETTINGS: RankerSettings = { hidden: 16, penalty: 0.02, rounds: 300, rate: 0.02 };

export interface Ranker {
  readonly candidate: Score;
  readonly nobody: Score;
}

interface Layout {
  readonly size: number;
  readonly hidden: number;
}

/**
 * Fits the two scores so that the softmax over a question's candidates and “none of them” gives the right ones: conditional
 * logit (McFadden 1974) with a few hidden units, full-batch Adam (Kingma 2015). The same questions give the same scores.
 */
export function fitRanker(questions: readonly RankedQuestion[], settings: RankerSettings = RANKER_SETTINGS): Ranker {
  const one = standardise(questions.flatMap(({ candidates }) => candidates.map(({ features }) => features)));
  const none = standardise(questions.map(({ nobody }) => nobody));
  const chance = createChance(99);
  const layout = {
    candidate: { size: one.means.length, hidden: settings.hidden },
    nobody: { size: none.means.length, hidden: 0 },
  };
  const count = lengthOf(layout.candidate) + lengthOf(layout.nobody);
  const weights = Float64Array.from({ length: count }, () => (chance() - 0.5) * 0.1);
  const ready = questions.map((question) => ({
    ...question,
    candidates: question.candidates.map(({ features, isRight }) => ({ features: one.apply(features), isRight })),
    nobody: none.apply(question.nobody),
  }));
  descend(weights, ready, { layout, settings });
  const candidate = toScore(weights.subarray(0, lengthOf(layout.candidate)), layout.candidate, one);
  return { candidate, nobody: toScore(weights.subarray(lengthOf(layout.candidate)), layout.nobody, none) };
}

interface Standard {
  readonly means: readonly number[];
  readonly scales: readonly number[];
  apply(features: readonly number[]): readonly number[];
}

function standardise(rows: readonly (readonly number[])[]): Standard {
  const size = rows[0]?.length ?? 0;
  const column = (at: number): number[] => rows.map((row) => row[at] ?? 0);
  const means = Array.from({ length: size }, (_, at) => average(column(at)));
  const scales = means.map((mean, at) => Math.sqrt(average(column(at).map((value) => (value - mean) ** 2))) || 1);
  return {
    means,
    scales,
    apply: (features) => features.map((value, at) => standardised(value, { mean: means[at] ?? 0, scale: scales[at] ?? 1 })),
  };
}

function average(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total / Math.max(1, values.length);
}

/** Linear weights, their bias, then for each hidden unit its weights, its bias and its outer weight. */
function lengthOf({ size, hidden }: Layout): number {
  return size + 1 + hidden * (size + 2);
}

interface Fitting {
  readonly layout: { readonly candidate: Layout; readonly nobody: Layout };
  readonly settings: RankerSettings;
}

function descend(weights: Float64Array, questions: readonly RankedQuestion[], { layout, settings }: Fitting): void {
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  const split = lengthOf(layout.candidate);
  for (let round = 1; round <= settings.rounds; round += 1) {
    const gradient = new Float64Array(weights.length);
    const parts = {
      candidate: { layout: layout.candidate, weights: weights.subarray(0, split), gradient: gradient.subarray(0, split) },
      nobody: { layout: layout.nobody, weights: weights.subarray(split), gradient: gradient.subarray(split) },
    };
    let total = 0;
    for (const question of questions) {
      addGradient(question, parts);
      total += question.weight;
    }
    for (let at = 0; at < weights.length; at += 1) {
      const slope = (gradient[at] ?? 0) / total + settings.penalty * (weights[at] ?? 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.99 * (second[at] ?? 0) + 0.01 * slope * slope;
      const step = (first[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) - settings.rate * step;
    }
  }
}

interface Part {
  readonly layout: Layout;
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
}

function addGradient(question: RankedQuestion, { candidate, nobody }: { readonly candidate: Part; readonly nobody: Part }): void {
  const options = [
    ...question.candidates.map(({ features, isRight }) => ({ features, isRight, part: candidate })),
    { features: question.nobody, isRight: question.isNobodyRight, part: nobody },
  ];
  if (!options.some(({ isRight }) => isRight)) return;
  const scored = options.map((option) => ({ ...option, ...evaluate(option.part, option.features) }));
  const highest = Math.max(...scored.map(({ score }) => score));
  const odds = scored.map(({ score }) => Math.exp(score - highest));
  const total = odds.reduce((sum, value) => sum + value, 0);
  const right = scored.reduce((sum, { isRight }, at) => sum + (isRight ? (odds[at] ?? 0) : 0), 0);
  scored.forEach(({ part, features, isRight, units }, at) => {
    const share = (odds[at] ?? 0) / total;
    const error = (share - (isRight ? (odds[at] ?? 0) / right : 0)) * question.weight;
    if (Math.abs(error) > 1e-6) backward(part, { features, units, error });
  });
}

function evaluate({ layout: { size, hidden }, weights }: Part, features: readonly number[]) {
  let score = weights[size] ?? 0;
  for (let at = 0; at < size; at += 1) score += (features[at] ?? 0) * (weights[at] ?? 0);
  const units: number[] = [];
  for (let unit = 0; unit < hidden; unit += 1) {
    const from = size + 1 + unit * (size + 2);
    let sum = weights[from + size] ?? 0;
    for (let at = 0; at < size; at += 1) sum += (features[at] ?? 0) * (weights[from + at] ?? 0);
    const value = Math.tanh(sum);
    units.push(value);
    score += value * (weights[from + size + 1] ?? 0);
  }
  return { score, units };
}

interface Backward {
  readonly features: readonly number[];
  readonly units: readonly number[];
  readonly error: number;
}

function backward({ layout: { size }, weights, gradient }: Part, { features, units, error }: Backward): void {
  for (let at = 0; at < size; at += 1) gradient[at] = (gradient[at] ?? 0) + error * (features[at] ?? 0);
  gradient[size] = (gradient[size] ?? 0) + error;
  for (const [unit, value] of units.entries()) {
    const from = size + 1 + unit * (size + 2);
    gradient[from + size + 1] = (gradient[from + size + 1] ?? 0) + error * value;
    const inner = error * (weights[from + size + 1] ?? 0) * (1 - value * value);
    for (let at = 0; at < size; at += 1) gradient[from + at] = (gradient[from + at] ?? 0) + inner * (features[at] ?? 0);
    gradient[from + size] = (gradient[from + size] ?? 0) + inner;
  }
}

function toScore(weights: Float64Array, { size, hidden }: Layout, { means, scales }: Standard): Score {
  const round = (value: number): number => Number(value.toFixed(5));
  const part = (from: number, length: number): number[] => Array.from(weights.subarray(from, from + length), round);
  const starts = Array.from({ length: hidden }, (_, unit) => size + 1 + unit * (size + 2));
  return {
    means: means.map(round),
    scales: scales.map(round),
    linear: part(0, size),
    bias: round(weights[size] ?? 0),
    hidden: starts.map((from) => part(from, size + 1)),
    outer: starts.map((from) => round(weights[from + size + 1] ?? 0)),
  };
}
