import { describe, expect, it, test } from "vitest";
import { agentId, storeId } from "../../src/core/ids.ts";
import { route } from "../../src/routing/rules/route.ts";
import type { RosterAgent } from "../../src/staffing/rules/roster.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { agent, at, decideOne, escalation, facts, inShort, roster, state, WORKING_TIME } from "./routing-people.ts";

describe("P1: who may take it, with the first reason why not", () => {
  const far = { stores: ["B"] };
  const night = { shifts: [{ days: WEEKDAYS, start: "20:00", end: "23:00" }] };
  const full = { load: 5 };
  const onBreak = { status: "break" as const };
  const unskilled = { skills: ["presale"] };
  test.each([
    ["everything is wrong", { ...far, ...night, ...unskilled }, { ...onBreak, ...full }, "not-authorised-for-store"],
    ["only the store is right", { ...night, ...unskilled }, { ...onBreak, ...full }, "off-shift"],
    ["on shift", unskilled, { ...onBreak, ...full }, "not-ready"],
    ["away", unskilled, { status: "away" as const, ...full }, "not-ready"],
    ["offline", unskilled, { status: "offline" as const, ...full }, "not-ready"],
    ["ready", unskilled, full, "at-capacity"],
    ["one place left", unskilled, { load: 4 }, "skill-missing"],
    ["and skilled", {}, { load: 4 }, undefined],
  ])("%s: %s %s → %s", (_, changes, now, reason) => {
    const decision = decideOne({ roster: roster([agent("li", changes)]), agents: [state("li", now)] });
    const [candidate] = decision.candidates;
    expect(candidate?.reason).toBe(reason);
    expect(candidate?.eligible).toBe(reason === undefined);
    expect(decision.outcome.type === "assign").toBe(reason === undefined);
  });

  test.each([
    ["2026-09-16T08:59:59.999", "after-hours 2026-09-16 09:00"],
    ["2026-09-16T09:00", "assign li"],
    ["2026-09-16T17:59:59.999", "assign li"],
    ["2026-09-16T18:00", "after-hours 2026-09-17 09:00"],
  ])("at %s: %s", (time, expected) => {
    const decision = decideOne({ roster: roster([agent("li")]) }, at(time));
    expect(inShort(decision)).toBe(expected);
  });

  it("reads each agent's own wall clock within one pass", () => {
    const people = roster([
      agent("smith", { timezone: "Europe/London" }),
      agent("li"),
      agent("jones", { timezone: "Europe/London" }),
    ]);
    const { candidates } = decideOne({ roster: people });
    expect(candidates.map(({ agentId: id, reason }) => [id, reason])).toEqual([
      ["li", undefined],
      ["jones", "off-shift"],
      ["smith", "off-shift"],
    ]);
  });

  it("takes an agent without a state as ready and free", () => {
    const decision = decideOne({ roster: roster([agent("li", { capacity: 1 })]) });
    expect(inShort(decision)).toBe("assign li");
  });

  it("never gives anything to an agent without places", () => {
    const decision = decideOne({ roster: roster([agent("li", { capacity: 0 })]) });
    expect(inShort(decision)).toBe("queue 1");
  });

  it("lets an agent with the skill `any` take everything, and everybody a matter that asks for `any`", () => {
    const generalist = decideOne({ roster: roster([agent("li", { skills: ["any"] })]) });
    const anybody = { ...escalation("e1"), skill: "any" };
    const { decisions } = route(
      { ...facts({ roster: roster([agent("wang", unskilled)]) }), escalations: [anybody] },
      WORKING_TIME,
    );
    expect([inShort(generalist), ...decisions.map(inShort)]).toEqual(["assign li", "assign wang"]);
  });

  it("counts what this pass already gave out", () => {
    const escalations = ["e1", "e2", "e3"].map((id) => escalation(id));
    const { decisions } = route(facts({ roster: roster([agent("li", { capacity: 2 })]), escalations }), WORKING_TIME);
    expect(decisions.map(inShort)).toEqual(["assign li", "assign li", "queue 1"]);
  });
});

