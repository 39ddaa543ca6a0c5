import { IANAZone } from "luxon";
import type { Instant } from "../../core/words.ts";

/** What the clock on the wall shows, as milliseconds since 1970-01-01 00:00 on that same wall. Not an instant. */
export type WallTime = number;

/** Days since 1970-01-01 on the wall. */
export type WallDay = number;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** What the clock on the wall of this zone shows at this instant. */
export function wallTimeAt(zone: string, instant: Instant): WallTime {
  return instant + offsetMs(zone, instant);
}

/**
 * The instants, earliest first, when the wall clock of this zone shows the given time: usually one; two in the autumn
 * overlap; in the spring gap the one instant when the clock jumps over it.
 */
export function momentsShowing(zone: string, wall: WallTime): readonly Instant[] {
  // The offsets a day to either side are those before and after a change of clocks: changes lie weeks apart.
  const before = wall - offsetMs(zone, wall - DAY_MS);
  const after = wall - offsetMs(zone, wall + DAY_MS);
  if (before === after) return [before];
  const showing = [before, after].filter((instant) => wallTimeAt(zone, instant) === wall);
  return showing.length > 0 ? showing : [clockChangeNear(zone, wall)];
}

/** The instant, within a day of the given wall time, when this zone changes its clocks. Only asked where there is one. */
export function clockChangeNear(zone: string, wall: WallTime): Instant {
  let earlier = wall - DAY_MS;
  let later = wall + DAY_MS;
  const old = offsetMs(zone, earlier);
  while (later - earlier > 1) {
    const middle = Math.floor((earlier + later) / 2);
    if (offsetMs(zone, middle) === old) earlier = middle;
    else later = middle;
  }
  return later;
}

/** The day the wall clock shows. */
export function dayOf(wall: WallTime): WallDay {
  return Math.floor(wall / DAY_MS);
}

/** The first instant of the day on which this instant falls in this zone. */
export function startOfDay(zone: string, instant: Instant): Instant {
  const [first = instant] = momentsShowing(zone, dayOf(wallTimeAt(zone, instant)) * DAY_MS);
  return first;
}

/** `YYYY-MM-DD` of a day. */
export function dateOf(day: WallDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of a `YYYY-MM-DD`. */
export function dayOfDate(date: string): WallDay {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

function offsetMs(zone: string, instant: Instant): number {
  const day = Math.floor(instant / DAY_MS);
  const days = offsets.get(zone) ?? new Map<number, number | "changes">();
  const known = days.get(day);
  if (known === "changes") return askOffset(zone, instant);
  if (known !== undefined) return known;
  const [first, last] = [askOffset(zone, day * DAY_MS), askOffset(zone, (day + 1) * DAY_MS - 1)];
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, first === last ? first : "changes");
  offsets.set(zone, days);
  return first === last ? first : askOffset(zone, instant);
}

// What a zone's clocks showed never changes, and asking is slow: a desk of a thousand people asks for the same few days thousands of
// times. Changes lie weeks apart, so a day (of UTC) that begins and ends alike has none.
const offsets = new Map<string, Map<number, number | "changes">>();
const MOST_DAYS = 1_000;

function askOffset(zone: string, instant: Instant): number {
  const minutes = IANAZone.create(zone).offset(instant);
  if (Number.isNaN(minutes)) {
    throw new Error(`No time zone is called "${zone}" (or ${instant} is no instant): use an IANA name such as Asia/Shanghai`);
  }
  return minutes * MINUTE_MS;
}
