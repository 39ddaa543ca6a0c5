/** The days of a roster file, Monday first. */
export const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
export type Day = (typeof DAYS)[number];

interface Shift {
  readonly days: readonly string[];
  /** HH:MM. */
  readonly start: string;
  /** HH:MM; not after the start: the next day's. */
  readonly end: string;
}

/** A piece of a shift within one day, as parts of that day, 0..1. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The part after midnight of a shift that began the day before. */
  readonly continued: boolean;
}

const DAY_MINUTES = 24 * 60;

/** The bars of every day of a week that repeats; a shift across midnight goes on in the next day, Sunday's on Monday. */
export function barsOf(shifts: readonly Shift[]): Readonly<Record<Day, readonly Bar[]>> {
  const bars: Record<Day, Bar[]> = { Mon: [], Tue: [], Wed: [], Thu: [], Fri: [], Sat: [], Sun: [] };
  for (const shift of shifts) {
    const start = minutesOf(shift.start);
    const end = minutesOf(shift.end);
    if (start === undefined || end === undefined) continue;
    const text = `${shift.start}–${shift.end}`;
    for (const [at, day] of DAYS.entries()) {
      if (!shift.days.includes(day)) continue;
      const crosses = end <= start;
      bars[day].push({ from: start / DAY_MINUTES, to: crosses ? 1 : end / DAY_MINUTES, text, continued: false });
      const next = DAYS[(at + 1) % DAYS.length];
      if (crosses && end > 0 && next !== undefined) bars[next].push({ from: 0, to: end / DAY_MINUTES, text, continued: true });
    }
  }
  return bars;
}

function minutesOf(clock: string): number | undefined {
  const found = /^(\d{2}):(\d{2})$/.exec(clock);
  if (found === null) return undefined;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return minutes <= DAY_MINUTES ? minutes : undefined;
}
