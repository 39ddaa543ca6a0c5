import { z } from "zod";
import { hashGram } from "./grams.ts";
import { findGram } from "./store-index.ts";
import { softmax } from "./topics.ts";

/**
 * A linear one-vs-rest classifier over hashed grams (`grams`, in rising order). `values` is what each gram is worth in a text,
 * `rarest` what one that was never seen is worth, times the worth of its kind.
 * `weights` is gram-major: gram g, label l at `g · labels + l`, in units of `scales[l]`. A label's margin is about +1 for its
 * own texts and -1 for others'; margins divided by `temperature` are logarithms of odds between labels.
 */
export interface LinearModel {
  readonly labels: readonly string[];
  readonly grams: Uint32Array;
  readonly values: Float32Array;
  readonly rarest: number;
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  readonly temperature: number;
}

/** Margins of all labels for a normalised text, in the model's order. The highest says how surely the text is of any label at all. */
export function scoreLinear(model: LinearModel, text: string): Float32Array {
  const size = model.labels.length;
  const margins = new Float32Array(size);
  let squares = 0;
  for (const name of linearGrams(text)) {
    const gram = findGram(model.grams, hashGram(name));
    // What was never seen is as rare as can be: it makes a text foreign, and every margin of it smaller.
    const value = model.values[gram] ?? worthOf(name) * model.rarest;
    squares += value * value;
    if (gram < 0) continue;
    for (let label = 0, at = gram * size; label < size; label += 1, at += 1) {
      margins[label] = (margins[label] ?? 0) + (model.weights[at] ?? 0) * value;
    }
  }
  const length = Math.sqrt(squares) || 1;
  for (let label = 0; label < size; label += 1) {
    margins[label] = ((margins[label] ?? 0) * (model.scales[label] ?? 0)) / length + (model.bias[label] ?? 0);
  }
  return margins;
}

/** Probabilities of all labels for a normalised text, in the model's order; they sum to 1. */
export function classifyLinear(model: LinearModel, text: string): Float32Array {
  return softmax(scoreLinear(model, text).map((margin) => margin / model.temperature));
}

const modelFile = z.object({
  labels: z.array(z.string()),
  grams: z.base64(),
  values: z.base64(),
  rarest: z.number(),
  weights: z.base64(),
  scales: z.array(z.number()),
  bias: z.array(z.number()),
  temperature: z.number().positive(),
});

/** Reads a model that writeLinearModel wrote. Throws an Error when it is none: train it again. */
export function readLinearModel(json: string): LinearModel {
  const file = modelFile.parse(JSON.parse(json));
  const weights = new Int8Array(Buffer.from(file.weights, "base64"));
  const grams = Uint32Array.from(readNumbers(file.grams, (bytes, at) => bytes.readUInt32LE(at)));
  if (weights.length !== grams.length * file.labels.length)
    throw new Error(`a linear model has ${weights.length} weights for ${grams.length} grams; train it again`);
  const values = Float32Array.from(readNumbers(file.values, (bytes, at) => bytes.readFloatLE(at)));
  return { ...file, grams, values, weights, scales: Float32Array.from(file.scales), bias: Float32Array.from(file.bias) };
}

function readNumbers(base64: string, read: (bytes: Buffer, at: number) => number): readonly number[] {
  const bytes = Buffer.from(base64, "base64");
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => read(bytes, at * 4));
}

/** A model as a file: typed arrays little-endian in base64, the rest as it is. */
export function writeLinearModel(model: LinearModel): object {
  const grams = Buffer.alloc(model.grams.length * 4);
  const values = Buffer.alloc(model.values.length * 4);
  model.grams.forEach((gram, at) => grams.writeUInt32LE(gram, at * 4));
  model.values.forEach((value, at) => values.writeFloatLE(value, at * 4));
  return {
    labels: model.labels,
    grams: grams.toString("base64"),
    values: values.toString("base64"),
    rarest: model.rarest,
    weights: Buffer.from(model.weights).toString("base64"),
    scales: [...model.scales],
    bias: [...model.bias],
    temperature: model.temperature,
  };
}

/** No text contributes more grams than about this, so that a long text costs a bounded time. */
const MAX_GRAMS = 4_000;
/** No word is longer; what is, is no word. */
const MAX_WORD = 40;

/**
 * What the classifier sees of a normalised text, each gram once. With Chinese in it: characters and pairs of neighbours, signs
 * and both ends of the text included, for they tell a question from an order. Without: stems, pairs of neighbouring stems and
 * pairs around one word, both ends included, and runs of three and four letters of each word.
 */
export function linearGrams(text: string): readonly string[] {
  const grams = new Set<string>();
  if (/\p{Script=Han}/u.test(text)) addCharacters(grams, text);
  else addWords(grams, text);
  return [...grams];
}

/** What a gram of its kind is worth beside its rarity: whole words more than letters, pairs with a gap less. */
export function worthOf(gram: string): number {
  if (gram.startsWith("w:")) return 1.5;
  return gram.startsWith("g:") ? 0.5 : 1;
}

function addCharacters(grams: Set<string>, text: string): void {
  let before = "^";
  for (const character of text.matchAll(/\S/gu)) {
    if (grams.size >= MAX_GRAMS) return;
    grams.add(character[0]);
    grams.add(before + character[0]);
    before = character[0];
  }
  grams.add(`${before}$`);
}

function addWords(grams: Set<string>, text: string): void {
  const words = text.match(/[\p{L}\p{N}']+/gu) ?? [];
  const stems: string[] = [];
  for (const word of words) {
    if (grams.size >= MAX_GRAMS) break;
    const short = word.slice(0, MAX_WORD);
    stems.push(stemOf(short));
    addLetters(grams, `_${short}_`);
  }
  if (stems.length === 0) return;
  const framed = ["^", ...stems, "$"];
  framed.forEach((stem, at) => {
    const [next, afterNext] = [framed[at + 1], framed[at + 2]];
    if (at > 0 && next !== undefined) grams.add(`w:${stem}`);
    if (next !== undefined) grams.add(`p:${stem} ${next}`);
    if (afterNext !== undefined) grams.add(`g:${stem} ${afterNext}`);
  });
}

function addLetters(grams: Set<string>, word: string): void {
  for (let at = 0; at + 3 <= word.length; at += 1) {
    grams.add(word.slice(at, at + 3));
    if (at + 4 <= word.length) grams.add(word.slice(at, at + 4));
  }
}

/** Ends that English puts on one and the same word; nothing more is needed beside runs of letters. */
function stemOf(word: string): string {
  return word.length < 4 ? word : word.replace(/(?:'s|ing|ied|ies|ed|es|s|ly|e)$/u, "");
}
