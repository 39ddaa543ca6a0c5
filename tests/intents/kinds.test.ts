import { beforeAll, describe, expect, it } from "vitest";
import { careGap } from "../../intents/kinds.ts";
import { createUnderstanding } from "../../intents/understanding.ts";
import { articleId, storeId } from "../../src/core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../../src/core/policy.ts";
import type { KnownArticle, Reading, Understanding } from "../../src/core/understanding.ts";
import { chooseAction } from "../../src/desk/rules/action.ts";

const SHOP = storeId("nuts");
const article = (id: string, question: string, alternatives: readonly string[], answer: string): KnownArticle => {
  return { id: articleId(id), layer: "store", phase: "presale", question, alternatives, answer };
};
const DAILY = article("daily", "每日坚果可以每天吃吗", ["这个坚果能天天吃吗", "我能吃几包坚果"], "一天一包正好。");
const PREGNANT = article("pregnant", "怀孕可以吃坚果吗", ["孕妇能不能吃你家坚果"], "可以，一天不超过一包，先问过医生。");
let understanding: Understanding;

beforeAll(async () => {
  understanding = await createUnderstanding();
  await understanding.learn(SHOP, [DAILY]);
});

const read = (text: string): Promise<Reading> => understanding.read({ storeId: SHOP, text, at: 0 });

describe("a danger", () => {
  it.each([
    "把那个小珠子咽下去了怎么弄",
    "脸肿得跟馒头似的",
    "插上手一麻",
    "喝完叫不醒了",
    "掰下来一块卡住了脸发紫",
    "锁打不开娃一个人在里头哭",
    "my toddler put the tiny magnet in her mouth and it is gone",
  ])("is noticed in “%s”, in which no listed word need be, and goes to a person at once", async (text) => {
    const reading = await read(text);

    expect(reading.urgency).toBe("high");
    expect(chooseAction(reading, DEFAULT_THRESHOLDS).reasons[0]?.code).toBe("handover-danger");
  });

  it.each(["新机有异味正常吗", "颜值爆炸爱了", "急死了到底发没发", "掉色吗", "屏幕碎了一角要换", "怕吵醒孩子,声音大吗"])(
    "is none in “%s”",
    async (text) => {
      expect((await read(text)).urgency).toBe("normal");
    },
  );

  it("is quoted as the reason, no longer than a line", async () => {
    const long = `${"昨天晚上一家人吃完你们家那个东西,".repeat(3)}轮流跑厕所,孩子现在叫不醒`;
    const sign = (await read(long)).signs.find((text) => text.startsWith("danger:")) ?? "";

    expect(sign.length).toBeGreaterThan("danger:".length);
    expect(sign.length).toBeLessThan(40);
  });
});

describe("a careful question", () => {
  it("falls short of an article by what that speaks less of it", () => {
    expect(careGap({ danger: 0, ask: 0.9 }, { danger: 0, ask: 0.2 })).toBeCloseTo(0.7);
    expect(careGap({ danger: 0, ask: 0.2 }, { danger: 0, ask: 0.9 })).toBe(0);
    expect(careGap({ danger: 0, ask: 0.5 }, undefined)).toBe(0.5);
  });

  it("is not answered by an article that is only about something similar, but by one that speaks of it", async () => {
    const text = "孕妇能吃这个坚果吗";
    const shop = storeId("careful");
    await understanding.learn(shop, [DAILY]);
    const similar = await understanding.read({ storeId: shop, text, at: 0 });
    await understanding.learn(shop, [DAILY, PREGNANT]);
    const told = await understanding.read({ storeId: shop, text, at: 0 });

    expect(similar.candidates[0]?.confidence).toBeLessThan(DEFAULT_THRESHOLDS.answer);
    expect(told.candidates[0]?.articleId).toBe("pregnant");
    expect(chooseAction(told, DEFAULT_THRESHOLDS).action).toBe("answer");
  });
});
