import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formOf, NEW_ARTICLE, requestOf } from "../../console/src/knowledge/article-form.ts";
import { difference } from "../../console/src/knowledge/difference.ts";
import type { ArticleRow } from "../../src/knowledge/api.ts";

const ZONE = "Asia/Shanghai";

describe("differences", () => {
  it("tell exactly what the text was and what it is, for any two texts", () => {
    const text = fc.string({ unit: fc.constantFrom("七", "天", "退", "货", "a", "🎁", " "), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = difference(before, after);
        const without = (type: string) =>
          pieces
            .filter((piece) => piece.type !== type)
            .map((piece) => piece.text)
            .join("");
        expect(without("fresh")).toBe(before);
        expect(without("gone")).toBe(after);
      }),
    );
  });

  it("point at the few characters that changed", () => {
    expect(difference("签收后 7 天内可以申请退货", "签收后 15 天内可以申请退货")).toEqual([
      { type: "same", text: "签收后 " },
      { type: "gone", text: "7" },
      { type: "fresh", text: "15" },
      { type: "same", text: " 天内可以申请退货" },
    ]);
  });

  it("tell a rewritten sentence as one change instead of crumbs", () => {
    const types = difference("版型按国标尺码做，平时穿什么码就拍什么码", "按平时的码拍，介于两码拍大一码").map(
      ({ type }) => type,
    );
    expect(types.filter((type) => type === "gone")).toHaveLength(1);
  });

  it("say nothing about equal texts but the text", () => {
    expect(difference("好的", "好的")).toEqual([{ type: "same", text: "好的" }]);
    expect(difference("", "")).toEqual([]);
  });

  it("stay quick for long texts without anything in common", () => {
    expect(difference("甲".repeat(5_000), "乙".repeat(5_000)).map(({ type }) => type)).toEqual(["gone", "fresh"]);
  });
});

describe("the article form", () => {
  const article: ArticleRow = {
    id: "return-7",
    layer: "store",
    phase: "aftersale",
    question: "支持七天无理由退货吗？",
    alternatives: ["可以退货吗", "不喜欢能退吗"],
    answer: "支持。",
    validFrom: "2026-10-31T16:00:00.000Z",
    validUntil: "2026-11-11T16:00:00.000Z",
    status: "active",
    version: 3,
    updatedAt: "2026-05-01T02:00:00.000Z",
    updatedBy: "陈店长",
  };

  it("gives back what it was given, times by the store's clock", () => {
    const form = formOf(article, ZONE);
    expect(form.validFrom).toBe("2026-11-01T00:00");
    const { phase, question, alternatives, answer, validFrom, validUntil } = article;
    expect(requestOf(form, ZONE)).toEqual({ request: { phase, question, alternatives, answer, validFrom, validUntil } });
  });

  it("tells links to intents, to none on purpose, and nothing where the suggestion holds", () => {
    const linked = (topics?: readonly string[]) => {
      const made = requestOf(formOf(topics === undefined ? article : { ...article, topics }, ZONE), ZONE);
      return "request" in made ? made.request : undefined;
    };

    expect(linked(["exchange"])).toMatchObject({ topics: ["exchange"] });
    expect(linked([])).toMatchObject({ topics: [] });
    expect(linked()).not.toHaveProperty("topics");
  });

  it("drops empty and repeated phrasings and blanks around words", () => {
    const made = requestOf({ ...formOf(article, ZONE), alternatives: " 能退吗 \n\n能退吗\n可以退货吗", why: "  双十一  " }, ZONE);
    expect(made).toMatchObject({ request: { alternatives: ["能退吗", "可以退货吗"], why: "双十一" } });
  });

  it("names everything that is missing at once", () => {
    expect(requestOf({ ...NEW_ARTICLE, question: "  " }, ZONE)).toEqual({
      troubles: ["id-missing", "question-missing", "answer-missing"],
    });
  });

  it("refuses an end that is not after the begin, and half a time", () => {
    const form = formOf(article, ZONE);
    expect(requestOf({ ...form, validUntil: form.validFrom }, ZONE)).toEqual({ troubles: ["ends-before-start"] });
    expect(requestOf({ ...form, validUntil: "2026-11-" }, ZONE)).toEqual({ troubles: ["no-time"] });
  });
});
