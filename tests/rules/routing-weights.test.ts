import { describe, expect, it } from "vitest";
import { agentId, DESK_LANE, incomingId, storeId } from "../../src/core/ids.ts";
import { whoTakes } from "../../src/routing/rules/who.ts";
import { agentsAt } from "../../src/wall/rules/agents.ts";
import { claim } from "../../src/routing/rules/claim.ts";
import type { RoutableEscalation } from "../../src/routing/rules/facts.ts";
import { agent, decideOne, escalation, facts, inShort, roster, state, WORKING_TIME } from "./routing-people.ts";
import { at, codes, desk, HAN, LI } from "./time-people.ts";

describe("Weights", () => {
  const routing = { weights: { presale: 1, aftersale: 2 }, silence: [{ afterMinutes: 10, percent: 50 }] };
  const held = (changes: Partial<RoutableEscalation> = {}) => ({
    ...escalation("x1", { state: "assigned", agent: { id: agentId("li"), name: "li" }, phase: "aftersale" }),
    ...changes,
    skill: "aftersale" as const,
  });
  const outcomeWith = (capacity: number, open: ReturnType<typeof held>, phase: "presale" | "aftersale" | undefined = "presale") =>
    inShort(
      decideOne({
        roster: roster([agent("li", { capacity })], { routing }),
        agents: [state("li", { load: 1 })],
        escalations: [open, escalation("e1", { phase })],
      }),
    );

  it("count by phase, for what is held and for what comes", () => {
    expect([outcomeWith(2, held()), outcomeWith(3, held())]).toEqual(["queue 1", "assign li"]);
    expect([outcomeWith(3, held(), "presale"), outcomeWith(3, held(), "aftersale")]).toEqual(["assign li", "queue 1"]);
  });

  it("are those of after-sale where no phase is known, but somebody for after-sale is asked for", () => {
    const asked = (skill: "aftersale" | "refund") => escalation("e1", { skill, phase: undefined });
    const alone = (skill: "aftersale" | "refund") =>
      decideOne({
        roster: roster([agent("li", { capacity: 1, skills: ["any"] })], { routing }),
        escalations: [asked(skill)],
      });
    expect([inShort(alone("aftersale")), inShort(alone("refund"))]).toEqual(["queue 1", "assign li"]);
  });

  it("of a held conversation fall while its shopper is silent", () => {
    const silent = (minutes: number) => held({ shopperSilentSince: WORKING_TIME - minutes * 60_000 });
    expect([outcomeWith(2, silent(9)), outcomeWith(2, silent(10))]).toEqual(["queue 1", "assign li"]);
  });

  it("limit what a supervisor gives and a colleague passes on, too", () => {
    const base = desk({
      roster: roster([agent("li"), agent("han", { capacity: 3 })], { routing }),
      agents: [state("li", { load: 1 }), state("han", { load: 1 })],
      escalations: [
        escalation("x1", { state: "assigned", agent: HAN, phase: "aftersale" }),
        escalation("e1", { state: "assigned", agent: LI, phase: "aftersale" }),
      ],
    });
    const about = { lane: DESK_LANE, at: WORKING_TIME, storeId: storeId("A"), conversationId: escalation("e1").conversationId };
    const given = at(base, WORKING_TIME, {
      ...about,
      type: "reassign-requested",
      id: incomingId("r1"),
      by: { userId: "u", name: "陈主管" },
      to: HAN,
      isOwn: false,
      from: LI.id,
      reason: "忙",
      isConfirmed: false,
    });
    const { id: escalationId, contactLane, skill, language, urgency, priority } = escalation("e1");
    const passed = at(base, WORKING_TIME, {
      ...about,
      ...{ escalationId, contactLane, skill, language, urgency, priority },
      type: "escalation-transferred",
      id: incomingId("t1"),
      from: LI,
      to: { type: "agent", agent: HAN },
      reason: "忙",
    });
    expect(codes(given.decision)[0]).toBe("refused-reassign-full");
    expect(codes(passed.decision)[0]).toBe("transfer-missed");
  });

  it("are what a question of who would take it, and the wall, count", () => {
    const given = (capacity: number) => ({
      roster: roster([agent("li", { capacity })], { routing }),
      agents: [state("li", { load: 1 })],
      held: [held({ state: "offered" })],
    });
    const asked = { at: WORKING_TIME, skill: "aftersale", language: "zh", urgency: "normal", store: "A" } as const;
    expect([3, 4].map((capacity) => inShort(whoTakes(given(capacity), asked)))).toEqual(["queue 1", "assign li"]);
    const [wall] = agentsAt({ ...given(2), states: given(2).agents }, [storeId("A")], WORKING_TIME);
    expect(wall).toMatchObject({ standing: "full", load: 2, capacity: 2 });
  });

  it("limit claims, too", () => {
    const given = facts({
      roster: roster([agent("li", { capacity: 2 })], { routing }),
      agents: [state("li", { load: 1 })],
      escalations: [held(), escalation("e1")],
    });
    const outcome = claim(given, { agentId: agentId("li"), matter: { escalationId: escalation("e1").id } }, WORKING_TIME);
    expect(outcome).toMatchObject({ type: "refused", code: "at-capacity" });
  });
});
