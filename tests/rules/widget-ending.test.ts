import { describe, expect, test } from "vitest";
import type { WidgetMessage, WidgetState } from "../../adapters/web/api.ts";
import { endsUntold, isRatingDue, owesThanks } from "../../adapters/web/widget/rules/ending.ts";
import { EMPTY_TALK, hear, stand, type Talk } from "../../adapters/web/widget/rules/talk.ts";

function message(seq: number, changes: Partial<WidgetMessage> = {}): WidgetMessage {
  const at = new Date(Date.UTC(2026, 10, 20, 4, 0, seq)).toISOString();
  return { seq, id: `m${seq}`, conversationId: "talk-1", author: { type: "bot" }, text: `句子 ${seq}`, at, ...changes };
}

const asking = (seq: number): WidgetMessage => message(seq, { author: { type: "system" }, asksRating: true });

function talkOf(messages: readonly WidgetMessage[], state: Partial<WidgetState> = {}): Talk {
  return stand(hear(EMPTY_TALK, messages), { status: "bot", timezone: "Asia/Shanghai", ...state });
}

const CLOSED = { status: "closed" } as const;

describe("the end of a talk", () => {
  test("is told by the panel when silence closed it, and by the desk when it asks for a mark", () => {
    expect(endsUntold(talkOf([message(1)], CLOSED))).toBe(true);
    expect(endsUntold(talkOf([message(1), asking(2)], CLOSED))).toBe(false);
    expect(endsUntold(talkOf([message(1), asking(2), message(3, { author: { type: "system" } })], CLOSED))).toBe(false);
    const next = { conversationId: "talk-2" };
    expect(endsUntold(talkOf([asking(1), message(2, next)], CLOSED))).toBe(true);
  });

  test("is not told of a talk that goes on or never began", () => {
    expect(endsUntold(talkOf([message(1)]))).toBe(false);
    expect(endsUntold(talkOf([], CLOSED))).toBe(false);
  });
});

describe("the question for a mark", () => {
  test("is due when the talk ended or the desk asks, until a mark is given here or elsewhere", () => {
    const ended = talkOf([message(1)], CLOSED);
    expect(isRatingDue(ended, undefined)).toBe(true);
    expect(isRatingDue(talkOf([asking(1)]), undefined)).toBe(true);
    expect(isRatingDue(ended, { conversation: "talk-1", cursor: 1 })).toBe(false);
    expect(isRatingDue(talkOf([message(1)], { ...CLOSED, rating: 5 }), undefined)).toBe(false);
  });

  test("is not due in a talk that goes on, in an empty one, or for the mark of the talk before", () => {
    expect(isRatingDue(talkOf([message(1)]), undefined)).toBe(false);
    expect(isRatingDue(talkOf([], CLOSED), undefined)).toBe(false);
    expect(isRatingDue(talkOf([message(1)], CLOSED), { conversation: "talk-0", cursor: 1 })).toBe(true);
  });
});

describe("thanks for a mark", () => {
  const given = { conversation: "talk-1", cursor: 1 };

  test("stand at once, and go when anything comes after them", () => {
    expect(owesThanks(talkOf([message(1)], CLOSED), given)).toBe(true);
    expect(owesThanks(talkOf([message(1), message(2, { author: { type: "system" } })], CLOSED), given)).toBe(false);
  });

  test("are not given without a mark, nor for another talk", () => {
    expect(owesThanks(talkOf([message(1)], CLOSED), undefined)).toBe(false);
    expect(owesThanks(talkOf([message(1)], CLOSED), { ...given, conversation: "talk-0" })).toBe(false);
  });
});
