import { describe, expect, it } from "vitest";
import type { Conversation } from "../../src/core/decision.ts";
import { agentId, incomingId, storeId } from "../../src/core/ids.ts";
import type { TimerDue } from "../../src/core/incoming.ts";
import { DEFAULT_REPLY_LIMITS } from "../../src/core/policy.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import { firstReplyClock, nextReplyClock, workingTimeAfter } from "../../src/routing/rules/reply-clock.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import {
  changes,
  codes,
  conversation,
  effectsOf,
  facts,
  HAN,
  LI,
  message,
  NOW,
  policy,
  replied,
  routed,
} from "../support/desk-facts.ts";
import { agent, at, roster } from "./routing-people.ts";

const SECOND = 1_000;
const withLimits = { policy: { ...policy, replyLimits: DEFAULT_REPLY_LIMITS } };
const clock = { kind: "next", warnAt: NOW + 126 * SECOND, dueAt: NOW + 180 * SECOND } as const;
const mine = conversation({ status: "assigned", agent: LI });
const waits = { ...mine, waitingSince: NOW, clock };
const due = (seconds: number, dueAt = NOW + seconds * SECOND): TimerDue => {
  const timer = { kind: "reply-clock", thing: waits.id, dueAt } as const;
  return { type: "timer-due", id: incomingId("t"), lane: waits.lane, at: dueAt, storeId: waits.storeId, ...timer };
};
const later = (seconds: number, given: Conversation = waits) =>
  facts({ ...withLimits, conversation: given, now: NOW + seconds * SECOND });

describe("A shopper who writes to an agent", () => {
  it("starts a clock, once: further words do not set it anew", () => {
    const first = decideContact(facts({ ...withLimits, conversation: mine }), message("在吗"));
    expect(changes(first)).toMatchObject({ waitingSince: NOW, clock });
    expect(effectsOf(first, "set-timer")).toMatchObject([{ kind: "reply-clock", dueAt: NOW + 100 * SECOND }]);
    const second = decideContact(later(30), message("在吗"));
    expect(["clock" in changes(second), effectsOf(second, "set-timer")]).toEqual([false, []]);
  });

  it("reminds their agent as soon as the store says, and of a clock set before it could say so after 100 s", () => {
    const limits = { ...DEFAULT_REPLY_LIMITS, slowReplyMs: 30 * SECOND };
    const first = decideContact(facts({ policy: { ...policy, replyLimits: limits }, conversation: mine }), message("在吗"));
    expect(effectsOf(first, "set-timer")).toMatchObject([{ kind: "reply-clock", dueAt: NOW + 30 * SECOND }]);
    expect(changes(first).clock?.slowAfterMs).toBe(30 * SECOND);
    const told = decideContact(later(30, { ...waits, clock: { ...clock, slowAfterMs: 30 * SECOND } }), due(30));
    expect(codes(told)).toEqual(["clock-slow"]);
    const people = roster([agent("li")]);
    const asked = { storeId: storeId("A"), skill: "aftersale", at: NOW } as const;
    const limit = { limitMs: 1, warnAtShare: 0.5, hours: "always", slowReplyMs: 7 } as const;
    expect(firstReplyClock(people, asked, limit).slowAfterMs).toBe(7);
    expect(nextReplyClock(people, asked, { ...limits, hours: "always" }).slowAfterMs).toBe(30 * SECOND);
    expect(codes(decideContact(later(100), due(100)))).toEqual(["clock-slow"]);
  });

  it("starts none where the decision was made before there were limits", () => {
    const decision = decideContact(facts({ conversation: mine }), message("在吗"));
    expect([changes(decision).clock, effectsOf(decision, "set-timer")]).toEqual([undefined, []]);
  });

  it("who went home has somebody else looked for, at once", () => {
    const left = { ...mine, agentLeftAt: NOW - SECOND };
    const decision = decideContact(facts({ ...withLimits, conversation: left }), message("在吗"));
    expect(effectsOf(decision, "raise").map(({ incoming }) => incoming.type)).toEqual(["holder-missed"]);
    const here = decideContact(facts({ ...withLimits, conversation: mine }), message("在吗"));
    expect(effectsOf(here, "raise")).toEqual([]);
  });

  it("stops the clock with the agent's reply, not with a remark", () => {
    const given = facts({ ...withLimits, conversation: waits });
    const reply = decideContact(given, replied());
    expect([changes(reply), effectsOf(reply, "cancel-timer").map(({ kind }) => kind)]).toEqual([
      { waitingSince: undefined, clock: undefined },
      ["reply-clock"],
    ]);
    expect(changes(decideContact(given, replied({ internal: true })))).toEqual({});
  });
});

