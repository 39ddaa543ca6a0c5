import { describe, expect, it } from "vitest";
import { agentId, conversationId, escalationId } from "../../src/core/ids.ts";
import { claim } from "../../src/routing/rules/claim.ts";
import { escalationAfter, outcomeToTell } from "../../src/routing/rules/consequences.ts";
import { agent, at, decideOne, escalation, facts, roster, state, WORKING_TIME } from "./routing-people.ts";

const li = { id: agentId("li"), name: "李雷" };
const people = roster([agent("li", { name: "李雷" }), agent("wang", { capacity: 1 }), agent("far", { stores: ["B"] })]);
const byLi = { agentId: agentId("li"), matter: { escalationId: escalationId("e1") } };
const byWang = { ...byLi, agentId: agentId("wang") };

describe("a claim", () => {
  it("gives what waits to who claims it", () => {
    const outcome = claim(facts({ roster: people }), byLi, WORKING_TIME);
    expect(outcome).toEqual({
      type: "claimed",
      escalation: { ...escalation("e1"), state: "assigned", agent: li, assignedAt: WORKING_TIME },
    });
  });

  it("finds the escalation by its conversation", () => {
    const matter = { conversationId: conversationId("conversation-e1") };
    const ended = escalation("e0", { state: "ended", conversationId: matter.conversationId });
    const given = facts({ roster: people, escalations: [ended, escalation("e1")] });
    const outcome = claim(given, { agentId: li.id, matter }, WORKING_TIME);
    expect(outcome).toMatchObject({ type: "claimed", escalation: { id: "e1", agent: li } });
  });

  it("needs neither a shift nor the skill", () => {
    const outsider = roster([agent("li", { shifts: [], skills: [] })]);
    const outcome = claim(facts({ roster: outsider }), byLi, at("2026-09-16T03:00"));
    expect(outcome.type).toBe("claimed");
  });

  it("by the second person is refused, naming the first", () => {
    const taken = escalation("e1", { state: "assigned", agent: li, assignedAt: 1 });
    const outcome = claim(facts({ roster: people, escalations: [taken] }), byWang, WORKING_TIME);
    expect(outcome).toEqual({ type: "refused", code: "claimed-by-other", by: li });
  });

  it("twice by the same person is once, even when they are full", () => {
    const taken = escalation("e1", { state: "assigned", agent: li, assignedAt: 1 });
    const given = facts({ roster: people, escalations: [taken], agents: [state("li", { load: 5 })] });
    const outcome = claim(given, byLi, WORKING_TIME);
    expect(outcome).toEqual({ type: "claimed", escalation: taken });
  });

  it("accepts an offer although its place is the last one", () => {
    const offered = escalation("e1", { state: "offered", agent: { id: agentId("wang"), name: "wang" } });
    const given = facts({ roster: people, escalations: [offered], agents: [state("wang", { load: 1 })] });
    const outcome = claim(given, byWang, WORKING_TIME);
    expect(outcome.type).toBe("claimed");
  });

  it("may take what a colleague was offered and has not answered", () => {
    const offered = escalation("e1", { state: "offered", agent: li });
    const outcome = claim(facts({ roster: people, escalations: [offered] }), byWang, WORKING_TIME);
    expect(outcome).toMatchObject({ type: "claimed", escalation: { agent: { id: "wang" } } });
  });

  it("is refused over capacity", () => {
    const given = facts({ roster: people, agents: [state("wang", { load: 1 })] });
    const outcome = claim(given, byWang, WORKING_TIME);
    expect(outcome).toEqual({ type: "refused", code: "at-capacity" });
  });

  it.each([
    ["urgent, by the supervisor on call", "high", "wang", "claimed"],
    ["urgent, by somebody else", "high", "li", "refused"],
    ["ordinary, by the supervisor on call", "normal", "wang", "refused"],
  ] as const)("over capacity, %s: %s %s %s", (_, urgency, supervisor, expected) => {
    const given = facts({
      roster: { ...people, supervisorOnCall: agentId(supervisor) },
      escalations: [escalation("e1", { urgency })],
      agents: [state("wang", { load: 1 })],
    });
    const outcome = claim(given, byWang, WORKING_TIME);
    expect(outcome.type).toBe(expected);
  });

  it("of a foreign store is refused without saying who has it", () => {
    const taken = escalation("e1", { state: "assigned", agent: li });
    const outcome = claim(facts({ roster: people, escalations: [taken] }), { ...byLi, agentId: agentId("far") }, WORKING_TIME);
    expect(outcome).toEqual({ type: "refused", code: "not-authorised-for-store" });
  });

  it.each([
    ["ended", [escalation("e1", { state: "ended" })]],
    ["unknown", []],
  ])("of something %s is refused", (_, escalations) => {
    const outcome = claim(facts({ roster: people, escalations }), byLi, WORKING_TIME);
    expect(outcome).toEqual({ type: "refused", code: "not-waiting" });
  });

  it("by somebody who is not in the roster is refused", () => {
    const outcome = claim(facts({ roster: people }), { ...byLi, agentId: agentId("ghost") }, WORKING_TIME);
    expect(outcome).toEqual({ type: "refused", code: "unknown-agent" });
  });
});

