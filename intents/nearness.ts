import { embed, type Embedding } from "./embedding.ts";
import { normalise, type Normalised } from "./normalise.ts";

/**
 * How near two wordings are, by an embedding of its own: trained to find the texts that mean the same, where the other one is
 * trained to name the matter. Either alone is as good; together they are better, as they err on different questions
 * (docs/decisions/0035-two-embeddings.md). It is asked of a few hundred phrasings a question, so its rows are kept small.
 */
const FINENESS = 300;

/** One row a text, one after the other: parts of a vector of length 1, times FINENESS. */
export function nearnessRows(embedding: Embedding, texts: readonly Normalised[]): Int8Array {
  const rows = new Int8Array(texts.length * embedding.dimensions);
  for (const [at, text] of texts.entries()) {
    const vector = embed(embedding, text);
    for (let place = 0; place < vector.length; place += 1)
      rows[at * embedding.dimensions + place] = Math.max(-127, Math.min(127, Math.round(FINENESS * (vector[place] ?? 0))));
  }
  return rows;
}

/** The cosine, -1..1, of a vector of length 1 and a row. */
export function nearnessAt(vector: Float32Array, rows: Int8Array, row: number): number {
  const size = vector.length;
  let even = 0;
  let odd = 0;
  for (let at = 0, from = row * size; at < size; at += 2) {
    even += (vector[at] ?? 0) * (rows[from + at] ?? 0);
    odd += (vector[at + 1] ?? 0) * (rows[from + at + 1] ?? 0);
  }
  return (even + odd) / FINENESS;
}

/** More sentences of an answer than this are not looked at one by one. */
const MAX_SENTENCES = 8;

/** The sentences of an answer, each as it is compared; an answer of one sentence has one. */
export function sentencesOf(answer: string): readonly Normalised[] {
  const sentences = answer.split(/[。！？!?;；\n]|\.\s/u).filter((sentence) => sentence.trim() !== "");
  return sentences.slice(0, MAX_SENTENCES).map(normalise);
}

/** How near a question is to one article. */
export interface Near {
  /** To the nearest of its phrasings, and to the nearest sentence of its answer: cosines. */
  readonly phrasing: number;
  readonly answer: number;
  /** To its first phrasing in the language of the question, mostly the article's own question; and on average to the two nearest. */
  readonly question: number;
  readonly twoNearest: number;
}

/** How near, and how far ahead of the nearest of the others. */
export interface Standing extends Near {
  readonly phrasingLead: number;
  readonly answerLead: number;
}

const NOWHERE: Near = { phrasing: -1, answer: -1, question: -1, twoNearest: -1 };

/** How each article stands among those that were compared. */
export function standingsAmong(compared: ReadonlyMap<number, Near>): (article: number) => Standing {
  const phrasings = leadersOf(compared, ({ phrasing }) => phrasing);
  const answers = leadersOf(compared, ({ answer }) => answer);
  return (article) => {
    const near = compared.get(article) ?? NOWHERE;
    const phrasingLead = near.phrasing - bestBeside(phrasings, article);
    return { ...near, phrasingLead, answerLead: near.answer - bestBeside(answers, article) };
  };
}

/** The highest cosine, whose it is, and the highest of the others. */
interface Leaders {
  readonly first: number;
  readonly article: number;
  readonly second: number;
}

function leadersOf(compared: ReadonlyMap<number, Near>, of: (near: Near) => number): Leaders {
  let [first, article, second] = [-1, -1, -1];
  for (const [one, near] of compared) {
    const value = of(near);
    if (value > first) [first, article, second] = [value, one, first];
    else if (value > second) second = value;
  }
  return { first, article, second };
}

function bestBeside({ first, article, second }: Leaders, one: number): number {
  return one === article ? second : first;
}
