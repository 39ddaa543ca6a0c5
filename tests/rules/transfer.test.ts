import { describe, expect, it } from "vitest";
import type { Decision, Escalation } from "../../src/core/decision.ts";
import { agentId, conversationId, DESK_LANE, escalationId, incomingId, laneId, storeId } from "../../src/core/ids.ts";
import type {
  AgentTransferred,
  EscalationTransferred,
  HandoverRouted,
  RoutingOutcome,
  TransferTarget,
} from "../../src/core/incoming.ts";
import { DEFAULT_REPLY_LIMITS } from "../../src/core/policy.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import { refusalOf, targetNamed, targetsOf, type Choice } from "../../src/desk/rules/transfer-target.ts";
import type { DeskFacts } from "../../src/routing/rules/desk-facts.ts";
import { decideDesk } from "../../src/routing/rules/desk-lane.ts";
import {
  changes,
  codes,
  conversation,
  effectsOf,
  facts,
  HAN,
  LI,
  MINUTE,
  NOW,
  policy,
  replied,
  routed,
  told,
} from "../support/desk-facts.ts";
import { agent, escalation, facts as routingFacts, roster, state, WORKING_TIME } from "./routing-people.ts";

describe("A transfer, for the conversation", () => {
  const mine = conversation({ status: "assigned", agent: LI, skill: "presale", waitingSince: NOW - MINUTE });
  const act = (to: TransferTarget = { type: "agent", agent: HAN }): AgentTransferred => ({
    ...replied(),
    type: "agent-transferred",
    to,
    reason: "要查售后",
    summary: "顾客想换 L 码",
  });

  it("keeps the summary for colleagues and asks routing; the shopper is told nothing yet", () => {
    const decision = decideContact(facts({ conversation: mine }), act());
    expect(told(decision)).toEqual([]);
    const note = effectsOf(decision, "say").find(({ internal }) => internal);
    expect(note?.body.text).toBe("转接给韩梅梅\n原因：要查售后\n顾客想换 L 码");
    expect(changes(decision)).toMatchObject({ status: "queued", agent: undefined, previousAgent: LI, epoch: 4 });
    expect(effectsOf(decision, "raise")[0]?.incoming).toMatchObject({
      type: "escalation-transferred",
      from: LI,
      to: { type: "agent", agent: HAN },
      reason: "要查售后",
    });
  });

  it("keeps the time of who waits already; who was just answered begins to wait", () => {
    expect(changes(decideContact(facts({ conversation: mine }), act())).waitingSince).toBe(NOW - MINUTE);
    const answered = conversation({ status: "assigned", agent: LI });
    expect(changes(decideContact(facts({ conversation: answered }), act())).waitingSince).toBe(NOW);
  });

  it("runs a clock for who was just answered, which warns the supervisors while nobody takes it; a clock that runs is kept", () => {
    const limited = { policy: { ...policy, replyLimits: DEFAULT_REPLY_LIMITS } };
    const answered = conversation({ status: "assigned", agent: LI });
    const passed = decideContact(facts({ ...limited, conversation: answered }), act());
    const clock = { kind: "next", warnAt: NOW + 126_000, dueAt: NOW + 180_000, slowAfterMs: 100_000 } as const;
    expect(changes(passed).clock).toEqual(clock);
    expect(effectsOf(passed, "set-timer")).toMatchObject([{ kind: "reply-clock", dueAt: clock.warnAt }]);
    const timer = { kind: "reply-clock", thing: answered.id, dueAt: clock.dueAt } as const;
    const due = { ...replied(), type: "timer-due", at: clock.dueAt, ...timer } as const;
    const late = facts({ ...limited, conversation: { ...answered, ...changes(passed) }, now: clock.dueAt });
    expect(effectsOf(decideContact(late, due), "alert")).toMatchObject([{ alert: { to: { type: "supervisors" } } }]);
    const running = { ...clock, kind: "first", dueAt: NOW + 1 } as const;
    const kept = decideContact(facts({ ...limited, conversation: { ...mine, clock: running } }), act());
    expect(changes(kept).clock).toEqual(running);
  });

  it("to a skill needs that skill from then on", () => {
    const decision = decideContact(facts({ conversation: mine }), act({ type: "skill", skill: "refund" }));
    expect(changes(decision).skill).toBe("refund");
    expect(effectsOf(decision, "raise")[0]?.incoming).toMatchObject({ skill: "refund" });
  });

  it.each([
    ["of somebody who does not have it", { agent: HAN }, "refused-not-yours"],
    ["with an epoch that passed", { epoch: 2 }, "refused-stale"],
  ])("%s is refused and says nothing", (_name, other, code) => {
    const decision = decideContact(facts({ conversation: mine }), { ...act(), ...other });
    expect([codes(decision), told(decision), effectsOf(decision, "raise")]).toEqual([[code], [], []]);
  });
});

