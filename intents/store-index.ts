import type { Steps } from "../src/core/steps.ts";
import type { KnownArticle } from "../src/core/understanding.ts";
import { gatherColumns, type Columns, type Learnt } from "./columns.ts";
import { findHidden } from "./hidden.ts";
import type { StudiedArticle, StudiedText } from "./study.ts";
import { countGrams, type Rarity } from "./rarity.ts";
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
export interface StoreIndex extends Columns {
  readonly articles: readonly KnownArticle[];
  readonly studies: readonly StudiedArticle[];
  readonly vocabulary: Vocabulary;
  /** Per article: the ids of its study's grams, in the same places. */
  readonly ids: readonly Uint32Array[];
  /** Ways of asking, article after article: those of article a are at `firstPhrase[a]` to `firstPhrase[a + 1]`. */
  readonly phrases: readonly StudiedText[];
  readonly firstPhrase: Uint32Array;
  readonly articleOf: Uint32Array;
  /** Per phrasing: 1 for English. */
  readonly english: Uint8Array;
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
  const known = learnt.map((one) => ("from" in one ? before?.ids[one.from] : undefined));
  const numbered = yield* numberGrams(studies, { vocabulary: before?.vocabulary ?? NO_VOCABULARY, known });
  const places = yield* placePhrases(studies);
  const columns = yield* gatherColumns(learnt, before);
  const lengths = yield* measureLengths(studies, numbered.ids, { idf: numbered.idf, size: places.phrases.length });
  const inverted = yield* invert(studies, numbered.ids, numbered.idf.length);
  const words = { articles, studies, ...numbered, ...places, ...columns, lengths, ...inverted };
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

type Numbered = Pick<StoreIndex, "vocabulary" | "ids"> & Rarity;

interface Numbers {
  readonly vocabulary: Vocabulary;
  /** Per article: its ids in the vocabulary; undefined for what is new. */
  readonly known: readonly (Uint32Array | undefined)[];
}

/** Gives new grams ids and counts all; gives all of them anew where most are of articles that are gone. */
function* numberGrams(studies: readonly StudiedArticle[], { vocabulary, known }: Numbers): Steps<Numbered> {
  const unknown = studies.filter((_, at) => known[at] === undefined).map(({ grams }) => grams.hashes);
  const grown = yield* withGrams(vocabulary, unknown);
  const ids: Uint32Array[] = [];
  for (const [at, { grams }] of studies.entries()) {
    ids.push(known[at] ?? grams.hashes.map((hash) => idOf(grown, hash)));
    yield;
  }
  const rarity = yield* countGrams(studies, ids, grown.ids.length);
  const unused = grown.ids.length - rarity.used;
  if (unused > FEW_UNUSED && unused > MOST_UNUSED * rarity.used)
    return yield* numberGrams(studies, { vocabulary: NO_VOCABULARY, known: [] });
  return { vocabulary: grown, ids, ...rarity };
}

type Places = Pick<StoreIndex, "phrases" | "firstPhrase" | "articleOf" | "english">;

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
  const english = new Uint8Array(phrases.length);
  for (let place = 0; place < english.length; place += 1) english[place] = phrases[place]?.isEnglish === true ? 1 : 0;
  return { phrases, firstPhrase, articleOf, english };
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
