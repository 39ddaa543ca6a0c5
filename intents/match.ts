import type { Instant } from "../src/core/words.ts";
import { closeness, type Embedding } from "./embedding.ts";
import { englishMeanings, hashGram } from "./grams.ts";
import { ridgeVotes } from "./kernel.ts";
import type { Normalised } from "./normalise.ts";
import { bestHits, likenesses, readQuery, type Hit, type Query } from "./retrieve.ts";
import { cosine, findGram, type Phrase, type StoreIndex } from "./store-index.ts";

/** So many phrasings are weighed against each other; more cost time and change nothing. */
const RETRIEVED = 30;
/** So many articles are looked at closely: those whose phrasings fit best, and those whose matter does. */
const MAX_BY_PHRASINGS = 8;
const MAX_BY_MATTER = 4;
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
  /** Share of the question's informative grams that the best phrasing has. */
  readonly covered: number;
  /** Share of the best phrasing's informative grams that the question has. */
  readonly covering: number;
  /** Share of the question's informative grams found in any phrasing or in the answer. */
  readonly explained: number;
  /** Share of the question's informative grams found in the answer. */
  readonly answered: number;
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
}

/** What is asked of a store's index. */
export interface Asked {
  readonly text: Normalised;
  readonly at: Instant;
  /** Per article, how well its matter fits the question's, 0..1: articles without a word in common may still be meant. */
  readonly agreements: readonly number[];
  /** Articles to be looked at whatever was retrieved. */
  readonly brought?: readonly number[] | undefined;
}

interface Entry {
  readonly article: number;
  byWords: Hit;
  meaning: number;
  likeness: number;
  ridge: number;
}

/** Weighs a store's articles against a question: retrieval by words and meaning, then local kernel ridge. */
export function matchStore(embedding: Embedding, index: StoreIndex, asked: Asked): Matching {
  const query = readQuery(embedding, index, asked.text);
  const known = query.mass === 0 ? 0 : sum(query.idf) / query.mass;
  const hits = likenesses(index, query, asked.at);
  const entries = bestOfEach(hits);
  const voted = addVotes(entries, bestHits(hits, RETRIEVED));
  const chosen = new Set([...voted].sort((a, b) => b.ridge - a.ridge).slice(0, MAX_BY_PHRASINGS));
  const fit = (entry: Entry): number => asked.agreements[entry.article] ?? 0;
  const matters = [...entries.values()].filter((entry) => !chosen.has(entry) && fit(entry) > MIN_AGREEMENT);
  for (const entry of matters.sort((a, b) => fit(b) - fit(a)).slice(0, MAX_BY_MATTER)) chosen.add(entry);
  for (const article of asked.brought ?? []) {
    const entry = entries.get(article);
    if (entry !== undefined) chosen.add(entry);
  }
  const evidence = [...chosen].map((entry) => describe(index, query, { entry, text: asked.text.text }));
  return { evidence, known, gramCount: query.gramCount };
}

function bestOfEach(hits: readonly Hit[]): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  for (const hit of hits) {
    const { article } = hit.phrase;
    const known = entries.get(article);
    if (known === undefined) {
      entries.set(article, { article, byWords: hit, meaning: hit.meaning, likeness: hit.likeness, ridge: 0 });
      continue;
    }
    if (hit.words > known.byWords.words) known.byWords = hit;
    known.meaning = Math.max(known.meaning, hit.meaning);
    known.likeness = Math.max(known.likeness, hit.likeness);
  }
  return entries;
}

/** Adds the votes of the retrieved phrasings to their articles; returns those articles. */
function addVotes(entries: ReadonlyMap<number, Entry>, retrieved: readonly Hit[]): ReadonlySet<Entry> {
  const votes = ridgeVotes(
    retrieved.map((hit) => hit.phrase),
    retrieved.map((hit) => hit.likeness),
  );
  const voted = new Set<Entry>();
  retrieved.forEach((hit, position) => {
    const entry = entries.get(hit.phrase.article);
    if (entry === undefined) return;
    entry.ridge += votes[position] ?? 0;
    voted.add(entry);
  });
  return voted;
}

interface Described {
  readonly entry: Entry;
  readonly text: string;
}

function describe(index: StoreIndex, query: Query, { entry, text }: Described): Evidence {
  const best = entry.byWords.phrase;
  const shared = sharedMass(query, new Set(best.ids));
  const bestMass = best.ids.reduce((total, id) => total + (index.idf[id] ?? 0), 0);
  const answerIds = index.answerIds[entry.article] ?? [];
  const all = new Set<number>([...(index.articleIds[entry.article] ?? []), ...answerIds]);
  const ofQuestion = (mass: number): number => (query.mass === 0 ? 0 : mass / query.mass);
  return {
    article: entry.article,
    ridge: entry.ridge,
    best: entry.byWords.words,
    meaning: entry.meaning,
    meaningOfAnswer: nearest(query.phrase, index.answerVectors[entry.article] ?? []),
    covered: ofQuestion(shared),
    covering: bestMass === 0 ? 0 : shared / bestMass,
    explained: ofQuestion(sharedMass(query, all)),
    answered: ofQuestion(sharedMass(query, new Set(answerIds))),
    isEnglish: best.isEnglish,
    unexplainedWords: best.isEnglish ? countUnexplained(index, text, all) : 0,
    isExact: best.text === text || cosine(best, query.phrase) > 0.999,
  };
}

function nearest({ vector }: Phrase, others: readonly Float32Array[]): number {
  return others.reduce((best, other) => Math.max(best, closeness(vector, other)), -1);
}

function countUnexplained(index: StoreIndex, text: string, present: ReadonlySet<number>): number {
  const isExplained = (gram: string): boolean => present.has(findGram(index.vocabulary, hashGram(gram)));
  return englishMeanings(text).filter((grams) => !grams.some(isExplained)).length;
}

function sharedMass(query: Query, present: ReadonlySet<number>): number {
  let mass = 0;
  query.phrase.ids.forEach((id, position) => {
    if (present.has(id)) mass += query.idf[position] ?? 0;
  });
  return mass;
}

function sum(values: Float32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
