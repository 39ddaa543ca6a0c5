import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Memory } from "../../src/core/decision.ts";
import { articleId } from "../../src/core/ids.ts";
import { contextKey, contextOf, memoryOf, recentAnswer, rememberTurn, timesGiven } from "../../src/desk/rules/memory.ts";
import { candidate, conversation, MINUTE, NOW, reading } from "../support/desk-facts.ts";

const NOTHING: Memory = { slots: [] };
const A = articleId("a");
const likely = reading({ candidates: [candidate("a", 0.5)] });

describe("The topic of a conversation", () => {
  it.each([
    ["a question that an article may answer, however short", "退货", likely, "退货"],
    ["a question nobody can answer yet", "这个能刻字吗", reading(), "这个能刻字吗"],
    [
      "the whole question that a follow-up stands for",
      "那红色的呢",
      reading({ readAs: { text: "红色的有M码吗", because: "follow-up" } }),
      "红色的有M码吗",
    ],
  ])("becomes %s", (_name, text, read, question) => {
    expect(rememberTurn(NOTHING, { text, at: NOW, reading: read }).topic).toEqual({ question, at: NOW });
  });

  it.each([
    ["thanks", "谢谢你呀", reading({ act: "thanks", actConfidence: 0.9 })],
    ["a number", "773206518840227", reading({ slots: [{ kind: "order-number", value: "773206518840227" }] })],
    ["a word or two that nothing answers", "XL", reading()],
    ["what is no business of the shop", "帮我写一首诗", reading({ inScope: 0.05 })],
  ])("is not changed by %s", (_name, text, read) => {
    const before: Memory = { topic: { question: "有M码吗", at: 1 }, slots: [] };
    expect(rememberTurn(before, { text, at: NOW, reading: read }).topic).toEqual(before.topic);
  });

  it("is the title of a choice that was taken", () => {
    const turn = { text: "2", at: NOW, reading: reading(), chosen: candidate("b", 1) };
    expect(rememberTurn(NOTHING, turn).topic?.question).toBe("问题b");
  });

  it("is over after half an hour, while what was named stays", () => {
    const memory: Memory = { topic: { question: "有M码吗", at: NOW }, slots: [{ kind: "size", value: "M", at: NOW }] };
    const talk = conversation({ memory });
    expect(contextOf(talk, NOW + 30 * MINUTE)?.topic).toBe("有M码吗");
    expect(contextOf(talk, NOW + 30 * MINUTE + 1)).toEqual({ slots: [{ kind: "size", value: "M" }] });
  });

  it("ends with the conversation", () => {
    const memory: Memory = { topic: { question: "有M码吗", at: NOW }, slots: [] };
    expect(contextOf(conversation({ memory, status: "closed", closedAt: NOW }), NOW)).toBeUndefined();
    expect(memoryOf(undefined)).toEqual(NOTHING);
  });
});

describe("What was named", () => {
  it("is kept, the latest of each kind", () => {
    const first = rememberTurn(NOTHING, {
      text: "156 50kg",
      at: 1,
      reading: reading({
        slots: [
          { kind: "height", value: "156cm" },
          { kind: "weight", value: "50kg" },
        ],
      }),
    });
    const second = rememberTurn(first, { text: "165", at: 2, reading: reading({ slots: [{ kind: "height", value: "165cm" }] }) });
    expect(second.slots).toEqual([
      { kind: "height", value: "165cm", at: 2 },
      { kind: "weight", value: "50kg", at: 1 },
    ]);
  });

  it("changes the key of a context; the moment at which it was said does not", () => {
    const keyAt = (value: string, at: number) =>
      contextKey(contextOf(conversation({ memory: { slots: [{ kind: "size", value, at }] } }), NOW));
    expect(keyAt("M", 1)).toBe(keyAt("M", 2));
    expect(keyAt("M", 1)).not.toBe(keyAt("L", 1));
    expect(contextKey(undefined)).toBe("");
  });
});

describe("The article that was answered with", () => {
  const once = rememberTurn(NOTHING, { text: "怎么退", at: NOW, reading: likely, about: A });

  it("is counted as long as it is the last one, for ten minutes", () => {
    expect(timesGiven(once, A, NOW + 10 * MINUTE)).toBe(1);
    expect(timesGiven(once, A, NOW + 10 * MINUTE + 1)).toBe(0);
    expect(timesGiven(rememberTurn(once, { text: "还是不会退", at: NOW, about: A }), A, NOW)).toBe(2);
    expect(timesGiven(once, articleId("b"), NOW)).toBe(0);
    expect(timesGiven(rememberTurn(once, { text: "发票", at: NOW, about: articleId("b") }), A, NOW)).toBe(0);
    expect([recentAnswer(once, NOW), recentAnswer(once, NOW + 11 * MINUTE)]).toEqual([A, undefined]);
  });
});

describe("A memory", () => {
  it("is the same one when a turn brings nothing", () => {
    expect(rememberTurn(NOTHING, { text: "嗯", at: NOW, reading: reading() })).toBe(NOTHING);
    expect(rememberTurn(NOTHING, { text: "有人吗?", at: NOW })).toBe(NOTHING);
  });

  it("stays small whatever is said, and is well-formed text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 2_000 }), { maxLength: 20 }), (texts) => {
        let memory = NOTHING;
        for (const text of texts) {
          const named = reading({ candidates: [candidate("a", 0.9)], slots: [{ kind: "product", value: text }] });
          memory = rememberTurn(memory, { text, at: NOW, reading: named });
        }
        expect(memory.topic?.question.length ?? 0).toBeLessThanOrEqual(300);
        expect(JSON.stringify(memory).isWellFormed() && (memory.topic?.question ?? "").isWellFormed()).toBe(true);
        expect(memory.slots.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
