import { describe, expect, it, test } from "vitest";
import { agentId, escalationId, storeId } from "../../src/core/ids.ts";
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

describe("P6: somebody with the skill is on shift, though not free", () => {
  test.each([
    ["full", state("li", { load: 5 })],
    ["on a break", state("li", { status: "break" })],
    ["away", state("li", { status: "away" })],
  ])("%s: queue", (_, now) => {
    const decision = decideOne({ roster: roster([agent("li")]), agents: [now] });
    expect(inShort(decision)).toBe("queue 1");
  });

  it("counts places per store in work order, 1 is next", () => {
    const people = roster([agent("li", { capacity: 0 })]);
    const escalations = [
      escalation("e4", { waitingSince: 2 }),
      escalation("e1", { waitingSince: 1 }),
      escalation("e2", { waitingSince: 1, storeId: storeId("B") }),
      escalation("e3", { waitingSince: 9, priority: 1 }),
    ];
    const { decisions } = route(facts({ roster: people, escalations }), WORKING_TIME);
    const places = decisions.map((decision) => `${decision.escalationId} ${inShort(decision)}`);
    expect(places).toEqual(["e3 queue 1", "e1 queue 2", "e2 queue 1", "e4 queue 3"]);
  });

  it("does not count those who wait for another day among those ahead", () => {
    const escalations = [escalation("e1", { skill: "refund", waitingSince: 1 }), escalation("e2", { waitingSince: 2 })];
    const { decisions } = route(facts({ roster: roster([agent("li", { capacity: 0 })]), escalations }), WORKING_TIME);
    expect(decisions.map(inShort)).toEqual(["after-hours for long", "queue 1"]);
  });
});

describe("P7: nobody with the skill is on shift", () => {
  const refunds = (id: string, start: string, changes: Partial<RosterAgent> = {}) =>
    agent(id, { skills: ["refund"], shifts: [{ days: WEEKDAYS, start, end: "23:00" }], ...changes });
  const matter = { escalations: [escalation("e1", { skill: "refund" as const })] };

  it("names the first moment when somebody with the skill starts, in the roster's zone", () => {
    const people = roster([
      agent("li"),
      refunds("wang", "20:00"),
      refunds("zhao", "19:30"),
      refunds("far", "12:00", { stores: ["B"] }),
    ]);
    const decision = decideOne({ ...matter, roster: people });
    expect(inShort(decision)).toBe("after-hours 2026-09-16 19:30");
    expect(decision.why.zh).toContain("9 月 16 日 19:30（Asia/Shanghai）zhao上班");
  });

  it("counts offline as not working, even on shift", () => {
    const decision = decideOne({ roster: roster([agent("li")]), agents: [state("li", { status: "offline" })] });
    expect(inShort(decision)).toBe("after-hours 2026-09-17 09:00");
  });

  it("queues when one is offline and another on a break", () => {
    const agents = [state("li", { status: "offline" }), state("wang", { status: "break" })];
    const decision = decideOne({ roster: roster([agent("li"), agent("wang")]), agents });
    expect(inShort(decision)).toBe("queue 1");
  });

  it("does not take somebody of another store, or without the skill, for somebody at work", () => {
    const people = roster([agent("li", { stores: ["B"] }), agent("wang", { skills: ["presale"] })]);
    const decision = decideOne({ roster: people });
    expect(inShort(decision)).toBe("after-hours for long");
  });

  it("leaves the supervisor in peace when nothing is urgent", () => {
    const people = roster([agent("boss", { shifts: [] })], { supervisorOnCall: agentId("boss") });
    const decision = decideOne({ roster: people });
    expect(inShort(decision)).toBe("after-hours for long");
  });
});

