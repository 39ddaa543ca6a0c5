import { describe, expect, it } from "vitest";
import type { Decision, Escalation } from "../../src/core/decision.ts";
import { agentId, conversationId, DESK_LANE, escalationId, incomingId, laneId, storeId } from "../../src/core/ids.ts";
import type { ClaimRequested, DeskIncoming, EscalationOpened, HandoverRouted } from "../../src/core/incoming.ts";
import type { DeskFacts } from "../../src/routing/rules/desk-facts.ts";
import { decideDesk } from "../../src/routing/rules/desk-lane.ts";
import { agent, at, escalation, facts, roster, state, WORKING_TIME } from "./routing-people.ts";

const LI = { id: agentId("li"), name: "li" };
const common = { id: incomingId("i1"), lane: DESK_LANE, at: WORKING_TIME };

function desk(changes: Partial<DeskFacts> = {}): DeskFacts {
  const agents = [state("li"), state("han")];
  const base = facts({ roster: roster([agent("li"), agent("han")]), escalations: [], agents, acceptAtOnce: false });
  return { ...base, type: "desk", now: WORKING_TIME, ...changes };
}

const opened: EscalationOpened = {
  ...common,
  type: "escalation-opened",
  storeId: storeId("A"),
  escalationId: escalationId("e1"),
  conversationId: conversationId("conversation-e1"),
  contactLane: laneId("lane-e1"),
  skill: "aftersale",
  language: "zh-CN",
  urgency: "normal",
  priority: 0,
};

const claimed: ClaimRequested = {
  ...common,
  type: "claim-requested",
  storeId: storeId("A"),
  conversationId: opened.conversationId,
  agent: LI,
};
const lookAgain: DeskIncoming = { ...common, type: "staffing-changed" };

const written = ({ effects }: Decision): readonly Escalation[] =>
  effects.flatMap((effect) => (effect.type === "write-escalation" ? [effect.escalation] : []));
const told = ({ effects }: Decision): readonly HandoverRouted[] =>
  effects.flatMap((effect) => (effect.type === "raise" && effect.incoming.type === "handover-routed" ? [effect.incoming] : []));

const codes = ({ reasons }: Decision): readonly string[] => reasons.map(({ code }) => code);

describe("An escalation that is opened", () => {
  it("is offered to somebody on shift, and its conversation is told why", () => {
    const decision = decideDesk(desk(), opened);
    expect(written(decision).at(-1)).toMatchObject({
      id: "e1",
      state: "offered",
      agent: { id: "han" },
      waitingSince: WORKING_TIME,
    });
    expect(told(decision)).toHaveLength(1);
    expect(told(decision)[0]).toMatchObject({
      lane: "lane-e1",
      outcome: { type: "offered", agent: { id: "han" } },
      isOverflow: false,
    });
    expect(told(decision)[0]?.why.zh).toContain("分给han");
  });

  it("is taken at once where acceptance is not asked for", () => {
    expect(written(decideDesk(desk({ acceptAtOnce: true }), opened)).at(-1)).toMatchObject({
      state: "assigned",
      assignedAt: WORKING_TIME,
    });
  });

  it("at night gets a promise and one timer for the moment the roster changes", () => {
    const night = at("2026-09-16T23:00");
    const decision = decideDesk(desk({ now: night }), { ...opened, at: night });
    expect(written(decision).at(-1)).toMatchObject({ state: "waiting", told: "after-hours", promisedAt: at("2026-09-17T09:00") });
    expect(decision.effects.filter(({ type }) => type === "set-timer")).toEqual([
      { type: "set-timer", kind: "desk-look", thing: DESK_LANE, dueAt: at("2026-09-17T09:00") },
    ]);
  });

  it("for a conversation that waits already raises that one instead of making a second", () => {
    const waiting = escalation("e0", { conversationId: opened.conversationId, told: "queued", priority: 1 });
    const full = [state("li", { load: 5 }), state("han", { load: 5 })];
    const decision = decideDesk(desk({ escalations: [waiting], agents: full }), { ...opened, urgency: "high", priority: 0 });
    expect(new Set(written(decision).map(({ id }) => id))).toEqual(new Set(["e0"]));
    expect(written(decision)[0]).toMatchObject({ urgency: "high", priority: 1 });
  });

  it("for one that only turned angry raises the priority, says why, and tells the shopper nothing anew", () => {
    const waiting = escalation("e0", { conversationId: opened.conversationId, skill: opened.skill, told: "queued" });
    const full = [state("li", { load: 5 }), state("han", { load: 5 })];
    const angry = { ...opened, priority: 1, feeling: "angry" } as const;
    const decision = decideDesk(desk({ escalations: [waiting], agents: full }), angry);
    expect(written(decision)).toEqual([{ ...waiting, priority: 1 }]);
    expect(decision.effects.filter(({ type }) => type === "raise")).toEqual([]);
    expect(decision.reasons.slice(0, 2).map(({ code }) => code)).toEqual(["escalation-opened", "escalation-feeling"]);
    expect(decision.reasons[1]?.values).toEqual({ feeling: "angry", priority: 1 });
  });

  it("of an angry shopper is served before a calm one who waits longer", () => {
    const calm = escalation("e0", {
      conversationId: conversationId("v-calm"),
      skill: opened.skill,
      waitingSince: opened.at - 60_000,
    });
    const angry = { ...opened, priority: 1, feeling: "angry" } as const;
    const oneFree = [state("li", { load: 4 }), state("han", { load: 5 })];
    const decision = decideDesk(desk({ escalations: [calm], agents: oneFree }), angry);
    const taken = written(decision).filter(({ agent }) => agent !== undefined);
    expect(taken.map(({ conversationId: taker }) => taker)).toEqual([opened.conversationId]);
  });
});

