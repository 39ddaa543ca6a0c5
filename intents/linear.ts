import { z } from "zod";
import { hashGram } from "./grams.ts";
import type { Normalised } from "./normalise.ts";
import { findGram } from "./store-index.ts";
import { softmax } from "./topics.ts";

/**
 * A linear one-vs-rest classifier over hashed grams. `weights` is gram-major: gram g, label l at `g · labels + l`, to be
 * multiplied by `scales[l]`. `idf` says how rare a gram was in training. A label's margin is about +1 for its own texts and
 * -1 for others'; margins divided by `temperature` are the logarithms of the odds between labels.
 */
export interface LinearModel {
  readonly labels: readonly string[];
  readonly grams: Uint32Array;
  readonly idf: Float32Array;
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  readonly temperature: number;
}

/** The margins of all labels for a text given as distinct hashed grams; in the model's order. Without a known gram: the biases. */
export function scoreLinear(model: LinearModel, hashes: readonly number[]): Float32Array {
  const size = model.labels.length;
  const margins = new Float32Array(size);
  let squares = 0;
  for (const hash of hashes) {
    const gram = findGram(model.grams, hash);
    if (gram < 0) continue;
    const value = model.idf[gram] ?? 0;
    squares += value * value;
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

/** Probabilities of all labels for a text given as distinct hashed grams; in the model's order, they sum to 1. */
export function classifyLinear(model: LinearModel, hashes: readonly number[]): Float32Array {
  return softmax(scoreLinear(model, hashes).map((margin) => margin / model.temperature));
}

/** No text contributes more grams than this, so that a long text costs a bounded time. */
const MAX_GRAMS = 4_000;

/**
 * What the classifier sees of a text, hashed, each gram once. Chinese: runs of one to three characters and pairs around one
 * character. Others: stems, pairs of neighbouring stems and around one word, runs of three to five letters of a word.
 */
export function linearHashes(text: Pick<Normalised, "whole">): readonly number[] {
  const grams = new Set<string>();
  if (/\p{Script=Han}/u.test(text.whole)) addCharacters(grams, text.whole);
  else addWords(grams, text.whole);
  return [...new Set([...grams].map(hashGram))];
}

function addCharacters(grams: Set<string>, text: string): void {
  const characters = text.match(/[\p{L}\p{N}]/gu) ?? [];
  for (let at = 0; at < characters.length && grams.size < MAX_GRAMS; at += 1) {
    for (let length = 1; length <= 3 && at + length <= characters.length; length += 1)
      grams.add(characters.slice(at, at + length).join(""));
  }
}

function addWords(grams: Set<string>, text: string): void {
  const words = text.match(/[\p{L}\p{N}']+/gu) ?? [];
  let before = "";
  let beforeThat = "";
  for (const word of words) {
    if (grams.size >= MAX_GRAMS) break;
    const stem = stemOf(word);
    grams.add(`w:${stem}`);
    if (before !== "") grams.add(`b:${before} ${stem}`);
    if (beforeThat !== "") grams.add(`k:${beforeThat}_${stem}`);
    [beforeThat, before] = [before, stem];
    addLetters(grams, word.slice(0, 40));
  }
}

function addLetters(grams: Set<string>, word: string): void {
  const padded = `_${word}_`;
  for (let length = 3; length <= 5; length += 1)
    for (let at = 0; at + length <= padded.length; at += 1) grams.add(padded.slice(at, at + length));
}

function stemOf(word: string): string {
  return word.length < 4 ? word : word.replace(/(?:'s|ing|ied|ies|ed|es|s|ly|e)$/u, "");
}
