import { describe, expect, it } from "vitest";
import { agentId, DESK_LANE, incomingId } from "../../src/core/ids.ts";
import type { HandoverRouted, ReassignRequested } from "../../src/core/incoming.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import * as contact from "../support/desk-facts.ts";
import { agent, escalation, roster, state, WORKING_TIME } from "./routing-people.ts";
import { at, codes, desk, HAN, LI, only, told, written } from "./time-people.ts";

const held = escalation("e1", { state: "assigned", agent: LI, assignedAt: WORKING_TIME });
const holding = desk({ escalations: [held], agents: [state("li", { load: 1 }), state("han")] });
const BOSS = { userId: "u1", name: "陈主管" };

const request = (changes: Partial<ReassignRequested> = {}): ReassignRequested => ({
  type: "reassign-requested",
  id: incomingId("r1"),
  lane: DESK_LANE,
  at: WORKING_TIME,
  storeId: held.storeId,
  conversationId: held.conversationId,
  by: BOSS,
  to: HAN,
  isOwn: false,
  from: LI.id,
  reason: "顾客点名要她",
  isConfirmed: false,
  ...changes,
});
const refusedWith = (given: typeof holding, changes: Partial<ReassignRequested> = {}) => {
  const { decision } = at(given, WORKING_TIME, request(changes));
  expect(written(decision)).toEqual([]);
  return only(decision, "refuse").map(({ reason }) => reason.code);
};

describe("A conversation that a supervisor gives to an agent", () => {
  it("moves with its load, whatever the agent's skills, and both are told", () => {
    const unskilled = { ...holding, roster: roster([agent("li"), agent("han", { skills: [] })]) };
    const { decision, after } = at(unskilled, WORKING_TIME, request());
    expect(written(decision)).toMatchObject([
      { state: "assigned", agent: HAN, previousAgent: "li", waitingSince: held.waitingSince },
    ]);
    expect(after.agents.map(({ agentId: id, load }) => [id, load])).toEqual([["li", 0], ["han", 1]]); // prettier-ignore
    expect(told(decision)).toMatchObject([{ outcome: { type: "assigned", agent: HAN }, takenFrom: LI, supervised: { by: "陈主管", isOwn: false } }]); // prettier-ignore
    const alerts = only(decision, "alert").map(({ alert }) => [alert.to, alert.reason.code]);
    expect(alerts).toEqual([
      [{ type: "agent", agentId: "li" }, "alert-taken-over"],
      [{ type: "agent", agentId: "han" }, "alert-reassigned"],
    ]);
    expect(codes(decision)).toContain("reassigned");
  });

  it("may come out of the queue, or from somebody to whom it is offered", () => {
    const waiting = { ...holding, escalations: [escalation("e1")], agents: [state("li"), state("han")] };
    expect(written(at(waiting, WORKING_TIME, request({ from: undefined })).decision)).toMatchObject([{ agent: HAN }]);
    const offered = { ...holding, escalations: [escalation("e1", { state: "offered", agent: LI, offeredAt: WORKING_TIME })] };
    const { decision } = at(offered, WORKING_TIME, request());
    expect(told(decision)[0]?.takenFrom).toBeUndefined();
    expect(only(decision, "alert")).toHaveLength(1);
  });

  it("never goes to who may not serve the store, is not at work, or is unknown, however it is confirmed", () => {
    const people = (changes: Parameters<typeof agent>[1]) => ({
      ...holding,
      roster: roster([agent("li"), agent("han", changes)]),
    });
    const confirmed = { isConfirmed: true };
    // As somebody unknown, so that a guessed id tells nothing of other stores' people.
    expect(refusedWith(people({ stores: ["other"] }), confirmed)).toEqual(["refused-transfer-unknown"]);
    expect(refusedWith(people({ shifts: [] }), confirmed)).toEqual(["refused-transfer-off-shift"]);
    expect(refusedWith({ ...holding, agents: [state("han", { status: "offline" })] }, confirmed)).toEqual(["refused-transfer-not-ready"]); // prettier-ignore
    const nobody = { to: { id: agentId("nobody"), name: "谁" }, ...confirmed };
    expect(refusedWith(holding, nobody)).toEqual(["refused-transfer-unknown"]);
  });

  it("goes over an agent's capacity, or to one who rests, only when that was confirmed", () => {
    const full = {
      ...holding,
      roster: roster([agent("li"), agent("han", { capacity: 1 })]),
      agents: [state("han", { load: 1 })],
    };
    const resting = { ...holding, agents: [state("han", { status: "break" })] };
    expect(refusedWith(full)).toEqual(["refused-reassign-full"]);
    expect(refusedWith(resting)).toEqual(["refused-reassign-not-ready"]);
    for (const given of [full, resting])
      expect(written(at(given, WORKING_TIME, request({ isConfirmed: true })).decision)).toMatchObject([{ agent: HAN }]);
  });

  it("fills an agent's last place, or the one an offer has kept for them, without a question", () => {
    const last = {
      ...holding,
      roster: roster([agent("li"), agent("han", { capacity: 2 })]),
      agents: [state("han", { load: 1 })],
    };
    expect(written(at(last, WORKING_TIME, request()).decision)).toMatchObject([{ agent: HAN }]);
    const kept = {
      ...last,
      roster: roster([agent("li"), agent("han", { capacity: 1 })]),
      escalations: [escalation("e1", { state: "offered", agent: HAN, offeredAt: WORKING_TIME })],
    };
    expect(written(at(kept, WORKING_TIME, request({ from: HAN.id })).decision)).toMatchObject([
      { state: "assigned", agent: HAN },
    ]);
  });

  it("is left where it is when it is with somebody else than the supervisor saw, is theirs already, or is over", () => {
    expect(refusedWith(holding, { from: HAN.id })).toEqual(["refused-stale"]);
    expect(refusedWith(holding, { from: undefined })).toEqual(["refused-stale"]);
    expect(refusedWith(holding, { to: LI })).toEqual(["refused-reassign-same"]);
    expect(refusedWith({ ...holding, escalations: [] })).toEqual(["refused-not-waiting"]);
  });

  it("stays with a supervisor who took it outside of their shifts, and makes them ready when they were offline", () => {
    const home = { ...holding, roster: roster([agent("li"), agent("han", { shifts: [] })]), agents: [state("li", { load: 1 }), state("han", { status: "offline" })] }; // prettier-ignore
    const { decision, after } = at(home, WORKING_TIME, request({ isOwn: true }));
    expect(written(decision)).toMatchObject([{ agent: HAN, takenOffShift: true }]);
    expect(only(decision, "alert")).toHaveLength(1);
    expect(codes(decision)).toContain("taken-over");
    expect(after.agents.find(({ agentId: id }) => id === "han")?.status).toBe("ready");
    expect(written(at(after, WORKING_TIME + 60_000).decision)).toEqual([]);
  });
});

