import { blockAt, type PlacedBlock } from "./blocks.ts";
import { MAIN_SHARES, type ArticleRows, type Studied } from "./study.ts";

/** An article of a store that is learned: new, or taken from this place of what was known before. */
export type Learnt = Studied | { readonly from: number };

/** The rows of some articles one after the other, in their order. Throws when one is taken from before and there was none. */
export function gatherRows(learnt: readonly Learnt[], before: readonly PlacedBlock[]): ArticleRows {
  const all = learnt.map((one) => ("from" in one ? rowsAt(before, one.from) : one.rows));
  const size = (of: (rows: ArticleRows) => ArrayLike<number>): number => all.reduce((sum, rows) => sum + of(rows).length, 0);
  const gathered = {
    vectors: new Float32Array(size(({ vectors }) => vectors)),
    topicRoots: new Float32Array(size(({ topicRoots }) => topicRoots)),
    matters: { labels: new Uint16Array(size(labelsOf)), shares: new Float32Array(size(labelsOf)) },
  };
  let [vectorsAt, topicsAt, mattersAt] = [0, 0, 0];
  for (const { vectors, topicRoots, matters } of all) {
    gathered.vectors.set(vectors, vectorsAt);
    gathered.topicRoots.set(topicRoots, topicsAt);
    gathered.matters.labels.set(matters.labels, mattersAt);
    gathered.matters.shares.set(matters.shares, mattersAt);
    vectorsAt += vectors.length;
    topicsAt += topicRoots.length;
    mattersAt += matters.labels.length;
  }
  return gathered;
}

function labelsOf({ matters }: ArticleRows): Uint16Array {
  return matters.labels;
}

function rowsAt(before: readonly PlacedBlock[], article: number): ArticleRows {
  const { article: first, size, firstPhrase, vectors, topicRoots, matters } = blockAt(before, article, "article");
  const own = article - first;
  const dimensions = vectors.length / Math.max(1, firstPhrase[size] ?? 1);
  const topics = topicRoots.length / size;
  return {
    vectors: vectors.subarray((firstPhrase[own] ?? 0) * dimensions, (firstPhrase[own + 1] ?? 0) * dimensions),
    topicRoots: topicRoots.subarray(own * topics, (own + 1) * topics),
    matters: {
      labels: matters.labels.subarray(own * MAIN_SHARES, (own + 1) * MAIN_SHARES),
      shares: matters.shares.subarray(own * MAIN_SHARES, (own + 1) * MAIN_SHARES),
    },
  };
}
