import type { Steps } from "../src/core/steps.ts";
import type { KnownArticle } from "../src/core/understanding.ts";
import type { StudiedArticle, StudiedText } from "./study.ts";

/** Two phrasings as alike as this ask the same. */
const SAME_QUESTION = 0.75;

/** One way of asking for an article, ready to be compared. */
export interface Phrase {
  readonly article: number;
  readonly isEnglish: boolean;
  /** The normalised text, for exact matches. */
  readonly text: string;
  /** Ids of its grams in the store's vocabulary, ascending. */
  readonly ids: Uint32Array;
  /** tf-idf weights of `ids`, of length 1. */
  readonly weights: Float32Array;
  /** What it means, of length 1. */
  readonly vector: Float32Array;
}

/**
 * What one store knows, as typed arrays: no training step, so an edit counts with the next question.
 * `vocabulary` holds hashed grams, ascending; `idf` runs beside it; postings of gram g are at `starts[g]` to `starts[g + 1]`.
 */
export interface StoreIndex {
  readonly articles: readonly KnownArticle[];
  readonly phrases: readonly Phrase[];
  readonly vocabulary: Uint32Array;
  readonly idf: Float32Array;
  /** The weight of a gram no article has. */
  readonly unknownIdf: number;
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
  readonly postingWeights: Float32Array;
  /** Per article: ids of all grams of its phrasings. */
  readonly articleIds: readonly Uint32Array[];
  /** Per article: ids of all grams of its answer, ascending. */
  readonly answerIds: readonly Uint32Array[];
  /** Per article: what its answer and each of the answer's sentences mean. */
  readonly answerVectors: readonly (readonly Float32Array[])[];
  /** Per article: those of the store's own that say the same as this shared one; while one is valid, this one is silent. */
  readonly hiddenBy: readonly (readonly number[])[];
}

interface Wording extends StudiedText {
  readonly article: number;
}

/** Indexes a store's articles, each with its study; the document frequencies are the store's own, counted by article. */
export function* buildStoreIndex(articles: readonly KnownArticle[], studies: readonly StudiedArticle[]): Steps<StoreIndex> {
  const wordings = studies.flatMap(({ phrasings }, article) => phrasings.map((phrasing): Wording => ({ ...phrasing, article })));
  const answers = studies.map(({ answer }) => answer);
  const { vocabulary, idf, unknownIdf } = yield* countVocabulary(wordings, answers, articles.length);
  const phrases = yield* inSteps(wordings, (wording) => weigh(wording, vocabulary, idf));
  const inverted = yield* invert(phrases, vocabulary.length);
  const answerIds = yield* inSteps(answers, ({ hashes }) => idsOf(hashes, vocabulary));
  const hiddenBy = yield* inSteps(articles, (article, at) => (article.layer === "shared" ? findOwn(articles, phrases, at) : []));
  return {
    articles,
    phrases,
    vocabulary,
    idf,
    unknownIdf,
    ...inverted,
    articleIds: collectIds(phrases, articles.length),
    answerIds,
    answerVectors: studies.map(({ answerVectors }) => answerVectors),
    hiddenBy,
  };
}

/** As `map`, with a step after each. */
function* inSteps<From, To>(list: readonly From[], make: (one: From, at: number) => To): Steps<readonly To[]> {
  const made: To[] = [];
  for (const [at, one] of list.entries()) {
    made.push(make(one, at));
    yield;
  }
  return made;
}

function collectIds(phrases: readonly Phrase[], articleCount: number): readonly Uint32Array[] {
  const collected = Array.from({ length: articleCount }, () => new Set<number>());
  for (const { article, ids } of phrases) for (const id of ids) collected[article]?.add(id);
  return collected.map((ids) => Uint32Array.from(ids));
}

/** The store's own articles with a phrasing that nearly is one of the shared article's. */
function findOwn(articles: readonly KnownArticle[], phrases: readonly Phrase[], shared: number): readonly number[] {
  const theirs = phrases.filter((phrase) => phrase.article === shared);
  const found = new Set<number>();
  for (const own of phrases) {
    if (articles[own.article]?.layer !== "store" || found.has(own.article)) continue;
    if (theirs.some((phrase) => phrase.isEnglish === own.isEnglish && cosine(phrase, own) >= SAME_QUESTION))
      found.add(own.article);
  }
  return [...found];
}

