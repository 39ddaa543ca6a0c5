import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { judge, learnInSteps, learnStore, type StoreKnowledge } from "../../intents/judgement.ts";
import { loadModel, type FrozenModel } from "../../intents/model.ts";
import { normalise } from "../../intents/normalise.ts";
import { cosine, phraseAt } from "../../intents/phrase.ts";
import { placesBefore } from "../../intents/reuse.ts";
import type { StoreIndex } from "../../intents/store-index.ts";
import { idOf, NO_VOCABULARY, withGrams } from "../../intents/vocabulary.ts";
import { articleId } from "../../src/core/ids.ts";
import { finish } from "../../src/core/steps.ts";
import type { KnownArticle } from "../../src/core/understanding.ts";

let model: FrozenModel;
beforeAll(async () => void (model = await loadModel()));

const QUESTIONS = [
  "怎么退货",
  "运费谁出",
  "能刻字吗",
  "多久发货呀",
  "尺码怎么选",
  "how do i return it",
  "这个怎么洗",
  "今天天气",
];
const WORDINGS = [
  ...["怎么退货", "想退货怎么办", "退回来的运费谁出", "几天能发货", "什么时候寄出", "尺码怎么选", "穿多大码", "可以刻字吗"],
  ...[
    "能不能刻名字",
    "怎么洗",
    "可以机洗吗",
    "how can i return this",
    "do you ship abroad",
    "是正品吗",
    "有赠品吗",
    "退货运费谁承担",
  ],
];
const ANSWERS = ["七天内可以退。运费我们出。", "当天发货", "看详情页的尺码表", "可以手洗；别用热水。", "Yes, within seven days."];

const wording = fc.constantFrom(...WORDINGS);
const anArticle = fc.record(
  {
    id: fc.integer({ min: 0, max: 9 }).map((at) => articleId(`a${at}`)),
    layer: fc.constantFrom("store" as const, "shared" as const),
    phase: fc.constant("presale" as const),
    question: wording,
    alternatives: fc.array(wording, { maxLength: 3 }),
    answer: fc.constantFrom(...ANSWERS),
    topics: fc.constantFrom(["stock"], ["size-advice", "stock"], []),
    validUntil: fc.constantFrom(5, 50),
  },
  { requiredKeys: ["id", "layer", "phase", "question", "alternatives", "answer"] },
);
/** What a store knows, one edit after the other: each keeps most of what was, changes some and adds some. */
const edits = fc
  .array(
    fc.record({ kept: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), added: fc.array(anArticle, { maxLength: 4 }) }),
    {
      minLength: 2,
      maxLength: 4,
    },
  )
  .map((all) => {
    const stages: KnownArticle[][] = [];
    for (const { kept, added } of all) {
      const known = (stages.at(-1) ?? []).filter((_, at) => kept[at] ?? true);
      const places = new Set(added.map(({ id, layer }) => `${layer} ${id}`));
      const rest = known.filter(({ id, layer }) => !places.has(`${layer} ${id}`));
      stages.push([...new Map([...rest, ...added].map((one) => [`${one.layer} ${one.id}`, one])).values()]);
    }
    return stages;
  });

function judgements(knowledge: StoreKnowledge) {
  return QUESTIONS.map((question) => judge(model, knowledge, { text: normalise(question), at: 10 }));
}

function learnAfter(before: StoreKnowledge | undefined, articles: readonly KnownArticle[]): StoreKnowledge {
  return finish(learnInSteps(model, articles, before));
}

function article(at: number, question: string, answer = "好的"): KnownArticle {
  return { id: articleId(`a${at}`), layer: "store", phase: "presale", question, alternatives: [], answer };
}

