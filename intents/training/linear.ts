import { hashGram } from "../grams.ts";
import { linearGrams, scoreLinear, worthOf, type LinearModel } from "../linear.ts";
import { createChance, shuffle } from "./chance.ts";

/** How a classifier is trained; what is left out has the value that did best in cross-validation (docs/decisions/0019). */
export interface LinearSettings {
  /** What a text on the wrong side costs, against the size of the weights. */
  readonly cost?: number;
  /** Given: taken as it is. Not given: fitted by cross-validation, which trains five times more. */
  readonly temperature?: number;
}

const COST = 3;
const MAX_ROUNDS = 20;
/** A label is done when no text violates the conditions of the optimum by more. */
const TOLERANCE = 0.05;
/** The square root or less of a gram's rarity does better than all of it. */
const RARITY_POWER = 0.3;
const SEED = 9;
const FOLDS = 5;
const TEMPERATURES = { lowest: 0.01, highest: 10, steps: 40 };

/**
 * Trains a one-vs-rest support vector machine with squared hinge loss by dual coordinate descent (Hsieh et al., A Dual
 * Coordinate Descent Method for Large-scale Linear SVM, ICML 2008) over the grams of normalised texts; `labels[i]` belongs to
 * `texts[i]`. The same texts in the same order give the same model.
 */
export function trainLinear(texts: readonly string[], labels: readonly string[], settings: LinearSettings = {}): LinearModel {
  const cost = settings.cost ?? COST;
  const examples = texts.map((text, at): Example => ({ text, label: labels[at] ?? "", grams: linearGrams(text) }));
  return { ...fit(examples, cost), temperature: settings.temperature ?? fitTemperature(examples, cost) };
}

interface Example {
  readonly text: string;
  readonly label: string;
  readonly grams: readonly string[];
}

function fit(examples: readonly Example[], cost: number): LinearModel {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const { grams, values, rarest } = weighGrams(examples);
  const rows = vectorise(examples, grams, values);
  const weights = new Int8Array(grams.length * labels.length);
  const scales = new Float32Array(labels.length);
  const bias = new Float32Array(labels.length);
  labels.forEach((name, label) => {
    const signs = Int8Array.from(examples, (example) => (example.label === name ? 1 : -1));
    const trained = separate(rows, signs, { cost, size: grams.length });
    bias[label] = trained[grams.length] ?? 0;
    const scale = largest(trained.subarray(0, grams.length)) / 127 || 1;
    scales[label] = scale;
    for (let gram = 0; gram < grams.length; gram += 1)
      weights[gram * labels.length + label] = Math.round((trained[gram] ?? 0) / scale);
  });
  return { labels, grams, values, rarest, ...withoutZeros(weights, labels.length), scales, bias, temperature: 1 };
}

/** Of a full table, a row a gram, what is not 0. */
function withoutZeros(table: Int8Array, width: number): Pick<LinearModel, "starts" | "columns" | "weights"> {
  const count = table.reduce((total, weight) => total + (weight === 0 ? 0 : 1), 0);
  const starts = new Uint32Array((width === 0 ? 0 : table.length / width) + 1);
  const columns = new Uint16Array(count);
  const weights = new Int8Array(count);
  let kept = 0;
  for (let row = 0; row + 1 < starts.length; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const weight = table[row * width + column] ?? 0;
      if (weight === 0) continue;
      columns[kept] = column;
      weights[kept] = weight;
      kept += 1;
    }
    starts[row + 1] = kept;
  }
  return { starts, columns, weights };
}

function largest(values: Float32Array): number {
  return values.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
}

/** Every gram that was seen, in rising order, and its worth: that of its kind, and more the rarer it is. */
function weighGrams(examples: readonly Example[]) {
  const seen = new Map<number, { count: number; readonly worth: number }>();
  for (const gram of examples.flatMap((example) => example.grams)) {
    const hash = hashGram(gram);
    const known = seen.get(hash);
    if (known === undefined) seen.set(hash, { count: 1, worth: worthOf(gram) });
    else known.count += 1;
  }
  const grams = Uint32Array.from(seen.keys()).sort();
  const values = Float32Array.from(grams, (gram) => {
    const { count, worth } = seen.get(gram) ?? { count: 0, worth: 0 };
    return worth * rarityOf(count, examples.length);
  });
  return { grams, values, rarest: rarityOf(0, examples.length) };
}

function rarityOf(count: number, texts: number): number {
  return (Math.log((1 + texts) / (1 + count)) + 1) ** RARITY_POWER;
}

