import type { Instant } from "../src/core/words.ts";
import { closenessAt, embed, type Embedding } from "./embedding.ts";
import { englishMeanings, hashGram } from "./grams.ts";
import { amongHighest, highest } from "./highest.ts";
import { ridgeVotes } from "./kernel.ts";
import { nearnessAt, standingsAmong, type Near, type Standing } from "./nearness.ts";
import type { Normalised } from "./normalise.ts";
import { overlapOf, type Overlap } from "./overlap.ts";
import { cosine, phraseAt } from "./phrase.ts";
import { likenesses, readQuery, type Likenesses, type Query } from "./retrieve.ts";
import type { StoreIndex } from "./store-index.ts";
import type { StudiedArticle } from "./study.ts";
import { tellingShares, type Telling } from "./telling.ts";
import { idOf } from "./vocabulary.ts";

/** So many phrasings are weighed against each other; more cost time and change nothing. */
const RETRIEVED = 30;
/** So many articles are looked at closely: those whose phrasings fit best, and those whose matter does. */
const MAX_BY_PHRASINGS = 8;
const MAX_BY_MATTER = 4;
/** Nearness is looked at for the articles of so many phrasings that are most alike otherwise: in most stores, all. */
const COMPARED = 400;
/** An article whose matter fits less than this is not looked at for it. */
const MIN_AGREEMENT = 0.15;

/** How one article speaks for itself, each 0..1 or a little beyond. */
export interface Evidence {
  readonly article: number;
  /** Sum of the kernel ridge votes of its phrasings. */
  readonly ridge: number;
  /** Likeness of its best phrasing by words. */
  readonly best: number;
  /** Likeness of its best phrasing by meaning. */
  readonly meaning: number;
  /** Likeness in meaning of its answer, or of the answer's nearest sentence. */
  readonly meaningOfAnswer: number;
  readonly nearness: Standing;
  /** Share of the question's informative grams that the best phrasing has. */
  readonly covered: number;
  /** Share of the best phrasing's informative grams that the question has. */
  readonly covering: number;
  /** Share of the question's informative grams found in any phrasing or in the answer. */
  readonly explained: number;
  /** Share of the question's informative grams found in the answer. */
  readonly answered: number;
  readonly overlap: Overlap;
  /** How much of what tells it from the other candidates is asked. */
  readonly telling: Telling;
  readonly isPresale: boolean;
  readonly isAftersale: boolean;
  readonly isExact: boolean;
  readonly isEnglish: boolean;
  /** Content words of an English question that neither a phrasing's word nor its group answers; 0 for Chinese. */
  readonly unexplainedWords: number;
}

export interface Matching {
  readonly evidence: readonly Evidence[];
  /** Share of the question's informative grams that the store's phrasings know at all. */
  readonly known: number;
  readonly gramCount: number;
  /** What the question means, by the embedding of matters. */
  readonly meaning: Float32Array;
}

/** What is asked of a store's index. */
export interface Asked {
  readonly text: Normalised;
  readonly at: Instant;
  /** Per article, how well its matter fits the question's, 0..1: articles without a word in common may still be meant. */
  readonly agreements: ArrayLike<number>;
  /** Articles to be looked at whatever was retrieved. */
  readonly brought?: readonly number[] | undefined;
}

/** What texts are compared by, beside their words. */
export interface Meanings {
  readonly embedding: Embedding;
  readonly nearness: Embedding;
}

