import type { Steps } from "../src/core/steps.ts";
import type { KnownArticle } from "../src/core/understanding.ts";
import { conditionsNamed } from "./conditions.ts";
import { embed, labelShares, type Embedding } from "./embedding.ts";
import { gramsOf, hashGram, weightOfGram } from "./grams.ts";
import { kindsOf, type Kinds } from "./kinds.ts";
import type { LinearModel } from "./linear.ts";
import { linksOf, rootsOfTopics } from "./links.ts";
import { nearnessRows, sentencesOf } from "./nearness.ts";
import { normalise, type Normalised } from "./normalise.ts";
import { classifyTopic, type TopicModel } from "./topics.ts";

/** A phrasing, as far as it can be read without the store's other texts. */
export interface StudiedText {
  readonly isEnglish: boolean;
  /** The normalised text, for exact matches. */
  readonly text: string;
}

/** The grams of several texts, one text after the other: those of text t are at `starts[t]` to `starts[t + 1]`. */
export interface Grams {
  readonly starts: Uint32Array;
  /** Ascending within a text, each once. */
  readonly hashes: Uint32Array;
  /** How much each says by its kind, in hundredths. */
  readonly factors: Uint8Array;
}

/** Shares of the embedding's labels, the largest MAIN_SHARES alone: the others are next to nothing. */
export interface MainShares {
  readonly labels: Uint16Array;
  readonly shares: Float32Array;
}

/** What every question is compared with; kept in a store's columns, not with the article. */
export interface ArticleRows {
  /** What each phrasing means, one after the other, each of length 1. */
  readonly vectors: Float32Array;
  /** Roots of the shares of the catalogue's topics, averaged over the phrasings; 0 for those that are not the shop's. */
  readonly topicRoots: Float32Array;
  readonly matters: MainShares;
}

/**
 * What is made of one article once: learning a store again after an edit makes it only for what changed. Few arrays with much in
 * each, as a thousand stores have many articles.
 */
export interface StudiedArticle {
  readonly phrasings: readonly StudiedText[];
  /** Of the phrasings, then of the answer. */
  readonly grams: Grams;
  /** What the answer means, and each of its sentences, one after the other, each of length 1. */
  readonly answerVectors: Float32Array;
  /** How near the phrasings are to what is asked, then the sentences of the answer; see nearness.ts. */
  readonly nearness: Int8Array;
  /** Positions of the topics that people linked it to; they hold instead of the guessed. Absent: nobody said. */
  readonly links?: readonly number[] | undefined;
  /** The most of each kind that one of its phrasings has. */
  readonly kinds: Kinds;
  /** What may make a product wrong for somebody, as far as the article speaks of it; see conditions.ts. */
  readonly conditions: readonly string[];
}

/** The frozen parts that studying needs. */
export interface StudyModel {
  readonly embedding: Embedding;
  readonly nearness: Embedding;
  readonly topics: TopicModel;
  readonly kinds: LinearModel;
}

export const MAIN_SHARES = 24;

/** Says when two articles are studied alike. */
export function studyKey({ question, alternatives, answer, topics }: KnownArticle): string {
  return JSON.stringify([question, alternatives, answer, topics ?? null]);
}

export interface Studied {
  readonly study: StudiedArticle;
  readonly rows: ArticleRows;
}

