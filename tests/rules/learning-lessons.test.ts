import { describe, expect, it } from "vitest";
import { articleId, conversationId, laneId } from "../../src/core/ids.ts";
import { usableAnswer } from "../../src/learning/rules/agent-words.ts";
import { lessonsIn, type ShopperStep, type TalkStep } from "../../src/learning/rules/lessons.ts";
import { stillTeaches, tidyQuestion, unhelpedBy } from "../../src/learning/rules/report.ts";
import { readSince } from "../../src/learning/rules/since.ts";

const asks = (text: string, because: readonly string[], more: Partial<ShopperStep> = {}): TalkStep => ({
  type: "shopper",
  text,
  because,
  isDanger: false,
  ...more,
});
const answers = (text: string): TalkStep => ({ type: "agent", text });
const A = articleId("a");
const B = articleId("b");
const UNSURE = ["handover-unsure"];
const CLOSE = ["ask-back-close"];
const chooses = (chosen = A) => asks("1", ["choice-taken"], { chosen, answered: chosen });
const answered = (text: string, article = A) => asks(text, ["answer-confident"], { answered: article });
const wishes = asks("", ["handover-asked"]);
const REPLY = "可以刻字，下单时备注就行";

const suggestion = (outcome: "accepted" | "edited" | "rejected", sent?: string) => ({
  ...{ articleId: A, outcome, answer: REPLY },
  ...(sent === undefined ? {} : { sent }),
});

const lessonsOf = (...steps: readonly TalkStep[]) =>
  lessonsIn({ conversationId: conversationId("v"), shopper: laneId("c"), steps }).map(
    ({ conversationId: _conversation, shopper: _shopper, ...lesson }) => JSON.parse(JSON.stringify(lesson)) as object,
  );

