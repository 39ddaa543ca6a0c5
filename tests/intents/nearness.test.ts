import { expect, it } from "vitest";
import { embed, readEmbedding, writeEmbedding } from "../../intents/embedding.ts";
import { learnStore } from "../../intents/judgement.ts";
import { matchStore } from "../../intents/match.ts";
import { loadModel } from "../../intents/model.ts";
import { nearnessAt, nearnessRows, sentencesOf, standingsAmong, type Near } from "../../intents/nearness.ts";
import { normalise } from "../../intents/normalise.ts";
import { addStart } from "../../intents/start-vector.ts";
import { articleId } from "../../src/core/ids.ts";
import type { KnownArticle } from "../../src/core/understanding.ts";
import { NEARNESS_SETTINGS, trainNearness } from "../../intents/training/nearness.ts";

const { nearness } = await loadModel();
const articleOf = (id: string, question: string): KnownArticle => ({
  ...{ id: articleId(id), layer: "store", phase: "presale" },
  ...{ question, alternatives: [], answer: "见详情" },
});
const cosine = (a: string, b: string): number =>
  nearnessAt(embed(nearness, normalise(a)), nearnessRows(nearness, [normalise(b)]), 0);

it.each([
  ["邮费谁出啊", "退货运费谁承担", "能开发票吗"],
  ["洗完缩了一圈", "会不会缩水", "几天能到"],
  ["when will it ship", "多久发货", "怎么清洗"],
  ["還沒收到貨", "快递到哪了", "有什么颜色"],
])("“%s” is nearer to “%s” than to “%s”", (asked, same, other) => {
  expect(cosine(asked, same)).toBeGreaterThan(cosine(asked, other));
});

it("A text is as near to itself as can be, whatever is lost in keeping its row small", () => {
  for (const text of ["多久发货", "这款羊毛衫起球吗，我怕扎", "鑫淼龘", "where is my parcel"])
    expect(cosine(text, text)).toBeGreaterThan(0.997);
});

it("Two texts that share characters nobody trained are nearer than two that share none", () => {
  expect(cosine("龘靐齉", "龘靐麤")).toBeGreaterThan(cosine("龘靐齉", "鱻爨灪") + 0.2);
});

it("Where a gram starts is the same each time, of the same length for all, and about at right angles to others", () => {
  const start = (hash: number): Float32Array => {
    const vector = new Float32Array(192);
    addStart(vector, hash);
    return vector;
  };
  const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  expect(start(7)).toEqual(start(7));
  for (const [a, b] of [
    [1, 2],
    [2, 3],
    [0xffffffff, 0xfffffffe],
    [0, 5],
  ] as const) {
    expect(dot(start(a), start(a))).toBeCloseTo(1.92, 3);
    expect(Math.abs(dot(start(a), start(b)))).toBeLessThan(0.5);
  }
});

it("An article leads by how far it is before the nearest of the others", () => {
  const near = (phrasing: number, answer: number): Near => ({ phrasing, answer, question: phrasing, twoNearest: phrasing });
  const compared = new Map([
    [3, near(0.9, 0.1)],
    [5, near(0.4, 0.6)],
    [8, near(0.7, 0.2)],
  ]);
  const leads = (article: number) => {
    const { phrasingLead, answerLead } = standingsAmong(compared)(article);
    return [phrasingLead, answerLead].map((lead) => Number(lead.toFixed(6)));
  };
  expect(leads(3)).toEqual([0.2, -0.5]);
  expect(leads(5)).toEqual([-0.5, 0.4]);
  expect(standingsAmong(compared)(99).phrasing).toBe(-1);
});

it("An article that is looked at for its matter alone is compared however many phrasings of others are more alike", async () => {
  const model = await loadModel();
  const others = Array.from({ length: 450 }, (_, at) => articleOf(`other-${at}`, `多久发货${at}号仓`));
  const { index } = learnStore(model, [...others, articleOf("meant", "尺码对照")]);
  const agreements = index.articles.map(({ id }) => (id === "meant" ? 1 : 0));
  const { evidence } = matchStore(model, index, { text: normalise("多久发货"), at: 0, agreements });
  const meant = evidence.find(({ article }) => index.articles[article]?.id === "meant");
  expect(meant?.nearness.phrasing).toBeCloseTo(cosine("多久发货", "尺码对照"), 2);
});

it("An answer is compared by its sentences, and by no more than eight", () => {
  expect(sentencesOf("七天内可退。运费我们出！\n谢谢").map(({ text }) => text)).toEqual(["七天内可退", "运费我们出", "谢谢"]);
  expect(sentencesOf("一。".repeat(20))).toHaveLength(8);
  expect(sentencesOf(" \n")).toEqual([]);
});

it("Training brings texts of one label together and keeps others apart, the same way each time", () => {
  const lines = [
    ["邮费多少", "运费几块", "快递费怎么算", "包邮吗", "寄费谁出", "运费贵吗"],
    ["什么颜色好看", "有红的吗", "颜色有几种", "黑色还有吗", "哪个颜色显白", "红的还是黑的"],
  ];
  const corpus = {
    labels: ["freight", "colour"],
    texts: lines.flatMap((texts, label) => texts.map((text) => ({ text, label }))),
  };
  const settings = { ...NEARNESS_SETTINGS, dimensions: 32, epochs: 40, minTexts: 1, batch: 6 };
  const trained = trainNearness(corpus, settings);
  const near = (a: string, b: string): number =>
    nearnessAt(embed(trained, normalise(a)), nearnessRows(trained, [normalise(b)]), 0);
  expect(near("邮费多少", "包邮吗")).toBeGreaterThan(near("邮费多少", "有红的吗") + 0.5);
  expect(trainNearness(corpus, settings)).toEqual(trained);
});

it("What is written can be read again, and says what becomes of grams it never met", () => {
  const again = readEmbedding(writeEmbedding(nearness));
  expect(again.unmet).toBe("start");
  expect(embed(again, normalise("多久发货"))).toEqual(embed(nearness, normalise("多久发货")));
});
