import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import { finish } from "../../src/core/steps.ts";
import { hoursOn, inOrder, withChanges, writesFor } from "../../src/planning/rules/change.ts";
import { coverageOf } from "../../src/planning/rules/coverage.ts";
import { proposeHolidays, takeHolidays } from "../../src/planning/rules/holidays.ts";
import { readShiftsFile, writeShiftsFile } from "../../src/planning/rules/shifts-file.ts";
import { daysOf, overnightInto } from "../../src/planning/rules/week.ts";
import type { Roster } from "../../src/staffing/rules/roster.ts";
import { dayOfDate } from "../../src/staffing/rules/wall-clock.ts";
import { agent, roster } from "./routing-people.ts";
import { WORKWEEK } from "./shift-people.ts";

// 2026-11-23 is a Monday.
const MONDAY = dayOfDate("2026-11-23");
const WEEK = { from: MONDAY, count: 7 };
const NINE = { start: "09:00", end: "18:00" };
const LATE = { start: "18:00", end: "02:00" };
const LI = agent("li", { name: "李雷", shifts: [{ days: WORKWEEK, ...NINE }] });
const HAN = agent("han", { name: "韩梅梅", shifts: [] });
const PEOPLE = roster([LI, HAN]);
const plan = (date: string, ...hours: readonly { readonly start: string; readonly end: string }[]) => ({
  agentId: LI.id,
  date,
  hours,
});

