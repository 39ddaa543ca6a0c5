import { blockAt } from "./blocks.ts";
import type { StoreIndex } from "./store-index.ts";

/** One way of asking, ready to be compared with others. */
export interface Phrase {
  readonly article: number;
  readonly isEnglish: boolean;
  /** The normalised text, for exact matches. */
  readonly text: string;
  /** Hashed grams, ascending. */
  readonly hashes: Uint32Array;
  /** Their ids in the store's vocabulary. */
  readonly ids: Uint32Array;
  /** tf-idf weights of the grams, of length 1. */
  readonly weights: Float64Array;
  /** What it means, of length 1. */
  readonly vector: Float32Array;
}

/** What of an index a phrasing is read from. */
type Phrasings = Pick<StoreIndex, "studies" | "ids" | "blocks" | "phrases" | "firstPhrase" | "articleOf" | "idf" | "lengths">;

/** A store's phrasing by its place in the index. Throws when there is none. */
export function phraseAt(index: Phrasings, place: number): Phrase {
  const article = index.articleOf[place];
  const study = article === undefined ? undefined : index.studies[article];
  const text = index.phrases[place];
  if (article === undefined || study === undefined || text === undefined)
    throw new Error(`the index has ${index.phrases.length} phrasings, not ${place + 1}`);
  const own = place - (index.firstPhrase[article] ?? 0);
  const [from, to] = [study.grams.starts[own], study.grams.starts[own + 1]];
  const ids = (index.ids[article] ?? new Uint32Array(0)).subarray(from, to);
  const weights = new Float64Array(ids.length);
  const length = index.lengths[place] ?? 1;
  for (let at = 0; at < weights.length; at += 1) weights[at] = (index.idf[ids[at] ?? 0] ?? 0) / length;
  const { vectors, texts, phrase: first } = blockAt(index.blocks, place, "phrase");
  const dimensions = vectors.length / texts.length;
  return {
    article,
    isEnglish: text.isEnglish,
    text: text.text,
    hashes: study.grams.hashes.subarray(from, to),
    ids,
    weights,
    vector: vectors.subarray((place - first) * dimensions, (place - first + 1) * dimensions),
  };
}

/** The cosine of two phrasings by their grams: both ascend and have length 1. */
export function cosine(a: Phrase, b: Phrase): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.hashes.length && j < b.hashes.length;) {
    const left = a.hashes[i] ?? 0;
    const right = b.hashes[j] ?? 0;
    if (left === right) {
      sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
      i += 1;
      j += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  return sum;
}
