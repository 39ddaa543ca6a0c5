import type { Steps } from "../src/core/steps.ts";
import type { KnownArticle } from "../src/core/understanding.ts";
import { findHidden } from "./hidden.ts";
import type { StudiedArticle, StudiedText } from "./study.ts";
import { countGrams } from "./rarity.ts";
import { idOf, NO_VOCABULARY, withGrams, type Vocabulary } from "./vocabulary.ts";

/** With this many times as many grams that nobody uses any more as used ones, ids are given anew. */
const MOST_UNUSED = 1;
/** Fewer unused ones than this are no burden. */
const FEW_UNUSED = 2_000;

/**
 * What one store knows, as typed arrays: no training step, so an edit counts with the next question. What belongs to an article
 * alone is its study and its ids, and is shared with the index before the edit; what hangs on all articles is counted anew.
 * An index is never changed: whoever judges by one while the next is made sees the store as it was.
 */
export interface StoreIndex {
  readonly articles: readonly KnownArticle[];
  readonly studies: readonly StudiedArticle[];
  readonly vocabulary: Vocabulary;
  /** Per article: the ids of its study's grams, in the same places. */
  readonly ids: readonly Uint32Array[];
  /** Ways of asking, article after article: those of article a are at `firstPhrase[a]` to `firstPhrase[a + 1]`. */
  readonly phrases: readonly StudiedText[];
  readonly firstPhrase: Uint32Array;
  readonly articleOf: Uint32Array;
  /** The weight of each gram by its id; 0 when no article has it. */
  readonly idf: Float32Array;
  /** The weight of a gram no article has. */
  readonly unknownIdf: number;
  /** Per phrasing: the length of its grams' weights. */
  readonly lengths: Float64Array;
  /** Phrasings with gram g are at `starts[g]` to `starts[g + 1]` of `postings`. */
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
  /** Per article: those of the store's own that say the same as this shared one; while one is valid, this one is silent. */
  readonly hiddenBy: readonly (readonly number[])[];
}

/**
 * Indexes a store's articles, each with its study; the document frequencies are the store's own, counted by article. Of the index
 * `before` an edit is kept what the edit leaves as it is; the result judges exactly like one made without it.
 */
export function* buildStoreIndex(
  articles: readonly KnownArticle[],
  studies: readonly StudiedArticle[],
  before?: Pick<StoreIndex, "vocabulary" | "studies" | "ids">,
): Steps<StoreIndex> {
  const { vocabulary, ids } = yield* giveIds(studies, before);
  const { used, ...rarity } = yield* countGrams(studies, ids, vocabulary.ids.length);
  const unused = vocabulary.ids.length - used;
  if (unused > FEW_UNUSED && unused > MOST_UNUSED * used) return yield* buildStoreIndex(articles, studies);
  const places = yield* placePhrases(studies);
  const lengths = yield* measureLengths(studies, ids, { idf: rarity.idf, size: places.phrases.length });
  const inverted = yield* invert(studies, ids, rarity.idf.length);
  const words = { articles, studies, vocabulary, ids, ...rarity, ...places, lengths, ...inverted };
  return { ...words, hiddenBy: yield* findHidden(words) };
}

type Identified = Pick<StoreIndex, "vocabulary" | "ids">;

/** Only articles that are new since `before` are looked through. */
function* giveIds(
  studies: readonly StudiedArticle[],
  before: Pick<StoreIndex, "vocabulary" | "studies" | "ids"> | undefined,
): Steps<Identified> {
  const known = new Map(before?.studies.map((study, at) => [study, before.ids[at]]));
  const unknown = studies.filter((study) => known.get(study) === undefined).map(({ grams }) => grams.hashes);
  const vocabulary = yield* withGrams(before?.vocabulary ?? NO_VOCABULARY, unknown);
  const ids: Uint32Array[] = [];
  for (const study of studies) {
    ids.push(known.get(study) ?? study.grams.hashes.map((hash) => idOf(vocabulary, hash)));
    yield;
  }
  return { vocabulary, ids };
}