describe("an index after an edit", () => {
  it("judges exactly like one made afresh, whatever was added, taken away or changed", () => {
    fc.assert(
      fc.property(edits, (stages) => {
        let known: StoreKnowledge | undefined;
        for (const articles of stages) {
          known = learnAfter(known, articles);
          expect(judgements(known)).toEqual(judgements(learnStore(model, articles)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("leaves the index before as it was: whoever judges by it meanwhile sees the store of then", () => {
    const before = learnAfter(undefined, [article(1, "怎么退货"), article(2, "几天能发货")]);
    const copy = structuredClone(before);
    learnAfter(before, [article(2, "几天能发货"), article(3, "可以刻字吗"), article(1, "怎么退货", "不能退")]);

    expect(before).toEqual(copy);
  });

  it("studies only what says something else than before", () => {
    const before = learnAfter(undefined, [article(1, "怎么退货"), article(2, "几天能发货")]);
    const after = learnAfter(before, [article(2, "几天能发货", "三天"), article(1, "怎么退货")]);

    expect(after.studies[1]).toBe(before.studies[0]);
    expect(after.index.ids[1]).toBe(before.index.ids[0]);
    expect(after.studies[0]).not.toBe(before.studies[1]);
  });

  it("forgets the words of articles that are gone, and gives ids anew once most are", () => {
    const longest = (from: number) => String.fromCodePoint(...Array.from({ length: 1_500 }, (_, at) => 0x4e00 + from + at));
    const large = [article(1, "怎么退货"), article(2, "几天能发货", longest(0)), article(3, "可以刻字吗", longest(4_000))];
    const before = learnAfter(undefined, large);
    const oneGone = learnAfter(before, large.slice(0, 2));
    const bothGone = learnAfter(oneGone, large.slice(0, 1));

    expect(oneGone.index.vocabulary.hashes).toHaveLength(before.index.vocabulary.hashes.length);
    expect(bothGone.index.vocabulary.hashes.length).toBeLessThan(100);
    for (const [known, count] of [
      [oneGone, 2],
      [bothGone, 1],
    ] as const)
      expect(judgements(known)).toEqual(judgements(learnStore(model, large.slice(0, count))));
  });
});

describe("which article was which before", () => {
  const places = (now: readonly KnownArticle[], before: readonly KnownArticle[]) => finish(placesBefore(now, before));

  it("is told by id and layer as long as the words are the same", () => {
    const [one, two] = [article(1, "怎么退货"), article(2, "几天能发货")];
    const shared = { ...one, layer: "shared" as const, answer: "看店里" };

    expect(places([two, shared, { ...one }], [one, two, shared])).toEqual([1, 2, 0]);
    for (const changed of [
      { question: "退货" },
      { answer: "不" },
      { alternatives: ["退"] },
      { topics: ["stock"] },
      { topics: [] },
    ])
      expect(places([{ ...one, ...changed }, two], [one, two])).toEqual([undefined, 1]);
    expect(places([{ ...one, validUntil: 9, phase: "aftersale" }], [one])).toEqual([0]);
  });

  it("is told by the words where ids are new", () => {
    expect(
      places([article(7, "怎么退货"), article(2, "几天能发货")], [article(1, "怎么退货"), article(2, "几天能发货")]),
    ).toEqual([0, 1]);
  });
});

describe("shared articles that the store's own silence", () => {
  it("are exactly those with a phrasing three quarters like one of its own, in the same language", () => {
    fc.assert(
      fc.property(fc.array(anArticle, { minLength: 4, maxLength: 12 }), (articles) => {
        const { index } = learnStore(model, articles);
        expect(index.hiddenBy).toEqual(index.articles.map((one, at) => (one.layer === "shared" ? sameAs(index, at) : [])));
      }),
      { numRuns: 60 },
    );
  });

  it("are found though the rarest of their words is theirs alone", () => {
    const own = article(1, "月亮爬过座座山坡照着湖水");
    const { index } = learnStore(model, [own, { ...own, id: articleId("b"), layer: "shared", question: `${own.question}鹦` }]);

    expect(index.hiddenBy).toEqual([[], [0]]);
  });

  function sameAs(index: StoreIndex, shared: number): readonly number[] {
    const all = index.phrases.map((_, place) => phraseAt(index, place));
    const theirs = all.filter((phrase) => phrase.article === shared);
    return [...index.articles.keys()].filter((own) => {
      const ours = all.filter((phrase) => phrase.article === own && index.articles[own]?.layer === "store");
      return ours.some((a) => theirs.some((b) => a.isEnglish === b.isEnglish && cosine(a, b) >= 0.75));
    });
  }
});

describe("a vocabulary", () => {
  // Few, so that texts share them; high ones, as hashes are.
  const gram = fc.integer({ min: 2 ** 32 - 60, max: 2 ** 32 - 1 });
  const texts = fc.array(fc.array(gram, { maxLength: 30 }), { maxLength: 8 });

  it("knows all it was given by different ids below its size, and keeps those it gave before", () => {
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const before = finish(
          withGrams(
            NO_VOCABULARY,
            first.map((one) => Uint32Array.from(one)),
          ),
        );
        const after = finish(
          withGrams(
            before,
            second.map((one) => Uint32Array.from(one)),
          ),
        );
        const all = [...new Set([...first, ...second].flat())];

        expect(all.map((hash) => idOf(after, hash)).sort((a, b) => a - b)).toEqual([...all.keys()]);
        expect(after.hashes).toHaveLength(all.length);
        for (const hash of first.flat()) expect(idOf(after, hash)).toBe(idOf(before, hash));
      }),
    );
  });
});
