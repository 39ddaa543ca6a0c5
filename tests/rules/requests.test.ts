import { describe, expect, it } from "vitest";
import { entryOf } from "../../src/audit/rules/step.ts";
import type { Conversation, Decision } from "../../src/core/decision.ts";
import { incomingId, requestId } from "../../src/core/ids.ts";
import type { AgentClosed, TimerDue } from "../../src/core/incoming.ts";
import { DEFAULT_REQUEST_POLICY, type RequestPolicy } from "../../src/core/policy.ts";
import { knownCodes } from "../../src/core/reasons.ts";
import type { RequestAsked, RequestDecided, RequestWithdrawn } from "../../src/core/request-events.ts";
import type { DeskRequest, RequestWish } from "../../src/core/request.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import { evolveConversation } from "../../src/pipeline/evolve.ts";
import { fenOf, yuanText } from "../../console/src/requests/money.ts";
import { decidersOf, grantedFen, mayPromiseFen } from "../../src/requests/rules/policy.ts";
import { readRequestPolicy } from "../../src/requests/rules/setting.ts";
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
  told,
} from "../support/desk-facts.ts";

const mine = conversation({ status: "assigned", agent: LI });
const SUM: RequestWish = { kind: "compensation", sumFen: 8_000, words: "杯子碎了" };
const OTHER: RequestWish = { kind: "other", words: "能不能破例换货" };
const BOSS = { userId: "boss", name: "主管甲" };

const act = { lane: mine.lane, at: NOW, storeId: mine.storeId, conversationId: mine.id };
const asked = (wish: RequestWish, id = "q1"): RequestAsked => ({ ...act, type: "request-asked", id: incomingId(id), agent: LI, userId: "user-li", wish }); // prettier-ignore
const decided = (request: DeskRequest, changes: Partial<RequestDecided> = {}): RequestDecided => ({ ...act, type: "request-decided", id: incomingId("d1"), requestId: request.id, by: BOSS, as: "supervisor", answer: { type: "grant" }, ...changes }); // prettier-ignore
const withdrawn = (request: DeskRequest, changes: Partial<RequestWithdrawn> = {}): RequestWithdrawn => ({ ...act, type: "request-withdrawn", id: incomingId("w1"), requestId: request.id, by: { userId: "user-li", name: "李雷" }, ...changes }); // prettier-ignore

const given = (requests: Partial<RequestPolicy>) => ({
  policy: { ...policy, requests: { ...DEFAULT_REQUEST_POLICY, ...requests } },
});
const written = (decision: Decision): DeskRequest => {
  const request = effectsOf(decision, "write-request").at(-1)?.request;
  if (request === undefined) throw new Error(`nothing was written: ${codes(decision).join(" ")}`);
  return request;
};
const after = (before: Conversation, decision: Decision): Conversation => evolveConversation(before, decision.effects) ?? before;
const internal = (decision: Decision) =>
  effectsOf(decision, "say").map(({ body, internal: isInternal }) => [isInternal, body.text]);
const alerted = (decision: Decision) => effectsOf(decision, "alert").map(({ alert }) => [alert.to, alert.reason.code]);

const open = (wish: RequestWish, changes: Parameters<typeof facts>[0] = {}) => {
  const decision = decideContact(facts({ conversation: mine, ...changes }), asked(wish));
  return { decision, request: written(decision), now: after(mine, decision) };
};

describe("Asking", () => {
  it("opens a request with its due time, notes it inside, and alerts the supervisors; the shopper hears nothing", () => {
    const { decision, request } = open(SUM);
    expect(request).toMatchObject({ ...SUM, state: "open", askedBy: { ...LI, userId: "user-li" }, deciders: ["supervisor"] });
    expect(request.dueAt).toBe(NOW + 10 * MINUTE);
    expect(effectsOf(decision, "set-timer")).toMatchObject([{ kind: "request-due", thing: request.id, dueAt: request.dueAt }]);
    expect(internal(decision)).toEqual([[true, "李雷请示主管：赔付 80 元\n杯子碎了"]]);
    expect(alerted(decision)).toEqual([[{ type: "supervisors" }, "alert-request-asked-sum"]]);
    expect(told(decision)).toEqual([]);
  });

  it.each([
    ["by who does not have it", conversation({ status: "assigned", agent: HAN }), "refused-not-yours"],
    ["of an offer that is not taken", conversation({ status: "offered", agent: LI }), "refused-not-yours"],
    ["after the close", conversation({ status: "closed", agent: LI, closedAt: NOW }), "refused-closed"],
    ["where nobody ever spoke", undefined, "refused-moved-on"],
  ])("%s is refused", (_name, now, code) => {
    const decision = decideContact(facts({ conversation: now }), asked(SUM));
    expect([codes(decision), effectsOf(decision, "write-request")]).toEqual([[code], []]);
  });

  it("allows one open sum and three requests in all", () => {
    let { now } = open(SUM);
    expect(codes(decideContact(facts({ conversation: now }), asked(SUM, "q2")))).toEqual(["refused-request-open"]);
    for (const id of ["q3", "q4"]) now = after(now, decideContact(facts({ conversation: now }), asked(OTHER, id)));
    expect(now.requests).toHaveLength(3);
    expect(codes(decideContact(facts({ conversation: now }), asked(OTHER, "q5")))).toEqual(["refused-request-many"]);
  });
});

