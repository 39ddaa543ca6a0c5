import { z } from "zod";
import type { Thresholds } from "../../core/policy.ts";
import { readThresholds } from "../../stores/rules/thresholds.ts";
import { STYLES, type Offers, type Style } from "./styles.ts";

/** What a store's row holds about when its bot answers itself. Decisions read the numbers; the rest says how they came about. */
export type Setting = z.infer<typeof SETTING>;

const share = z.number().min(0).max(1);

const SETTING = z.object({
  answer: share.optional(),
  askBack: share.optional(),
  lead: share.optional(),
  inScope: share.optional(),
  calibration: z.object({ slope: z.number().positive(), shift: z.number() }).optional(),
  /** Absent beside numbers: they are somebody's own. */
  style: z.enum(STYLES).optional(),
  /** What the numbers were learned from; absent: nothing. */
  learnedFrom: z
    .object({ type: z.enum(["store", "desk"]), labels: z.number(), confidenceModel: z.string().optional() })
    .optional(),
});

/** The setting in a store's row. */
export function readSetting(json: unknown): Setting {
  return SETTING.parse(json);
}

/** The style a setting is; `own` where somebody chose numbers. An empty one is as every store begins: balanced. */
export function styleOf({ style, answer, askBack, lead, inScope }: Setting): Style | "own" {
  if (style !== undefined) return style;
  return [answer, askBack, lead, inScope].every((one) => one === undefined) ? "balanced" : "own";
}

/** Somebody's own numbers, as they are judged. */
export type OwnNumbers = Pick<Thresholds, "answer" | "askBack" | "lead" | "inScope">;

/** What somebody wants a store's bot to do. */
export type Wish = { readonly style: Style } | { readonly style: "own"; readonly numbers: OwnNumbers };

/** The setting that fulfils a wish, with what was learned by now. */
export function settingFor(wish: Wish, { basis, calibration, styles, confidenceModel }: Offers): Setting {
  const from = { labels: basis.labels, ...(confidenceModel === undefined ? {} : { confidenceModel }) };
  const learnedFrom = basis.type === "fixed" ? {} : { learnedFrom: { type: basis.type, ...from } };
  if (wish.style !== "own") return { ...styles[wish.style], style: wish.style, ...learnedFrom };
  return { ...wish.numbers, ...(calibration === undefined ? {} : { calibration }), ...learnedFrom };
}

/** Whether two settings decide alike, whatever they were learned from. */
export function decidesAlike(one: Setting, other: Setting): boolean {
  const [a, b] = [readThresholds(one), readThresholds(other)];
  return (
    styleOf(one) === styleOf(other) &&
    (["answer", "askBack", "lead", "inScope"] as const).every((field) => a[field] === b[field]) &&
    a.calibration?.slope === b.calibration?.slope &&
    a.calibration?.shift === b.calibration?.shift
  );
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What each number may be. */
export const RANGES: Readonly<Record<keyof OwnNumbers, Range>> = {
  answer: { from: 0.05, to: 0.99 },
  askBack: { from: 0, to: 0.99 },
  lead: { from: 0, to: 0.5 },
  inScope: { from: 0, to: 0.9 },
};

export interface NumberFault {
  readonly field: keyof OwnNumbers;
  readonly reason: { readonly zh: string; readonly en: string };
}

/** What is wrong with somebody's own numbers, and in which; undefined when they may be. */
export function faultInNumbers(numbers: OwnNumbers): NumberFault | undefined {
  for (const field of ["answer", "askBack", "lead", "inScope"] as const) {
    const { from, to } = RANGES[field];
    const value = numbers[field];
    if (Number.isFinite(value) && value >= from && value <= to) continue;
    return { field, reason: { zh: `写 ${from} 到 ${to} 之间的数`, en: `a number from ${from} to ${to}` } };
  }
  if (numbers.askBack <= numbers.answer) return undefined;
  return {
    field: "askBack",
    reason: {
      zh: "不能比“直接回答”的数大：先反问，更有把握才直接回答",
      en: "at most the number for answering: what is surer is answered",
    },
  };
}

/** A smaller move of the threshold to answer is not worth a change of the store's setting. */
const WORTH_CHANGING = 0.02;

/** What the night does with a setting: learns it anew, or leaves it alone because somebody chose its numbers, or took an earlier one back. */
export type Nightly = "learns" | "own" | "restored";

/** Who took back what was learned does not want it again tomorrow; the next change by a person ends that. */
export function nightlyOf(setting: Setting, history: readonly { readonly change: string }[]): Nightly {
  if (styleOf(setting) === "own") return "own";
  return history[0]?.change === "restore" ? "restored" : "learns";
}

/**
 * What a store's setting becomes by itself now that more was learned; undefined when it stays. Numbers that somebody chose stay, and
 * what was learned is not forgotten because conversations grew fewer; but it is where it is about confidences of another fit.
 */
export function relearned(setting: Setting, offers: Offers): Setting | undefined {
  const style = styleOf(setting);
  if (style === "own") return undefined;
  const next = settingFor({ style }, offers);
  const isLearned = setting.calibration !== undefined;
  if (isLearned && setting.learnedFrom?.confidenceModel !== offers.confidenceModel) return next;
  if (offers.basis.type === "fixed") return undefined;
  const [was, is] = [readThresholds(setting), readThresholds(next)];
  return !isLearned || Math.abs(was.answer - is.answer) >= WORTH_CHANGING ? next : undefined;
}
