import { meaningGrams, type Embedding } from "../embedding.ts";
import { hashGram } from "../grams.ts";
import { normalise } from "../normalise.ts";
import { createChance, shuffle } from "./chance.ts";
import type { Corpus } from "./corpus.ts";
import { chooseLabels, findRivals, type Compared, type Rivals } from "./rivals.ts";

export interface EmbeddingSettings {
  readonly dimensions: number;
  readonly epochs: number;
  readonly rate: number;
  /** How sharply labels are told apart: the inverse of the softmax's temperature. */
  readonly sharpness: number;
  /** The right label's cosine must lead by so much. */
  readonly margin: number;
  /** Share of a text's grams left out at each look, so that no gram is relied on alone. */
  readonly dropped: number;
  /** Grams seen in fewer texts are left out. */
  readonly minTexts: number;
  /** A text is told apart from so many labels nearest to its own, and so many chosen by chance. */
  readonly nearest: number;
  readonly random: number;
}

export const EMBEDDING_SETTINGS: EmbeddingSettings = {
  dimensions: 96,
  epochs: 14,
  rate: 0.1,
  sharpness: 16,
  margin: 0.1,
  dropped: 0.3,
  minTexts: 2,
  nearest: 200,
  random: 100,
};

interface Example {
  readonly rows: Int32Array;
  readonly label: number;
}

/** What is learnt: a vector a gram, and one a label that the texts of the label are drawn to. */
interface Parameters {
  readonly dimensions: number;
  readonly grams: Float32Array;
  readonly labels: Float32Array;
  readonly labelCount: number;
  /** Sums of squared gradients, a number a row: steps shrink with them (Adagrad, Duchi 2011). */
  readonly gramHistory: Float32Array;
  readonly labelHistory: Float32Array;
}

/**
 * Trains the embedding: texts of one label are drawn to one direction and away from all others, by a softmax over cosines
 * with a margin (Wang 2018, “CosFace”). The same texts and settings give the same embedding.
 */
export function trainEmbedding(
  corpus: Corpus,
  settings: EmbeddingSettings,
  report: (line: string) => void = () => undefined,
): Embedding {
  const { texts } = corpus;
  const hashed = texts.map(({ text }) => meaningGrams(normalise(text)).map(hashGram));
  const vocabulary = chooseGrams(hashed, settings.minTexts);
  const positions = new Map(Array.from(vocabulary, (hash, at) => [hash, at]));
  const examples = hashed.map((hashes, at): Example => ({
    rows: Int32Array.from(hashes.flatMap((hash) => positions.get(hash) ?? [])),
    label: texts[at]?.label ?? 0,
  }));
  const labelCount = corpus.labels.length;
  const chance = createChance(12_345);
  const parameters = startParameters({ gramCount: vocabulary.length, labelCount, dimensions: settings.dimensions }, chance);
  const order = examples.map((_, at) => at);
  let rivals = rivalsOf(parameters, settings);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, chance);
    if (epoch % 2 === 1) rivals = rivalsOf(parameters, settings);
    const rate = settings.rate * (1 - epoch / settings.epochs) + 0.02 * settings.rate;
    const right = runEpoch({ examples, order, parameters, settings, rivals, rate, chance });
    report(`embedding: round ${epoch + 1} of ${settings.epochs}, ${((100 * right) / examples.length).toFixed(1)} % right`);
  }
  return quantise(vocabulary, parameters);
}

function rivalsOf({ labels, labelCount, dimensions }: Parameters, { nearest }: EmbeddingSettings): Rivals {
  const lengths = Float32Array.from({ length: labelCount }, (_, label) => lengthOf(labels, label, dimensions));
  return findRivals({ rows: labels, lengths, count: labelCount, dimensions }, nearest);
}

