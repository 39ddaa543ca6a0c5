import type { KnownArticle } from "../src/core/understanding.ts";
import type { Instant } from "../src/core/words.ts";
import type { PlacedBlock } from "./blocks.ts";
import { closeness, closenessAt } from "./embedding.ts";
import { coversMeaning, gramsOf, hashGram, weightOfGram } from "./grams.ts";
import type { Normalised } from "./normalise.ts";
import type { Phrase } from "./phrase.ts";
import { postingsOf } from "./postings.ts";
import type { StoreIndex } from "./store-index.ts";
import { idOf } from "./vocabulary.ts";

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

/** How like the question every phrasing is, by its place in the index. */
export interface Likenesses {
  /** Cosine of their words, 0..1. */
  readonly words: Float64Array;
  /** Cosine of their meanings, -1..1; of those that may speak alone. */
  readonly meanings: Float64Array;
  /** Both together, 0..1; below 0: it may not speak now, or is in another language. */
  readonly both: Float64Array;
}

/** Reads a question in a store's terms; `vector` says what it means. */
export function readQuery(index: StoreIndex, question: Normalised, vector: Float32Array): Query {
  const grams = gramsOf(question.text, question.language);
  const known = new Map<number, { readonly id: number; readonly idf: number; readonly isMeaningful: boolean }>();
  let mass = 0;
  let unknown = 0;
  for (const gram of grams) {
    const hash = hashGram(gram);
    const id = idOf(index.vocabulary, hash);
    const idf = index.idf[id] ?? 0;
    const weight = idf === 0 ? index.unknownIdf * weightOfGram(gram) : idf;
    const isMeaningful = coversMeaning(gram);
    if (isMeaningful) mass += weight;
    if (idf === 0) unknown += weight * weight;
    else known.set(hash, { id, idf, isMeaningful: isMeaningful || known.get(hash)?.isMeaningful === true });
  }
  const hashes = Uint32Array.from(known.keys()).sort();
  const all = Float64Array.from(hashes, (hash) => known.get(hash)?.idf ?? 0);
  const length = Math.sqrt(all.reduce((total, w) => total + w * w, 0) + unknown) || 1;
  const phrase = {
    article: -1,
    isEnglish: question.language === "en",
    text: question.text,
    hashes,
    ids: hashes.map((hash) => known.get(hash)?.id ?? 0),
    weights: all.map((w) => w / length),
    vector,
  };
  const idf = Float32Array.from(hashes, (hash, at) => (known.get(hash)?.isMeaningful === true ? (all[at] ?? 0) : 0));
  return { phrase, idf, mass, gramCount: grams.length };
}

/** How like the question every phrasing is that may speak now. The arrays are used again: read them before the next call. */
export function likenesses(index: StoreIndex, query: Query, at: Instant): Likenesses {
  const found = {
    words: borrow("words", index.phrases.length),
    meanings: borrow("meanings", index.phrases.length),
    both: borrow("both", index.phrases.length),
  };
  found.words.fill(0);
  found.both.fill(-1);
  for (const block of index.blocks) {
    addWords(index, block, { phrase: query.phrase, words: found.words });
    compareBlock(index, block, { phrase: query.phrase, at, found });
  }
  return found;
}

interface Comparing {
  readonly phrase: Phrase;
  readonly at: Instant;
  readonly found: Likenesses;
}

function compareBlock(index: StoreIndex, block: PlacedBlock, { phrase, at, found }: Comparing): void {
  const { firstPhrase, english, vectors } = block;
  const { words, meanings, both } = found;
  const language = phrase.isEnglish ? 1 : 0;
  for (let article = 0; article < block.size; article += 1) {
    if (index.maybeSilent[block.article + article] === 1 && !maySpeak(index, block.article + article, at)) continue;
    const end = firstPhrase[article + 1] ?? 0;
    for (let own = firstPhrase[article] ?? end; own < end; own += 1) {
      if (english[own] !== language) continue;
      const place = block.phrase + own;
      const shared = (words[place] ?? 0) / (index.lengths[place] ?? 1);
      const meaning = closenessAt(phrase.vector, vectors, own);
      words[place] = shared;
      meanings[place] = meaning;
      both[place] = WORDS_SHARE * shared + (1 - WORDS_SHARE) * Math.max(0, meaning);
    }
  }
}

interface Adding {
  readonly phrase: Phrase;
  readonly words: Float64Array;
}

/** Adds to each phrasing of a block the weights of the grams it shares with the question, not yet divided by its length. */
function addWords({ idf }: StoreIndex, block: PlacedBlock, { phrase: { ids, weights }, words }: Adding): void {
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    const weight = (weights[at] ?? 0) * (idf[id] ?? 0);
    const [from, end] = postingsOf(block, id);
    for (let slot = from; slot < end; slot += 1) {
      const place = block.phrase + (block.postings[slot] ?? 0);
      words[place] = (words[place] ?? 0) + weight;
    }
  }
}

/** Room that is used again, as each question needs as much as its store is large; two are never judged at the same time. */
const room = new Map<keyof Likenesses, Float64Array>();

function borrow(name: keyof Likenesses, size: number): Float64Array {
  const known = room.get(name);
  if (known !== undefined && known.length >= size) return known.subarray(0, size);
  const larger = new Float64Array(size);
  room.set(name, larger);
  return larger;
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

/** How like two phrasings are, by the measure of `Likenesses.both`. */
export function likenessOf(words: number, a: Phrase, b: Phrase): number {
  return WORDS_SHARE * words + (1 - WORDS_SHARE) * Math.max(0, closeness(a.vector, b.vector));
}