/** The cosine of two phrasings: both ascend and have length 1. */
export function cosine(a: Phrase, b: Phrase): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length;) {
    const left = a.ids[i] ?? 0;
    const right = b.ids[j] ?? 0;
    if (left === right) {
      sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
      i += 1;
      j += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  return sum;
}

/** The position of a hashed gram in the vocabulary, or -1. */
export function findGram(vocabulary: Uint32Array, hash: number): number {
  let low = 0;
  let high = vocabulary.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = vocabulary[middle] ?? 0;
    if (value === hash) return middle;
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

type Vocabulary = Pick<StoreIndex, "vocabulary" | "idf" | "unknownIdf">;

/** Answers lend their grams, so that a question can be found in them, but say nothing about how rare a gram is. */
function* countVocabulary(raw: readonly Wording[], answers: readonly StudiedText[], articleCount: number): Steps<Vocabulary> {
  const seenBy = new Map<number, { count: number; last: number; readonly factor: number }>();
  for (const phrase of raw) {
    for (const [position, hash] of phrase.hashes.entries()) {
      const entry = seenBy.get(hash);
      if (entry === undefined) seenBy.set(hash, { count: 1, last: phrase.article, factor: phrase.factors[position] ?? 1 });
      else if (entry.last !== phrase.article) {
        entry.count += 1;
        entry.last = phrase.article;
      }
    }
    yield;
  }
  for (const { hashes, factors } of answers) {
    for (const [position, hash] of hashes.entries()) {
      if (!seenBy.has(hash)) seenBy.set(hash, { count: 0, last: -1, factor: factors[position] ?? 1 });
    }
    yield;
  }
  const vocabulary = Uint32Array.from(seenBy.keys()).sort();
  yield;
  const idf = new Float32Array(vocabulary.length);
  vocabulary.forEach((hash, at) => {
    const entry = seenBy.get(hash);
    idf[at] = (entry?.factor ?? 1) * inverseFrequency(entry?.count ?? 0, articleCount);
  });
  return { vocabulary, idf, unknownIdf: inverseFrequency(0, articleCount) };
}

function inverseFrequency(articlesWithIt: number, articleCount: number): number {
  return Math.log(1 + (articleCount + 1) / (articlesWithIt + 0.5));
}

function weigh(phrase: Wording, vocabulary: Uint32Array, idf: Float32Array): Phrase {
  const ids = idsOf(phrase.hashes, vocabulary);
  const weights = Float32Array.from(ids, (id) => idf[id] ?? 0);
  const length = Math.hypot(...weights) || 1;
  return {
    article: phrase.article,
    isEnglish: phrase.isEnglish,
    text: phrase.text,
    ids,
    weights: weights.map((w) => w / length),
    vector: phrase.vector,
  };
}

function idsOf(hashes: Uint32Array, vocabulary: Uint32Array): Uint32Array {
  const ids = new Set<number>();
  for (const hash of hashes) {
    const id = findGram(vocabulary, hash);
    if (id >= 0) ids.add(id);
  }
  return Uint32Array.from(ids).sort();
}

type Postings = Pick<StoreIndex, "starts" | "postings" | "postingWeights">;

function* invert(phrases: readonly Phrase[], gramCount: number): Steps<Postings> {
  const starts = new Uint32Array(gramCount + 1);
  for (const phrase of phrases) for (const id of phrase.ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  yield;
  for (let id = 0; id < gramCount; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const postings = new Uint32Array(starts[gramCount] ?? 0);
  const postingWeights = new Float32Array(postings.length);
  for (const [at, phrase] of phrases.entries()) {
    phrase.ids.forEach((id, position) => {
      const slot = next[id] ?? 0;
      next[id] = slot + 1;
      postings[slot] = at;
      postingWeights[slot] = phrase.weights[position] ?? 0;
    });
    yield;
  }
  return { starts, postings, postingWeights };
}
