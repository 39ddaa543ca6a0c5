import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import { dutyOf, nextStartOf, onShiftAt, shiftOf } from "../../src/staffing/rules/on-shift.ts";
import type { Roster } from "../../src/staffing/rules/roster.ts";
import { isOnShiftWhen, nextShiftStart, shiftAt, WEEKDAYS, zoneOf } from "../../src/staffing/rules/roster.ts";
import { wallTimeAt } from "../../src/staffing/rules/wall-clock.ts";
import { agent, at, roster } from "./routing-people.ts";
import { isOnShift, working } from "./shift-people.ts";

const time = fc.constantFrom("00:00", "01:30", "02:00", "02:30", "09:00", "18:00", "23:30");
const person = fc.record({
  timezone: fc.option(fc.constantFrom("America/New_York", "Europe/London", "Asia/Kolkata"), { nil: undefined }),
  shifts: fc.array(fc.record({ days: fc.subarray([...WEEKDAYS]), start: time, end: time }), { maxLength: 3 }),
  employedFrom: fc.option(fc.constantFrom("2026-10-31", "2026-11-01", "2026-11-02"), { nil: undefined }),
  employedUntil: fc.option(fc.constantFrom("2026-11-01", "2026-11-03"), { nil: undefined }),
});
const someRoster: fc.Arbitrary<Roster> = fc
  .record({
    people: fc.array(person, { minLength: 1, maxLength: 4 }),
    holidays: fc.subarray(["2026-11-01", "2026-11-02"]),
    workdays: fc.subarray([{ date: "2026-10-31", as: "Mon" as const }]),
    plans: fc.uniqueArray(
      fc.record({
        date: fc.constantFrom("2026-10-30", "2026-10-31", "2026-11-01", "2026-11-03"),
        of: fc.nat(3),
        hours: fc.array(fc.record({ start: time, end: time }), { maxLength: 2 }),
      }),
      { selector: ({ date, of }) => `${date} ${of}` },
    ),
    leave: fc.array(
      fc.record({
        of: fc.nat(3),
        from: fc.constantFrom("2026-10-28", "2026-10-31", "2026-11-02"),
        until: fc.constantFrom("2026-10-31", "2026-11-01", "2026-11-03"),
      }),
      { maxLength: 2 },
    ),
    duty: fc.array(fc.record({ date: fc.constantFrom("2026-11-01", "2026-11-02"), of: fc.nat(3), start: time, end: time })),
  })
  .map(({ people, holidays, workdays, duty, plans, leave }) =>
    roster(
      people.map((one, i) => agent(`p${i}`, one)),
      {
        timezone: "Asia/Shanghai",
        holidays,
        workdays,
        holidayDuty: duty.map(({ of, ...hours }) => ({ agentId: agentId(`p${of}`), ...hours })),
        dayPlans: plans.map(({ of, ...plan }) => ({ agentId: agentId(`p${of}`), ...plan })),
        leave: leave.map(({ of, ...dates }) => ({ agentId: agentId(`p${of}`), kind: "annual" as const, ...dates })),
      },
    ),
  );
/** Around the night in which New York sets its clocks back, with London's change a week before. */
const moment = fc
  .integer({ min: at("2026-10-24T12:00") / 60_000, max: at("2026-11-04T12:00") / 60_000 })
  .map((minutes) => minutes * 60_000);

describe("Whoever is on shift at a moment", () => {
  it("is the same whether one is asked or all at once", () => {
    fc.assert(
      fc.property(someRoster, moment, (people, now) => {
        const isOn = onShiftAt(people, now);
        for (const one of people.agents) {
          expect(isOn(one)).toBe(isOnShiftWhen(people, one, wallTimeAt(zoneOf(people, one), now)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("starts next at the same moment whether it is looked up or remembered", () => {
    fc.assert(
      fc.property(someRoster, fc.array(moment, { minLength: 1, maxLength: 6 }), (people, moments) => {
        for (const now of moments) {
          for (const one of people.agents) expect(nextStartOf(people, one, now)).toBe(nextShiftStart(people, one, now));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("The shift somebody is in", () => {
  it("is the same whether it is looked up or remembered, and their duty never ends before it", () => {
    fc.assert(
      fc.property(someRoster, fc.array(moment, { minLength: 1, maxLength: 6 }), (people, moments) => {
        for (const now of moments) {
          for (const one of people.agents) {
            const shift = shiftAt(people, one, now);
            expect(shiftOf(people, one, now)).toEqual(shift);
            const duty = dutyOf(people, one, now);
            expect(duty).toEqual(dutyOf({ ...people }, one, now));
            expect([duty?.start, (duty?.end ?? 0) >= (shift?.end ?? 0)]).toEqual([shift?.start, true]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("Somebody employed for a time", () => {
  const nights = [{ days: WEEKDAYS, start: "22:00", end: "06:00" }];
  const temp = working(nights, { employedFrom: "2026-11-01", employedUntil: "2026-11-12" });
  test.each([
    ["the night before the first day", "2026-10-31T23:00", false],
    ["the morning of the first day", "2026-11-01T05:00", false],
    ["the first night", "2026-11-01T22:00", true],
    ["the last night", "2026-11-12T23:00", true],
    ["the morning after it, which belongs to it", "2026-11-13T05:59", true],
    ["the night after the last day", "2026-11-13T22:00", false],
  ])("in %s (%s) works: %s", (_, time, expected) => {
    expect(isOnShift(temp, at(time))).toBe(expected);
  });

  it("has no shift after the last day, and the first one is named before it comes", () => {
    const people = roster([temp]);
    const [next, none] = ["2026-10-20T12:00", "2026-11-13T12:00"].map((time) => nextShiftStart(people, temp, at(time)));
    expect([next, none]).toEqual([at("2026-11-01T22:00"), undefined]);
  });

  it("has no holiday duty outside it", () => {
    const duty = [{ date: "2026-11-14", agentId: temp.id, start: "09:00", end: "12:00" }];
    const people = roster([temp], { holidays: ["2026-11-14"], holidayDuty: duty });
    expect(shiftAt(people, temp, at("2026-11-14T10:00"))).toBeUndefined();
  });
});
