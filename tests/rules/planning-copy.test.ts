import { describe, expect, it } from "vitest";
import { withChanges } from "../../src/planning/rules/change.ts";
import { copyWeek } from "../../src/planning/rules/copy.ts";
import { dayOfDate } from "../../src/staffing/rules/wall-clock.ts";
import { agent, roster } from "./routing-people.ts";
import { WORKWEEK } from "./shift-people.ts";

// 2026-11-23 is a Monday.
const MONDAY = dayOfDate("2026-11-23");
const NINE = { start: "09:00", end: "18:00" };
const LATE = { start: "18:00", end: "02:00" };
const LI = agent("li", { shifts: [{ days: WORKWEEK, ...NINE }] });
const HAN = agent("han", { shifts: [] });
const PEOPLE = roster([LI, HAN]);
const plan = (date: string, ...hours: readonly { readonly start: string; readonly end: string }[]) => ({
  agentId: LI.id,
  date,
  hours,
});

describe("Copying a week", () => {
  const to = MONDAY + 7;

  it("makes the other week what this one is, and names only what differs", () => {
    const people = withChanges(PEOPLE, [plan("2026-11-24", LATE), plan("2026-11-25"), plan("2026-12-04", LATE)]);
    const { changes, left } = copyWeek(people, people.agents, { from: MONDAY, to });
    expect(changes).toEqual([plan("2026-12-01", LATE), plan("2026-12-02"), plan("2026-12-04", NINE)]);
    expect(left).toEqual([]);
    const after = withChanges(people, changes);
    expect(copyWeek(after, after.agents, { from: MONDAY, to }).changes).toEqual([]);
  });

  it("takes the days of seven and no more, and leaves nobody out for somebody else's leave or another week's", () => {
    const people = withChanges(PEOPLE, [plan("2026-11-24", LATE), plan("2026-11-30", LATE)]);
    const leave = [
      { agentId: HAN.id, from: "2026-12-01", until: "2026-12-01", kind: "annual" as const },
      { agentId: LI.id, from: "2026-12-05", until: "2026-12-06", kind: "annual" as const },
      { agentId: LI.id, from: "2026-11-16", until: "2026-11-17", kind: "annual" as const },
    ];
    const { changes, left } = copyWeek({ ...people, leave }, [LI], { from: MONDAY, to });
    expect(changes).toEqual([plan("2026-11-30", NINE), plan("2026-12-01", LATE)]);
    expect(left.filter(({ date }) => date < "2026-12-05")).toEqual([]);
  });

  it("leaves out what was leave or a holiday in the week that is copied, and who began after it", () => {
    const off = { agentId: LI.id, from: "2026-11-24", until: "2026-11-24", kind: "sick" as const };
    const begun = { ...LI, employedFrom: "2026-11-24" };
    const people = { ...roster([begun], { leave: [off] }), holidays: ["2026-11-25"] };
    const { changes, left } = copyWeek(people, [begun], { from: MONDAY, to });
    expect(changes).toEqual([]);
    expect(left.map(({ date, why }) => [date, why])).toEqual([
      ["2026-11-30", "not-employed"],
      ["2026-12-01", "leave"],
      ["2026-12-02", "holiday"],
    ]);
  });

  it("leaves out holidays, leave and whoever is not employed, and names them", () => {
    const people = withChanges(
      PEOPLE,
      ["23", "24", "25"].map((day) => plan(`2026-11-${day}`, LATE)),
    );
    const leaving = { ...LI, employedUntil: "2026-12-01" };
    const planned = {
      ...people,
      agents: [leaving],
      holidays: ["2026-11-30"],
      leave: [{ agentId: LI.id, from: "2026-12-01", until: "2026-12-01", kind: "annual" as const }],
    };
    const { changes, left } = copyWeek(planned, [leaving], { from: MONDAY, to });
    expect(changes).toEqual([]);
    expect(left.map(({ date, why }) => [date, why])).toEqual([
      ["2026-11-30", "holiday"],
      ["2026-12-01", "leave"],
      ["2026-12-02", "not-employed"],
      ["2026-12-03", "not-employed"],
      ["2026-12-04", "not-employed"],
    ]);
  });
});
