import { describe, expect, it } from "vitest";
import { draftsOf } from "../../console/src/desk/drafts.ts";
import { keepOutbox, keptOutbox, notYetShown, toSendAgain, withPending, type Pending } from "../../console/src/desk/outbox.ts";
import { createTypingSignal } from "../../console/src/desk/typing.ts";
import { memoryKeeper } from "../../console/src/shared/keeper.ts";
import type { ConversationMessage } from "../../src/desk/api.ts";

describe("drafts", () => {
  it("keep what is for the shopper apart from what is for colleagues, by conversation and by person", () => {
    const keeper = memoryKeeper();
    const mine = draftsOf("u1", keeper);
    mine.write("v1", "shopper", "您好");
    mine.write("v1", "colleagues", "注意核对订单");
    expect(draftsOf("u1", keeper).read("v1", "shopper")).toBe("您好");
    expect(mine.read("v1", "colleagues")).toBe("注意核对订单");
    expect(mine.read("v2", "shopper")).toBe("");
    expect(draftsOf("u2", keeper).read("v1", "shopper")).toBe("");
  });

  it("are forgotten when emptied", () => {
    const keeper = memoryKeeper();
    const drafts = draftsOf("u1", keeper);
    drafts.write("v1", "shopper", "您好");
    drafts.write("v1", "shopper", "");
    expect(drafts.read("v1", "shopper")).toBe("");
  });
});

describe("words on their way", () => {
  const pending: Pending = {
    clientId: "c1",
    conversationId: "v1",
    epoch: 2,
    text: "马上为您查",
    internal: false,
    afterSeq: 4,
    sentAt: 1_000,
    state: "sending",
  };
  const said: ConversationMessage = {
    seq: 5,
    id: "m5",
    author: { type: "agent", name: "李小雨" },
    text: "马上为您查",
    internal: false,
    at: "2026-05-04T04:00:00Z",
  };

  it("are shown until the conversation shows them", () => {
    expect(notYetShown([pending], "v1", [])).toEqual([pending]);
    expect(notYetShown([pending], "v1", [said])).toEqual([]);
  });

  it.each([
    ["the same words said earlier", { seq: 4 }],
    ["the same words as an internal note", { internal: true }],
    ["the same words of the shopper", { author: { type: "shopper" } }],
    ["other words", { text: "好的" }],
  ] as const)("are not taken for %s", (_, other) => {
    expect(notYetShown([pending], "v1", [{ ...said, ...other }])).toEqual([pending]);
  });

  it("stay visible when unconfirmed, so that somebody decides", () => {
    const unconfirmed: Pending = { ...pending, state: "unconfirmed" };
    expect(notYetShown([unconfirmed], "v1", [said])).toEqual([unconfirmed]);
    expect(notYetShown([unconfirmed], "v2", [])).toEqual([]);
  });

  it("go out again by themselves within five minutes, oldest first; what was refused or is under way does not", () => {
    const of = (clientId: string, state: Pending["state"], sentAt: number): Pending => ({ ...pending, clientId, state, sentAt });
    const now = 400_000;
    const all = [of("old", "unconfirmed", 100_000), of("a", "unconfirmed", 100_001), of("b", "refused", now), of("c", "sending", now), of("d", "unconfirmed", now)]; // prettier-ignore
    expect(toSendAgain(all, now).map(({ clientId }) => clientId)).toEqual(["a", "d"]);
  });

  it("keep their clientId over a reload, and are unconfirmed after it", () => {
    const keeper = memoryKeeper();
    keepOutbox("u1", keeper, { before: [], now: [pending] });
    expect(keptOutbox("u1", keeper)).toEqual([{ ...pending, state: "unconfirmed" }]);
    expect(keptOutbox("u2", keeper)).toEqual([]);
  });

  it("stay when another window keeps its own, and go when their own window is done with them", () => {
    const keeper = memoryKeeper();
    const theirs: Pending = { ...pending, clientId: "other-window", state: "refused" };
    keepOutbox("u1", keeper, { before: [], now: [pending] });
    keepOutbox("u1", keeper, { before: [], now: [theirs] });
    keepOutbox("u1", keeper, { before: [pending], now: [] });
    expect(keptOutbox("u1", keeper)).toEqual([theirs]);
  });

  it("survive a store that was tampered with", () => {
    const keeper = memoryKeeper();
    keeper.write("counterbell.outbox.u1", '[{"clientId":7},null,"x"]');
    expect(keptOutbox("u1", keeper)).toEqual([]);
    keeper.write("counterbell.outbox.u1", "{oh");
    expect(keptOutbox("u1", keeper)).toEqual([]);
  });

  it("stand once each, the newest state counting", () => {
    const refused: Pending = { ...pending, state: "refused" };
    expect(withPending([pending], refused)).toEqual([refused]);
  });
});

describe("the sign that an agent writes", () => {
  function signal() {
    let told = 0;
    const typing = createTypingSignal(() => (told += 1));
    return { told: () => told, wroteAt: (at: number, text: string) => typing.wrote(text, at) };
  }

  it("is given with the first letter and at most every 3 s while words change", () => {
    const { told, wroteAt } = signal();
    wroteAt(0, "您");
    expect(told()).toBe(1);
    for (let at = 100; at < 3_000; at += 100) wroteAt(at, "您好".repeat(at));
    expect(told()).toBe(1);
    wroteAt(3_000, "您好,");
    wroteAt(3_001, "您好,亲");
    expect(told()).toBe(2);
  });

  it("is not given by who empties the box", () => {
    const { told, wroteAt } = signal();
    wroteAt(0, "");
    wroteAt(5_000, " \n");
    expect(told()).toBe(0);
    wroteAt(5_001, "好");
    expect(told()).toBe(1);
  });
});
