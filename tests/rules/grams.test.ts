import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gramsOf } from "../../src/desk/rules/grams.ts";
import { excerptAround } from "../../src/desk/rules/excerpt.ts";

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

describe("The line that a search shows", () => {
  it.each([
    ["begins near what was looked for", "我想问一下你们家那个蓝色的杯垫还有吗", "杯垫", "…你们家那个蓝色的杯垫还有吗"],
    ["is whole where it stands near the beginning", "你们家的蓝色杯垫还有吗", "杯垫", "你们家的蓝色杯垫还有吗"],
    ["is found whatever the case", "please tell me whether the MUG is back", "mug", "…her the MUG is back"],
    ["is whole where it does not stand in it", "我想问一下你们家那个杯垫", "顾客 4321", "我想问一下你们家那个杯垫"],
  ])("%s", (_what, line, query, shown) => {
    expect(excerptAround(line, query)).toBe(shown);
  });
});
