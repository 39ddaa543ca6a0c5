import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { hoursOn, withChanges } from "../../src/planning/rules/change.ts";
import {
  leaveConflicts,
  swapChanges,
  swapConflicts,
  swapFault,
  swapHours,
  type Swap,
} from "../../src/planning/rules/requests.ts";
import type { Roster } from "../../src/staffing/rules/roster.ts";
import { agent, roster } from "./routing-people.ts";
import { WORKWEEK } from "./shift-people.ts";

// 2026-11-23 is a Monday.
const MON = "2026-11-23";
const TUE = "2026-11-24";
const WED = "2026-11-25";
const SAT = "2026-11-28";
const NINE = { start: "09:00", end: "18:00" };
const LATE = { start: "18:00", end: "02:00" };
const LI = agent("li", { skills: ["aftersale"], shifts: [{ days: WORKWEEK, ...NINE }] });
const HAN = agent("han", { skills: ["aftersale"], shifts: [{ days: ["Tue", "Sat"], ...LATE }] });
const PEOPLE = roster([LI, HAN]);
const swap = (changes: Partial<Swap> = {}): Swap => ({ agentId: LI.id, date: MON, withId: HAN.id, ...changes });

const alone = (date: string, more: object = {}) =>
  ({ type: "nobody-left", skill: "aftersale", date, start: NINE.start, end: NINE.end, stores: [], ...more }) as const;

