import { z } from "zod";
import { PHASES, SKILLS, type Phase, type Skill } from "../src/core/words.ts";
import { classifyLinear, linearFrom, linearParts, type LinearModel } from "./linear.ts";
import { readPacked, writePacked } from "./packed.ts";

/** What the catalogue says about one of its intents. */
export interface Topic {
  readonly id: string;
  readonly kind: "act" | "shop" | "none";
  readonly skill?: Skill | undefined;
  readonly phase?: Phase | undefined;
  readonly risk: "safe" | "must-cite" | "human-only";
}

/** The classifier of the catalogue's intents; topic t is the label t of `linear`. */
export interface TopicModel {
  readonly topics: readonly Topic[];
  readonly linear: LinearModel;
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
});

/** Reads intents/model/topics.bin. Throws when it is not a topic model: build it again. */
export function readTopicModel(file: Buffer): TopicModel {
  const packed = readPacked(file);
  const { topics } = topicMeta.parse(packed.meta);
  const linear = linearFrom(packed);
  if (topics.length !== linear.labels.length || topics.some(({ id }, at) => id !== linear.labels[at]))
    throw new Error("intents/model/topics.bin does not fit together; run `npm run build:intents`");
  return {
    topics: topics.map((topic) => ({ ...topic, skill: topic.skill ?? undefined, phase: topic.phase ?? undefined })),
    linear,
  };
}

/** Writes what `readTopicModel` reads. */
export function writeTopicModel({ topics, linear }: TopicModel): Buffer {
  const named = topics.map((topic) => ({ ...topic, skill: topic.skill ?? null, phase: topic.phase ?? null }));
  const { meta, arrays } = linearParts(linear);
  return writePacked({ ...meta, topics: named }, arrays);
}

/** Probabilities of the topics of a normalised text without courtesy, in the model's order; they sum to 1. */
export function classifyTopic({ linear }: TopicModel, text: string): Float32Array {
  return classifyLinear(linear, text);
}
