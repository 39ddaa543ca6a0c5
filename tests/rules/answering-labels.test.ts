import { describe, expect, it } from "vitest";
import { labelsIn, type Step } from "../../src/answering/rules/labels.ts";
import { articleId } from "../../src/core/ids.ts";
import { finish } from "../../src/core/steps.ts";
import type { Reading } from "../../src/core/understanding.ts";

const reading = (urgency: Reading["urgency"] = "normal"): Reading => ({
  language: "zh",
  isTraditional: false,
  actConfidence: 0,
  candidates: [{ articleId: articleId("ship"), title: "发货", answer: "当天发", phase: "presale", confidence: 0.5 }],
  inScope: 0.9,
  urgency,
  signs: [],
});

const says = (because: string, changes: Partial<Extract<Step, { type: "shopper" }>> = {}): Step => ({
  type: "shopper",
  text: "多久发货",
  because: [because],
  reading: reading(),
  ...changes,
});
const agent = (text: string): Step => ({ type: "agent", text });
const rates = (score: number): Step => ({ type: "rating", score });
const chooses = (id: string): Step => says("choice-taken", { text: "", reading: undefined, chosen: articleId(id) });

const SHIP = "每天 16 点前付款的当天发出";
const WASH = "不建议放洗碗机，请手洗";
const ARTICLES = [
  { id: articleId("ship"), answer: SHIP },
  { id: articleId("wash"), answer: WASH },
];
const LIKENESS = (a: string, b: string): number => {
  if (a === b) return 1;
  return a.includes("洗") && b.includes("洗") ? 0.5 : 0;
};
const goldsOf = (...steps: readonly Step[]) =>
  finish(labelsIn(steps, { articles: ARTICLES, likeness: LIKENESS })).map(({ golds }) => golds.join());

describe("A conversation shows how its question should have ended", () => {
  it.each<[string, readonly Step[], readonly string[]]>([
    ["answered, then thanks: right", [says("answer-confident"), says("smalltalk-thanks")], ["ship"]],
    [
      "answered, then another question: right",
      [says("answer-confident"), says("handover-file", { reading: undefined })],
      ["ship"],
    ],
    ["answered, then asked again: a human", [says("answer-confident"), says("asked-again")], ["handover"]],
    ["answered, then wished for a human: a human", [says("answer-confident"), says("handover-asked")], ["handover"]],
    [
      "answered, then pressed for a human: a human",
      [says("answer-confident"), says("human-requested", { reading: undefined })],
      ["handover"],
    ],
    ["answered, then an angry word: nothing", [says("answer-confident"), says("handover-angry")], []],
    ["answered, then a danger: nothing", [says("answer-confident"), says("handover-danger", { reading: reading("high") })], []],
    ["answered, then silence: nothing", [says("answer-confident")], []],
    ["answered, then an agent took over: nothing", [says("answer-confident"), agent("我来看看这个问题怎么处理")], []],
    ["answered and rated well: right", [says("answer-confident"), rates(4)], ["ship"]],
    ["answered and rated badly: a human", [says("answer-confident"), rates(2)], ["handover"]],
    ["answered and rated so-so: nothing", [says("answer-confident"), rates(3)], []],
    ["asked back, a choice taken: that article", [says("ask-back-close"), chooses("wash")], ["wash"]],
    [
      "torn, a choice taken that did not help: a human",
      [says("ask-back-torn"), chooses("wash"), says("handover-asked-again")],
      ["handover"],
    ],
    ["asked back, none fitted: a human", [says("ask-back-close"), says("handover-choices-refused")], ["handover"]],
    ["asked back, then something else: nothing", [says("ask-back-close"), says("smalltalk-thanks")], []],
    ["handed over, the agent said what an article says: it", [says("handover-unsure"), agent("稍等"), agent(SHIP)], ["ship"]],
    [
      "handed over, the agent said what none says: a human",
      [says("handover-misses"), agent("您的订单我已经加急处理")],
      ["handover"],
    ],
    ["handed over, the agent said something near: nothing", [says("handover-unsure"), agent("可以放进去洗的哦")], []],
    ["handed over, the agent only held on: nothing", [says("handover-unsure"), agent("稍等")], []],
    [
      "handed over in the queue, answered after more words: the article",
      [says("handover-unsure"), says("human-already-called"), agent(WASH)],
      ["wash"],
    ],
    ["in danger: nothing, whatever came", [says("answer-confident", { reading: reading("high") }), says("smalltalk-thanks")], []],
    ["out of scope: nothing", [says("out-of-scope"), says("smalltalk-thanks")], []],
  ])("%s", (_title, steps, golds) => {
    expect(goldsOf(...steps)).toEqual(golds);
  });

  it("keeps what was asked and how it was read then", () => {
    const [label] = finish(labelsIn([says("answer-confident"), says("smalltalk-bye")], { articles: [], likeness: LIKENESS }));
    expect(label).toMatchObject({ source: "turn", text: "多久发货", reading: { candidates: [{ confidence: 0.5 }] } });
  });

  it("is of the first of two articles that say the same", () => {
    const twins = [...ARTICLES, { id: articleId("wash-too"), answer: WASH }];
    const labels = finish(labelsIn([says("handover-unsure"), agent(WASH)], { articles: twins, likeness: LIKENESS }));
    expect(labels.map(({ golds }) => golds.join())).toEqual(["wash"]);
  });

  it("is looked at in steps of one comparison, so that others have their turn", () => {
    let compared = 0;
    const counting = (a: string, b: string): number => {
      compared += 1;
      return LIKENESS(a, b);
    };
    const articles = Array.from({ length: 50 }, (_, at) => ({ id: articleId(`a${at}`), answer: `${WASH}${at}` }));
    const steps = labelsIn([says("handover-unsure"), agent(WASH)], { articles, likeness: counting });
    let most = 0;
    for (let before = 0; steps.next().done !== true; before = compared) most = Math.max(most, compared - before);
    expect([compared, most]).toEqual([50, 1]);
  });

  it("and an answer to somebody who waits for a person shows nothing, whatever is said next", () => {
    const answered = says("answer-confident", { because: ["answer-confident", "answered-while-waiting"] });

    expect(goldsOf(answered, says("human-already-called"))).toEqual([]);
    expect(goldsOf(says("answer-confident"), says("human-already-called"))).toEqual(["ship"]);
  });
});
