import { describe, expect, it, test } from "vitest";
import { readRosterFile } from "../../src/staffing/rules/roster-file.ts";
import { doubtsIn, faultsIn, FULL, LI, withAgent, withShift } from "./roster-files.ts";

describe("a faulty roster file is refused, naming", () => {
  test.each([
    ["a list instead of a file", [], ""],
    ["nothing", undefined, ""],
    ["missing agents", {}, "agents"],
    ["an unknown field", { ...FULL, holliday: [] }, "holliday"],
    ["an unknown field of an agent", withAgent({ skill: ["refund"] }), "agents[0].skill"],
    ["an unknown field of a shift", withShift({ day: "Mon" }), "agents[0].shifts[0].day"],
    ["missing skills", { agents: [{ id: "li" }] }, "agents[0].skills"],
    ["an empty id", withAgent({ id: "" }), "agents[0].id"],
    ["an id with a NUL", withAgent({ id: "l\u0000i" }), "agents[0].id"],
    ["a name with half a character", withAgent({ name: "\ud83d" }), "agents[0].name"],
    ["a time zone nobody knows", { ...FULL, timezone: "Mars/Olympus" }, "timezone"],
    ["an agent's time zone nobody knows", withAgent({ timezone: "北京" }), "agents[0].timezone"],
    ["a weekday in other words", withShift({ days: ["周一"] }), "agents[0].shifts[0].days[0]"],
    ["a start without its zero", withShift({ start: "9:00" }), "agents[0].shifts[0].start"],
    ["a start at 24:00", withShift({ start: "24:00" }), "agents[0].shifts[0].start"],
    ["an end after 24:00", withShift({ end: "24:01" }), "agents[0].shifts[0].end"],
    ["minutes beyond 59", withShift({ end: "10:60" }), "agents[0].shifts[0].end"],
    ["half a conversation", withAgent({ capacity: 1.5 }), "agents[0].capacity"],
    ["less than none", withAgent({ capacity: -1 }), "agents[0].capacity"],
    ["capacity as text", withAgent({ capacity: "5" }), "agents[0].capacity"],
    ["a level above 5", withAgent({ levels: { aftersale: 6 } }), "agents[0].levels.aftersale"],
    ["a first day in other words", withAgent({ employed_from: "6月1日" }), "agents[0].employed_from"],
    [
      "a last day before the first",
      withAgent({ employed_from: "2026-06-02", employed_until: "2026-06-01" }),
      "agents[0].employed_until",
    ],
    ["compensation of half a fen", withAgent({ compensation_limit_fen: 0.5 }), "agents[0].compensation_limit_fen"],
    ["a stage no trainee has", withAgent({ trainee: { stage: "new" } }), "agents[0].trainee.stage"],
    ["a supervised trainee without a limit", withAgent({ trainee: { stage: "supervised" } }), "agents[0].trainee.daily_limit"],
    ["an unknown field of routing", { ...withAgent({}), routing: { fast: true } }, "routing.fast"],
    ["a step nobody knows", { ...withAgent({}), routing: { wait_seconds: { soon: 1 } } }, "routing.wait_seconds.soon"],
    ["a weight below none", { ...withAgent({}), routing: { weights: { presale: -1 } } }, "routing.weights.presale"],
    ["a level of 0", withAgent({ levels: { aftersale: 0 } }), "agents[0].levels.aftersale"],
    ["a status nobody has", withAgent({ status: "asleep" }), "agents[0].status"],
    ["a date that does not exist", { ...FULL, holidays: ["2026-02-30"] }, "holidays[0]"],
    ["a date in other words", { ...FULL, holidays: ["10月1日"] }, "holidays[0]"],
    ["duty on no date", { ...FULL, holiday_duty: { "1 Oct": [] } }, "holiday_duty.1 Oct"],
    ["a working day as no weekday", { ...FULL, workdays: [{ date: "2026-10-10", as: "Monday" }] }, "workdays[0].as"],
    ["the same id twice", { agents: [LI, { ...LI, name: "韩梅梅" }] }, "agents[1].id"],
    ["a supervisor who is no agent", { ...withAgent({}), supervisor_on_call: "boss" }, "supervisor_on_call"],
    [
      "duty of somebody who is no agent",
      { ...FULL, holiday_duty: { "2026-10-01": [{ agent: "ghost", start: "10:00", end: "16:00" }] } },
      "holiday_duty.2026-10-01[0].agent",
    ],
    ["a single day of nobody", { ...FULL, days: [{ date: "2026-09-15", agent: "x", shifts: [] }] }, "days[0].agent"],
    ["a day planned twice", { ...FULL, days: [...FULL.days, { date: "2026-09-16", agent: "li", shifts: [] }] }, "days[2]"],
    ["leave of nobody", { ...FULL, leave: [{ ...FULL.leave[0], agent: "x" }] }, "leave[0].agent"],
    ["leave that ends before it begins", { ...FULL, leave: [{ ...FULL.leave[0], until: "2026-09-20" }] }, "leave[0].until"],
    ["leave of an unknown kind", { ...FULL, leave: [{ ...FULL.leave[0], kind: "fun" }] }, "leave[0].kind"],
    ["a date both holiday and working day", { ...FULL, workdays: [{ date: "2026-10-01", as: "Mon" }] }, "workdays[0].date"],
    [
      "a date that runs as two weekdays",
      {
        ...FULL,
        workdays: [
          { date: "2026-10-10", as: "Mon" },
          { date: "2026-10-10", as: "Tue" },
        ],
      },
      "workdays[1].as",
    ],
  ])("%s", (_, file, path) => {
    const found = faultsIn(file);
    expect(found).toEqual([path]);
  });

  it("every fault at once, each with a remedy in both languages", () => {
    const read = readRosterFile({ ...withShift({ start: "9:00", end: "25:00" }), holidays: ["soon"], extra: 1 });
    if (read.type === "roster") throw new Error("taken");
    expect(read.findings.map((finding) => finding.path)).toEqual([
      "agents[0].shifts[0].start",
      "agents[0].shifts[0].end",
      "holidays[0]",
      "extra",
    ]);
    for (const { reason } of read.findings) expect([reason.zh, reason.en].every((text) => text.length > 5)).toBe(true);
    expect(read.findings[0]?.reason.zh).toBe("没有这个时刻，请写成 00:00 到 23:59，例如 09:00");
  });

  it("no more than a hundred faults", () => {
    const found = faultsIn({ agents: Array.from({ length: 300 }, () => ({})) });
    expect(found).toHaveLength(100);
  });
});