type Places = Pick<StoreIndex, "phrases" | "firstPhrase" | "articleOf">;

function* placePhrases(studies: readonly StudiedArticle[]): Steps<Places> {
  const firstPhrase = new Uint32Array(studies.length + 1);
  const phrases: StudiedText[] = [];
  for (const [article, { phrasings }] of studies.entries()) {
    for (const phrasing of phrasings) phrases.push(phrasing);
    firstPhrase[article + 1] = phrases.length;
    yield;
  }
  const articleOf = new Uint32Array(phrases.length);
  for (let article = 0; article < studies.length; article += 1)
    articleOf.fill(article, firstPhrase[article], firstPhrase[article + 1]);
  return { phrases, firstPhrase, articleOf };
}

/** What the phrasings' weights are made of. */
interface Weights {
  readonly idf: Float32Array;
  /** How many phrasings there are. */
  readonly size: number;
}

function* measureLengths(
  studies: readonly StudiedArticle[],
  allIds: readonly Uint32Array[],
  { idf, size }: Weights,
): Steps<Float64Array> {
  const lengths = new Float64Array(size);
  let phrase = 0;
  for (const [article, { phrasings, grams }] of studies.entries()) {
    const ids = allIds[article] ?? new Uint32Array(0);
    for (let text = 0; text < phrasings.length; text += 1, phrase += 1)
      lengths[phrase] = lengthOf(idf, ids, [grams.starts[text] ?? 0, grams.starts[text + 1] ?? 0]);
    yield;
  }
  return lengths;
}

function lengthOf(idf: Float32Array, ids: Uint32Array, [from, to]: readonly [number, number]): number {
  let squares = 0;
  for (let at = from; at < to; at += 1) {
    const weight = idf[ids[at] ?? 0] ?? 0;
    squares += weight * weight;
  }
  return Math.sqrt(squares) || 1;
}

type Postings = Pick<StoreIndex, "starts" | "postings">;

function* invert(studies: readonly StudiedArticle[], allIds: readonly Uint32Array[], gramCount: number): Steps<Postings> {
  const starts = new Uint32Array(gramCount + 1);
  for (const [article, { phrasings, grams }] of studies.entries()) {
    countPostings(starts, allIds[article] ?? new Uint32Array(0), grams.starts[phrasings.length] ?? 0);
    yield;
  }
  addUp(starts);
  yield;
  const next = starts.slice();
  const postings = new Uint32Array(starts[gramCount] ?? 0);
  let phrase = 0;
  for (const [article, study] of studies.entries()) {
    post({ next, postings }, study, { ids: allIds[article] ?? new Uint32Array(0), phrase });
    phrase += study.phrasings.length;
    yield;
  }
  return { starts, postings };
}

function countPostings(starts: Uint32Array, ids: Uint32Array, end: number): void {
  for (let at = 0; at < end; at += 1) {
    const id = ids[at] ?? 0;
    starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  }
}

function addUp(starts: Uint32Array): void {
  for (let id = 1; id < starts.length; id += 1) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0);
}

/** Where the next posting of each gram goes. */
interface Posting {
  readonly next: Uint32Array;
  readonly postings: Uint32Array;
}

interface Posted {
  readonly ids: Uint32Array;
  /** Place of the article's first phrasing. */
  readonly phrase: number;
}

function post({ next, postings }: Posting, { phrasings, grams }: StudiedArticle, { ids, phrase }: Posted): void {
  for (let text = 0; text < phrasings.length; text += 1) {
    const end = grams.starts[text + 1] ?? 0;
    for (let at = grams.starts[text] ?? 0; at < end; at += 1) {
      const id = ids[at] ?? 0;
      const slot = next[id] ?? 0;
      next[id] = slot + 1;
      postings[slot] = phrase + text;
    }
  }
}
