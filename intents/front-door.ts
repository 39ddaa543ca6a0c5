import { ACTS, type Act } from "../src/core/understanding.ts";
import { createNlpEngine, type Classification, type Locale } from "./node-nlp.ts";
import type { Normalised } from "./normalise.ts";

/** What is longer than this is a story, not a greeting: only its beginning is classified. */
const MAX_ACT_LENGTH = 60;

/** What the front door says: the likeliest act with its share, 0..1, and the shares of what is no act. */
export interface FrontDoorReading {
  readonly act?: Act | undefined;
  readonly confidence: number;
}

export type FrontDoor = (question: Normalised) => Promise<FrontDoorReading>;

/** Loads the frozen node-nlp model; nothing is ever added to an engine that serves. */
export function openFrontDoor(modelJson: string): FrontDoor {
  const engine = createNlpEngine();
  engine.fromJSON(JSON.parse(modelJson));
  return async (question) => {
    const text = question.whole.slice(0, MAX_ACT_LENGTH);
    if (text === "" || question.language === "other") return { confidence: 0 };
    const locale: Locale = question.language;
    const { classifications } = await engine.classify(locale, text);
    return bestAct(classifications);
  };
}

function bestAct(classifications: readonly Classification[]): FrontDoorReading {
  const top = classifications[0];
  const act = ACTS.find((name) => name === top?.intent);
  if (top === undefined || act === undefined || !Number.isFinite(top.score)) return { confidence: 0 };
  return { act, confidence: top.score };
}
