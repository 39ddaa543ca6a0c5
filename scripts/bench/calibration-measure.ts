import { calibrated, fitCalibration, type Observed } from "../../src/answering/rules/calibration.ts";
import { observedIn, stakesOf, tallyOf, type Case } from "../../src/answering/rules/cases.ts";
import { controlledThreshold } from "../../src/answering/rules/risk.ts";
import { DEFAULT_THRESHOLDS, type Thresholds } from "../../src/core/policy.ts";
import { reliabilityOf } from "./reliability.ts";

/** Shares of all questions, 0..1. */
export interface Ended {
  readonly answeredRight: number;
  readonly answeredWrong: number;
  readonly askedBack: number;
}

/** How questions end together, each under the thresholds of its store. */
export function endTogether(stores: readonly { readonly cases: readonly Case[]; readonly thresholds: Thresholds }[]): Ended {
  const tallies = stores.map(({ cases, thresholds }) => tallyOf(cases, thresholds));
  const share = (of: (tally: (typeof tallies)[number]) => number): number =>
    sum(tallies.map(of)) / Math.max(1, sum(tallies.map(({ questions }) => questions)));
  return {
    answeredRight: share((tally) => tally.answeredRight),
    answeredWrong: share((tally) => tally.answeredWrong),
    askedBack: share((tally) => tally.askedBack),
  };
}

/** The threshold that these questions ask for, all else by default; 1 when none keeps the share. */
export function thresholdsFrom(cases: readonly Case[], share: number): Thresholds {
  return { ...DEFAULT_THRESHOLDS, answer: controlledThreshold(stakesOf(cases, DEFAULT_THRESHOLDS), share) ?? 1 };
}

/** Ways to say what a confidence is worth, from labelled questions. */
export const WAYS = {
  "as it is": () => (confidence: number) => confidence,
  platt: (seen: readonly Observed[]) => {
    const calibration = fitCalibration(seen);
    return (confidence: number) => calibrated(confidence, calibration);
  },
  isotonic: fitIsotonic,
} as const;
export type Way = keyof typeof WAYS;

/** Expected calibration error and Brier score of a way, fitted on `count` of the questions and measured on the others, on average. */
export function measureWay(cases: readonly Case[], { way, count, rounds, chance }: WayAsked) {
  const all = observedIn(cases);
  let [ece, brier] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const order = mixed(all, chance);
    const worth = WAYS[way](order.slice(0, count));
    const told = order.slice(count).map(({ confidence, isRight }) => ({ confidence: worth(confidence), isRight }));
    const reliability = reliabilityOf(told, BINS);
    ece += reliability.ece / rounds;
    brier += reliability.brier / rounds;
  }
  return { way, count, ece, brier };
}

export interface WayAsked {
  readonly way: Way;
  readonly count: number;
  readonly rounds: number;
  readonly chance: () => number;
}

const BINS = 10;

/**
 * The non-decreasing steps nearest to what happened, by pooling adjacent violators (Ayer et al. 1955; Zadrozny and Elkan 2002). Only
 * compared here: it needs more questions than stores have.
 */
export function fitIsotonic(seen: readonly Observed[]): (confidence: number) => number {
  const rising = [...seen].sort((a, b) => a.confidence - b.confidence);
  const blocks: { upTo: number; count: number; mean: number }[] = [];
  for (const { confidence, isRight } of rising) {
    let block = { upTo: confidence, count: 1, mean: isRight ? 1 : 0 };
    for (let last = blocks.at(-1); last !== undefined && last.mean >= block.mean; last = blocks.at(-1)) {
      blocks.pop();
      const count = last.count + block.count;
      block = { upTo: block.upTo, count, mean: (last.mean * last.count + block.mean * block.count) / count };
    }
    blocks.push(block);
  }
  return (confidence) => (blocks.find(({ upTo }) => confidence <= upTo) ?? blocks.at(-1))?.mean ?? confidence;
}

/** The same things in an order of chance. */
export function mixed<T>(things: readonly T[], chance: () => number): readonly T[] {
  const order = things.map((thing) => ({ thing, at: chance() }));
  return order.sort((a, b) => a.at - b.at).map(({ thing }) => thing);
}

/** Pearson's: how far two numbers of each store rise together, −1..1. */
export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]): number => sum(values) / values.length;
  const [a, b] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const spread = (of: (pair: readonly [number, number]) => number): number => Math.sqrt(sum(pairs.map((pair) => of(pair) ** 2)));
  return sum(pairs.map(([x, y]) => (x - a) * (y - b))) / (spread(([x]) => x - a) * spread(([, y]) => y - b));
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
