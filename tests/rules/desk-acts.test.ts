import { describe, expect, it } from "vitest";
import { conversationId, incomingId } from "../../src/core/ids.ts";
import { entryOf } from "../../src/audit/rules/step.ts";
import type { AgentClosed, AgentReleased, HumanRequested, RatingGiven, TimerDue } from "../../src/core/incoming.ts";
import { sentenceOf } from "../../src/core/reasons.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import { momentInWords } from "../../src/desk/rules/routed.ts";
import {
  changes,
  codes,
  conversation,
  effectsOf,
  facts,
  HAN,
  LI,
  message,
  MINUTE,
  NOW,
  policy,
  replied,
  routed,
  told,
} from "../support/desk-facts.ts";

const mine = conversation({ status: "assigned", agent: LI, waitingSince: NOW - MINUTE });

describe("An agent's reply", () => {
  it("goes to the shopper and ends their waiting", () => {
    const decision = decideContact(facts({ conversation: mine }), replied());
    expect(told(decision)).toEqual(["您好"]);
    expect(changes(decision)).toEqual({ waitingSince: undefined });
  });

  it("carries its files, and changes nothing where nobody waits", () => {
    const file = { id: "f", name: "a.png", type: "image/png", bytes: 1 };
    const calm = conversation({ status: "assigned", agent: LI });
    const decision = decideContact(facts({ conversation: calm }), replied({ attachments: [file] }));
    expect(effectsOf(decision, "say")[0]?.body).toEqual({ text: "您好", attachments: [file] });
    expect(effectsOf(decideContact(facts({ conversation: calm }), replied()), "say")[0]?.body).toEqual({ text: "您好" });
    expect(changes(decision)).toEqual({});
  });

  it.each([
    ["of a colleague", { agent: HAN }, mine, "refused-not-yours"],
    ["with an epoch that passed", { epoch: 2 }, mine, "refused-stale"],
    ["before the claim", {}, conversation({ status: "offered", agent: LI }), "refused-not-yours"],
    ["after the close", {}, conversation({ status: "closed", agent: LI, closedAt: NOW }), "refused-closed"],
    ["for an earlier conversation", { conversationId: conversationId("v0") }, mine, "refused-moved-on"],
  ])("%s is refused and says why; nothing is said", (_name, act, now, code) => {
    const decision = decideContact(facts({ conversation: now }), replied(act));
    expect([codes(decision), told(decision)]).toEqual([[code], []]);
    expect(effectsOf(decision, "refuse")).toHaveLength(1);
  });

  it("as a remark stays inside, also from a colleague who does not have it", () => {
    const decision = decideContact(facts({ conversation: mine }), replied({ internal: true, agent: HAN, text: "老顾客" }));
    expect(told(decision)).toEqual([]);
    expect(effectsOf(decision, "say")[0]).toMatchObject({ internal: true, body: { text: "老顾客" } });
  });
});

describe("Release and close", () => {
  const act = { ...replied(), type: "agent-released" } as unknown as AgentReleased;
  const close = { ...replied(), type: "agent-closed" } as unknown as AgentClosed;

  it("a release gives it to the bot in a new epoch, remembers the agent and frees their place", () => {
    const decision = decideContact(facts({ conversation: mine }), act);
    expect(changes(decision)).toMatchObject({
      status: "bot",
      epoch: 4,
      agent: undefined,
      previousAgent: LI,
      waitingSince: undefined,
    });
    expect(effectsOf(decision, "raise")[0]?.incoming.type).toBe("escalation-ended");
    expect(effectsOf(decision, "set-timer")[0]?.dueAt).toBe(NOW + policy.closeAfterSilenceMs);
  });

  it("a close ends it, asks for a rating and frees the place", () => {
    const decision = decideContact(facts({ conversation: mine }), close);
    expect(changes(decision)).toMatchObject({ status: "closed", closedAt: NOW, epoch: 4 });
    expect(effectsOf(decision, "say")[0]?.body.asksRating).toBe(true);
    expect(effectsOf(decision, "raise")[0]?.incoming.type).toBe("escalation-ended");
    expect(effectsOf(decision, "cancel-timer")).toHaveLength(1);
  });

  it.each([
    [act, "released-with-reason", "把会话交还机器人：问题已解决"],
    [close, "closed-with-reason", "结束会话：问题已解决"],
  ])("why is kept in the story and in the audit log", (given, code, words) => {
    const incoming = { ...given, reason: "问题已解决，回拨13812345678" };
    const decision = decideContact(facts({ conversation: mine }), incoming);
    expect(codes(decision)[0]).toBe(code);
    expect(decision.reasons.map((reason) => sentenceOf(reason).zh).join()).toContain(words);
    expect(entryOf({ incoming, decision })?.after).toMatchObject({ why: "问题已解决，回拨138****5678" });
  });

  it.each([act, close])("neither is a colleague's to do", (given) => {
    const decision = decideContact(facts({ conversation: mine }), { ...given, agent: HAN });
    expect(codes(decision)).toEqual(["refused-not-yours"]);
  });
});

