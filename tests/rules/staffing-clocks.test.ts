import { DateTime } from "luxon";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import type { ShiftPattern, Weekday } from "../../src/staffing/rules/roster.ts";
import { minutesOf, nextShiftStart, shiftAt, WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { at, roster } from "./routing-people.ts";
import { isOnShift, working, WORKWEEK } from "./shift-people.ts";

// 2026-09-14 is a Monday, 2026-09-18 a Friday, 2026-09-19 a Saturday.

describe("P9: the wall clock decides when clocks change", () => {
  const zone = "America/New_York";
  const nightly = working([{ days: WEEKDAYS, start: "18:00", end: "02:00" }], { timezone: zone });
  // Clocks go back on 2026-11-01 at 06:00Z, from 02:00 to 01:00.
  test.each([
    ["2026-11-01T05:30:00Z", true, "the first 01:30"],
    ["2026-11-01T06:30:00Z", true, "the second 01:30"],
    ["2026-11-01T06:59:59.999Z", true, "just before 02:00"],
    ["2026-11-01T07:00:00Z", false, "02:00"],
  ])("autumn, %s: %s (%s)", (time, expected) => {
    const onShift = isOnShift(nightly, Date.parse(time));
    expect(onShift).toBe(expected);
  });

  it("lasts nine hours in the autumn night, seven in the spring night", () => {
    const late = working([{ days: WEEKDAYS, start: "20:00", end: "04:00" }], { timezone: zone });
    const hours = ["2026-11-01T00:30", "2026-03-08T00:30"].map((time) => {
      const shift = shiftAt(roster([late]), late, at(time, zone));
      return shift && (shift.end - shift.start) / 3_600_000;
    });
    expect(hours).toEqual([9, 7]);
  });

  // Clocks go forward on 2026-03-08 at 07:00Z, from 02:00 to 03:00.
  it("starts a shift whose start is left out when the clock jumps over it", () => {
    const person = working([{ days: ["Sun"], start: "02:30", end: "10:00" }], { timezone: zone });
    const shift = shiftAt(roster([person]), person, Date.parse("2026-03-08T07:00:00Z"));
    const next = nextShiftStart(roster([person]), person, Date.parse("2026-03-08T06:59:00Z"));
    expect(shift?.start).toBe(Date.parse("2026-03-08T07:00:00Z"));
    expect(next).toBe(Date.parse("2026-03-08T07:00:00Z"));
  });

  it("loses a shift that lies wholly in the hour left out", () => {
    const person = working([{ days: ["Sun"], start: "02:10", end: "02:50" }], { timezone: zone });
    const next = nextShiftStart(roster([person]), person, Date.parse("2026-03-08T06:59:00Z"));
    expect(next).toBe(at("2026-03-15T02:10", zone));
  });

  it("agrees with reading the wall clock, in every zone, around every change", () => {
    fc.assert(
      fc.property(anyZone, anyShift, fc.integer({ min: -2 * 1440, max: 2 * 1440 }), (change, shift, minutes) => {
        const person = working([shift], { timezone: change.zone });
        const now = Date.parse(change.at) + minutes * 60_000;
        expect(isOnShift(person, now)).toBe(wallClockSays(shift, change.zone, now));
      }),
      { numRuns: 500 },
    );
  });

  it("names as the shift's end the first moment when the wall clock says it is over", () => {
    fc.assert(
      fc.property(anyZone, anyShift, fc.integer({ min: -96, max: 96 }), (change, shift, quarters) => {
        const person = working([shift], { timezone: change.zone });
        const now = Date.parse(change.at) + quarters * QUARTER_MS;
        // A pause of less than an hour may fall into the hour that spring leaves out: then two shifts touch, and walking
        // the clock cannot tell them apart.
        const pauseMinutes = (minutesOf(shift.start) - minutesOf(shift.end) + 1440) % 1440;
        fc.pre(pauseMinutes > 60 && wallClockSays(shift, change.zone, now));
        let walked = now + QUARTER_MS;
        while (wallClockSays(shift, change.zone, walked)) walked += QUARTER_MS;
        expect(shiftAt(roster([person]), person, now)?.end).toBe(walked);
      }),
      { numRuns: 200 },
    );
  });

  it("starts and ends twice what the clock going back cuts in two", () => {
    const late = working([{ days: ["Sat"], start: "18:00", end: "01:30" }], { timezone: zone });
    const early = working([{ days: ["Sun"], start: "01:30", end: "03:00" }], { timezone: zone });
    // 05:40Z is the first 01:40, 06:00Z the second 01:00, 06:40Z the second 01:40.
    const again = nextShiftStart(roster([late]), late, Date.parse("2026-11-01T05:40:00Z"));
    const first = shiftAt(roster([early]), early, Date.parse("2026-11-01T05:40:00Z"));
    const second = shiftAt(roster([early]), early, Date.parse("2026-11-01T06:40:00Z"));
    expect(again).toBe(Date.parse("2026-11-01T06:00:00Z"));
    expect(first).toEqual({ start: Date.parse("2026-11-01T05:30:00Z"), end: Date.parse("2026-11-01T06:00:00Z") });
    expect(second).toEqual({ start: Date.parse("2026-11-01T06:30:00Z"), end: Date.parse("2026-11-01T08:00:00Z") });
  });
});

describe("the next shift start", () => {
  const day = working([{ days: WORKWEEK, start: "09:00", end: "18:00" }]);
  test.each([
    ["2026-09-16T08:00", "2026-09-16T09:00"],
    ["2026-09-16T09:00", "2026-09-17T09:00"],
    ["2026-09-16T19:00", "2026-09-17T09:00"],
    ["2026-09-18T19:00", "2026-09-21T09:00"],
  ])("after %s is %s", (after, expected) => {
    const next = nextShiftStart(roster([day]), day, at(after));
    expect(next).toBe(at(expected));
  });

  it("passes over holidays and stops at duty", () => {
    const holidays = ["2026-10-01", "2026-10-02"];
    const duty = [{ date: "2026-10-02", agentId: agentId("li"), start: "13:00", end: "15:00" }];
    const without = nextShiftStart(roster([day], { holidays }), day, at("2026-09-30T20:00"));
    const withDuty = nextShiftStart(roster([day], { holidays, holidayDuty: duty }), day, at("2026-09-30T20:00"));
    expect([without, withDuty]).toEqual([at("2026-10-05T09:00"), at("2026-10-02T13:00")]);
  });

  it("is the earliest of several shifts of a day, whatever their order", () => {
    const split = working([
      { days: ["Wed"], start: "19:00", end: "21:00" },
      { days: ["Wed"], start: "13:00", end: "15:00" },
    ]);
    const next = nextShiftStart(roster([split]), split, at("2026-09-16T12:00"));
    expect(next).toBe(at("2026-09-16T13:00"));
  });

  it("is unknown when nothing starts within thirty days", () => {
    const never = working([]);
    const next = nextShiftStart(roster([never]), never, at("2026-09-16T12:00"));
    expect(next).toBeUndefined();
  });

  it("is the first moment on duty, seen by walking along the wall clock", () => {
    fc.assert(
      fc.property(anyZone, anyShift, fc.integer({ min: -96, max: 96 }), (change, shift, quarters) => {
        const person = working([shift], { timezone: change.zone });
        const after = Date.parse(change.at) + quarters * QUARTER_MS;
        fc.pre(!wallClockSays(shift, change.zone, after));
        let walked = after + QUARTER_MS;
        while (walked < after + 8 * 86_400_000 && !wallClockSays(shift, change.zone, walked)) walked += QUARTER_MS;
        expect(nextShiftStart(roster([person]), person, after)).toBe(walked);
      }),
      { numRuns: 150 },
    );
  });
});

/** Every time below, and every change of clocks, is a whole number of these. */
const QUARTER_MS = 15 * 60_000;

const anyZone = fc.constantFrom(
  { zone: "America/New_York", at: "2026-11-01T06:00:00Z" },
  { zone: "America/New_York", at: "2026-03-08T07:00:00Z" },
  { zone: "Europe/London", at: "2026-10-25T01:00:00Z" },
  // Half an hour only.
  { zone: "Australia/Lord_Howe", at: "2026-04-04T15:00:00Z" },
  { zone: "Australia/Lord_Howe", at: "2026-10-03T15:30:00Z" },
  { zone: "Asia/Shanghai", at: "2026-10-01T00:00:00Z" },
);

const anyTime = fc
  .record({
    hour: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 23 })),
    minute: fc.constantFrom(0, 15, 30, 45),
  })
  .map(({ hour, minute }) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);

const anyShift: fc.Arbitrary<ShiftPattern> = fc.record({
  days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  start: anyTime,
  end: anyTime,
});

/** The rule in other words: does the date and time on the wall lie within the shift of today or of yesterday? */
function wallClockSays(shift: ShiftPattern, zone: string, now: number): boolean {
  const wall = DateTime.fromMillis(now, { zone });
  const time = wall.toFormat("HH:mm");
  const isToday = shift.days.includes(weekday(wall));
  const isFromYesterday = shift.days.includes(weekday(wall.minus({ days: 1 })));
  if (shift.start < shift.end) return isToday && shift.start <= time && time < shift.end;
  return (isToday && shift.start <= time) || (isFromYesterday && time < shift.end);
}

function weekday(wall: DateTime): Weekday {
  const day = WEEKDAYS[wall.weekday - 1];
  if (day === undefined) throw new Error(`No weekday ${wall.weekday}`);
  return day;
}
