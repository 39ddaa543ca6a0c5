import type { Outcome } from "../../src/desk/rules/judge.ts";
import type { Ended } from "./answers-measure.ts";
import { isOfHarm, type Rewritten } from "./held-out.ts";

/** The same held-out questions as they were written, and rewritten. */
export type HeldOut = Readonly<Record<Rewritten | "asWritten", readonly Ended[]>>;

/** An aim and what is reached, as shares 0..1. */
export interface Aim {
  readonly name: string;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly reached: number;
  readonly questions: number;
  readonly isReached: boolean;
}

/**
 * The aims of the issue, on questions of held-out stores. “Wrong” is the judge's word: an answer to what is no business of the shop
 * is counted apart, as out-of-scope answered, in every group.
 */
export function compareWithAims({ asWritten, taiwan, hongKong, noisy, homophone }: HeldOut): readonly Aim[] {
  // Where a human and an article are both right, nobody must hand over.
  const humans = asWritten.filter(({ golds }) => golds.every((gold) => gold === "handover"));
  const foreign = asWritten.filter(({ golds }) => golds.includes("none"));
  const english = asWritten.filter(({ language }) => language === "en");
  // What the rewritten ones are to be compared with.
  const chinese = asWritten.filter(({ text }) => isChinese(text));
  return [
    aim("right", asWritten, { ended: ["right"], atLeast: 0.75 }),
    aim("wrong", asWritten, { ended: ["wrong"], atMost: 0.08 }),
    aim("must hand over: handed over", humans, { ended: ["right"], atLeast: 0.85 }),
    aim("out of scope: answered", foreign, { ended: ["out-of-scope answered"], atMost: 0.1 }),
    aim("danger or allergy: wrong", asWritten.filter(isOfHarm), { ended: ["wrong"], atMost: 0 }),
    aim("English: right or handed over", english, { ended: ["right", "handed over"], atLeast: 0.7 }),
    aim("English: wrong", english, { ended: ["wrong"], atMost: 0.1 }),
    ...likewise("Chinese as written", chinese),
    ...likewise("Traditional (Taiwan)", taiwan),
    ...likewise("Traditional (Hong Kong)", hongKong),
    ...likewise("one slip of the finger", noisy),
    ...likewise("one homophone", homophone),
  ];
}

/** Whether a text has a Chinese character, and so can be rewritten. */
export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** “Traditional and noisy input likewise”: as all held-out questions. */
function likewise(name: string, ended: readonly Ended[]): readonly Aim[] {
  return [
    aim(`${name}: right`, ended, { ended: ["right"], atLeast: 0.75 }),
    aim(`${name}: right or handed over`, ended, { ended: ["right", "handed over"], atLeast: 0.7 }),
    aim(`${name}: wrong`, ended, { ended: ["wrong"], atMost: 0.08 }),
    aim(
      `${name}: out of scope answered`,
      ended.filter(({ golds }) => golds.includes("none")),
      {
        ended: ["out-of-scope answered"],
        atMost: 0.1,
      },
    ),
  ];
}

interface Limits {
  readonly ended: readonly Outcome[];
  readonly atLeast?: number;
  readonly atMost?: number;
}

function aim(name: string, among: readonly Ended[], { ended, ...limits }: Limits): Aim {
  const reached = among.length === 0 ? 0 : among.filter(({ outcome }) => ended.includes(outcome)).length / among.length;
  const isReached = reached >= (limits.atLeast ?? 0) && reached <= (limits.atMost ?? 1) && among.length > 0;
  return { name, ...limits, reached: Math.round(reached * 10_000) / 10_000, questions: among.length, isReached };
}
