import { beforeAll, describe, expect, it } from "vitest";
import { readTopicModel } from "../../intents/topics.ts";
import { agreements, linksOf, offerLinked } from "../../intents/links.ts";
import { readFixture } from "../../intents/training/fixtures.ts";
import { createUnderstanding } from "../../intents/understanding.ts";
import { readFile } from "node:fs/promises";
import { articleId, storeId } from "../../src/core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../../src/core/policy.ts";
import type { KnownArticle, Reading, Understanding } from "../../src/core/understanding.ts";
import { chooseAction } from "../../src/desk/rules/action.ts";

const SHOP = storeId("linked");
const QUESTION = "生完宝宝胖到130了,买哪个";
let understanding: Understanding;
let others: readonly KnownArticle[];

beforeAll(async () => {
  understanding = await createUnderstanding();
  const { articles } = await readFixture("tests/fixtures/knowledge", "womenswear");
  others = articles.filter(({ id }) => !["w-size", "w-plus", "w-model"].includes(id));
});

/** An article in whose words nobody would look for sizes. */
const CHART: KnownArticle = {
  id: articleId("chart"),
  layer: "store",
  phase: "presale",
  question: "图片对照",
  alternatives: ["表在哪里"],
  answer: "请看详情页最后一张图。",
};

async function readWith(topics: readonly string[] | undefined, text = QUESTION): Promise<Reading> {
  await understanding.learn(SHOP, [...others, { ...CHART, topics }]);
  return understanding.read({ storeId: SHOP, text, at: 0 });
}
const sureOf = (reading: Reading, id = "chart") => reading.candidates.find(({ articleId }) => articleId === id)?.confidence ?? 0;
const actionOf = (reading: Reading) => chooseAction(reading, DEFAULT_THRESHOLDS).action;

