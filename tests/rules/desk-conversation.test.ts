import { describe, expect, it } from "vitest";
import type { Memory } from "../../src/core/decision.ts";
import { articleId } from "../../src/core/ids.ts";
import type { Reading } from "../../src/core/understanding.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import {
  candidate,
  changes,
  codes,
  conversation,
  effectsOf,
  facts,
  message,
  MINUTE,
  NOW,
  reading,
  told,
} from "../support/desk-facts.ts";

const HUMAN = { id: "human", label: "都不是，转人工" };
const sure = (id: string, more: Partial<Reading> = {}) => reading({ candidates: [candidate(id, 0.9)], ...more });
const act = (name: Reading["act"]) => reading({ act: name, actConfidence: 0.95 });
const answered = (times: number, at = NOW - MINUTE): Memory => ({
  slots: [],
  lastAnswered: { articleId: articleId("a"), at, times },
});
const choicesOf = (decision: ReturnType<typeof decideContact>) =>
  effectsOf(decision, "say")
    .at(-1)
    ?.body.choices?.map(({ id }) => id);

describe("Asking the same again", () => {
  it("is taken as not having been helped: what is nearest besides and a human are offered", () => {
    const again = reading({ candidates: [candidate("a", 0.9), candidate("b", 0.2), candidate("c", 0.05)] });
    const decision = decideContact(
      facts({ reading: again, conversation: conversation({ memory: answered(1) }) }),
      message("到底怎么退"),
    );
    expect(told(decision).join()).toContain("没帮上忙");
    expect(choicesOf(decision)).toEqual(["b", "human"]);
    expect(decision.reasons.at(-1)).toEqual({ code: "asked-again", values: { article: "a", times: 2 } });
    expect(changes(decision)).toMatchObject({ misses: 1, memory: { lastAnswered: { articleId: "a", times: 2 } } });
  });

  it("offers only a human where nothing else is near", () => {
    const decision = decideContact(
      facts({ reading: sure("a"), conversation: conversation({ memory: answered(1) }) }),
      message("怎么退"),
    );
    expect([choicesOf(decision), told(decision).join()]).toEqual([["human"], expect.stringContaining("要请人工客服")]);
  });

  it("for the third time calls a human", () => {
    const talk = conversation({ memory: answered(2), misses: 1 });
    const decision = decideContact(facts({ reading: sure("a"), conversation: talk }), message("说了怎么退啊"));
    expect(changes(decision).status).toBe("queued");
    expect(codes(decision)).toContain("handover-asked-again");
    expect(told(decision).join()).toContain("一直没帮上忙");
  });

  it.each([
    ["ten minutes later", { conversation: conversation({ memory: answered(1, NOW - 10 * MINUTE - 1) }) }],
    [
      "after another answer",
      { conversation: conversation({ memory: { slots: [], lastAnswered: { articleId: articleId("b"), at: NOW, times: 1 } } }) },
    ],
  ])("%s is answered", (_name, known) => {
    expect(told(decideContact(facts({ reading: sure("a"), ...known }), message("怎么退")))).toEqual(["答案a"]);
  });

  it("by pressing the article is answered: that is what was wanted", () => {
    const talk = conversation({ memory: answered(1), choices: [{ id: "a", label: "退货" }] });
    const decision = decideContact(facts({ conversation: talk, chosen: candidate("a", 1) }), message("退货", { choice: "a" }));
    expect(told(decision)).toEqual(["答案a"]);
  });

  it("going on with a size is no reproach: there is no more to tell, and a human could", () => {
    const more = sure("a", { readAs: { text: "怎么选尺码 165 118", because: "follow-up" } });
    const decision = decideContact(
      facts({ reading: more, conversation: conversation({ memory: answered(1) }) }),
      message("165 118"),
    );
    expect(told(decision).join()).toContain("这方面我知道的都在上面了");
    expect(codes(decision)[0]).toBe("read-as-follow-up");
  });

  it("in the queue is left to the human", () => {
    const waiting = conversation({ status: "queued", memory: answered(1) });
    expect(told(decideContact(facts({ reading: sure("a"), conversation: waiting }), message("怎么退")))).toEqual([]);
  });
});

