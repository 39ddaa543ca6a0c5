import { casual as english } from "chrono-node/en";
import { casual as chinese } from "chrono-node/zh/hans";
import type { DateTime } from "luxon";

/** A moment on the wall's clock, as far as a text names it. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Absent: a day was named, no hour. */
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
}

/** Longer texts are not given to chrono: what it does takes more than linear time. */
export const MAX_CHRONO_LENGTH = 80;

/**
 * The day that a short Simplified text names: 明天, 大后天, 2026年3月5日, 三月八号. After midnight chrono takes “明天” for the day
 * that has begun; so it is always asked at noon.
 */
export function readChineseDay(text: string, wall: DateTime): Named | undefined {
  const [result] = chinese.parse(text.slice(0, MAX_CHRONO_LENGTH), clockOf(wall.set({ hour: 12 })));
  return result === undefined ? undefined : named(result);
}

/** Days and hours that a short English text names; days without a year lie ahead. */
export function readEnglish(text: string, wall: DateTime): readonly Named[] {
  return english.parse(text.slice(0, MAX_CHRONO_LENGTH), clockOf(wall), { forwardDate: true }).map(named);
}

/** chrono counts days in the process's zone, whatever zone it is given; so it is given a date that shows the shop's wall clock there. */
function clockOf(wall: DateTime): Date {
  return new Date(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
}

type Result = ReturnType<typeof english.parse>[number];

function named({ index, text, start }: Result): Named {
  const moment = start.date();
  const day = { year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() };
  const span = { start: index, end: index + text.length };
  return start.isCertain("hour")
    ? { ...span, ...day, hour: moment.getHours(), minute: moment.getMinutes() }
    : { ...span, ...day };
}
