import type { Instant } from "../../core/words.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits before the second and later tries: a little more than a day in all, so that an outage over night loses nothing. */
export const WAITS_MS: readonly number[] = [
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  8 * HOUR_MS,
  10 * HOUR_MS,
];

/** An address that has answered nothing rightly for so long, over at least so many tries, is not tried any more. */
const HOPELESS_AFTER_MS = 3 * 24 * HOUR_MS;
const HOPELESS_FAILURES = 10;

/** What became of one try. */
export type Outcome =
  | { readonly type: "answered"; readonly status: number; readonly answer: string; readonly ms: number }
  /** `private-address`: it leads to a machine of our own network, which is not spoken to. */
  | { readonly type: "unanswered"; readonly fault: Fault; readonly ms: number };

export type Fault = "private-address" | "unknown-host" | "refused" | "too-slow" | "cut-off" | "certificate" | "failed";

/** What is done after a try. */
export type Next =
  { readonly type: "delivered" } | { readonly type: "again"; readonly at: Instant } | { readonly type: "failed" };

/** `tries`: how many there have been, this one included. Redirects are no success: where they lead nobody has checked. */
export function afterTry(outcome: Outcome, tries: number, now: Instant): Next {
  if (isSuccess(outcome)) return { type: "delivered" };
  if (isGone(outcome)) return { type: "failed" };
  const wait = WAITS_MS[tries - 1];
  return wait === undefined ? { type: "failed" } : { type: "again", at: now + wait };
}

/** 2xx, whatever it says. */
export function isSuccess(outcome: Outcome): boolean {
  return outcome.type === "answered" && outcome.status >= 200 && outcome.status < 300;
}

/** 410: whoever is there wants no more of it. */
function isGone(outcome: Outcome): boolean {
  return outcome.type === "answered" && outcome.status === 410;
}

export interface Failing {
  /** Since when nothing has succeeded, this try included. */
  readonly failingSince: Instant;
  /** In a row, this one included. */
  readonly failures: number;
}

/** Why an address is not tried any more after this failure; undefined: it goes on. */
export function whyOff(outcome: Outcome, { failingSince, failures }: Failing, now: Instant): "gone" | "failing" | undefined {
  if (isGone(outcome)) return "gone";
  return failures >= HOPELESS_FAILURES && now - failingSince >= HOPELESS_AFTER_MS ? "failing" : undefined;
}
