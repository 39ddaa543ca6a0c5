import { describe, expect, it, test } from "vitest";
import { agentId, escalationId } from "../../src/core/ids.ts";
import { route } from "../../src/routing/rules/route.ts";
import { agent, at, escalation, facts, inShort, roster, state, WORKING_TIME } from "./routing-people.ts";

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
