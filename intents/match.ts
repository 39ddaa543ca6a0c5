import type { Instant } from "../src/core/words.ts";
import { gramsOf, hashGram } from "./grams.ts";
import { cosine, ridgeVotes } from "./kernel.ts";
import type { Normalised } from "./normalise.ts";
import { findGram, type Phrase, type StoreIndex } from "./store-index.ts";

/** So many phrasings are weighed against each other; more cost time and change nothing. */
const RETRIEVED = 30;
/** So many articles are looked at closely. */
const MAX_ARTICLES = 8;

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
  readonly isExact: boolean;
}

export interface Matching {
  /** Best ridge first. */
  readonly evidence: readonly Evidence[];
  /** Share of the question's informative grams that the store's phrasings know at all. */
  readonly known: number;
  readonly gramCount: number;
}

interface Query {
  readonly phrase: Phrase;
  readonly idf: Float32Array;
  /** Sum of the informative weights of all its grams, known or not. */
  readonly mass: number;
  readonly gramCount: number;
}

/** Weighs a store's articles against a question: retrieval by characters, then local kernel ridge. */
export function matchStore(index: StoreIndex, question: Normalised, at: Instant): Matching {
  const query = readQuery(index, question);
  const known = query.mass === 0 ? 0 : sum(query.idf) / query.mass;
  const retrieved = retrieve(index, query, (phrase) => isUsable(index, phrase, { question, at }));
  if (retrieved.length === 0) return { evidence: [], known, gramCount: query.gramCount };
  const phrases = retrieved.map((hit) => hit.phrase);
  const votes = ridgeVotes(
    phrases,
    retrieved.map((hit) => hit.similarity),
  );
  const byArticle = new Map<number, { ridge: number; best: Phrase; similarity: number }>();
  retrieved.forEach((hit, position) => {
    const vote = votes[position] ?? 0;
    const entry = byArticle.get(hit.phrase.article);
    if (entry === undefined) byArticle.set(hit.phrase.article, { ridge: vote, best: hit.phrase, similarity: hit.similarity });
    else entry.ridge += vote;
  });
  const evidence = [...byArticle].map(([article, entry]) => describe(index, query, { article, ...entry, text: question.text }));
  evidence.sort((a, b) => b.ridge - a.ridge);
  return { evidence: evidence.slice(0, MAX_ARTICLES), known, gramCount: query.gramCount };
}

function readQuery(index: StoreIndex, question: Normalised): Query {
  const grams = gramsOf(question.text, question.language);
  const ids = new Set<number>();
  let mass = 0;
  for (const gram of grams) {
    const id = findGram(index.vocabulary, hashGram(gram));
    mass += id < 0 ? index.unknownIdf : (index.idf[id] ?? 0);
    if (id >= 0) ids.add(id);
  }
  const ascending = Uint32Array.from(ids).sort();
  const idf = Float32Array.from(ascending, (id) => index.idf[id] ?? 0);
  const unknown = Math.max(0, grams.length - ids.size);
  const length = Math.sqrt(idf.reduce((total, w) => total + w * w, 0) + unknown * index.unknownIdf ** 2) || 1;
  const phrase = {
    article: -1,
    isEnglish: question.language === "en",
    text: question.text,
    ids: ascending,
    weights: idf.map((w) => w / length),
  };
  return { phrase, idf, mass, gramCount: grams.length };
}

/** An article speaks only while it is valid, and only through phrasings in the question's own language. */
function isUsable(index: StoreIndex, phrase: Phrase, asked: { question: Normalised; at: Instant }): boolean {
  if (phrase.isEnglish !== (asked.question.language === "en")) return false;
  const article = index.articles[phrase.article];
  if (article === undefined) return false;
  if (article.validFrom !== undefined && asked.at < article.validFrom) return false;
  return article.validUntil === undefined || asked.at < article.validUntil;
}

interface Hit {
  readonly phrase: Phrase;
  readonly similarity: number;
}

function retrieve(index: StoreIndex, query: Query, isWanted: (phrase: Phrase) => boolean): readonly Hit[] {
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
    const similarity = scores[at] ?? 0;
    if (similarity > 0 && isWanted(phrase)) hits.push({ phrase, similarity });
  });
  return hits.sort((a, b) => b.similarity - a.similarity).slice(0, RETRIEVED);
}

interface Described {
  readonly article: number;
  readonly ridge: number;
  readonly best: Phrase;
  readonly similarity: number;
  readonly text: string;
}

function describe(index: StoreIndex, query: Query, entry: Described): Evidence {
  const shared = sharedMass(query, entry.best.ids);
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
    isExact: entry.best.text === entry.text || cosine(entry.best, query.phrase) > 0.999,
  };
}

function sharedMass(query: Query, ids: Iterable<number>): number {
  const present = ids instanceof Set ? ids : new Set(ids);
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
