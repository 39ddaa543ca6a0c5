import type { AnsweringNumbers, AnsweringPage, AnsweringTally, AnsweringWish } from "../../../src/answering/api.ts";
import type { Ends } from "./words.ts";

/** Fewer are told one by one: “of 100” would promise what so few cannot keep. */
const MANY = 20;

/** Of 100 questions, in whole numbers that make 100 together: what a person can picture. Of few, the questions themselves. */
export function endsOf({ questions, answeredRight, answeredWrong, askedBack, handedOver, leftAlone }: AnsweringTally): Ends {
  const counts = [answeredRight, answeredWrong, askedBack, handedOver, leftAlone];
  const few = questions < MANY ? { few: questions } : {};
  const [right = 0, wrong = 0, asked = 0, handed = 0, left = 0] = questions < MANY ? counts : hundredths(counts, questions);
  return { ...few, answered: right + wrong, wrong, asked, handed, left };
}

/** Rounded down, then up where most was cut off until the sum is right. */
function hundredths(counts: readonly number[], total: number): readonly number[] {
  const exact = counts.map((count) => (100 * count) / total);
  const whole = exact.map(Math.floor);
  const missing = Math.round(sum(exact)) - sum(whole);
  const byCut = [...exact.keys()].sort((a, b) => cutOff(exact[b]) - cutOff(exact[a]));
  const raised = new Set(byCut.slice(0, missing));
  return whole.map((share, at) => (raised.has(at) ? share + 1 : share));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const cutOff = (share = 0): number => share - Math.floor(share);

export const NUMBERS = ["answer", "askBack", "lead", "inScope"] as const;

/** The four numbers as they are typed, in percent. */
export type Typed = Readonly<Record<keyof AnsweringNumbers, string>>;

export function typedOf(numbers: AnsweringNumbers): Typed {
  const typed = (value: number): string => String(Math.round(10_000 * value) / 100);
  return {
    answer: typed(numbers.answer),
    askBack: typed(numbers.askBack),
    lead: typed(numbers.lead),
    inScope: typed(numbers.inScope),
  };
}

/** Whether saving a wish would change no decision. */
export function isAsNow(wish: AnsweringWish, { setting, styles, isOwnAsNow }: InUse): boolean {
  if (wish.style !== "own") return styles.some(({ style, isAsNow: isNow }) => style === wish.style && isNow);
  return isOwnAsNow && NUMBERS.every((field) => wish[field] === setting.numbers[field]);
}

type InUse = Pick<AnsweringPage, "setting" | "styles" | "isOwnAsNow">;

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

/** A Chinese keyboard's digits, point and percent sign count too; NaN for what is no number. Finer than `typedOf` shows nobody sets. */
function percentOf(text: string): number {
  const plain = text.normalize("NFKC").replace("。", ".").replace(/%/g, "").trim();
  return /^\d+(\.\d+)?$/.test(plain) ? Math.round(100 * Number(plain)) / 10_000 : Number.NaN;
}
