import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLACEHOLDERS } from "../../intents/entities/entity.ts";
import { findEntities, maskEntities } from "../../intents/entities/find.ts";
import { readNumber } from "../../intents/entities/numerals.ts";

const NOW = Date.parse("2026-11-20T12:00:00+08:00");
const KNOWN = { now: NOW, products: ["羽绒服", "size", "iPhone 15", "双11礼盒"] };

/** Pieces that entities are made of, and what surrounds them: strung together they overlap in every way. */
const PIECES =
  "165|118|1|2|一|三|十|百|零|点|半|块|元|毛|五|号|月|日|周|星期|天|明天|双|11|618|斤|kg|cm|米|公分|身高|体重|我|的|床|L|XL|m|码|件|个|盒|对|黑|白|色|奶|订单号|单号|快递|顺丰|中通|SF|YT|13502718846|1350|2718|8846|2209136540018873|-|/|.|,| |:|#|¥|$|+86|400|0571|x|*|'|第|前|后|内|小时|tomorrow|3pm|mon|may|in |day|size|iPhone 15|羽绒服|‹size›|‹order›| ‹date› |１６５|㎏|😂|\uD83D|\u200B|點|週|两|俩|打120|12315|寸|34D|75B|满|减|便宜|%|折|下|上|这|每".split(
    "|",
  );
const dense = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(""));
const anything = fc.oneof(dense, fc.string({ unit: "binary", maxLength: 80 }), fc.string({ unit: "grapheme", maxLength: 80 }));

describe("finding entities in any text", () => {
  it("gives spans within the text, sorted, disjoint, and never empty", () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0;
        for (const { start, end, text: words } of findEntities(text, KNOWN)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(words).toBe(text.slice(start, end));
          last = end;
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it("finds nothing more in a masked text, so that masking twice is masking once", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const masked = maskEntities(text, findEntities(text, KNOWN));

        expect(maskEntities(masked, findEntities(masked, KNOWN))).toBe(masked);
      }),
      { numRuns: 3_000 },
    );
  });

  it("finds the same in the same text", () => {
    fc.assert(
      fc.property(dense, (text) => {
        expect(findEntities(text, KNOWN)).toEqual(findEntities(text, KNOWN));
      }),
      { numRuns: 300 },
    );
  });

  it("looks at the first 2,000 units only", () => {
    const text = `${"。".repeat(1_990)}13502718846`;

    expect(findEntities(text)).toEqual([]);
    expect(findEntities(`${"。".repeat(1_980)}13502718846`)).toHaveLength(1);
  });

  // A pattern that backtracks takes minutes on some of these; ours take milliseconds, and a busy machine gets a second.
  it.each([
    ...PIECES,
    "1 ",
    "1-",
    "1,",
    "1.",
    "1点",
    "1号",
    "一点",
    "12月",
    "in 1 day ",
    "may 1 ",
    "x1",
    "1*",
    "订单号 1",
    "身高 ",
    "(",
  ])("takes bounded time on 10,000 times “%s”", (piece) => {
    const text = piece.repeat(10_000);
    const start = performance.now();
    const entities = findEntities(text, KNOWN);

    expect(performance.now() - start).toBeLessThan(1_500);
    expect(entities.every(({ end }) => end <= 2_000)).toBe(true);
  });
});

describe("Chinese numbers", () => {
  it.each([
    ["一百二十", 120],
    ["一百三", 130],
    ["一百零三", 103],
    ["两百零五", 205],
    ["十五", 15],
    ["二十", 20],
    ["一千二", 1_200],
    ["一万二", 12_000],
    ["三万五千", 35_000],
    ["一六五", 165],
    ["1.2万", 12_000],
    ["1万2", 12_000],
    ["3百", 300],
    ["1,299.5", 1_299.5],
    ["零", 0],
  ])("%s is %d", (written, number) => expect(readNumber(written)).toBe(number));

  it.each(["一百三四十", "二五百", "点", "", "abc", "一百2.5.3"])("“%s” is no number", (written) =>
    expect(readNumber(written)).toBeUndefined(),
  );

  it("masks carry one Latin word each", () => {
    for (const placeholder of Object.values(PLACEHOLDERS)) expect(placeholder).toMatch(/^‹[a-z]{4,8}›$/u);
  });
});
