import { DateTime } from "luxon";
import type { Instant } from "../../core/words.ts";

/** Today from midnight until now, and the same hours of the days before. */
export interface Window {
  /** 0: today, 1: yesterday, … */
  readonly daysAgo: number;
  readonly from: Instant;
  readonly until: Instant;
}

export const COMPARED_DAYS = 7;

/** The hours of today so far and of each of the seven days before, as the wall clock of this zone shows them. */
export function windowsOf(now: Instant, zone: string): readonly Window[] {
  const until = DateTime.fromMillis(now, { zone });
  return Array.from({ length: COMPARED_DAYS + 1 }, (_, daysAgo) => {
    const end = until.minus({ days: daysAgo });
    return { daysAgo, from: end.startOf("day").toMillis(), until: end.toMillis() };
  });
}

/** How often something came up, today and on each day before that had any conversations. */
export interface Counted {
  readonly today: number;
  /** One entry for each day that can be compared, 0 where it did not come up. */
  readonly before: readonly number[];
}

/** Fewer conversations than this are chance. */
const LEAST_TODAY = 5;
/** With fewer days to compare nothing is said to rise. */
export const LEAST_DAYS = 3;
/** So many times what was usual, at least. */
const LEAST_FACTOR = 2;
/** And by so many standard deviations of a count of that size (Poisson: the square root of its mean). */
const LEAST_DEVIATIONS = 3;

/**
 * The mean of the days before, where today is clearly above it; undefined where it is not, or where too little is known to say.
 * Clearly: at least 5, at least twice the mean, and 3 standard deviations above it, taken as a Poisson count.
 */
export function risesFrom({ today, before }: Counted): number | undefined {
  if (before.length < LEAST_DAYS || today < LEAST_TODAY) return undefined;
  let sum = 0;
  for (const count of before) sum += count;
  const mean = sum / before.length;
  const isMany = today >= LEAST_FACTOR * mean;
  // A mean below 1 says little about the spread; 1 keeps a handful after a quiet week from counting as a wave.
  const isClear = today - mean >= LEAST_DEVIATIONS * Math.sqrt(Math.max(mean, 1));
  return isMany && isClear ? mean : undefined;
}
