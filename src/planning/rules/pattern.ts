/** Somebody's weekly shifts and their clock; without a time zone it is the roster's. */
export interface Pattern {
  readonly timezone?: string | undefined;
  readonly shifts: readonly { readonly days: readonly string[]; readonly start: string; readonly end: string }[];
}

/** Whether two say the same, in whatever order. */
export function samePattern(a: Pattern, b: Pattern, rosterTimezone: string): boolean {
  return (a.timezone ?? rosterTimezone) === (b.timezone ?? rosterTimezone) && wordsOf(a) === wordsOf(b);
}

function wordsOf({ shifts }: Pattern): string {
  return shifts
    .map(({ days, start, end }) => `${[...days].sort().join(" ")} ${start} ${end}`)
    .sort()
    .join("\n");
}
