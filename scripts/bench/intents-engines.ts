import { createRequire } from "node:module";
import MiniSearch from "minisearch";
import { scoreLinear } from "../../intents/linear.ts";
import { normalise } from "../../intents/normalise.ts";
import { trainLinear } from "../../intents/training/linear.ts";
import type { IntentSet } from "./intents-set.ts";

/** What an engine takes a text for, and how surely; the higher, the surer. No label: it answers nothing. */
export interface Guess {
  readonly label: string | undefined;
  readonly score: number;
}

export type Classifier = (text: string) => Guess | Promise<Guess>;

/** A way to learn a set: one row of the table. */
export interface Engine {
  readonly name: string;
  readonly learn: (set: IntentSet) => Classifier | Promise<Classifier>;
}

/** Every row, the quick ones first: node-nlp takes many minutes with ten thousand texts. */
export const ENGINES: readonly Engine[] = [
  { name: "ours", learn: learnOurs },
  { name: "bm25", learn: learnSearch },
  { name: "tuned", learn: learnTuned },
  { name: "plain", learn: learnPlain },
];

/** The score is the highest margin: it tells texts of no label apart better than a share among labels does. */
function learnOurs({ train }: IntentSet): Classifier {
  const texts = train.map(({ text }) => normalise(text).whole);
  const labels = train.map(({ label }) => label);
  // Only the order of scores counts here, so that no temperature need be fitted.
  const model = trainLinear(texts, labels, { temperature: 1 });
  return (text) => {
    const margins = scoreLinear(model, normalise(text).whole);
    const best = margins.reduce((highest, margin, at) => (margin > (margins[highest] ?? 0) ? at : highest), 0);
    return { label: model.labels[best], score: margins[best] ?? 0 };
  };
}

/** The label of the text that BM25 finds first; Chinese by pairs of characters. */
function learnSearch({ train, locale }: IntentSet): Classifier {
  const tokenize = locale === "zh" ? { tokenize: characterPairs } : {};
  const search = new MiniSearch({ fields: ["text"], storeFields: ["label"], ...tokenize });
  search.addAll(train.map(({ text, label }, id) => ({ id, text, label })));
  return (text) => {
    const first = search.search(text)[0];
    return { label: first === undefined ? undefined : String(first["label"]), score: first?.score ?? 0 };
  };
}

interface NlpContainer {
  register(name: string, component: object, isSingleton: boolean): void;
  registerPipeline(name: string, steps: readonly string[]): void;
}

interface NlpManager {
  addDocument(locale: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(locale: string, text: string): Promise<{ readonly intent: string; readonly score: number }>;
}

interface NodeNlp {
  readonly NlpManager: new (settings: object) => NlpManager;
}

interface NodeNlpLoader {
  containerBootstrap(): NlpContainer;
}

/** As it comes: words from its own tokeniser, 0.6 as learning rate, “None” under a score of 0.5. */
export function learnPlain(set: IntentSet): Promise<Classifier> {
  return learnNodeNlp(set, { nlu: { log: false } });
}

/** As good as settings make it; they must be flat, for node-nlp ignores nested ones without a word. */
export function learnTuned(set: IntentSet): Promise<Classifier> {
  const neural = { className: "NeuralNlu", learningRate: 0.03, momentum: 0.2, iterations: 60, log: false };
  const settings = { nlu: { [set.locale]: { default: neural } }, threshold: 0 };
  return learnNodeNlp(set, set.locale === "zh" ? { ...settings, container: containerOfCharacters() } : settings);
}

/** Must be made before the manager is: one that knows its language already keeps its own tokeniser. */
function containerOfCharacters(): NlpContainer {
  const ours = createRequire(import.meta.url);
  const loader: NodeNlpLoader = createRequire(ours.resolve("node-nlp"))("@nlpjs/core-loader");
  const container = loader.containerBootstrap();
  container.register("characters", { run: tokenise }, true);
  container.registerPipeline("nlu-zh-prepare", ["characters", "output.tokens"]);
  return container;
}

function tokenise(input: { text: string; tokens?: Record<string, number> }): object {
  const tokens = [...charactersOf(input.text), ...characterPairs(input.text)];
  input.tokens = Object.fromEntries(tokens.map((token) => [token, 1]));
  return input;
}

async function learnNodeNlp({ train, locale }: IntentSet, settings: object): Promise<Classifier> {
  const { NlpManager }: NodeNlp = createRequire(import.meta.url)("node-nlp");
  const manager = new NlpManager({ languages: [locale], autoSave: false, autoLoad: false, ...settings });
  for (const { text, label } of train) manager.addDocument(locale, text, label);
  await manager.train();
  return async (text) => {
    const { intent, score } = await manager.process(locale, text);
    // “None” comes with the score 1.
    return intent === "None" ? { label: undefined, score: 0 } : { label: intent, score };
  };
}

function charactersOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
}

function characterPairs(text: string): string[] {
  const characters = charactersOf(text);
  if (characters.length === 1) return [...characters];
  return characters.slice(1).map((character, at) => (characters[at] ?? "") + character);
}
