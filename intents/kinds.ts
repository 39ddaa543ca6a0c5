import { classifyLinear, type LinearModel } from "./linear.ts";

/**
 * What kind of text it is, whatever it is about: `danger` tells of something dangerous that happened, `ask` asks before use about
 * an allergy, an illness, a medicine, a baby, a pet. Both 0..1.
 */
export interface Kinds {
  readonly danger: number;
  readonly ask: number;
}

/** The kinds of a normalised text without courtesy; `model` was trained on intents/training/danger. */
export function kindsOf(model: LinearModel, text: string): Kinds {
  const shares = classifyLinear(model, text);
  const share = (label: string): number => shares[model.labels.indexOf(label)] ?? 0;
  return { danger: share("danger"), ask: share("ask") };
}

/** An article that speaks of no allergy does not answer whether something is safe: how far it falls short of the question, 0..1. */
export function careGap(question: Kinds, article: Kinds | undefined): number {
  return Math.max(0, question.ask - (article?.ask ?? 0));
}