describe("an article that people linked to an intent", () => {
  it("is found by a question that shares no word with it, and no longer when the link is gone", async () => {
    const guessed = await readWith(undefined);
    const linked = await readWith(["size-advice"]);
    const linkedToNone = await readWith([]);
    const unlinked = await readWith(undefined);

    expect([...QUESTION].filter((letter) => /\p{Script=Han}/u.test(letter) && CHART.question.includes(letter))).toEqual([]);
    expect(understanding.suggestTopics(CHART).map(({ id }) => id)).not.toContain("size-advice");
    expect(sureOf(guessed)).toBeLessThan(DEFAULT_THRESHOLDS.askBack);
    expect(linked.candidates[0]?.articleId).toBe("chart");
    expect(["answer", "clarify"]).toContain(actionOf(linked));
    expect(sureOf(linkedToNone)).toBeLessThan(DEFAULT_THRESHOLDS.askBack);
    expect(unlinked).toEqual(guessed);
  });

  it("never answers by its link alone, however little a store asks of an answer", async () => {
    const mute = { ...CHART, question: "说明3", alternatives: [], answer: "见图", topics: ["invoice"] };
    await understanding.learn(SHOP, [mute]);
    const reading = await understanding.read({ storeId: SHOP, text: "能开发票吗", at: 0 });
    const [{ confidence, withoutLink } = { confidence: 0 }] = reading.candidates;

    expect(confidence).toBeGreaterThan(DEFAULT_THRESHOLDS.askBack);
    expect(withoutLink).toBeLessThan(DEFAULT_THRESHOLDS.askBack);
    expect(chooseAction(reading, { ...DEFAULT_THRESHOLDS, answer: DEFAULT_THRESHOLDS.askBack, lead: 0 }).action).toBe("clarify");
  });

  it("is not found any better by a question of another intent", async () => {
    const text = "怎么开发票";

    const linked = await readWith(["size-advice"], text);

    expect(sureOf(linked)).toBeLessThan(DEFAULT_THRESHOLDS.askBack);
    expect(sureOf(linked, "w-invoice")).toBe(sureOf(await readWith(undefined, text), "w-invoice"));
  });

  it("is found less when it is linked to another intent than its words suggest", async () => {
    const size = { ...CHART, question: "怎么选尺码", alternatives: [] };
    const read = async (topics: readonly string[] | undefined): Promise<Reading> => {
      await understanding.learn(SHOP, [...others, { ...size, topics }]);
      return understanding.read({ storeId: SHOP, text: "我该拍多大的", at: 0 });
    };

    const [suggested, elsewhere, nowhere] = [await read(undefined), await read(["invoice"]), await read([])];

    expect(understanding.suggestTopics(size)[0]?.id).toBe("size-advice");
    expect(sureOf(elsewhere)).toBeLessThan(sureOf(suggested));
    expect(sureOf(nowhere)).toBeLessThan(sureOf(suggested));
  });

  it("answers no English question without an English phrasing", async () => {
    const reading = await readWith(["size-advice"], "what size should I get, 165 cm and 60 kg?");

    expect(sureOf(reading)).toBe(0);
  });

  it("speaks only while it is valid", async () => {
    await understanding.learn(SHOP, [{ ...CHART, topics: ["size-advice"], validFrom: 1_000 }]);

    expect((await understanding.read({ storeId: SHOP, text: QUESTION, at: 999 })).candidates).toEqual([]);
    expect((await understanding.read({ storeId: SHOP, text: QUESTION, at: 1_000 })).candidates).toHaveLength(1);
  });

  it.each(["电饭煲冒烟了怎么办", "孩子用完脸肿了", "吃了你们家的坚果一直吐", "插上就漏电,手都麻了"])(
    "leaves a danger to people whatever it is linked to: %s",
    async (text) => {
      const every = [...understanding.topics.map(({ id }) => id), "injury-danger", "food-safety"];

      for (const topics of [["injury-danger"], ["food-safety"], ["not-working", "quality-problem", "usage-suitability"], every]) {
        const reading = await readWith(topics, text);

        expect(reading.urgency, String(topics)).toBe("high");
        expect(actionOf(reading), String(topics)).toBe("handover");
      }
    },
  );

  it("gains nothing from a link to what only people may handle", async () => {
    const text = "我要仅退款";

    expect(sureOf(await readWith(["refund-only"], text))).toBe(sureOf(await readWith([], text)));
  });
});

describe("what links weigh", () => {
  const model = async () => readTopicModel(await readFile("intents/model/topics.bin"));
  const surely = (size: number, ...at: readonly number[]) =>
    new Float32Array(size).map((_, n) => (at.includes(n) ? 1 / at.length : 0));

  it("is 1 for a question of a linked topic however many are linked, and 0 for any other or none", async () => {
    const topics = await model();
    const links = linksOf(topics, { topics: ["size-advice", "stock", "no-such", "injury-danger", "greeting"] }) ?? [];
    const at = (id: string) => topics.topics.findIndex((topic) => topic.id === id);
    const guessed = [{ article: 0, size: 1, topicRoots: surely(topics.topics.length, at("invoice")) }];
    const fit = (linked: readonly number[] | undefined, ...ids: readonly string[]) =>
      agreements(surely(topics.topics.length, ...ids.map(at)), [{ links: linked }], guessed)[0];
    const weigh = (...ids: readonly string[]) => fit(links, ...ids);

    expect(links.map((link) => topics.topics[link]?.id).sort()).toEqual(["size-advice", "stock"]);
    expect([weigh("size-advice"), weigh("stock"), weigh("stock", "size-advice")]).toEqual([1, 1, 1]);
    expect(weigh("stock", "invoice")).toBeCloseTo(Math.SQRT1_2);
    expect(weigh("invoice")).toBe(0);
    expect(fit([], "stock")).toBe(0);
    expect(fit(undefined, "invoice")).toBe(1);
  });

  it("offers a linked article as far as the others leave room, and takes from no article what it has", () => {
    const none = { links: undefined };
    const linked = { ...none, links: [1] };
    const question = Float32Array.of(0.25, 0.75);

    expect(offerLinked([0.1], [linked], question)).toEqual([expect.closeTo(0.255)]);
    expect(offerLinked([0.1, 0.5], [linked, none], question)).toEqual([expect.closeTo(0.1275), 0.5]);
    expect(offerLinked([0.1, 0.97], [linked, none], question)).toEqual([0.1, 0.97]);
    expect(offerLinked([0.4, 0.1], [linked, linked], question)).toEqual([0.4, expect.closeTo(0.255)]);
    expect(offerLinked([0.6], [none], question)).toEqual([0.6]);
  });
});

