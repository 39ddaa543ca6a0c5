import type { Embedding } from "../embedding.ts";
import { gramsOf, hashGram } from "../grams.ts";
import { normalise } from "../normalise.ts";
import { addStart } from "../start-vector.ts";
import { moveRows, startRows, type Rows } from "./adam.ts";
import { createChance, shuffle } from "./chance.ts";
import { contrast, dot, NEGLIGIBLE, type Directions } from "./contrast.ts";
import type { Corpus } from "./corpus.ts";

export interface NearnessSettings {
  /** A multiple of 4. */
  readonly dimensions: number;
  /** More than these learn the texts by heart. */
  readonly epochs: number;
  readonly rate: number;
  /** How sharply labels are told apart: the inverse of the softmax's temperature. */
  readonly sharpness: number;
  /** The right label's cosine must lead by so much. */
  readonly margin: number;
  /** Grams seen in fewer texts stay where they start. */
  readonly minTexts: number;
  /** So many texts are looked at together. */
  readonly batch: number;
  /** How much telling texts from texts counts, beside telling labels apart; 0..1. */
  readonly contrast: number;
  readonly contrastSharpness: number;
}

export const NEARNESS_SETTINGS: NearnessSettings = {
  dimensions: 192,
  epochs: 2,
  rate: 0.01,
  sharpness: 16,
  margin: 0.1,
  minTexts: 6,
  batch: 256,
  contrast: 0.5,
  contrastSharpness: 10,
};

interface Example {
  /** Rows of the grams that are trained. */
  readonly rows: Int32Array;
  /** Hashes of the others. */
  readonly others: Int32Array;
  readonly label: number;
}

interface Learning {
  readonly grams: Rows;
  readonly labels: Rows;
  readonly examples: readonly Example[];
  /** Positions of the examples of each label. */
  readonly ofLabel: readonly (readonly number[])[];
  readonly settings: NearnessSettings;
  readonly chance: () => number;
}

/**
 * Trains how near two wordings are: texts of one label are drawn to one direction and to each other, and away from all others, by
 * a softmax over cosines with all labels, with a margin (Wang 2018, “CosFace”), and one over the texts of a batch. It looks at each
 * text twice, so that it learns what words mean and no text by heart. The same texts and settings give the same embedding.
 */
export function trainNearness(
  corpus: Corpus,
  settings: NearnessSettings,
  report: (line: string) => void = () => undefined,
): Embedding {
  const { dimensions } = settings;
  const hashed = corpus.texts.map(({ text }) => readGrams(text));
  const vocabulary = chooseGrams(hashed, settings.minTexts);
  const examples = readExamples(corpus, hashed, vocabulary);
  const chance = createChance(12_345);
  const learning: Learning = {
    grams: startRows(startGrams(vocabulary, dimensions), dimensions),
    labels: startRows(
      Float32Array.from({ length: corpus.labels.length * dimensions }, () => (chance() - 0.5) * 0.35),
      dimensions,
    ),
    examples,
    ofLabel: groupByLabel(examples, corpus.labels.length),
    settings,
    chance,
  };
  const order = Int32Array.from(examples.keys());
  let step = 0;
  for (let epoch = 1; epoch <= settings.epochs; epoch += 1) {
    shuffle(order, chance);
    let right = 0;
    for (let from = 0; from + settings.batch <= order.length; from += settings.batch) {
      step += 1;
      right += learnBatch(learning, order.subarray(from, from + settings.batch), step);
    }
    report(`nearness: round ${epoch} of ${settings.epochs}, ${((100 * right) / examples.length).toFixed(1)} % right`);
  }
  return quantise(vocabulary, learning);
}

function readGrams(raw: string): readonly number[] {
  const { text, language } = normalise(raw);
  return gramsOf(text, language).map(hashGram);
}

function chooseGrams(hashed: readonly (readonly number[])[], minTexts: number): Uint32Array {
  const counts = new Map<number, number>();
  for (const hashes of hashed) for (const hash of new Set(hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= minTexts).map(([hash]) => hash);
  return Uint32Array.from(kept).sort();
}

function readExamples({ texts }: Corpus, hashed: readonly (readonly number[])[], vocabulary: Uint32Array): readonly Example[] {
  const positions = new Map(Array.from(vocabulary, (hash, at) => [hash, at]));
  return hashed.map((hashes, at) => ({
    rows: Int32Array.from(hashes.flatMap((hash) => positions.get(hash) ?? [])),
    others: Int32Array.from(hashes.filter((hash) => !positions.has(hash))),
    label: texts[at]?.label ?? 0,
  }));
}

function startGrams(vocabulary: Uint32Array, dimensions: number): Float32Array {
  const values = new Float32Array(vocabulary.length * dimensions);
  vocabulary.forEach((hash, row) => {
    addStart(values.subarray(row * dimensions, (row + 1) * dimensions), hash);
  });
  return values;
}

function groupByLabel(examples: readonly Example[], count: number): readonly (readonly number[])[] {
  const groups = Array.from({ length: count }, (): number[] => []);
  for (const [at, { label }] of examples.entries()) groups[label]?.push(at);
  return groups;
}

/** One step; returns how many of the texts were already told right. */
function learnBatch(learning: Learning, places: Int32Array, step: number): number {
  const { settings, grams, labels, chance } = learning;
  const firsts = readTexts(learning, places);
  const partners = places.map((place) => {
    const group = learning.ofLabel[learning.examples[place]?.label ?? 0] ?? [];
    return group[Math.floor(chance() * group.length)] ?? place;
  });
  const seconds = readTexts(learning, partners);
  const right = tellLabelsApart(learning, firsts);
  contrast(firsts, seconds, {
    count: places.length,
    dimensions: settings.dimensions,
    labels: firsts.labels,
    sharpness: settings.contrastSharpness,
    weight: settings.contrast,
  });
  const moved = new Set<number>();
  passBack(learning, firsts, moved);
  passBack(learning, seconds, moved);
  moveRows(grams, moved, { rate: settings.rate, number: step });
  moveRows(labels, learning.ofLabel.keys(), { rate: settings.rate, number: step });
  return right;
}

/** Texts of one batch: their directions, and what they are made of. */
interface Texts extends Directions {
  readonly examples: readonly Example[];
  readonly labels: Int32Array;
  /** How long each was before it was brought to length 1. */
  readonly lengths: Float32Array;
}

function readTexts({ examples, grams, settings: { dimensions } }: Learning, places: Int32Array): Texts {
  const units = new Float32Array(places.length * dimensions);
  const lengths = new Float32Array(places.length);
  const read: Example[] = [];
  for (const [at, place] of places.entries()) {
    const example = examples[place];
    if (example === undefined) throw new Error(`there is no example ${place}`);
    const sum = units.subarray(at * dimensions, (at + 1) * dimensions);
    for (const hash of example.others) addStart(sum, hash);
    for (const row of example.rows) addRow(sum, grams.values, row * dimensions);
    lengths[at] = toLengthOne(sum);
    read.push(example);
  }
  const labels = Int32Array.from(read, ({ label }) => label);
  return { units, gradients: new Float32Array(units.length), examples: read, labels, lengths };
}

function addRow(sum: Float32Array, rows: Float32Array, from: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (rows[from + at] ?? 0);
}

function toLengthOne(sum: Float32Array): number {
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1;
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) / length;
  return length;
}