describe("P8: urgency high", () => {
  const urgent = { escalations: [escalation("e1", { urgency: "high" })] };
  const boss = agent("boss", { skills: [], shifts: [], capacity: 1 });
  const withBoss = (people: readonly RosterAgent[], supervisor = boss) =>
    roster([...people, supervisor], { supervisorOnCall: supervisor.id });

  it("goes to an ordinary agent when one may take it", () => {
    const decision = decideOne({ ...urgent, roster: withBoss([agent("li")]) });
    expect(inShort(decision)).toBe("assign li");
  });

  it("goes to the supervisor instead of the queue, over capacity", () => {
    const agents = [state("li", { load: 5 }), state("boss", { load: 7, status: "away" })];
    const decision = decideOne({ ...urgent, roster: withBoss([agent("li")]), agents });
    expect(inShort(decision)).toBe("assign boss overflow");
    expect(decision.tieBreak).toBe("supervisor-on-call");
  });

  it("goes to the supervisor at any hour", () => {
    const decision = decideOne({ ...urgent, roster: withBoss([agent("li")]) }, at("2026-09-17T03:00"));
    expect(inShort(decision)).toBe("assign boss overflow");
  });

  it("reaches the supervisor for each of several", () => {
    const escalations = ["e1", "e2", "e3"].map((id) => escalation(id, { urgency: "high" }));
    const { decisions } = route(facts({ roster: withBoss([]), escalations }), WORKING_TIME);
    expect(decisions.map(inShort)).toEqual(["assign boss overflow", "assign boss overflow", "assign boss overflow"]);
  });

  it("says so when the supervisor does not speak the language", () => {
    const escalations = [escalation("e1", { urgency: "high", language: "en" })];
    const decision = decideOne({ escalations, roster: withBoss([]) });
    expect(inShort(decision)).toBe("assign boss language-mismatch overflow");
  });

  it("never shows a store to a supervisor of others", () => {
    const decision = decideOne({ ...urgent, roster: withBoss([], { ...boss, stores: ["B"] }) });
    expect(inShort(decision)).toBe("after-hours for long");
  });

  it("queues or waits like the rest where nobody is on call", () => {
    const decision = decideOne({ ...urgent, roster: roster([agent("li")]), agents: [state("li", { load: 5 })] });
    expect(inShort(decision)).toBe("queue 1");
  });
});