test.each([
  ["P2: Saturday 01:00 belongs to Friday's shift", "2026-09-19T01:00", "assign li"],
  ["P2: Saturday 02:00 does not", "2026-09-19T02:00", "after-hours 2026-09-25 18:00"],
  [
    "P3: nor does the part after midnight of a shift that would start on a holiday",
    "2026-10-03T00:30",
    "after-hours 2026-10-09 18:00",
  ],
])("%s", (_, time, expected) => {
  const friday = agent("li", { shifts: [{ days: ["Fri"], start: "18:00", end: "02:00" }] });
  const decision = decideOne({ roster: roster([friday], { holidays: ["2026-10-02"] }) }, at(time));
  expect(inShort(decision)).toBe(expected);
});

it("P3: on a holiday only duty works, and the shopper hears of its start", () => {
  const holiday = {
    holidays: ["2026-10-01"],
    holidayDuty: [{ date: "2026-10-01", agentId: agentId("wang"), start: "10:00", end: "12:00" }],
  };
  const people = roster([agent("li"), agent("wang")], holiday);
  const decisions = ["2026-10-01T09:30", "2026-10-01T10:00", "2026-10-01T12:00"].map((time) =>
    inShort(decideOne({ roster: people }, at(time))),
  );
  expect(decisions).toEqual(["after-hours 2026-10-01 10:00", "assign wang", "after-hours 2026-10-02 09:00"]);
});

describe("P4: language is a preference", () => {
  const english = { escalations: [escalation("e1", { language: "en" })] };
  test.each([
    ["a speaker first, though busier", [agent("li"), agent("smith", { languages: ["en"] })], { smith: 4 }, "assign smith"],
    ["else somebody, flagged", [agent("li")], {}, "assign li language-mismatch"],
    [
      "a full speaker is no speaker",
      [agent("li"), agent("smith", { languages: ["en"] })],
      { smith: 5 },
      "assign li language-mismatch",
    ],
    ["en-US is English", [agent("li"), agent("smith", { languages: ["zh", "en-US"] })], { smith: 4 }, "assign smith"],
  ] as const)("%s", (_, people: readonly RosterAgent[], loads, expected) => {
    const agents = Object.entries(loads).map(([id, load]) => state(id, { load }));
    const decision = decideOne({ ...english, roster: roster(people), agents });
    expect(inShort(decision)).toBe(expected);
  });

  it("takes who speaks zh as speaking zh-TW", () => {
    const decision = decideOne({ roster: roster([agent("li")]), escalations: [escalation("e1", { language: "zh-TW" })] });
    expect(inShort(decision)).toBe("assign li");
  });
});

