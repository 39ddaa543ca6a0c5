import chineseDays from "chinese-days";
import type { Roster, Weekday, Workday } from "../../staffing/rules/roster.ts";
import { weekdayOf } from "../../staffing/rules/roster.ts";
import { dateOf, dayOfDate } from "../../staffing/rules/wall-clock.ts";

/** A year's public holidays and 调休 of mainland China, as they would change the roster. */
export interface HolidayProposal {
  readonly year: number;
  /** Whether the government's notice for this year is known here; otherwise nothing is proposed. */
  readonly isKnown: boolean;
  readonly days: readonly ProposedDay[];
}

export interface ProposedDay {
  readonly date: string;
  /** `春节`, `Spring Festival`. */
  readonly name: { readonly zh: string; readonly en: string };
  readonly type: "holiday" | "workday";
  /** Which weekday's shifts a working day runs. */
  readonly as?: Weekday | undefined;
  /** In the roster already, just so. */
  readonly isThere: boolean;
}

/**
 * What a year's calendar says. A working day (调休) runs as the weekday it stands in for: the days off in lieu of the same
 * holiday, in their order; Monday where there are more working days than those.
 */
export function proposeHolidays(roster: Roster, year: number): HolidayProposal {
  const details = yearOf(year).map((date) => ({ date, detail: detailOf(date) }));
  const named = details.flatMap(({ date, detail }) =>
    detail.name === undefined ? [] : [{ date, ...detail, name: detail.name }],
  );
  const inLieu = new Map<string, Weekday[]>();
  for (const { date, name } of named) {
    const weekday = weekdayOf(dayOfDate(date));
    if (!chineseDays.isInLieu(localDate(date)) || weekday === undefined) continue;
    inLieu.set(name.zh, [...(inLieu.get(name.zh) ?? []), weekday]);
  }
  const days = named.map(({ date, name, isWork }): ProposedDay => {
    if (!isWork) return { date, name, type: "holiday", isThere: roster.holidays.includes(date) };
    const as = inLieu.get(name.zh)?.shift() ?? "Mon";
    return { date, name, type: "workday", as, isThere: roster.workdays.some((one) => one.date === date && one.as === as) };
  });
  return { year, isKnown: days.length > 0, days };
}

/** The holidays and working days of the roster once the proposal is taken; other dates of that year stay as they are. */
export function takeHolidays(
  roster: Roster,
  { days }: HolidayProposal,
): { readonly holidays: readonly string[]; readonly workdays: readonly Workday[] } {
  const proposed = new Set(days.map(({ date }) => date));
  const kept = roster.holidays.filter((date) => !proposed.has(date));
  const added = days.flatMap(({ date, type }) => (type === "holiday" ? [date] : []));
  const keptWork = roster.workdays.filter(({ date }) => !proposed.has(date));
  const addedWork = days.flatMap(({ date, as }): readonly Workday[] => (as === undefined ? [] : [{ date, as }]));
  return {
    holidays: [...kept, ...added].sort(),
    workdays: [...keptWork, ...addedWork].sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

function yearOf(year: number): readonly string[] {
  const first = dayOfDate(`${year}-01-01`);
  return Array.from({ length: dayOfDate(`${year + 1}-01-01`) - first }, (_none, i) => dateOf(first + i));
}

// The library calls a plain day by its English weekday, and a named one "English,中文,days in lieu".
function detailOf(date: string): { readonly isWork: boolean; readonly name?: { readonly zh: string; readonly en: string } } {
  const { work, name } = chineseDays.getDayDetail(localDate(date));
  const [en, zh] = name.split(",");
  if (en === undefined || zh === undefined) return { isWork: work };
  return { isWork: work, name: { zh, en } };
}

// The library reads a day off the machine's own wall; a text it would take as UTC, a day off west of Greenwich.
function localDate(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, day);
}
