import { phrasingsOf, type CatalogIntent } from "../catalog.ts";
import { hashesOf } from "../grams.ts";
import { normalise } from "../normalise.ts";
import { findGram } from "../store-index.ts";
import { softmax, type Topic, type TopicModel } from "../topics.ts";

const EPOCHS = 30;
const LEARNING_RATE = 8;
const DECAY = 1e-5;

interface Example {
  readonly rows: readonly number[];
  readonly length: number;
  readonly topic: number;
}

/** Trains the linear topic classifier on the catalogue; the same catalogue gives the same model. */
export function trainTopics(intents: readonly CatalogIntent[]): TopicModel {
  const texts = intents.flatMap((intent, topic) =>
    phrasingsOf(intent).map((text) => ({ topic, grams: hashesOf(normalise(text)) })),
  );
  const grams = Uint32Array.from(new Set(texts.flatMap(({ grams }) => grams))).sort();
  const examples = texts.map(({ topic, grams: hashes }): Example => ({
    topic,
    length: hashes.length,
    rows: hashes.map((hash) => findGram(grams, hash)),
  }));
  const { weights, bias } = descend(examples, grams.length, intents.length);
  const scale = weights.reduce((highest, weight) => Math.max(highest, Math.abs(weight)), 0) / 127;
  return {
    topics: intents.map(topicOf),
    grams,
    weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)),
    bias,
    scale,
  };
}

function topicOf({ id, kind, skill, phase, risk }: CatalogIntent): Topic {
  if (kind === "merchant") throw new Error(`${id} is what merchants write; it is no topic of shoppers.`);
  return { id, kind, skill: skill ?? undefined, phase: phase ?? undefined, risk };
}

/** Stochastic gradient descent on the cross-entropy; every topic weighs the same, however many phrasings it has. */
function descend(examples: readonly Example[], gramCount: number, topicCount: number) {
  const weights = new Float32Array(gramCount * topicCount);
  const bias = new Float32Array(topicCount);
  const sizes = new Float32Array(topicCount);
  for (const { topic } of examples) sizes[topic] = (sizes[topic] ?? 0) + 1;
  const order = examples.map((_, at) => at);
  let seed = 7;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const other = seed % (at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    const rate = LEARNING_RATE / (1 + epoch / 4);
    for (const at of order) {
      const example = examples[at];
      if (example === undefined) continue;
      const balance = Math.sqrt(examples.length / topicCount / (sizes[example.topic] ?? 1));
      step({ weights, bias, topicCount }, example, rate * balance);
    }
    for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) * (1 - DECAY * rate);
  }
  return { weights, bias };
}

interface Parameters {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly topicCount: number;
}

function step({ weights, bias, topicCount }: Parameters, example: Example, rate: number): void {
  const value = 1 / Math.sqrt(Math.max(1, example.length));
  const scores = Float32Array.from(bias);
  for (const row of example.rows)
    for (let topic = 0; topic < topicCount; topic += 1)
      scores[topic] = (scores[topic] ?? 0) + (weights[row * topicCount + topic] ?? 0) * value;
  softmax(scores);
  for (let topic = 0; topic < topicCount; topic += 1) {
    const error = (topic === example.topic ? 1 : 0) - (scores[topic] ?? 0);
    if (Math.abs(error) < 1e-4) continue;
    bias[topic] = (bias[topic] ?? 0) + 0.01 * rate * error;
    for (const row of example.rows)
      weights[row * topicCount + topic] = (weights[row * topicCount + topic] ?? 0) + rate * error * value;
  }
}
