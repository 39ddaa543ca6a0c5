import type { DateTime } from "luxon";
import { dayOf, daysFrom, nearestMonthly, plusWorkdays, wallOf, weekday, type Days } from "./calendar.ts";
import { readChineseDay } from "./chrono.ts";
import type { Finder, Found, Scan } from "./entity.ts";
import { FESTIVAL_RULES } from "./festival.ts";
import { readCount, readNumber } from "./numerals.ts";
import { behind, part, pattern, spanOf } from "./pattern.ts";

/** A way of naming days. `resolve` is asked only when it is known what day it is; undefined: no such day, so nothing was named. */
export interface DateRule {
  readonly form: RegExp;
  readonly resolve: (match: RegExpMatchArray, wall: DateTime, isPast: boolean) => Days | undefined;
}

/** A part of the day, as a word before the hour. */
export const PART_OF_DAY = "凌晨|半夜|深夜|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜晚|晚|早";
const HAN = "[零一二三四五六七八九十]";
const NOT_AFTER_NUMBER = String.raw`(?<![\d.零一二两三四五六七八九十百])`;
/** What follows a day on which something was done: the day lies behind us. */
const DONE = /^[^,。?!]{0,3}(?:买|拍下?|下的?单|付|收到|签收|订|申请|寄|退|发|签)(?:的|了)|^(?:收到|签收|买|拍)/u;

const RULES: readonly DateRule[] = [
  {
    form: pattern(`(?<day>大?后天|大?前天|[今明昨][天日儿](?!个性)|[今明昨](?=${"晚|早"})|今(?=夜))个?(?:${PART_OF_DAY})?`),
    resolve: (match, wall) => byChrono(part(match, "day").replace(/([今明昨]).?$/u, "$1天"), wall),
  },
  {
    form: pattern(
      `(?<![每数几\\d一二两三四五六])(?<which>上上|下下|上|下|这|本)?个?(?:周|星期|礼拜)(?<day>[一二三四五六日天])(?![一二三四五六七八九十]?(?:次|件|福|岁))(?:${PART_OF_DAY})?`,
    ),
    resolve: (match, wall) =>
      namedWeekday(part(match, "which"), "一二三四五六日".indexOf(part(match, "day").replace("天", "日")) + 1, wall),
  },
  {
    form: pattern("(?<![每数几\\d一二两三四五六])(?<which>上上|下下|上|下|这|本)?个?周末"),
    resolve: (match, wall) =>
      daysFrom(
        weekday(wall, { weeks: weeksOf(part(match, "which")), day: 6 }),
        weekday(wall, { weeks: weeksOf(part(match, "which")), day: 7 }),
      ),
  },
  {
    form: pattern("(?<which>上上|下下|上|下|这|本)个?(?:周|星期|礼拜)(?![一二三四五六日天末转边围期])"),
    resolve: (match, wall) =>
      daysFrom(
        weekday(wall, { weeks: weeksOf(part(match, "which")), day: 1 }),
        weekday(wall, { weeks: weeksOf(part(match, "which")), day: 7 }),
      ),
  },
  {
    form: pattern(
      String.raw`${NOT_AFTER_NUMBER}(?:(?<year>(?:20)?\d{2}|二零${HAN}{2}|[今明去])年)?(?<month>\d{1,2}|${HAN}{1,2})月(?:份的?)?(?<day>\d{1,2}|${HAN}{1,3})(?:日|号)?(?![\d折元块件个斤点:.%]|天)(?:${PART_OF_DAY})?`,
    ),
    resolve: yearMonthDay,
  },
  {
    form: pattern(
      String.raw`(?<![\d.\/-])(?<year>20\d{2})([-\/.]?)(?<month>0[1-9]|1[0-2]|(?<=[-\/.])[1-9])\2(?<day>0[1-9]|[12]\d|3[01]|(?<=[-\/.])[1-9])(?![\d\/-]|\.\d)`,
    ),
    resolve: (match) => dayOf(Number(part(match, "year")), Number(part(match, "month")), Number(part(match, "day"))),
  },
  {
    form: pattern(String.raw`(?<![\d.\/-])(?<month>1[0-2]|[1-9])[.\/](?<day>3[01]|[12]\d|0?[1-9])(?:号|日)`),
    resolve: yearMonthDay,
  },
  {
    form: pattern(
      String.raw`${NOT_AFTER_NUMBER}(?<![第鞋大小路街道弄巷村栋幢月a-z-])(?:(?<which>上|下|这|本)个?月(?:的)?)?(?<day>3[01]|[12]\d|[1-9]|${HAN}{1,3})(?:号|(?<=月.{1,3})日)(?![线楼链店仓客电门院桌车油机库口地公色主宝位床房码])(?:${PART_OF_DAY})?`,
    ),
    resolve: dayOfMonth,
  },
  {
    form: pattern(
      "(?<which>上|下|这|本)个?月(?<edge>底|初|末|中旬)?(?![\\d一二三四五六七八九十]|嫂|饼|子)|(?<![一二三四五六七八九十\\d个满])月(?<edgeAlone>底|初|末)",
    ),
    resolve: monthOrEdge,
  },
  {
    form: pattern(String.raw`${NOT_AFTER_NUMBER}(?<month>1[0-2]|[1-9])月(?<edge>份|底|初|末|中旬)(?!的?\d)`),
    resolve: (match, wall, isPast) => {
      const here = wall.startOf("month").set({ month: Number(part(match, "month")) });
      const isBehind = here.month < wall.month && !isPast;
      return edgeOf(isBehind ? here.plus({ years: 1 }) : here, part(match, "edge"));
    },
  },
  {
    form: pattern("{N} ?(?<unit>个?工作日|天|日|周|个?星期|个?礼拜|个月|年)(?:之|以)?(?<side>内|后|前)(?!台|置|端)"),
    resolve: distance,
  },
  ...FESTIVAL_RULES,
];

