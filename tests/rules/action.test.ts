import { describe, expect, it } from "vitest";
import { articleId } from "../../src/core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../../src/core/policy.ts";
import type { Candidate, Reading } from "../../src/core/understanding.ts";
import { chooseAction } from "../../src/desk/rules/action.ts";

const candidate = (id: string, confidence: number): Candidate => ({
  articleId: articleId(id),
  title: id,
  answer: `${id}!`,
  phase: "presale",
  confidence,
});

const reading = (changes: Partial<Reading>): Reading => ({
  language: "zh",
  isTraditional: false,
  actConfidence: 0,
  candidates: [],
  inScope: 0.9,
  urgency: "normal",
  signs: [],
  ...changes,
});

const choose = (changes: Partial<Reading>) => chooseAction(reading(changes), DEFAULT_THRESHOLDS);

describe("choosing an action", () => {
  it.each([
    [
      "answers when one article is sure and leads",
      { candidates: [candidate("a", 0.8), candidate("b", 0.3)] },
      "answer",
      "answer-confident",
    ],
    [
      "asks back when two sure articles are close",
      { candidates: [candidate("a", 0.8), candidate("b", 0.75)] },
      "clarify",
      "ask-back-torn",
    ],
    ["asks back when the best is only likely", { candidates: [candidate("a", 0.3)] }, "clarify", "ask-back-close"],
    ["hands over when nothing is likely", { candidates: [candidate("a", 0.1)] }, "handover", "handover-unsure"],
    ["hands over when nothing is known", {}, "handover", "handover-unsure"],
    ["declines what is no business of the shop", { inScope: 0.05 }, "decline", "out-of-scope"],
    ["greets back", { act: "greeting", actConfidence: 0.9 }, "smalltalk", "smalltalk-greeting"],
    ["takes thanks", { act: "thanks", actConfidence: 0.9 }, "smalltalk", "smalltalk-thanks"],
    ["says goodbye", { act: "bye", actConfidence: 0.9 }, "smalltalk", "smalltalk-bye"],
    ["does not take half a greeting for one", { act: "greeting", actConfidence: 0.5 }, "handover", "handover-unsure"],
    [
      "answers rather than greets when an article is sure",
      { act: "greeting", actConfidence: 0.9, candidates: [candidate("a", 0.9)] },
      "answer",
      "answer-confident",
    ],
    ["calls a human who was asked for", { act: "human-please", actConfidence: 0.95 }, "handover", "handover-asked"],
    ["calls a human for a complaint", { act: "complaint", actConfidence: 0.95 }, "handover", "handover-complaint"],
    ["hands over a language it does not speak", { language: "other" }, "handover", "handover-language"],
    [
      "hands over English that the knowledge does not have",
      { language: "en", candidates: [candidate("a", 0.1)] },
      "handover",
      "handover-language",
    ],
  ] as const)("%s", (_title, changes, action, code) => {
    const chosen = choose(changes);

    expect(chosen.action).toBe(action);
    expect(chosen.reasons.map((reason) => reason.code)).toEqual([code]);
  });

  it("hands danger over even when an article seems sure, and names the word", () => {
    const chosen = choose({ urgency: "high", signs: ["danger:冒烟"], candidates: [candidate("a", 0.99)], skill: "aftersale" });

    expect(chosen).toMatchObject({ action: "handover", skill: "aftersale", confidence: 1 });
    expect(chosen.reasons).toEqual([{ code: "handover-danger", values: { word: "冒烟" } }]);
  });

  it("hands a wish for a person over even when an article seems sure", () => {
    expect(choose({ act: "human-please", actConfidence: 0.95, candidates: [candidate("a", 0.99)] }).action).toBe("handover");
  });

  it("gives a complaint to who handles complaints when nobody else is named", () => {
    expect(choose({ act: "complaint", actConfidence: 0.95 }).skill).toBe("complaint");
    expect(choose({ act: "complaint", actConfidence: 0.95, skill: "refund" }).skill).toBe("refund");
  });

  it("offers at most three choices and none that is far behind", () => {
    const many = choose({ candidates: [0.5, 0.45, 0.4, 0.35].map((confidence, at) => candidate(`a${at}`, confidence)) });
    const behind = choose({ candidates: [candidate("a", 0.3), candidate("b", 0.05)] });

    expect(many.candidates.map(({ articleId: id }) => id)).toEqual(["a0", "a1", "a2"]);
    expect(behind.candidates.map(({ articleId: id }) => id)).toEqual(["a"]);
  });

  it("does not decline what an article surely answers", () => {
    expect(choose({ inScope: 0.01, candidates: [candidate("a", 0.9)] }).action).toBe("answer");
  });

  it("asks back exactly at the threshold of asking, and declines only below that of the shop's business", () => {
    const { askBack, inScope, answer } = DEFAULT_THRESHOLDS;
    expect(choose({ candidates: [candidate("a", askBack)] }).action).toBe("clarify");
    expect(choose({ candidates: [candidate("a", askBack - 0.001)] }).action).toBe("handover");
    expect(choose({ inScope }).action).toBe("handover");
    expect(choose({ inScope: inScope - 0.001 }).action).toBe("decline");
    const torn = [candidate("a", answer), candidate("b", answer - 0.05)];
    expect(choose({ inScope: inScope - 0.001, candidates: torn }).action).toBe("clarify");
  });

  it("asks what is meant by an unclear text, unless some article is likely", () => {
    const unclear = { act: "unclear", actConfidence: 0.6 } as const;
    const { askBack } = DEFAULT_THRESHOLDS;
    const codeOf = (changes: Partial<Reading>) => choose({ ...unclear, ...changes }).reasons[0]?.code;
    expect([codeOf({}), codeOf({ candidates: [candidate("a", askBack - 0.001)] })]).toEqual(["unclear", "unclear"]);
    expect(codeOf({ candidates: [candidate("a", askBack)] })).toBe("ask-back-close");
    expect(codeOf({ actConfidence: 0.599 })).toBe("handover-unsure");
  });

  it("says how sure it is of what it does: of offering the right one, of nobody knowing, of no business of the shop", () => {
    const both = choose({ candidates: [candidate("a", 0.3), candidate("b", 0.2)] });
    expect(both.confidence).toBeCloseTo(1 - 0.7 * 0.8);
    expect(choose({ candidates: [candidate("a", 0.1)] }).confidence).toBeCloseTo(0.9);
    expect(choose({ inScope: 0.05 }).confidence).toBeCloseTo(0.95);
    expect(choose({ language: "en", candidates: [candidate("a", 0.1)] }).confidence).toBeCloseTo(0.9);
    expect(both.reasons[0]?.values).toMatchObject({ choices: 2, confidence: 0.3 });
  });

  it("offers what is exactly a quarter as likely as the best", () => {
    const ids = (second: number) => choose({ candidates: [candidate("a", 0.32), candidate("b", second)] }).candidates.length;
    expect([ids(0.08), ids(0.079)]).toEqual([2, 1]);
  });

  it("reads what an article of another language may answer, and hands over only what none may", () => {
    expect(choose({ language: "other", candidates: [candidate("a", 0.9)] }).action).toBe("answer");
    expect(choose({ language: "other" })).toMatchObject({ action: "handover", confidence: 1 });
  });

  it("gives a number to the skill that was named, else to after-sale", () => {
    const number = { act: "gives-number", actConfidence: 0.9 } as const;
    expect([choose(number).skill, choose({ ...number, skill: "refund" }).skill]).toEqual(["aftersale", "refund"]);
  });

  it("answers exactly at the threshold, and exactly with the lead", () => {
    const { answer, lead } = DEFAULT_THRESHOLDS;

    expect(choose({ candidates: [candidate("a", answer)] }).action).toBe("answer");
    expect(choose({ candidates: [candidate("a", answer - 0.001)] }).action).toBe("clarify");
    expect(choose({ candidates: [candidate("a", 0.9), candidate("b", 0.9 - lead - 0.001)] }).action).toBe("answer");
  });
});