describe("A change of a day", () => {
  it("becomes the plan of that day", () => {
    const after = withChanges(PEOPLE, [plan("2026-11-24", LATE)]);
    expect(hoursOn(after, LI, "2026-11-24")).toEqual([LATE]);
    expect(hoursOn(after, LI, "2026-11-25")).toEqual([NINE]);
  });

  it("needs no plan where it says what the pattern says, and takes away the one there was", () => {
    const planned = withChanges(PEOPLE, [plan("2026-11-24", LATE)]);
    expect(withChanges(planned, [plan("2026-11-24", NINE)]).dayPlans).toEqual([]);
    expect(withChanges(planned, [{ agentId: LI.id, date: "2026-11-24" }]).dayPlans).toEqual([]);
    expect(withChanges(planned, [plan("2026-11-24")]).dayPlans).toEqual([plan("2026-11-24")]);
  });

  it("P3: becomes duty where the date is a holiday", () => {
    const holiday = { ...PEOPLE, holidays: ["2026-11-24"] };
    const after = withChanges(holiday, [plan("2026-11-24", LATE)]);
    expect([after.dayPlans, after.holidayDuty]).toEqual([[], [{ agentId: LI.id, date: "2026-11-24", ...LATE }]]);
    expect(withChanges(after, [plan("2026-11-24")]).holidayDuty).toEqual([]);
  });

  it("changes nobody and no date it does not name, and holds afterwards whatever was there", () => {
    const hours = fc.array(fc.constantFrom(NINE, LATE, { start: "00:00", end: "24:00" }), { maxLength: 3 });
    const date = fc.constantFrom("2026-11-22", "2026-11-23", "2026-11-24", "2026-11-28");
    const change = fc.record({ agentId: fc.constantFrom(LI.id, HAN.id), date, hours });
    fc.assert(
      fc.property(fc.array(change), change, fc.subarray(["2026-11-23", "2026-11-28"]), (before, last, holidays) => {
        const start = before.reduce<Roster>((all, one) => withChanges(all, [one]), { ...PEOPLE, holidays });
        const after = withChanges(start, [last]);
        for (const person of [LI, HAN]) {
          for (const day of ["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-28", "2026-11-29"]) {
            const isNamed = person.id === last.agentId && day === last.date;
            expect(hoursOn(after, person, day)).toEqual(isNamed ? inOrder(last.hours) : hoursOn(start, person, day));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("of somebody the roster does not know is not written", () => {
    expect(writesFor(PEOPLE, [{ agentId: agentId("nobody"), date: "2026-11-24", hours: [NINE] }])).toEqual([]);
  });
});

describe("A planner is shown", () => {
  const shown = (changes: Partial<Roster>, date: string) =>
    daysOf(roster([LI], changes), LI, WEEK).find((day) => day.date === date);

  test.each([
    ["two shifts that share a minute", { dayPlans: [plan("2026-11-24", NINE, { start: "17:00", end: "20:00" })] }, ["overlap"]],
    ["two that only touch: nothing", { dayPlans: [plan("2026-11-24", NINE, { start: "18:00", end: "20:00" })] }, []],
    ["the night before that runs into it", { dayPlans: [plan("2026-11-23", { start: "20:00", end: "10:00" })] }, ["overlap"]],
    [
      "a shift on leave",
      {
        dayPlans: [plan("2026-11-24", LATE)],
        leave: [{ agentId: LI.id, from: "2026-11-24", until: "2026-11-24", kind: "sick" as const }],
      },
      ["on-leave"],
    ],
    [
      "a shift on a holiday without duty",
      { dayPlans: [plan("2026-11-24", LATE)], holidays: ["2026-11-24"] },
      ["holiday-without-duty"],
    ],
    [
      "a colleague's duty on that holiday, or one's own on another: neither is duty",
      {
        dayPlans: [plan("2026-11-24", LATE)],
        holidays: ["2026-11-24", "2026-11-25"],
        holidayDuty: [
          { date: "2026-11-24", agentId: HAN.id, ...NINE },
          { date: "2026-11-25", agentId: LI.id, ...NINE },
        ],
      },
      ["holiday-without-duty"],
    ],
    [
      "duty beside what was planned for a holiday: nothing",
      {
        dayPlans: [plan("2026-11-24", LATE)],
        holidays: ["2026-11-24"],
        holidayDuty: [{ date: "2026-11-24", agentId: LI.id, ...NINE }],
      },
      [],
    ],
    [
      "the night before that ends as it begins: nothing",
      { dayPlans: [plan("2026-11-23", { start: "20:00", end: "09:00" })] },
      [],
    ],
    [
      "a whole day that runs into the next one's shift",
      { dayPlans: [plan("2026-11-24", { start: "09:00", end: "09:00" }), plan("2026-11-25", { start: "08:00", end: "10:00" })] },
      ["overlap"],
    ],
    [
      "leave that takes the pattern's shift: nothing",
      { leave: [{ agentId: LI.id, from: "2026-11-24", until: "2026-11-24", kind: "sick" as const }] },
      [],
    ],
  ])("%s", (_what, changes, conflicts) => {
    expect(shown(changes, "2026-11-24")?.conflicts).toEqual(conflicts);
  });

  test.each([
    ["goes on", [{ start: "20:00", end: "04:00" }], { start: "20:00", end: "04:00" }],
    ["began twice and goes on once", [NINE, { start: "22:00", end: "06:00" }], { start: "22:00", end: "06:00" }],
    ["lasts a whole day", [{ start: "08:00", end: "08:00" }], { start: "08:00", end: "08:00" }],
    ["ends at midnight: nothing", [{ start: "16:00", end: "00:00" }], undefined],
    ["ends in the evening: nothing", [NINE], undefined],
  ])("yesterday's shift where it %s", (_what, hours, overnight) => {
    const planned = roster([LI], { dayPlans: [plan("2026-11-23", ...hours)] });
    expect(overnightInto(planned, LI, dayOfDate("2026-11-24"))).toEqual(overnight);
    expect(overnightInto(planned, LI, dayOfDate("2026-11-23"))).toBeUndefined();
  });

  it("what was planned and does not run, and why", () => {
    const gone = { ...LI, employedUntil: "2026-11-23" };
    const day = daysOf(roster([gone], { dayPlans: [plan("2026-11-24", LATE)] }), gone, WEEK)[1];
    expect(day).toEqual({ date: "2026-11-24", source: "not-employed", shifts: [], idle: [LATE], conflicts: ["not-employed"] });
  });
});

describe("Coverage", () => {
  it("counts who is there at the weakest moment of each hour", () => {
    const half = agent("half", { shifts: [{ days: ["Mon"], start: "09:30", end: "11:00" }] });
    const hours = finish(coverageOf(roster([LI, half]), [LI, half], { from: MONDAY, count: 1 }));
    expect(hours.slice(8, 19)).toEqual([0, 1, 2, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(hours).toHaveLength(24);
  });

  it("is not given by a trainee who only watches", () => {
    const watching = agent("new", { shifts: LI.shifts, trainee: { stage: "shadow" } });
    expect(finish(coverageOf(roster([watching]), [watching], { from: MONDAY, count: 1 }))[10]).toBe(0);
  });

  it("sees a night through midnight, and a clock that goes back", () => {
    const night = agent("night", { shifts: [{ days: ["Sat"], start: "22:00", end: "01:30" }] });
    const people = roster([night], { timezone: "America/New_York" });
    // 2026-11-01, a Sunday: 01:00 to 02:00 comes twice there.
    const hours = finish(coverageOf(people, [night], { from: dayOfDate("2026-10-31"), count: 2 }));
    expect(hours.slice(21, 27)).toEqual([0, 1, 1, 1, 0, 0]);
  });
});

describe("The public calendar", () => {
  const proposal = proposeHolidays(PEOPLE, 2026);

  it("proposes what the State Council announced for 2026", () => {
    const of = (type: string) => proposal.days.filter((day) => day.type === type);
    expect(of("holiday").map(({ date }) => date)).toEqual(expect.arrayContaining(["2026-01-01", "2026-02-15", "2026-10-07"]));
    expect(of("holiday")).toHaveLength(33);
    expect(of("workday").map(({ date, as, name }) => [date, as, name.zh])).toEqual([
      ["2026-01-04", "Fri", "元旦"],
      ["2026-02-14", "Fri", "春节"],
      ["2026-02-28", "Mon", "春节"],
      ["2026-05-09", "Tue", "劳动节"],
      ["2026-09-20", "Tue", "国庆节"],
      ["2026-10-10", "Wed", "国庆节"],
    ]);
  });

  it("proposes nothing for a year that is not announced", () => {
    expect(proposeHolidays(PEOPLE, 2099)).toEqual({ year: 2099, isKnown: false, days: [] });
  });

  it("adds its dates once, corrects those that stand otherwise, and keeps all others", () => {
    const own = { ...PEOPLE, holidays: ["2026-01-04", "2026-06-18"], workdays: [{ date: "2026-01-01", as: "Sat" as const }] };
    const taken = takeHolidays(own, proposal);
    expect(taken.holidays).toContain("2026-06-18");
    expect(taken.holidays).not.toContain("2026-01-04");
    expect(taken.workdays.map(({ date }) => date)).not.toContain("2026-01-01");
    const again = { ...own, ...taken };
    expect(proposeHolidays(again, 2026).days.every(({ isThere }) => isThere)).toBe(true);
    expect(takeHolidays(again, proposeHolidays(again, 2026))).toEqual(taken);
  });
});

describe("A file of shifts", () => {
  const read = (text: string) => finish(readShiftsFile(Buffer.from(text), PEOPLE));

  it("says of each person and date it names all they work then", () => {
    const file =
      "日期,客服,姓名,开始,结束\n2026-11-24,li,李雷,9:00,12:00\n2026-11-24,li,李雷,18:00,02:00\n2026-11-25,li,李雷,,\n";
    expect(read(file)).toEqual({
      type: "days",
      days: [plan("2026-11-24", { start: "09:00", end: "12:00" }, LATE), plan("2026-11-25")],
    });
  });

  it("is refused whole, with every fault by line and column", () => {
    const faulty = read(
      "date,agent,start,end\n2026-11-31,li,09:00,18:00\n2026-11-24,x,09:00,18:00\n2026-11-24,li,24:00,18:00\n2026-11-24,li,09:00,\n",
    );
    expect(faulty.type === "refused" && faulty.faults.map(({ line, column }) => [line, column])).toEqual([
      [2, "date"],
      [3, "agent"],
      [4, "start"],
      [5, "end"],
    ]);
    const headless = read("date,agent,start\n2026-11-24,li,09:00\n");
    expect(headless.type === "refused" && headless.faults.map(({ column }) => column)).toEqual(["end"]);
  });

  it("comes back as it was written, and runs nothing in a spreadsheet", () => {
    const risky = roster([{ ...LI, id: agentId("=cmd()"), name: '+86 "李", 雷' }], {});
    const text = writeShiftsFile(risky, risky.agents, WEEK);
    expect(text).not.toMatch(/(^|,)[=+]/m);
    const back = finish(readShiftsFile(Buffer.from(text), risky));
    const days = back.type === "days" ? back.days : [];
    expect(days).toHaveLength(7);
    expect(writesFor(risky, days).filter(({ hours }) => hours !== undefined)).toEqual([]);
  });
});
