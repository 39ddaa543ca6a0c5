import type { Steps } from "../src/core/steps.ts";
import type { KnownArticle } from "../src/core/understanding.ts";
import type { PlacedBlock } from "./blocks.ts";
import type { Learnt } from "./columns.ts";
import { findHidden } from "./hidden.ts";
import { makeBlocks } from "./make-blocks.ts";
import { numberGrams } from "./number-grams.ts";
import type { Rarity } from "./rarity.ts";
import type { StudiedArticle, StudiedText } from "./study.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * What one store knows, as typed arrays: no training step, so an edit counts with the next question. What belongs to an article
 * or to neighbouring ones alone (its study, its ids, its block) is shared with the index before the edit; what hangs on all
 * articles is small, and made from what changed or in one pass.
 * An index is never changed: whoever judges by one while the next is made sees the store as it was.
 */
export interface StoreIndex extends Rarity {
  readonly articles: readonly KnownArticle[];
  readonly studies: readonly StudiedArticle[];
  readonly vocabulary: Vocabulary;
  /** Per article: the ids of its study's grams, in the same places. */
  readonly ids: readonly Uint32Array[];
  /** All articles, in their order. */
  readonly blocks: readonly PlacedBlock[];
  /** Ways of asking, article after article: those of article a are at `firstPhrase[a]` to `firstPhrase[a + 1]`. */
  readonly phrases: readonly StudiedText[];
  readonly firstPhrase: Uint32Array;
  readonly articleOf: Uint32Array;
  /** Per phrasing: the length of its grams' weights. */
  readonly lengths: Float64Array;
  /** Per article: those of the store's own that say the same as this shared one; while one is valid, this one is silent. */
  readonly hiddenBy: readonly (readonly number[])[];
  /** Per article: 1 where somebody must look whether it may speak now. */
  readonly maybeSilent: Uint8Array;
}

/**
 * Indexes a store's articles, each as it was learnt; the document frequencies are the store's own, counted by article. Of the
 * index `before` an edit is kept what the edit leaves as it is; the result judges exactly like one made without it.
 */
export function* buildStoreIndex(
  articles: readonly KnownArticle[],
  learnt: readonly Learnt[],
  before?: StoreIndex,
): Steps<StoreIndex> {
  const studies = learnt.map((one) => ("from" in one ? studyAt(before, one.from) : one.study));
  yield;
  const { areKept, ...numbered } = yield* numberGrams({ learnt, studies }, before);
  const blocks = yield* makeBlocks(
    { learnt, studies, ids: numbered.ids },
    { blocks: before?.blocks ?? [], areNumbered: areKept },
  );
  const places = placePhrases(studies, blocks);
  yield;
  const lengths = yield* measureLengths({ studies, ids: numbered.ids, blocks }, numbered.idf);
  const words = { articles, studies, ...numbered, blocks, ...places, lengths };
  const hiddenBy = yield* findHidden(words);
  const maybeSilent = Uint8Array.from(articles, ({ validFrom, validUntil }, at) =>
    validFrom === undefined && validUntil === undefined && hiddenBy[at]?.length === 0 ? 0 : 1,
  );
  return { ...words, hiddenBy, maybeSilent };
}

function studyAt(before: StoreIndex | undefined, place: number): StudiedArticle {
  const study = before?.studies[place];
  if (study === undefined) throw new Error(`article ${place} is taken from an index that does not have it`);
  return study;
}

type Places = Pick<StoreIndex, "phrases" | "firstPhrase" | "articleOf">;

function placePhrases(studies: readonly StudiedArticle[], blocks: readonly PlacedBlock[]): Places {
  const firstPhrase = new Uint32Array(studies.length + 1);
  for (const { article, phrase, size, firstPhrase: own } of blocks)
    for (let at = 0; at <= size; at += 1) firstPhrase[article + at] = phrase + (own[at] ?? 0);
  const phrases = blocks.flatMap(({ texts }) => texts);
  const articleOf = new Uint32Array(phrases.length);
  for (let article = 0; article < studies.length; article += 1)
    articleOf.fill(article, firstPhrase[article], firstPhrase[article + 1]);
  return { phrases, firstPhrase, articleOf };
}

type Weighed = Pick<StoreIndex, "studies" | "ids" | "blocks">;

function* measureLengths({ studies, ids, blocks }: Weighed, idf: Float32Array): Steps<Float64Array> {
  const last = blocks.at(-1);
  const lengths = new Float64Array(last === undefined ? 0 : last.phrase + last.texts.length);
  let phrase = 0;
  for (const { article: first, size } of blocks) {
    for (let article = first; article < first + size; article += 1) {
      const starts = studies[article]?.grams.starts ?? EMPTY;
      const texts = studies[article]?.phrasings.length ?? 0;
      for (let text = 0; text < texts; text += 1, phrase += 1)
        lengths[phrase] = lengthOf(idf, ids[article] ?? EMPTY, [starts[text] ?? 0, starts[text + 1] ?? 0]);
    }
    yield;
  }
  return lengths;
}

const EMPTY = new Uint32Array(0);

function lengthOf(idf: Float32Array, ids: Uint32Array, [from, to]: readonly [number, number]): number {
  let squares = 0;
  for (let at = from; at < to; at += 1) {
    const weight = idf[ids[at] ?? 0] ?? 0;
    squares += weight * weight;
  }
  return Math.sqrt(squares) || 1;
}