const remembered = new WeakMap<Scan, readonly Found[]>();

/** Days and spans of days, as people write them in Chinese. */
export const findDates: Finder = (scan) => {
  const known = remembered.get(scan);
  if (known !== undefined) return known;
  const found = searchDates(scan);
  remembered.set(scan, found);
  return found;
};

function searchDates(scan: Scan): readonly Found[] {
  const wall = wallOf(scan);
  const found: Found[] = [];
  for (const { form, resolve } of RULES) {
    // Calendars are slow: a day that is named a thousand times is reckoned once.
    const reckoned = new Map<string, Days | undefined>();
    for (const match of scan.text.matchAll(form)) {
      const span = spanOf(match);
      const isPast = DONE.test(behind(scan.text, span.end));
      const key = `${isPast}${match[0]}`;
      if (!reckoned.has(key)) reckoned.set(key, wall === undefined ? unresolved(match, resolve) : resolve(match, wall, isPast));
      const value = reckoned.get(key);
      if (value !== undefined) found.push({ kind: "date", ...span, value });
    }
  }
  return found;
}

/** Without a `now`, a full date is still a date; others are named but not known. */
function unresolved(match: RegExpMatchArray, resolve: DateRule["resolve"]): Days | undefined {
  const year = part(match, "year");
  const anyWall = wallOf({ now: 0, timezone: "utc" });
  if (anyWall === undefined) return undefined;
  const value = resolve(match, anyWall, false);
  return value === undefined || /\d|零/u.test(year) ? value : {};
}

function byChrono(text: string, wall: DateTime): Days | undefined {
  const named = readChineseDay(text, wall);
  return named === undefined ? undefined : dayOf(named.year, named.month, named.day);
}

function weeksOf(which: string): number {
  if (which.startsWith("上")) return -which.length;
  return which.startsWith("下") ? which.length : 0;
}

/** “周五” alone is the next Friday, today included; chrono would take the nearest, and begin the week on Sunday. */
function namedWeekday(which: string, day: number, wall: DateTime): Days | undefined {
  const date = weekday(wall, { weeks: weeksOf(which), day });
  return daysFrom(which === "" && date < wall.startOf("day") ? date.plus({ weeks: 1 }) : date);
}

function yearMonthDay(match: RegExpMatchArray, wall: DateTime, isPast: boolean): Days | undefined {
  const month = readNumber(part(match, "month")) ?? 0;
  const day = readNumber(part(match, "day")) ?? 0;
  const year = yearOf(part(match, "year"), wall);
  if (year !== undefined) return dayOf(year, month, day);
  const here = dayOf(wall.year, month, day);
  const today = wall.toISODate() ?? "";
  if (here?.from === undefined) return undefined;
  // Three months back is “was”, further back is “will be”.
  const isLongAgo = here.from < (wall.minus({ months: 3 }).toISODate() ?? "");
  if (isPast) return here.from > today ? dayOf(wall.year - 1, month, day) : here;
  return isLongAgo ? dayOf(wall.year + 1, month, day) : here;
}

function yearOf(written: string, wall: DateTime): number | undefined {
  if (written === "") return undefined;
  const relative = ["去", "今", "明"].indexOf(written);
  if (relative >= 0) return wall.year + relative - 1;
  const year = readNumber(written) ?? 0;
  return year < 100 ? 2000 + year : year;
}

function dayOfMonth(match: RegExpMatchArray, wall: DateTime, isPast: boolean): Days | undefined {
  const day = readNumber(part(match, "day")) ?? 0;
  if (day < 1 || day > 31) return undefined;
  const which = part(match, "which");
  if (which === "") return nearestMonthly(wall, { day, isPast });
  const month = wall.startOf("month").plus({ months: weeksOf(which) });
  return dayOf(month.year, month.month, day);
}

function monthOrEdge(match: RegExpMatchArray, wall: DateTime): Days | undefined {
  const month = wall.startOf("month").plus({ months: weeksOf(part(match, "which")) });
  return edgeOf(month, part(match, "edge") || part(match, "edgeAlone"));
}

/** The last or first days of a month, or all of it. */
function edgeOf(month: DateTime, edge: string): Days | undefined {
  const last = month.endOf("month");
  if (edge === "底" || edge === "末") return daysFrom(last.minus({ days: 4 }), last);
  if (edge === "初") return daysFrom(month, month.plus({ days: 4 }));
  return edge === "中旬" ? daysFrom(month.set({ day: 11 }), month.set({ day: 20 })) : daysFrom(month, last);
}

const MAX_DISTANCE = 400;

/** “3天内” lasts from today until then; “3天后”, “3天前” are that day. */
function distance(match: RegExpMatchArray, wall: DateTime): Days | undefined {
  const count = readCount(part(match, "n"));
  const side = part(match, "side");
  if (count === undefined || count <= 0 || count > MAX_DISTANCE) return undefined;
  const signed = side === "前" ? -count : count;
  const unit = part(match, "unit").replace("个", "");
  const date = moved(wall, unit, signed);
  return side === "内" ? daysFrom(wall, date) : daysFrom(date);
}

function moved(wall: DateTime, unit: string, count: number): DateTime {
  if (unit === "工作日") return plusWorkdays(wall, count);
  if (unit === "月") return wall.plus({ months: count });
  if (unit === "年") return wall.plus({ years: count });
  return unit === "天" || unit === "日" ? wall.plus({ days: count }) : wall.plus({ weeks: count });
}