/** Reads everything an article says; a step is a phrasing. */
export function* studyArticle(model: StudyModel, article: KnownArticle): Steps<Studied> {
  const texts: Normalised[] = [];
  const vectors: Float32Array[] = [];
  const topics: Float32Array[] = [];
  const matters: Float32Array[] = [];
  const kinds: Kinds[] = [];
  for (const phrasing of [article.question, ...article.alternatives].filter((one) => one.trim() !== "")) {
    const text = normalise(phrasing);
    const vector = embed(model.embedding, text);
    texts.push(text);
    vectors.push(vector);
    topics.push(classifyTopic(model.topics, text.text));
    matters.push(labelShares(model.embedding, vector));
    kinds.push(kindsOf(model.kinds, text.text));
    yield;
  }
  const answer = normalise(article.answer);
  const sentences = sentencesOf(article.answer);
  const study = {
    phrasings: texts.map(({ text, language }) => ({ text, isEnglish: language === "en" })),
    grams: joinGrams([...texts, answer]),
    answerVectors: join([embed(model.embedding, answer), ...embedSeveral(model.embedding, sentences)]),
    nearness: nearnessRows(model.nearness, [...texts, ...sentences]),
    links: linksOf(model.topics, article),
    kinds: mostOf(kinds),
    conditions: conditionsNamed([...texts, answer].map(({ whole }) => whole).join(" ")),
  };
  const rows = {
    vectors: join(vectors),
    topicRoots: rootsOfTopics(model.topics, average(topics, model.topics.topics.length)),
    matters: mainShares(average(matters, model.embedding.labels.length / model.embedding.dimensions)),
  };
  return { study, rows };
}

function mostOf(all: readonly Kinds[]): Kinds {
  const most = (of: (kinds: Kinds) => number): number => Math.max(0, ...all.map(of));
  return { danger: most(({ danger }) => danger), ask: most(({ ask }) => ask) };
}

function joinGrams(texts: readonly Normalised[]): Grams {
  const all = texts.map(({ text, language }) => weighGrams(gramsOf(text, language)));
  const starts = new Uint32Array(texts.length + 1);
  for (const [at, { hashes }] of all.entries()) starts[at + 1] = (starts[at] ?? 0) + hashes.length;
  const grams = { starts, hashes: new Uint32Array(starts.at(-1) ?? 0), factors: new Uint8Array(starts.at(-1) ?? 0) };
  for (const [at, { hashes, factors }] of all.entries()) {
    grams.hashes.set(hashes, starts[at]);
    grams.factors.set(factors, starts[at]);
  }
  return grams;
}

/** Of grams that hash alike the weightier counts, whichever comes first: what is made of a text must not hang on order. */
function weighGrams(grams: readonly string[]): Pick<Grams, "hashes" | "factors"> {
  const weights = new Map<number, number>();
  for (const gram of grams) {
    const hash = hashGram(gram);
    weights.set(hash, Math.max(weights.get(hash) ?? 0, Math.round(100 * weightOfGram(gram))));
  }
  const hashes = Uint32Array.from(weights.keys()).sort();
  return { hashes, factors: Uint8Array.from(hashes, (hash) => weights.get(hash) ?? 0) };
}

function join(vectors: readonly Float32Array[]): Float32Array {
  const dimensions = vectors[0]?.length ?? 0;
  const joined = new Float32Array(vectors.length * dimensions);
  for (const [at, vector] of vectors.entries()) joined.set(vector, at * dimensions);
  return joined;
}

/** One sentence is the whole answer, which is there already. */
function embedSeveral(embedding: Embedding, sentences: readonly Normalised[]): readonly Float32Array[] {
  return sentences.length < 2 ? [] : sentences.map((sentence) => embed(embedding, sentence));
}

function average(rows: readonly Float32Array[], size: number): Float32Array {
  const total = new Float32Array(size);
  for (const row of rows) for (let at = 0; at < size; at += 1) total[at] = (total[at] ?? 0) + (row[at] ?? 0);
  return total.map((value) => value / Math.max(1, rows.length));
}

function mainShares(all: Float32Array): MainShares {
  const labels = Uint16Array.from(all.keys())
    .sort((a, b) => (all[b] ?? 0) - (all[a] ?? 0))
    .slice(0, MAIN_SHARES);
  const shares = new Float32Array(MAIN_SHARES).map((_, at) => all[labels[at] ?? all.length] ?? 0);
  return { labels: new Uint16Array(MAIN_SHARES).map((_, at) => labels[at] ?? 0), shares };
}
