import { DateTime } from "luxon";
import type { EntityValues, Scan } from "./entity.ts";

export type Days = EntityValues["date"];

/** What the shop's calendar and clock show; undefined when nobody said what time it is. */
export function wallOf({ now, timezone }: Pick<Scan, "now" | "timezone">): DateTime | undefined {
  if (now === undefined) return undefined;
  if (lastWall?.now === now && lastWall.timezone === timezone) return lastWall.wall;
  const wall = DateTime.fromMillis(now, { zone: timezone });
  lastWall = { now, timezone, wall: wall.isValid ? wall : undefined };
  return lastWall.wall;
}

/** Each way of naming a day or an hour asks for one and the same moment of a text. */
let lastWall: { readonly now: number; readonly timezone: string; readonly wall: DateTime | undefined } | undefined;

export function daysFrom(from: DateTime, until: DateTime = from): Days | undefined {
  const [first, last] = [from.toISODate(), until.toISODate()];
  return first === null || last === null ? undefined : { from: first, until: last };
}

/** A day of a year; undefined for 2月30号. */
export function dayOf(year: number, month: number, day: number): Days | undefined {
  const date = DateTime.fromObject({ year, month, day }, { zone: "utc" });
  return date.isValid ? daysFrom(date) : undefined;
}

/** The next such day of the year from today on, or with `isPast` the last one until today. */
export function nearestYearly(
  wall: DateTime,
  { month, day, isPast }: { readonly month: number; readonly day: number; readonly isPast: boolean },
): Days | undefined {
  const here = DateTime.fromObject({ year: wall.year, month, day }, { zone: wall.zone });
  if (!here.isValid) return undefined;
  const today = wall.startOf("day");
  if (isPast) return daysFrom(here > today ? here.minus({ years: 1 }) : here);
  return daysFrom(here < today ? here.plus({ years: 1 }) : here);
}

/** The next such day of a month from today on, or with `isPast` the last one; months that lack it are passed over. */
export function nearestMonthly(
  wall: DateTime,
  { day, isPast }: { readonly day: number; readonly isPast: boolean },
): Days | undefined {
  const today = wall.startOf("day");
  for (let step = 0; step <= 3; step += 1) {
    const month = today.startOf("month").plus({ months: isPast ? -step : step });
    if (day > (month.daysInMonth ?? 31)) continue;
    const date = month.set({ day });
    if (isPast ? date <= today : date >= today) return daysFrom(date);
  }
  return undefined;
}

/** A day of the week in a week counted from this one; the Chinese week begins on Monday. */
export function weekday(wall: DateTime, { weeks, day }: { readonly weeks: number; readonly day: number }): DateTime {
  return wall.startOf("week").plus({ weeks, days: day - 1 });
}

/** So many working days on, Saturdays and Sundays left out; public holidays are not known here. */
export function plusWorkdays(wall: DateTime, count: number): DateTime {
  let date = wall;
  for (let left = Math.min(Math.abs(count), 100); left > 0;) {
    date = date.plus({ days: Math.sign(count) });
    if (date.weekday <= 5) left -= 1;
  }
  return date;
}

/** Days of the Chinese calendar: month, day, and the day of the year of ours on which looking may begin. */
const LUNAR: Readonly<Record<string, { readonly lunar: string; readonly from: string; readonly plus: number }>> = {
  春节: { lunar: "1/1", from: "01-20", plus: 0 },
  除夕: { lunar: "1/1", from: "01-20", plus: -1 },
  元宵: { lunar: "1/1", from: "01-20", plus: 14 },
  端午: { lunar: "5/5", from: "05-25", plus: 0 },
  七夕: { lunar: "7/7", from: "07-28", plus: 0 },
  中秋: { lunar: "8/15", from: "09-05", plus: 0 },
};
const LONGEST_SEARCH_DAYS = 36;
const lunarDays = new Map<string, DateTime | undefined>();
const CHINESE_CALENDAR = new Intl.DateTimeFormat("en-u-ca-chinese", { month: "numeric", day: "numeric", timeZone: "UTC" });

/** The festival of the Chinese calendar that comes next, or with `isPast` was last; `plus` days after it. */
export function nearestLunar(
  wall: DateTime,
  { name, plus, isPast }: { readonly name: string; readonly plus: number; readonly isPast: boolean },
): Days | undefined {
  const today = wall.toISODate() ?? "";
  const years = isPast ? [wall.year, wall.year - 1] : [wall.year, wall.year + 1];
  for (const year of years) {
    const date = lunarDay(name, year)?.plus({ days: plus });
    const iso = date?.toISODate() ?? "";
    if (date !== undefined && (isPast ? iso <= today : iso >= today)) return daysFrom(date);
  }
  return undefined;
}

function lunarDay(name: string, year: number): DateTime | undefined {
  const festival = LUNAR[name];
  const key = `${name}${year}`;
  if (festival === undefined || year < 1950 || year > 2150) return undefined;
  if (!lunarDays.has(key)) lunarDays.set(key, searchLunar(festival, year));
  return lunarDays.get(key);
}

function searchLunar(
  { lunar, from, plus }: { readonly lunar: string; readonly from: string; readonly plus: number },
  year: number,
): DateTime | undefined {
  const first = DateTime.fromISO(`${year}-${from}`, { zone: "utc" });
  for (let day = 0; day <= LONGEST_SEARCH_DAYS; day += 1) {
    const date = first.plus({ days: day });
    if (CHINESE_CALENDAR.format(date.toJSDate()) === lunar) return date.plus({ days: plus });
  }
  return undefined;
}