it("P9: routes through both hours that show 01:30 in autumn", () => {
  const zone = "America/New_York";
  const nightly = agent("li", { timezone: zone, shifts: [{ days: WEEKDAYS, start: "18:00", end: "02:00" }] });
  const times = ["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "2026-11-01T07:00:00Z"];
  const choices = times.map((time) => inShort(decideOne({ roster: roster([nightly], { timezone: zone }) }, Date.parse(time))));
  expect(choices).toEqual(["assign li", "assign li", "after-hours 2026-11-01 18:00"]);
});

describe("work order", () => {
  it.each([
    ["higher priority", escalation("z", { priority: 1, waitingSince: 9 }), escalation("a", { waitingSince: 1 })],
    ["longer waiting", escalation("z", { waitingSince: 1 }), escalation("a", { waitingSince: 2 })],
    ["the lower id", escalation("a"), escalation("z")],
  ])("serves %s first", (_, first, second) => {
    const given = facts({ roster: roster([agent("li", { capacity: 1 })]), escalations: [second, first] });
    const { decisions } = route(given, WORKING_TIME);
    expect(decisions.map((decision) => decision.escalationId)).toEqual([first.id, second.id]);
  });

  it("puts an earlier due time before longer waiting, and any due time before none", () => {
    const escalations = [
      { ...escalation("c"), waitingSince: 1 },
      { ...escalation("b"), waitingSince: 2, dueAt: 20 },
      { ...escalation("a"), waitingSince: 3, dueAt: 10 },
    ];
    const { decisions } = route({ ...facts({ roster: roster([]) }), escalations }, WORKING_TIME);
    expect(decisions.map((decision) => decision.escalationId)).toEqual(["a", "b", "c"]);
  });
});

describe("offers", () => {
  const offered = escalation("e1", { state: "offered", agent: { id: agentId("li"), name: "li" } });
  const people = [agent("li"), agent("wang")];

  it("stay with a ready agent on shift, even a full one", () => {
    const given = facts({ roster: roster(people), escalations: [offered], agents: [state("li", { load: 5 })] });
    const { decisions } = route(given, WORKING_TIME);
    expect(decisions).toEqual([]);
  });

  test.each([
    ["takes a break", people, [state("li", { status: "break", load: 1 })]],
    ["goes home", [agent("li", { shifts: [] }), agent("wang")], [state("li", { load: 1 })]],
    ["may no longer serve the store", [agent("li", { stores: ["B"] }), agent("wang")], [state("li", { load: 1 })]],
    ["left the roster", [agent("wang")], []],
  ] as const)("go to somebody else when their agent %s", (_, agents, states) => {
    const given = facts({ roster: roster(agents), escalations: [offered], agents: states });
    const { decisions } = route(given, WORKING_TIME);
    expect(decisions.map(inShort)).toEqual(["assign wang"]);
  });

  it("free their place when withdrawn", () => {
    // Li's only place was kept by a refund offer; without that skill now, the place is free for what waits.
    const refund = { ...offered, id: escalationId("e0"), skill: "refund" as const };
    const given = facts({
      roster: roster([agent("li", { capacity: 1 })]),
      escalations: [refund, escalation("e1")],
      agents: [state("li", { load: 1 })],
    });
    const { decisions } = route(given, WORKING_TIME);
    expect(decisions.map(inShort)).toEqual(["after-hours for long", "assign li"]);
  });

  it("withdrawn into the queue are news to a shopper who was told of the queue before", () => {
    const given = facts({
      roster: roster([agent("li")]),
      escalations: [{ ...offered, told: "queued" }],
      agents: [state("li", { status: "break", load: 1 })],
    });
    const { decisions } = route(given, WORKING_TIME);
    expect(decisions.map((decision) => [inShort(decision), decision.changed])).toEqual([["queue 1", true]]);
  });

  it("withdrawn after hours are news, even with the time that was promised before", () => {
    const told = { ...offered, told: "after-hours" as const, promisedAt: at("2026-09-17T09:00") };
    const given = facts({
      roster: roster([agent("li")]),
      escalations: [told],
      agents: [state("li", { status: "offline", load: 1 })],
    });
    const { decisions } = route(given, WORKING_TIME);
    expect(decisions.map((decision) => [inShort(decision), decision.changed])).toEqual([["after-hours 2026-09-17 09:00", true]]);
  });

  it("to the supervisor on call stay at any hour", () => {
    const toBoss = { ...offered, urgency: "high" as const, agent: { id: agentId("boss"), name: "boss" } };
    const boss = agent("boss", { shifts: [], capacity: 0 });
    const given = facts({ roster: roster([boss], { supervisorOnCall: boss.id }), escalations: [toBoss] });
    const { decisions } = route(given, WORKING_TIME);
    expect(decisions).toEqual([]);
  });

  it("leave assigned ones where they are, even when the agent went home", () => {
    const given = facts({
      roster: roster([agent("li", { shifts: [] }), agent("wang")]),
      escalations: [{ ...offered, state: "assigned" }],
    });
    const { decisions } = route(given, WORKING_TIME);
    expect(decisions).toEqual([]);
  });
});

describe("the sentence", () => {
  it("says why for colleagues, in both languages", () => {
    const people = roster([
      agent("li", { name: "李雷", levels: { aftersale: 4 }, shifts: [{ days: WEEKDAYS, start: "16:00", end: "00:00" }] }),
      agent("zhang", { name: "张伟", levels: { aftersale: 4 }, shifts: [{ days: WEEKDAYS, start: "16:00", end: "00:00" }] }),
      agent("han", { name: "韩梅梅", shifts: [{ days: WEEKDAYS, start: "16:00", end: "00:00" }] }),
      agent("wang", { name: "王芳", skills: ["presale"], shifts: [{ days: WEEKDAYS, start: "16:00", end: "00:00" }] }),
      agent("far", { name: "外店", stores: ["B"] }),
    ]);
    const now = at("2026-09-16T20:00");
    const agents = [
      state("li", { load: 3, lastAssignedAt: now - 372_000 }),
      state("zhang", { load: 3, lastAssignedAt: now - 60_000 }),
      state("han", { load: 5 }),
    ];
    const { why } = decideOne({ roster: people, agents }, now);
    expect(why.zh).toBe(
      "分给李雷：在岗（中班 16:00–00:00） · 店铺已授权 · 售后 4 级 · 空余 2/5 · 最久未接 6 分 12 秒；韩梅梅已满，王芳技能不足",
    );
    expect(why.en).toBe(
      "To 李雷: on shift (middle, 16:00–00:00) · may serve the store · after-sale level 4 · 2/5 places free · idle longest, 6 min 12 s; 韩梅梅 is full, 王芳 lacks the skill",
    );
  });

  it("says of a shift of 24 hours that it is all day, whatever hour it starts at", () => {
    for (const [start, end] of [
      ["00:00", "24:00"],
      ["00:00", "00:00"],
      ["08:00", "08:00"],
    ] as const) {
      const { why } = decideOne({ roster: roster([agent("li", { shifts: [{ days: WEEKDAYS, start, end }] })]) });
      expect([why.zh, why.en]).toEqual([expect.stringContaining("在岗（全天）"), expect.stringContaining("on shift (all day)")]);
    }
  });

  it("stays short on a big desk", () => {
    const others = Array.from({ length: 40 }, (_, i) => agent(`x${i}`, { skills: ["presale"] }));
    const { why } = decideOne({ roster: roster([agent("li"), ...others]) });
    expect(why.zh).toContain("另有 37 人不能接");
    expect(why.zh.length).toBeLessThan(120);
  });

  it("does not mistake a skill called constructor for anything else", () => {
    const anything = { ...escalation("e1"), skill: "constructor" };
    const given = { ...facts({ roster: roster([agent("li", { skills: ["constructor"] })]) }), escalations: [anything] };
    const [decision] = route(given, WORKING_TIME).decisions;
    expect(decision?.rankKey?.level).toBe(3);
    expect(decision?.why.zh).toContain("会「constructor」");
  });
});