/** Weighs a store's articles against a question: retrieval by words and meaning, then local kernel ridge. */
export function matchStore({ embedding, nearness }: Meanings, index: StoreIndex, asked: Asked): Matching {
  const meaning = embed(embedding, asked.text);
  const query = readQuery(index, asked.text, meaning);
  const known = query.mass === 0 ? 0 : sum(query.idf) / query.mass;
  const found = likenesses(index, query, asked.at);
  const votes = countVotes(index, found.both);
  const voted = [...votes.keys()].sort((a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0));
  const chosen = new Set(voted.slice(0, MAX_BY_PHRASINGS));
  for (const article of byMatter(index, found, { asked, chosen })) chosen.add(article);
  for (const article of asked.brought ?? []) if (speaks(index, found, article)) chosen.add(article);
  const near = compareNearness(index, found, { vector: embed(nearness, asked.text), chosen });
  const describing = { index, query, found, standing: standingsAmong(near), text: asked.text.text };
  const telling = tellingShares(
    query,
    [...chosen].map((article) => saidBy(index, article)),
  );
  const evidence = [...chosen].map((article, at) => ({
    ...describe(describing, article, votes.get(article) ?? 0),
    telling: telling[at] ?? { all: 0, asked: 0 },
  }));
  return { evidence, known, gramCount: query.gramCount, meaning };
}

/** The sums of the ridge votes of the articles whose phrasings are among the most alike. */
function countVotes(index: StoreIndex, likeness: Float64Array): ReadonlyMap<number, number> {
  const places = highest(likeness, RETRIEVED);
  const phrases = places.map((place) => phraseAt(index, place));
  const votes = ridgeVotes(
    phrases,
    places.map((place) => likeness[place] ?? 0),
  );
  const sums = new Map<number, number>();
  for (const [at, { article }] of phrases.entries()) sums.set(article, (sums.get(article) ?? 0) + (votes[at] ?? 0));
  return sums;
}

interface Choosing {
  readonly asked: Asked;
  readonly chosen: ReadonlySet<number>;
}

/** The articles not chosen yet whose matter fits best. */
function byMatter(index: StoreIndex, found: Likenesses, { asked, chosen }: Choosing): readonly number[] {
  const fits = new Float64Array(index.articles.length).fill(-1);
  for (let article = 0; article < fits.length; article += 1) {
    const fit = asked.agreements[article] ?? 0;
    if (fit > MIN_AGREEMENT && !chosen.has(article) && speaks(index, found, article)) fits[article] = fit;
  }
  return highest(fits, MAX_BY_MATTER);
}

function speaks({ firstPhrase }: StoreIndex, { both }: Likenesses, article: number): boolean {
  const end = firstPhrase[article + 1] ?? 0;
  for (let place = firstPhrase[article] ?? end; place < end; place += 1) if ((both[place] ?? -1) >= 0) return true;
  return false;
}

/** Places of those of an article's phrasings that may speak. */
function speakingOf({ firstPhrase }: StoreIndex, { both }: Likenesses, article: number): readonly number[] {
  const places: number[] = [];
  const end = firstPhrase[article + 1] ?? 0;
  for (let place = firstPhrase[article] ?? end; place < end; place += 1) if ((both[place] ?? -1) >= 0) places.push(place);
  return places;
}

interface Describing {
  readonly index: StoreIndex;
  readonly query: Query;
  readonly found: Likenesses;
  readonly standing: (article: number) => Standing;
  readonly text: string;
}

interface Comparing {
  readonly vector: Float32Array;
  /** Looked at however little else speaks for them. */
  readonly chosen: ReadonlySet<number>;
}

/** How near the question is to each article that may speak and is chosen or at all alike. */
function compareNearness(index: StoreIndex, found: Likenesses, { vector, chosen }: Comparing): ReadonlyMap<number, Near> {
  const near = new Map<number, Near>();
  const alike = amongHighest(found.both, COMPARED).map((place) => index.articleOf[place] ?? 0);
  for (const article of [...chosen, ...alike]) {
    const study = index.studies[article];
    if (near.has(article) || study === undefined) continue;
    const speaking = speakingOf(index, found, article).map((place) => place - (index.firstPhrase[article] ?? 0));
    near.set(article, nearTo(study, vector, speaking));
  }
  return near;
}

