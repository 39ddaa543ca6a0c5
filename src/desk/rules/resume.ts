/** Which numbers of what consoles were told are kept: from `first` to `last`, without holes; both 0 when nothing was ever told. */
export interface Kept {
  readonly first: number;
  readonly last: number;
}

/** Where a console's stream goes on. */
export type Resumption =
  /** It has heard nothing yet: from here on. */
  | { readonly type: "begun"; readonly at: number }
  /** It hears what was told after one number up to another, and then goes on. */
  | { readonly type: "resumed"; readonly after: number; readonly upTo: number }
  /** What it missed is not known, or too much: it must read how things stand now. */
  | { readonly type: "reset"; readonly at: number };

/** Of more than so many numbers it costs less to read how things stand now than to look which of them somebody may see. */
const MOST_BEHIND = 20_000;
/** More than so much of what somebody may see is not told one by one. */
export const MOST_MISSED = 500;

/** How a stream goes on that has heard everything up to `heard`; undefined: nothing. */
export function resumeAfter(heard: number | undefined, { first, last }: Kept): Resumption {
  if (heard === undefined) return { type: "begun", at: last };
  // No number that was ever told, or one of another database, or of after the backup that was restored.
  if (heard < 0 || heard > last) return { type: "reset", at: last };
  // What came next may have been deleted.
  if (heard < first - 1) return { type: "reset", at: last };
  return last - heard > MOST_BEHIND ? { type: "reset", at: last } : { type: "resumed", after: heard, upTo: last };
}

/** The number that a console says it has heard last; undefined for none, and -1, which nobody was ever told, for what is no number. */
export function heardIn(said: string | undefined): number | undefined {
  if (said === undefined || said === "") return undefined;
  return /^\d{1,15}$/.test(said) ? Number(said) : -1;
}
