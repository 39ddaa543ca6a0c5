import type { KnownArticle } from "../src/core/understanding.ts";
import type { Instant } from "../src/core/words.ts";
import { closeness, embed, type Embedding } from "./embedding.ts";
import { coversMeaning, gramsOf, hashGram, weightOfGram } from "./grams.ts";
import type { Normalised } from "./normalise.ts";
import { findGram, type Phrase, type StoreIndex } from "./store-index.ts";

/** How much a shared word counts in a likeness, beside shared meaning; both are cosines. */
const WORDS_SHARE = 0.5;

/** A question in the terms of one store's vocabulary. */
export interface Query {
  readonly phrase: Phrase;
  /** Weights of its grams as far as they carry meaning. */
  readonly idf: Float32Array;
  /** Sum of the informative weights of all its grams, known or not. */
  readonly mass: number;
  readonly gramCount: number;
}

/** One phrasing of the store and how like the question it is. */
export interface Hit {
  readonly phrase: Phrase;
  /** Cosine of their words, 0..1. */
  readonly words: number;
  /** Cosine of their meanings, -1..1. */
  readonly meaning: number;
  /** Both together. */
  readonly likeness: number;
}

/** Reads a question in a store's terms. */
export function readQuery(embedding: Embedding, index: StoreIndex, question: Normalised): Query {
  const grams = gramsOf(question.text, question.language);
  const ids = new Set<number>();
  const meaningful = new Set<number>();
  let mass = 0;
  let unknown = 0;
  for (const gram of grams) {
    const id = findGram(index.vocabulary, hashGram(gram));
    const weight = id < 0 ? index.unknownIdf * weightOfGram(gram) : (index.idf[id] ?? 0);
    if (coversMeaning(gram)) mass += weight;
    if (id < 0) unknown += weight * weight;
    else {
      ids.add(id);
      if (coversMeaning(gram)) meaningful.add(id);
    }
  }
  const ascending = Uint32Array.from(ids).sort();
  const all = Float32Array.from(ascending, (id) => index.idf[id] ?? 0);
  const idf = Float32Array.from(ascending, (id) => (meaningful.has(id) ? (index.idf[id] ?? 0) : 0));
  const length = Math.sqrt(all.reduce((total, w) => total + w * w, 0) + unknown) || 1;
  const phrase = {
    article: -1,
    isEnglish: question.language === "en",
    text: question.text,
    ids: ascending,
    weights: all.map((w) => w / length),
    vector: embed(embedding, question),
  };
  return { phrase, idf, mass, gramCount: grams.length };
}

/** How like the question every phrasing is that may speak now, in the index's order. */
export function likenesses(index: StoreIndex, query: Query, at: Instant): readonly Hit[] {
  const words = new Float32Array(index.phrases.length);
  query.phrase.ids.forEach((id, position) => {
    const weight = query.phrase.weights[position] ?? 0;
    for (let slot = index.starts[id] ?? 0; slot < (index.starts[id + 1] ?? 0); slot += 1) {
      const phrase = index.postings[slot] ?? 0;
      words[phrase] = (words[phrase] ?? 0) + weight * (index.postingWeights[slot] ?? 0);
    }
  });
  const speaking = index.articles.map((_, article) => maySpeak(index, article, at));
  const hits: Hit[] = [];
  index.phrases.forEach((phrase, position) => {
    if (phrase.isEnglish !== query.phrase.isEnglish || speaking[phrase.article] !== true) return;
    const shared = words[position] ?? 0;
    const meaning = closeness(query.phrase.vector, phrase.vector);
    const likeness = WORDS_SHARE * shared + (1 - WORDS_SHARE) * Math.max(0, meaning);
    hits.push({ phrase, words: shared, meaning, likeness });
  });
  return hits;
}

/** The `count` best hits, best first, without sorting the rest. */
export function bestHits(hits: readonly Hit[], count: number): readonly Hit[] {
  const best: Hit[] = [];
  for (const hit of hits) {
    if (best.length === count && hit.likeness <= (best[count - 1]?.likeness ?? 0)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.likeness ?? 0) < hit.likeness) at -= 1;
    best.splice(at, 0, hit);
    if (best.length > count) best.pop();
  }
  return best;
}

function maySpeak(index: StoreIndex, position: number, at: Instant): boolean {
  return isSpeaking(index, position, at) && !(index.hiddenBy[position] ?? []).some((own) => isSpeaking(index, own, at));
}

function isSpeaking(index: StoreIndex, position: number, at: Instant): boolean {
  const article = index.articles[position];
  return article !== undefined && isValid(article, at);
}

/** Whether an article may be used at a moment: from `validFrom` on, before `validUntil`. */
export function isValid(article: KnownArticle, at: Instant): boolean {
  if (article.validFrom !== undefined && at < article.validFrom) return false;
  return article.validUntil === undefined || at < article.validUntil;
}

/** How like two phrasings are, by the measure of `Hit.likeness`. */
export function likenessOf(words: number, a: Phrase, b: Phrase): number {
  return WORDS_SHARE * words + (1 - WORDS_SHARE) * Math.max(0, closeness(a.vector, b.vector));
}
