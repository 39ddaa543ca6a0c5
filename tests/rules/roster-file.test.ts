import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import type { Roster, Trainee } from "../../src/staffing/rules/roster.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { readRosterFile, toRosterFile } from "../../src/staffing/rules/roster-file.ts";
import { doubtsIn, FULL, LI, withAgent } from "./roster-files.ts";

function rosterIn(file: unknown): Roster {
  const read = readRosterFile(file);
  if (read.type === "refused") throw new Error(`Refused: ${JSON.stringify(read.findings)}`);
  return read.roster;
}

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
          notStores: ["B"],
          employedFrom: "2026-06-01",
          employedUntil: "2026-11-12",
          compensationLimitFen: 2000,
          trainee: { stage: "supervised", dailyLimit: 4 },
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
      dayPlans: [
        { date: "2026-09-15", agentId: "li", hours: [{ start: "18:00", end: "02:00" }] },
        { date: "2026-09-16", agentId: "li", hours: [] },
      ],
      leave: [{ agentId: "li", from: "2026-09-21", until: "2026-09-25", kind: "annual" }],
      routing: {
        longWork: ["refund"],
        shiftEndingMinutes: 20,
        preferredLevels: { refund: 4 },
        spareExperts: true,
        secondarySkills: { refund: ["technical"] },
        employerFirst: { A: "merchant" },
        employerShare: { vendor: 2, merchant: 1 },
        waitSeconds: { "any-level": 30, supervisor: 600 },
        weights: { presale: 1, aftersale: 2 },
        silence: [{ afterMinutes: 10, percent: 50 }],
        ageing: { everyMinutes: 10, most: 2 },
        excludedMinutes: 5,
      },
    });
    expect(doubtsIn(FULL)).toEqual([]);
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
    const file = {
      ...withAgent({ stores: ["lamp-shop"], not_stores: ["lamp-shop"] }),
      routing: { employer_first: { "lamp-shop": "merchant" } },
    };
    const read = readRosterFile(file, keys);
    if (read.type === "refused") throw new Error("refused");
    const written = toRosterFile(read.roster, keys);
    expect(read.roster.agents[0]?.stores).toEqual(["A"]);
    expect([read.roster.agents[0]?.notStores, read.roster.routing]).toEqual([["A"], { employerFirst: { A: "merchant" } }]);
    expect(written.agents[0]?.stores).toEqual(["lamp-shop"]);
    expect([written.agents[0]?.not_stores, written.routing]).toEqual([["lamp-shop"], file.routing]);
  });

  it("is refused when it names a store that does not exist", () => {
    const read = readRosterFile(withAgent({ stores: ["lamp-shop", "lamb-shop"] }), new Map([["lamp-shop", "A"]]));
    expect(read).toMatchObject({ type: "refused", findings: [{ path: "agents[0].stores[1]" }] });
    const others = { ...withAgent({ not_stores: ["lamb-shop"] }), routing: { employer_first: { lamb: "vendor" } } };
    expect(readRosterFile(others, new Map([["lamp-shop", "A"]]))).toMatchObject({
      type: "refused",
      findings: [{ path: "agents[0].not_stores[0]" }, { path: "routing.employer_first.lamb" }],
    });
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
            notStores: fc.array(word, { maxLength: 2 }),
            employedFrom: fc.constantFrom("2026-06-01", "2026-06-30"),
            employedUntil: fc.constantFrom("2026-06-30", "2026-11-12"),
            compensationLimitFen: fc.nat(),
            trainee: fc.constantFrom<Trainee>({ stage: "shadow" }, { stage: "supervised", dailyLimit: 7 }),
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
