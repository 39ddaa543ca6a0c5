import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import type { DayPlan, Hours, Leave } from "../../src/staffing/rules/roster.ts";
import { dayOfAgent, nextShiftStart, shiftAt, WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { agent, at, roster } from "./routing-people.ts";
import { isOnShift, working, WORKWEEK } from "./shift-people.ts";

// 2026-09-14 is a Monday, 2026-09-18 a Friday, 2026-09-19 a Saturday.
const OFFICE = working([{ days: WORKWEEK, start: "09:00", end: "18:00" }]);
const planned = (date: string, ...hours: readonly (readonly [start: string, end: string])[]): DayPlan => ({
  date,
  agentId: OFFICE.id,
  hours: hours.map(([start, end]) => ({ start, end })),
});
const away = (from: string, until: string): Leave => ({ agentId: OFFICE.id, from, until, kind: "annual" });

describe("A day that was planned singly", () => {
  test.each([
    ["2026-09-16T10:00", false],
    ["2026-09-16T13:00", true],
    ["2026-09-16T21:59", true],
    ["2026-09-17T10:00", true],
  ])("runs in place of the pattern of that day, and of no other: %s %s", (time, expected) => {
    const isOn = isOnShift(OFFICE, at(time), { dayPlans: [planned("2026-09-16", ["13:00", "22:00"])] });
    expect(isOn).toBe(expected);
  });

  it("may have several shifts", () => {
    const dayPlans = [planned("2026-09-16", ["08:00", "12:00"], ["18:00", "22:00"])];
    const hours = ["11:59", "12:00", "17:59", "18:00"].map((time) => isOnShift(OFFICE, at(`2026-09-16T${time}`), { dayPlans }));
    expect(hours).toEqual([true, false, false, true]);
  });

  it("is a day off when it has none", () => {
    const isOn = isOnShift(OFFICE, at("2026-09-16T10:00"), { dayPlans: [planned("2026-09-16")] });
    expect(isOn).toBe(false);
  });

  it("P2: runs across midnight into a day that has its own plan", () => {
    const dayPlans = [planned("2026-09-18", ["22:00", "06:00"]), planned("2026-09-19", ["12:00", "14:00"])];
    const hours = ["18T22:00", "19T05:59", "19T06:00", "19T12:00"].map((time) =>
      isOnShift(OFFICE, at(`2026-09-${time}`), { dayPlans }),
    );
    expect(hours).toEqual([true, true, false, true]);
  });

  it("P3: does not run on a holiday, when only duty works", () => {
    const holiday = { holidays: ["2026-09-16"], dayPlans: [planned("2026-09-16", ["13:00", "22:00"])] };
    const duty = { ...holiday, holidayDuty: [{ date: "2026-09-16", agentId: OFFICE.id, start: "10:00", end: "12:00" }] };
    expect(isOnShift(OFFICE, at("2026-09-16T14:00"), holiday)).toBe(false);
    expect(["11:00", "14:00"].map((time) => isOnShift(OFFICE, at(`2026-09-16T${time}`), duty))).toEqual([true, false]);
  });

  it("P3: counts more than a working day that runs as another weekday", () => {
    const changes = {
      workdays: [{ date: "2026-09-19", as: "Mon" as const }],
      dayPlans: [planned("2026-09-19", ["20:00", "22:00"])],
    };
    expect(["10:00", "20:00"].map((time) => isOnShift(OFFICE, at(`2026-09-19T${time}`), changes))).toEqual([false, true]);
  });

  it("P9: is on duty both times when its half past one comes twice", () => {
    const person = { ...OFFICE, timezone: "America/New_York" };
    const dayPlans = [planned("2026-10-31", ["18:00", "02:00"])];
    const isOn = ["05:30", "06:30", "07:00"].map((utc) => isOnShift(person, Date.parse(`2026-11-01T${utc}Z`), { dayPlans }));
    expect(isOn).toEqual([true, true, false]);
  });

  it("is the next start that a shopper is promised", () => {
    const people = roster([OFFICE], { dayPlans: [planned("2026-09-19", ["20:00", "22:00"]), planned("2026-09-18")] });
    const next = nextShiftStart(people, OFFICE, at("2026-09-17T18:00"));
    expect(next).toBe(at("2026-09-19T20:00"));
  });

  it("is of no other agent", () => {
    const other = agent("wang");
    const people = roster([OFFICE, other], { dayPlans: [planned("2026-09-16")] });
    expect(shiftAt(people, other, at("2026-09-16T10:00"))).toBeDefined();
  });
});

describe("Leave", () => {
  test.each([
    ["2026-09-15T10:00", true],
    ["2026-09-16T10:00", false],
    ["2026-09-17T17:00", false],
    ["2026-09-18T10:00", true],
  ])("takes its first and its last day, and no more: %s %s", (time, expected) => {
    const isOn = isOnShift(OFFICE, at(time), { leave: [away("2026-09-16", "2026-09-17")] });
    expect(isOn).toBe(expected);
  });

  it("counts more than a planned day, than duty on a holiday and than a working day", () => {
    const leave = [away("2026-09-16", "2026-09-19")];
    const isOn = [
      isOnShift(OFFICE, at("2026-09-16T14:00"), { leave, dayPlans: [planned("2026-09-16", ["13:00", "22:00"])] }),
      isOnShift(OFFICE, at("2026-09-17T11:00"), {
        leave,
        holidays: ["2026-09-17"],
        holidayDuty: [{ date: "2026-09-17", agentId: OFFICE.id, start: "10:00", end: "12:00" }],
      }),
      isOnShift(OFFICE, at("2026-09-19T11:00"), { leave, workdays: [{ date: "2026-09-19", as: "Mon" }] }),
    ];
    expect(isOn).toEqual([false, false, false]);
  });

  it("P2: lets a shift that began the day before run to its end", () => {
    const night = working([{ days: ["Fri"], start: "18:00", end: "02:00" }]);
    const isOn = isOnShift(night, at("2026-09-19T01:00"), { leave: [away("2026-09-19", "2026-09-20")] });
    expect(isOn).toBe(true);
  });
});

describe("The hours of a day", () => {
  const hours = fc.array(
    fc.record({ start: fc.constantFrom("00:00", "09:00", "22:30"), end: fc.constantFrom("06:00", "18:00", "24:00") }),
    { maxLength: 3 },
  );
  const day = fc.integer({ min: 20_700, max: 20_760 });

  it("are those planned, whatever the pattern says, on every day that is neither holiday nor leave", () => {
    fc.assert(
      fc.property(day, hours, hours, (when, pattern, own) => {
        const date = new Date(when * 86_400_000).toISOString().slice(0, 10);
        const person = agent("li", { shifts: pattern.map((one: Hours) => ({ days: WEEKDAYS, ...one })) });
        const people = roster([person], { dayPlans: [{ date, agentId: agentId("li"), hours: own }] });
        expect(dayOfAgent(people, person, when)).toEqual({ source: "planned", hours: own });
        expect(dayOfAgent(people, person, when + 1).source).toBe("pattern");
        expect(dayOfAgent({ ...people, holidays: [date] }, person, when)).toEqual({ source: "duty", hours: [] });
        const leave = [{ agentId: agentId("li"), from: date, until: date, kind: "sick" as const }];
        expect(dayOfAgent({ ...people, leave }, person, when)).toEqual({ source: "leave", hours: [] });
        expect(dayOfAgent(people, { ...person, employedUntil: "2026-01-01" }, when).source).toBe("not-employed");
      }),
      { numRuns: 200 },
    );
  });
});
