import type { Engine, Guess } from "./intents-engines.ts";
import type { IntentSet, Labelled } from "./intents-set.ts";
import { memoryNow } from "./memory.ts";

/** Shares are 0..1. What needs texts of no label is undefined where there are none, or where the accuracy is never reached. */
export interface IntentFigures {
  readonly engine: string;
  readonly accuracy: number;
  /** Share of texts of no label that are turned down, with as many turned down as leaves this much accuracy in scope. */
  readonly outOfScopeRecall?: number | undefined;
  readonly auroc?: number | undefined;
  /** The largest share of texts, the surest first, of which 95 % are right. */
  readonly coverage: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Heap and typed arrays held after training, above what was held before. */
  readonly memoryMb: number;
  readonly trainingS: number;
}

const IN_SCOPE_ACCURACY = 0.88;
const PRECISION = 0.95;
const WARM_UP = 200;

/** Trains an engine on a set and asks it every test text, one after the other. */
export async function measureEngine(engine: Engine, set: IntentSet): Promise<IntentFigures> {
  const before = heldMb();
  const started = performance.now();
  const classify = await engine.learn(set);
  const trainingS = (performance.now() - started) / 1_000;
  const memoryMb = heldMb() - before;
  // What is slow only because it runs for the first time is not what a shopper waits for.
  for (const { text } of set.train.slice(0, WARM_UP)) await classify(text);
  const asked = async (texts: readonly Labelled[]): Promise<readonly Asked[]> => {
    const all: Asked[] = [];
    for (const { text, label } of texts) {
      const begun = performance.now();
      const guess = await classify(text);
      all.push({ ...guess, isRight: guess.label === label, ms: performance.now() - begun });
    }
    return all;
  };
  const inScope = await asked(set.test);
  const outside = await asked(set.outOfScope);
  const ms = inScope.map((one) => one.ms).sort((a, b) => a - b);
  return {
    engine: engine.name,
    accuracy: round(inScope.filter(({ isRight }) => isRight).length / inScope.length),
    ...(outside.length === 0 ? {} : { outOfScopeRecall: turnedDown(inScope, outside), auroc: round(auroc(inScope, outside)) }),
    coverage: round(coverageAt(PRECISION, inScope)),
    p50Ms: round(ms[Math.floor(0.5 * ms.length)] ?? 0),
    p99Ms: round(ms[Math.floor(0.99 * ms.length)] ?? 0),
    memoryMb: round(memoryMb),
    trainingS: round(trainingS),
  };
}

interface Asked extends Guess {
  readonly isRight: boolean;
  readonly ms: number;
}

/** Out-of-scope recall at the highest threshold that leaves IN_SCOPE_ACCURACY. */
function turnedDown(inScope: readonly Asked[], outside: readonly Asked[]): number | undefined {
  const right = inScope.filter(({ isRight }) => isRight).map(({ score }) => score);
  const needed = Math.ceil(IN_SCOPE_ACCURACY * inScope.length);
  const threshold = right.sort((a, b) => b - a)[needed - 1];
  if (threshold === undefined) return undefined;
  return round(outside.filter(({ score }) => score < threshold).length / outside.length);
}

/** The chance that a text in scope scores higher than one outside; a tie is half a win. */
function auroc(inScope: readonly Asked[], outside: readonly Asked[]): number {
  const others = Float64Array.from(outside, ({ score }) => score).sort();
  let wins = 0;
  for (const { score } of inScope) wins += (countBelow(others, score, "below") + countBelow(others, score, "at-most")) / 2;
  return wins / (inScope.length * outside.length);
}

function countBelow(sorted: Float64Array, limit: number, mode: "below" | "at-most"): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value < limit || (mode === "at-most" && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function coverageAt(precision: number, asked: readonly Asked[]): number {
  const surest = [...asked].sort((a, b) => b.score - a.score);
  let right = 0;
  let covered = 0;
  surest.forEach((one, at) => {
    if (one.isRight) right += 1;
    // Equal scores are answered together or not at all.
    if (one.score !== surest[at + 1]?.score && right >= precision * (at + 1)) covered = at + 1;
  });
  return covered / asked.length;
}

function heldMb(): number {
  const { heapMb, externalMb } = memoryNow();
  return heapMb + externalMb;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