describe("An escalation that ends", () => {
  const held = escalation("e1", { state: "assigned", agent: LI });

  it("frees its agent's place for who waits longest, in the same decision", () => {
    const waiting = escalation("e2", { told: "queued" });
    const full = [state("li", { load: 5 }), state("han", { load: 5 })];
    const ended: DeskIncoming = {
      ...common,
      type: "escalation-ended",
      storeId: storeId("A"),
      conversationId: held.conversationId,
    };
    const decision = decideDesk(desk({ escalations: [held, waiting], agents: full }), ended);
    expect(written(decision).map(({ id, state: how, agent: who }) => [id, how, who?.id])).toEqual([
      ["e1", "ended", "li"],
      ["e2", "offered", "li"],
    ]);
  });

  it("that nobody knows changes nothing, and says so", () => {
    const ended: DeskIncoming = {
      ...common,
      type: "escalation-ended",
      storeId: storeId("A"),
      conversationId: conversationId("other"),
    };
    const decision = decideDesk(desk({ escalations: [held] }), ended);
    expect([written(decision), decision.reasons.map(({ code }) => code)]).toEqual([[], ["nothing-to-end"]]);
  });
});

describe("A claim", () => {
  const offered = escalation("e1", { state: "offered", agent: { id: agentId("han"), name: "han" } });

  it("gives it to who claims, though it was offered to a colleague, and tells the conversation", () => {
    const decision = decideDesk(desk({ escalations: [offered], agents: [state("li"), state("han", { load: 1 })] }), claimed);
    expect(written(decision)).toEqual([expect.objectContaining({ id: "e1", state: "assigned", agent: LI })]);
    expect(told(decision)[0]).toMatchObject({ outcome: { type: "assigned", agent: LI } });
    expect(told(decision)[0]?.why.zh).toBe("li主动接入（原派给han，还没有接）");
    expect(codes(decision)).toEqual(["claimed"]);
  });

  it("of what is offered to oneself is told as accepting, of what waits as claiming", () => {
    const mine = { ...offered, agent: LI };
    const accepted = decideDesk(desk({ escalations: [mine], agents: [state("li", { load: 1 })] }), claimed);
    expect([told(accepted)[0]?.why.zh, codes(accepted)]).toEqual(["li接受派单", ["accepted"]]);
    const waiting = escalation("e1", { told: "queued" });
    const taken = decideDesk(desk({ escalations: [waiting], agents: [state("li", { status: "break" })] }), claimed);
    expect([told(taken)[0]?.why.zh, codes(taken)]).toEqual(["li从排队中主动接入", ["claimed"]]);
  });

  it("is refused when a colleague has it, and names them", () => {
    const taken = { ...offered, state: "assigned" as const };
    const decision = decideDesk(desk({ escalations: [taken] }), claimed);
    expect(decision.effects).toContainEqual({
      type: "refuse",
      reason: { code: "refused-claimed-by-other", values: { agent: "han" } },
    });
    expect(written(decision)).toEqual([]);
  });

  it("twice by the same person is done once", () => {
    const mine = escalation("e1", { state: "assigned", agent: LI });
    const decision = decideDesk(desk({ escalations: [mine], agents: [state("li", { load: 1 })] }), claimed);
    expect([written(decision), told(decision), decision.reasons.map(({ code }) => code)]).toEqual([[], [], ["claimed"]]);
  });

  it("counts at once: what waits does not go to who is full with it", () => {
    const waiting = escalation("e2", { told: "queued" });
    const one = agent("li", { capacity: 1 });
    const decision = decideDesk(desk({ roster: roster([one]), agents: [state("li")], escalations: [offered, waiting] }), claimed);
    expect(
      written(decision)
        .filter(({ agent: who }) => who?.id === "li")
        .map(({ id }) => id),
    ).toEqual(["e1"]);
  });
});

describe("Looking again", () => {
  it("when nothing changed, writes and says nothing", () => {
    const waiting = escalation("e1", { told: "queued" });
    const full = [state("li", { load: 5 }), state("han", { load: 5 })];
    const decision = decideDesk(desk({ escalations: [waiting], agents: full }), lookAgain);
    expect([written(decision), told(decision)]).toEqual([[], []]);
  });

  it("withdraws the offer of who went on a break, and offers it to a colleague", () => {
    const offered = escalation("e1", { state: "offered", agent: LI });
    const states = [state("li", { status: "break", load: 1 }), state("han")];
    const decision = decideDesk(desk({ escalations: [offered], agents: states }), lookAgain);
    expect(written(decision)[0]).toMatchObject({ state: "offered", agent: { id: "han" } });
  });

  it("comes again when the shift of somebody ends who has not answered an offer", () => {
    const offered = escalation("e1", { state: "offered", agent: LI });
    const decision = decideDesk(desk({ escalations: [offered], agents: [state("li", { load: 1 }), state("han")] }), lookAgain);
    expect(decision.effects).toContainEqual({
      type: "set-timer",
      kind: "desk-look",
      thing: DESK_LANE,
      dueAt: at("2026-09-16T18:00"),
    });
  });

  it("without anybody waiting needs no timer", () => {
    expect(decideDesk(desk(), lookAgain).effects).toEqual([{ type: "cancel-timer", kind: "desk-look", thing: DESK_LANE }]);
  });

  it("tells urgent things that go to the supervisor on call as such", () => {
    const people = roster([agent("li"), agent("boss")], { supervisorOnCall: agentId("boss") });
    const night = at("2026-09-16T23:00");
    const decision = decideDesk(desk({ roster: people, now: night }), { ...opened, at: night, urgency: "high", priority: 2 });
    expect(told(decision)[0]).toMatchObject({ isOverflow: true, outcome: { agent: { id: "boss" } } });
  });
});
