import type { Instant } from "../../core/words.ts";

/** What signs a webhook's messages, and perhaps the secret before it, until a moment. */
export interface Secrets {
  readonly secret: string;
  readonly earlierSecret: string | null;
  readonly earlierUntil: Date | null;
}

/** So long the secret before signs on when nothing else is said, … */
export const USUAL_OVERLAP_HOURS = 24;
/** … and at most: whoever stole it can use it as long. */
export const LONGEST_OVERLAP_HOURS = 168;

/** Until when the secret before signs; undefined: it does not. */
export function earlierUntil(secrets: Omit<Secrets, "secret">, now: Instant): Instant | undefined {
  const until = secrets.earlierSecret === null ? undefined : secrets.earlierUntil?.getTime();
  return until !== undefined && until > now ? until : undefined;
}

/** All that sign at this moment, the newest first. */
export function signingSecrets(secrets: Secrets, now: Instant): readonly string[] {
  const { secret, earlierSecret } = secrets;
  return earlierSecret !== null && earlierUntil(secrets, now) !== undefined ? [secret, earlierSecret] : [secret];
}