describe("What the conversation hears of a supervisor", () => {
  const routed = (changes: Partial<HandoverRouted> = {}): HandoverRouted => ({
    ...contact.routed({ type: "assigned", agent: contact.HAN }),
    supervised: { by: "陈主管", isOwn: false, reason: "顾客点名要她" },
    takenFrom: contact.LI,
    ...changes,
  });
  const answered = contact.conversation({ status: "assigned", agent: contact.LI });

  it("is a kind word for the shopper, a remark with the reason inside, and a new epoch", () => {
    const decision = decideContact(contact.facts({ conversation: answered }), routed());
    expect(contact.told(decision)).toEqual(["接下来由韩梅梅为您服务，前面说的都看得到，不用再讲一遍。"]);
    const remarks = contact.effectsOf(decision, "say").filter(({ internal }) => internal);
    expect(remarks.map(({ body }) => body.text)).toEqual(["主管陈主管把会话转给韩梅梅（原由李雷接待）。原因：顾客点名要她"]);
    const changed = contact.changes(decision);
    expect(changed).toMatchObject({
      status: "assigned",
      agent: contact.HAN,
      epoch: answered.epoch + 1,
      previousAgent: contact.LI,
    });
  });

  it("lets nobody wait who did not, and keeps the time of who did", () => {
    const since = (waitingSince: number | undefined) =>
      contact.changes(decideContact(contact.facts({ conversation: { ...answered, waitingSince } }), routed())).waitingSince;
    expect([since(undefined), since(contact.NOW - 5)]).toEqual([undefined, contact.NOW - 5]);
  });

  it("is nothing when the agent closed it meanwhile or another has it, and the supervisor reads so", () => {
    for (const moved of [{ status: "closed" }, { status: "queued", agent: undefined }, { agent: contact.HAN }] as const) {
      const decision = decideContact(contact.facts({ conversation: { ...answered, ...moved } }), routed());
      expect(decision.effects).toMatchObject([{ type: "refuse", reason: { code: "refused-stale" } }]);
    }
    const byItself = decideContact(
      contact.facts({ conversation: { ...answered, status: "closed" } }),
      routed({ supervised: undefined }),
    );
    expect(byItself.effects).toEqual([]);
  });

  it("holds although the agent passed it on in the same moment, and the agent reads who has it", () => {
    const to = { type: "queue" } as const;
    const act = { ...contact.replied(), type: "agent-transferred", to, reason: "忙", summary: "换码" } as const;
    const passed = decideContact(contact.facts({ conversation: answered }), act);
    const queued = { ...answered, ...contact.changes(passed) };
    const taken = decideContact(contact.facts({ conversation: queued }), routed());
    expect(contact.changes(taken)).toMatchObject({ status: "assigned", agent: contact.HAN, epoch: answered.epoch + 2 });
    const given = at(holding, WORKING_TIME, request()).after;
    const { id: escalationId, contactLane, skill, language, urgency, priority, conversationId, storeId } = escalation("e1");
    const asked = { escalationId, contactLane, skill, language, urgency, priority, conversationId, storeId };
    const late = { ...asked, type: "escalation-transferred", id: incomingId("t1"), lane: DESK_LANE, at: WORKING_TIME, from: LI, to, reason: "忙" } as const; // prettier-ignore
    const { decision, after } = at(given, WORKING_TIME, late);
    expect(after.escalations).toMatchObject([{ state: "assigned", agent: HAN }]);
    expect(only(decision, "refuse")).toMatchObject([{ reason: { code: "refused-not-yours", values: { agent: HAN.name } } }]);
  });

  it("greets as usual when nobody had it before", () => {
    const queued = contact.conversation({ status: "queued" });
    const decision = decideContact(contact.facts({ conversation: queued }), routed({ takenFrom: undefined }));
    expect(contact.told(decision)).toEqual(["客服韩梅梅为您服务。"]);
  });
});