describe("what is suggested", () => {
  const suggest = (question: string, more: Partial<KnownArticle> = {}) =>
    understanding.suggestTopics({ ...CHART, question, alternatives: [], ...more });

  it.each([
    ["退货运费谁出", "return-freight"],
    ["怎么选尺码", "size-advice"],
    ["七天無理由怎麼退", "seven-day-return"],
    ["How long is the warranty?", "warranty-repair"],
  ])("for “%s” is %s", (question, topic) => {
    const [best] = suggest(question);

    expect(best?.id).toBe(topic);
    expect(best?.confidence).toBeGreaterThan(0.5);
    expect(best?.confidence).toBeLessThanOrEqual(1);
  });

  it("is read from the other phrasings too, and from the answer", () => {
    expect(suggest("说明", { alternatives: ["多久发货", "今天能发吗"] })[0]?.id).toBe("ship-time");
    expect(suggest("包邮吗", { answer: "满 39 元包邮" })[0]?.confidence).toBeGreaterThan(
      suggest("包邮吗", { answer: "今天不下雨" })[0]?.confidence ?? 1,
    );
  });

  it.each(["", "???", "图片对照", "今天天气怎么样", "吃了拉肚子怎么办"])(
    "for “%s” is nothing that is sure enough",
    (question) => {
      expect(suggest(question, { answer: "" }).filter(({ confidence }) => confidence >= 0.5)).toEqual([]);
    },
  );

  it("is at most three, likeliest first, and only what may be linked, for every article of five stores", async () => {
    const linkable = new Set(understanding.topics.map(({ id }) => id));
    for (const name of ["womenswear", "appliances", "beauty", "snacks", "household"]) {
      for (const article of (await readFixture("tests/fixtures/knowledge", name)).articles) {
        const found = understanding.suggestTopics(article);
        const sure = found.map(({ confidence }) => confidence);

        expect(found.length).toBeLessThanOrEqual(3);
        expect(found.filter(({ id }) => !linkable.has(id))).toEqual([]);
        expect(sure).toEqual(sure.toSorted((a, b) => b - a));
      }
    }
  });

  it("reads no more of endless articles than their first twenty phrasings and the beginning of each text", () => {
    const phrasings = Array.from({ length: 500 }, (_, n) => (n < 19 ? "多久发货" : "怎么开发票"));

    expect(suggest("今天能发吗", { alternatives: phrasings, answer: "" }).map(({ id }) => id)).toEqual(["ship-time"]);
    expect(suggest(`包邮吗${" ".repeat(400)}怎么开发票`, { answer: "" })).toEqual(suggest("包邮吗", { answer: "" }));
  });
});

it("offers for links what the topic model knows, and nothing that only people may answer", async () => {
  const { topics } = readTopicModel(await readFile("intents/model/topics.bin"));
  const linkable = topics.filter(({ kind, risk }) => kind === "shop" && risk !== "human-only").map(({ id }) => id);

  expect(understanding.topics.map(({ id }) => id).toSorted()).toEqual(linkable.toSorted());
  expect(linkable).not.toContain("injury-danger");
  expect(linkable.length).toBeGreaterThan(60);
});
