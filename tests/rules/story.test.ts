import { expect, it } from "vitest";
import type { Escalation } from "../../src/core/decision.ts";
import { conversationId, DESK_LANE, escalationId, incomingId, laneId, storeId, agentId } from "../../src/core/ids.ts";
import { partAbout } from "../../src/desk/rules/story.ts";
import { standingInWords, STANDINGS } from "../../src/routing/rules/standing.ts";

const escalation: Escalation = {
  id: escalationId("e1"),
  storeId: storeId("s1"),
  conversationId: conversationId("v1"),
  contactLane: laneId("l1"),
  skill: "presale",
  language: "zh-CN",
  urgency: "normal",
  priority: 0,
  state: "offered",
  agent: { id: agentId("li"), name: "李雷" },
  waitingSince: 0,
};

it.each(STANDINGS)("Whoever stood “%s” is one agent in the story, with words for why", (standing) => {
  const candidates = `han:${standing},li:eligible`;
  const part = partAbout("v1", {
    incoming: { type: "staffing-changed", id: incomingId("i1"), lane: DESK_LANE, at: 0 },
    effects: [{ type: "write-escalation", escalation }],
    reasons: [{ code: "decided-assign", values: { escalation: "e1", candidates } }],
  });
  expect(part?.candidates).toEqual([
    { agentId: "han", standing, isChosen: false },
    { agentId: "li", standing: "eligible", isChosen: true },
  ]);
  expect(standingInWords(standing).zh).toMatch(/\p{Script=Han}/u);
});

const looked = { code: "looked-again", values: { cause: "timer-due" } };
const ofMine = { code: "offer-timed-out", values: { escalation: "e1", agent: "李雷" } };
const ofAnother = { code: "offer-timed-out", values: { escalation: "e2", agent: "韩梅梅" } };
const told = [looked, ofMine, ofAnother];
const mine = { type: "write-escalation", escalation } as const;

it("Of a look at the whole desk a conversation's story tells what concerns it, and nothing of the others", () => {
  const incoming = { type: "staffing-changed", id: incomingId("i1"), lane: DESK_LANE, at: 0 } as const;
  const part = partAbout("v1", { incoming, effects: [mine], reasons: told });
  expect([part?.event, part?.reasons]).toEqual(["staffing-changed", [looked, ofMine]]);
});

it("Of what somebody did with another conversation its story tells only what came of it here", () => {
  const shared = { storeId: storeId("s1"), agent: { id: agentId("han"), name: "韩梅梅" } };
  const claim = { type: "claim-requested", id: incomingId("i1"), lane: DESK_LANE, at: 0, ...shared } as const;
  const reasons = [{ code: "claimed", values: { agent: "韩梅梅" } }, ...told];
  const elsewhere = partAbout("v1", { incoming: { ...claim, conversationId: conversationId("v2") }, effects: [mine], reasons });
  expect([elsewhere?.event, elsewhere?.reasons]).toEqual(["desk-looked", [ofMine]]);
  const own = partAbout("v1", { incoming: { ...claim, conversationId: conversationId("v1") }, effects: [mine], reasons });
  expect([own?.event, own?.reasons]).toEqual(["claim-requested", [reasons[0], looked, ofMine]]);
});
