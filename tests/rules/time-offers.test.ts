import { describe, expect, it } from "vitest";
import { DESK_LANE, incomingId, storeId } from "../../src/core/ids.ts";
import type { DeskIncoming } from "../../src/core/incoming.ts";
import type { Agent } from "../../src/core/words.ts";
import { DEFAULT_WAITS } from "../../src/routing/rules/waits.ts";
import { agent, at as moment, escalation, roster, state, WORKING_TIME } from "./routing-people.ts";
import { at, codes, desk, HAN, LI, look, lookAt, MINUTE, only, SECOND, told, written } from "./time-people.ts";

/** The policy names no other. */
const DECLINED_MS = 3 * MINUTE;
const offered = escalation("e1", { state: "offered", agent: LI, offeredAt: WORKING_TIME, told: "queued" });
const offering = desk({ escalations: [offered], agents: [state("li", { load: 1 }), state("han")] });
const common = { id: incomingId("i1"), lane: DESK_LANE, at: WORKING_TIME, storeId: storeId("A") };
const refusal = (by: Agent): DeskIncoming => ({
  ...common,
  type: "offer-refused",
  conversationId: offered.conversationId,
  agent: by,
  reason: "在开会",
});

describe("An offer", () => {
  it("has its timer from the start, and stays until its time is over", () => {
    const { decision } = at(offering, WORKING_TIME + 44 * SECOND);
    expect([written(decision), lookAt(decision)]).toEqual([[], WORKING_TIME + 45 * SECOND]);
  });

  it("that nobody answers goes to the next after 45 seconds; who let it pass is left out and the shopper hears the new name", () => {
    const { decision, after } = at(offering, WORKING_TIME + 45 * SECOND);
    expect(written(decision)).toEqual([
      expect.objectContaining({ state: "offered", agent: HAN, offeredAt: WORKING_TIME + 45 * SECOND }),
    ]);
    expect(written(decision)[0]?.declined).toEqual([{ agent: "li", at: WORKING_TIME + 45 * SECOND, how: "timed-out" }]);
    expect(told(decision).map(({ outcome }) => outcome)).toEqual([{ type: "offered", agent: HAN }]);
    expect(codes(decision)).toContain("offer-timed-out");
    expect(after.agents.map(({ load }) => load)).toEqual([0, 1]);
  });

  it("waits as long as the desk's settings say", () => {
    const patient = { ...offering, waits: { ...DEFAULT_WAITS, offerMs: 90 * SECOND } };
    expect(written(at(patient, WORKING_TIME + 89 * SECOND).decision)).toEqual([]);
    expect(written(at(patient, WORKING_TIME + 90 * SECOND).decision)).toHaveLength(1);
  });

  it("that all let pass waits in the queue, and is offered again when their time is over", () => {
    const first = at(offering, WORKING_TIME + 45 * SECOND);
    const second = at(first.after, WORKING_TIME + 90 * SECOND);
    expect(told(second.decision).map(({ outcome }) => outcome.type)).toEqual(["queued"]);
    expect(lookAt(second.decision)).toBe(WORKING_TIME + 45 * SECOND + DECLINED_MS);
    const third = at(second.after, WORKING_TIME + 45 * SECOND + DECLINED_MS);
    expect(written(third.decision)).toEqual([expect.objectContaining({ state: "offered", agent: LI })]);
  });

  it("is told to the shopper three times; of further calls they hear nothing until somebody is there", () => {
    const before = { agent: HAN.id, at: WORKING_TIME, how: "timed-out" as const };
    const called = (times: number) => {
      const again = { ...offered, declined: Array.from({ length: times }, () => before) };
      return told(at({ ...offering, escalations: [again] }, WORKING_TIME + 45 * SECOND).decision)[0]?.isRepeated;
    };
    expect([called(0), called(1), called(2)]).toEqual([undefined, undefined, true]);
  });

  it("that is refused goes to the next at once, with the reason kept", () => {
    const { decision } = at(offering, WORKING_TIME + 5 * SECOND, refusal(LI));
    expect(written(decision)).toEqual([expect.objectContaining({ state: "offered", agent: HAN })]);
    expect(written(decision)[0]?.declined).toEqual([
      { agent: "li", at: WORKING_TIME + 5 * SECOND, how: "refused", reason: "在开会" },
    ]);
    expect(codes(decision)[0]).toBe("offer-refused");
  });

  it.each([
    ["somebody to whom it is not offered", offering, HAN],
    ["somebody who accepted it", { ...offering, escalations: [{ ...offered, state: "assigned" as const }] }, LI],
    ["anybody once it is gone", { ...offering, escalations: [] }, LI],
  ])("cannot be refused by %s", (_who, given, by) => {
    const { decision } = at(given, WORKING_TIME + SECOND, refusal(by));
    expect(only(decision, "refuse").map(({ reason }) => reason.code)).toEqual(["refused-not-offered"]);
    expect(written(decision).map(({ declined }) => declined)).toEqual([]);
  });

  it("accepted a moment too late is accepted: nobody else has it yet", () => {
    const claim: DeskIncoming = { ...common, type: "claim-requested", conversationId: offered.conversationId, agent: LI };
    const { decision } = at(offering, WORKING_TIME + 46 * SECOND, claim);
    expect(written(decision)).toEqual([expect.objectContaining({ state: "assigned", agent: LI })]);
    expect(codes(decision)).toEqual(["accepted"]);
  });

  it("of a danger calls the supervisor again and again, and tells the shopper once", () => {
    const boss = agent("boss", { shifts: [] });
    const night = moment("2026-09-16T23:00");
    const danger = escalation("e1", {
      urgency: "high",
      priority: 3,
      state: "offered",
      agent: { id: boss.id, name: "boss" },
      offeredAt: night,
    });
    const people = roster([boss], { supervisorOnCall: boss.id });
    const given = desk({ roster: people, escalations: [danger], agents: [state("boss", { load: 1 })] });
    const { decision } = at(given, night + 45 * SECOND);
    expect(written(decision)).toEqual([expect.objectContaining({ state: "offered", offeredAt: night + 45 * SECOND })]);
    expect(told(decision)).toEqual([]);
  });
});

