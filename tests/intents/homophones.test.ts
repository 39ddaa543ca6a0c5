import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { hashGram } from "../../intents/grams.ts";
import { soundOut } from "../../intents/homophones.ts";
import { learnStore, type StoreKnowledge } from "../../intents/judgement.ts";
import { loadModel, type FrozenModel } from "../../intents/model.ts";
import { normalise } from "../../intents/normalise.ts";
import { putRight } from "../../intents/put-right.ts";
import { foldSyllable, readSounds, writeSounds } from "../../intents/sounds.ts";
import { readFixture } from "../../intents/training/fixtures.ts";
import { countSounds } from "../../intents/training/sounds.ts";
import { understandingOn } from "../../intents/understanding.ts";
import { articleId, storeId } from "../../src/core/ids.ts";
import type { KnownArticle } from "../../src/core/understanding.ts";

const article = (id: string, question: string, answer: string): KnownArticle => {
  return { id: articleId(id), layer: "store", phase: "presale", question, alternatives: [], answer };
};
const ARTICLES = [
  article("return", "怎么退货", "七天内可以退货。"),
  article("coupon", "优惠券怎么用", "下单时自动抵扣。"),
  article("ship", "什么时候发货", "四十八小时内发货。"),
  article("free", "包邮吗", "满九十九包邮。"),
  article("size", "尺码怎么选", "看尺码表。"),
  article("track", "物流到哪了", "看订单里的物流。"),
  article("smoke", "新机冒烟正常吗", "冒烟请马上断电。"),
];
const SHOP = storeId("slips");
let model: FrozenModel;
let knowledge: StoreKnowledge;

beforeAll(async () => {
  model = await loadModel();
  knowledge = learnStore(model, ARTICLES);
});

const sounded = (text: string) => soundOut(model.sounds, knowledge.index, text)?.text;
const heard = (text: string) => putRight(model, knowledge.index, normalise(text));
async function read(text: string) {
  const understanding = understandingOn(model);
  await understanding.learn(SHOP, ARTICLES);
  return understanding.read({ storeId: SHOP, text, at: 0 });
}

describe("A homophone", () => {
  it.each([
    ["怎么退火", "怎么退货"],
    ["优会券怎么用", "优惠券怎么用"],
    ["优惠卷怎么用", "优惠券怎么用"],
    ["什么时候发或", "什么时候发货"],
    ["包油吗", "包邮吗"],
    ["尺吗怎么选", "尺码怎么选"],
    ["物牛到哪了", "物流到哪了"],
    ["自量怎么样", "质量怎么样"],
    ["怎么退火,包油吗", "怎么退货,包邮吗"],
  ])("in “%s” is read as “%s”", (text, meant) => {
    expect(sounded(text)).toBe(meant);
  });

  it.each([
    "泰国旅游几月去好",
    "想问下知识库在哪",
    "今天天气怎么样",
    "考研英语怎么复习",
    "有农家乐吗",
    "how do I return it",
    "s码还有吗",
    "退",
    "",
  ])("is not found in “%s”, of whose words some are no shop's", (text) => {
    expect(sounded(text)).toBeUndefined();
  });

  it("is put right in what is matched, and said among the signs; what was written stays", async () => {
    const { text, put } = heard("你好,什么时候发或呀");
    const reading = await read("你好,什么时候发或呀");

    expect(text.text).toBe("什么时候发货呀");
    expect(text.whole).toBe("你好,什么时候发或呀");
    expect(put).toEqual(["发货呀"]);
    expect(reading.candidates[0]?.articleId).toBe("ship");
    expect(reading.signs).toContain("heard:发货呀");
  });

  it("is looked for in no long text, so that 10,000 characters take no longer", () => {
    expect(sounded(`${"什么时候发或".repeat(13)}`)).toContain("发货");
    expect(sounded("什么时候发或".repeat(14))).toBeUndefined();
    expect(sounded("什么时候发或".repeat(1_667))).toBeUndefined();
  });
});

/** Characters of a talk with how often each occurs, its syllable first; and pairs of neighbours. */
function soundsOf(characters: Readonly<Record<string, readonly [number, number]>>, pairs: Readonly<Record<string, number>>) {
  const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
  const all = Object.entries(characters);
  const counted = Object.entries(pairs).map(([pair, count]) => [hashGram(pair), count] as const);
  counted.sort(([a], [b]) => a - b);
  const syllables = [...new Set(all.map(([, [syllable]]) => syllable))].sort();
  return {
    syllablesOf: new Map(all.map(([character, [syllable]]) => [codeOf(character), [syllable]])),
    groupOf: syllables,
    charactersOf: syllables.map((one) => all.filter(([, [syllable]]) => syllable === one).map(([character]) => character)),
    counts: new Map(all.map(([character, [, count]]) => [codeOf(character), count])),
    total: 1e8,
    pairs: Uint32Array.from(counted, ([hash]) => hash),
    pairCounts: Uint16Array.from(counted, ([, count]) => count),
  };
}