describe("A supervisor's whisper", () => {
  const whispered = (text: string, about = contact.conversation().id) =>
    ({
      type: "supervisor-whispered",
      id: incomingId("w1"),
      lane: contact.conversation().lane,
      at: contact.NOW,
      storeId: contact.conversation().storeId,
      conversationId: about,
      by: BOSS,
      text,
    }) as const;
  const mine = contact.conversation({ status: "assigned", agent: contact.LI });

  it("is a remark that names the supervisor, never the shopper's, and alerts the agent", () => {
    const decision = decideContact(contact.facts({ conversation: mine }), whispered("先道歉，再给方案"));
    expect(contact.effectsOf(decision, "say")).toMatchObject([
      { internal: true, body: { text: "先道歉，再给方案" }, author: { type: "agent", name: "陈主管（主管）" } },
    ]);
    expect(contact.changes(decision)).toEqual({});
    const alerts = contact.effectsOf(decision, "alert");
    expect(alerts).toMatchObject([{ alert: { to: { type: "agent", agentId: "li" }, reason: { code: "alert-whispered", values: { by: "陈主管" } } } }]); // prettier-ignore
  });

  it("is kept where nobody has the conversation, and alerts with the beginning of a long text", () => {
    const decision = decideContact(contact.facts({ conversation: contact.conversation() }), whispered("记一下"));
    expect(contact.effectsOf(decision, "alert")).toEqual([]);
    const offered = contact.conversation({ status: "offered", agent: contact.LI });
    expect(contact.effectsOf(decideContact(contact.facts({ conversation: offered }), whispered("记一下")), "alert")).toEqual([]);
    const long = decideContact(contact.facts({ conversation: mine }), whispered("长".repeat(200)));
    expect(contact.effectsOf(long, "alert")[0]?.alert.reason.values["text"]).toBe(`${"长".repeat(80)}…`);
  });

  it("is refused when the shopper began another conversation", () => {
    const later = { ...mine, id: held.conversationId };
    const decision = decideContact(contact.facts({ conversation: later }), whispered("晚了"));
    expect(contact.effectsOf(decision, "refuse").map(({ reason }) => reason.code)).toEqual(["refused-moved-on"]);
  });
});
