import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answeringWords } from "../../console/src/answering/words.ts";
import { endsOf, isAsNow, ownWish, typedOf } from "../../console/src/answering/ends.ts";

const RANGES = {
  answer: { from: 0.05, to: 0.99 },
  askBack: { from: 0, to: 0.99 },
  lead: { from: 0, to: 0.5 },
  inScope: { from: 0, to: 0.9 },
};
const TYPED = { answer: "40", askBack: "25", lead: "10", inScope: "15" };

describe("Numbers of one's own", () => {
  it("are typed in percent and come back as they were", () => {
    const wish = { style: "own", answer: 0.4, askBack: 0.25, lead: 0.1, inScope: 0.15 } as const;
    expect(ownWish(TYPED, RANGES)).toEqual(wish);
    expect(typedOf(wish)).toEqual(TYPED);
  });

  it.each(["４２", "42%", " 42 ％", "42.0"])("may be typed as %s", (answer) => {
    expect(ownWish({ ...TYPED, answer }, RANGES)).toMatchObject({ answer: 0.42 });
  });

  it("come back as they were with a part of a percent too, so that what was saved is as now", () => {
    const wish = ownWish({ ...TYPED, answer: "40.55", lead: "7.5" }, RANGES);
    if ("wrong" in wish || wish.style !== "own") throw new Error("not understood");
    expect(typedOf(wish)).toEqual({ ...TYPED, answer: "40.55", lead: "7.5" });
    expect(ownWish(typedOf(wish), RANGES)).toEqual(wish);
  });

  it.each([
    ["answer", "4", 5, 99],
    ["answer", "100", 5, 99],
    ["answer", "", 5, 99],
    ["askBack", "-1", 0, 99],
    ["lead", "0x1", 0, 50],
    ["inScope", "很多", 0, 90],
  ] as const)("may not be %s %s: from %d to %d", (field, text, from, to) => {
    expect(ownWish({ ...TYPED, [field]: text }, RANGES)).toEqual({ wrong: field, from, to });
  });
});

it("Ends are told of a hundred questions", () => {
  const tally = { questions: 40, answeredRight: 20, answeredWrong: 2, askedBack: 8, handedOver: 9, leftAlone: 1 };
  expect(endsOf(tally)).toEqual({ answered: 55, wrong: 5, asked: 20, handed: 23, left: 2 });
});

it("Ends of fewer than twenty are told of these: a hundred would promise too much", () => {
  const tally = { questions: 6, answeredRight: 4, answeredWrong: 1, askedBack: 1, handedOver: 0, leftAlone: 0 };
  expect(endsOf(tally)).toEqual({ few: 6, answered: 5, wrong: 1, asked: 1, handed: 0, left: 0 });
  expect(answeringWords["zh-CN"].ends(endsOf(tally))).toBe("这 6 个问题里，自己答 5 个，其中答错 1 个；反问 1 个，转人工 0 个。");
  expect(answeringWords.en.ends(endsOf(tally))).toMatch(/^Of these 6 questions it answers 5 by itself, 1 of them wrongly;/);
  expect(endsOf({ ...tally, questions: 19, handedOver: 13 })).toMatchObject({ few: 19, handed: 13 });
  expect(endsOf({ ...tally, questions: 20, handedOver: 14 })).toEqual({ answered: 25, wrong: 5, asked: 5, handed: 70, left: 0 });
});

describe("What is chosen is as now", () => {
  const numbers = { answer: 0.4055, askBack: 0.25, lead: 0.1, inScope: 0.3 };
  const offer = (style: "cautious" | "balanced" | "bold", isAsNow: boolean) => ({ style, isAsNow, numbers, wrongAtMost: 8 });
  const styles = [offer("cautious", false), offer("balanced", true), offer("bold", false)];
  const page = { setting: { style: "balanced", numbers, isCalibrated: false }, styles, isOwnAsNow: false } as const;

  it("where the server says that nothing would be decided otherwise, whatever the shown numbers", () => {
    expect(isAsNow({ style: "balanced" }, page)).toBe(true);
    expect(isAsNow({ style: "bold" }, page)).toBe(false);
    expect(isAsNow({ style: "own", ...numbers }, page)).toBe(false);
  });

  it("where one's own numbers are typed as they are in use, and saving them would learn nothing new either", () => {
    const own = { ...page, setting: { ...page.setting, style: "own" }, isOwnAsNow: true } as const;
    expect(isAsNow({ style: "own", ...numbers }, own)).toBe(true);
    expect(isAsNow({ style: "own", ...numbers, answer: 0.41 }, own)).toBe(false);
    expect(isAsNow({ style: "own", ...numbers, inScope: 0.31 }, own)).toBe(false);
    expect(isAsNow({ style: "own", ...numbers }, { ...own, isOwnAsNow: false })).toBe(false);
  });
});

it("Ends make a hundred together, and each is within one of its share", () => {
  const count = fc.nat({ max: 500 });
  fc.assert(
    fc.property(fc.tuple(count, count, count, count, count), (counts) => {
      const [answeredRight, answeredWrong, askedBack, handedOver, leftAlone] = counts;
      const questions = answeredRight + answeredWrong + askedBack + handedOver + leftAlone;
      fc.pre(questions >= 20);
      const ends = endsOf({ questions, answeredRight, answeredWrong, askedBack, handedOver, leftAlone });
      expect(ends.answered + ends.asked + ends.handed + ends.left).toBe(100);
      expect(Math.abs(ends.wrong - (100 * answeredWrong) / questions)).toBeLessThan(1);
      expect(Math.abs(ends.handed - (100 * handedOver) / questions)).toBeLessThan(1);
    }),
  );
});
