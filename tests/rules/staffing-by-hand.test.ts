import fc from "fast-check";
import { expect, it } from "vitest";
import { nextShiftStart, shiftAt, WEEKDAYS, type Hours, type Roster } from "../../src/staffing/rules/roster.ts";
import { agent, at, roster } from "./routing-people.ts";

// P2 and P3 worked out once more in Shanghai's minutes, where no clock ever changes: a shift belongs to the day it starts on, and what
// starts on a day is said by leave, then a holiday's duty, then the plan of the day, then the pattern.

const DAY = 1_440;
const FIRST = at("2026-09-28T00:00");
/** Monday 28 September to Sunday 11 October. */
const DATES = Array.from({ length: 14 }, (_, day) => new Date(FIRST + (day * DAY + DAY / 2) * 60_000).toISOString().slice(0, 10));

const someHours: fc.Arbitrary<Hours> = fc.record({
  start: fc.constantFrom("09:00", "18:00", "22:30", "00:00"),
  end: fc.constantFrom("18:00", "02:00", "09:00", "00:00", "24:00"),
});
const someDate = fc.constantFrom(...DATES.slice(1));
const some = <T>(one: fc.Arbitrary<T>, maxLength = 3) => fc.array(one, { maxLength, size: "max" });

const someRoster: fc.Arbitrary<Roster> = fc
  .record({
    shifts: some(fc.record({ days: fc.subarray([...WEEKDAYS], { minLength: 3 }), hours: someHours })),
    holidays: fc.uniqueArray(someDate, { maxLength: 4, size: "max" }),
    workdays: fc.uniqueArray(fc.record({ date: someDate, as: fc.constantFrom(...WEEKDAYS) }), {
      maxLength: 2,
      selector: ({ date }) => date,
    }),
    duty: some(fc.record({ date: someDate, hours: someHours })),
    plans: fc.uniqueArray(fc.record({ date: someDate, hours: some(someHours, 2) }), {
      maxLength: 2,
      selector: ({ date }) => date,
    }),
    leave: some(fc.tuple(someDate, someDate), 1),
  })
  .map(({ shifts, holidays, workdays, duty, plans, leave }) => {
    const li = agent("li", { shifts: shifts.map(({ days, hours }) => ({ days, ...hours })) });
    return roster([li], {
      holidays,
      workdays,
      holidayDuty: duty.map(({ date, hours }) => ({ date, agentId: li.id, ...hours })),
      dayPlans: plans.map(({ date, hours }) => ({ date, agentId: li.id, hours })),
      leave: leave.map(([a, b]) => ({ agentId: li.id, from: a < b ? a : b, until: a < b ? b : a, kind: "annual" as const })),
    });
  });

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function hoursStartingOn(
  { holidays, workdays, holidayDuty, dayPlans = [], leave = [], agents }: Roster,
  day: number,
): readonly Hours[] {
  const date = DATES[day] ?? "";
  if (leave.some(({ from, until }) => from <= date && date <= until)) return [];
  if (holidays.includes(date)) return holidayDuty.filter((duty) => duty.date === date);
  const plan = dayPlans.find((one) => one.date === date);
  if (plan !== undefined) return plan.hours;
  const weekday = workdays.find((one) => one.date === date)?.as ?? WEEKDAYS[day % 7];
  return (agents[0]?.shifts ?? []).filter(({ days }) => days.some((one) => one === weekday));
}

/** Whether they work in this minute, counted from the first midnight. */
function worksAt(given: Roster, minute: number): boolean {
  const today = Math.floor(minute / DAY);
  return [today - 1, today].some((day) =>
    hoursStartingOn(given, day).some(({ start, end }) => {
      const from = day * DAY + minutesOf(start);
      const to = day * DAY + minutesOf(end) + (minutesOf(end) <= minutesOf(start) ? DAY : 0);
      return from <= minute && minute < to;
    }),
  );
}

it("who works at a moment is what nights, holidays, duty, plans and leave say, and the next start is the next such moment", () => {
  fc.assert(
    fc.property(someRoster, fc.integer({ min: 2 * DAY, max: 11 * DAY }), (given, minute) => {
      const [li] = given.agents;
      if (li === undefined) throw new Error("Nobody is in the roster.");
      const now = FIRST + minute * 60_000;
      expect(shiftAt(given, li, now) !== undefined).toBe(worksAt(given, minute));
      const starts = DATES.flatMap((_, day) => hoursStartingOn(given, day).map(({ start }) => day * DAY + minutesOf(start)));
      const next = Math.min(...starts.filter((one) => one > minute));
      const found = nextShiftStart(given, li, now);
      if (Number.isFinite(next)) expect(found).toBe(FIRST + next * 60_000);
    }),
    { numRuns: 400, unbiased: true },
  );
});
