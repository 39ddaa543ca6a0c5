import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEmbedder, type Embedder, type EmbedderOptions } from "../../adapters/embeddings/index.ts";
import { normalise } from "../../intents/normalise.ts";
import { readFixture } from "../../intents/training/fixtures.ts";
import { createUnderstanding, type OpenUnderstanding } from "../../intents/understanding.ts";
import { articleId, storeId } from "../../src/core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../../src/core/policy.ts";
import type { KnownArticle, QuestionContext, Reading } from "../../src/core/understanding.ts";
import { chooseAction } from "../../src/desk/rules/action.ts";
import { embeddingServer, type EmbeddingServer, type Manner } from "../support/embedding-server.ts";

const SHOP = storeId("womenswear");
const NOON = Date.UTC(2026, 10, 21, 4);
/** Shares nothing with the article that the service says it means. */
const STRANGE = "外婆家那台老古董转筒能搅和不";
const MEANT = articleId("w-wash");

const { articles } = await readFixture("tests/fixtures/knowledge", "womenswear");
/** In words that no article uses: those the service has read already. */
const NEW_QUESTIONS = [
  ...["你家东西拍完几天寄出来呀", "寄回去的邮费算谁头上", "今天天气怎么样", "转人工", "谢谢", "冒烟了"],
  ...[STRANGE, "我想退了怎么操作,还有什么时候发货", "how long till it leaves your warehouse"],
];
const alone = await createUnderstanding();
await alone.learn(SHOP, articles);

let server: EmbeddingServer;
let embedder: Embedder;
let helped: OpenUnderstanding;

beforeEach(async () => {
  server = await embeddingServer();
  for (const { question, alternatives } of articles)
    server.mean(...[question, ...alternatives].map((text) => normalise(text).text));
  server.mean("衣服怎么洗", STRANGE);
  await open();
});
afterEach(async () => {
  embedder.close();
  await server.close();
});

async function open(more: Partial<EmbedderOptions> = {}): Promise<void> {
  embedder = createEmbedder({ url: server.url, model: "m", timeoutMs: 300, learnTimeoutMs: 1_000, ...more });
  helped = await createUnderstanding({ embedder, learnAgainAfterMs: 1 });
}

async function learn(known: readonly KnownArticle[] = articles): Promise<void> {
  await helped.learn(SHOP, known);
  await helped.settled();
}

const read = (by: OpenUnderstanding, text: string, context?: QuestionContext): Promise<Reading> =>
  by.read({ storeId: SHOP, text, at: NOON, context });
const isHeard = ({ signs }: Reading): boolean => signs.includes("meaning:service");
const textsSince = (count: number): readonly string[] => server.asked.slice(count).flatMap(({ texts }) => texts);

describe("Understanding with an embedding service", () => {
  it("finds the article the service says a text means, though they share nothing", async () => {
    await learn();
    expect((await read(alone, STRANGE)).candidates).toEqual([]);
    const reading = await read(helped, STRANGE);
    expect(chooseAction(reading, DEFAULT_THRESHOLDS)).toMatchObject({ action: "answer", candidates: [{ articleId: MEANT }] });
    expect(isHeard(reading)).toBe(true);
  });

  it("asks for a question once, parts and follow-up with it, and never for the same words again", async () => {
    await learn();
    const before = server.asked.length;
    await read(helped, "怎么退货,还有多久发货");
    await read(helped, "那红色的呢", { topic: "黑色的有货吗", slots: [] });
    expect(server.asked.length - before).toBe(2);
    expect(textsSince(before)).toEqual(
      expect.arrayContaining(["怎么退货,还有多久发货", "多久发货", "那红色的呢", "红色的有货吗"]),
    );
    await read(helped, "怎么退货,还有多久发货");
    // What an article says is known too.
    await read(helped, "亲,怎么退货");
    expect(server.asked.length - before).toBe(2);
  });

  it("answers no danger, calls who must be called, and asks nobody else about it", async () => {
    await learn();
    const before = server.asked.length;
    server.mean("衣服怎么洗", "插座冒烟了");
    for (const text of ["插座冒烟了", "转人工", "我要投诉", "13812345678", "在吗"])
      expect(await read(helped, text)).toEqual(await read(alone, text));
    expect(server.asked.length).toBe(before);
  });

  it.each(["睡不着怎么办", "南京路怎么走", "明天下雨吗"])(
    "is not talked into answering “%s”, which is no shop's business",
    async (text) => {
      await learn();
      server.mean("衣服怎么洗", normalise(text).text);
      const reading = await read(helped, text);
      expect(isHeard(reading)).toBe(true);
      const before = new Map((await read(alone, text)).candidates.map(({ articleId: id, confidence }) => [id, confidence]));
      const raised = reading.candidates.filter(({ articleId: id, confidence }) => confidence > (before.get(id) ?? 0.03) + 0.1);
      expect(raised).toEqual([]);
    },
  );

  it.each(["穿了以后浑身难受", "孩子嘴里发麻", "损失谁承担"])(
    "is not talked into answering “%s”, which only people may handle",
    async (text) => {
      await learn();
      server.mean("衣服怎么洗", text);
      const [plain, reading] = [await read(alone, text), await read(helped, text)];
      expect(reading.candidates[0]?.confidence ?? 0).toBeLessThan((plain.candidates[0]?.confidence ?? 0.05) + 0.01);
      const actions = [plain, reading].map((one) => chooseAction(one, DEFAULT_THRESHOLDS).action);
      expect(actions[1]).toBe(actions[0]);
    },
  );

  it("answers English by its English phrasings, though words stay unmet", async () => {
    await learn();
    server.mean("when will you ship my order", "will grandma get it by her birthday?", "will grandma get it by her birthday");
    const english = "Will grandma get it by her birthday?";
    expect(chooseAction(await read(alone, english), DEFAULT_THRESHOLDS).action).not.toBe("answer");
    const chosen = chooseAction(await read(helped, english), DEFAULT_THRESHOLDS);
    expect(chosen).toMatchObject({ action: "answer", candidates: [{ articleId: "w-ship-time" }] });
  });
});