describe("What the shopper hears of a transfer", () => {
  const passed = conversation({ status: "queued", previousAgent: LI, skill: "presale", waitingSince: NOW - MINUTE });
  const hears = (outcome: RoutingOutcome, other: Partial<HandoverRouted> = {}) =>
    told(decideContact(facts({ conversation: passed }), routed(outcome, { passedOnBy: LI, ...other })));

  it("is a colleague's name only once that colleague has it", () => {
    expect(hears({ type: "assigned", agent: HAN })).toEqual(["我请同事韩梅梅接着帮您，前面说的都转过去了，不用再讲一遍。"]);
    expect(hears({ type: "offered", agent: HAN })).toEqual([
      "这件事我请更合适的同事接着帮您，前面说的都转过去了，不用再讲一遍。",
    ]);
  });

  it("is how many are ahead where nobody can take it now, and when somebody comes where nobody is at work", () => {
    expect(hears({ type: "queued", position: 3 })).toEqual([
      "合适的同事正在接待其他顾客，您前面还有 2 位，轮到您马上接着处理；前面说的都转过去了，不用再讲一遍。",
    ]);
    expect(hears({ type: "after-hours", next: undefined, timezone: "Asia/Shanghai" })).toEqual([
      "现在没有客服当班，您的问题已经记下，客服上班后会尽快回复。",
    ]);
  });

  it("is told however often somebody was called for it before", () => {
    expect(hears({ type: "offered", agent: HAN }, { isRepeated: true })).toHaveLength(1);
  });
});

const FROM = { id: agentId("li"), name: "li" };
const held = escalation("e1", { state: "assigned", agent: FROM, previousAgent: FROM.id, assignedAt: WORKING_TIME - MINUTE });

function desk(agents = [agent("li"), agent("han"), agent("wang")], changed: Partial<DeskFacts> = {}): DeskFacts {
  const states = agents.map(({ id }) => state(id, { load: id === "li" ? 1 : 0 }));
  const base = routingFacts({ roster: roster(agents), escalations: [held], agents: states, acceptAtOnce: false });
  return { ...base, type: "desk", now: WORKING_TIME, ...changed };
}

function transferred(to: TransferTarget, skill: EscalationTransferred["skill"] = "aftersale"): EscalationTransferred {
  return {
    type: "escalation-transferred",
    id: incomingId("t1"),
    lane: DESK_LANE,
    at: WORKING_TIME,
    storeId: storeId("A"),
    escalationId: escalationId("e2"),
    conversationId: conversationId("conversation-e1"),
    contactLane: laneId("lane-e1"),
    skill,
    language: "zh-CN",
    urgency: "normal",
    priority: 0,
    from: FROM,
    to,
    reason: "要查售后",
  };
}

const toHan: TransferTarget = { type: "agent", agent: { id: agentId("han"), name: "han" } };
const written = ({ effects }: Decision): Escalation | undefined =>
  effects.flatMap((effect) => (effect.type === "write-escalation" ? [effect.escalation] : [])).at(-1);

