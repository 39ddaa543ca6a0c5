import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_TEXT_LENGTH, normalise } from "../../intents/normalise.ts";

describe("normalising a text", () => {
  it.each([
    ["怎 么 退 货", "怎么退货"],
    ["怎么退货😭😭", "怎么退货"],
    ["亲,在吗?请问怎么退货呀,谢谢", "怎么退货呀"],
    ["你好 麻烦问一下这件有货吗", "这件有货吗"],
    ["退貨運費誰出", "退货运费谁出"],
    ["Ｓ码还有吗", "s码还有吗"],
    ["怎么\u200b退\u200d货", "怎么退货"],
    ["怎么退货[微笑]", "怎么退货"],
    ["谢谢", "谢谢"],
    ["在吗", "在吗"],
  ])("reads “%s” as “%s”", (raw, text) => {
    expect(normalise(raw).text).toBe(text);
  });

  it.each([
    ["怎么退货", "zh", false],
    ["怎麼退貨", "zh", true],
    ["显著的著名品牌", "zh", false],
    ["How do I return this?", "en", false],
    ["これはいつ届きますか", "other", false],
    ["¿Dónde está mi pedido?", "other", false],
    ["Где мой заказ?", "other", false],
    ["أين طلبي", "other", false],
    ["这件有XL吗", "zh", false],
    ["12345", "zh", false],
  ])("takes “%s” as %s, Traditional: %s", (raw, language, isTraditional) => {
    expect(normalise(raw)).toMatchObject({ language, isTraditional });
  });

  it("keeps the raw text and takes nothing away when only courtesy was said", () => {
    expect(normalise("亲 在吗 👋")).toMatchObject({ raw: "亲 在吗 👋", text: "在吗" });
  });

  it("is stable: what was normalised stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (raw) => {
        const once = normalise(raw).whole;
        expect(normalise(once).whole.length).toBeLessThanOrEqual(Math.max(once.length, 1) * 2);
        expect(once).not.toMatch(/\p{Surrogate}|\p{Cc}/u);
      }),
    );
  });

  it.each([
    ["the same character", "啊".repeat(MAX_TEXT_LENGTH)],
    ["spaced characters", "怎 ".repeat(MAX_TEXT_LENGTH / 2)],
    ["courtesy without end", "亲".repeat(MAX_TEXT_LENGTH)],
    ["thanks without end", "谢谢".repeat(MAX_TEXT_LENGTH / 2)],
    ["a character that unfolds", "\ufdfa".repeat(MAX_TEXT_LENGTH)],
    ["lone surrogates", "\ud800".repeat(MAX_TEXT_LENGTH)],
    ["spaces", " ".repeat(MAX_TEXT_LENGTH)],
    ["brackets", "[".repeat(MAX_TEXT_LENGTH)],
    ["commas", ",".repeat(MAX_TEXT_LENGTH)],
  ])("takes a bounded time for ten thousand times %s", (_title, raw) => {
    const started = performance.now();

    expect(normalise(raw).whole.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH * 2);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