const FAILURES: readonly Manner[] = [
  { type: "hanging" },
  { type: "half" },
  { type: "slow", ms: 60_000 },
  { type: "status", status: 500 },
  { type: "status", status: 429, headers: { "retry-after": "60" } },
  { type: "status", status: 400 },
  { type: "body", body: "no" },
  { type: "fewer" },
  { type: "shorter" },
  { type: "value", value: "null" },
  { type: "reset" },
];

describe("Understanding while the service fails", () => {
  it.each(FAILURES)("is what it would be without one (%j)", async (manner) => {
    await learn();
    server.behave(manner);
    for (const text of NEW_QUESTIONS) expect(await read(helped, text)).toEqual(await read(alone, text));
    embedder.close();
  });

  it("waits for the service no longer than the limit, and not at all once it is known to be away", async () => {
    await learn();
    server.behave({ type: "hanging" });
    const before = server.asked.length;
    // Nothing ever answers here: that these end shows the limit.
    await Promise.all(Array.from({ length: 40 }, (_, at) => read(helped, `多久发货${at}`)));
    await Promise.all(Array.from({ length: 40 }, (_, at) => read(helped, `怎么退货${at}`)));
    expect(server.asked.length - before).toBeLessThanOrEqual(6);
  });

  it("hears the service again after its pause", async () => {
    await open({ breaker: { mostFailures: 1, firstPauseMs: 1, longestPauseMs: 1 } });
    await learn();
    server.behave({ type: "status", status: 500 });
    expect(isHeard(await read(helped, STRANGE))).toBe(false);
    server.behave({ type: "well" });
    await expect.poll(async () => isHeard(await read(helped, STRANGE))).toBe(true);
  });
});

describe("Learning with an embedding service", () => {
  it("takes nothing's time: a store is known at once, and the service is heard when all of it is read", async () => {
    server.behave({ type: "hanging" });
    await helped.learn(SHOP, articles);
    expect(await read(helped, "多久发货")).toEqual(await read(alone, "多久发货"));
    expect(server.asked.every(({ texts }) => texts.length > 1)).toBe(true);
    server.behave({ type: "well" });
    server.release();
    await helped.settled();
    expect(isHeard(await read(helped, "多久发货"))).toBe(true);
  });

  it("sends of an edit what is new, and speaks on where nothing is", async () => {
    await learn();
    const before = server.asked.length;
    const edited = articles.map((one) =>
      one.id === MEANT ? { ...one, alternatives: [...one.alternatives, "能不能干洗"] } : one,
    );
    await learn(edited);
    expect(textsSince(before)).toEqual(["能不能干洗"]);
    server.behave({ type: "hanging" });
    await helped.learn(SHOP, edited.slice(1));
    expect(isHeard(await read(helped, "能不能干洗"))).toBe(true);
    expect(textsSince(before)).toEqual(["能不能干洗"]);
  });

  it("does not compare halves: until every phrasing is read the service is not heard", async () => {
    await learn(articles.slice(0, 10));
    server.behave({ type: "status", status: 503 });
    await helped.learn(SHOP, articles);
    expect(isHeard(await read(helped, STRANGE))).toBe(false);
    server.behave({ type: "well" });
    await helped.settled();
    expect(isHeard(await read(helped, STRANGE))).toBe(true);
  });

  it.each<Manner>([{ type: "status", status: 500 }, { type: "fewer" }, { type: "reset" }, { type: "status", status: 400 }])(
    "goes on where it was when the service is well again (%j)",
    async (manner) => {
      server.behave(manner);
      await helped.learn(SHOP, articles);
      await server.heard(3);
      server.behave({ type: "well" });
      await helped.settled();
      expect(isHeard(await read(helped, STRANGE))).toBe(true);
    },
  );

  it("leaves out a phrasing that the service refuses, and learns the others", async () => {
    server.behave({ type: "refusing", text: "发票" });
    await learn();
    expect(isHeard(await read(helped, STRANGE))).toBe(true);
    expect(server.asked.length).toBeLessThan(60);
  });

  it("takes a service that refuses everything for one that is away, and no text for refused", async () => {
    server.mean(normalise(articles[0]?.question ?? "").text, STRANGE);
    server.behave({ type: "status", status: 400 });
    await helped.learn(SHOP, articles);
    await server.heard(12);
    server.behave({ type: "well" });
    await helped.settled();
    expect((await read(helped, STRANGE)).candidates[0]?.articleId).toBe(articles[0]?.id);
  });

  it("begins anew with what is known last when a store is learned again meanwhile", async () => {
    server.behave({ type: "hanging" });
    await helped.learn(SHOP, articles.slice(0, 20));
    await server.heard(1);
    await helped.learn(SHOP, articles);
    server.behave({ type: "well" });
    server.release();
    await helped.settled();
    expect(isHeard(await read(helped, STRANGE))).toBe(true);
    const sent = server.asked.flatMap(({ texts }) => texts);
    expect(new Set(sent).size).toBe(sent.length);
  });
});
