import { DateTime } from "luxon";
import { wallOf } from "./calendar.ts";
import { findDates, PART_OF_DAY } from "./date.ts";
import type { Finder, Found, Scan } from "./entity.ts";
import { readCount, readNumber } from "./numerals.ts";
import { before, behind, part, pattern, spanOf } from "./pattern.ts";

const HOUR = "(?<hour>2[0-4]|[01]?\\d|二?十[一二三四五六七八九]?|[零一两二三四五六七八九])";
const SPOKEN = pattern(
  String.raw`(?:(?<=(?:周|星期|礼拜)[一二三四五六])|(?<![\d.零一二三四五六七八九十百:]))(?<part>${PART_OF_DAY})? ?${HOUR}(?<mark>点钟?|时(?![间候效尚长髦刻段期]))(?:(?<half>半)|(?<quarter>[一二三])刻|(?<minute>[0-5]\d|零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|\d(?=分)|[一二三四五六七八九](?=分))分?|整)?(?![\d.])`,
);
const CLOCK = pattern(
  String.raw`(?<![\d.:/])(?<part>${PART_OF_DAY})? ?(?<hour>2[0-4]|[01]?\d):(?<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])`,
);
const DISTANCE = pattern(
  "{N} ?个?(?<unit>半?小时|钟头|分钟|h(?=内|之内|以内|后))(?:之|以)?(?<side>内|后|前)|(?<halfHour>半)个?(?:小时|钟头?)(?:之|以)?(?<side2>内|后|前)",
);

/** What may follow “三点” when it is an hour: “三点问题” is not. */
const HOUR_GOES_ON =
  /^ ?(?:$|[,。?!~、)]|之?前|之?后|以[前后]|左右|多|到|发|来|送|取|收|能|可以|截|下班|上班|开|才|就|还|吗|呢|吧|了|的)/u;
const LIST_BEFORE = /(?:[有这那几第每差成]|以下|下面|建议|说|早|晚|快|慢|好|多|少|大|小|高|低|贵|便宜|轻|重)$/u;
const NO_HOUR = /^ ?(?:意见|建议|问题|要求|评|数|积分|击|五折|心|赞|单|餐|菜|外卖)/u;

/** Hours: with a day before them, with a part of the day, alone; and “两小时内”. A bare hour up to six is in the afternoon. */
export const findTimes: Finder = (scan) => [...hours(scan), ...distances(scan)];

function hours(scan: Scan): readonly Found[] {
  const days = findDates(scan);
  const wall = wallOf(scan);
  return [...scan.text.matchAll(SPOKEN), ...scan.text.matchAll(CLOCK)].flatMap((match): Found[] => {
    const span = spanOf(match);
    const day = days.find(
      ({ start, end }) => start < span.start && leadsTo(scan.text, { dayEnd: end, start: span.start, part: part(match, "part") }),
    );
    const start = day?.start ?? span.start;
    const dayPart = part(match, "part") || partIn(scan.text.slice(start, span.start));
    if (!isHour(scan.text, { match, hasContext: dayPart !== "" || day !== undefined })) return [];
    const clock = { hour: readNumber(part(match, "hour")) ?? 0, minute: minutesOf(match) };
    const from = day?.kind === "date" ? day.value.from : wall?.toISODate();
    const at =
      from === undefined || from === null || wall === undefined
        ? undefined
        : moment({ from, zone: scan.timezone }, dayPart, clock);
    return [{ kind: "time", start, end: span.end, value: at === undefined ? {} : { at } }];
  });
}

/** The day may have taken the part of the day with it: “明天下午” + “下午三点”. */
function leadsTo(
  text: string,
  { dayEnd, start, part: dayPart }: { readonly dayEnd: number; readonly start: number; readonly part: string },
): boolean {
  if (dayEnd >= start) return dayEnd - start <= dayPart.length;
  return isJoined(text.slice(dayEnd, start));
}

/** Between a day and its hour. */
function isJoined(between: string): boolean {
  return between === " " || between === "的" || between === ",";
}

function partIn(day: string): string {
  return new RegExp(`(?:${PART_OF_DAY})$`, "u").exec(day.trim())?.[0] ?? "";
}

function isHour(text: string, { match, hasContext }: { readonly match: RegExpExecArray; readonly hasContext: boolean }): boolean {
  const hour = part(match, "hour");
  const { start, end } = spanOf(match);
  if (NO_HOUR.test(behind(text, end))) return false;
  if (hasContext || part(match, "mark") === "") return true;
  const isExact = /(?:钟|半|刻|分|整|\d\d)$/u.test(match[0]) && match[0].length > 2;
  if (hour === "零" || part(match, "mark") === "时") return isExact;
  if (isExact) return true;
  if (/^\d+$/u.test(hour))
    return (
      !/[a-z]$/u.test(before(text, start, 1)) && HOUR_GOES_ON.test(behind(text, end)) && !LIST_BEFORE.test(before(text, start, 2))
    );
  return hour !== "一" && HOUR_GOES_ON.test(behind(text, end)) && !LIST_BEFORE.test(before(text, start, 2));
}

function minutesOf(match: RegExpExecArray): number {
  if (part(match, "half") !== "") return 30;
  const quarter = part(match, "quarter");
  if (quarter !== "") return (readNumber(quarter) ?? 0) * 15;
  return readNumber(part(match, "minute") || "0") ?? 0;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
}

function moment(
  { from, zone }: { readonly from: string; readonly zone: string },
  dayPart: string,
  clock: Clock,
): number | undefined {
  const day = DateTime.fromISO(from, { zone });
  const at = day
    .plus({ days: Math.floor(hourOfDay(dayPart, clock.hour) / 24) })
    .set({ hour: hourOfDay(dayPart, clock.hour) % 24, minute: clock.minute });
  return at.isValid ? at.toMillis() : undefined;
}

/** 0 to 36: what is said of an evening after twelve belongs to the next day. */
function hourOfDay(dayPart: string, hour: number): number {
  if (hour > 12) return hour;
  if (/凌晨|清晨/u.test(dayPart)) return hour % 12;
  if (/半夜|深夜|晚|夜/u.test(dayPart) && !/傍晚/u.test(dayPart)) return hour === 12 || hour <= 4 ? 24 + (hour % 12) : hour + 12;
  if (/下午|傍晚/u.test(dayPart)) return hour === 12 ? 12 : hour + 12;
  if (dayPart === "中午") return hour <= 3 ? hour + 12 : hour;
  return dayPart === "" && hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

function distances(scan: Scan): readonly Found[] {
  return [...scan.text.matchAll(DISTANCE)].flatMap((match): Found[] => {
    const isHalf = part(match, "halfHour") !== "";
    const count = isHalf ? 0.5 : readCount(part(match, "n"));
    if (count === undefined || count > 10_000) return [];
    const unit = part(match, "unit");
    const minutes = (count + (unit.startsWith("半") ? 0.5 : 0)) * (unit === "分钟" ? 1 : 60);
    const isBack = (part(match, "side") || part(match, "side2")) === "前";
    const value = scan.now === undefined ? {} : { at: scan.now + (isBack ? -minutes : minutes) * 60_000 };
    return [{ kind: "time", ...spanOf(match), value }];
  });
}
