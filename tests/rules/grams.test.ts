import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gramsOf } from "../../src/desk/rules/grams.ts";

describe("The pairs of letters by which words are looked for", () => {
  it("of a part all stand in the whole, whatever it is written in", () => {
    const texts = fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(texts, ([before, part, after]) => {
        const whole = new Set(gramsOf(before + part + after));
        expect(gramsOf(part).every((gram) => whole.has(gram))).toBe(true);
      }),
    );
  });

  it("stand once each, whether in large or small letters, and a single letter has none", () => {
    expect(gramsOf("哈哈哈哈")).toHaveLength(1);
    expect(gramsOf("YS-15")).toEqual(gramsOf("ys-15"));
    expect(gramsOf("退货")).not.toEqual(gramsOf("货退"));
    expect(gramsOf("退")).toEqual([]);
  });

  it("are numbers that the database's integers hold", () => {
    for (const gram of gramsOf("\uffff\ud83d\ude00a"))
      expect(Number.isInteger(gram) && gram >= -(2 ** 31) && gram < 2 ** 31).toBe(true);
  });
});