describe("A character that was put", () => {
  // 议 is mostly before 机, 艺 never; before 矶, which nobody writes, 艺 is likelier.
  const sounds = soundsOf(
    { 丙: [0, 20], 羿: [1, 1], 艺: [1, 2_000], 议: [1, 40_000], 矶: [2, 1], 机: [2, 40_000], 丁: [3, 1_000_000] },
    { 丙艺: 10, 丙议: 8, 议机: 30_000, 机丁: 1_000 },
  );
  const nothingOwn = () => learnStore(model, []).index;

  it("is not changed again when its neighbour is put right, too, and is told as it stands in the end", () => {
    expect(soundOut(sounds, nothingOwn(), "丙羿矶丁")).toEqual({ text: "丙艺机丁", put: ["丙艺机", "艺机丁"] });
  });
});

describe("What the store's words say", () => {
  it("is judged as it is written: no phrasing of any store is put right by its own store", async () => {
    const texts: string[] = [];
    for (const name of ["womenswear", "snacks", "beauty", "appliances", "household"]) {
      const { articles } = await readFixture("tests/fixtures/knowledge", name);
      const { index } = learnStore(model, articles);
      const own = articles
        .flatMap(({ question, alternatives }) => [question, ...alternatives])
        .map((text) => normalise(text).text);
      texts.push(...own.filter((text) => soundOut(model.sounds, index, text) !== undefined));
    }

    expect(texts).toEqual([]);
  });

  it("is kept though the trade would say otherwise", () => {
    const own = learnStore(model, [article("anneal", "怎么退火", "退火炉开四百度。")]);

    expect(soundOut(model.sounds, own.index, "怎么退火")).toBeUndefined();
  });

  it("comes out the same length, whatever the text", () => {
    const characters = fc.constantFrom(..."怎么退火货优会惠卷券包油邮尺吗码发或什么时候,. a1𠮷");
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 60 }), (text) => {
        const right = sounded(text) ?? text;
        expect([...right].length).toBe([...text].length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("A danger", () => {
  it("is made by no homophone: 冒演 is not read as 冒烟, which the store speaks of", async () => {
    expect(sounded("新机冒演了")).toBe("新机冒烟了");
    expect(heard("新机冒演了").put).toEqual([]);
    expect((await read("新机冒演了")).urgency).toBe("normal");
  });

  it("is hidden by no homophone: what tells of one is read as it is written", async () => {
    expect(sounded("冒烟了怎么退火")).toBe("冒烟了怎么退货");
    expect(heard("冒烟了怎么退火").put).toEqual([]);
    expect((await read("冒烟了怎么退火")).urgency).toBe("high");
  });
});

describe("A careful question", () => {
  it("is read as it is written where it would look less careful", () => {
    expect(sounded("敏感鸡能用吗")).toBe("敏感肌能用吗");
    expect(heard("敏感鸡能用吗").put).toEqual([]);
  });
});

describe("The table of sounds", () => {
  it("comes back from its file", () => {
    const counted = countSounds(["怎么退货", "怎么退货", "怎么退货"]);
    const sounds = readSounds(writeSounds(counted));

    const sameAs = (character: string) => sounds.syllablesOf.get(character.codePointAt(0) ?? 0);
    expect(sameAs("货")).toEqual(sameAs("火"));
    expect(sounds.counts.get("货".codePointAt(0) ?? 0)).toBe(3);
    expect(sounds.charactersOf[sounds.groupOf[sameAs("火")?.[0] ?? -1] ?? -1]).toEqual(["货"]);
    expect(sounds.pairCounts).toEqual(Uint16Array.from(sounds.pairs, () => 3));
  });

  it.each([
    ["zhang", "zan"],
    ["chi", "ci"],
    ["sheng", "sen"],
    ["niang", "lian"],
    ["ling", "lin"],
    ["huo", "huo"],
    ["dong", "dong"],
  ])("takes %s and %s for one", (name, folded) => {
    expect(foldSyllable(name)).toBe(folded);
  });
});
