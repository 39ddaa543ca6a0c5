/** What somebody typed to change their password. */
export interface PasswordChange {
  readonly current: string;
  readonly fresh: string;
  readonly repeated: string;
}

export type PasswordFault = "current-missing" | "too-short" | "too-long" | "not-new" | "not-same";

/** As the server wants it, in UTF-16 units. */
export const SHORTEST = 10;
const LONGEST = 128;

/** The first thing that is wrong, before the server is asked; undefined when it may be. */
export function faultIn({ current, fresh, repeated }: PasswordChange): PasswordFault | undefined {
  if (current === "") return "current-missing";
  if (fresh.length < SHORTEST) return "too-short";
  if (fresh.length > LONGEST) return "too-long";
  if (fresh === current) return "not-new";
  return fresh === repeated ? undefined : "not-same";
}
