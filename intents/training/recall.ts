import type { CatalogIntent } from "../catalog.ts";
import { normalise } from "../normalise.ts";
import { classifyTopic } from "../topics.ts";
import { trainTopics } from "./topics.ts";

/** One of so many phrasings of each intent and script is asked, the others are learnt. */
const FOLDS = 5;
const SCRIPTS = ["zh", "zhTW", "en"] as const;

/** By intent, the share (0..1) of its phrasings that a classifier takes for it that has learnt the others only. */
export function recallByIntent(intents: readonly CatalogIntent[]): ReadonlyMap<string, number> {
  // Which topic is likeliest does not hang on the temperature; to fit it would take five times as long.
  const model = trainTopics(takePart(intents, "learn"), { temperature: 1 });
  const recalls = new Map<string, number>();
  for (const intent of takePart(intents, "ask")) {
    const texts = SCRIPTS.flatMap((script) => intent[script]);
    const right = texts.filter((text) => {
      const shares = classifyTopic(model, normalise(text).text);
      return model.topics[shares.indexOf(Math.max(...shares))]?.id === intent.id;
    });
    recalls.set(intent.id, right.length / Math.max(1, texts.length));
  }
  return recalls;
}

function takePart(intents: readonly CatalogIntent[], part: "learn" | "ask"): readonly CatalogIntent[] {
  const pick = (texts: readonly string[]): string[] => texts.filter((_, at) => (at % FOLDS === 0) === (part === "ask"));
  return intents.map((intent) => ({ ...intent, zh: pick(intent.zh), zhTW: pick(intent.zhTW), en: pick(intent.en) }));
}
