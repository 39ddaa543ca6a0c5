import { setImmediate } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { createUnderstanding } from "../../intents/understanding.ts";
import { articleId, storeId } from "../../src/core/ids.ts";
import type { KnownArticle, Understanding } from "../../src/core/understanding.ts";

let understanding: Understanding;

beforeAll(async () => {
  understanding = await createUnderstanding();
});

function article(at: number, question: string): KnownArticle {
  const alternatives = [`第${at}号${question}吗`, `想问下${question}${at}`];
  return {
    id: articleId(`a${at}`),
    layer: "store",
    phase: "presale",
    question: `${question}${at}`,
    alternatives,
    answer: "好的",
  };
}

const MANY = Array.from({ length: 300 }, (_, at) => article(at, ["可以刻字", "能送花", "有礼盒", "用什么面料"][at % 4] ?? ""));

async function titleFor(text: string, store: string): Promise<string | undefined> {
  return (await understanding.read({ storeId: storeId(store), text, at: 0 })).candidates[0]?.title;
}

describe("learning a large store", () => {
  it("lets everything else have its turn, many times", async () => {
    let turns = 0;
    let isLearnt = false;
    const learning = understanding.learn(storeId("large"), MANY).then(() => void (isLearnt = true));
    while (!isLearnt) {
      await setImmediate();
      turns += 1;
    }
    await learning;

    expect(turns).toBeGreaterThan(3);
    expect(await titleFor("第7号用什么面料吗", "large")).toBe("用什么面料7");
  });

  it("answers from what was known before until it is done", async () => {
    await understanding.learn(storeId("edited"), [article(1, "可以绣花")]);
    const learning = understanding.learn(storeId("edited"), MANY);

    expect(await titleFor("可以绣花1", "edited")).toBe("可以绣花1");
    await learning;
    expect(await titleFor("可以绣花1", "edited")).not.toBe("可以绣花1");
  });

  it("ends with what was said last, however long the earlier takes", async () => {
    const store = storeId("hurried");
    const all = [understanding.learn(store, MANY), understanding.learn(store, [article(1, "可以绣花")])];
    await Promise.all(all);

    expect(await titleFor("可以绣花1", "hurried")).toBe("可以绣花1");
    expect(
      (await understanding.read({ storeId: store, text: "有礼盒2", at: 0 })).candidates.map(({ title }) => title),
    ).not.toContain("有礼盒2");
  });
});
