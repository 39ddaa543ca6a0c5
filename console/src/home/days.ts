const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** The date so many days later (earlier: negative), as calendars count: `2026-03-01` after `2026-02-28`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a text is a date that exists, as `2026-10-01`. */
export function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** Words for a duration by its size. */
export interface DurationWords {
  readonly seconds: (seconds: number) => string;
  readonly minutes: (minutes: number, seconds: number) => string;
  readonly hoursAnd: (hours: number, minutes: number) => string;
}

/** A duration as people say it: `45 秒`, `3 分 20 秒`, `2 小时 5 分`. */
export function durationText(totalSeconds: number, words: DurationWords): string {
  const seconds = Math.max(0, Math.round(totalSeconds));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return words.seconds(seconds);
  if (minutes < 60) return words.minutes(minutes, seconds % 60);
  return words.hoursAnd(Math.floor(minutes / 60), minutes % 60);
}