describe("Answering", () => {
  it("grants as much as was asked, or less, and tells who asked and who has it by now", () => {
    const { request, now } = open(SUM);
    const grant = decideContact(facts({ conversation: { ...now, agent: HAN } }), decided(request));
    expect(written(grant)).toMatchObject({ state: "granted", decision: { by: BOSS, as: "supervisor", at: NOW, sumFen: 8_000 } });
    expect(alerted(grant).map(([to]) => to)).toEqual([{ type: "agent", agentId: LI.id }, { type: "agent", agentId: HAN.id }]); // prettier-ignore
    expect(effectsOf(grant, "cancel-timer")).toMatchObject([{ kind: "request-due", thing: request.id }]);
    const less = decideContact(facts({ conversation: now }), decided(request, { answer: { type: "grant", sumFen: 6_000 } }));
    expect(internal(less)).toEqual([[true, "主管甲（主管）同意赔付 60 元（请示的是 80 元）"]]);
    expect(after(now, less).requests?.map(grantedFen)).toEqual([6_000]);
  });

  it("grants exactly what was asked as that, without a word of less", () => {
    const { request, now } = open(SUM);
    const same = decideContact(facts({ conversation: now }), decided(request, { answer: { type: "grant", sumFen: 8_000 } }));
    expect(internal(same)).toEqual([[true, "主管甲（主管）同意赔付 80 元"]]);
  });

  it("of something else than a sum allows no sum", () => {
    const { request, now } = open(OTHER);
    const granted = after(now, decideContact(facts({ conversation: now }), decided(request)));
    expect((granted.requests ?? []).map(grantedFen)).toEqual([0]);
    expect(grantedFen({ ...request, state: "granted", sumFen: 9_900 })).toBe(0);
  });

  it("nothing is refused with words of an act that somebody withdrew", () => {
    const { request, now } = open(SUM);
    const gone = after(now, decideContact(facts({ conversation: now }), withdrawn(request)));
    expect(codes(decideContact(facts({ conversation: gone }), decided(request)))).toEqual(["refused-request-withdrawn"]);
    const refusal = decided(request, { answer: { type: "refuse", reason: "不行" } });
    const refused = after(now, decideContact(facts({ conversation: now }), refusal));
    expect(codes(decideContact(facts({ conversation: refused }), decided(request)))).toEqual(["refused-request-was-refused"]);
  });

  it("refuses with a reason that the agent reads", () => {
    const { request, now } = open(OTHER);
    const refuse = decideContact(
      facts({ conversation: now }),
      decided(request, { answer: { type: "refuse", reason: "先补发" } }),
    );
    expect(internal(refuse)).toEqual([[true, "主管甲（主管）没有同意请示：先补发"]]);
    expect(effectsOf(refuse, "alert")[0]?.alert.reason).toMatchObject({
      code: "alert-request-refused",
      values: { why: "先补发" },
    });
  });

  it("the first answer holds: whoever comes second hears who was first", () => {
    const { request, now } = open(SUM);
    const first = after(now, decideContact(facts({ conversation: now }), decided(request)));
    const second = decideContact(
      facts({ conversation: first }),
      decided(request, { answer: { type: "refuse", reason: "不行" } }),
    );
    expect(second.reasons).toEqual([{ code: "refused-request-was-granted", values: { by: "主管甲" } }]);
    expect(effectsOf(second, "write-request")).toEqual([]);
  });

  it.each([
    ["as a merchant who is not asked", { as: "merchant" as const }, "refused-request-not-yours"],
    ["by who asked it", { by: { userId: "user-li", name: "李雷" } }, "refused-request-own"],
    ["with more than was asked", { answer: { type: "grant" as const, sumFen: 8_001 } }, "refused-request-sum"],
    ["with nothing", { answer: { type: "grant" as const, sumFen: 0 } }, "refused-request-sum"],
    ["of an unknown request", { requestId: requestId("nowhere") }, "refused-request-expired"],
  ])("%s is refused", (_name, changes, code) => {
    const { request, now } = open(SUM);
    expect(codes(decideContact(facts({ conversation: now }), decided(request, changes)))).toEqual([code]);
  });

  it("grants no sum of what asks for none", () => {
    const { request, now } = open(OTHER);
    const sum = decided(request, { answer: { type: "grant", sumFen: 100 } });
    expect(codes(decideContact(facts({ conversation: now }), sum))).toEqual(["refused-request-sum"]);
    expect(internal(decideContact(facts({ conversation: now }), decided(request)))).toEqual([[true, "主管甲（主管）同意了请示"]]);
  });

  it("is in the audit log with the sum, and not where it was refused", () => {
    const { request, now, decision } = open(SUM);
    const act1 = entryOf({ incoming: asked(SUM), decision, conversation: { before: mine, after: now } });
    expect(act1).toMatchObject({ act: "conversation.request-asked", after: { kind: "compensation", sumFen: 8_000 } });
    const own = decided(request, { by: { userId: "user-li", name: "李雷" } });
    const refused = decideContact(facts({ conversation: now }), own);
    expect(entryOf({ incoming: own, decision: refused, conversation: { before: now, after: now } })).toBeUndefined();
  });
});

