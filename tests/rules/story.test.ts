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
