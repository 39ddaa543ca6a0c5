import { describe, expect, it } from "vitest";
import { calibrated } from "../../src/answering/rules/calibration.ts";
import type { Case } from "../../src/answering/rules/cases.ts";
import { endCase, switchedBetween, tallyInSteps, tallyOf } from "../../src/answering/rules/cases.ts";
import { decidesAlike, faultInNumbers, nightlyOf, readSetting, relearned, settingFor, styleOf } from "../../src/answering/rules/setting.ts"; // prettier-ignore
import { ENOUGH_LABELS, FIXED, offersFor, STYLES, WRONG_AT_MOST } from "../../src/answering/rules/styles.ts";
import { articleId } from "../../src/core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../../src/core/policy.ts";
import { finish } from "../../src/core/steps.ts";
import type { Reading } from "../../src/core/understanding.ts";
import { readThresholds } from "../../src/stores/rules/thresholds.ts";
import { seededChance } from "../support/chance.ts";

const reading = (confidence: number, changes: Partial<Reading> = {}): Reading => ({
  language: "zh",
  isTraditional: false,
  actConfidence: 0,
  candidates: [{ articleId: articleId("a"), title: "包邮吗", answer: "包邮", phase: "presale", confidence }],
  inScope: 0.9,
  urgency: "normal",
  signs: [],
  ...changes,
});
const asked = (confidence: number, gold = "a"): Case => ({
  source: "turn",
  text: `${confidence} → ${gold}`,
  golds: [gold],
  reading: reading(confidence),
});

/** So many questions, right as often as sure, but for `honesty` of the odds. */
function questions(count: number, honesty = 1): readonly Case[] {
  const chance = seededChance(3);
  return Array.from({ length: count }, () => {
    const sure = 0.02 + 0.96 * chance();
    const odds = honesty * (sure / (1 - sure));
    return asked(sure, chance() < odds / (1 + odds) ? "a" : "handover");
  });
}

describe("What a style means", () => {
  it("is what was shipped until there are enough labelled questions", () => {
    expect(offersFor(questions(ENOUGH_LABELS - 1))).toEqual({ basis: { type: "fixed", labels: 199 }, styles: FIXED });
    expect(offersFor(questions(ENOUGH_LABELS)).basis).toEqual({ type: "store", labels: 200 });
  });

  it("is learned from all stores' questions where the store has too few, and from its own where it has enough", () => {
    expect(offersFor(questions(5), questions(200)).basis).toEqual({ type: "desk", labels: 200 });
    expect(offersFor(questions(300), questions(900)).basis).toEqual({ type: "store", labels: 300 });
  });

  it("keeps its share of wrong answers on what it was learned from, and answers the more the bolder it is", () => {
    const cases = questions(600);
    const { styles } = offersFor(cases);
    const tallies = STYLES.map((style) => tallyOf(cases, styles[style]));
    for (const [at, style] of STYLES.entries())
      expect((tallies[at]?.answeredWrong ?? 1) / cases.length).toBeLessThanOrEqual(WRONG_AT_MOST[style]);
    expect(styles.cautious.answer).toBeGreaterThan(styles.balanced.answer);
    expect(styles.balanced.answer).toBeGreaterThan(styles.bold.answer);
    for (const style of STYLES) expect(styles[style].askBack).toBeLessThanOrEqual(styles[style].answer);
  });

  it("asks for more where the store's confidences promise too much", () => {
    const [honest, boastful] = [questions(400, 1), questions(400, 0.3)];
    const answersAt = (cases: readonly Case[]): number => tallyOf(questions(400), offersFor(cases).styles.balanced).answeredRight;
    expect(answersAt(boastful)).toBeLessThan(answersAt(honest));
  });

  it("does not become reckless where odd labels say that everything is right", () => {
    const { styles, calibration } = offersFor(questions(400).map((one) => ({ ...one, golds: ["a"] })));
    for (const style of STYLES) {
      const shipped = calibrated(FIXED[style].answer, calibration ?? { slope: 1, shift: 0 });
      expect(styles[style].answer).toBeCloseTo(Math.min(0.9, shipped - 0.2));
    }
  });

  it("leaves everything to people where nothing was ever answered rightly", () => {
    const cases = questions(400).map((one) => ({ ...one, golds: ["handover"] }));
    const { styles } = offersFor(cases);
    for (const style of STYLES)
      expect(tallyOf(cases, styles[style]).answeredWrong / 400).toBeLessThanOrEqual(WRONG_AT_MOST[style]);
  });
});

