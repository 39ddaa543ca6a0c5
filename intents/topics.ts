import { z } from "zod";
import { PHASES, SKILLS, type Phase, type Skill } from "../src/core/words.ts";
import { partAt, readPacked, writePacked } from "./packed.ts";
import { findGram } from "./store-index.ts";

/** What the catalogue says about one of its intents. */
export interface Topic {
  readonly id: string;
  readonly kind: "act" | "shop" | "none";
  readonly skill?: Skill | undefined;
  readonly phase?: Phase | undefined;
  readonly risk: "safe" | "must-cite" | "human-only";
}

/**
 * A linear classifier over the catalogue's intents: for every known gram one small weight a topic.
 * `weights` is gram-major: gram g, topic t at `g · topics + t`; multiply by `scale`.
 */
export interface TopicModel {
  readonly topics: readonly Topic[];
  readonly grams: Uint32Array;
  readonly weights: Int8Array;
  readonly bias: Float32Array;
  readonly scale: number;
}

const topicMeta = z.object({
  topics: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["act", "shop", "none"]),
      skill: z.enum(SKILLS).nullable(),
      phase: z.enum(PHASES).nullable(),
      risk: z.enum(["safe", "must-cite", "human-only"]),
    }),
  ),
  scale: z.number(),
});

/** Reads intents/model/topics.bin. Throws when it is not a topic model: build it again. */
export function readTopicModel(file: Buffer): TopicModel {
  const packed = readPacked(file);
  const { topics, scale } = topicMeta.parse(packed.meta);
  const grams = new Uint32Array(partAt(packed, 0));
  const weights = new Int8Array(partAt(packed, 1));
  const bias = new Float32Array(partAt(packed, 2));
  if (weights.length !== grams.length * topics.length || bias.length !== topics.length)
    throw new Error("intents/model/topics.bin does not fit together; run `npm run build:intents`");
  return {
    topics: topics.map((topic) => ({ ...topic, skill: topic.skill ?? undefined, phase: topic.phase ?? undefined })),
    grams,
    weights,
    bias,
    scale,
  };
}

/** Writes what `readTopicModel` reads. */
export function writeTopicModel({ topics, grams, weights, bias, scale }: TopicModel): Buffer {
  const named = topics.map((topic) => ({ ...topic, skill: topic.skill ?? null, phase: topic.phase ?? null }));
  return writePacked({ topics: named, scale }, [grams, weights, bias]);
}

/** Probabilities of the topics of a text, given its hashed grams; in the model's order, they sum to 1. */
export function classifyTopic(model: TopicModel, hashes: ArrayLike<number> & Iterable<number>): Float32Array {
  const size = model.topics.length;
  const scores = Float32Array.from(model.bias);
  // As in training: a text is a vector of length 1 over all its grams.
  const factor = model.scale / Math.sqrt(Math.max(1, hashes.length));
  for (const hash of hashes) {
    const row = findGram(model.grams, hash);
    if (row < 0) continue;
    for (let topic = 0, at = row * size; topic < size; topic += 1, at += 1) {
      scores[topic] = (scores[topic] ?? 0) + (model.weights[at] ?? 0) * factor;
    }
  }
  return softmax(scores);
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float32Array): Float32Array {
  const highest = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const value = Math.exp((scores[at] ?? 0) - highest);
    scores[at] = value;
    total += value;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / total;
  return scores;
}
