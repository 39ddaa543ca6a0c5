import { z } from "zod";
import { gramsOf, hashGram } from "./grams.ts";
import type { Normalised } from "./normalise.ts";
import { dotsOf } from "./dots.ts";
import { partAt, readPacked, writePacked } from "./packed.ts";
import { addStart } from "./start-vector.ts";
import { findGram } from "./vocabulary.ts";

/**
 * A static text embedding: the sum of the vectors of a text's grams, brought to length 1. Trained on our own text
 * (`npm run build:intents`) so that wordings of one question come close although they share no character.
 * Row r of `rows` belongs to `grams[r]` (hashed, ascending) and is multiplied by `scales[r]`.
 */
export interface Embedding {
  readonly dimensions: number;
  readonly grams: Uint32Array;
  readonly rows: Int8Array;
  readonly scales: Float32Array;
  /**
   * What was told apart in training: a direction of length 1 (times 127, in whole numbers) for each intent of the catalogue and matter
   * of a trade. A text is compared with all of them, so they are kept as a processor multiplies them: a byte each would take twice as long.
   */
  readonly labels: Float64Array;
  /**
   * What becomes of grams that were seldom met in training: they count for nothing, and runs of three characters are grams too; or
   * they stay where they start, so that two texts that share one are nearer for it (start-vector.ts).
   */
  readonly unmet: "nothing" | "start";
}

const embeddingMeta = z.object({ dimensions: z.int().positive(), unmet: z.enum(["nothing", "start"]).default("nothing") });

/** Reads intents/model/embedding.bin. Throws when it is not an embedding: build it again. */
export function readEmbedding(file: Buffer): Embedding {
  const packed = readPacked(file);
  const { dimensions, unmet } = embeddingMeta.parse(packed.meta);
  const grams = new Uint32Array(partAt(packed, 0));
  const rows = new Int8Array(partAt(packed, 1));
  const scales = new Float32Array(partAt(packed, 2));
  const labels = Float64Array.from(new Int8Array(partAt(packed, 3)));
  if (rows.length !== grams.length * dimensions || scales.length !== grams.length || labels.length % dimensions !== 0)
    throw new Error("intents/model/embedding.bin does not fit together; run `npm run build:intents`");
  return { dimensions, grams, rows, scales, labels, unmet };
}

/** Writes what `readEmbedding` reads. */
export function writeEmbedding({ dimensions, grams, rows, scales, labels, unmet }: Embedding): Buffer {
  return writePacked({ dimensions, unmet }, [grams, rows, scales, Int8Array.from(labels)]);
}

/** The vector of a normalised text, of length 1; all zero when none of its grams is known. */
export function embed(embedding: Embedding, text: Pick<Normalised, "text" | "language">): Float32Array {
  const { dimensions, grams, rows, scales, unmet } = embedding;
  const vector = new Float32Array(dimensions);
  for (const gram of unmet === "start" ? gramsOf(text.text, text.language) : meaningGrams(text)) {
    const hash = hashGram(gram);
    const row = findGram(grams, hash);
    if (row < 0) {
      if (unmet === "start") addStart(vector, hash);
      continue;
    }
    const scale = scales[row] ?? 0;
    for (let at = 0, from = row * dimensions; at < dimensions; at += 1) {
      vector[at] = (vector[at] ?? 0) + (rows[from + at] ?? 0) * scale;
    }
  }
  return toUnit(vector);
}

/** How sharply a text is laid among the labels; the same as in training. */
const SHARPNESS = 16;

/** How probably a text is of each label, by its vector: they sum to 1. */
export function labelShares({ dimensions, labels }: Embedding, vector: Float32Array): Float32Array {
  const count = labels.length / dimensions;
  const shares = new Float32Array(count);
  const closeness = dotsOf(Float64Array.from(vector), labels, borrowRoom(count));
  let total = 0;
  for (let label = 0; label < count; label += 1) {
    const share = Math.exp(SHARPNESS * ((closeness[label] ?? 0) / 127 - 1));
    shares[label] = share;
    total += share;
  }
  for (let label = 0; label < count; label += 1) shares[label] = (shares[label] ?? 0) / total;
  return shares;
}

let room = new Float64Array(0);

/** Room that is used again: what is in it is read before the next text is laid among the labels. */
function borrowRoom(size: number): Float64Array {
  if (room.length !== size) room = new Float64Array(size);
  return room;
}

/** The grams texts are compared by, and runs of three Chinese characters. */
export function meaningGrams({ text, language }: Pick<Normalised, "text" | "language">): readonly string[] {
  const grams = [...gramsOf(text, language)];
  if (language !== "zh") return grams;
  for (const run of text.slice(0, MAX_TRIPLES).match(/\p{Script=Han}{3,}/gu) ?? []) {
    const characters = [...run];
    for (let at = 0; at + 3 <= characters.length; at += 1) grams.push(characters.slice(at, at + 3).join(""));
  }
  return grams;
}

const MAX_TRIPLES = 1_000;

/** Brings a vector to length 1, in place; zero stays zero. */
export function toUnit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const length = Math.sqrt(square);
  if (length > 0) for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}

/** The cosine of two vectors of length 1. */
export function closeness(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** The cosine of a vector and row `row` of others that lie one after the other, all of length 1. */
export function closenessAt(vector: Float32Array, rows: Float32Array, row: number): number {
  const size = vector.length;
  const from = row * size;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let at = 0;
  // Four sums at once: a processor waits for none of them. A store's every phrasing comes by here for every question.
  for (; at + 3 < size; at += 4) {
    first += (vector[at] ?? 0) * (rows[from + at] ?? 0);
    second += (vector[at + 1] ?? 0) * (rows[from + at + 1] ?? 0);
    third += (vector[at + 2] ?? 0) * (rows[from + at + 2] ?? 0);
    fourth += (vector[at + 3] ?? 0) * (rows[from + at + 3] ?? 0);
  }
  for (; at < size; at += 1) first += (vector[at] ?? 0) * (rows[from + at] ?? 0);
  return first + second + third + fourth;
}