describe("Two offers in a row that an agent lets pass", () => {
  const once = { ...offering, agents: [state("li", { load: 1, missedOffers: 1 }), state("han")] };

  it("set them away and tell the supervisors", () => {
    const { decision, after } = at(once, WORKING_TIME + 45 * SECOND);
    expect(only(decision, "change-agent")).toEqual([
      { type: "change-agent", agentId: "li", changes: { status: "away", was: "ready", missedOffers: 0 } },
    ]);
    expect(only(decision, "alert").map(({ alert }) => [alert.to, alert.reason.code])).toEqual([
      [{ type: "supervisors" }, "alert-agent-away"],
      [{ type: "agent", agentId: "li" }, "alert-own-away"],
    ]);
    expect(after.agents[0]).toMatchObject({ status: "away", load: 0 });
    expect(codes(decision)).toContain("agent-set-away");
  });

  it.each([
    [1, 0, "away"],
    [2, 0, "ready"],
    [3, 1, "ready"],
    [3, 2, "away"],
  ])("are enough, or too few, as the desk's settings say: %i at most, %i before", (mostMissed, before, status) => {
    const given = {
      ...once,
      agents: [state("li", { load: 1, missedOffers: before }), state("han")],
      waits: { ...DEFAULT_WAITS, mostMissed },
    };
    const { decision, after } = at(given, WORKING_TIME + 45 * SECOND);
    expect(after.agents[0]?.status).toBe(status);
    expect(only(decision, "alert").map(({ alert }) => alert.reason.values["missed"])).toEqual(
      status === "away" ? [mostMissed, mostMissed] : [],
    );
  });

  it("are two only when they lapse at different moments", () => {
    const both = [offered, escalation("e2", { state: "offered", agent: LI, offeredAt: WORKING_TIME })];
    const given = { ...offering, escalations: both, agents: [state("li", { load: 2 }), state("han")] };
    const { decision } = at(given, WORKING_TIME + 45 * SECOND);
    expect(only(decision, "change-agent")).toEqual([{ type: "change-agent", agentId: "li", changes: { missedOffers: 1 } }]);
  });

  it.each([
    ["accepts", { ...common, type: "claim-requested", conversationId: offered.conversationId, agent: LI } as const],
    ["refuses", refusal(LI)],
  ])("are forgotten when the agent %s one between", (_act, incoming) => {
    const { decision } = at(once, WORKING_TIME + SECOND, incoming);
    expect(only(decision, "change-agent")).toEqual([{ type: "change-agent", agentId: "li", changes: { missedOffers: 0 } }]);
  });
});

describe("A promise for the morning", () => {
  const morning = moment("2026-09-17T09:00");
  const promised = escalation("late", { told: "after-hours", promisedAt: morning, waitingSince: morning - 8 * 60 * MINUTE });
  const older = { ...promised, promisedAt: morning - MINUTE };

  it("comes before who has just arrived, waits longer, or complains; a danger comes before it", () => {
    const one = roster([agent("li", { capacity: 1 })]);
    const complaint = escalation("angry", { priority: 2, waitingSince: morning - 9 * 60 * MINUTE, told: "queued" });
    const first = at(desk({ roster: one, escalations: [complaint, promised], agents: [state("li")] }), morning);
    expect(written(first.decision).filter(({ agent: who }) => who !== undefined)).toMatchObject([{ id: "late", agent: LI }]);
    const danger = escalation("fire", { priority: 3, urgency: "high" });
    const second = at(desk({ roster: one, escalations: [danger, promised], agents: [state("li")] }), morning);
    expect(written(second.decision).filter(({ agent: who }) => who !== undefined)).toMatchObject([{ id: "fire", agent: LI }]);
  });

  it("that is older comes first", () => {
    const one = roster([agent("li", { capacity: 1 })]);
    const escalations = [promised, { ...older, id: escalation("z").id }];
    const { decision } = at(desk({ roster: one, escalations, agents: [state("li")] }), morning);
    expect(written(decision).find(({ agent: who }) => who !== undefined)?.id).toBe("z");
  });

  it("is named to the conversation when it is kept, and keeps its place when nobody has room yet", () => {
    const free = at(desk({ escalations: [promised] }), morning);
    expect(told(free.decision)).toMatchObject([{ outcome: { type: "offered" }, promisedAt: morning }]);
    const full = desk({ escalations: [promised], agents: [state("li", { load: 5 }), state("han", { load: 5 })] });
    const { decision, after } = at(full, morning);
    expect(told(decision)).toMatchObject([{ outcome: { type: "queued", position: 1 }, promisedAt: morning }]);
    expect(after.escalations[0]).toMatchObject({ told: "queued", promisedAt: morning });
  });
});

it("Looking twice at the same moment does nothing the second time", () => {
  const first = at(offering, WORKING_TIME + 45 * SECOND);
  const second = at(first.after, WORKING_TIME + 45 * SECOND, look(WORKING_TIME + 45 * SECOND));
  expect([written(second.decision), told(second.decision)]).toEqual([[], []]);
});