describe("what a decision makes of an escalation", () => {
  const waited = escalation("e1", { state: "offered", agent: li });

  it.each([
    [true, "assigned", WORKING_TIME],
    [false, "offered", undefined],
  ])("accepted at once: %s → %s", (acceptAtOnce, expected, assignedAt) => {
    const decision = decideOne({ roster: people });
    const after = escalationAfter(escalation("e1"), { decision, acceptAtOnce }, WORKING_TIME);
    expect(after).toMatchObject({ state: expected, agent: li });
    expect(after.assignedAt).toBe(assignedAt);
    expect(outcomeToTell(decision, acceptAtOnce)).toEqual({ type: expected, agent: li });
  });

  it("queues a withdrawn offer again since when it always waited", () => {
    const decision = decideOne({ roster: roster([agent("li", { capacity: 0 })]) });
    const after = escalationAfter(waited, { decision, acceptAtOnce: false }, WORKING_TIME);
    expect(after).toEqual({ ...waited, state: "waiting", agent: undefined, told: "queued" });
    expect(outcomeToTell(decision, false)).toEqual({ type: "queued", position: 1 });
  });

  it("keeps a promised time once somebody is at work and it queues: it goes first", () => {
    const promised = escalation("e1", { told: "after-hours", promisedAt: WORKING_TIME });
    const decision = decideOne({ roster: roster([agent("li", { capacity: 0 })]), escalations: [promised] });
    const after = escalationAfter(promised, { decision, acceptAtOnce: false }, WORKING_TIME);
    expect([after.told, after.promisedAt]).toEqual(["queued", promised.promisedAt]);
  });

  it("keeps what was promised after hours", () => {
    const decision = decideOne({ roster: people }, at("2026-09-16T20:00"));
    const after = escalationAfter(escalation("e1"), { decision, acceptAtOnce: true }, at("2026-09-16T20:00"));
    const next = at("2026-09-17T09:00");
    expect(after).toMatchObject({ state: "waiting", told: "after-hours", promisedAt: next });
    expect(outcomeToTell(decision, true)).toEqual({ type: "after-hours", next, timezone: "Asia/Shanghai" });
  });

  it.each([
    ["the same promise is no news", { told: "after-hours" as const, promisedAt: at("2026-09-17T09:00") }, false],
    ["another time is", { told: "after-hours" as const, promisedAt: at("2026-09-17T08:00") }, true],
    ["after a queue it is", { told: "queued" as const }, true],
  ])("%s", (_, before, expected) => {
    const decision = decideOne({ roster: people, escalations: [escalation("e1", before)] }, at("2026-09-16T20:00"));
    expect([decision.changed, decision.candidates.length > 0]).toEqual([expected, expected]);
  });

  it("told once that it is queued, a shopper is not told again", () => {
    const full = roster([agent("li", { capacity: 0 })]);
    const changed = [escalation("e1"), escalation("e1", { told: "queued" })].map(
      (one) => decideOne({ roster: full, escalations: [one] }).changed,
    );
    expect(changed).toEqual([true, false]);
  });
});
