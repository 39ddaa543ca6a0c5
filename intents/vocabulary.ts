import type { Steps } from "../src/core/steps.ts";

/**
 * The grams a store has met, as numbers: hash `hashes[i]` (ascending) has the id `ids[i]`. An id once given stays, so that what is
 * kept of an article holds while others come and go. Never changed: whoever reads it keeps what it saw.
 */
export interface Vocabulary {
  readonly hashes: Uint32Array;
  readonly ids: Uint32Array;
}

/** A vocabulary that knows nothing. */
export const NO_VOCABULARY: Vocabulary = { hashes: new Uint32Array(0), ids: new Uint32Array(0) };

/** New grams are sorted in heaps of about this many: a few milliseconds each. */
const PER_HEAP = 16_384;

/** The id of a hashed gram, or -1. */
export function idOf({ hashes, ids }: Vocabulary, hash: number): number {
  const at = findGram(hashes, hash);
  return at < 0 ? -1 : (ids[at] ?? -1);
}

/** The position of a hashed gram among ascending ones, or -1. */
export function findGram(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = hashes[middle] ?? 0;
    if (value === hash) return middle;
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The vocabulary with the grams of further texts; those it has keep their ids. */
export function* withGrams(vocabulary: Vocabulary, texts: readonly Uint32Array[]): Steps<Vocabulary> {
  let grown = vocabulary;
  let heap: number[] = [];
  for (const hashes of texts) {
    for (const hash of hashes) if (findGram(grown.hashes, hash) < 0) heap.push(hash);
    if (heap.length >= PER_HEAP) {
      grown = merge(grown, Uint32Array.from(heap).sort());
      heap = [];
    }
    yield;
  }
  return heap.length === 0 ? grown : merge(grown, Uint32Array.from(heap).sort());
}

/** `added` ascends, holds nothing known, and some grams several times. */
function merge({ hashes, ids }: Vocabulary, added: Uint32Array): Vocabulary {
  const fresh = added.filter((hash, at) => at === 0 || hash !== added[at - 1]);
  const size = hashes.length + fresh.length;
  const merged = { hashes: new Uint32Array(size), ids: new Uint32Array(size) };
  for (let at = 0, old = 0, young = 0; at < size; at += 1) {
    const isOld = young === fresh.length || (old < hashes.length && (hashes[old] ?? 0) < (fresh[young] ?? 0));
    merged.hashes[at] = (isOld ? hashes[old] : fresh[young]) ?? 0;
    merged.ids[at] = isOld ? (ids[old] ?? 0) : hashes.length + young;
    if (isOld) old += 1;
    else young += 1;
  }
  return merged;
}