describe("P5: who of those who may", () => {
  const previous = { escalations: [escalation("e1", { previousAgent: agentId("wang") })] };

  it("prefers who had the conversation before, though busier, weaker and of another language", () => {
    const wang = agent("wang", { languages: ["en"], levels: { aftersale: 1 } });
    const people = roster([agent("li", { levels: { aftersale: 5 } }), wang]);
    const decision = decideOne({ ...previous, roster: people, agents: [state("wang", { load: 4 })] });
    expect(inShort(decision)).toBe("assign wang language-mismatch");
    expect(decision.tieBreak).toBe("previous-agent");
  });

  test.each([
    ["full", {}, { load: 5 }],
    ["on a break", {}, { status: "break" as const }],
    ["off shift", { shifts: [] }, {}],
    ["of other stores", { stores: ["B"] }, {}],
    ["without the skill", { skills: ["presale"] }, {}],
  ])("but not when they are %s", (_, changes, now) => {
    const people = roster([agent("li"), agent("wang", changes)]);
    const decision = decideOne({ ...previous, roster: people, agents: [state("wang", now)] });
    expect(inShort(decision)).toBe("assign li");
  });

  it.each([
    ["level", agent("b", { levels: { aftersale: 4 } }), agent("a", { levels: { aftersale: 3 } }), [state("b", { load: 1 })]],
    ["level", agent("b", { levels: { any: 4 }, skills: ["any"] }), agent("a"), []],
    ["load", agent("b"), agent("a"), [state("a", { load: 1 })]],
    ["load", agent("b", { capacity: 7 }), agent("a", { capacity: 3 }), [state("b", { load: 2 }), state("a", { load: 1 })]],
    ["longest-idle", agent("b"), agent("a"), [state("b", { lastAssignedAt: 5 }), state("a", { lastAssignedAt: 6 })]],
    ["longest-idle", agent("b"), agent("a"), [state("a", { lastAssignedAt: 6 })]],
    ["id", agent("b"), agent("c"), []],
  ] as const)("then %s decides", (step, winner, loser, agents) => {
    const decision = decideOne({ roster: roster([loser, winner]), agents });
    expect([inShort(decision), decision.tieBreak]).toEqual(["assign b", step]);
  });

  it("compares load ÷ capacity exactly: a third is a third", () => {
    const people = roster([agent("b", { capacity: 3 }), agent("a", { capacity: 9 })]);
    const agents = [state("b", { load: 1, lastAssignedAt: 1 }), state("a", { load: 3, lastAssignedAt: 2 })];
    const decision = decideOne({ roster: people, agents });
    expect([inShort(decision), decision.tieBreak]).toEqual(["assign b", "longest-idle"]);
  });

  it("weighs level before load before employer before idleness", () => {
    const people = roster([
      agent("d", { levels: { aftersale: 4 } }),
      agent("c"),
      agent("b", { employer: "merchant" }),
      agent("a", { employer: "merchant" }),
    ]);
    const agents = [
      state("d", { load: 4, lastAssignedAt: 9 }),
      state("c", { load: 0, lastAssignedAt: 8 }),
      state("b", { load: 1, lastAssignedAt: 7 }),
      state("a", { load: 1, lastAssignedAt: 6 }),
    ];
    const employerShare = { vendor: 0, merchant: 1 };
    const { candidates } = decideOne({ roster: people, agents, employerShare });
    expect(candidates.map((candidate) => candidate.agentId)).toEqual(["d", "c", "a", "b"]);
  });

  it("gives work to the employer furthest below its share, two thirds to one third", () => {
    const people = roster([agent("v1", { capacity: 100 }), agent("m1", { capacity: 100, employer: "merchant" })]);
    const held = { state: "assigned" as const, agent: { id: agentId("v1"), name: "v1" } };
    const ofThisStore = [escalation("x1", held), escalation("x2", held), escalation("x3", held)];
    const ofAnother = ofThisStore.map((one) => ({ ...one, storeId: storeId("B") }));
    const choices = [ofThisStore, ofAnother].map((others) => {
      const given = { roster: people, escalations: [escalation("e1"), ...others], employerShare: { vendor: 2, merchant: 1 } };
      return inShort(decideOne(given));
    });
    expect(choices).toEqual(["assign m1", "assign v1"]);
  });

  it("counts the share in each store by itself", () => {
    const people = roster([agent("v1"), agent("m1", { employer: "merchant" })]);
    const held = (id: string, holder: string, store: string) =>
      escalation(id, { storeId: storeId(store), state: "assigned", agent: { id: agentId(holder), name: holder } });
    const others = [held("x1", "v1", "B"), held("x2", "v1", "B"), held("x3", "v1", "B"), held("x4", "m1", "A")];
    const given = { roster: people, escalations: [...others, escalation("e1")], employerShare: { vendor: 2, merchant: 1 } };
    const decision = decideOne(given);
    expect([inShort(decision), decision.tieBreak]).toEqual(["assign v1", "employer-share"]);
  });

  it("remembers within a pass who was given something just now", () => {
    const people = roster([agent("a", { capacity: 2 }), agent("b", { capacity: 2 })]);
    const escalations = [escalation("e1", { waitingSince: 1 }), escalation("e2", { waitingSince: 2 })];
    const given = facts({ roster: people, escalations, agents: [state("a"), state("b", { load: 1, lastAssignedAt: 5 })] });
    const { decisions } = route(given, WORKING_TIME);
    expect(decisions.map((decision) => [inShort(decision), decision.tieBreak])).toEqual([
      ["assign a", "load"],
      ["assign b", "longest-idle"],
    ]);
  });

  it("lets load decide before the share: with equal capacities both sides take turns", () => {
    const people = roster([agent("v1", { capacity: 1000 }), agent("m1", { capacity: 1000, employer: "merchant" })]);
    const escalations = Array.from({ length: 9 }, (_, i) => escalation(`e${i}`));
    const agents = [state("v1"), state("m1")];
    const given = facts({ roster: people, escalations, agents, employerShare: { vendor: 2, merchant: 1 } });
    const { decisions } = route(given, WORKING_TIME);
    const vendor = decisions.filter((decision) => inShort(decision) === "assign v1").length;
    expect(vendor).toBe(5);
  });
});
