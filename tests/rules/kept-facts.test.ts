import { expect, it } from "vitest";
import { DESK_LANE, incomingId } from "../../src/core/ids.ts";
import type { ClaimRequested } from "../../src/core/incoming.ts";
import { decideDesk } from "../../src/routing/rules/desk-lane.ts";
import { keptOf } from "../../src/routing/rules/kept-facts.ts";
import { agent, escalation, roster, state, WORKING_TIME } from "./routing-people.ts";
import { desk, HAN, LI, look } from "./time-people.ts";

/** A claim at a desk where so many are with li, and as many agents have no room. */
function claimAmong(open: number) {
  const others = Array.from({ length: open }, (_, n) => `other-${n}`);
  const held = others.map((id) => escalation(id, { state: "assigned", agent: LI, assignedAt: WORKING_TIME }));
  const waiting = escalation("mine");
  const facts = desk({
    now: WORKING_TIME,
    roster: roster([agent("li", { capacity: open }), agent("han"), ...others.map((id) => agent(id, { capacity: 0 }))]),
    escalations: [...held, waiting],
    agents: [state("li", { load: open }), state("han"), ...others.map((id) => state(id))],
  });
  const incoming: ClaimRequested = {
    type: "claim-requested",
    id: incomingId("c1"),
    lane: DESK_LANE,
    at: WORKING_TIME,
    storeId: waiting.storeId,
    conversationId: waiting.conversationId,
    agent: HAN,
  };
  return { facts, kept: keptOf(facts, incoming, decideDesk(facts, incoming)) };
}

it("Of a desk with few open matters all is kept, so that it can be decided again", () => {
  const { facts, kept } = claimAmong(20);
  expect(kept).toEqual(facts);
});

it("Of a full desk only what the decision touched or considered is kept, however much is open, and how much there was", () => {
  const { kept } = claimAmong(500);
  expect(kept.escalations.map(({ id }) => id)).toEqual(["mine"]);
  expect(kept.agents.map(({ agentId }) => agentId)).toEqual(["han"]);
  expect(kept.partOf).toEqual({ escalations: 501, agents: 502 });
  expect(JSON.stringify({ ...kept, roster: "r" }).length).toBeLessThan(2_000);
});

it("Who was considered is kept with what was given out, whatever event let the desk look", () => {
  const { facts } = claimAmong(500);
  const kept = keptOf(facts, look(WORKING_TIME), decideDesk(facts, look(WORKING_TIME)));
  expect(kept.escalations.map(({ id }) => id)).toEqual(["mine"]);
  const ids = kept.agents.map(({ agentId }) => agentId);
  expect(ids).toContain("han");
  // Named because they came nearest to it: few of the 500.
  expect(ids.length).toBeGreaterThan(1);
  expect(ids.length).toBeLessThan(60);
});