describe("“再说一遍”", () => {
  const again = (memory: Memory | undefined, more: Parameters<typeof facts>[0] = {}) =>
    decideContact(
      facts({ reading: act("repeat"), conversation: conversation({ memory }), lastAnswer: memory && candidate("a", 1), ...more }),
      message("再说一遍"),
    );

  it("is answered with the last answer, and its source", () => {
    const decision = again(answered(1));
    expect(told(decision)).toEqual(["好的，再说一遍：\n答案a"]);
    expect(effectsOf(decision, "say").at(-1)?.body.source?.articleId).toBe("a");
    expect(codes(decision)).toEqual(["repeated"]);
  });

  it("once more calls a human", () => {
    expect(changes(again(answered(2))).status).toBe("queued");
  });

  it("after an offer repeats the offer", () => {
    const choices = [{ id: "b", label: "换货" }, HUMAN];
    expect(choicesOf(again(answered(1), { conversation: conversation({ choices, memory: answered(1) }) }))).toEqual([
      "b",
      "human",
    ]);
  });

  it("at the beginning asks what it is about", () => {
    expect(told(again(undefined)).join()).toContain("没太明白");
  });
});

describe("“好的” and “不是”", () => {
  const say = (name: "yes" | "no", more: Parameters<typeof conversation>[0], chosen?: ReturnType<typeof candidate>) =>
    decideContact(
      facts({ reading: act(name), conversation: conversation(more), chosen }),
      message(name === "yes" ? "好的" : "不是"),
    );

  it("yes to nothing but a human calls one", () => {
    expect(changes(say("yes", { choices: [{ id: "human", label: "请人工客服帮我" }] })).status).toBe("queued");
  });

  it("yes to several choices asks again which", () => {
    const choices = [{ id: "a", label: "退货" }, { id: "b", label: "换货" }, HUMAN];
    expect(choicesOf(say("yes", { choices }))).toEqual(["a", "b", "human"]);
  });

  it("yes after an answer is taken kindly", () => {
    expect(told(say("yes", { memory: answered(1) }))).toEqual(["好的，还想了解什么直接问我就行。"]);
  });

  it("no to choices calls a human", () => {
    const decision = say("no", { choices: [{ id: "a", label: "退货" }, HUMAN] });
    expect([changes(decision).status, codes(decision)]).toEqual(["queued", ["handover-choices-refused"]]);
  });

  it("no to a human leaves it at that", () => {
    const decision = say("no", { choices: [{ id: "human", label: "请人工客服帮我" }], memory: answered(2) });
    expect(changes(decision)).not.toHaveProperty("status");
    expect(changes(decision).choices).toEqual([]);
  });

  it("no after an answer means that it did not help", () => {
    const decision = say("no", { memory: answered(1) });
    expect(told(decision).join()).toContain("没帮上忙");
    expect(choicesOf(decision)).toEqual(["human"]);
    expect(changes(say("no", { memory: answered(2) })).status).toBe("queued");
  });
});

describe("Two questions in one message", () => {
  const two = (first: Reading, second: Reading, whole: Partial<Reading> = {}) =>
    decideContact(facts({ reading: reading({ parts: [first, second], ...whole }) }), message("多久发货？还有能开发票吗"));

  it("are answered in their order, each with its source", () => {
    const decision = two(sure("a"), sure("b"));
    expect(told(decision)).toEqual(["答案a", "答案b"]);
    expect(
      effectsOf(decision, "say")
        .slice(1)
        .map(({ body }) => body.source?.articleId),
    ).toEqual(["a", "b"]);
    expect(codes(decision)).toEqual(["answered-parts"]);
    expect(changes(decision).memory?.lastAnswered).toMatchObject({ articleId: "b", times: 1 });
  });

  it.each([
    ["one of them is not sure", sure("a"), reading({ candidates: [candidate("b", 0.3)] }), ["答案w"]],
    ["both are answered by the same article", sure("a"), sure("a"), ["答案w"]],
  ])("are taken as one when %s", (_name, first, second, words) => {
    expect(told(two(first, second, { candidates: [candidate("w", 0.8)] }))).toEqual(words);
  });

  it("are taken as one with a third that is not sure", () => {
    const parts = [sure("a"), sure("b"), reading({ candidates: [candidate("c", 0.3)] })];
    const decision = decideContact(facts({ reading: sure("w", { parts }) }), message("多久发货？能开发票吗？能刻字吗"));
    expect(told(decision)).toEqual(["答案w"]);
  });

  it.each([
    ["a part calls for a person", sure("a"), act("human-please"), {}],
    ["the whole tells of danger", sure("a"), sure("b"), { urgency: "high", signs: ["danger:冒烟"] } as const],
    ["the whole is a complaint", sure("a"), sure("b"), { act: "complaint", actConfidence: 0.9 } as const],
  ])("are not answered when %s", (_name, first, second, whole) => {
    expect(told(two(first, second, whole)).join()).not.toContain("答案");
  });
});

