import type { KnownArticle } from "../src/core/understanding.ts";
import type { Instant } from "../src/core/words.ts";
import { coversMeaning, englishMeanings, gramsOf, hashGram, weightOfGram } from "./grams.ts";
import { ridgeVotes } from "./kernel.ts";
import type { Normalised } from "./normalise.ts";
import { cosine, findGram, type Phrase, type StoreIndex } from "./store-index.ts";

/** So many phrasings are weighed against each other; more cost time and change nothing. */
const RETRIEVED = 30;
/** So many articles are looked at closely: those whose words fit best, and those whose matter does. */
const MAX_BY_WORDS = 8;
const MAX_BY_MATTER = 4;
/** An article whose matter fits less than this is not looked at for it. */
const MIN_AGREEMENT = 0.15;

/** How the store's words speak for one article, each 0..1 or a little beyond. */
export interface Evidence {
  readonly article: number;
  /** Sum of the kernel ridge votes of its phrasings. */
  readonly ridge: number;
  /** Similarity of its best phrasing. */
  readonly best: number;
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

interface Query {
  readonly phrase: Phrase;
  /** Weights of its grams as far as they carry meaning. */
  readonly idf: Float32Array;
  /** Sum of the informative weights of all its grams, known or not. */
  readonly mass: number;
  readonly gramCount: number;
}

/** What is asked of a store's index. */
export interface Asked {
  readonly text: Normalised;
  readonly at: Instant;
  /** Per article, how well its matter fits the question's, 0..1: articles without a word in common may still be meant. */
  readonly agreements: readonly number[];
}

/** Weighs a store's articles against a question: retrieval by characters, then local kernel ridge. */
export function matchStore(index: StoreIndex, asked: Asked): Matching {
  const query = readQuery(index, asked.text);
  const known = query.mass === 0 ? 0 : sum(query.idf) / query.mass;
  const hits = score(index, query, (phrase) => isUsable(index, phrase, asked));
  const byArticle = bestOfEach(hits);
  const words = addVotes(byArticle, hits.slice(0, RETRIEVED)).slice(0, MAX_BY_WORDS);
  const matters = [...byArticle.values()]
    .filter((entry) => !words.includes(entry) && (asked.agreements[entry.article] ?? 0) > MIN_AGREEMENT)
    .sort((a, b) => (asked.agreements[b.article] ?? 0) - (asked.agreements[a.article] ?? 0))
    .slice(0, MAX_BY_MATTER);
  const evidence = [...words, ...matters].map((entry) => describe(index, query, { ...entry, text: asked.text.text }));
  return { evidence, known, gramCount: query.gramCount };
}

interface Entry {
  readonly article: number;
  readonly best: Phrase;
  readonly similarity: number;
  ridge: number;
}

function bestOfEach(hits: readonly Hit[]): Map<number, Entry> {
  const byArticle = new Map<number, Entry>();
  for (const { phrase, similarity } of hits) {
    if (!byArticle.has(phrase.article))
      byArticle.set(phrase.article, { article: phrase.article, best: phrase, similarity, ridge: 0 });
  }
  return byArticle;
}

/** Adds the votes of the retrieved phrasings to their articles; returns those articles, best first. */
function addVotes(byArticle: ReadonlyMap<number, Entry>, retrieved: readonly Hit[]): Entry[] {
  const votes = ridgeVotes(
    retrieved.map((hit) => hit.phrase),
    retrieved.map((hit) => hit.similarity),
  );
  const voted = new Set<Entry>();
  retrieved.forEach((hit, position) => {
    const entry = byArticle.get(hit.phrase.article);
    if (entry === undefined) return;
    entry.ridge += votes[position] ?? 0;
    voted.add(entry);
  });
  return [...voted].sort((a, b) => b.ridge - a.ridge);
}

function readQuery(index: StoreIndex, question: Normalised): Query {
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
  };
  return { phrase, idf, mass, gramCount: grams.length };
}

/** An article speaks only while it is valid, and only through phrasings in the question's own language. */
function isUsable(index: StoreIndex, phrase: Phrase, asked: Asked): boolean {
  if (asked.text.language !== (phrase.isEnglish ? "en" : "zh")) return false;
  return (
    isSpeaking(index, phrase.article, asked.at) &&
    !(index.hiddenBy[phrase.article] ?? []).some((own) => isSpeaking(index, own, asked.at))
  );
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

interface Hit {
  readonly phrase: Phrase;
  readonly similarity: number;
}

function score(index: StoreIndex, query: Query, isWanted: (phrase: Phrase) => boolean): readonly Hit[] {
  const scores = new Float32Array(index.phrases.length);
  query.phrase.ids.forEach((id, position) => {
    const weight = query.phrase.weights[position] ?? 0;
    for (let slot = index.starts[id] ?? 0; slot < (index.starts[id + 1] ?? 0); slot += 1) {
      const phrase = index.postings[slot] ?? 0;
      scores[phrase] = (scores[phrase] ?? 0) + weight * (index.postingWeights[slot] ?? 0);
    }
  });
  const hits: Hit[] = [];
  index.phrases.forEach((phrase, at) => {
    if (isWanted(phrase)) hits.push({ phrase, similarity: scores[at] ?? 0 });
  });
  return hits.sort((a, b) => b.similarity - a.similarity);
}

interface Described {
  readonly article: number;
  readonly ridge: number;
  readonly best: Phrase;
  readonly similarity: number;
  readonly text: string;
}

function describe(index: StoreIndex, query: Query, entry: Described): Evidence {
  const shared = sharedMass(query, new Set(entry.best.ids));
  const bestMass = entry.best.ids.reduce((total, id) => total + (index.idf[id] ?? 0), 0);
  const all = new Set<number>(index.answerIds[entry.article]);
  for (const phrase of index.phrases) if (phrase.article === entry.article) for (const id of phrase.ids) all.add(id);
  return {
    article: entry.article,
    ridge: entry.ridge,
    best: entry.similarity,
    covered: query.mass === 0 ? 0 : shared / query.mass,
    covering: bestMass === 0 ? 0 : shared / bestMass,
    explained: query.mass === 0 ? 0 : sharedMass(query, all) / query.mass,
    answered: query.mass === 0 ? 0 : sharedMass(query, new Set(index.answerIds[entry.article])) / query.mass,
    isEnglish: entry.best.isEnglish,
    unexplainedWords: entry.best.isEnglish ? countUnexplained(index, entry.text, all) : 0,
    isExact: entry.best.text === entry.text || cosine(entry.best, query.phrase) > 0.999,
  };
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
