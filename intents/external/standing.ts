import type { Steps } from "../../src/core/steps.ts";
import type { StoreIndex } from "../store-index.ts";
import { packedCloseness, unpackVector, type Packed } from "./vectors.ts";

/** So many phrasings are looked at to learn how the model sees this store; more say the same. */
const LOOKED_AT = 64;
/** With fewer articles of a language nobody can say what is unusually close. */
const MIN_ARTICLES = 4;
/** With fewer phrasings that have a sibling, how keen the model is is not measured but assumed. */
const MIN_SIBLINGS = 8;
const ASSUMED_KEENNESS = 1.5;
/** Shoppers' words are further from an article's than its own phrasings are from each other: one hand wrote those. */
const STRANGERS = 0.7;
const MOST_KEENNESS = 1.7;
/** A model that sets an article's own phrasings no further apart from the others than this knows nothing of the store. */
const LEAST_KEENNESS = 0.5;
/** Whatever the numbers, so little is no difference. */
const LEAST_DEVIATION = 0.01;
/** How far the service may speak against an article and for one, in log-odds. */
const LOWEST = -2;
const HIGHEST = 5;
/** So many articles that the other channels did not retrieve may be brought in. */
const MOST_BROUGHT = 4;

/** After so many phrasings others may have a turn. */
const PER_STEP = 256;

/** Vectors of a store's phrasings, in the index's order; undefined for those that the service does not take. */
export interface StoreVectors {
  readonly index: StoreIndex;
  readonly vectors: readonly (Packed | undefined)[];
}

/** How the model sees the phrasings of one language in one store. */
export interface Gauge {
  /** How close a phrasing comes to the nearest one of another article: mean and standard deviation of the cosine. */
  readonly mean: number;
  readonly deviation: number;
  /** So many of those deviations closer than that a text is expected to be to the article that answers it. */
  readonly keenness: number;
}

/** Undefined for a language: the model has nothing to say to it. */
export interface Gauges {
  readonly zh: Gauge | undefined;
  readonly en: Gauge | undefined;
}

/** What the service says to one text. */
export interface Support {
  /** Added to the log-odds of each article, by its place in the index; 0 where it says nothing. */
  readonly lifts: Float32Array;
  /** Articles it speaks for most, to be looked at whatever the other channels found. */
  readonly brought: readonly number[];
}

/**
 * Learns how the model sees a store, from the store alone, so that nothing needs to be fitted for a model: how close its
 * phrasings come to other articles, and how much closer to their own.
 */
export function* gaugeStore(store: StoreVectors): Steps<Gauges> {
  return { zh: yield* gaugeLanguage(store, false), en: yield* gaugeLanguage(store, true) };
}

function* gaugeLanguage(store: StoreVectors, isEnglish: boolean): Steps<Gauge | undefined> {
  const { phrases, articleOf } = store.index;
  const members = [...phrases.keys()].filter((at) => phrases[at]?.isEnglish === isEnglish);
  if (new Set(members.map((at) => articleOf[at])).size < MIN_ARTICLES) return undefined;
  const others: number[] = [];
  const siblings: number[] = [];
  const every = Math.max(1, members.length / LOOKED_AT);
  for (let step = 0; Math.floor(step) < members.length; step += every) {
    const { other, sibling } = yield* nearest(store, members, members[Math.floor(step)] ?? 0);
    if (other !== undefined) others.push(other);
    if (sibling !== undefined) siblings.push(sibling);
  }
  return gaugeOf(others, siblings);
}

interface Nearest {
  readonly other: number | undefined;
  readonly sibling: number | undefined;
}

function* nearest({ index, vectors }: StoreVectors, members: readonly number[], at: number): Steps<Nearest> {
  const own = index.phrases[at];
  const ownArticle = index.articleOf[at] ?? 0;
  const packed = vectors[at];
  if (own === undefined || packed === undefined) return { other: undefined, sibling: undefined };
  const vector = unpackVector(packed);
  let other: number | undefined;
  let sibling: number | undefined;
  for (const [step, one] of members.entries()) {
    if (step % PER_STEP === 0) yield undefined;
    const phrase = index.phrases[one];
    const theirs = vectors[one];
    if (one === at || phrase === undefined || theirs === undefined || phrase.text === own.text) continue;
    const close = packedCloseness(theirs, vector);
    const article = index.articleOf[one] ?? 0;
    if (article === ownArticle) sibling = Math.max(sibling ?? -1, close);
    else if (!saysTheSame(index, article, ownArticle)) other = Math.max(other ?? -1, close);
  }
  return { other, sibling };
}

/** The store's own article and the shared one that it hides are one to a shopper. */
function saysTheSame({ hiddenBy }: StoreIndex, one: number, another: number): boolean {
  return (hiddenBy[one] ?? []).includes(another) || (hiddenBy[another] ?? []).includes(one);
}

function gaugeOf(others: readonly number[], siblings: readonly number[]): Gauge | undefined {
  if (others.length === 0) return undefined;
  const mean = average(others);
  const deviation = Math.max(LEAST_DEVIATION, Math.sqrt(average(others.map((close) => (close - mean) ** 2))));
  const measured = siblings.length < MIN_SIBLINGS ? undefined : (STRANGERS * (average(siblings) - mean)) / deviation;
  const keenness = Math.min(MOST_KEENNESS, measured ?? ASSUMED_KEENNESS);
  return keenness < LEAST_KEENNESS ? undefined : { mean, deviation, keenness };
}

function average(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** How close a text is to each article's closest phrasing of its language; NaN where there is none. */
export function* closenessToArticles(store: StoreVectors, text: AskedVector): Steps<Float32Array> {
  const best = new Float32Array(store.index.articles.length).fill(Number.NaN);
  for (const [at, { isEnglish }] of store.index.phrases.entries()) {
    if (at % PER_STEP === PER_STEP - 1) yield undefined;
    const packed = store.vectors[at];
    if (isEnglish !== text.isEnglish || packed === undefined) continue;
    const close = packedCloseness(packed, text.vector);
    const article = store.index.articleOf[at] ?? 0;
    const before = best[article] ?? Number.NaN;
    if (Number.isNaN(before) || close > before) best[article] = close;
  }
  return best;
}

export interface AskedVector {
  readonly vector: Float32Array;
  readonly isEnglish: boolean;
}

/**
 * What a text's closeness to each article says. In deviations z from how close other articles come, an article that does not
 * answer is expected about 0 and one that does about the keenness k, both spread by 1: the logarithm of the ratio is k (z - k / 2).
 */
export function supportOf({ mean, deviation, keenness }: Gauge, closeness: Float32Array): Support {
  const lifts = closeness.map((close) => {
    if (Number.isNaN(close)) return 0;
    const z = (close - mean) / deviation;
    return Math.min(HIGHEST, Math.max(LOWEST, keenness * (z - keenness / 2)));
  });
  const brought = [...lifts.keys()].filter((article) => (lifts[article] ?? 0) > 0);
  brought.sort((a, b) => (closeness[b] ?? 0) - (closeness[a] ?? 0));
  return { lifts, brought: brought.slice(0, MOST_BROUGHT) };
}

/** The chances with what the service says added to their log-odds; with “none of them” they still are 1 together. */
export function liftChances(chances: readonly number[], lifts: readonly number[]): readonly number[] {
  let none = 1;
  for (const chance of chances) none -= chance;
  const odds = chances.map((chance, at) => chance * Math.exp(lifts[at] ?? 0));
  let total = Math.max(0, none);
  for (const one of odds) total += one;
  return total > 0 ? odds.map((one) => one / total) : chances;
}
