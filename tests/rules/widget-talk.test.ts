import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WidgetMessage, WidgetState } from "../../adapters/web/api.ts";
import type { OutboxItem } from "../../adapters/web/widget/rules/outbox.ts";
import {
  EMPTY_TALK,
  expectAnswer,
  hear,
  linesOf,
  noticeTyping,
  settle,
  stand,
  THINKING_MS,
  TYPING_MS,
  unreadCount,
} from "../../adapters/web/widget/rules/talk.ts";

const NOON = Date.parse("2026-11-20T04:00:00Z");

function message(seq: number, changes: Partial<WidgetMessage> = {}): WidgetMessage {
  return {
    seq,
    id: `m${seq}`,
    conversationId: "talk-1",
    author: { type: "bot" },
    text: `句子 ${seq}`,
    at: new Date(NOON + seq * 1_000).toISOString(),
    ...changes,
  };
}

const own = (seq: number, clientId: string): WidgetMessage => message(seq, { author: { type: "shopper" }, clientId });

function waiting(clientId: string, changes: Partial<OutboxItem> = {}): OutboxItem {
  return { type: "message", clientId, order: clientId, madeAt: NOON, progress: "waiting", text: "在吗", ...changes };
}

const state = (status: WidgetState["status"]): WidgetState => ({ status, timezone: "Asia/Shanghai" });

describe("hearing messages", () => {
  test("shows each seq once and in order, however often and in whatever order they arrive", () => {
    const all = Array.from({ length: 12 }, (_, index) => message(index * 3 + 1));
    const arrivals = fc.array(fc.array(fc.constantFrom(...all), { maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(arrivals, (batches) => {
        let talk = EMPTY_TALK;
        for (const batch of batches) talk = hear(talk, batch);
        const seqs = talk.messages.map((one) => one.seq);
        const expected = [...new Set(batches.flat().map((one) => one.seq))].sort((a, b) => a - b);
        expect(seqs).toEqual(expected);
        expect(talk.cursor).toBe(expected.at(-1) ?? 0);
      }),
    );
  });

  test("returns the very same talk when nothing is new, so that nothing is drawn again", () => {
    const talk = hear(EMPTY_TALK, [message(1)]);
    expect(hear(talk, [message(1)])).toBe(talk);
  });

  test("ends the typing sign with an answer, not with the shopper's own words", () => {
    const typing = noticeTyping(EMPTY_TALK, { who: "bot" }, NOON);
    expect(hear(typing, [own(1, "a")]).typing).toBeDefined();
    expect(hear(typing, [message(2)]).typing).toBeUndefined();
  });
});

describe("typing", () => {
  test("passes six seconds after the last sign of it", () => {
    const typing = noticeTyping(EMPTY_TALK, { who: "agent", name: "小周" }, NOON);
    expect(settle(typing, NOON + TYPING_MS - 1).typing?.name).toBe("小周");
    expect(settle(typing, NOON + TYPING_MS).typing).toBeUndefined();
  });

  test("shows the bot thinking once our message is stored and until it has answered", () => {
    const heard = hear(stand(EMPTY_TALK, state("bot")), [own(1, "a")]);
    expect(expectAnswer(heard, "a", NOON).typing).toEqual({ who: "bot", until: NOON + THINKING_MS });
  });

  test("shows no thinking when the answer was faster than the acknowledgement", () => {
    const answered = hear(stand(EMPTY_TALK, state("bot")), [own(1, "a"), message(2)]);
    expect(expectAnswer(answered, "a", NOON).typing).toBeUndefined();
  });

  test.each(["queued", "offered", "assigned"] as const)("never shows the bot thinking while %s", (status) => {
    const thinking = noticeTyping(EMPTY_TALK, { who: "bot" }, NOON);
    expect(stand(thinking, state(status)).typing).toBeUndefined();
    expect(expectAnswer(stand(EMPTY_TALK, state(status)), "a", NOON).typing).toBeUndefined();
  });

  test("keeps a colleague's typing when the state changes", () => {
    const typing = noticeTyping(EMPTY_TALK, { who: "agent" }, NOON);
    expect(stand(typing, state("assigned")).typing?.who).toBe("agent");
    expect(stand(typing, state("closed")).typing).toBeUndefined();
  });
});

describe("unread", () => {
  test("counts what the store's side said after the last line read", () => {
    const talk = hear(EMPTY_TALK, [message(1), own(2, "a"), message(3), message(4, { author: { type: "system" } })]);
    expect(unreadCount(talk, 1)).toBe(2);
    expect(unreadCount(talk, 4)).toBe(0);
  });
});

describe("lines", () => {
  test("show a message that came back only once, with the key it had on its way", () => {
    const before = linesOf(EMPTY_TALK, [waiting("a")]);
    const after = linesOf(hear(EMPTY_TALK, [own(1, "a")]), [waiting("a", { progress: "stored" })]);
    expect(before.map((line) => line.key)).toEqual(["own-a"]);
    expect(after.map((line) => line.key)).toEqual(["day-1", "own-a"]);
  });

  test("put what is on its way after everything that arrived, in order", () => {
    const lines = linesOf(hear(EMPTY_TALK, [message(1)]), [waiting("a"), waiting("b", { progress: "refused" })]);
    expect(lines.map((line) => line.type)).toEqual(["day", "message", "pending", "pending"]);
  });

  test("leave out presses of buttons: they are no words", () => {
    expect(linesOf(EMPTY_TALK, [waiting("a", { type: "human" }), waiting("b", { type: "rating" })])).toEqual([]);
  });

  test("offer choices only under the newest line of an open talk with nothing on its way", () => {
    const talk = hear(EMPTY_TALK, [message(1), message(2)]);
    const open = (from: ReturnType<typeof linesOf>): readonly boolean[] =>
      from.flatMap((line) => (line.type === "message" ? [line.isOpen] : []));
    expect(open(linesOf(talk, []))).toEqual([false, true]);
    expect(open(linesOf(talk, [waiting("a")]))).toEqual([false, false]);
    expect(open(linesOf(stand(talk, state("closed")), []))).toEqual([false, false]);
  });

  test("name an author once for several lines in a row, again for another one", () => {
    const agent = { author: { type: "agent" as const, name: "小周" } };
    const lines = linesOf(
      hear(EMPTY_TALK, [message(1), message(2), message(3, agent), message(4, { author: { type: "agent", name: "阿俊" } })]),
      [],
    );
    expect(lines.flatMap((line) => (line.type === "message" ? [line.isFirst] : []))).toEqual([true, false, true, true]);
  });

  test("stamp the time again after ten quiet minutes", () => {
    const later = message(2, { at: new Date(NOON + 11 * 60_000 + 1_000).toISOString() });
    const lines = linesOf(hear(EMPTY_TALK, [message(1), later]), []);
    expect(lines.map((line) => line.type)).toEqual(["day", "message", "day", "message"]);
  });
});
