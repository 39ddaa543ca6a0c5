/** Fewer measured durations than this say nothing. */
export const FEWEST_MEASURED = 5;

const MINUTE_MS = 60_000;

/** What is known of the staff's pace. */
export interface Pace {
  /** 1 is next. */
  readonly position: number;
  readonly agentsOnShift: number;
  /** How long recent conversations took from claim to close, measured. */
  readonly recentHandlingMs: readonly number[];
  /** Conversations an agent holds at once while those were measured; 1 when nothing is known. */
  readonly heldAtOnce?: number | undefined;
}

export interface WaitBand {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/**
 * An honest waiting time, in whole minutes: the staff frees one place every (mean handling time ÷ conversations in hand),
 * and the place in the queue is that many times away. The band is one standard deviation to either side, as places
 * become free at random: about five of six shoppers wait no longer than `toMinutes`. Undefined when nobody is on shift or
 * too little was measured: then nothing is promised.
 */
export function estimateWait(pace: Pace): WaitBand | undefined {
  const measured = pace.recentHandlingMs.filter((ms) => Number.isFinite(ms) && ms > 0);
  if (measured.length < FEWEST_MEASURED || pace.agentsOnShift < 1) return undefined;
  const inHand = pace.agentsOnShift * Math.max(1, pace.heldAtOnce ?? 1);
  const placeFreesEveryMs = mean(measured) / inHand;
  const position = Math.max(1, pace.position);
  const expectedMs = position * placeFreesEveryMs;
  const spreadMs = Math.sqrt(position) * placeFreesEveryMs;
  const toMinutes = Math.max(1, Math.ceil((expectedMs + spreadMs) / MINUTE_MS));
  return { fromMinutes: Math.floor((expectedMs - spreadMs) / MINUTE_MS), toMinutes };
}

function mean(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total / numbers.length;
}