/** Sparse vectors of length 1, one after the other: row r has the entries from `starts[r]` to `starts[r + 1]`. */
interface Rows {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

function vectorise(examples: readonly Example[], grams: Uint32Array, worths: Float32Array): Rows {
  const places = new Map(Array.from(grams, (gram, at) => [gram, at]));
  const starts = new Int32Array(examples.length + 1);
  const ids: number[] = [];
  const values: number[] = [];
  examples.forEach((example, row) => {
    const own = new Set(example.grams.map((gram) => places.get(hashGram(gram)) ?? 0));
    const length = Math.hypot(...Array.from(own, (id) => worths[id] ?? 0)) || 1;
    for (const id of own) {
      ids.push(id);
      values.push((worths[id] ?? 0) / length);
    }
    starts[row + 1] = ids.length;
  });
  return { starts, ids: Int32Array.from(ids), values: Float32Array.from(values) };
}

interface Problem {
  readonly cost: number;
  readonly size: number;
}

/** The search for one label's weights: those of the grams and, last, the bias. */
interface Search {
  readonly rows: Rows;
  readonly signs: Int8Array;
  readonly diagonal: number;
  readonly weights: Float32Array;
  /** One for each row: how much it holds the weights up; 0 when it is far on its own side. */
  readonly alphas: Float64Array;
  /** The rows, those still looked at before the others. */
  readonly order: Int32Array;
  active: number;
  /** A row without say that violates nothing by more than this is left out until the end. */
  bound: number;
}

/** One label (+1) against the rest (-1). */
function separate(rows: Rows, signs: Int8Array, { cost, size }: Problem): Float32Array {
  const search: Search = {
    rows,
    signs,
    diagonal: 0.5 / cost,
    weights: new Float32Array(size + 1),
    alphas: new Float64Array(signs.length),
    order: Int32Array.from(signs, (_, at) => at),
    active: signs.length,
    bound: Infinity,
  };
  const chance = createChance(SEED);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    shuffle(search.order.subarray(0, search.active), chance);
    const { highest, lowest } = sweep(search);
    const isSettled = highest - lowest <= TOLERANCE;
    if (isSettled && search.active === signs.length) break;
    if (isSettled) search.active = signs.length;
    search.bound = !isSettled && highest > 0 ? highest : Infinity;
  }
  return search.weights;
}

/** Looks once at every active row; returns between what bounds the conditions of the optimum were violated. */
function sweep(search: Search) {
  const { order, alphas, signs, diagonal } = search;
  let highest = -Infinity;
  let lowest = Infinity;
  for (let at = 0; at < search.active; at += 1) {
    const row = order[at] ?? 0;
    const sign = signs[row] ?? 0;
    const alpha = alphas[row] ?? 0;
    const gradient = sign * marginOf(search, row) - 1 + diagonal * alpha;
    if (alpha === 0 && gradient > search.bound) {
      search.active -= 1;
      order[at] = order[search.active] ?? 0;
      order[search.active] = row;
      at -= 1;
      continue;
    }
    const violation = alpha === 0 ? Math.min(gradient, 0) : gradient;
    highest = Math.max(highest, violation);
    lowest = Math.min(lowest, violation);
    if (Math.abs(violation) < 1e-6) continue;
    // A row's squared length is 2: 1 for the grams, 1 for the bias.
    const next = Math.max(0, alpha - gradient / (2 + diagonal));
    alphas[row] = next;
    move(search, row, (next - alpha) * sign);
  }
  return { highest, lowest };
}

function marginOf({ rows: { starts, ids, values }, weights }: Search, row: number): number {
  const end = starts[row + 1] ?? 0;
  let margin = weights[weights.length - 1] ?? 0;
  for (let entry = starts[row] ?? 0; entry < end; entry += 1) margin += (weights[ids[entry] ?? 0] ?? 0) * (values[entry] ?? 0);
  return margin;
}

function move({ rows: { starts, ids, values }, weights }: Search, row: number, step: number): void {
  const end = starts[row + 1] ?? 0;
  for (let entry = starts[row] ?? 0; entry < end; entry += 1) {
    const id = ids[entry] ?? 0;
    weights[id] = (weights[id] ?? 0) + step * (values[entry] ?? 0);
  }
  weights[weights.length - 1] = (weights[weights.length - 1] ?? 0) + step;
}

/** The temperature at which probabilities of texts not trained on have the least log-loss. Labels of one example stay out. */
function fitTemperature(examples: readonly Example[], cost: number): number {
  const seen = new Map<string, number>();
  const folds = examples.map(({ label }) => {
    const before = seen.get(label) ?? 0;
    seen.set(label, before + 1);
    return before % FOLDS;
  });
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const known = examples.filter((_, at) => folds[at] !== fold);
    if (known.length === 0) continue;
    const model = fit(known, cost);
    examples.forEach(({ text, label }, at) => {
      const gold = model.labels.indexOf(label);
      if (folds[at] === fold && gold >= 0) judged.push({ margins: scoreLinear(model, text), gold });
    });
  }
  return judged.length === 0 ? 1 : coolest(judged);
}

interface Judged {
  readonly margins: Float32Array;
  readonly gold: number;
}

/** Golden-section search on the logarithm of the temperature; the log-loss has one valley. */
function coolest(judged: readonly Judged[]): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(TEMPERATURES.lowest);
  let high = Math.log(TEMPERATURES.highest);
  for (let step = 0; step < TEMPERATURES.steps; step += 1) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (logLoss(judged, Math.exp(left)) < logLoss(judged, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

function logLoss(judged: readonly Judged[], temperature: number): number {
  let total = 0;
  for (const { margins, gold } of judged) {
    const highest = margins.reduce((best, margin) => Math.max(best, margin), -Infinity);
    let sum = 0;
    for (const margin of margins) sum += Math.exp((margin - highest) / temperature);
    total += Math.log(sum) - ((margins[gold] ?? 0) - highest) / temperature;
  }
  return total;
}
