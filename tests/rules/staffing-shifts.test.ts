import { describe, expect, it, test } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import type { ShiftPattern } from "../../src/staffing/rules/roster.ts";
import { shiftAt, WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { agent, at, roster } from "./routing-people.ts";
import { isOnShift, working, WORKWEEK } from "./shift-people.ts";

// 2026-09-14 is a Monday, 2026-09-18 a Friday, 2026-09-19 a Saturday.
describe("P1: a shift runs from its start up to, not including, its end", () => {
  const day = working([{ days: WORKWEEK, start: "09:00", end: "18:00" }]);
  test.each([
    ["2026-09-16T08:59:59.999", false],
    ["2026-09-16T09:00:00.000", true],
    ["2026-09-16T17:59:59.999", true],
    ["2026-09-16T18:00:00.000", false],
    ["2026-09-19T10:00:00.000", false],
  ])("at %s on duty: %s", (time, expected) => {
    const onShift = isOnShift(day, at(time));
    expect(onShift).toBe(expected);
  });

  it("reads the hours on the wall of the agent's own zone", () => {
    const person = working([{ days: ["Wed"], start: "09:00", end: "18:00" }], { timezone: "Europe/London" });
    const before = isOnShift(person, at("2026-09-16T15:59"));
    const after = isOnShift(person, at("2026-09-16T16:00"));
    expect([before, after]).toEqual([false, true]);
  });

  it("says when the shift started and when it ends", () => {
    const shift = shiftAt(roster([day]), day, at("2026-09-16T12:00"));
    expect(shift).toEqual({ start: at("2026-09-16T09:00"), end: at("2026-09-16T18:00") });
  });

  it("names the shift that ends last where two overlap, whatever their order", () => {
    const early: ShiftPattern = { days: ["Wed"], start: "08:00", end: "12:00" };
    const late: ShiftPattern = { days: ["Wed"], start: "11:00", end: "15:00" };
    const ends = [
      [early, late],
      [late, early],
    ].map((shifts) => {
      const person = working(shifts);
      return shiftAt(roster([person]), person, at("2026-09-16T11:30"))?.end;
    });
    expect(ends).toEqual([at("2026-09-16T15:00"), at("2026-09-16T15:00")]);
  });
});

describe("P2: a shift across midnight belongs to the day it starts on", () => {
  const friday = working([{ days: ["Fri"], start: "18:00", end: "02:00" }]);
  test.each([
    ["2026-09-18T17:59", false],
    ["2026-09-18T18:00", true],
    ["2026-09-19T00:00", true],
    ["2026-09-19T01:59", true],
    ["2026-09-19T02:00", false],
    ["2026-09-19T18:00", false],
    ["2026-09-18T01:00", false],
  ])("Fri 18:00–02:00 at %s: %s", (time, expected) => {
    const onShift = isOnShift(friday, at(time));
    expect(onShift).toBe(expected);
  });

  test.each(["00:00", "24:00"])("an end of %s is the midnight that ends the day", (end) => {
    const person = working([{ days: ["Fri"], start: "16:00", end }]);
    const times = ["2026-09-18T23:59", "2026-09-19T00:00"].map((time) => isOnShift(person, at(time)));
    expect(times).toEqual([true, false]);
  });

  it("takes an end equal to the start as 24 hours", () => {
    const person = working([{ days: ["Fri"], start: "08:00", end: "08:00" }]);
    const times = ["2026-09-18T07:59", "2026-09-18T08:00", "2026-09-19T07:59", "2026-09-19T08:00"];
    const onShift = times.map((time) => isOnShift(person, at(time)));
    expect(onShift).toEqual([false, true, true, false]);
  });

  it("says that an overnight shift started yesterday", () => {
    const shift = shiftAt(roster([friday]), friday, at("2026-09-19T01:00"));
    expect(shift).toEqual({ start: at("2026-09-18T18:00"), end: at("2026-09-19T02:00") });
  });
});

// 2026-10-01 is a Thursday.
describe("P3: holidays, holiday duty and working days in exchange", () => {
  const daily = working([{ days: WEEKDAYS, start: "18:00", end: "02:00" }]);
  const nationalDay = {
    holidays: ["2026-10-01", "2026-10-02"],
    holidayDuty: [{ date: "2026-10-01", agentId: agentId("li"), start: "10:00", end: "12:00" }],
  };
  test.each([
    ["2026-10-01T01:59", true, "the shift of the day before runs to its end"],
    ["2026-10-01T02:00", false, "and no longer"],
    ["2026-10-01T10:00", true, "duty starts"],
    ["2026-10-01T12:00", false, "duty ends"],
    ["2026-10-01T19:00", false, "the ordinary shift does not start"],
    ["2026-10-02T00:30", false, "nor does its part after midnight run"],
    ["2026-10-02T19:00", false, "a holiday without duty"],
    ["2026-10-03T01:00", false, "what did not start on the 2nd does not run on the 3rd"],
    ["2026-10-03T19:00", true, "an ordinary day again"],
  ])("at %s: %s (%s)", (time, expected) => {
    const onShift = isOnShift(daily, at(time), nationalDay);
    expect(onShift).toBe(expected);
  });

  it("gives duty only to the agent it names", () => {
    const other = agent("wang", { shifts: [{ days: WEEKDAYS, start: "09:00", end: "18:00" }] });
    const onShift = isOnShift(other, at("2026-10-01T11:00"), nationalDay);
    expect(onShift).toBe(false);
  });

  it("lets duty cross midnight", () => {
    const duty = [{ date: "2026-10-01", agentId: agentId("li"), start: "20:00", end: "04:00" }];
    const onShift = isOnShift(daily, at("2026-10-02T03:59"), { ...nationalDay, holidayDuty: duty });
    expect(onShift).toBe(true);
  });

  it("ignores duty of a date that is no holiday", () => {
    const onShift = isOnShift(daily, at("2026-10-01T11:00"), { ...nationalDay, holidays: [] });
    expect(onShift).toBe(false);
  });

  it("runs 调休 dates as the weekday they stand for", () => {
    const office = working([{ days: WORKWEEK, start: "09:00", end: "18:00" }]);
    const workdays = [{ date: "2026-09-20", as: "Mon" as const }];
    const onShift = [isOnShift(office, at("2026-09-20T10:00"), { workdays }), isOnShift(office, at("2026-09-20T10:00"))];
    expect(onShift).toEqual([true, false]);
  });

  it("takes a 调休 date away from the weekday it would have been", () => {
    const sunday = working([{ days: ["Sun"], start: "09:00", end: "18:00" }]);
    const onShift = isOnShift(sunday, at("2026-09-20T10:00"), { workdays: [{ date: "2026-09-20", as: "Mon" }] });
    expect(onShift).toBe(false);
  });

  it("takes the holiday's date in the agent's own zone", () => {
    const abroad = working([{ days: WEEKDAYS, start: "00:00", end: "24:00" }], { timezone: "America/New_York" });
    const moments = ["2026-10-01T11:59", "2026-10-01T12:00"].map((time) =>
      isOnShift(abroad, at(time), { holidays: ["2026-10-01"] }),
    );
    expect(moments).toEqual([true, false]);
  });
});
