import fc from "fast-check";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { createVectorCache } from "../../intents/external/cache.ts";
import { createLearner } from "../../intents/external/learner.ts";
import { closenessToArticles, gaugeStore, liftChances, supportOf, type Gauge } from "../../intents/external/standing.ts";
import { bytesOf, packedCloseness, packVector } from "../../intents/external/vectors.ts";
import { wordingOf } from "../../intents/external/wording.ts";
import { learnStore, type Measures } from "../../intents/judgement.ts";
import { matchStore } from "../../intents/match.ts";
import { loadModel } from "../../intents/model.ts";
import { normalise } from "../../intents/normalise.ts";
import type { TextEmbedder } from "../../src/core/embedder.ts";
import { articleId, storeId } from "../../src/core/ids.ts";
import { finish } from "../../src/core/steps.ts";

let model: Measures;
beforeAll(async () => void (model = await loadModel()));

/** A unit vector that turns from the first direction towards the second by so much. */
function turned(angle: number, size = 8): Float32Array {
  return Float32Array.from({ length: size }, (_, at) => [Math.cos(angle), Math.sin(angle)][at] ?? 0);
}

/** A store whose article n has two phrasings about n · 0.5 apart from the first article's. */
function storeOf(articles: number, spread = 0.05) {
  const known = Array.from({ length: articles }, (_, at) => ({
    id: articleId(`a${at}`),
    layer: "store" as const,
    phase: "presale" as const,
    question: `问题甲${at}`,
    alternatives: [`问题乙${at}`],
    answer: "好的",
  }));
  const { index } = learnStore(model, known);
  return {
    index,
    vectors: index.phrases.map(({ text }, at) =>
      packVector(turned((index.articleOf[at] ?? 0) * 0.5 + (text.includes("乙") ? spread : 0))),
    ),
  };
}

