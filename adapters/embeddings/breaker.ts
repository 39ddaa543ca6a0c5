export interface BreakerLimits {
  /** After so many failures in a row nobody is let through. */
  readonly mostFailures: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/** Keeps callers from waiting for somebody who does not answer. Times are the machine's, in ms. */
export interface Breaker {
  /** Whether to call now. After a pause exactly one is let through; the others wait for what becomes of it. */
  admit(now: number): boolean;
  /** A call ended well. Returns whether that ended a pause. */
  succeed(): boolean;
  /** A call failed; `atLeastMs`: what the other side asked for. Returns the pause that begins with it. */
  fail(now: number, atLeastMs: number): number | undefined;
  /** Until when nobody is let through; undefined: somebody is. */
  pausedUntil(now: number): number | undefined;
}

export function createBreaker({ mostFailures, firstPauseMs, longestPauseMs }: BreakerLimits): Breaker {
  let failures = 0;
  let pauses = 0;
  let until: number | undefined;
  let isTrying = false;
  return {
    admit: (now) => {
      if (until === undefined) return true;
      if (now < until || isTrying) return false;
      isTrying = true;
      return true;
    },
    succeed: () => {
      const wasPaused = until !== undefined;
      failures = 0;
      pauses = 0;
      until = undefined;
      isTrying = false;
      return wasPaused;
    },
    fail: (now, atLeastMs) => {
      // Begun before the pause: it says nothing new.
      if (until !== undefined && !isTrying) return undefined;
      failures += 1;
      if (!isTrying && failures < mostFailures && atLeastMs === 0) return undefined;
      const forMs = Math.min(longestPauseMs, Math.max(atLeastMs, firstPauseMs * 2 ** pauses));
      pauses += 1;
      until = now + forMs;
      isTrying = false;
      return forMs;
    },
    pausedUntil: (now) => (until !== undefined && now < until ? until : undefined),
  };
}
