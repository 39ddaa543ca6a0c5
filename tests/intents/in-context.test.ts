import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCorrection } from "../../intents/correction.ts";
import { followUp } from "../../intents/follow-up.ts";
import { readInContext } from "../../intents/in-context.ts";
import { partsOf } from "../../intents/parts.ts";
import { actOfWords } from "../../intents/short-acts.ts";
import { storeId } from "../../src/core/ids.ts";
import type { QuestionContext, Reading } from "../../src/core/understanding.ts";
import { candidate, NOW, reading } from "../support/desk-facts.ts";

describe("A follow-up", () => {
  it.each([
    ["那红色的呢", "黑色的m码有吗", "红色的m码有吗"],
    ["红色有吗", "黑色的m码有吗", "红色的m码有吗"],
    ["l呢", "黑色的m码有吗", "黑色的l有吗"],
    ["165 118", "怎么选尺码", "怎么选尺码 165 118"],
    ["那北京呢", "寄到上海要几天", "寄到上海要几天 北京"],
    ["还有衬衫呢?", "大衣会起球吗", "大衣会起球吗 衬衫"],
    ["and the red one?", "is the black one in stock", "is the red one in stock"],
    ["what about shipping", "is there a discount", "is there a discount shipping"],
  ])("“%s” after “%s” stands for “%s”", (text, topic, whole) => {
    expect(followUp(text, { topic, slots: [] })).toBe(whole);
  });

  it.each([
    ["那可以刻字吗"],
    ["那红色的会掉色吗"],
    ["还有什么颜色"],
    ["北京"],
    ["what about the way you treat your customers in this shop"],
    ["那"],
    ["我昨天买的那件红色的衣服洗了一次就掉色了你们怎么处理啊给个说法好不好"],
  ])("is not “%s”, which says what it means or nothing", (text) => {
    expect(followUp(text, { topic: "黑色有吗", slots: [] })).toBeUndefined();
  });

  it("needs something to follow", () => {
    expect(followUp("那红色的呢", { slots: [] })).toBeUndefined();
  });
});

describe("A correction", () => {
  it.each([
    ["不是,我说的是退货不是换货", "退货", "换货"],
    ["打错了,是165不是156", "165", "156"],
    ["打错了,是退货", "退货", undefined],
    ["我问的是发票", "发票", undefined],
    ["不是换货,是退货", "退货", "换货"],
    ["是165不是156", "165", "156"],
    ["说错了 是红色不是黑色", "红色", "黑色"],
    ["sorry, 165 not 156", "165", "156"],
    ["no, i meant a refund, not an exchange", "a refund", "an exchange"],
  ])("“%s” means %s", (text, right, wrong) => {
    expect(findCorrection(text)).toEqual({ right, wrong });
  });

  it.each([
    ["不是说好的48小时发货吗"],
    ["是不是正品"],
    ["不是"],
    ["这是红色不是黑色吗"],
    ["你们发错货了"],
    ["how is it not here?"],
  ])("is not “%s”", (text) => {
    expect(findCorrection(text)).toBeUndefined();
  });
});

