import { DateTime } from "luxon";
import type { Instant } from "../../core/words.ts";

/** Which end of a validity a date stands for: a day as `until` is still included, so it means the start of the next day. */
export type Edge = "from" | "until";

/** Excel rewrites 2026-10-01 as 2026/10/1 when it saves; year first, it can mean only one thing. */
const DAY = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const TIME =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/i;

/** Moments that every part of the system can write with a year of four digits. */
export function isUsableMoment(at: Instant): boolean {
  return at >= 0 && at < Date.UTC(10_000, 0);
}

/**
 * The moment that a cell names: `2026-10-01`, `2026-10-01T20:00`, `2026-10-01 20:00:00`, with `Z` or `+08:00` when the
 * zone is said; without one it is wall clock in `zone` (IANA name). Undefined when it is no such date.
 */
export function parseMoment(text: string, zone: string, edge: Edge): Instant | undefined {
  const at = readDay(text, zone, edge) ?? readTime(text, zone);
  return at !== undefined && isUsableMoment(at) ? at : undefined;
}

function readDay(text: string, zone: string, edge: Edge): Instant | undefined {
  const day = DAY.exec(text);
  if (day === null) return undefined;
  const start = DateTime.fromObject({ year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) }, { zone });
  if (!start.isValid) return undefined;
  return (edge === "from" ? start : start.plus({ days: 1 }).startOf("day")).toMillis();
}

function readTime(text: string, zone: string): Instant | undefined {
  const time = TIME.exec(text);
  if (time === null) return undefined;
  const [, year, month, date, hour, minute, second = "0", fraction = "", offset] = time;
  const at = DateTime.fromObject(
    {
      year: Number(year),
      month: Number(month),
      day: Number(date),
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
      millisecond: Number(fraction.padEnd(3, "0")),
    },
    { zone: offset === undefined ? zone : zoneOf(offset) },
  );
  return at.isValid ? at.toMillis() : undefined;
}

/** The moment as a cell that `parseMoment` reads back: a day where it is one, otherwise date, time and offset. */
export function writeMoment(at: Instant, zone: string, edge: Edge): string {
  const local = DateTime.fromMillis(at, { zone });
  const day = (edge === "from" ? local : local.minus({ days: 1 })).toFormat("yyyy-MM-dd");
  if (parseMoment(day, zone, edge) === at) return day;
  return DateTime.fromMillis(at, { zone: "utc" }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
}

function zoneOf(offset: string): string {
  return offset.toUpperCase() === "Z" ? "utc" : `UTC${offset.slice(0, 3)}:${offset.slice(-2)}`;
}
