import type { ConsoleLanguage } from "./words.ts";

/** How urgent a wait is: yellow from 60 s, red from 100 s. */
export type WaitLevel = "calm" | "soon" | "late";

export const SOON_AFTER_MS = 60_000;
export const LATE_AFTER_MS = 100_000;

export function waitLevel(waitedMs: number): WaitLevel {
  if (waitedMs >= LATE_AFTER_MS) return "late";
  return waitedMs >= SOON_AFTER_MS ? "soon" : "calm";
}

/** `0:07`, `1:40`, `2:05:09`, `76:05:09`: same width while it counts; a clock that runs ahead shows 0:00. */
export function waitText(waitedMs: number): string {
  const seconds = Math.max(0, Math.floor(waitedMs / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const two = (value: number) => String(value).padStart(2, "0");
  if (hours > 0) return `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${minutes}:${two(seconds % 60)}`;
}

interface Moment {
  /** ISO 8601. */
  readonly at: string;
  /** IANA name. */
  readonly timezone: string;
  readonly language: ConsoleLanguage;
}

/** Time of day in the store's zone: `18:05`. */
export function clockText({ at, timezone, language }: Moment): string {
  return formatted(at, { timeZone: timezone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, language);
}

/** Date and time in the store's zone: `2026-10-01 18:05`, the same in both languages so that columns align. */
export function momentText({ at, timezone, language }: Moment): string {
  return `${dayOf(at, timezone)} ${clockText({ at, timezone, language })}`;
}

/** The day in the store's zone as a person says it: `10月1日 星期四`, `Thu, Oct 1`. */
export function dayText({ at, timezone, language }: Moment): string {
  return formatted(at, { timeZone: timezone, month: "short", day: "numeric", weekday: "short" }, language);
}

/** `2026-10-01`, in that zone. */
export function dayOf(at: string, timezone: string): string {
  return formatted(at, { timeZone: timezone, year: "numeric", month: "2-digit", day: "2-digit" }, "sv");
}

/** The zone as people call it: `北京时间`, `Beijing time`. */
export function zoneText(timezone: string, language: ConsoleLanguage): string {
  if (timezone === "Asia/Shanghai") return { "zh-CN": "北京时间", en: "Beijing time" }[language];
  const parts = new Intl.DateTimeFormat(language, { timeZone: timezone, timeZoneName: "long" }).formatToParts(0);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timezone;
}

/** An instant as the wall clock of a zone shows it, for a `datetime-local` field: `2026-10-01T18:05`. */
export function wallOf(at: string, timezone: string): string {
  return `${dayOf(at, timezone)}T${formatted(at, { timeZone: timezone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, "sv")}`;
}

/** The instant at which the zone's wall clock shows `wall`; undefined when it is no time. In a gap: the hour after it. */
export function instantOf(wall: string, timezone: string): string | undefined {
  const asUtc = WALL.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return undefined;
  // Two steps: the offset found at the first guess may be that of the other side of a clock change.
  const guess = asUtc - offsetAt(asUtc, timezone);
  return new Date(asUtc - offsetAt(guess, timezone)).toISOString();
}

// Date.parse forgives too much: of ":00Z" it makes the year 2000.
const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

function offsetAt(instant: number, timezone: string): number {
  const minute = Math.floor(instant / 60_000) * 60_000;
  return Date.parse(`${wallOf(new Date(minute).toISOString(), timezone)}:00Z`) - minute;
}

function formatted(at: string, options: Intl.DateTimeFormatOptions, locale: string): string {
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) ? at : new Intl.DateTimeFormat(locale, options).format(instant);
}
