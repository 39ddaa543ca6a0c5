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

describe("The note that somebody is gone", () => {
  it.each([
    ["of a conversation that somebody else has by now", { ...mine, agent: HAN }],
    ["of one that waits again", { ...mine, status: "queued" as const }],
    ["of an earlier one", { ...mine, id: "later" as typeof mine.id }],
    ["where nobody ever spoke", undefined],
  ])("changes nothing %s", (_which, given) => {
    const decision = decideContact(facts({ conversation: given }), left);
    expect([decision.effects, codes(decision)]).toEqual([[], ["timer-outlived"]]);
  });

  it("tells the next colleague who waits, what for, and what was named", () => {
    const handed = routed({ type: "offered", agent: HAN }, { takenFrom: LI });
    const noteOf = (given: typeof mine) =>
      effectsOf(decideContact(facts({ conversation: given }), handed), "say").find(({ internal }) => internal)?.body.text;
    expect(noteOf(waits)).toBe("交接：原由李雷接待。顾客正在等回复。");
    const memory = { slots: [{ kind: "order-number" as const, value: "6921", at: NOW }] };
    expect(noteOf({ ...waits, memory })).toContain("提到：6921。");
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