/** Adds to the gradients of texts and labels; returns how many texts are nearest to their own label. */
function tellLabelsApart({ labels, settings }: Learning, texts: Texts): number {
  const { dimensions, sharpness, margin } = settings;
  const count = labels.values.length / dimensions;
  const units = labels.values.slice();
  const lengths = Float32Array.from({ length: count }, (_, label) =>
    toLengthOne(units.subarray(label * dimensions, (label + 1) * dimensions)),
  );
  const turns = new Float32Array(units.length);
  const shares = new Float32Array(count);
  const weight = ((1 - settings.contrast) * sharpness) / texts.examples.length;
  let right = 0;
  for (const [at, own] of texts.labels.entries()) {
    const start = at * dimensions;
    let [total, highest] = [0, -1];
    for (let label = 0; label < count; label += 1) {
      const cosine = dot(texts.units, start, { other: units, from: label * dimensions, dimensions });
      if (label !== own) highest = Math.max(highest, cosine);
      else right += 1;
      shares[label] = Math.exp(sharpness * (cosine - (label === own ? margin : 0) - 1));
      total += shares[label] ?? 0;
    }
    if (highest >= dot(texts.units, start, { other: units, from: own * dimensions, dimensions })) right -= 1;
    for (let label = 0; label < count; label += 1) {
      const error = weight * ((shares[label] ?? 0) / total - (label === own ? 1 : 0));
      if (Math.abs(error) < NEGLIGIBLE) continue;
      for (let place = 0, from = label * dimensions; place < dimensions; place += 1) {
        texts.gradients[start + place] = (texts.gradients[start + place] ?? 0) + error * (units[from + place] ?? 0);
        turns[from + place] = (turns[from + place] ?? 0) + error * (texts.units[start + place] ?? 0);
      }
    }
  }
  lengths.forEach((length, label) => {
    const part = (all: Float32Array): Float32Array => all.subarray(label * dimensions, (label + 1) * dimensions);
    addTurn(part(labels.gradients), { unit: part(units), gradient: part(turns), length });
  });
  return right;
}

/** Brings the gradients of texts to the grams they are sums of. */
function passBack({ grams, settings: { dimensions } }: Learning, texts: Texts, moved: Set<number>): void {
  const turn = new Float32Array(dimensions);
  for (const [at, { rows }] of texts.examples.entries()) {
    const part = (all: Float32Array): Float32Array => all.subarray(at * dimensions, (at + 1) * dimensions);
    turn.fill(0);
    addTurn(turn, { unit: part(texts.units), gradient: part(texts.gradients), length: texts.lengths[at] ?? 1 });
    for (const row of rows) {
      addRow(grams.gradients.subarray(row * dimensions, (row + 1) * dimensions), turn, 0);
      moved.add(row);
    }
  }
}

interface Turned {
  readonly unit: Float32Array;
  readonly gradient: Float32Array;
  readonly length: number;
}

/** The gradient of a direction as that of the vector it was before it was brought to length 1: only turning counts. */
function addTurn(into: Float32Array, { unit, gradient, length }: Turned): void {
  const along = dot(unit, 0, { other: gradient, from: 0, dimensions: unit.length });
  for (let at = 0; at < unit.length; at += 1)
    into[at] = (into[at] ?? 0) + ((gradient[at] ?? 0) - along * (unit[at] ?? 0)) / length;
}

function quantise(vocabulary: Uint32Array, { grams, settings: { dimensions } }: Learning): Embedding {
  const rows = new Int8Array(grams.values.length);
  const scales = new Float32Array(vocabulary.length);
  for (let row = 0; row < vocabulary.length; row += 1) {
    const own = grams.values.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = own.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0) / 127 || 1;
    scales[row] = scale;
    for (let at = 0; at < dimensions; at += 1) rows[row * dimensions + at] = Math.round((own[at] ?? 0) / scale);
  }
  // Nothing is laid among its labels: they are not kept.
  return { dimensions, grams: vocabulary, rows, scales, labels: new Float64Array(0), unmet: "start" };
}
