import { describe, expect, it, test } from "vitest";
import { barsOf, minutesAhead } from "../../console/src/roster/day-bars.ts";
import { hoursIn, openWishes } from "../../console/src/roster/wishes.ts";
import { crossesMidnight, daysAfter, editOf, mondayOf, moveOf } from "../../console/src/roster/plan.ts";
import { addressOf, routeOf } from "../../console/src/shared/route.ts";
import type { PlannedAgent, PlannedDayRow } from "../../src/planning/api.ts";

const NINE = { start: "09:00", end: "18:00" };
const LATE = { start: "18:00", end: "02:00" };
const day = (date: string, ...shifts: PlannedDayRow["shifts"]): PlannedDayRow => ({
  date,
  source: "pattern",
  shifts,
  idle: [],
  conflicts: [],
});
const agent = (id: string, ...days: readonly PlannedDayRow[]): PlannedAgent => ({
  id,
  name: id,
  employer: "vendor",
  skills: [],
  mayChange: true,
  days,
});

describe("a shift in the calendar", () => {
  const monday = day("2026-11-23", NINE, LATE);
  const tuesday = day("2026-11-24", NINE);
  const li = agent("li", monday, tuesday);
  const han = agent("han", day("2026-11-24", { start: "07:00", end: "09:00" }));

  it("leaves where it was and arrives where it is moved to, beside what is there", () => {
    const edits = moveOf(
      LATE,
      { agent: li, day: monday },
      { agent: han, day: day("2026-11-24", { start: "07:00", end: "09:00" }) },
    );
    expect(edits).toEqual([
      { agentId: "li", date: "2026-11-23", shifts: [NINE], seen: [NINE, LATE] },
      {
        agentId: "han",
        date: "2026-11-24",
        shifts: [{ start: "07:00", end: "09:00" }, LATE],
        seen: [{ start: "07:00", end: "09:00" }],
      },
    ]);
  });

  it("stays when it is let go where it was", () => {
    expect(moveOf(LATE, { agent: li, day: monday }, { agent: li, day: monday })).toEqual([]);
  });

  it("goes back to the weekly pattern by null, and says what was seen", () => {
    expect(editOf({ agent: li, day: tuesday }, null)).toEqual({ agentId: "li", date: "2026-11-24", shifts: null, seen: [NINE] });
  });

  test.each([
    [LATE, true],
    [NINE, false],
    [{ start: "18:00", end: "00:00" }, false],
    [{ start: "18:00", end: "24:00" }, false],
    [{ start: "09:00", end: "09:00" }, true],
  ])("tells whether its end is on the next day: %j %s", (shift, expected) => {
    expect(crossesMidnight(shift)).toBe(expected);
  });
});

describe("a week of the calendar", () => {
  it("begins on Monday, across months and years", () => {
    expect([mondayOf("2026-11-29"), mondayOf("2026-11-23"), mondayOf("2027-01-01")]).toEqual([
      "2026-11-23",
      "2026-11-23",
      "2026-12-28",
    ]);
    expect(daysAfter("2026-12-28", 7)).toBe("2027-01-04");
  });

  it("stands in the address, so that it can be pasted to a colleague", () => {
    const route = { page: "roster" as const, from: "2026-11-23" };
    const address = new URL(addressOf(route), "http://desk");
    expect(routeOf(address.pathname, address.search)).toEqual(route);
  });
});

describe("A day hour by hour", () => {
  const on = (date: string, ...shifts: { start: string; end: string }[]) => ({
    date,
    source: "pattern" as const,
    shifts,
    idle: [],
    conflicts: [],
  });
  const told = (days: readonly ReturnType<typeof on>[], ahead?: number) =>
    barsOf({ days }, "2026-11-24", ahead).map(({ from, until, day }) => [from / 60, until / 60, day.date]);

  it("shows what is left of the night before, and cuts at midnight what goes on tomorrow", () => {
    const night = { start: "22:00", end: "06:00" };
    expect(told([on("2026-11-23", night), on("2026-11-24", { start: "09:00", end: "12:00" }, night)])).toEqual([
      [0, 6, "2026-11-23"],
      [9, 12, "2026-11-24"],
      [22, 24, "2026-11-24"],
    ]);
  });

  it("shows a shift to midnight, one of 24 hours, and nothing of other days", () => {
    expect(told([on("2026-11-24", { start: "16:00", end: "00:00" })])).toEqual([[16, 24, "2026-11-24"]]);
    expect(told([on("2026-11-24", { start: "08:00", end: "08:00" })])).toEqual([[8, 24, "2026-11-24"]]);
    expect(
      told([on("2026-11-22", { start: "08:00", end: "08:00" }), on("2026-11-25", { start: "00:00", end: "24:00" })]),
    ).toEqual([]);
  });

  it("shows somebody elsewhere by the roster's clock", () => {
    const ahead = minutesAhead("2026-11-24", "Asia/Shanghai", "Asia/Tokyo");
    expect(ahead).toBe(-60);
    expect(told([on("2026-11-24", { start: "09:00", end: "12:00" })], ahead)).toEqual([[8, 11, "2026-11-24"]]);
  });
});

describe("Wishes that wait", () => {
  it("are those that somebody must decide: a swap only once the colleague agreed", () => {
    const leave = (state: "asked" | "granted", mayDecide: boolean) => ({ id: "l", agentId: "a", name: "李雷", from: "", until: "", kind: "sick" as const, note: "", state, mayDecide, conflicts: [] }); // prettier-ignore
    const swap = (state: "asked" | "accepted") => ({ id: "s", agentId: "a", name: "李雷", date: "", withId: "b", withName: "韩梅梅", hours: "", note: "", state, mayDecide: true, conflicts: [] }); // prettier-ignore
    const answer = { leave: [leave("asked", true), leave("asked", false), leave("granted", true)], swaps: [swap("asked"), swap("accepted")] }; // prettier-ignore
    expect(openWishes(answer)).toBe(2);
  });

  it("say which hours change hands", () => {
    const both = { day: "09:00–13:00, 14:00–18:00", inReturn: "22:00–06:00" };
    expect(hoursIn({ hours: "09:00-13:00,14:00-18:00 22:00-06:00" })).toEqual(both);
    expect(hoursIn({ hours: "09:00-18:00" })).toEqual({ day: "09:00–18:00", inReturn: "" });
  });
});
