import type { Likeness } from "../src/core/workbench.ts";
import { closeness, embed } from "./embedding.ts";
import { coversMeaning, gramsOf, hashGram, weightOfGram } from "./grams.ts";
import type { FrozenModel } from "./model.ts";
import { normalise } from "./normalise.ts";

/** What is kept of a text to compare it with others. */
interface Studied {
  readonly text: string;
  readonly vector: Float32Array;
  /** Hashed grams, ascending. */
  readonly grams: Uint32Array;
  /** Of `grams`, of length 1. */
  readonly weights: Float32Array;
}

/** The embedding's share; the rest is the grams that both have, for matters that the embedding never met. */
const MEANING = 0.7;
/** So many texts are kept studied; then all are forgotten, and studied anew as they come. */
const MOST_KEPT = 50_000;

/** Compares texts of one store without its knowledge: for putting together what shoppers asked. Each text is studied once. */
export function createLikeness({ embedding }: Pick<FrozenModel, "embedding">): Likeness {
  const kept = new Map<string, Studied>();
  const study = (text: string): Studied => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const normal = normalise(text);
    const studied = { text: normal.text, vector: embed(embedding, normal), ...weighGrams(gramsOf(normal.text, normal.language)) };
    kept.set(text, studied);
    return studied;
  };
  return (a, b) => compare(study(a), study(b));
}

function weighGrams(grams: readonly string[]): Pick<Studied, "grams" | "weights"> {
  const weighed = new Map(grams.filter(coversMeaning).map((gram) => [hashGram(gram), weightOfGram(gram)]));
  const hashes = Uint32Array.from(weighed.keys()).sort();
  const weights = Float32Array.from(hashes, (hash) => weighed.get(hash) ?? 0);
  const length = Math.hypot(...weights) || 1;
  return { grams: hashes, weights: weights.map((weight) => weight / length) };
}

function compare(a: Studied, b: Studied): number {
  if (a.text === b.text) return 1;
  return MEANING * Math.max(0, closeness(a.vector, b.vector)) + (1 - MEANING) * sharedGrams(a, b);
}

function sharedGrams(a: Studied, b: Studied): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.grams.length && j < b.grams.length;) {
    const left = a.grams[i] ?? 0;
    const right = b.grams[j] ?? 0;
    if (left === right) {
      sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
      i += 1;
      j += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  return sum;
}