describe("an article that is likely by people's link alone", () => {
  const linked = { ...candidate("a", 0.34), withoutLink: 0.05 };

  it.each([0, 0.05, 0.051, 0.2, 0.34, 0.4])(
    "is offered, not answered, where a store answers from %s, unless its words are enough",
    (answer) => {
      const thresholds = { ...DEFAULT_THRESHOLDS, answer };
      const chosen = chooseAction(reading({ candidates: [linked] }), thresholds);
      expect(chosen.action).toBe(answer <= 0.05 ? "answer" : "clarify");
      expect(chosen.candidates[0]?.articleId).toBe("a");
    },
  );

  it("is measured by what experience says of its words, where there is experience", () => {
    const answersFrom = (answer: number, shift: number) =>
      chooseAction(reading({ candidates: [{ ...linked, withoutLink: 0.2 }] }), {
        ...DEFAULT_THRESHOLDS,
        answer,
        askBack: 0,
        calibration: { slope: 1, shift },
      }).action;

    expect([answersFrom(0.15, -1.5), answersFrom(0.05, -1.5)]).toEqual(["clarify", "answer"]);
    expect([answersFrom(0.4, 1.5), answersFrom(0.6, 1.5)]).toEqual(["answer", "clarify"]);
  });

  it("is asked back about with a reason that holds: what is shown is below what the store answers from", () => {
    const chosen = chooseAction(reading({ candidates: [linked] }), { ...DEFAULT_THRESHOLDS, answer: 0.3 });
    expect(chosen.reasons).toMatchObject([{ code: "ask-back-close", values: { confidence: 0.05, threshold: 0.3 } }]);
    expect(choose({ candidates: [linked] }).reasons).toMatchObject([{ code: "ask-back-close", values: { confidence: 0.34 } }]);
  });

  it("is no more than small talk where the words are", () => {
    const thanks = reading({ candidates: [linked], act: "thanks", actConfidence: 0.95 });
    expect(chooseAction(thanks, { ...DEFAULT_THRESHOLDS, answer: 0.3 }).action).toBe("smalltalk");
  });
});