describe("A clock", () => {
  it.each([
    [100, "clock-slow", "agent", 126],
    [126, "clock-warned", "agent", 180],
  ] as const)("at %i s says %s to the %s, and goes on", (seconds, code, _to, next) => {
    const decision = decideContact(later(seconds), due(seconds));
    expect(codes(decision)).toEqual([code]);
    expect(effectsOf(decision, "alert").map(({ alert }) => alert.to)).toEqual([{ type: "agent", agentId: LI.id }]);
    expect(effectsOf(decision, "set-timer")).toMatchObject([{ dueAt: NOW + next * SECOND }]);
  });

  it("says how many seconds the shopper has waited, and whose reply it is", () => {
    const [alert] = effectsOf(decideContact(later(180), due(180)), "alert");
    expect(alert?.alert.reason.values).toEqual({ seconds: 180, reply: "next", agent: "李雷" });
    const [first] = decideContact(later(126), due(126)).reasons;
    expect(first?.values).toEqual({ seconds: 126, reply: "next" });
  });

  it("whose agent is reminded late says things in the order in which they come", () => {
    const slow = { ...waits, clock: { ...clock, slowAfterMs: 150 * SECOND } };
    expect(codes(decideContact(later(500, slow), due(100)))).toEqual(["clock-warned", "clock-slow", "clock-breached"]);
    expect(effectsOf(decideContact(later(100, slow), due(100)), "set-timer")).toMatchObject([{ dueAt: NOW + 126 * SECOND }]);
  });

  it("of an earlier conversation says nothing of this one", () => {
    const other = { ...waits, id: "other" as typeof waits.id };
    for (const conversation of [other, undefined]) {
      const decision = decideContact(facts({ ...withLimits, conversation, now: NOW + 180 * SECOND }), due(180));
      expect([decision.effects, codes(decision)]).toEqual([[], ["timer-outlived"]]);
    }
  });

  it("past its limit tells the supervisors, and rests", () => {
    const decision = decideContact(later(180), due(180));
    expect(effectsOf(decision, "alert").map(({ alert }) => [alert.to.type, alert.reason.code])).toEqual([
      ["supervisors", "alert-clock-breached"],
    ]);
    expect(effectsOf(decision, "cancel-timer")).toHaveLength(1);
  });

  it("that fires late tells all that lies between, and nothing twice", () => {
    expect(codes(decideContact(later(500), due(100)))).toEqual(["clock-slow", "clock-warned", "clock-breached"]);
    expect(codes(decideContact(later(500), due(126)))).toEqual(["clock-warned", "clock-breached"]);
  });

  it.each([
    ["was answered", { ...mine }],
    ["is with the bot again", { ...waits, status: "bot" as const }],
    ["is closed", { ...waits, closedAt: NOW, status: "closed" as const }],
  ])("says nothing of a conversation that %s", (_how, given) => {
    expect(
      effectsOf(decideContact(facts({ ...withLimits, conversation: given, now: NOW + 180_000 }), due(180)), "alert"),
    ).toEqual([]);
  });

  it("of a conversation that nobody has warns the supervisors, without the agents' 100 seconds", () => {
    const queued = conversation({ status: "queued", waitingSince: NOW, clock: { ...clock, kind: "first" } });
    const first = decideContact(
      facts({ ...withLimits, conversation: queued, now: NOW + 126 * SECOND }),
      due(126, NOW + 100 * SECOND),
    );
    expect(effectsOf(first, "alert").map(({ alert }) => [alert.to.type, alert.reason.code])).toEqual([
      ["supervisors", "alert-clock-warned"],
    ]);
  });

  it("reminds who took a shopper out of the queue 100 seconds after that, and the next one who takes them anew", () => {
    const queued = conversation({ status: "queued", waitingSince: NOW, clock: { ...clock, dueAt: NOW + 3_600 * SECOND } });
    const taken = facts({ ...withLimits, conversation: queued, now: NOW + 600 * SECOND });
    const byLi = decideContact(taken, routed({ type: "assigned", agent: LI }));
    expect(effectsOf(byLi, "set-timer")).toMatchObject([{ kind: "reply-clock", dueAt: NOW + 700 * SECOND }]);
    const held = { ...queued, ...changes(byLi) };
    const slow = decideContact(facts({ ...withLimits, conversation: held, now: NOW + 700 * SECOND }), due(700));
    expect(codes(slow)).toEqual(["clock-slow"]);
    const supervised = { by: "陈主管", isOwn: false, reason: "忙" };
    const given = facts({ ...withLimits, conversation: held, now: NOW + 800 * SECOND });
    const byHan = decideContact(given, routed({ type: "assigned", agent: HAN }, { takenFrom: LI, supervised }));
    const again = decideContact(
      facts({ ...withLimits, conversation: { ...held, ...changes(byHan) }, now: NOW + 900 * SECOND }),
      due(900),
    );
    const ids = [slow, again].flatMap((decision) => effectsOf(decision, "alert").map(({ alert }) => alert.id));
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
  });

  it("begins for who was just answered when it is taken back from who went home, not when a supervisor goes on", () => {
    const given = facts({ ...withLimits, conversation: mine });
    const back = decideContact(given, routed({ type: "queued", position: 1 }, { takenFrom: LI }));
    expect(changes(back)).toMatchObject({ waitingSince: NOW, clock });
    expect(effectsOf(back, "set-timer")).toMatchObject([{ kind: "reply-clock", dueAt: clock.warnAt }]);
    const supervised = { by: "陈主管", isOwn: false, reason: "忙" };
    const over = changes(decideContact(given, routed({ type: "assigned", agent: HAN }, { takenFrom: LI, supervised })));
    expect([over.waitingSince, over.clock]).toEqual([undefined, undefined]);
  });

  it("comes with the first outcome of routing and is kept over the next ones", () => {
    const first = { kind: "first", warnAt: NOW + 1, dueAt: NOW + 2 } as const;
    const queued = conversation({ status: "queued", waitingSince: NOW });
    const given = facts({ ...withLimits, conversation: queued });
    expect(changes(decideContact(given, routed({ type: "queued", position: 1 }, { clock: first }))).clock).toEqual(first);
    const running = facts({ ...withLimits, conversation: { ...queued, clock } });
    expect("clock" in changes(decideContact(running, routed({ type: "offered", agent: LI }, { clock: first })))).toBe(false);
  });
});