describe("A transfer, for routing", () => {
  it("offers it to the colleague who is meant, with its old place in the work order", () => {
    const decision = decideDesk(desk(), transferred(toHan));
    expect(written(decision)).toMatchObject({
      id: "e1",
      state: "offered",
      agent: { id: "han" },
      waitingSince: held.waitingSince,
    });
    expect(codes(decision)).toContain("escalation-transferred");
  });

  it.each([
    ["offered", desk()],
    ["queued", desk([agent("li"), agent("han", { capacity: 0 })])],
    ["after-hours", desk([agent("li", { shifts: [] }), agent("han", { shifts: [] })])],
  ] as const)("has the shopper told with its outcome, %s, that it was passed on", (outcome, at) => {
    const raised = effectsOf(decideDesk(at, transferred(toHan)), "raise").map(({ incoming }) => incoming);
    expect(raised).toMatchObject([{ type: "handover-routed", outcome: { type: outcome }, passedOnBy: FROM }]);
  });

  it("in the moment in which it was taken from them and given to a colleague at once, leaves it with that colleague, whom the conversation hears of", () => {
    const gone = { ...held, leftAt: WORKING_TIME - 60 * MINUTE };
    const agents = [state("li", { load: 1, status: "offline" }), state("han")];
    const before = desk([agent("li"), agent("han")], { escalations: [gone], agents, acceptAtOnce: true });
    const looked = { type: "staffing-changed", id: incomingId("s1"), lane: DESK_LANE, at: WORKING_TIME } as const;
    const taken = decideDesk(before, looked);
    expect(written(taken)).toMatchObject({ state: "assigned", agent: { id: "han" } });
    const [raised] = effectsOf(taken, "raise").map(({ incoming }) => incoming);
    if (raised?.type !== "handover-routed") throw new Error("the conversation was told nothing");
    const passed = conversation({ id: raised.conversationId, status: "queued", previousAgent: FROM, waitingSince: NOW });
    const heard = decideContact(facts({ conversation: passed }), raised);
    expect(changes(heard)).toMatchObject({ status: "assigned", agent: { id: "han" } });
    const late = decideDesk({ ...before, escalations: [written(taken) ?? held] }, transferred({ type: "queue" }));
    expect([written(late), codes(late)]).toEqual([undefined, ["refused-not-yours"]]);
    const offered = decideContact(facts({ conversation: passed }), { ...raised, outcome: { type: "offered", agent: HAN } });
    expect(codes(offered)).toEqual(["conversation-moved-on"]);
  });

  it("notes who gave it up among those who declined it, and prefers them no more", () => {
    const after = written(decideDesk(desk(), transferred({ type: "queue" })));
    expect(after?.declined).toMatchObject([{ agent: "li", how: "refused", reason: "要查售后" }]);
    expect(after?.previousAgent).toBeUndefined();
  });

  it("to a colleague with another skill asks for that one, so that the offer stands", () => {
    const agents = [agent("li", { skills: ["presale"] }), agent("han", { skills: ["refund"] })];
    const decision = decideDesk(desk(agents), transferred(toHan, "presale"));
    expect(written(decision)).toMatchObject({ state: "offered", agent: { id: "han" }, skill: "refund" });
  });

  it.each([
    ["may not serve the store", agent("han", { stores: ["B"] })],
    ["is off shift", agent("han", { shifts: [] })],
    ["has no room", agent("han", { capacity: 0 })],
  ])("goes the usual way where the colleague %s", (_name, han) => {
    const decision = decideDesk(desk([agent("li"), han, agent("wang")]), transferred(toHan));
    expect(codes(decision)).toContain("transfer-missed");
    expect(written(decision)?.agent?.id).not.toBe("han");
  });

  it("to a skill goes to somebody who has it", () => {
    const agents = [agent("li"), agent("han"), agent("wang", { skills: ["refund"] })];
    const decision = decideDesk(desk(agents), transferred({ type: "skill", skill: "refund" }, "refund"));
    expect(written(decision)).toMatchObject({ state: "offered", agent: { id: "wang" }, skill: "refund" });
  });

  it("opens anew what routing has lost sight of", () => {
    const decision = decideDesk(desk(undefined, { escalations: [] }), transferred(toHan));
    expect(written(decision)).toMatchObject({ id: "e2", state: "offered", agent: { id: "han" } });
  });
});

