import type { Calibration } from "../../core/policy.ts";
import type { Reading } from "../../core/understanding.ts";

/** How sure something was, 0..1, and whether it was right. */
export interface Observed {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Probabilities nearer to 0 or 1 are taken as this near: their odds have no end. */
const NEAREST = 0.001;
/** How strongly nothing learned is preferred, in labelled questions' worth of curvature. */
const PRIOR = { slope: 8, shift: 4 };
const STEEPEST = 4;
const FLATTEST = 0.25;
const MOST_ROUNDS = 50;

/** What a confidence turned out to be worth: rises strictly with it, so that nothing is put in another order. */
export function calibrated(confidence: number, { slope, shift }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * logit(confidence) + shift)));
}

/** A reading whose candidates are as sure as experience says. */
export function calibrateReading(reading: Reading, calibration: Calibration | undefined): Reading {
  if (calibration === undefined) return reading;
  const worth = (confidence: number): number => calibrated(confidence, calibration);
  const candidates = reading.candidates.map((one) => {
    const asWorth = { ...one, confidence: worth(one.confidence) };
    return one.withoutLink === undefined ? asWorth : { ...asWorth, withoutLink: worth(one.withoutLink) };
  });
  return { ...reading, candidates };
}

/**
 * Learns from labelled questions what confidences are worth: Platt's logistic regression (Platt 1999) on the log odds, drawn to
 * “worth what they say” (slope 1, shift 0) so that few labels change little. By Newton's method with halved steps.
 */
export function fitCalibration(observed: readonly Observed[]): Calibration {
  const points = observed.map(({ confidence, isRight }) => ({ x: logit(confidence), y: isRight ? 1 : 0 }));
  let at: Calibration = { slope: 1, shift: 0 };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = newtonStep(points, at);
    const moved = Math.abs(next.slope - at.slope) + Math.abs(next.shift - at.shift);
    at = next;
    if (moved < 1e-9) break;
  }
  return at;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function newtonStep(points: readonly Point[], at: Calibration): Calibration {
  let [gradientSlope, gradientShift] = [PRIOR.slope * (at.slope - 1), PRIOR.shift * at.shift];
  let [slopeSlope, slopeShift, shiftShift] = [PRIOR.slope, 0, PRIOR.shift];
  for (const { x, y } of points) {
    const p = 1 / (1 + Math.exp(-(at.slope * x + at.shift)));
    const weight = p * (1 - p);
    gradientSlope += (p - y) * x;
    gradientShift += p - y;
    slopeSlope += weight * x * x;
    slopeShift += weight * x;
    shiftShift += weight;
  }
  const determinant = slopeSlope * shiftShift - slopeShift * slopeShift;
  const step = {
    slope: (shiftShift * gradientSlope - slopeShift * gradientShift) / determinant,
    shift: (slopeSlope * gradientShift - slopeShift * gradientSlope) / determinant,
  };
  let share = 1;
  while (share > 1e-6) {
    const next = { slope: clamp(at.slope - share * step.slope), shift: at.shift - share * step.shift };
    if (loss(points, next) <= loss(points, at)) return next;
    share /= 2;
  }
  return at;
}

function loss(points: readonly Point[], { slope, shift }: Calibration): number {
  let total = (PRIOR.slope * (slope - 1) ** 2 + PRIOR.shift * shift ** 2) / 2;
  for (const { x, y } of points) {
    const score = slope * x + shift;
    total += Math.log1p(Math.exp(-Math.abs(score))) + Math.max(score, 0) - y * score;
  }
  return total;
}

function clamp(slope: number): number {
  return Math.min(STEEPEST, Math.max(FLATTEST, slope));
}

function logit(confidence: number): number {
  const p = Math.min(1 - NEAREST, Math.max(NEAREST, confidence));
  return Math.log(p / (1 - p));
}