it.each([
  [{ type: "offered", agent: LI } as const, 0],
  [{ type: "queued", position: 1 } as const, 0],
  [{ type: "assigned", agent: LI } as const, 1],
])("of a repeated call a shopper hears only that somebody is there: %j", (outcome, lines) => {
  const given = facts({ conversation: conversation({ status: "offered", agent: HAN }) });
  const decision = decideContact(given, routed(outcome, { isRepeated: true }));
  expect([effectsOf(decision, "say").length, changes(decision).status]).toEqual([lines, outcome.type]);
});

describe("The first reply's clock", () => {
  const people = roster([
    agent("li"),
    agent("late", { skills: ["refund"], shifts: [{ days: WEEKDAYS, start: "08:00", end: "20:00" }] }),
  ]);
  const limits = { limitMs: 180_000, warnAtShare: 0.7 };
  const asked = (moment: string, hours: "working" | "always") =>
    firstReplyClock(people, { storeId: storeId("A"), skill: "aftersale", at: at(moment) }, { ...limits, hours });

  it.each([
    ["2026-09-16T10:00", "2026-09-16T10:03:00"],
    ["2026-09-16T17:58", "2026-09-17T09:01:00"],
    ["2026-09-16T17:57", "2026-09-16T18:00:00"],
    ["2026-09-16T23:00", "2026-09-17T09:03:00"],
  ])("asked at %s in working hours is due at %s: it runs while somebody with the skill is on shift", (moment, dueAt) => {
    expect(asked(moment, "working").dueAt).toBe(at(dueAt));
  });

  it.each([
    ["the next reply's stops with the last shift, too", "li", "working", "2026-09-17T09:02:00"],
    ["and runs on while who has it works, although they lack the skill", "late", "working", "2026-09-16T18:02:00"],
    ["and at any hour where the store wants it so", "li", "always", "2026-09-16T18:02:00"],
  ] as const)("%s", (_what, holder, hours, dueAt) => {
    const asking = { storeId: storeId("A"), skill: "aftersale", holder: agentId(holder), at: at("2026-09-16T17:59") } as const;
    expect(nextReplyClock(people, asking, { ...DEFAULT_REPLY_LIMITS, hours })).toMatchObject({ kind: "next", dueAt: at(dueAt) });
  });

  it("that always runs is due after the limit, at any hour", () => {
    expect(asked("2026-09-16T23:00", "always")).toEqual({
      kind: "first",
      warnAt: at("2026-09-16T23:02:06"),
      dueAt: at("2026-09-16T23:03:00"),
    });
  });

  it("ends some day although nobody can take it", () => {
    expect(workingTimeAfter({ roster: people, able: [] }, NOW, 5)).toBe(NOW + 5);
  });
});
