import type { Steps } from "../src/core/steps.ts";
import { cosine, phraseAt, type Phrase } from "./phrase.ts";
import { postingsOf } from "./postings.ts";
import type { StoreIndex } from "./store-index.ts";

/** Two phrasings as alike as this ask the same. */
const SAME_QUESTION = 0.75;
/** What rounding may add to a cosine. */
const ROUNDING = 1e-6;

const NOBODY: readonly number[] = [];

/** An index of which that is not known yet. */
type Unhidden = Omit<StoreIndex, "hiddenBy" | "maybeSilent">;

/** Per article: the store's own with a phrasing that nearly is one of this shared article's; nobody for the others. */
export function* findHidden(index: Unhidden): Steps<readonly (readonly number[])[]> {
  const hiddenBy: (readonly number[])[] = [];
  for (const [at, { layer }] of index.articles.entries()) {
    hiddenBy.push(layer === "shared" ? yield* findOwn(index, at) : NOBODY);
  }
  return hiddenBy;
}

function* findOwn(index: Unhidden, shared: number): Steps<readonly number[]> {
  const found = new Set<number>();
  for (let place = index.firstPhrase[shared] ?? 0; place < (index.firstPhrase[shared + 1] ?? 0); place += 1) {
    const theirs = phraseAt(index, place);
    for (const other of maybeSame(index, theirs)) {
      const article = index.articleOf[other] ?? -1;
      if (index.articles[article]?.layer !== "store" || found.has(article)) continue;
      const own = phraseAt(index, other);
      if (own.isEnglish === theirs.isEnglish && cosine(theirs, own) >= SAME_QUESTION) found.add(article);
    }
    yield;
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * Places of the phrasings that may be as alike: those with one of its weightiest grams. Without them the cosine is at most the
 * length of what is left. The weightiest are the rarest: few phrasings have them.
 */
function maybeSame({ blocks }: Pick<StoreIndex, "blocks">, { ids, weights }: Phrase): ReadonlySet<number> {
  const places = new Set<number>();
  const heaviest = [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  let left = 1;
  for (const at of heaviest) {
    if (left < SAME_QUESTION ** 2 - ROUNDING) break;
    const id = ids[at] ?? 0;
    for (const block of blocks) {
      const [from, end] = postingsOf(block, id);
      for (let slot = from; slot < end; slot += 1) places.add(block.phrase + (block.postings[slot] ?? 0));
    }
    left -= (weights[at] ?? 0) ** 2;
  }
  return places;
}
