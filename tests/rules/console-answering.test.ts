import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endsOf, ownWish, typedOf } from "../../console/src/answering/ends.ts";

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
  expect(endsOf({ ...tally, questions: 0, answeredRight: 0, answeredWrong: 0 })).toMatchObject({ answered: 0, wrong: 0 });
});

it("Ends make a hundred together, and each is within one of its share", () => {
  const count = fc.nat({ max: 500 });
  fc.assert(
    fc.property(fc.tuple(count, count, count, count, count), (counts) => {
      const [answeredRight, answeredWrong, askedBack, handedOver, leftAlone] = counts;
      const questions = answeredRight + answeredWrong + askedBack + handedOver + leftAlone;
      fc.pre(questions > 0);
      const ends = endsOf({ questions, answeredRight, answeredWrong, askedBack, handedOver, leftAlone });
      expect(ends.answered + ends.asked + ends.handed + ends.left).toBe(100);
      expect(Math.abs(ends.wrong - (100 * answeredWrong) / questions)).toBeLessThan(1);
      expect(Math.abs(ends.handed - (100 * handedOver) / questions)).toBeLessThan(1);
    }),
  );
});