function chooseGrams(hashed: readonly (readonly number[])[], minTexts: number): Uint32Array {
  const counts = new Map<number, number>();
  for (const hashes of hashed) for (const hash of new Set(hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= minTexts).map(([hash]) => hash);
  return Uint32Array.from(kept).sort();
}

interface Sizes {
  readonly gramCount: number;
  readonly labelCount: number;
  readonly dimensions: number;
}

function startParameters({ gramCount, labelCount, dimensions }: Sizes, chance: () => number): Parameters {
  return {
    dimensions,
    grams: Float32Array.from({ length: gramCount * dimensions }, () => (chance() - 0.5) * 0.2),
    labels: Float32Array.from({ length: labelCount * dimensions }, () => chance() - 0.5),
    labelCount,
    gramHistory: new Float32Array(gramCount).fill(1e-8),
    labelHistory: new Float32Array(labelCount).fill(1e-8),
  };
}

interface Epoch {
  readonly examples: readonly Example[];
  readonly order: readonly number[];
  readonly parameters: Parameters;
  readonly settings: EmbeddingSettings;
  readonly rivals: Rivals;
  readonly rate: number;
  readonly chance: () => number;
}

/** Looks at every example once; returns how many were already told right. */
function runEpoch({ examples, order, parameters, settings, rivals, rate, chance }: Epoch): number {
  const work = startWork(parameters);
  let right = 0;
  for (const at of order) {
    const example = examples[at];
    if (example === undefined) continue;
    const kept = example.rows.filter(() => chance() >= settings.dropped);
    if (kept.length === 0) continue;
    sumRows(parameters, kept, work);
    const { labelCount } = parameters;
    chooseLabels(rivals, { label: example.label, random: settings.random, labelCount, chance }, work.compared);
    if (compare(parameters, settings, work)) right += 1;
    learnLabels(parameters, { settings, rate }, work);
    learnGrams(parameters, kept, { rate, gradient: work.gradient });
  }
  return right;
}

/** Room that every example uses anew. */
interface Work {
  /** The text's direction, of length 1, and its length before. */
  readonly unit: Float32Array;
  length: number;
  /** The labels the text is compared with, its own first; cosines and shares are in their order. */
  readonly compared: Compared;
  readonly cosines: Float32Array;
  readonly shares: Float32Array;
  readonly labelLengths: Float32Array;
  readonly gradient: Float32Array;
}

function startWork({ dimensions, labelCount, labels }: Parameters): Work {
  const labelLengths = new Float32Array(labelCount);
  for (let label = 0; label < labelCount; label += 1) labelLengths[label] = lengthOf(labels, label, dimensions);
  // Rivals and those of chance are never more than twice as many as there are labels.
  const room = 2 * labelCount;
  return {
    unit: new Float32Array(dimensions),
    length: 1,
    compared: { labels: new Int32Array(room), standsFor: new Float32Array(room), count: 0 },
    cosines: new Float32Array(room),
    shares: new Float32Array(room),
    labelLengths,
    gradient: new Float32Array(dimensions),
  };
}

function lengthOf(rows: Float32Array, row: number, dimensions: number): number {
  let square = 0;
  for (let at = row * dimensions; at < (row + 1) * dimensions; at += 1) square += (rows[at] ?? 0) ** 2;
  return Math.sqrt(square) || 1;
}

function sumRows({ grams, dimensions }: Parameters, rows: Int32Array, work: Work): void {
  const { unit } = work;
  unit.fill(0);
  for (const row of rows) {
    for (let at = 0, from = row * dimensions; at < dimensions; at += 1) unit[at] = (unit[at] ?? 0) + (grams[from + at] ?? 0);
  }
  work.length = lengthOf(unit, 0, dimensions);
  for (let at = 0; at < dimensions; at += 1) unit[at] = (unit[at] ?? 0) / work.length;
}

/** Cosines with every label compared and their softmax, into `work`; returns whether the text's own label, the first, is nearest. */
function compare({ labels, dimensions }: Parameters, settings: EmbeddingSettings, work: Work): boolean {
  const { compared, unit, cosines, shares } = work;
  let highest = -Infinity;
  let total = 0;
  for (let at = 0; at < compared.count; at += 1) {
    const label = compared.labels[at] ?? 0;
    let sum = 0;
    for (let place = 0, from = label * dimensions; place < dimensions; place += 1)
      sum += (labels[from + place] ?? 0) * (unit[place] ?? 0);
    const cosine = sum / (work.labelLengths[label] ?? 1);
    cosines[at] = cosine;
    if (at > 0) highest = Math.max(highest, cosine);
    const handicap = at === 0 ? settings.margin : 0;
    const share = (compared.standsFor[at] ?? 0) * Math.exp(settings.sharpness * (cosine - handicap - 1));
    shares[at] = share;
    total += share;
  }
  for (let at = 0; at < compared.count; at += 1) shares[at] = (shares[at] ?? 0) / total;
  return (cosines[0] ?? 0) > highest;
}

/** Errors smaller than this move nothing worth the time. */
const NEGLIGIBLE = 1e-3;

/** Turns the labels' vectors, and leaves in `work.gradient` how the text's own sum must change. */
function learnLabels(
  { labels, labelHistory, dimensions }: Parameters,
  { settings, rate }: Pick<Epoch, "settings" | "rate">,
  work: Work,
): void {
  const { unit, gradient, compared, cosines, shares, labelLengths } = work;
  gradient.fill(0);
  for (let place = 0; place < compared.count; place += 1) {
    const error = ((shares[place] ?? 0) - (place === 0 ? 1 : 0)) * settings.sharpness;
    if (Math.abs(error) < NEGLIGIBLE) continue;
    const one = compared.labels[place] ?? 0;
    const cosine = cosines[place] ?? 0;
    const length = labelLengths[one] ?? 1;
    const from = one * dimensions;
    // The squared length of u − c·p, for two directions u and p with cosine c.
    labelHistory[one] = (labelHistory[one] ?? 0) + ((error / length) ** 2 * Math.max(0, 1 - cosine * cosine)) / dimensions;
    const step = (rate / Math.sqrt(labelHistory[one] ?? 1)) * (error / length);
    for (let at = 0; at < dimensions; at += 1) {
      const direction = (labels[from + at] ?? 0) / length;
      const own = unit[at] ?? 0;
      gradient[at] = (gradient[at] ?? 0) + (error * (direction - cosine * own)) / work.length;
      labels[from + at] = (labels[from + at] ?? 0) - step * (own - cosine * direction);
    }
    labelLengths[one] = lengthOf(labels, one, dimensions);
  }
}

interface Turn {
  readonly rate: number;
  readonly gradient: Float32Array;
}

function learnGrams({ grams, gramHistory, dimensions }: Parameters, rows: Int32Array, { rate, gradient }: Turn): void {
  let square = 0;
  for (const value of gradient) square += value * value;
  for (const row of rows) {
    gramHistory[row] = (gramHistory[row] ?? 0) + square / dimensions;
    const step = rate / Math.sqrt(gramHistory[row] ?? 1);
    for (let at = 0, from = row * dimensions; at < dimensions; at += 1)
      grams[from + at] = (grams[from + at] ?? 0) - step * (gradient[at] ?? 0);
  }
}

function quantise(vocabulary: Uint32Array, { grams, dimensions, labels, labelCount }: Parameters): Embedding {
  const rows = new Int8Array(grams.length);
  const scales = new Float32Array(vocabulary.length);
  for (let row = 0; row < vocabulary.length; row += 1) {
    const own = grams.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = own.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0) / 127 || 1;
    scales[row] = scale;
    for (let at = 0; at < dimensions; at += 1) rows[row * dimensions + at] = Math.round((own[at] ?? 0) / scale);
  }
  const directions = new Float64Array(labels.length);
  for (let label = 0; label < labelCount; label += 1) {
    const length = lengthOf(labels, label, dimensions);
    for (let at = label * dimensions; at < (label + 1) * dimensions; at += 1)
      directions[at] = Math.round((127 * (labels[at] ?? 0)) / length);
  }
  return { dimensions, grams: vocabulary, rows, scales, labels: directions, unmet: "nothing" };
}