describe("What routing decided", () => {
  const waiting = conversation({ status: "queued", waitingSince: NOW });

  it("an offer names nobody, who may still refuse it; the epoch stays until they accept", () => {
    const decision = decideContact(facts({ conversation: waiting }), routed({ type: "offered", agent: LI }));
    expect(changes(decision)).toEqual({ status: "offered", agent: LI });
    expect(told(decision)).toEqual(["正在为您找合适的客服，请稍候。"]);
  });

  it("an acceptance is the takeover: a new epoch, and no timer that could close it", () => {
    const decision = decideContact(facts({ conversation: waiting }), routed({ type: "assigned", agent: LI }));
    expect(changes(decision)).toMatchObject({ status: "assigned", agent: LI, epoch: 4 });
    expect(effectsOf(decision, "cancel-timer")).toHaveLength(1);
  });

  it("a place in the queue is told as how many are before", () => {
    expect(told(decideContact(facts({ conversation: waiting }), routed({ type: "queued", position: 3 }))).join()).toContain(
      "前面还有 2 位",
    );
  });

  it("after hours the promised time is told in the store's zone", () => {
    const next = Date.parse("2026-11-21T08:00:00+08:00");
    const decision = decideContact(
      facts({ conversation: waiting }),
      routed({ type: "after-hours", next, timezone: "Asia/Shanghai" }),
    );
    expect(told(decision).join()).toContain("下次上班是明天 08:00，");
  });

  it("without a next shift nothing is promised", () => {
    const decision = decideContact(facts({ conversation: waiting }), routed({ type: "after-hours", timezone: "Asia/Shanghai" }));
    expect(told(decision).join()).toMatch(/尽快回复/);
  });

  it.each([
    [
      "queue words after somebody took it",
      conversation({ status: "assigned", agent: LI }),
      { type: "queued", position: 1 } as const,
    ],
    ["an acceptance after a release", conversation(), { type: "assigned", agent: LI } as const],
    ["anything after the close", conversation({ status: "closed", closedAt: NOW }), { type: "offered", agent: LI } as const],
  ])("%s come too late and are not told", (_name, now, outcome) => {
    const decision = decideContact(facts({ conversation: now }), routed(outcome));
    expect([decision.effects, codes(decision)]).toEqual([[], ["conversation-moved-on"]]);
  });

  it("about an earlier conversation is not told in the next", () => {
    const decision = decideContact(
      facts({ conversation: waiting }),
      routed({ type: "offered", agent: LI }, { conversationId: conversationId("v0") }),
    );
    expect(decision.effects).toEqual([]);
  });
});

describe("The moment of a promise", () => {
  const zone = "Asia/Shanghai";
  it.each([
    ["2026-11-20T18:00:00+08:00", "zh-CN", "今天 18:00"],
    ["2026-11-21T08:00:00+08:00", "zh-CN", "明天 08:00"],
    ["2026-11-23T08:00:00+08:00", "zh-TW", "11月23日 08:00"],
    ["2026-11-20T18:00:00+08:00", "en", "18:00 today"],
    ["2026-11-21T08:00:00+08:00", "en", "08:00 tomorrow"],
    ["2026-11-23T08:00:00+08:00", "en", "08:00 on 23 November"],
  ] as const)("%s in %s is “%s”", (at, language, words) => {
    expect(momentInWords({ at: Date.parse(at), now: NOW, zone, language })).toBe(words);
  });
});

describe("人工客服", () => {
  const pressed = { ...message(""), type: "human-requested" } as unknown as HumanRequested;

  it("is one click away in any conversation of the bot", () => {
    const decision = decideContact(facts({ conversation: conversation({ phase: "aftersale" }) }), pressed);
    expect(changes(decision)).toMatchObject({ status: "queued", skill: "aftersale" });
  });

  it("opens a conversation where there is none", () => {
    expect(effectsOf(decideContact(facts(), pressed), "open-conversation")).toHaveLength(1);
  });

  it.each(["queued", "offered", "assigned"] as const)("pressed again while %s calls nobody twice", (status) => {
    expect(effectsOf(decideContact(facts({ conversation: conversation({ status }) }), pressed), "raise")).toEqual([]);
  });
});

describe("A rating", () => {
  const rating: RatingGiven = { ...message(""), type: "rating-given", score: 5, comment: "好" };

  it("is kept and thanked for once; a second one replaces it in silence", () => {
    const first = decideContact(facts({ conversation: conversation({ status: "closed", closedAt: NOW }) }), rating);
    const second = decideContact(facts({ conversation: conversation({ rating: 1 }) }), rating);
    expect([told(first).length, told(second).length]).toEqual([1, 0]);
    expect(effectsOf(second, "rate")).toEqual([{ type: "rate", score: 5, comment: "好" }]);
  });

  it("without a conversation changes nothing", () => {
    expect(decideContact(facts(), rating).effects).toEqual([]);
  });
});

describe("The timer of silence", () => {
  const timer: TimerDue = {
    type: "timer-due",
    id: incomingId("t"),
    lane: mine.lane,
    at: NOW,
    kind: "shopper-silent",
    thing: "v1",
    dueAt: NOW,
  };
  const silentFor = (ms: number, more = {}) => facts({ conversation: conversation({ lastShopperAt: NOW - ms, ...more }) });

  it("closes the bot's conversation after the store's time, without a word", () => {
    const decision = decideContact(silentFor(policy.closeAfterSilenceMs), timer);
    expect(changes(decision)).toMatchObject({ status: "closed", closedAt: NOW, epoch: 4 });
    expect(told(decision)).toEqual([]);
  });

  it("that comes too early is set again from the last word", () => {
    const decision = decideContact(silentFor(policy.closeAfterSilenceMs - 1), timer);
    expect(effectsOf(decision, "set-timer")[0]?.dueAt).toBe(NOW + 1);
    expect(changes(decision)).toEqual({});
  });

  it.each([
    ["while a human is called", { status: "queued" }, "human-has-it"],
    ["after the close", { status: "closed", closedAt: NOW }, "timer-outlived"],
    ["for an earlier conversation", { id: conversationId("v2") }, "timer-outlived"],
  ])("%s does nothing", (_name, more, code) => {
    const decision = decideContact(silentFor(policy.closeAfterSilenceMs, more), timer);
    expect([decision.effects, codes(decision)]).toEqual([[], [code]]);
  });
});
