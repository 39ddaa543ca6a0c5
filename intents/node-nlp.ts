import { createRequire } from "node:module";
import { gramsOf } from "./grams.ts";

/** The languages the front door is trained in. */
export const LOCALES = ["zh", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** The part of node-nlp's engine that is used here; the package ships no types. */
export interface NlpEngine {
  addLanguage(locales: readonly string[]): void;
  addDocument(locale: Locale, utterance: string, intent: string): void;
  train(): Promise<unknown>;
  toJSON(): object;
  fromJSON(json: object): void;
  classify(locale: Locale, utterance: string): Promise<{ readonly classifications: readonly Classification[] }>;
}

export interface Classification {
  readonly intent: string;
  readonly score: number;
}

interface NlpContainer {
  register(name: string, component: object, isSingleton: boolean): void;
  registerPipeline(name: string, steps: readonly string[]): void;
}

interface NlpPackages {
  readonly nlp: { readonly Nlp: new (settings: object) => NlpEngine };
  readonly core: { containerBootstrap(): NlpContainer };
}

/**
 * A fresh engine with our own grams as tokens. node-nlp's parts are loaded instead of its front: that one brings forty languages
 * and recognisers along (120 MB and 0.7 s), of which none is used. Settings are flat: nested ones are silently ignored.
 */
export function createNlpEngine(): NlpEngine {
  const { nlp, core } = loadPackages();
  const container = core.containerBootstrap();
  container.register("counterbell-grams", { run: tokenise }, true);
  // With a pipeline of our own the token cache of the default one, which keeps every distinct message, is never made.
  container.registerPipeline("nlu-??-prepare", ["counterbell-grams", "output.tokens"]);
  const perLocale = LOCALES.map((locale) => [locale, { default: neuralSettings() }]);
  const engine = new nlp.Nlp({
    container,
    nlu: Object.fromEntries(perLocale),
    autoSave: false,
    autoLoad: false,
    calculateSentiment: false,
    threshold: 0,
  });
  engine.addLanguage(LOCALES);
  return engine;
}

function neuralSettings(): object {
  return { className: "NeuralNlu", learningRate: 0.03, momentum: 0.2, iterations: 60, useNoneFeature: false, log: false };
}

function tokenise(input: { text: string; locale: Locale; tokens?: Record<string, number> }): object {
  const grams = gramsOf(input.text, input.locale);
  input.tokens = Object.fromEntries(grams.map((gram) => [gram, 1]));
  return input;
}

function loadPackages(): NlpPackages {
  const ours = createRequire(import.meta.url);
  const theirs = createRequire(ours.resolve("node-nlp"));
  return { nlp: theirs("@nlpjs/nlp"), core: theirs("@nlpjs/core") };
}
