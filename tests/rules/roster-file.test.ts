import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import type { Roster } from "../../src/staffing/rules/roster.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { readRosterFile, toRosterFile } from "../../src/staffing/rules/roster-file.ts";

const LI = { id: "li", name: "李雷", skills: ["aftersale"], shifts: [{ days: ["Mon"], start: "09:00", end: "18:00" }] };

/** The file a vendor would write, every field in use. */
const FULL = {
  timezone: "Asia/Shanghai",
  supervisor_on_call: "boss",
  agents: [
    {
      ...LI,
      languages: ["zh", "en"],
      capacity: 3,
      timezone: "Asia/Tokyo",
      stores: ["A"],
      employer: "merchant",
      levels: { aftersale: 4 },
    },
    { id: "boss", name: "张三", skills: ["any"], languages: ["zh"], shifts: [], capacity: 1 },
  ],
  holidays: ["2026-10-01"],
  holiday_duty: { "2026-10-01": [{ agent: "li", start: "10:00", end: "16:00" }] },
  workdays: [{ date: "2026-10-10", as: "Mon" }],
};

function rosterIn(file: unknown): Roster {
  const read = readRosterFile(file);
  if (read.type === "refused") throw new Error(`Refused: ${JSON.stringify(read.findings)}`);
  return read.roster;
}

/** The paths of what is wrong with a file. */
function faults(file: unknown): readonly string[] {
  const read = readRosterFile(file);
  return read.type === "refused" ? read.findings.map((finding) => finding.path) : [];
}

function doubts(file: unknown): readonly string[] {
  const read = readRosterFile(file);
  if (read.type === "refused") throw new Error(`Refused: ${JSON.stringify(read.findings)}`);
  return read.warnings.map((finding) => finding.path);
}

const withAgent = (changes: object) => ({ agents: [{ ...LI, ...changes }] });
const withShift = (changes: object) => withAgent({ shifts: [{ ...LI.shifts[0], ...changes }] });

describe("a roster file", () => {
  it("becomes a roster", () => {
    const roster = rosterIn(FULL);
    expect(roster).toEqual({
      timezone: "Asia/Shanghai",
      supervisorOnCall: "boss",
      agents: [
        {
          id: "li",
          name: "李雷",
          employer: "merchant",
          skills: ["aftersale"],
          levels: { aftersale: 4 },
          languages: ["zh", "en"],
          capacity: 3,
          timezone: "Asia/Tokyo",
          stores: ["A"],
          shifts: LI.shifts,
        },
        {
          id: "boss",
          name: "张三",
          employer: "vendor",
          skills: ["any"],
          levels: {},
          languages: ["zh"],
          capacity: 1,
          shifts: [],
        },
      ],
      holidays: ["2026-10-01"],
      holidayDuty: [{ date: "2026-10-01", agentId: "li", start: "10:00", end: "16:00" }],
      workdays: [{ date: "2026-10-10", as: "Mon" }],
    });
    expect(doubts(FULL)).toEqual([]);
  });

  it("may leave out what has a usual value, or say null", () => {
    const roster = rosterIn({ agents: [{ ...LI, name: null, stores: null }], supervisor_on_call: null });
    const [agent] = roster.agents;
    expect(roster).toMatchObject({ timezone: "Asia/Shanghai", holidays: [], workdays: [], holidayDuty: [] });
    expect(roster.supervisorOnCall).toBeUndefined();
    expect(agent).toMatchObject({ name: "li", languages: ["zh"], capacity: 5, employer: "vendor", levels: {} });
    expect(agent?.stores).toBeUndefined();
  });

  it("may say how it stands with somebody at the moment; online is ready", () => {
    const agents = [
      { ...LI, status: "online" },
      { ...LI, id: "han", load: 2 },
      { ...LI, id: "wang", status: "break", load: 1 },
      { ...LI, id: "zhao" },
    ];
    const read = readRosterFile({ agents });
    expect(read.type === "roster" && read.states).toEqual([
      { agentId: "li", status: "ready", load: 0 },
      { agentId: "han", status: "ready", load: 2 },
      { agentId: "wang", status: "break", load: 1 },
    ]);
  });

  it("translates store keys to ids and back", () => {
    const keys = new Map([["lamp-shop", "A"]]);
    const file = withAgent({ stores: ["lamp-shop"] });
    const read = readRosterFile(file, keys);
    if (read.type === "refused") throw new Error("refused");
    const written = toRosterFile(read.roster, keys);
    expect(read.roster.agents[0]?.stores).toEqual(["A"]);
    expect(written.agents[0]?.stores).toEqual(["lamp-shop"]);
  });

  it("is refused when it names a store that does not exist", () => {
    const read = readRosterFile(withAgent({ stores: ["lamp-shop", "lamb-shop"] }), new Map([["lamp-shop", "A"]]));
    expect(read).toMatchObject({ type: "refused", findings: [{ path: "agents[0].stores[1]" }] });
  });

  it("written and read again is the same roster", () => {
    fc.assert(
      fc.property(anyRoster, (roster) => {
        const read = readRosterFile(JSON.parse(JSON.stringify(toRosterFile(roster))));
        expect(read.type === "roster" ? read.roster : read.findings).toEqual(roster);
      }),
    );
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ agents: fc.array(fc.anything()), holiday_duty: fc.anything() })),
        (input) => {
          expect(["roster", "refused"]).toContain(readRosterFile(input).type);
        },
      ),
    );
  });
});

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
    const found = faults(file);
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
    const found = faults({ agents: Array.from({ length: 300 }, () => ({})) });
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
    const found = doubts(file);
    expect(found).toEqual([path]);
  });

  it("but shifts that only touch are fine, and so is a supervisor without shifts", () => {
    const touching = withAgent({ shifts: [...LI.shifts, { days: ["Mon"], start: "18:00", end: "09:00" }] });
    const found = [...doubts(touching), ...doubts({ ...withAgent({ shifts: [] }), supervisor_on_call: "li" })];
    expect(found).toEqual([]);
  });
});