describe("What the service says of a text", () => {
  it("speaks for the article whose phrasing is closest, and against those as far as articles are from each other", () => {
    const store = storeOf(6);
    const { zh } = finish(gaugeStore(store));
    const { lifts, brought } = supportOf(
      zh as Gauge,
      finish(closenessToArticles(store, { vector: turned(1.02), isEnglish: false })),
    );
    expect(brought).toEqual([2]);
    expect(lifts[2]).toBe(5);
    expect([...lifts].filter((lift) => lift > 0)).toHaveLength(1);
    expect(Math.min(...lifts)).toBe(-2);
  });

  it("speaks for none when no article is closer than articles are to each other", () => {
    const store = storeOf(6);
    const closeness = finish(closenessToArticles(store, { vector: turned(-1), isEnglish: false }));
    expect(supportOf(finish(gaugeStore(store)).zh as Gauge, closeness).brought).toEqual([]);
  });

  it("is nothing in a language that the store has no four articles in, and from a model that cannot tell the store's own apart", () => {
    expect(finish(gaugeStore(storeOf(3)))).toEqual({ zh: undefined, en: undefined });
    expect(finish(gaugeStore(storeOf(6))).en).toBeUndefined();
    // Siblings as far from each other as from strangers.
    expect(finish(gaugeStore(storeOf(8, 0.25))).zh).toBeUndefined();
  });

  it("leaves an article alone whose phrasings the service did not take", () => {
    const { index, vectors } = storeOf(6);
    const without = { index, vectors: vectors.map((vector, at) => (index.articleOf[at] === 2 ? undefined : vector)) };
    const closeness = finish(closenessToArticles(without, { vector: turned(1.02), isEnglish: false }));
    expect(supportOf({ mean: 0.8, deviation: 0.05, keenness: 1 }, closeness).lifts[2]).toBe(0);
  });

  it("is weighed in so that chances stay chances, rise with the lift, and stay as they are without one", () => {
    const chances = fc.array(fc.double({ min: 0, max: 0.24, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(chances, fc.double({ min: -2, max: 5, noNaN: true }), (before, lift) => {
        const after = liftChances(before, [lift]);
        expect(after.every((one) => one >= 0 && one <= 1)).toBe(true);
        expect(after.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.sign(lift) * ((after[0] ?? 0) - (before[0] ?? 0))).toBeGreaterThanOrEqual(-1e-12);
        liftChances(before, []).forEach((one, at) => expect(one).toBeCloseTo(before[at] ?? 0, 12));
      }),
    );
    expect(liftChances([1], [5])).toEqual([1]);
    expect(liftChances([0, 0], [5, 5])).toEqual([0, 0]);
  });
});

it("An article that the service brings is looked at, whatever was retrieved", () => {
  const { index } = storeOf(30);
  const asked = { text: normalise("全无关系"), at: 0, agreements: [] };
  const articlesIn = (brought: readonly number[]) =>
    matchStore(model, index, { ...asked, brought }).evidence.map(({ article }) => article);
  const left = [...index.articles.keys()].filter((article) => !articlesIn([]).includes(article));
  expect(left.length).toBeGreaterThan(0);
  expect(articlesIn(left.slice(0, 2))).toEqual(expect.arrayContaining(left.slice(0, 2)));
});

it("What was learned of an index says nothing about another, whose articles stand elsewhere", async () => {
  const [first, second] = [storeOf(6).index, storeOf(6).index];
  const embed: TextEmbedder["embed"] = async (texts) => ({ type: "vectors", vectors: texts.map((_, at) => turned(at)) });
  const learner = createLearner({ embedder: { mostTexts: 4, embed }, cache: createVectorCache(1e6) });
  await learner.learn(storeId("s"), first);
  await learner.settled();
  expect(learner.known(storeId("s"), first)).toBeDefined();
  expect(learner.known(storeId("s"), second)).toBeUndefined();
});

it("What was read of a large store speaks on after an edit, and is looked up while everybody else has turns", async () => {
  const { index: small } = storeOf(6);
  const places = Array.from({ length: 1_400 }, (_, at) => at % small.phrases.length);
  const phrases = places.flatMap((at) => small.phrases[at] ?? []);
  const index = { ...small, phrases, articleOf: Uint32Array.from(places, (at) => small.articleOf[at] ?? 0) };
  let sent = 0;
  const embed: TextEmbedder["embed"] = async (texts) => {
    sent += texts.length;
    return { type: "vectors", vectors: texts.map((_, at) => turned(at)) };
  };
  const learner = createLearner({ embedder: { mostTexts: 64, embed }, cache: createVectorCache(1e6) });
  await learner.learn(storeId("s"), index);
  await learner.settled();
  const sentBefore = sent;

  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  // A machine that takes a moment for each phrasing.
  const slowly = (text: string): string => (vi.advanceTimersByTime(1), text);
  const edited = {
    ...index,
    phrases: phrases.map(({ text, ...rest }) => ({
      ...rest,
      get text() {
        return slowly(text);
      },
    })),
  };
  let turns = 0;
  let isOver = false;
  const other = (): void => {
    turns += 1;
    if (!isOver) setImmediate(other);
  };
  setImmediate(other);
  await learner.learn(storeId("s"), edited);
  isOver = true;

  expect(turns).toBeGreaterThanOrEqual(3);
  expect(learner.known(storeId("s"), edited)?.vectors).toHaveLength(1_400);
  expect(sent).toBe(sentBefore);
  await learner.settled();
});

it("A store that finds no room in memory does without the service, and takes nobody else's room", async () => {
  const { index } = storeOf(6);
  const embed: TextEmbedder["embed"] = async (texts) => ({ type: "vectors", vectors: texts.map((_, at) => turned(at)) });
  const learner = createLearner({ embedder: { mostTexts: 64, embed }, cache: createVectorCache(1e6), mostBytes: 4_000 });
  await learner.learn(storeId("first"), index);
  await learner.settled();
  await learner.learn(storeId("second"), index);
  await learner.settled();
  const isKnown = (id: string): boolean => learner.known(storeId(id), index) !== undefined;
  expect([isKnown("first"), isKnown("second")]).toEqual([true, false]);
});

it("A store that finds no room in memory is not read to the end", async () => {
  const { index } = storeOf(100);
  let asked = 0;
  const embed: TextEmbedder["embed"] = async (texts) => {
    asked += texts.length;
    return { type: "vectors", vectors: texts.map((_, at) => turned(at)) };
  };
  const learner = createLearner({ embedder: { mostTexts: 10, embed }, cache: createVectorCache(1e6), mostBytes: 4_000 });
  await learner.learn(storeId("large"), index);
  await learner.settled();
  expect(learner.known(storeId("large"), index)).toBeUndefined();
  // 200 phrasings of more than 200 bytes each.
  expect(asked).toBe(20);
});

it("What should not have happened is reported, and the next store is read all the same", async () => {
  const [bad, good] = [storeOf(6).index, storeOf(7).index];
  const reported: unknown[] = [];
  let isBad = true;
  const embed: TextEmbedder["embed"] = async (texts) => {
    if (isBad) throw new Error("it broke");
    return { type: "vectors", vectors: texts.map((_, at) => turned(at)) };
  };
  const report = (error: unknown): void => {
    reported.push(error);
    isBad = false;
  };
  const learner = createLearner({ embedder: { mostTexts: 64, embed }, cache: createVectorCache(1e6), report });
  await learner.learn(storeId("bad"), bad);
  await learner.learn(storeId("good"), good);
  await learner.settled();
  expect(reported).toMatchObject([{ message: "it broke" }]);
  const isKnown = (id: string, index: typeof bad): boolean => learner.known(storeId(id), index) !== undefined;
  expect([isKnown("bad", bad), isKnown("good", good)]).toEqual([false, true]);
});

describe("A packed vector", () => {
  it("keeps cosines to the second digit", () => {
    const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 });
    const unit = (values: readonly number[]): Float32Array => {
      const length = Math.hypot(...values) || 1;
      return Float32Array.from(values, (value) => value / length);
    };
    fc.assert(
      fc.property(numbers, numbers, (one, another) => {
        const [a, b] = [unit(one), unit(another)];
        const exact = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
        expect(Math.abs(packedCloseness(packVector(a), b) - exact)).toBeLessThan(0.03);
      }),
    );
  });

  it("is kept as long as there is room, and what was not asked for longest goes first", () => {
    const vector = packVector(turned(0));
    const cache = createVectorCache(3 * bytesOf("a", vector));
    for (const text of ["a", "b", "c"]) cache.set(text, vector);
    cache.get("a");
    cache.set("d", vector);
    expect(["a", "b", "c", "d"].map((text) => cache.get(text) !== undefined)).toEqual([true, false, true, true]);
    cache.set("d", vector);
    expect(cache.bytes()).toBe(3 * bytesOf("a", vector));
  });
});

describe("What is sent to the service", () => {
  it.each([
    ["亲,在吗?請問什麼時候出貨呀,谢谢", "什么时候出货呀"],
    ["订单号773206518840227什么时候发货", "订单号 订单号 什么时候发货"],
    ["我的手机13812345678,怎么退货", "我的手机 手机号 ,怎么退货"],
    ["SF1234567890123 怎么还没到", "快递单号  怎么还没到"],
    ["my order 773206518840227 is late, when will it ship", "my order  tracking number  is late, when will it ship"],
  ])("of “%s” is “%s”", (text, sent) => {
    expect(wordingOf(text)?.text).toBe(sent);
  });

  it.each(["谢谢", "你好", "在吗", "好的", "转人工", "我要投诉你们", "插座冒烟了", "13812345678", "😂😂", "", "。。。"])(
    "of “%s” is nothing: no article answers it",
    (text) => {
      expect(wordingOf(text)).toBeUndefined();
    },
  );

  it("is never long, and never half a character", () => {
    const sent = wordingOf(`怎么退货${"𠮷".repeat(5_000)}`)?.text ?? "";
    expect(sent.length).toBeLessThanOrEqual(400);
    expect(sent.isWellFormed()).toBe(true);
  });
});