describe("A store's setting", () => {
  const offers = offersFor(questions(400));

  it("is balanced as every store begins, and somebody's own once numbers stand there", () => {
    expect(styleOf(readSetting({}))).toBe("balanced");
    expect(styleOf(readSetting({ answer: 0.5 }))).toBe("own");
    expect(styleOf(settingFor({ style: "bold" }, offers))).toBe("bold");
  });

  it("is read by decisions as its style's numbers with what was learned of confidences", () => {
    expect(readThresholds({})).toEqual(DEFAULT_THRESHOLDS);
    expect(readThresholds(settingFor({ style: "cautious" }, offers))).toEqual(offers.styles.cautious);
    expect(readThresholds(settingFor({ style: "cautious" }, offersFor([])))).toEqual(FIXED.cautious);
  });

  it("is learned anew when that moves its threshold, but never over somebody's own numbers", () => {
    const learned = relearned(readSetting({}), offers);
    expect(learned).toMatchObject({ style: "balanced", learnedFrom: { type: "store", labels: 400 } });
    expect(relearned(readSetting(learned), offers)).toBeUndefined();
    expect(relearned({ ...readSetting(learned), answer: 0.9 }, offers)).toEqual(learned);
    expect(relearned(readSetting({ answer: 0.5 }), offers)).toBeUndefined();
    expect(relearned(readSetting(learned), offersFor([]))).toBeUndefined();
  });

  it("is learned anew, or as shipped again, once confidences are those of another fit", () => {
    const today = { ...offers, confidenceModel: "today" };
    const setting = readSetting(settingFor({ style: "balanced" }, today));
    expect(setting.learnedFrom?.confidenceModel).toBe("today");
    expect(relearned(setting, today)).toBeUndefined();
    expect(relearned(setting, { ...offersFor([]), confidenceModel: "today" })).toBeUndefined();
    const tomorrow = { ...offers, confidenceModel: "tomorrow" };
    expect(relearned(setting, tomorrow)).toEqual(settingFor({ style: "balanced" }, tomorrow));
    const shipped = { ...offersFor([]), confidenceModel: "tomorrow" };
    expect(relearned(setting, shipped)).toEqual({ ...FIXED.balanced, style: "balanced" });
    expect(relearned(readSetting({ ...FIXED.bold, style: "bold" }), shipped)).toBeUndefined();
    const nameless = readSetting({ ...setting, learnedFrom: { type: "store", labels: 400 } });
    expect(relearned(nameless, today)).toEqual(settingFor({ style: "balanced" }, today));
  });

  it.each([
    ["learns", {}, []],
    ["learns", { style: "bold" }, ["set", "restore"]],
    ["learns", { style: "bold" }, ["learned"]],
    ["own", { answer: 0.5 }, ["set"]],
    ["own", { answer: 0.5 }, ["restore"]],
    ["restored", { style: "bold" }, ["restore", "set"]],
  ] as const)("by night: %s, where it is %j after %j, the newest first", (nightly, setting, changes) => {
    expect(
      nightlyOf(
        readSetting(setting),
        changes.map((change) => ({ change })),
      ),
    ).toBe(nightly);
  });

  it("decides like another one only where all numbers and what confidences are worth are the same, to the last digit", () => {
    const setting = settingFor({ style: "balanced" }, offers);
    const { calibration = { slope: 1, shift: 0 } } = setting;
    expect(decidesAlike(readSetting({}), settingFor({ style: "balanced" }, offersFor([])))).toBe(true);
    expect(decidesAlike(setting, { ...setting, learnedFrom: { type: "store", labels: 401 } })).toBe(true);
    for (const change of [
      { answer: (setting.answer ?? 0) + 0.001 },
      { inScope: 0.301 },
      { lead: 0.101 },
      { askBack: 0.01 },
      { style: "bold" as const },
      { calibration: undefined },
      { calibration: { ...calibration, shift: calibration.shift + 0.001 } },
      { calibration: { ...calibration, slope: calibration.slope + 0.001 } },
    ])
      expect(decidesAlike(setting, { ...setting, ...change })).toBe(false);
  });

  it.each([
    [{ answer: 0.04 }, "answer"],
    [{ answer: 1 }, "answer"],
    [{ answer: Number.NaN }, "answer"],
    [{ askBack: -0.1 }, "askBack"],
    [{ askBack: 0.36 }, "askBack"],
    [{ lead: 0.6 }, "lead"],
    [{ inScope: 0.95 }, "inScope"],
    [{}, undefined],
    [{ askBack: 0.35 }, undefined],
  ])("may not be %j, which is wrong in %s", (changes, field) => {
    expect(faultInNumbers({ ...DEFAULT_THRESHOLDS, ...changes })?.field).toBe(field);
  });
});

describe("Questions under other thresholds", () => {
  const cautious = { ...DEFAULT_THRESHOLDS, answer: 0.8 };

  it("are counted by how they end", () => {
    const cases = [asked(0.9), asked(0.5), asked(0.5, "b"), asked(0.3), asked(0.1, "handover")];
    expect(tallyOf(cases, DEFAULT_THRESHOLDS)).toEqual({
      questions: 5,
      answeredRight: 2,
      answeredWrong: 1,
      askedBack: 1,
      handedOver: 1,
      leftAlone: 0,
    });
    expect(tallyOf(cases, cautious)).toMatchObject({ answeredRight: 1, answeredWrong: 0, askedBack: 3 });
  });

  it("are named when they change sides, those about answering first", () => {
    const cases = [asked(0.2), asked(0.9), asked(0.5)];
    const switched = finish(switchedBetween(cases, DEFAULT_THRESHOLDS, { ...cautious, askBack: 0.15 }));
    expect(switched.map(({ text, before, after }) => [text, before.action, after.action])).toEqual([
      ["0.5 → a", "answer", "clarify"],
      ["0.2 → a", "handover", "clarify"],
    ]);
    expect(switched[0]?.before).toEqual({ action: "answer", outcome: "right", title: "包邮吗" });
  });

  it("are counted one in a step, so that others have their turn", () => {
    const cases = questions(40);
    const stepsOf = (steps: Generator): number => [...steps].length;
    expect(stepsOf(tallyInSteps(cases, DEFAULT_THRESHOLDS))).toBe(40);
    expect(stepsOf(switchedBetween(cases, DEFAULT_THRESHOLDS, cautious))).toBe(40);
  });

  it("are judged by what confidences are worth, where that was learned", () => {
    const doubted = { ...DEFAULT_THRESHOLDS, calibration: { slope: 1, shift: -1 } };
    expect(endCase(asked(0.5), doubted).action).toBe("clarify");
    expect(endCase(asked(0.5), DEFAULT_THRESHOLDS).action).toBe("answer");
  });
});
