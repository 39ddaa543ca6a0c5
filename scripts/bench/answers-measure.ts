import { judge, type Outcome } from "../../src/desk/rules/judge.ts";
import { normalise } from "../../intents/normalise.ts";
import type { Answerer, Reply } from "./answers-engines.ts";

/** What is asked, with what would be right: articles, `handover`, `none`. */
export interface GoldQuestion {
  readonly id: string;
  readonly text: string;
  readonly golds: readonly string[];
}

/** A question and how it ended. */
export interface Ended extends GoldQuestion {
  /** The language the text is read as. */
  readonly language: "zh" | "en" | "other";
  readonly reply: Reply;
  readonly outcome: Outcome;
  readonly ms: number;
}

export const OUTCOMES: readonly Outcome[] = ["right", "wrong", "asked back", "handed over", "out-of-scope answered"];

/** How many questions ended how, and how long they took. */
export type Figures = Readonly<Record<Outcome | "questions" | "p50Ms" | "p99Ms", number>>;

/** Asks every question, one after the other, and judges what comes. */
export async function askAll(answerer: Answerer, questions: readonly GoldQuestion[]): Promise<readonly Ended[]> {
  const ended: Ended[] = [];
  for (const question of questions) {
    const started = performance.now();
    const reply = await answerer(question.text);
    const ms = performance.now() - started;
    ended.push({
      ...question,
      language: normalise(question.text).language,
      reply,
      outcome: judge(reply, question.golds),
      ms,
    });
  }
  return ended;
}

/** Counts outcomes; times in ms. */
export function countOutcomes(ended: readonly Ended[]): Figures {
  const count = (outcome: Outcome): number => ended.filter((one) => one.outcome === outcome).length;
  const ms = ended.map((one) => one.ms).sort((a, b) => a - b);
  const at = (share: number): number => round(ms[Math.min(ms.length - 1, Math.floor(share * ms.length))] ?? 0);
  return {
    questions: ended.length,
    right: count("right"),
    wrong: count("wrong"),
    "asked back": count("asked back"),
    "handed over": count("handed over"),
    "out-of-scope answered": count("out-of-scope answered"),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

/** To two digits behind the point. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
