import { describe, expect, it } from "vitest";
import { takeStores } from "../../intents/training/fitting.ts";
import type { CatalogIntent } from "../../intents/catalog.ts";
import type { Fixture } from "../../intents/training/fixtures.ts";
import { trainForeign, trainPeople } from "../../intents/training/whose.ts";
import { whoseSigns } from "../../intents/whose.ts";
import { articleId } from "../../src/core/ids.ts";

const intent = (id: string, kind: "shop" | "none", zh: readonly string[]): CatalogIntent => ({
  ...{ id, kind, skill: null, phase: null, risk: "safe", slots: [], zhTW: [], en: [] },
  name: { zh: id, en: id },
  zh: [...zh],
});

const background = {
  catalog: [
    intent("shipping", "shop", ["什么时候发货", "几天能发货", "运费多少", "包邮吗"]),
    intent("none", "none", ["明天会下雨吗", "今天下雪吗", "写一首诗", "背一首唐诗"]),
  ],
  trades: [],
};

function store(name: string, [asked, handed]: readonly [string, string]): Fixture {
  const question = (text: string, gold: string) => ({ id: text, text, golds: [gold] });
  return {
    name,
    articles: [
      { id: articleId("wash"), layer: "store", phase: "presale", question: "怎么洗", alternatives: ["能机洗吗"], answer: "手洗" },
    ],
    questions: [question(asked, "wash"), question(handed, "handover")],
  };
}

const stores = {
  fixtures: [store("coats", ["这个能机洗吗", "退款三天了还没到"]), store("shirts", ["可以用洗衣机洗吗", "退款一个礼拜没到账"])],
  peoples: [store("coats", ["怎么洗", "答应退款的呢"]), store("shirts", ["怎么洗", "退款被拒了"])].map((one) => ({
    ...one,
    questions: one.questions.filter(({ golds }) => golds.includes("handover")),
  })),
};

describe("whose business a text is", () => {
  const whose = { foreign: trainForeign(background), people: trainPeople(background, stores) };

  it("what no shop is asked looks foreign, what shops are asked does not", () => {
    expect(whoseSigns(whose, "后天下雨吗").foreign).toBeGreaterThan(0);
    expect(whoseSigns(whose, "哪天发货").foreign).toBeLessThan(0);
  });

  it("a case of one's own looks like a person's, what an article says does not", () => {
    expect(whoseSigns(whose, "退款五天没到").people).toBeGreaterThan(0);
    expect(whoseSigns(whose, "机洗行吗").people).toBeLessThan(0);
  });

  it("a model that does not know the label is refused by name", () => {
    expect(() => whoseSigns({ ...whose, people: whose.foreign }, "怎么洗")).toThrow("people");
  });
});

describe("stores taken for a fit", () => {
  it("come with their own questions for people, and no others", () => {
    const taken = takeStores(stores, (at) => at === 1);

    expect(taken.fixtures.map(({ name }) => name)).toEqual(["shirts"]);
    expect(taken.peoples.map(({ name }) => name)).toEqual(["shirts"]);
  });
});