const word = fc
  .string({ minLength: 1, maxLength: 8, unit: "grapheme" })
  .filter((text) => text.trim() === text && !/[\p{Cc}\p{Cs}]/u.test(text));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
const hours = { start: time, end: fc.oneof(time, fc.constant("24:00")) };
const dates = ["2026-10-01", "2026-10-02", "2026-10-10"];

const anyRoster: fc.Arbitrary<Roster> = fc.uniqueArray(word, { minLength: 1, maxLength: 4 }).chain((ids) =>
  fc.record({
    timezone: fc.constantFrom("Asia/Shanghai", "Europe/London"),
    agents: fc.tuple(
      ...ids.map((id) =>
        fc.record(
          {
            id: fc.constant(agentId(id)),
            name: word,
            employer: fc.constantFrom("vendor", "merchant"),
            skills: fc.array(word, { maxLength: 3 }),
            levels: fc.dictionary(fc.constantFrom("refund", "any"), fc.integer({ min: 1, max: 5 })),
            languages: fc.array(word, { maxLength: 2 }),
            capacity: fc.integer({ min: 0, max: 1000 }),
            timezone: fc.constant("Asia/Tokyo"),
            stores: fc.array(word, { maxLength: 2 }),
            shifts: fc.array(fc.record({ days: fc.subarray([...WEEKDAYS]), ...hours }), { maxLength: 3 }),
          },
          { requiredKeys: ["id", "name", "employer", "skills", "levels", "languages", "capacity", "shifts"] },
        ),
      ),
    ),
    holidays: fc.subarray(dates.slice(0, 2)),
    workdays: fc.subarray([{ date: "2026-10-10", as: "Mon" as const }]),
    holidayDuty: fc
      .array(fc.record({ agentId: fc.constantFrom(...ids).map(agentId), ...hours }), { maxLength: 3 })
      .map((duties) => duties.map((duty) => ({ date: "2026-10-01", ...duty }))),
    supervisorOnCall: fc.constantFrom(...ids).map(agentId),
  }),
);
