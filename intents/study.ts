import type { Steps } from "../src/core/steps.ts";
import type { KnownArticle } from "../src/core/understanding.ts";
import { embed, labelShares, type Embedding } from "./embedding.ts";
import { gramsOf, hashGram, weightOfGram } from "./grams.ts";
import { kindsOf, type Kinds } from "./kinds.ts";
import type { LinearModel } from "./linear.ts";
import { linksOf } from "./links.ts";
import { normalise } from "./normalise.ts";
import { classifyTopic, type TopicModel } from "./topics.ts";

/** A text of a store, as far as it can be read without the store's other texts. */
export interface StudiedText {
  readonly isEnglish: boolean;
  /** The normalised text, for exact matches. */
  readonly text: string;
  readonly hashes: Uint32Array;
  /** How much each gram says by its kind, beside `hashes`. */
  readonly factors: Float32Array;
  readonly vector: Float32Array;
}

/** Shares of the embedding's labels, the largest alone: the others are next to nothing. */
export interface MainShares {
  readonly labels: Uint16Array;
  readonly shares: Float32Array;
}

/** What is made of one article once: learning a store again after an edit makes it only for what changed. */
export interface StudiedArticle {
  readonly phrasings: readonly StudiedText[];
  readonly answer: StudiedText;
  /** What the answer means, and each of its sentences. */
  readonly answerVectors: readonly Float32Array[];
  /** Shares of the catalogue's topics, averaged over the phrasings. */
  readonly topics: Float32Array;
  /** Positions of the topics that people linked it to; they hold instead of `topics`. Absent: nobody said. */
  readonly links?: readonly number[] | undefined;
  readonly matters: MainShares;
  /** The most of each kind that one of its phrasings has. */
  readonly kinds: Kinds;
}

/** The frozen parts that studying needs. */
export interface StudyModel {
  readonly embedding: Embedding;
  readonly topics: TopicModel;
  readonly kinds: LinearModel;
}

/** More sentences of an answer than this are not looked at one by one. */
const MAX_SENTENCES = 8;
const MAIN_SHARES = 24;

/** Says when two articles are studied alike. */
export function studyKey({ question, alternatives, answer, topics }: KnownArticle): string {
  return JSON.stringify([question, alternatives, answer, topics ?? null]);
}

/** Reads everything an article says; a step is a phrasing. */
export function* studyArticle(model: StudyModel, article: KnownArticle): Steps<StudiedArticle> {
  const phrasings: StudiedText[] = [];
  const topics: Float32Array[] = [];
  const matters: Float32Array[] = [];
  const kinds: Kinds[] = [];
  for (const phrasing of [article.question, ...article.alternatives].filter((one) => one.trim() !== "")) {
    const studied = studyText(model.embedding, phrasing);
    phrasings.push(studied);
    topics.push(classifyTopic(model.topics, studied.text));
    matters.push(labelShares(model.embedding, studied.vector));
    kinds.push(kindsOf(model.kinds, studied.text));
    yield;
  }
  const answer = studyText(model.embedding, article.answer);
  return {
    phrasings,
    answer,
    answerVectors: [answer.vector, ...embedSentences(model.embedding, article.answer)],
    topics: average(topics, model.topics.topics.length),
    links: linksOf(model.topics, article),
    matters: mainShares(average(matters, model.embedding.labels.length / model.embedding.dimensions)),
    kinds: mostOf(kinds),
  };
}

function mostOf(all: readonly Kinds[]): Kinds {
  const most = (of: (kinds: Kinds) => number): number => Math.max(0, ...all.map(of));
  return { danger: most(({ danger }) => danger), ask: most(({ ask }) => ask) };
}

function studyText(embedding: Embedding, text: string): StudiedText {
  const normalised = normalise(text);
  const grams = gramsOf(normalised.text, normalised.language);
  return {
    isEnglish: normalised.language === "en",
    text: normalised.text,
    hashes: Uint32Array.from(grams, hashGram),
    factors: Float32Array.from(grams, weightOfGram),
    vector: embed(embedding, normalised),
  };
}

function embedSentences(embedding: Embedding, answer: string): readonly Float32Array[] {
  const sentences = answer.split(/[。！？!?;；\n]|\.\s/u).filter((sentence) => sentence.trim() !== "");
  if (sentences.length < 2) return [];
  return sentences.slice(0, MAX_SENTENCES).map((sentence) => embed(embedding, normalise(sentence)));
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
  return { labels, shares: Float32Array.from(labels, (label) => all[label] ?? 0) };
}

/** How alike a text's shares and an article's are, 0..1 (Bhattacharyya). */
export function matterOverlap(text: Float32Array, { labels, shares }: MainShares): number {
  let sum = 0;
  labels.forEach((label, at) => {
    sum += Math.sqrt((text[label] ?? 0) * (shares[at] ?? 0));
  });
  return sum;
}