describe("The end of a request", () => {
  it("is withdrawn by who asked, or by who has the conversation now", () => {
    const { request, now } = open(SUM);
    expect(written(decideContact(facts({ conversation: now }), withdrawn(request)))).toMatchObject({ state: "withdrawn" });
    const other = { by: { userId: "user-han", name: "韩梅梅" }, agent: HAN };
    const by = (agent: Conversation["agent"]) =>
      decideContact(facts({ conversation: { ...now, agent } }), withdrawn(request, other));
    expect(codes(by(LI))).toEqual(["refused-request-not-asked"]);
    expect(written(by(HAN))).toMatchObject({ state: "withdrawn" });
    const done = after(now, decideContact(facts({ conversation: now }), decided(request)));
    expect(codes(decideContact(facts({ conversation: done }), withdrawn(request)))).toEqual(["refused-request-was-granted"]);
  });

  it("is not withdrawn by somebody without an agent where nobody has the conversation, nor where there is none", () => {
    const { request, now } = open(SUM);
    const other = withdrawn(request, { by: { userId: "user-han", name: "韩梅梅" } });
    const waiting = { ...now, status: "queued", agent: undefined } as const;
    expect(codes(decideContact(facts({ conversation: waiting }), other))).toEqual(["refused-request-not-asked"]);
    expect(codes(decideContact(facts({ conversation: undefined }), other))).toEqual(["refused-request-expired"]);
  });

  it("goes on when its conversation only changes hands", () => {
    const { now } = open(SUM);
    const release = { ...replied(), type: "agent-released" } as unknown as AgentClosed;
    const released = decideContact(facts({ conversation: now }), release);
    expect(changes(released).status).toBe("bot");
    expect(effectsOf(released, "write-request")).toEqual([]);
  });

  it("expires with its conversation, whose other requests stay as they were answered", () => {
    const { request, now } = open(SUM);
    const granted = after(now, decideContact(facts({ conversation: now }), decided(request)));
    const both = after(granted, decideContact(facts({ conversation: granted }), asked(OTHER, "q2")));
    const close = { ...replied(), type: "agent-closed" } as unknown as AgentClosed;
    const closed = decideContact(facts({ conversation: both }), close);
    expect(effectsOf(closed, "write-request").map(({ request: { kind, state } }) => [kind, state])).toEqual([
      ["other", "expired"],
    ]);
    expect(codes(closed)).toContain("requests-expired");
    expect(codes(decideContact(facts({ conversation: granted }), close))).not.toContain("requests-expired");
  });

  it("is told to the supervisors when nobody answered in time, and not when somebody did", () => {
    const { request, now } = open(SUM);
    const due: TimerDue = {
      ...act,
      type: "timer-due",
      id: incomingId("t"),
      kind: "request-due",
      thing: request.id,
      dueAt: request.dueAt,
    };
    const late = decideContact(facts({ conversation: now, now: request.dueAt }), due);
    expect(effectsOf(late, "alert")[0]?.alert.reason).toEqual({
      code: "alert-request-late",
      values: { agent: "李雷", minutes: 10 },
    });
    const done = after(now, decideContact(facts({ conversation: now }), decided(request)));
    expect(codes(decideContact(facts({ conversation: done, now: request.dueAt }), due))).toEqual(["timer-outlived"]);
  });
});

