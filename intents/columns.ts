import type { Steps } from "../src/core/steps.ts";
import { MAIN_SHARES, type ArticleRows, type MainShares, type Studied } from "./study.ts";

/**
 * What every question is compared with, of all articles one after the other: a large store is read from end to end for each
 * question, and jumping from article to article costs several times as much.
 */
export interface Columns {
  /** What each phrasing means, of length 1. */
  readonly vectors: Float32Array;
  /** Each article's row; see ArticleRows. */
  readonly topicRoots: Float32Array;
  readonly matters: MainShares;
}

/** An article of a store that is learned: new, or taken from this place of what was known before. */
export type Learnt = Studied | { readonly from: number };

/** Where rows are taken from that were known before. */
export interface KnownColumns extends Columns {
  readonly firstPhrase: Uint32Array;
}

/** Neighbours that stay neighbours are copied together, so many at a time. */
const MOST_TOGETHER = 256;

/** The columns of these articles, in their order. Throws when one is taken from before and there was none. */
export function* gatherColumns(learnt: readonly Learnt[], before: KnownColumns | undefined): Steps<Columns> {
  const runs = runsOf(learnt, before);
  const size = (of: (rows: ArticleRows) => ArrayLike<number>): number => runs.reduce((sum, rows) => sum + of(rows).length, 0);
  const columns = {
    vectors: new Float32Array(size(({ vectors }) => vectors)),
    topicRoots: new Float32Array(size(({ topicRoots }) => topicRoots)),
    matters: { labels: new Uint16Array(size(labelsOf)), shares: new Float32Array(size(labelsOf)) },
  };
  let [vectorsAt, topicsAt, mattersAt] = [0, 0, 0];
  for (const { vectors, topicRoots, matters } of runs) {
    columns.vectors.set(vectors, vectorsAt);
    columns.topicRoots.set(topicRoots, topicsAt);
    columns.matters.labels.set(matters.labels, mattersAt);
    columns.matters.shares.set(matters.shares, mattersAt);
    vectorsAt += vectors.length;
    topicsAt += topicRoots.length;
    mattersAt += matters.labels.length;
    yield;
  }
  return columns;
}

function labelsOf({ matters }: ArticleRows): Uint16Array {
  return matters.labels;
}

function runsOf(learnt: readonly Learnt[], before: KnownColumns | undefined): readonly ArticleRows[] {
  const runs: ArticleRows[] = [];
  for (let at = 0; at < learnt.length;) {
    const one = learnt[at];
    if (one === undefined) break;
    if (!("from" in one)) {
      runs.push(one.rows);
      at += 1;
      continue;
    }
    let count = 1;
    while (count < MOST_TOGETHER && placeOf(learnt[at + count]) === one.from + count) count += 1;
    runs.push(rowsAt(before, one.from, one.from + count));
    at += count;
  }
  return runs;
}

function placeOf(one: Learnt | undefined): number | undefined {
  return one !== undefined && "from" in one ? one.from : undefined;
}

/** The rows of the articles from `first` to before `end`. */
function rowsAt(before: KnownColumns | undefined, first: number, end: number): ArticleRows {
  if (before === undefined) throw new Error(`article ${first} is taken from an index that is not given`);
  const { firstPhrase, vectors, topicRoots, matters } = before;
  const articles = firstPhrase.length - 1;
  const dimensions = vectors.length / Math.max(1, firstPhrase[articles] ?? 1);
  const topics = topicRoots.length / articles;
  return {
    vectors: vectors.subarray((firstPhrase[first] ?? 0) * dimensions, (firstPhrase[end] ?? 0) * dimensions),
    topicRoots: topicRoots.subarray(first * topics, end * topics),
    matters: {
      labels: matters.labels.subarray(first * MAIN_SHARES, end * MAIN_SHARES),
      shares: matters.shares.subarray(first * MAIN_SHARES, end * MAIN_SHARES),
    },
  };
}