describe("what is allowed but perhaps not meant is taken with a warning", () => {
  const elsewhere = { "2026-10-02": [{ agent: "li", start: "10:00", end: "16:00" }] };
  test.each([
    ["duty on a date that is no holiday", { ...withAgent({}), holiday_duty: elsewhere }, "holiday_duty.2026-10-02"],
    ["nobody at all", { agents: [] }, "agents"],
    ["somebody who never works", withAgent({ shifts: [] }), "agents[0].shifts"],
    ["a shift on no day", withShift({ days: [] }), "agents[0].shifts[0].days"],
    ["a store both allowed and refused", withAgent({ stores: ["A"], not_stores: ["A"] }), "agents[0].not_stores[0]"],
    ["a level without the skill", withAgent({ levels: { refund: 3 } }), "agents[0].levels.refund"],
    [
      "hours that overlap",
      withAgent({ shifts: [...LI.shifts, { days: ["Tue", "Mon"], start: "17:00", end: "20:00" }] }),
      "agents[0].shifts[1]",
    ],
    [
      "hours that overlap across Sunday's midnight",
      withAgent({ shifts: [...LI.shifts, { days: ["Sun"], start: "22:00", end: "09:30" }] }),
      "agents[0].shifts[1]",
    ],
  ])("%s", (_, file, path) => {
    const found = doubtsIn(file);
    expect(found).toEqual([path]);
  });

  it("but shifts that only touch are fine, and so is a supervisor without shifts", () => {
    const touching = withAgent({ shifts: [...LI.shifts, { days: ["Mon"], start: "18:00", end: "09:00" }] });
    const found = [...doubtsIn(touching), ...doubtsIn({ ...withAgent({ shifts: [] }), supervisor_on_call: "li" })];
    expect(found).toEqual([]);
  });
});
