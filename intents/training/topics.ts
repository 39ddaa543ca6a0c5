import { phrasingsOf, type CatalogIntent } from "../catalog.ts";
import { normalise } from "../normalise.ts";
import type { Topic, TopicModel } from "../topics.ts";
import { trainLinear, type LinearSettings } from "./linear.ts";

/** Trains the classifier of topics on the catalogue; the same catalogue gives the same model. */
export function trainTopics(intents: readonly CatalogIntent[], settings: LinearSettings = {}): TopicModel {
  const texts = intents.flatMap((intent) =>
    phrasingsOf(intent).map((text) => ({ text: normalise(text).text, label: intent.id })),
  );
  const linear = trainLinear(
    texts.map(({ text }) => text),
    texts.map(({ label }) => label),
    settings,
  );
  return { topics: linear.labels.map((label) => topicOf(intents, label)), linear };
}

function topicOf(intents: readonly CatalogIntent[], label: string): Topic {
  const intent = intents.find(({ id }) => id === label);
  if (intent === undefined || intent.kind === "merchant") throw new Error(`${label} is no topic of shoppers.`);
  const { id, kind, skill, phase, risk } = intent;
  return { id, kind, skill: skill ?? undefined, phase: phase ?? undefined, risk };
}
