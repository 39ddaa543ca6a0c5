import { describe, expect, it } from "vitest";
import { incomingId } from "../../src/core/ids.ts";
import type { HolderLeft } from "../../src/core/incoming.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import { evolveConversation } from "../../src/pipeline/evolve.ts";
import { changes, codes, conversation, effectsOf, facts, HAN, LI, MINUTE, NOW, routed, told } from "../support/desk-facts.ts";

const mine = conversation({ status: "assigned", agent: LI });
const waits = { ...mine, waitingSince: NOW - MINUTE };
const { lane, storeId, id: conversationId } = mine;
const left: HolderLeft = {
  ...{ type: "holder-left", id: incomingId("l1"), lane, at: NOW, storeId },
  ...{ conversationId, agent: LI, leftAt: NOW },
};

describe("An agent whose console is gone in the middle of their shift", () => {
  it.each([
    ["whom nobody waits for: nobody else is called", mine, []],
    ["whom the shopper waits for: somebody else is, at once", waits, ["holder-missed"]],
  ])("%s", (_who, given, raised) => {
    const decision = decideContact(facts({ conversation: given }), { ...left, isAway: true });
    expect([changes(decision).agentLeftAt, codes(decision)]).toEqual([NOW, ["holder-unseen"]]);
    expect(effectsOf(decision, "raise").map(({ incoming }) => incoming.type)).toEqual(raised);
    expect(told(decision)).toEqual([]);
  });

  it("is not said to have gone home", () => {
    const handed = routed({ type: "offered", agent: HAN }, { takenFrom: LI, isFromAway: true });
    const words = told(decideContact(facts({ conversation: waits }), handed)).join();
    expect(words).toContain("客服李雷暂时不在线");
    expect(words).not.toContain("下班");
  });
});

describe("An agent who went home", () => {
  it("may still finish what they write, though the shopper waits", () => {
    const decision = decideContact(facts({ conversation: waits }), left);
    expect([effectsOf(decision, "raise"), codes(decision)]).toEqual([[], ["holder-gone"]]);
  });

  it.each([
    { type: "agent-released" as const },
    { type: "agent-closed" as const },
    { type: "agent-transferred" as const, to: { type: "queue" as const }, reason: "下班了", summary: "问发货" },
  ])("leaves no note of it in what they give up: $type", (act) => {
    const noted = { ...mine, agentLeftAt: NOW - MINUTE };
    const about = { id: incomingId("a1"), lane, at: NOW, storeId, conversationId, agent: LI, epoch: mine.epoch };
    const { effects } = decideContact(facts({ conversation: noted }), { ...about, ...act });
    expect(evolveConversation(noted, effects)?.agentLeftAt).toBeUndefined();
  });

  it("is said to have", () => {
    const handed = routed({ type: "offered", agent: HAN }, { takenFrom: LI });
    expect(told(decideContact(facts({ conversation: waits }), handed)).join()).toContain("客服李雷已经下班");
  });
});
