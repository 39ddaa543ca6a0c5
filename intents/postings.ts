import type { StudiedArticle } from "./study.ts";
import { findGram } from "./vocabulary.ts";

/** Which phrasings have which gram. Those with gram `grams[i]` (ids, ascending) are at `starts[i]` to `starts[i + 1]` of `postings`. */
export interface Inverted {
  readonly grams: Uint32Array;
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
}

/** A gram and a phrasing as one number: exact, as phrasings of a block are far fewer. */
const PER_GRAM = 2 ** 20;

/** Inverts a few articles; `allIds` are those of their grams. Phrasings are counted from the first of them. */
export function invertBlock(studies: readonly StudiedArticle[], allIds: readonly Uint32Array[]): Inverted {
  const pairs = pairsOf(studies, allIds).sort();
  const grams = new Uint32Array(countGrams(pairs));
  const starts = new Uint32Array(grams.length + 1);
  const postings = new Uint32Array(pairs.length);
  let count = 0;
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at] ?? 0;
    const gram = Math.floor(pair / PER_GRAM);
    postings[at] = pair - gram * PER_GRAM;
    if (count === 0 || grams[count - 1] !== gram) {
      grams[count] = gram;
      count += 1;
    }
    starts[count] = at + 1;
  }
  return { grams, starts, postings };
}

function pairsOf(studies: readonly StudiedArticle[], allIds: readonly Uint32Array[]): Float64Array {
  let size = 0;
  for (const { phrasings, grams } of studies) size += grams.starts[phrasings.length] ?? 0;
  const pairs = new Float64Array(size);
  let [slot, phrase] = [0, 0];
  for (const [article, { phrasings, grams }] of studies.entries()) {
    const ids = allIds[article] ?? new Uint32Array(0);
    for (let text = 0; text < phrasings.length; text += 1, phrase += 1) {
      const end = grams.starts[text + 1] ?? 0;
      for (let at = grams.starts[text] ?? 0; at < end; at += 1, slot += 1) pairs[slot] = (ids[at] ?? 0) * PER_GRAM + phrase;
    }
  }
  return pairs;
}

function countGrams(pairs: Float64Array): number {
  let count = 0;
  let last = -1;
  for (let at = 0; at < pairs.length; at += 1) {
    const gram = Math.floor((pairs[at] ?? 0) / PER_GRAM);
    if (gram !== last) count += 1;
    last = gram;
  }
  return count;
}

/** Where the phrasings with a gram are: from, to before; nowhere when none has it. */
export function postingsOf({ grams, starts }: Inverted, id: number): readonly [number, number] {
  const at = findGram(grams, id);
  return at < 0 ? [0, 0] : [starts[at] ?? 0, starts[at + 1] ?? 0];
}
