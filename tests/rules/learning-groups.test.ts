import { describe, expect, it } from "vitest";
import { articleId, conversationId, laneId, storeId } from "../../src/core/ids.ts";
import { finish } from "../../src/core/steps.ts";
import { groupLessons, judgeGroup } from "../../src/learning/rules/groups.ts";
import type { Lesson } from "../../src/learning/rules/lessons.ts";
import { proposeFor, type Earlier, type LayeredArticle, type Situation } from "../../src/learning/rules/propose.ts";
import { likeness } from "../support/letter-likeness.ts";

const STORE = storeId("s");
let count = 0;
function lesson(text: string, more: Partial<Lesson> & { readonly by?: string } = {}): Lesson {
  const { by = `c${(count += 1)}`, ...rest } = more;
  return { conversationId: conversationId(`v-${by}`), shopper: laneId(by), text, ...rest };
}
const A = articleId("a");
const B = articleId("b");
const ANSWER = "下单备注刻字内容";
const article = (id: string, words: Partial<LayeredArticle> = {}): LayeredArticle => {
  const shown = {
    id: articleId(id),
    phase: "presale",
    question: "包邮",
    alternatives: ["运费"],
    answer: "满九十九元",
    layer: "store",
  } as const;
  return { ...shown, status: "active", version: 3, updatedAt: 0, updatedBy: "", ...words };
};
const situation: Situation = {
  store: STORE,
  articles: [article("a"), article("b", { answer: "七天无理由" })],
  earlier: [],
  minimum: 2,
  likeness,
};
const proposeOf = (lessons: readonly Lesson[], more: Partial<Situation> = {}) => {
  const [group] = finish(groupLessons(lessons, likeness));
  if (group === undefined) throw new Error("these lessons make no group");
  return finish(proposeFor(group, { ...situation, ...more }));
};
const proposedOf = (lessons: readonly Lesson[], more: Partial<Situation> = {}) => {
  const outcome = proposeOf(lessons, more);
  return outcome.type === "draft" ? outcome.draft.proposed : outcome.because;
};

describe("A group's evidence", () => {
  const judged = (...lessons: readonly Lesson[]) => {
    const [group] = finish(
      groupLessons(
        lessons.map((one) => ({ ...one, text: "能刻字吗" })),
        likeness,
      ),
    );
    return group === undefined ? undefined : finish(judgeGroup(group, situation.articles, likeness));
  };
  it.each([
    ["of one choice is for its article, twice", [lesson("", { chose: A })], { type: "article", articleId: A, weight: 2 }],
    [
      "of an agent who says what an article says is for it",
      [lesson("", { answer: "满九十九元哦" })],
      { type: "article", articleId: A, weight: 1 },
    ],
    ["of an agent who says something else is for a new one", [lesson("", { answer: ANSWER })], { type: "new", weight: 1 }],
    [
      "of a choice outweighs one agent's answer",
      [lesson("", { chose: A }), lesson("", { answer: ANSWER })],
      { type: "article", articleId: A, weight: 2 },
    ],
    [
      "of three agents outweighs a choice",
      [lesson("", { chose: A }), ...["", "", ""].map(() => lesson("", { answer: ANSWER }))],
      { type: "new", weight: 3 },
    ],
    [
      "of equals is for the article there is",
      [lesson("", { answer: ANSWER }), lesson("", { answer: "满九十九元" })],
      { type: "article", articleId: A, weight: 1 },
    ],
    [
      "counts one person once, by their strongest",
      [
        ...["", "", ""].map(() => lesson("", { by: "x", answer: ANSWER })),
        lesson("", { by: "x", chose: A }),
        lesson("", { by: "x", answer: ANSWER }),
      ],
      { type: "article", articleId: A, weight: 2 },
    ],
    [
      "loses a vote for each whom the article did not help",
      [lesson("", { chose: A }), lesson("", { unhelped: A }), lesson("", { unhelped: A })],
      { type: "nothing" },
    ],
    ["without an answer is for nothing", [lesson(""), lesson("")], { type: "nothing" }],
  ])("%s", (_what, lessons, verdict) => {
    expect(judged(...lessons)).toEqual(verdict);
  });
});

