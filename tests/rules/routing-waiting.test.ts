import { describe, expect, it, test } from "vitest";
import { agentId, storeId } from "../../src/core/ids.ts";
import { route } from "../../src/routing/rules/route.ts";
import type { RosterAgent } from "../../src/staffing/rules/roster.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { agent, at, decideOne, escalation, facts, inShort, roster, state, WORKING_TIME } from "./routing-people.ts";

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
    expect(decision.why.zh).toContain("9 月 16 日 19:30 zhao上班");
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
