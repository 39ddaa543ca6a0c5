import { DEFAULT_THRESHOLDS, type Calibration, type Thresholds } from "../../core/policy.ts";
import { finish, type Steps } from "../../core/steps.ts";
import { calibrated, fitCalibration } from "./calibration.ts";
import { observedIn, stakesOf, type Case } from "./cases.ts";
import { controlledThreshold } from "./risk.ts";

export const STYLES = ["cautious", "balanced", "bold"] as const;
/** How much the bot dares to answer by itself, in words for people. */
export type Style = (typeof STYLES)[number];

/** Of all questions, so many may be answered wrongly, 0..1. */
export const WRONG_AT_MOST: Readonly<Record<Style, number>> = { cautious: 0.04, balanced: 0.08, bold: 0.12 };

/**
 * Without labelled questions of one's own: what keeps those shares on 2,354 questions of 20 stores, each read by a confidence
 * fitted without that store (`npm run bench:calibration`); balanced stays the default. The figures are in decision 0034; measured again after every change of the confidence model.
 */
export const FIXED: Readonly<Record<Style, Thresholds>> = {
  cautious: { ...DEFAULT_THRESHOLDS, answer: 0.54 },
  balanced: DEFAULT_THRESHOLDS,
  bold: { ...DEFAULT_THRESHOLDS, answer: 0.18, askBack: 0.15 },
};

/** From so many labelled questions on they are learned from. */
export const ENOUGH_LABELS = 200;
/** What is learned makes the bot bolder by so much at most, and never leaves these bounds: odd labels do no harm. */
const LEASH = 0.2;
const LOWEST_ANSWER = 0.15;
const HIGHEST_ANSWER = 0.9;

/** Where thresholds come from: from experience shipped with the program, from this store's labelled questions, or from all stores'. */
export type Basis =
  { readonly type: "fixed"; readonly labels: number } | { readonly type: "store" | "desk"; readonly labels: number };

/** What each style means for a store now. */
export interface Offers {
  readonly basis: Basis;
  readonly calibration?: Calibration | undefined;
  readonly styles: Readonly<Record<Style, Thresholds>>;
  /** The fit whose confidences they are about; see `Workbench.confidenceModel`. */
  readonly confidenceModel?: string | undefined;
}

/**
 * What each style means: learned from the store's labelled questions, from all stores' when it has too few, else as shipped. All
 * of them must have been read by one fit of the confidences. A style in a step.
 */
export function* offersInSteps(own: readonly Case[], all: readonly Case[]): Steps<Offers> {
  if (own.length >= ENOUGH_LABELS) return yield* learned({ type: "store", labels: own.length }, own);
  if (all.length >= ENOUGH_LABELS) return yield* learned({ type: "desk", labels: all.length }, all);
  return { basis: { type: "fixed", labels: own.length }, styles: FIXED };
}

/** The same at once, where nobody waits. */
export function offersFor(own: readonly Case[], all: readonly Case[] = []): Offers {
  return finish(offersInSteps(own, all));
}

function* learned(basis: Basis, cases: readonly Case[]): Steps<Offers> {
  const calibration = fitCalibration(observedIn(cases));
  const thresholdsOf = (style: Style): Thresholds => {
    const base = { ...FIXED[style], calibration };
    const found = controlledThreshold(stakesOf(cases, base), WRONG_AT_MOST[style]) ?? 1;
    const shipped = calibrated(base.answer, calibration);
    const answer = Math.min(HIGHEST_ANSWER, Math.max(LOWEST_ANSWER, shipped - LEASH, found));
    return { ...base, answer, askBack: Math.min(calibrated(base.askBack, calibration), answer) };
  };
  yield;
  const cautious = thresholdsOf("cautious");
  yield;
  const balanced = thresholdsOf("balanced");
  yield;
  return { basis, calibration, styles: { cautious, balanced, bold: thresholdsOf("bold") } };
}