/** How near the question is to those of an article's phrasings that may speak, and to its answer. */
function nearTo({ phrasings, nearness }: StudiedArticle, vector: Float32Array, speaking: readonly number[]): Near {
  let [phrasing, second] = [-Infinity, -Infinity];
  let question = -1;
  for (const [at, row] of speaking.entries()) {
    const cosine = nearnessAt(vector, nearness, row);
    if (at === 0) question = cosine;
    if (cosine > phrasing) [phrasing, second] = [cosine, phrasing];
    else if (cosine > second) second = cosine;
  }
  let answer = -1;
  const rows = nearness.length / vector.length;
  for (let row = phrasings.length; row < rows; row += 1) answer = Math.max(answer, nearnessAt(vector, nearness, row));
  if (speaking.length === 0) return { phrasing: -1, answer, question, twoNearest: -1 };
  return { phrasing, answer, question, twoNearest: speaking.length === 1 ? phrasing : (phrasing + second) / 2 };
}

/** Its ids: of its phrasings, and with those of its answer. */
function saidBy({ ids, studies }: StoreIndex, article: number): { readonly asked: Uint32Array; readonly all: Uint32Array } {
  const all = ids[article] ?? new Uint32Array(0);
  const study = studies[article];
  return { all, asked: all.subarray(0, study?.grams.starts[study.phrasings.length]) };
}

function describe(
  { index, query, found, standing, text }: Describing,
  article: number,
  ridge: number,
): Omit<Evidence, "telling"> {
  const places = speakingOf(index, found, article);
  const phase = index.articles[article]?.phase;
  const bestPlace = places.reduce((best, place) => ((found.words[place] ?? 0) > (found.words[best] ?? 0) ? place : best));
  const best = phraseAt(index, bestPlace);
  const shared = sharedMass(query, best.ids);
  const bestMass = best.ids.reduce((total, id) => total + (index.idf[id] ?? 0), 0);
  const all = index.ids[article] ?? new Uint32Array(0);
  const study = index.studies[article];
  const ofAnswer = all.subarray(study?.grams.starts[study.phrasings.length]);
  const ofQuestion = (mass: number): number => (query.mass === 0 ? 0 : mass / query.mass);
  return {
    article,
    ridge,
    best: found.words[bestPlace] ?? 0,
    meaning: places.reduce((most, place) => Math.max(most, found.meanings[place] ?? -1), -1),
    meaningOfAnswer: nearest(query.phrase.vector, study?.answerVectors ?? new Float32Array(0)),
    nearness: standing(article),
    covered: ofQuestion(shared),
    covering: bestMass === 0 ? 0 : shared / bestMass,
    explained: ofQuestion(sharedMass(query, all)),
    answered: ofQuestion(sharedMass(query, ofAnswer)),
    overlap: overlapOf({
      query,
      idf: index.idf,
      phrases: places.map((place) => phraseAt(index, place)),
      isTitleFirst: places[0] === index.firstPhrase[article],
    }),
    isPresale: phase === "presale",
    isAftersale: phase === "aftersale",
    isEnglish: best.isEnglish,
    unexplainedWords: best.isEnglish ? countUnexplained(index, text, new Set(all)) : 0,
    isExact: best.text === text || cosine(best, query.phrase) > 0.999,
  };
}

function nearest(vector: Float32Array, rows: Float32Array): number {
  let best = -1;
  for (let row = 0; row < rows.length / vector.length; row += 1) best = Math.max(best, closenessAt(vector, rows, row));
  return best;
}

function countUnexplained(index: StoreIndex, text: string, present: ReadonlySet<number>): number {
  const isExplained = (gram: string): boolean => present.has(idOf(index.vocabulary, hashGram(gram)));
  return englishMeanings(text).filter((grams) => !grams.some(isExplained)).length;
}

/** What the question's informative grams that are among these weigh. */
function sharedMass({ phrase, idf }: Query, ids: Uint32Array): number {
  let mass = 0;
  for (let at = 0; at < phrase.ids.length; at += 1) if (ids.includes(phrase.ids[at] ?? -1)) mass += idf[at] ?? 0;
  return mass;
}

function sum(values: Float32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
