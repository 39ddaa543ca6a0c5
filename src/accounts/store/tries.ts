import type { Pool } from "pg";
import { digest } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";

/** What counting needs of a database. */
export type TriesPool = Pick<Pool, "query">;

/** So many tries without success from one place lock an e-mail address out there. Nobody mistypes that often; a guesser is stopped. */
export const TRIES_PER_EMAIL_AND_ADDRESS = 10;
/** After so many by strangers, from all places together, somebody is guessing: each further place gets fewer … */
export const GUESSED_AFTER = 100;
/** … so many: enough for the person themselves at a new place, little for each address that a guesser pays for. */
export const TRIES_WHILE_GUESSED = 3;
/**
 * Of strangers from everywhere together, then all are locked out: too few to guess a password. Ten addresses cannot bring it
 * about, dozens can; browsers that know the account are not strangers and not locked out.
 */
export const TRIES_PER_EMAIL = 300;
/** In a browser that knows the account. */
export const TRIES_PER_DEVICE = 10;
/** A whole office may sit behind one address. */
export const TRIES_PER_ADDRESS = 50;
/** Tries are counted over this long, and the last one allowed locks for as long. */
export const LOCKED_FOR_MS = 15 * 60_000;

/** What is counted together. */
export interface TryKey {
  readonly key: string;
  readonly limit: number;
}

export type TryVerdict =
  { readonly isAllowed: true; readonly tries: number } | { readonly isAllowed: false; readonly until: Instant };

/** The count of one e-mail address, of strangers from everywhere; capital letters make no difference, as at the sign-in. */
export function ofEmail(email: string): TryKey {
  return { key: `email:${digest(email.toLowerCase())}`, limit: TRIES_PER_EMAIL };
}

/** The count of one e-mail address from one network address, when strangers have tried `guessedAt` times from everywhere. */
export function ofEmailAt(email: string, address: string, guessedAt: number): TryKey {
  const limit = guessedAt > GUESSED_AFTER ? TRIES_WHILE_GUESSED : TRIES_PER_EMAIL_AND_ADDRESS;
  return { key: `${ofEmail(email).key}:${digest(address)}`, limit };
}

/** The count of one e-mail address in one browser that knows it. */
export function ofDevice(email: string, device: string): TryKey {
  return { key: `${ofEmail(email).key}:device:${digest(device)}`, limit: TRIES_PER_DEVICE };
}

/** The count of one network address. */
export function ofAddress(address: string): TryKey {
  return { key: `address:${digest(address)}`, limit: TRIES_PER_ADDRESS };
}

/**
 * Counts a try before the password is looked at, in one statement: of any number of tries at the same moment,
 * in any number of processes, at most `limit` are allowed.
 */
export async function countTry(pool: TriesPool, { key, limit }: TryKey, now: Instant): Promise<TryVerdict> {
  const { rows } = await pool.query<{ tries: number; until: Date }>(COUNT, [
    key,
    limit,
    new Date(now),
    new Date(now + LOCKED_FOR_MS),
  ]);
  const counted = rows[0];
  if (counted === undefined) throw new Error("Counting a sign-in returned no row; the table SignInTry is damaged.");
  return counted.tries <= limit
    ? { isAllowed: true, tries: counted.tries }
    : { isAllowed: false, until: counted.until.getTime() };
}

// An expired count starts again at 1; the last allowed try starts the lock; further ones do not prolong it.
const COUNT = `
  INSERT INTO "SignInTry" AS t ("key", "tries", "until") VALUES ($1, 1, $4)
  ON CONFLICT ("key") DO UPDATE SET
    "tries" = CASE WHEN t."until" <= $3 THEN 1 ELSE LEAST(t."tries" + 1, $2 + 1) END,
    "until" = CASE WHEN t."until" <= $3 OR t."tries" + 1 = $2 THEN $4 ELSE t."until" END
  RETURNING "tries", "until"`;

/** Takes one try back that turned out to be no guess. */
export async function takeBackTry(pool: TriesPool, { key }: TryKey): Promise<void> {
  await pool.query(`UPDATE "SignInTry" SET "tries" = GREATEST("tries" - 1, 0) WHERE "key" = $1`, [key]);
}

/** Starts this count afresh, with those that are parts of it, and drops what expired. */
export async function forgetTries(pool: TriesPool, { key }: TryKey, now: Instant): Promise<void> {
  await pool.query(`DELETE FROM "SignInTry" WHERE "key" = $1 OR starts_with("key", $1 || ':') OR "until" <= $2`, [
    key,
    new Date(now),
  ]);
}