describe("A conversation teaches", () => {
  it.each<[string, readonly TalkStep[], readonly object[]]>([
    [
      "an agent's answer to what the bot handed over",
      [asks("能刻字吗", UNSURE), answers(REPLY)],
      [{ text: "能刻字吗", answer: REPLY }],
    ],
    [
      "an agent's answer of several lines",
      [asks("能刻字吗", UNSURE), answers("稍等"), answers(REPLY), answers("最多八个字哦亲")],
      [{ text: "能刻字吗", answer: `${REPLY}\n最多八个字哦亲` }],
    ],
    [
      "what comes after the wait, not “稍等” before the shopper's “好”",
      [asks("能刻字吗", UNSURE), answers("稍等"), asks("好", ["human-has-it"]), answers(REPLY)],
      [{ text: "能刻字吗", answer: REPLY }],
    ],
    [
      "the first answer, not what was talked of later",
      [asks("能刻字吗", UNSURE), answers(REPLY), asks("那颜色呢", ["human-has-it"]), answers("红色和蓝色都有现货")],
      [{ text: "能刻字吗", answer: REPLY }],
    ],
    ["what was asked back and then chosen", [asks("能搞上字不", CLOSE), chooses()], [{ text: "能搞上字不", chose: "a" }]],
    [
      "by a suggested answer that an agent sent as it was, also with a greeting around it, what was meant",
      [
        asks("多久能到呢", ["human-has-it"], { suggested: [suggestion("accepted")] }),
        answers(REPLY),
        asks("那刻字呢", ["human-has-it"], { suggested: [suggestion("edited", `亲，${REPLY}哦`)] }),
        answers(`亲，${REPLY}哦`),
      ],
      [
        { text: "多久能到呢", chose: "a", answer: REPLY },
        { text: "那刻字呢", chose: "a", answer: `${REPLY}哦` },
      ],
    ],
    [
      "by one that was edited or told not to fit, that it did not help, and what was said instead",
      [
        asks("能刻图案吗", ["human-has-it"], { suggested: [suggestion("edited", "图案刻不了，只能刻字")] }),
        answers("图案刻不了，只能刻字"),
        asks("几个字以内", UNSURE, { suggested: [suggestion("rejected")] }),
        answers("八个字以内都可以刻"),
      ],
      [
        { text: "能刻图案吗", unhelped: "a", answer: "图案刻不了，只能刻字" },
        { text: "几个字以内", unhelped: "a", answer: "八个字以内都可以刻" },
      ],
    ],
    ["nothing of a choice that belongs to no question", [chooses()], []],
    ["a question that nobody answered", [asks("能刻字吗", UNSURE)], [{ text: "能刻字吗" }]],
    [
      "an agent's answer to what was declined",
      [asks("能代写情书吗", ["out-of-scope"]), wishes, answers(REPLY)],
      [{ text: "能代写情书吗", answer: REPLY }],
    ],
    ["nothing of what was declined and nobody answered", [asks("今天天气怎么样", ["out-of-scope"])], []],
    [
      "that an answer did not help, when a person is wished for at once",
      [answered("能刻字吗"), wishes],
      [{ text: "能刻字吗", unhelped: "a" }],
    ],
    ["nothing of a wish long after an answer", [answered("能刻字吗"), asks("谢谢", ["smalltalk-thanks"]), wishes], []],
    [
      "that an answer did not help, in the words of the second try",
      [answered("能刻字吗"), asks("我是问刻名字", ["asked-again"])],
      [{ text: "我是问刻名字", unhelped: "a" }],
    ],
    [
      "what an agent said after an answer that did not help",
      [answered("能刻字吗"), wishes, answers(REPLY)],
      [{ text: "能刻字吗", unhelped: "a", answer: REPLY }],
    ],
    [
      "that what was chosen did not help either",
      [asks("能搞上字不", CLOSE), chooses(), wishes],
      [{ text: "能搞上字不", unhelped: "a" }],
    ],
    [
      "another choice after one that did not help",
      [answered("能刻字吗"), asks("我是问刻名字", ["asked-again"]), chooses(B)],
      [{ text: "我是问刻名字", unhelped: "a", chose: "b" }],
    ],
    [
      "nothing of danger, and no answer given to it",
      [asks("充电冒烟了", ["handover-danger"], { isDanger: true }), answers("请马上断电，我们联系您")],
      [],
    ],
    [
      "no answer for a question after which there was danger",
      [asks("能刻字吗", UNSURE), asks("充电器冒烟了", UNSURE, { isDanger: true }), answers("请马上断电，我们联系您")],
      [{ text: "能刻字吗" }],
    ],
    [
      "an answer only to the question before it",
      [asks("能刻字吗", CLOSE), asks("能送贺卡吗", ["ask-back-close", "handover-misses"]), answers(REPLY)],
      [{ text: "能刻字吗" }, { text: "能送贺卡吗", answer: REPLY }],
    ],
    [
      "no agent's answer for a question the bot settled",
      [asks("能刻字吗", CLOSE), answered("能刻名字吗"), wishes, answers(REPLY)],
      [{ text: "能刻字吗" }, { text: "能刻名字吗", unhelped: "a", answer: REPLY }],
    ],
    [
      "the agent's answer although the bot answered something else in the queue",
      [
        asks("能刻字吗", UNSURE),
        asks("多久发货", ["answer-confident", "answered-while-waiting"], { answered: B }),
        answers(REPLY),
      ],
      [{ text: "能刻字吗", answer: REPLY }],
    ],
    [
      "nothing of a complaint, a number, a file or words nobody understands",
      [asks("我要投诉", ["handover-complaint"]), asks("773206518840227", ["handover-number"]), asks("啊这", ["unclear"])],
      [],
    ],
    ["nothing of signs without words", [asks("？？？", UNSURE)], []],
  ])("%s", (_what, steps, lessons) => {
    expect(lessonsOf(...steps)).toEqual(lessons);
  });

  it("knows the phase of the question", () => {
    expect(lessonsOf(asks("能刻字吗", UNSURE, { phase: "insale" }))).toEqual([{ text: "能刻字吗", phase: "insale" }]);
  });
});

