import type { Instant } from "../core/words.ts";

/** What time it is. Business time is always asked here, never of SQL, so that a rehearsal can set it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => Date.now() };