describe("Other words without a question", () => {
  it("small talk gets a friendly word, and says who speaks", () => {
    const decision = decideContact(facts({ reading: act("small-talk") }), message("你是机器人吗"));
    expect(told(decision).join()).toContain("我是测试小店的智能助手");
    expect(effectsOf(decision, "raise")).toEqual([]);
  });

  it("what nobody can make sense of is asked about once, then a human is called", () => {
    const first = decideContact(facts({ reading: act("unclear") }), message("那个"));
    expect([told(first).join(), changes(first).misses]).toEqual([expect.stringContaining("没太明白"), 1]);
    const second = decideContact(
      facts({ reading: act("unclear"), conversation: conversation({ misses: 1 }) }),
      message("就那个嘛"),
    );
    expect(changes(second).status).toBe("queued");
  });

  it("anger is a complaint: a human with priority, and an apology", () => {
    const decision = decideContact(facts({ reading: act("angry") }), message("什么玩意"));
    expect(effectsOf(decision, "raise")[0]?.incoming).toMatchObject({ skill: "complaint", priority: 1 });
    expect(told(decision).join()).toContain("非常抱歉");
    expect(codes(decision)).toEqual(["handover-angry"]);
  });

  it("a number is kept for the human who is called", () => {
    const given = reading({
      act: "gives-number",
      actConfidence: 0.95,
      slots: [{ kind: "order-number", value: "773206518840227" }],
    });
    const decision = decideContact(facts({ reading: given, conversation: conversation() }), message("773206518840227"));
    expect(changes(decision)).toMatchObject({
      status: "queued",
      skill: "aftersale",
      memory: { slots: [{ kind: "order-number", value: "773206518840227", at: NOW }] },
    });
    expect(told(decision).join()).toContain("号码收到了");
    expect(codes(decision)).toEqual(["named", "handover-number"]);
  });

  it.each(["queued", "assigned"] as const)("a number given while %s is kept, and nothing is said", (status) => {
    const given = reading({ act: "gives-number", actConfidence: 0.95, slots: [{ kind: "phone", value: "13502718846" }] });
    const decision = decideContact(facts({ reading: given, conversation: conversation({ status }) }), message("13502718846"));
    expect([told(decision), changes(decision).memory?.slots.length]).toEqual([[], 1]);
  });
});

describe("The language of a conversation", () => {
  it.each([
    ["an English sentence turns it", { before: "zh-CN", text: "How long is the warranty?", written: "en", after: "en" }],
    ["“OK” leaves it", { before: "zh-CN", text: "ok", written: "en", after: "zh-CN" }],
    ["a size leaves it", { before: "zh-CN", text: "XL", written: "en", after: "zh-CN" }],
    ["a number leaves it", { before: "en", text: "2", written: "zh", after: "en" }],
    ["a Chinese sentence turns it back", { before: "en", text: "那什么时候发货", written: "zh", after: "zh-CN" }],
  ] as const)("%s", (_name, { before, text, written, after }) => {
    const talk = facts({ reading: reading({ language: written }), conversation: conversation({ language: before }) });
    expect(changes(decideContact(talk, message(text))).language).toBe(after);
  });
});
