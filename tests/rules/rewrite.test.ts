import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHomophones } from "../../scripts/bench/homophone.ts";
import { TRADITIONAL, withSlip } from "../../scripts/bench/rewrite.ts";

const chineseText = fc.array(fc.constantFrom(..."退货运费谁出什么时候发钱号在快递 165?"), { minLength: 1, maxLength: 30 });

describe("a slip of the finger", () => {
  it("changes one place of a text that has a Chinese character, and the same way each time", () => {
    fc.assert(
      fc.property(chineseText, fc.integer({ min: 0, max: 1_000_000 }), (characters, seed) => {
        const text = characters.join("");
        fc.pre(/\p{Script=Han}/u.test(text) && text.length > 1);

        const slipped = withSlip(text, seed);

        expect(slipped).not.toBe(text);
        expect(slipped).toBe(withSlip(text, seed));
        expect(Math.abs(slipped.length - text.length)).toBeLessThanOrEqual(1);
        expect(placesThatDiffer(text, slipped)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("makes every kind of slip", () => {
    const kinds = new Set(Array.from({ length: 60 }, (_, seed) => withSlip("在吗", seed)));

    for (const slipped of ["吗", "在在吗", "吗在", "再吗"]) expect(kinds).toContain(slipped);
  });

  it("leaves numbers and English as they were", () => {
    expect(withSlip("165 cm, where is it?", 1)).toBe("165 cm, where is it?");
    for (let seed = 0; seed < 50; seed += 1) expect(withSlip("身高165", seed)).toContain("165");
  });
});

describe("a homophone", () => {
  const withHomophone = createHomophones(["货火或".repeat(20), "退".repeat(20), "腿".repeat(19)]);

  it("stands for one character that has a common one of the same sound, the same way each time", () => {
    const slipped = new Set(Array.from({ length: 40 }, (_, seed) => withHomophone("怎么退货165", seed)));

    expect([...slipped].sort()).toEqual(["怎么退或165", "怎么退火165"]);
    expect(withHomophone("怎么退货165", 7)).toBe(withHomophone("怎么退货165", 7));
  });

  it("leaves what has none as it was, and what stands alone", () => {
    for (const text of ["退了吗", "货", "how much", ""]) expect(withHomophone(text, 1)).toBe(text);
  });
});

describe("Traditional characters", () => {
  it("uses Taiwan's words for Taiwan, and Hong Kong's characters with the mainland's words", () => {
    expect(TRADITIONAL.taiwan("视频链接")).toBe("影片連結");
    expect(TRADITIONAL.hongKong("视频链接")).toBe("視頻鏈接");
  });
});

/** How many characters lie between what two texts begin and end with alike. */
function placesThatDiffer(one: string, other: string): number {
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return Math.max(one.length, other.length) - start - end;
}
