import type { Inverted } from "./postings.ts";
import type { ArticleRows, StudiedText } from "./study.ts";

/**
 * Some neighbouring articles of a store as typed arrays: what every question is compared with, and which phrasings have which
 * gram. Nothing in it says where in the store it is, nor how rare a gram is: it is shared by every index that has its articles
 * side by side, so that an edit makes one block anew and not the store.
 */
export interface Block extends ArticleRows, Inverted {
  /** How many articles. */
  readonly size: number;
  readonly texts: readonly StudiedText[];
  /** Ways of asking, counted in the block: those of its article a are at `firstPhrase[a]` to `firstPhrase[a + 1]`. */
  readonly firstPhrase: Uint32Array;
  /** Per phrasing: 1 for English. */
  readonly english: Uint8Array;
}

/** A block and where in the store it is. */
export interface PlacedBlock extends Block {
  readonly article: number;
  readonly phrase: number;
}

/** The block that has a phrasing of the store, or an article. Throws when there is none. */
export function blockAt(blocks: readonly PlacedBlock[], place: number, by: "article" | "phrase"): PlacedBlock {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((blocks[middle]?.[by] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  const block = blocks[low];
  if (block === undefined) throw new Error(`the index has no ${by} ${place}: it knows nothing`);
  return block;
}