describe("A group proposes", () => {
  const asked = [lesson("能刻字吗", { answer: ANSWER, phase: "insale" }), lesson("能刻字不")];

  it("a new article of what agents answered, with its evidence", () => {
    const outcome = proposeOf(asked);
    if (outcome.type !== "draft") throw new Error(outcome.because);
    expect(outcome.draft).toMatchObject({
      proposed: {
        kind: "new-article",
        words: { phase: "insale", question: "能刻字不", alternatives: ["能刻字吗"], answer: ANSWER },
      },
      evidence: [{ text: "能刻字不" }, { text: "能刻字吗" }],
    });
    expect(outcome.draft.proposed.articleId).toMatch(/^p-/);
    expect(proposeOf(asked)).toMatchObject({ draft: { id: outcome.draft.id } });
    expect(proposeOf(asked, { store: storeId("other") })).not.toMatchObject({ draft: { id: outcome.draft.id } });
  });

  it("other phrasings of the article that was chosen", () => {
    expect(proposedOf([lesson("邮费谁出", { chose: A })])).toEqual({
      kind: "phrasings",
      articleId: "a",
      baseVersion: 3,
      phrasings: ["邮费谁出"],
    });
  });

  it("a new article of this store before the shared one that was chosen", () => {
    const shared = { articles: [article("a", { layer: "shared", topics: ["shipping-fee"] })] };
    expect(proposedOf([lesson("邮费谁出", { chose: A })], shared)).toMatchObject({
      kind: "new-article",
      articleId: "a",
      words: { question: "包邮", alternatives: ["运费", "邮费谁出"], answer: "满九十九元", topics: ["shipping-fee"] },
    });
  });

  it("no answer that names somebody while another one does not", () => {
    const named = [
      lesson("能刻字吗", { answer: "***先生下单备注刻字内容" }),
      lesson("能刻字吗", { answer: ANSWER }),
      lesson("能刻字吗", { answer: "***先生下单备注刻字内容" }),
    ];
    expect(proposedOf(named)).toMatchObject({ words: { answer: ANSWER } });
  });

  const open: Earlier = {
    proposed: { kind: "phrasings", articleId: A, baseVersion: 1, phrasings: ["邮费谁出呀"] },
    status: "open",
  };
  const asNew: Earlier = {
    proposed: {
      kind: "new-article",
      articleId: articleId("n"),
      words: { phase: "presale", question: "能刻字吗", alternatives: [], answer: "可" },
    },
    status: "refused",
  };
  it.each<[string, readonly Lesson[], Partial<Situation>, string]>([
    ["without an answer", [lesson("能刻字吗"), lesson("能刻字不")], {}, "no-answer"],
    ["of a single person's question", [lesson("能刻字吗", { answer: ANSWER })], {}, "too-few"],
    [
      "of one person who asks again and again",
      [lesson("能刻字吗", { by: "x", answer: ANSWER }), lesson("能刻字不", { by: "x" })],
      {},
      "too-few",
    ],
    ["of one agent's answer that an article has", [lesson("邮费谁出", { answer: "满九十九元" })], {}, "too-few"],
    [
      "of one agent's answer that an article has, whoever else asked",
      [lesson("邮费谁出", { answer: "满九十九元" }), lesson("邮费谁出")],
      {},
      "too-few",
    ],
    [
      "of wordings like one that was accepted and is there no more",
      [lesson("邮费谁出", { chose: A })],
      { earlier: [{ ...open, status: "accepted" }] },
      "decided-before",
    ],
    ["while a proposal for the article waits", [lesson("谁付邮费", { chose: A })], { earlier: [open] }, "waits"],
    [
      "that was refused for the article",
      [lesson("邮费谁出", { chose: A })],
      { earlier: [{ ...open, status: "refused" }] },
      "decided-before",
    ],
    ["of a matter that was refused", asked, { earlier: [asNew] }, "decided-before"],
    ["of a matter that waits", asked, { earlier: [{ ...asNew, status: "open" }] }, "waits"],
    ["that the article says already", [lesson("运费", { chose: A })], {}, "covered"],
    ["for an article that is used no more", [lesson("邮费谁出", { chose: articleId("gone") })], {}, "covered"],
    ["of stories that are no wording", [lesson("问".repeat(61), { chose: A })], {}, "unusable"],
    ["of nothing but a mask", [lesson("*** ***啊", { chose: A })], {}, "unusable"],
  ])("nothing %s", (_what, lessons, more, because) => {
    expect(proposedOf(lessons, more)).toBe(because);
  });

  it("what was accepted before does not keep from proposing further wordings", () => {
    expect(proposedOf([lesson("谁付邮费", { chose: A })], { earlier: [{ ...open, status: "accepted" }] })).toMatchObject({
      phrasings: ["谁付邮费"],
    });
  });

  it("a single question where one is enough", () => {
    expect(proposedOf([lesson("能刻字吗", { answer: ANSWER })], { minimum: 1 })).toMatchObject({ kind: "new-article" });
  });

  it("names an article that is asked for alike and answered otherwise", () => {
    const articles = [article("b", { question: "能刻字不", alternatives: [], answer: "七天无理由" })];
    expect(proposeOf(asked, { articles })).toMatchObject({ draft: { similar: B } });
    expect(proposeOf(asked)).toMatchObject({ draft: { similar: undefined } });
  });

  it("in short steps, however many articles and wordings there are", () => {
    const articles = Array.from({ length: 200 }, (_, n) => article(`n${n}`, { question: `问${n}`, answer: `答${n}` }));
    const many = Array.from({ length: 40 }, (_, n) => lesson(`能刻字吗${String.fromCodePoint(0x4e00 + n)}`, { answer: ANSWER }));
    let inStep = 0;
    let most = 0;
    const counted: typeof likeness = (a, b) => {
      inStep += 1;
      return likeness(a, b);
    };
    const [group] = finish(groupLessons(many, likeness));
    if (group === undefined) throw new Error("these lessons make no group");
    const steps = proposeFor(group, { ...situation, articles, likeness: counted });
    while (steps.next().done !== true) {
      most = Math.max(most, inStep);
      inStep = 0;
    }
    // One text weighed against thirty others.
    expect(most).toBeLessThanOrEqual(31);
  });

  it("at most eight wordings and twenty pieces of evidence", () => {
    const many = Array.from({ length: 40 }, (_, n) => lesson(`谁出邮费${String.fromCodePoint(0x4e00 + n)}`, { chose: A }));
    const outcome = proposeOf(many);
    if (outcome.type !== "draft" || outcome.draft.proposed.kind !== "phrasings") throw new Error("phrasings were expected");
    expect([outcome.draft.proposed.phrasings.length, outcome.draft.evidence.length]).toEqual([8, 20]);
  });
});