describe("The choice before a transfer", () => {
  const people = [
    agent("li"),
    agent("busy", { capacity: 0 }),
    agent("free"),
    agent("foreign", { stores: ["B"] }),
    agent("unskilled", { skills: [] }),
  ];
  const choice: Choice = {
    facts: { roster: roster(people), agents: [] },
    now: WORKING_TIME,
    store: storeId("A"),
    skill: "aftersale",
    asking: FROM,
  };

  it("counts what colleagues hold by its weight, and what this one weighs: who has no room for it is full", () => {
    const weighing = roster([agent("li"), agent("free")], { routing: { weights: { aftersale: 2 } } });
    const open = ["e1", "e2"].map((id) =>
      escalation(id, { state: "assigned", phase: "aftersale", agent: { id: agentId("free"), name: "free" } }),
    );
    const held = { roster: weighing, agents: [state("free", { load: 2 })], escalations: open };
    const shown = (phase: Choice["phase"]) =>
      targetsOf({ ...choice, facts: held, phase }).agents.map(({ load, obstacle }) => [load, obstacle?.code]);
    expect([shown("aftersale"), shown("presale")]).toEqual([[[4, "at-capacity"]], [[4, undefined]]]);
  });

  it("shows colleagues of the store, those who can take it first, the others with why not", () => {
    const { agents, skills } = targetsOf(choice);
    expect(agents.map(({ id, obstacle }) => [id, obstacle?.code])).toEqual([
      ["free", undefined],
      ["busy", "at-capacity"],
      ["unskilled", "skill-missing"],
    ]);
    expect(skills.find(({ skill }) => skill === "aftersale")?.ready).toBe(1);
    expect(skills.find(({ skill }) => skill === "refund")?.ready).toBe(0);
  });

  it.each([
    [{ type: "agent", id: "free" } as const, undefined],
    [{ type: "queue" } as const, undefined],
    [{ type: "skill", skill: "aftersale" } as const, undefined],
    [{ type: "skill", skill: "refund" } as const, "refused-transfer-nobody"],
    [{ type: "agent", id: "li" } as const, "refused-transfer-self"],
    [{ type: "agent", id: "nobody" } as const, "refused-transfer-unknown"],
    // As somebody unknown: a guessed id tells nothing of other stores' people.
    [{ type: "agent", id: "foreign" } as const, "refused-transfer-unknown"],
    [{ type: "agent", id: "busy" } as const, "refused-transfer-at-capacity"],
  ])("to %o: %s", (to, code) => {
    expect(refusalOf(choice, to)?.code).toBe(code);
  });

  it("shows among those who can take it who has less first, and names the one who was meant", () => {
    const named = roster([agent("li"), agent("busy", { name: "忙" }), agent("calm", { name: "闲" }), agent("off", { name: "下班", shifts: [] })]); // prettier-ignore
    const facts = { roster: named, agents: [state("busy", { load: 2 }), state("calm", { load: 1 })] };
    const order = targetsOf({ ...choice, facts }).agents.map(({ name, load }) => [name, load]);
    expect(order).toEqual([["闲", 1], ["忙", 2], ["下班", 0]]); // prettier-ignore
    expect(refusalOf({ ...choice, facts }, { type: "agent", id: "off" })?.values).toEqual({ to: "下班" });
    expect(targetNamed({ ...choice, facts }, { type: "agent", id: "calm" })).toMatchObject({ agent: { name: "闲" } });
  });

  it("names nobody of other stores", () => {
    const named = { ...choice, facts: { ...choice.facts, roster: roster([agent("foreign", { name: "王芳", stores: ["B"] })]) } };
    expect(targetNamed(named, { type: "agent", id: "foreign" })).toMatchObject({ agent: { name: "foreign" } });
    expect(refusalOf(named, { type: "agent", id: "foreign" })?.values).toEqual({});
  });
});
