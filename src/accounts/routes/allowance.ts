import type { Request } from "express";
import { ipKeyGenerator } from "express-rate-limit";
import type { Instant } from "../../core/words.ts";
import { problem, type HttpProblem } from "../../infra/problem.ts";
import {
  countTry,
  forgetTries,
  ofAddress,
  ofDevice,
  ofEmail,
  ofEmailAt,
  takeBackTry,
  type TriesPool,
  type TryKey,
} from "../store/tries.ts";

/** Who tries to sign in, from where. */
export interface Attempt {
  readonly email: string;
  readonly address: string;
  /** A browser in which this account was signed in to before. */
  readonly device: string | undefined;
  readonly at: Instant;
  /** Called before somebody is turned away, every time they are. */
  readonly onLocked: (lock: Lock) => Promise<void>;
}

/** What is locked, and until when: the same for all who are turned away by it. */
export interface Lock {
  readonly key: string;
  readonly until: Instant;
}

/** A try that was allowed and counted. */
export interface Counted {
  /** It was no guess: the count of the person here starts afresh, the others get this try back. */
  takeBack(now: Instant): Promise<void>;
}

/** IPv6: the /56 that one household or office has; an attacker owns all of it. */
export function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? "unknown");
}

/**
 * Counts a try before the password is looked at; throws 429 when there were too many. A browser that knows the account has its
 * own tries: whatever others do anywhere, they neither use them up nor lock it out. Strangers share those of their network
 * address, and those of the account, and get few where many others are guessing at it.
 */
export function countAttempt(pool: TriesPool, attempt: Attempt): Promise<Counted> {
  const { device, email } = attempt;
  return device === undefined ? countStranger(pool, attempt) : countAlone(pool, ofDevice(email, device), attempt);
}

async function countAlone(pool: TriesPool, key: TryKey, { at, onLocked }: Attempt): Promise<Counted> {
  const verdict = await countTry(pool, key, at);
  if (!verdict.isAllowed) {
    await onLocked({ key: key.key, until: verdict.until });
    throw tooMany(verdict.until - at);
  }
  return { takeBack: (now) => forgetTries(pool, key, now) };
}

async function countStranger(pool: TriesPool, { email, address, at, onLocked }: Attempt): Promise<Counted> {
  const shared: TryKey[] = [];
  const giveUp = async ({ key }: TryKey, until: Instant): Promise<never> => {
    await takeBack(pool, shared);
    await onLocked({ key, until });
    throw tooMany(until - at);
  };
  let guessedAt = 0;
  for (const key of [ofAddress(address), ofEmail(email)]) {
    const verdict = await countTry(pool, key, at);
    // Somebody locked out shall not lock out their whole office by trying on.
    if (!verdict.isAllowed) await giveUp(key, verdict.until);
    else guessedAt = verdict.tries;
    shared.push(key);
  }
  const here = ofEmailAt(email, address, guessedAt);
  const verdict = await countTry(pool, here, at);
  if (!verdict.isAllowed) await giveUp(here, verdict.until);
  return {
    takeBack: async (now) => {
      await forgetTries(pool, here, now);
      await takeBack(pool, shared);
    },
  };
}

async function takeBack(pool: TriesPool, keys: readonly TryKey[]): Promise<void> {
  for (const key of keys) await takeBackTry(pool, key);
}

function tooMany(waitMs: number): HttpProblem {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1000));
  return problem(429, {
    title: "Too many tries",
    detail: `Too many tries to sign in. Try again in ${retryAfter} s.`,
    retryAfter,
  });
}