describe("A swap", () => {
  const after = (wish: Swap, people: Roster = PEOPLE) => withChanges(people, swapChanges(people, wish));

  it("gives a day away", () => {
    const people = after(swap());
    expect([hoursOn(people, LI, MON), hoursOn(people, HAN, MON)]).toEqual([[], [NINE]]);
  });

  it("takes another day in return, beside what is worked then", () => {
    const people = after(swap({ date: MON, withDate: TUE }));
    expect([hoursOn(people, LI, MON), hoursOn(people, HAN, MON)]).toEqual([[], [NINE]]);
    expect([hoursOn(people, LI, TUE), hoursOn(people, HAN, TUE)]).toEqual([[NINE, LATE], []]);
  });

  it("of the same day exchanges the two shifts", () => {
    const people = after(swap({ date: TUE, withDate: TUE }));
    expect([hoursOn(people, LI, TUE), hoursOn(people, HAN, TUE)]).toEqual([[LATE], [NINE]]);
  });

  it("on a holiday swaps the duty", () => {
    const holiday = { ...PEOPLE, holidays: [MON], holidayDuty: [{ date: MON, agentId: LI.id, ...NINE }] };
    expect(after(swap(), holiday).holidayDuty).toEqual([{ date: MON, agentId: HAN.id, ...NINE }]);
  });

  it.each([
    ["that was today may still be asked for", { date: MON }, MON, undefined],
    ["of a day that is gone", { date: MON }, TUE, "past"],
    ["for a day that is gone", { date: SAT, withDate: MON }, TUE, "past"],
    ["for a day of today", { date: WED, withDate: TUE }, TUE, undefined],
    ["for a day on which the other does not work", { date: MON, withDate: MON }, MON, "no-shift-back"],
    ["for nothing, of a day on which they do not work", { date: SAT }, MON, "no-shift"],
    ["with oneself", { withId: LI.id }, MON, "same-person"],
    ["with nobody", { withId: agent("gone").id }, MON, "nobody"],
    ["of nobody", { agentId: agent("gone").id }, MON, "nobody"],
  ] as const)("%s", (_what, changes, today, fault) => {
    expect(swapFault(PEOPLE, swap(changes), today)).toBe(fault);
  });

  it("names the hours that change hands, of both days where a day is given back", () => {
    expect(swapHours(PEOPLE, swap())).toBe("09:00-18:00");
    expect(swapHours(PEOPLE, swap({ withDate: TUE }))).toBe("09:00-18:00 18:00-02:00");
  });

  it("loses no hour and makes none, whatever the two work", () => {
    const hours = fc.uniqueArray(fc.constantFrom(NINE, LATE, { start: "06:00", end: "08:00" }), { minLength: 1, maxLength: 2 });
    const dates = fc.constantFrom(MON, TUE, SAT);
    fc.assert(
      fc.property(hours, hours, dates, fc.option(dates, { nil: undefined }), (of, back, date, withDate) => {
        // Shifts that both have on one day would become one: they are kept apart by a minute.
        const apart = back.map(({ start, end }) => ({ start: start.replace(/0$/, "1"), end }));
        const days = [MON, TUE, SAT].flatMap((day) => [
          { agentId: LI.id, date: day, hours: of },
          { agentId: HAN.id, date: day, hours: apart },
        ]);
        const people = withChanges(PEOPLE, days);
        const count = (some: Roster) =>
          [MON, TUE, SAT]
            .flatMap((day) => [...hoursOn(some, LI, day), ...hoursOn(some, HAN, day)])
            .map((one) => JSON.stringify(one))
            .sort();
        expect(count(after(swap({ date, withDate }), people))).toEqual(count(people));
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ["with oneself", swap({ withId: LI.id }), "same-person"],
    ["of a day that is over", swap({ date: "2026-11-19" }), "past"],
    ["of a day off", swap({ date: SAT }), "no-shift"],
    ["for a day on which the other does not work", swap({ withDate: "2026-11-25" }), "no-shift-back"],
    ["that can be", swap({ withDate: TUE }), undefined],
  ])("%s: %s", (_what, wish, fault) => {
    expect(swapFault(PEOPLE, wish, "2026-11-20")).toBe(fault);
  });

  it("with somebody whose clock shows another time cannot be", () => {
    const people = roster([LI, { ...HAN, timezone: "Asia/Tokyo" }]);
    expect(swapFault(people, swap(), "2026-11-20")).toBe("other-zone");
  });

  it("names a double shift, leave, and a skill that nobody would have", () => {
    const early = roster([LI, { ...HAN, skills: ["presale"], shifts: [{ days: ["Mon"], start: "08:00", end: "12:00" }] }]);
    expect(swapConflicts(early, swap(), [])).toEqual([{ type: "overlap", agentId: HAN.id, date: MON }, alone(MON)]);
    const away = { ...PEOPLE, leave: [{ agentId: HAN.id, from: MON, until: MON, kind: "annual" as const }] };
    expect(swapConflicts(away, swap(), [])).toEqual([{ type: "on-leave", agentId: HAN.id, date: MON }, alone(MON)]);
  });

  it("against which nothing speaks names nothing", () => {
    expect(swapConflicts(PEOPLE, swap(), [])).toEqual([]);
  });
});

describe("Leave", () => {
  const leave = { agentId: LI.id, from: MON, until: TUE, kind: "annual" as const };

  it("names the days on which nobody with the skill would be left", () => {
    expect(leaveConflicts(PEOPLE, leave, [])).toEqual([alone(MON), alone(TUE)]);
  });

  it("names nothing where somebody else has the skill all the time, or everything", () => {
    const all = agent("all", { skills: ["any"], shifts: [{ days: WORKWEEK, ...NINE }] });
    expect(leaveConflicts(roster([LI, all]), leave, [])).toEqual([]);
    const short = { ...all, shifts: [{ days: WORKWEEK, start: "09:00", end: "17:45" }] };
    expect(leaveConflicts(roster([LI, short]), leave, [])).toEqual([MON, TUE].map((date) => alone(date, { start: "17:45" })));
  });

  it("names the stores that would have nobody, and no other", () => {
    const tea = agent("tea", { skills: ["aftersale"], stores: ["tea"], shifts: [{ days: WORKWEEK, ...NINE }] });
    const found = leaveConflicts(roster([LI, tea]), { ...leave, until: MON }, ["tea", "shoes"]);
    expect(found).toEqual([alone(MON, { stores: ["shoes"] })]);
  });

  it("counts on nobody who may not serve the same stores", () => {
    const elsewhere = agent("elsewhere", { stores: ["B"], shifts: [{ days: WORKWEEK, ...NINE }] });
    const both = { ...LI, stores: ["A", "B"] };
    expect(leaveConflicts(roster([both, elsewhere]), leave, ["A", "B"])).toHaveLength(2);
    expect(leaveConflicts(roster([{ ...LI, stores: ["B"] }, elsewhere]), leave, ["A", "B"])).toEqual([]);
    expect(leaveConflicts(roster([LI, elsewhere]), leave, ["A", "B"])).toHaveLength(2);
    const unwanted = { ...elsewhere, stores: ["A", "B"], notStores: ["A"] };
    expect(leaveConflicts(roster([both, unwanted]), leave, ["A", "B"])).toHaveLength(2);
  });

  it("counts on nobody who is on leave already", () => {
    const other = agent("other", { skills: ["aftersale"], shifts: LI.shifts });
    const away = { agentId: other.id, from: MON, until: MON, kind: "sick" as const };
    expect(leaveConflicts(roster([LI, other], { leave: [away] }), leave, [])).toEqual([alone(MON)]);
  });

  it("of a night is looked at until it ends, and only for the date it begins on", () => {
    const early = agent("early", { skills: ["aftersale"], shifts: [{ days: ["Tue"], start: "17:00", end: "01:30" }] });
    const off = { agentId: HAN.id, kind: "annual" as const };
    const people = roster([early, HAN]);
    expect(leaveConflicts(people, { ...off, from: TUE, until: TUE }, [])).toEqual([alone(TUE, { start: "01:30", end: "02:00" })]);
    expect(leaveConflicts(people, { ...off, from: WED, until: WED }, [])).toEqual([]);
    const long = roster([{ ...early, shifts: [{ days: ["Tue"] as const, start: "17:00", end: "02:00" }] }, HAN]);
    expect(leaveConflicts(long, { ...off, from: TUE, until: TUE }, [])).toEqual([]);
  });

  it("begins at midnight, too", () => {
    const midnight = agent("midnight", { skills: ["refund"], shifts: [{ days: ["Tue"], start: "00:00", end: "01:00" }] });
    const off = { agentId: midnight.id, kind: "annual" as const };
    const days = (from: string, until: string) =>
      leaveConflicts(roster([midnight]), { ...off, from, until }, []).map((one) => one.date);
    expect([days(MON, MON), days(TUE, TUE), days(MON, WED)]).toEqual([[], [TUE], [TUE]]);
  });

  it("on days off names nothing", () => {
    expect(leaveConflicts(PEOPLE, { ...leave, from: SAT, until: SAT }, [])).toEqual([]);
  });
});
