import type { AnsweringNumbers, AnsweringTally, AnsweringWish } from "../../../src/answering/api.ts";
import type { Ends } from "./words.ts";

/** Of 100 questions, in whole numbers: what a person can picture. */
export function endsOf({ questions, answeredRight, answeredWrong, askedBack, handedOver, leftAlone }: AnsweringTally): Ends {
  const of = (count: number): number => Math.round((100 * count) / Math.max(1, questions));
  return {
    answered: of(answeredRight + answeredWrong),
    wrong: of(answeredWrong),
    asked: of(askedBack),
    handed: of(handedOver),
    left: of(leftAlone),
  };
}

export const NUMBERS = ["answer", "askBack", "lead", "inScope"] as const;

/** The four numbers as they are typed, in percent. */
export type Typed = Readonly<Record<keyof AnsweringNumbers, string>>;

export function typedOf(numbers: AnsweringNumbers): Typed {
  const typed = (value: number): string => String(Math.round(100 * value));
  return {
    answer: typed(numbers.answer),
    askBack: typed(numbers.askBack),
    lead: typed(numbers.lead),
    inScope: typed(numbers.inScope),
  };
}

type Ranges = Readonly<Record<keyof AnsweringNumbers, { readonly from: number; readonly to: number }>>;

/** What was typed as a wish, or the first number that cannot be, with what it may be in percent. */
export function ownWish(
  typed: Typed,
  ranges: Ranges,
): AnsweringWish | { readonly wrong: keyof AnsweringNumbers; readonly from: number; readonly to: number } {
  for (const field of NUMBERS) {
    const { from, to } = ranges[field];
    const value = percentOf(typed[field]);
    if (value >= from && value <= to) continue;
    return { wrong: field, from: Math.round(100 * from), to: Math.round(100 * to) };
  }
  const of = (field: keyof AnsweringNumbers): number => percentOf(typed[field]);
  return { style: "own", answer: of("answer"), askBack: of("askBack"), lead: of("lead"), inScope: of("inScope") };
}

/** A Chinese keyboard's digits, point and percent sign count too; NaN for what is no number. */
function percentOf(text: string): number {
  const plain = text.normalize("NFKC").replace("。", ".").replace(/%/g, "").trim();
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) / 100 : Number.NaN;
}
