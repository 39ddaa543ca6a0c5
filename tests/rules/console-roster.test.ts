import { describe, expect, it, test } from "vitest";
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
