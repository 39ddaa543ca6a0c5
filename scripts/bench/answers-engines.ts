import MiniSearch from "minisearch";
import type { Fixture } from "../../intents/training/fixtures.ts";
import { normalise } from "../../intents/normalise.ts";
import type { Action } from "../../src/desk/rules/action.ts";
import { learnPlain, learnTuned, type Classifier } from "./intents-engines.ts";

/** What an engine does with a question. */
export interface Reply {
  readonly action: Action;
  /** The article that is answered with. */
  readonly article: string | null;
  /** How sure of the action, 0..1 for ours; a search's score has no upper end. */
  readonly confidence: number;
  /** What it thought likeliest, answered with or not; absent when it found nothing or does not say. */
  readonly best?: { readonly article: string; readonly confidence: number } | undefined;
}

export type Answerer = (text: string) => Promise<Reply> | Reply;

/** A way to answer a store's shoppers from its knowledge: one row of the table. */
export interface AnswerEngine {
  readonly name: string;
  /** When it answers at all. */
  readonly answers: string;
  readonly learn: (fixture: Fixture) => Answerer | Promise<Answerer>;
}

/** What others would build in an afternoon; none of them knows of danger, acts or scope. */
export const BASELINES: readonly AnswerEngine[] = [
  { name: "bm25", answers: "always its best hit", learn: learnSearch },
  {
    name: "node-nlp plain",
    answers: "unless its intent is None (score under 0.5)",
    learn: async (fixture) => byLanguage(fixture, { learn: learnPlain, threshold: 0 }),
  },
  {
    name: "node-nlp tuned",
    answers: "from a score of 0.5, its own default",
    learn: async (fixture) => byLanguage(fixture, { learn: learnTuned, threshold: 0.5 }),
  },
  {
    name: "node-nlp tuned, bold",
    answers: "always its best intent",
    learn: async (fixture) => byLanguage(fixture, { learn: learnTuned, threshold: 0 }),
  },
];

/**
 * Characters and their pairs, words of Latin letters and numbers whole; an article is a document of its question and alternatives.
 * A document per phrasing finds less.
 */
function learnSearch({ articles }: Fixture): Answerer {
  const search = new MiniSearch({ fields: ["text"], tokenize: gramsAndWords });
  search.addAll(articles.map(({ id, question, alternatives }) => ({ id, text: [question, ...alternatives].join("\n") })));
  return (text) => {
    const first = search.search(text)[0];
    return first === undefined ? HANDED_OVER : answerWith(String(first.id), first.score);
  };
}

function gramsAndWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []).flatMap((run) => {
    if (!/^\p{Script=Han}/u.test(run)) return [run];
    const characters = [...run];
    return [...characters, ...characters.slice(1).map((character, at) => (characters[at] ?? "") + character)];
  });
}

interface NodeNlpRow {
  readonly learn: typeof learnPlain;
  readonly threshold: number;
}

/** One manager per language that the knowledge is written in, as node-nlp wants it; a question goes to its own, else to the Chinese. */
async function byLanguage(fixture: Fixture, { learn, threshold }: NodeNlpRow): Promise<Answerer> {
  const classifiers = new Map<string, Classifier>();
  for (const locale of ["zh", "en"] as const) {
    const train = phrasingsOf(fixture).filter(({ text }) => localeOf(text) === locale);
    if (train.length === 0) continue;
    classifiers.set(locale, await learn({ name: fixture.name, locale, train, test: [], outOfScope: [] }));
  }
  return async (text) => {
    const classify = classifiers.get(localeOf(text)) ?? classifiers.get("zh");
    const { label, score } = (await classify?.(text)) ?? { label: undefined, score: 0 };
    return label === undefined || score < threshold ? HANDED_OVER : answerWith(label, score);
  };
}

function localeOf(text: string): "zh" | "en" {
  return normalise(text).language === "en" ? "en" : "zh";
}

function phrasingsOf({ articles }: Fixture): readonly { readonly text: string; readonly label: string }[] {
  return articles.flatMap(({ id, question, alternatives }) => [question, ...alternatives].map((text) => ({ text, label: id })));
}

const HANDED_OVER: Reply = { action: "handover", article: null, confidence: 0 };

function answerWith(article: string, confidence: number): Reply {
  return { action: "answer", article, confidence, best: { article, confidence } };
}