describe("Of an agent's lines", () => {
  it.each<[string, readonly string[], string | undefined]>([
    ["what answers is kept", ["支持七天无理由退货"], "支持七天无理由退货"],
    ["greetings are left out", ["亲亲您好~", "亲，支持七天无理由退货"], "支持七天无理由退货"],
    ["“稍等” is no answer", ["稍等", "我帮您查一下", "正在核实哦"], undefined],
    [
      "“好的” may begin one",
      ["好的，可以刻字，下单时在备注里写要刻的内容就行"],
      "好的，可以刻字，下单时在备注里写要刻的内容就行",
    ],
    [
      "a long line says more than that it holds",
      ["帮您确认过了，这款杯子支持刻字，内容写在订单备注里"],
      "帮您确认过了，这款杯子支持刻字，内容写在订单备注里",
    ],
    ["thanks and goodbye are left out", ["支持七天无理由退货", "还有什么可以帮您", "祝您生活愉快"], "支持七天无理由退货"],
    [
      "English holding words too",
      ["One moment please", "Yes, we engrave up to eight letters."],
      "Yes, we engrave up to eight letters.",
    ],
    ["consent alone is none", ["好的好的可以的呢", "没问题哦"], undefined],
    ["a line without end takes no time", ["好的".repeat(500) + "可"], "好的".repeat(500) + "可"],
    ["signs alone are none", ["？", "…", "ok"], undefined],
    ["what was pasted is none", ["条款".repeat(1_001)], undefined],
    ["nothing is none", [], undefined],
  ])("%s", (_what, lines, answer) => {
    expect(usableAnswer(lines)).toBe(answer);
  });
});

describe("A question still teaches", () => {
  const of = { conversationId: conversationId("v"), shopper: laneId("c"), text: "能刻字吗" };
  it.each([
    ["while nothing answers it", {}, undefined, true],
    ["no more once an article answers it", {}, A, false],
    ["while something else is answered than what was chosen", { chose: A }, B, true],
    ["no more once what was chosen is answered", { chose: A }, A, false],
    ["while it is answered with what did not help", { unhelped: A }, A, true],
    ["no more once something else answers it", { unhelped: A }, B, false],
  ])("%s", (_when, more, today, expected) => {
    expect(stillTeaches({ ...of, ...more }, today)).toBe(expected);
  });

  it("as one line of well-formed text, if there is a word in it", () => {
    expect(tidyQuestion("  能刻字吗\n\t 红色的\uD800 ")).toBe("能刻字吗 红色的�");
    expect(tidyQuestion(" *** 123 ")).toBeUndefined();
    expect(tidyQuestion("问".repeat(1_000))).toHaveLength(300);
  });

  it("against the article that did not help, the most often first", () => {
    const lessons = [A, B, B].map((unhelped, at) => ({ ...of, text: `问题${at}`, unhelped }));
    const articles = [A, B, articleId("c")].map((id) => ({ id, question: `${id}?` }));
    expect(unhelpedBy(lessons, articles)).toEqual([
      { articleId: "b", question: "b?", times: 2, examples: ["问题1", "问题2"] },
      { articleId: "a", question: "a?", times: 1, examples: ["问题0"] },
    ]);
  });
});

describe("--since", () => {
  const NOW = Date.parse("2026-11-20T10:00:00+08:00");
  it.each([
    ["30d", "2026-10-21T10:00:00+08:00"],
    ["12h", "2026-11-19T22:00:00+08:00"],
    ["2026-11-01", "2026-11-01T00:00:00+08:00"],
    ["2026-11-20", "2026-11-20T00:00:00+08:00"],
    ["2026-11-21", undefined],
    ["2026-02-30", undefined],
    ["0d", undefined],
    ["99999d", undefined],
    ["3 weeks", undefined],
    ["", undefined],
  ])("%s is %s", (text, iso) => {
    expect(readSince(text, { now: NOW, timezone: "Asia/Shanghai" })).toBe(iso === undefined ? undefined : Date.parse(iso));
  });
});