describe("The parts of a message", () => {
  it.each([
    ["多久能发货?还有可以开票吗", ["多久能发货", "可以开票吗"]],
    ["包邮吗,退货邮费谁付", ["包邮吗", "退货邮费谁付"]],
    ["我买了件大衣,会不会起球,怎么洗", ["我买了件大衣,会不会起球", "怎么洗"]],
    ["how do i wash it and can i return it", ["how do i wash it", "can i return it"]],
    ["什么时候发货另外问下可以开发票吗", ["什么时候发货", "可以开发票吗"]],
  ])("“%s”", (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  it.each([["我昨天买的衣服,什么时候发货"], ["多久发货"], ["怎么退货,吊牌剪了"], ["吗,吗"], ["多久,怎么,哪里,什么"], [""]])(
    "“%s” has only itself",
    (text) => {
      expect(partsOf(text)).toEqual([]);
    },
  );
});

describe("Words that ask nothing", () => {
  it.each([
    ["好的", "yes"],
    ["嗯嗯", "yes"],
    ["sure", "yes"],
    ["不是", "no"],
    ["没有", "no"],
    ["还是不行", "no"],
    ["not really", "no"],
    ["不用了", "bye"],
    ["没有了", "bye"],
    ["再说一遍", "repeat"],
    ["能不能再说一次", "repeat"],
    ["没看懂", "repeat"],
    ["什么意思?", "repeat"],
    ["那个", "unclear"],
    ["??", "unclear"],
    ["好的什么时候发货", undefined],
    ["没有收到", undefined],
    ["1", undefined],
    ["不要了帮我取消", undefined],
    ["可以机洗吗", undefined],
  ])("“%s” is %s", (text, act) => {
    expect(actOfWords(text)).toBe(act);
  });
});

describe("A text read in its conversation", () => {
  const sure = (confidence: number, more: Partial<Reading> = {}) =>
    reading({ candidates: [candidate("a", confidence)], ...more });
  const read = (text: string, context: QuestionContext | undefined, known: Readonly<Record<string, Reading>>) =>
    readInContext({ storeId: storeId("s"), text, at: NOW, context }, async (asked) => known[asked] ?? reading());

  it("is taken with the topic when that is better answered, in the language it is written in", async () => {
    const known = { "And the red one?": sure(0.3, { language: "en" }), 红有吗: sure(0.9) };
    const read1 = await read("And the red one?", { topic: "黑色有吗", slots: [] }, { ...known, red有吗: sure(0.9) });
    expect(read1).toMatchObject({ language: "en", readAs: { text: "red有吗", because: "follow-up" } });
    expect(read1.signs[0]).toBe("follow-up:red有吗");
    expect(read1.slots).toEqual([{ kind: "colour", value: "red" }]);
  });

  it("stays alone when it is better answered so", async () => {
    const known = { 那红色的呢: sure(0.9), 红色有吗: sure(0.5) };
    expect((await read("那红色的呢", { topic: "黑色有吗", slots: [] }, known)).readAs).toBeUndefined();
  });

  it.each([
    ["danger", sure(0.1, { urgency: "high" })],
    ["a wish for a person", sure(0.1, { act: "human-please", actConfidence: 0.9 })],
  ])("is never taken for a follow-up when it tells of %s", async (_name, alone) => {
    expect(
      (await read("那红色的呢", { topic: "黑色有吗", slots: [] }, { 那红色的呢: alone, 红色有吗: sure(0.9) })).readAs,
    ).toBeUndefined();
  });

  it("puts a corrected number where the wrong one was, wherever it was named", async () => {
    const context: QuestionContext = { topic: "怎么选尺码", slots: [{ kind: "height", value: "156cm" }] };
    const corrected = await read("打错了，是165不是156", context, {});
    expect(corrected).toMatchObject({ readAs: { text: "怎么选尺码 165cm", because: "correction" } });
    expect(corrected.slots).toEqual([{ kind: "height", value: "165cm" }]);
  });

  it("knows a number that is given, whatever it resembles", async () => {
    const given = await read("我的单号是773206518840227", undefined, { 我的单号是773206518840227: sure(0.9) });
    expect(given).toMatchObject({ act: "gives-number", candidates: [], skill: "aftersale" });
    expect(given.slots?.map(({ value }) => value)).toEqual(["773206518840227"]);
  });

  it("is read in parts only where each may be answered", async () => {
    const known = { 多久发货: sure(0.9), 能开票吗: sure(0.3) };
    expect((await read("多久发货？能开票吗", undefined, known)).parts?.length).toBe(2);
    expect((await read("多久发货？能开票吗", undefined, { 多久发货: sure(0.9) })).parts).toBeUndefined();
  });

  it("is read in bounded time, whatever it is", async () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom(
        "不是".repeat(5_000),
        "那那那呢".repeat(2_000),
        "是,不是".repeat(50),
        "选".repeat(10_000),
        "1 ".repeat(5_000),
      ),
    );
    await fc.assert(
      fc.asyncProperty(texts, texts, async (text, topic) => {
        const begun = performance.now();
        await read(text, { topic: topic.slice(0, 300), slots: [{ kind: "height", value: "156cm" }] }, {});
        expect(performance.now() - begun).toBeLessThan(1_000);
      }),
      { numRuns: 100 },
    );
  });
});

describe("A danger in one part of a message", () => {
  it("outweighs what the whole would be answered", async () => {
    const text = "多久发货?孩子把珠子咽了怎么办";
    const read = await readInContext({ storeId: storeId("s"), text, at: NOW }, async (asked) =>
      asked.startsWith("孩子")
        ? reading({ urgency: "high", skill: "complaint", signs: ["danger:咽了", "danger-kind:injury", "topic:x"] })
        : reading({ candidates: [candidate("a", 0.9)] }),
    );

    expect(read).toMatchObject({ urgency: "high", skill: "complaint", candidates: [] });
    expect(read.signs).toEqual(expect.arrayContaining(["danger:咽了", "danger-kind:injury"]));
    expect(read.parts).toBeUndefined();
  });

  it("is taken in a correction, however well another meaning would be answered", async () => {
    const context: QuestionContext = { topic: "脸红正常吗", slots: [] };
    const read = await readInContext({ storeId: storeId("s"), text: "不是脸红,是脸肿", at: NOW, context }, async (asked) =>
      asked === "脸肿" ? reading({ urgency: "high" }) : reading({ candidates: [candidate("a", 0.9)] }),
    );

    expect(read.urgency).toBe("high");
  });
});