describe("Who decides, and who may promise", () => {
  it.each([
    ["never", SUM, ["supervisor"]],
    ["may", SUM, ["supervisor", "merchant"]],
    ["must", SUM, ["merchant"]],
    ["must", { ...SUM, sumFen: 5_000 }, ["supervisor"]],
    ["must", { ...SUM, sumFen: 5_001 }, ["merchant"]],
    ["must", OTHER, ["supervisor", "merchant"]],
    ["never", OTHER, ["supervisor"]],
  ] as const)("with a merchant who %s be asked, %o goes to %o", (merchant, wish, deciders) => {
    expect(decidersOf({ merchant, upToFen: 5_000, dueMs: 1 }, wish)).toEqual(deciders);
  });

  it("an agent goes by their own limit, else the store's, else by none; a supervisor may what they may grant", () => {
    const store = readRequestPolicy({ agentLimitFen: 3_000, merchant: "must", upToFen: 9_000 });
    const agent = (limitFen?: number) => ({ isSupervisor: false, limitFen });
    expect([mayPromiseFen(store, agent()), mayPromiseFen(store, agent(0))]).toEqual([3_000, 0]);
    expect(mayPromiseFen(readRequestPolicy({}), agent())).toBeUndefined();
    expect(mayPromiseFen(store, { isSupervisor: true, limitFen: 0 })).toBe(9_000);
    expect(mayPromiseFen({ ...store, merchant: "may" }, { isSupervisor: true, limitFen: 0 })).toBeUndefined();
  });

  it("a reply above the limit is refused with the limit, at it and once granted it goes out, and the story says why", () => {
    const reply = replied({ text: "赔您80元" });
    const at = (limitFen: number, now = mine, more = {}) => decideContact(facts({ conversation: now, limitFen, ...more }), reply);
    expect(at(7_999).reasons).toEqual([{ code: "refused-above-limit", values: { words: "赔您80元", most: "79.99" } }]);
    expect(codes(at(8_000))).toEqual(["agent-replied"]);
    const { request, now } = open(SUM);
    expect(codes(at(0, now))).toEqual(["refused-above-limit"]);
    const granted = after(now, decideContact(facts({ conversation: now }), decided(request)));
    expect(codes(at(0, granted))).toEqual(["agent-replied", "promised-as-granted"]);
    const confirmed = decideContact(facts({ conversation: mine, limitFen: 0 }), { ...reply, confirmed: { reason: "没事" } });
    expect(codes(confirmed)).toEqual(["refused-above-limit"]);
    const boss = decideContact(facts({ conversation: mine, limitFen: 0 }), { ...reply, asSupervisor: true });
    expect(codes(boss)).toEqual(["agent-replied", "promised-as-supervisor"]);
    const must = facts({ conversation: mine, limitFen: 0, ...given({ merchant: "must", upToFen: 100 }) });
    expect(codes(decideContact(must, { ...reply, asSupervisor: true }))).toEqual(["refused-above-limit"]);
    const byStore = facts({ conversation: mine, ...given({ agentLimitFen: 1_000 }) });
    expect(codes(decideContact(byStore, reply))).toEqual(["refused-above-limit"]);
  });

  it("has words for every way it ends", () => {
    const known = new Set(knownCodes());
    const faults = ["expired", "withdrawn", "not-yours", "own", "sum", "was-granted", "was-refused", "not-asked", "open", "many"];
    expect(faults.filter((fault) => !known.has(`refused-request-${fault}`))).toEqual([]);
  });
});

describe("Sums in the console", () => {
  it("are shown in yuan, and read back in fen within the server's bounds", () => {
    expect([yuanText(8_000), yuanText(6_650)]).toEqual(["¥80", "¥66.50"]);
    expect([fenOf(66.5), fenOf(null), fenOf(0), fenOf(100_000), fenOf(100_000.01)]).toEqual([6_650, undefined, undefined, 10_000_000, undefined]); // prettier-ignore
  });
});
