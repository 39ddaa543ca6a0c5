import { z } from "zod";
import { hashGram } from "./grams.ts";
import { partAt, readPacked, writePacked, type Packed } from "./packed.ts";
import { findGram } from "./vocabulary.ts";
import { softmax } from "./softmax.ts";

/**
 * A linear one-vs-rest classifier over hashed grams (`grams`, in rising order). `values` is what each gram is worth in a text,
 * `rarest` what one that was never seen is worth, times the worth of its kind.
 * Most weights are 0 and left out: those of gram g are at `starts[g]` to `starts[g + 1]`, `columns` says of which labels, in
 * units of `scales[label]`. A label's margin is about +1 for its own texts and -1 for others'; margins divided by `temperature`
 * are logarithms of odds between labels.
 */
export interface LinearModel {
  readonly labels: readonly string[];
  readonly grams: Uint32Array;
  readonly values: Float32Array;
  readonly rarest: number;
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
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
    for (let at = model.starts[gram] ?? 0; at < (model.starts[gram + 1] ?? 0); at += 1) {
      const label = model.columns[at] ?? 0;
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

const head = z.object({ labels: z.array(z.string()), rarest: z.number(), temperature: z.number().positive() });

/** What a packed file says of a model beside its arrays, and the arrays; `linearFrom` reads them again. */
export function linearParts({ labels, rarest, temperature, ...model }: LinearModel) {
  const { grams, values, starts, columns, weights, scales, bias } = model;
  return { meta: { labels, rarest, temperature }, arrays: [grams, values, starts, columns, weights, scales, bias] };
}

/** The model whose meta and first seven parts these are. Throws an Error when they do not fit together: train it again. */
export function linearFrom(packed: Packed): LinearModel {
  const meta = head.parse(packed.meta);
  const model = {
    ...meta,
    grams: new Uint32Array(partAt(packed, 0)),
    values: new Float32Array(partAt(packed, 1)),
    starts: new Uint32Array(partAt(packed, 2)),
    columns: new Uint16Array(partAt(packed, 3)),
    weights: new Int8Array(partAt(packed, 4)),
    scales: new Float32Array(partAt(packed, 5)),
    bias: new Float32Array(partAt(packed, 6)),
  };
  const { starts, columns, weights } = model;
  if (starts.length !== model.grams.length + 1 || starts.at(-1) !== weights.length || columns.length !== weights.length)
    throw new Error(`a linear model has ${weights.length} weights, but ${starts.at(-1) ?? 0} places for them; train it again`);
  return model;
}

/** Reads a model that writeLinearModel wrote. Throws an Error when it is none: train it again. */
export function readLinearModel(file: Buffer): LinearModel {
  return linearFrom(readPacked(file));
}

/** A model as a file. */
export function writeLinearModel(model: LinearModel): Buffer {
  const { meta, arrays } = linearParts(model);
  return writePacked(meta, arrays);
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
