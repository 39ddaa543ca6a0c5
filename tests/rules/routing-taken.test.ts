import { describe, expect, it } from "vitest";
import { conversationId, DESK_LANE, escalationId, incomingId, laneId, storeId } from "../../src/core/ids.ts";
import type { ClaimRequested, EscalationOpened } from "../../src/core/incoming.ts";
import { agent, at as moment, escalation, roster, state, WORKING_TIME } from "./routing-people.ts";
import { at, codes, desk, HAN, LI, look, MINUTE, only, SECOND, told, written } from "./time-people.ts";

const NIGHT = moment("2026-09-16T23:00");
const WAITING = escalation("e1", { waitingSince: NIGHT - MINUTE });
const common = { lane: DESK_LANE, at: NIGHT, storeId: storeId("A"), conversationId: WAITING.conversationId };
const claimed: ClaimRequested = { ...common, id: incomingId("c1"), type: "claim-requested", agent: LI };
const taken = (decision: Parameters<typeof written>[0]) => written(decision).find(({ id }) => id === "e1");

describe("What is claimed", () => {
  it("from home is noted as that, and what is claimed on shift is not", () => {
    const home = at(desk({ escalations: [WAITING] }), NIGHT, claimed);
    expect(taken(home.decision)).toMatchObject({ state: "assigned", agent: LI, takenOffShift: true });
    // Somebody else is on shift: that does not count for who claims.
    const elsewhere = roster([agent("li", { shifts: [] }), agent("han")]);
    const others = at(desk({ roster: elsewhere, escalations: [WAITING] }), WORKING_TIME, { ...claimed, at: WORKING_TIME });
    expect(taken(others.decision)).toMatchObject({ agent: LI, takenOffShift: true });
    const onShift = at(desk({ escalations: [WAITING] }), WORKING_TIME, { ...claimed, at: WORKING_TIME });
    expect(taken(onShift.decision)?.takenOffShift).toBeUndefined();
  });

  it.each([
    ["after hours", "after-hours", NIGHT + 60 * MINUTE],
    ["in the queue", "queued", undefined],
  ] as const)("is told with the promise that was given %s", (_when, before, promisedAt) => {
    const promised = { ...WAITING, told: before, promisedAt: NIGHT + 60 * MINUTE };
    const { decision } = at(desk({ escalations: [promised] }), NIGHT, claimed);
    expect(told(decision)).toMatchObject([{ outcome: { type: "assigned", agent: LI } }]);
    expect(told(decision)[0]?.promisedAt).toBe(promisedAt);
  });

  it("stays with who took it from home, though their shift is over, until they close their console", () => {
    const held = { ...WAITING, state: "assigned" as const, agent: LI, assignedAt: NIGHT };
    const looked = (escalation_: typeof WAITING, status: "ready" | "offline" = "ready") =>
      codes(at(desk({ escalations: [escalation_], agents: [state("li", { status, load: 1 })] }), NIGHT).decision);
    expect(looked({ ...held, takenOffShift: true })).not.toContain("holder-left");
    expect(looked(held)).toContain("holder-left");
    expect(looked({ ...held, takenOffShift: true }, "offline")).toContain("holder-left");
  });
});

describe("What is given without asking", () => {
  it("to the supervisor on call at night is noted as taken off shift, by day it is not", () => {
    const people = roster([agent("li")], { supervisorOnCall: LI.id });
    const urgent = { ...WAITING, urgency: "high" as const };
    const given = (now: number) =>
      taken(at(desk({ roster: people, escalations: [urgent], agents: [state("li")], acceptAtOnce: true }), now).decision);
    expect(given(NIGHT)).toMatchObject({ state: "assigned", agent: LI, takenOffShift: true });
    expect(given(WORKING_TIME)).toMatchObject({ state: "assigned", agent: LI });
    expect(given(WORKING_TIME)?.takenOffShift).toBeUndefined();
  });

  it("is offered where acceptance is asked for, and an offer is nobody's yet", () => {
    const people = roster([agent("li")], { supervisorOnCall: LI.id });
    const urgent = { ...WAITING, urgency: "high" as const };
    const { decision } = at(desk({ roster: people, escalations: [urgent], agents: [state("li")] }), NIGHT);
    expect(taken(decision)).toMatchObject({ state: "offered", agent: LI });
    expect(taken(decision)?.takenOffShift).toBeUndefined();
  });
});

describe("A danger", () => {
  const held = { ...WAITING, state: "assigned" as const, agent: LI, assignedAt: NIGHT };
  it.each([
    ["stays with the supervisor on call at any hour", "high", LI, false],
    ["leaves who is not on call", "high", HAN, true],
    ["is what stays: anything else leaves the supervisor, too", "normal", LI, true],
  ] as const)("%s", (_what, urgency, onCall, leaves) => {
    const people = roster([agent("li"), agent("han")], { supervisorOnCall: onCall.id });
    const given = desk({ roster: people, escalations: [{ ...held, urgency }], agents: [state("li", { load: 1 }), state("han")] });
    expect(codes(at(given, NIGHT).decision).includes("holder-left")).toBe(leaves);
  });
});

describe("A second call for the same conversation", () => {
  const opened = (changes: Partial<EscalationOpened>): EscalationOpened => ({
    ...{ ...common, id: incomingId("o2"), type: "escalation-opened", contactLane: laneId("lane-e1") },
    ...{ escalationId: escalationId("e2"), conversationId: conversationId("conversation-e1") },
    ...{ skill: "aftersale", language: "zh-CN", urgency: "normal", priority: 0 },
    ...changes,
  });
  const busy = desk({ agents: [state("li", { status: "break" }), state("han", { status: "break" })] });

  it.each([
    ["who only turned angry", { priority: 1 }, 0],
    ["who needs another skill now", { skill: "refund" as const }, 1],
    ["who is in danger now", { urgency: "high" as const }, 1],
  ])("by %s is told as news: %#", (_who, changes, times) => {
    const known = { ...WAITING, told: "queued" as const };
    const { decision } = at({ ...busy, escalations: [known] }, WORKING_TIME, opened(changes));
    expect(told(decision)).toHaveLength(times);
    expect(taken(decision)).toMatchObject({ ...changes, waitingSince: WAITING.waitingSince });
  });
});

describe("An offer that lapses", () => {
  it("says after how many seconds, and does not send away who is away already", () => {
    const offered = { ...WAITING, state: "offered" as const, agent: LI, offeredAt: WORKING_TIME - 45 * SECOND };
    const lapse = (status: "ready" | "away") =>
      at(desk({ escalations: [offered], agents: [state("li", { status, missedOffers: 1 }), state("han")] }), WORKING_TIME, look(WORKING_TIME)).decision; // prettier-ignore
    const timedOut = lapse("ready").reasons.find(({ code }) => code === "offer-timed-out");
    expect(timedOut?.values).toMatchObject({ seconds: 45, agent: "li" });
    expect([only(lapse("ready"), "alert").length, only(lapse("away"), "alert").length]).toEqual([2, 0]);
  });
});
