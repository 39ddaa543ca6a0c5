import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId } from "../../src/core/ids.ts";
import type { Article } from "../../src/knowledge/rules/article.ts";
import type { Snapshot } from "../../src/knowledge/rules/plan.ts";
import {
  changesNothing,
  edited,
  faultInProposed,
  idOfNewArticle,
  isOvertaken,
  mayDecide,
  planAccept,
  whyAccepted,
  type AcceptFacts,
  type Proposed,
} from "../../src/knowledge/rules/proposal.ts";

const ACT = { by: "陈主管 <chen@example.com>", now: 5_000, why: "王老板: 新包装" };
const WORDS = { phase: "presale", question: "包邮吗", alternatives: ["运费多少"], answer: "满 59 包邮" } as const;
const BASE: Snapshot = { id: articleId("ship"), ...WORDS, answer: "满 99 包邮", status: "active" };
const CURRENT: Article = { ...BASE, version: 3, updatedAt: 0, updatedBy: "test" };

const change: Proposed = { kind: "change-article", articleId: CURRENT.id, baseVersion: 3, words: WORDS };
const fresh: Proposed = { kind: "new-article", articleId: articleId("gift"), words: WORDS };
const phrasings: Proposed = { kind: "phrasings", articleId: CURRENT.id, baseVersion: 3, phrasings: ["要邮费不", "运费多少"] };

const accept = (proposed: Proposed, facts: Partial<AcceptFacts>) =>
  planAccept(proposed, { current: CURRENT, base: BASE, ...facts }, ACT);

describe("accepting a proposal", () => {
  it("writes the next version, in the name of who accepted, as a change of its own kind", () => {
    expect(accept(change, {})).toEqual({
      type: "write",
      write: {
        article: {
          ...WORDS,
          id: "ship",
          validFrom: undefined,
          validUntil: undefined,
          status: "active",
          version: 4,
          updatedAt: 5_000,
          updatedBy: ACT.by,
        },
        change: "proposal",
        why: ACT.why,
      },
    });
  });

  it("makes a new article in version 1", () => {
    const planned = accept(fresh, { current: undefined, base: undefined });
    expect(planned).toMatchObject({ type: "write", write: { article: { id: "gift", version: 1, ...WORDS } } });
  });

  it("adds phrasings to those there are, each once, and never the question itself", () => {
    const asked: Proposed = { ...phrasings, phrasings: ["要邮费不", "运费多少", "包邮吗"] };
    expect(accept(asked, {})).toMatchObject({
      type: "write",
      write: { article: { alternatives: ["运费多少", "要邮费不"], answer: BASE.answer } },
    });
  });

  const moved: Article = { ...CURRENT, version: 4 };
  it.each<[string, Proposed, Partial<AcceptFacts>, string]>([
    ["a change of an article in a later version", change, { current: moved }, "moved-on"],
    ["a change, though only other phrasings came", change, { current: { ...moved, alternatives: [] } }, "moved-on"],
    ["a change of an article that is gone", change, { current: undefined }, "missing"],
    ["a new article whose id is taken", fresh, { current: CURRENT, base: undefined }, "moved-on"],
    ["phrasings, when the answer changed", phrasings, { current: { ...moved, answer: "不包邮" } }, "moved-on"],
    ["phrasings, when the question changed", phrasings, { current: { ...moved, question: "能自提吗" } }, "moved-on"],
    ["phrasings, when it was withdrawn", phrasings, { current: { ...moved, status: "withdrawn" } }, "moved-on"],
    ["phrasings, when it is gone", phrasings, { current: undefined }, "missing"],
    ["phrasings of an article that never was", phrasings, { current: undefined, base: undefined }, "missing"],
    ["over a version nobody looked at", change, { current: moved, over: 3 }, "moved-on"],
    ["phrasings over a version nobody looked at", phrasings, { current: moved, over: 3 }, "moved-on"],
    ["over an article that is not there", fresh, { current: undefined, base: undefined, over: 2 }, "missing"],
  ])("changes nothing: %s", (_what, proposed, facts, type) => {
    expect(accept(proposed, facts).type).toBe(type);
  });

  it.each<[string, Proposed, Partial<AcceptFacts>]>([
    ["phrasings, though other phrasings came", phrasings, { current: { ...moved, alternatives: ["邮费谁出"] } }],
    ["a change over the version that was looked at", change, { current: moved, over: 4 }],
    [
      "a new article over one that was looked at",
      fresh,
      { current: { ...moved, id: articleId("gift") }, base: undefined, over: 4 },
    ],
    ["phrasings over the version that was looked at", phrasings, { current: { ...moved, answer: "不包邮" }, over: 4 }],
  ])("goes on: %s", (_what, proposed, facts) => {
    expect(accept(proposed, facts)).toMatchObject({ type: "write", write: { article: { version: 5 }, change: "proposal" } });
  });

  it("keeps the links that the proposal brings, whatever a supervisor changes, else those of the article there is", () => {
    const linked: Proposed = { ...fresh, words: { ...WORDS, topics: ["ship-fee"] } };
    const facts = { current: undefined, base: undefined };
    const reworded = edited(linked, { words: { ...WORDS, answer: "不包邮" } });
    for (const proposed of [linked, reworded])
      expect(accept(proposed, facts)).toMatchObject({ write: { article: { topics: ["ship-fee"] } } });
    const over = { current: { ...CURRENT, topics: ["gift"] }, base: undefined, over: 3 };
    for (const words of [
      { ...WORDS, answer: "新" },
      { ...WORDS, answer: "新", topics: undefined },
    ])
      expect(accept({ ...fresh, words }, over)).toMatchObject({ write: { article: { topics: ["gift"] } } });
  });

  it.each([
    ["those", ["gift"]],
    ["to none on purpose", []],
    ["as suggested", undefined],
  ])("links the article as the supervisor says: %s", (_what, topics) => {
    const linked: Proposed = { ...fresh, words: { ...WORDS, topics: ["ship-fee"] } };
    const current = { ...CURRENT, topics: ["ship-fee"] };
    for (const planned of [
      accept(linked, { current: undefined, base: undefined, links: { topics } }),
      accept(change, { current, links: { topics } }),
      accept(phrasings, { current, links: { topics } }),
    ])
      expect(planned.type === "write" && planned.write.article.topics).toEqual(topics);
  });

  it("is done without a new version when the article says it already", () => {
    expect(accept(change, { current: { ...CURRENT, ...WORDS } }).type).toBe("same");
  });

  it("refuses what would be too much for one article", () => {
    const many = Array.from({ length: 498 }, (_, n) => `问法 ${n}`);
    expect(accept(phrasings, { current: { ...CURRENT, alternatives: many } }).type).toBe("write");
    expect(accept(phrasings, { current: { ...CURRENT, alternatives: [...many, "再一个"] } }).type).toBe("fault");
  });

  it("never changes an article that differs from what was seen or looked at", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.option(fc.integer({ min: 1, max: 9 })),
        (base, now, over) => {
          const planned = planAccept(
            { ...change, baseVersion: base },
            { current: { ...CURRENT, version: now }, base: BASE, over: over ?? undefined },
            ACT,
          );
          expect(planned.type === "write").toBe(now === (over ?? base));
        },
      ),
    );
  });
});

describe("a proposal", () => {
  it("is overtaken exactly when accepting it needs another look", () => {
    expect([
      isOvertaken(change, { current: CURRENT, base: BASE }),
      isOvertaken(change, { current: { ...CURRENT, version: 4 }, base: BASE }),
      isOvertaken(fresh, { current: undefined, base: undefined }),
      isOvertaken(fresh, { current: CURRENT, base: undefined }),
    ]).toEqual([false, true, false, true]);
  });

  it("is decided once: the same again is done, another decision comes too late", () => {
    expect(mayDecide("open", "accept")).toBe("go-on");
    expect([mayDecide("accepted", "accept"), mayDecide("refused", "refuse"), mayDecide("withdrawn", "withdraw")]).toEqual([
      "done",
      "done",
      "done",
    ]);
    expect([mayDecide("accepted", "refuse"), mayDecide("refused", "accept"), mayDecide("withdrawn", "accept")]).toEqual([
      "decided",
      "decided",
      "decided",
    ]);
  });

  it("needs words that an article may have", () => {
    expect(faultInProposed({ ...change, words: { ...WORDS, answer: "" } })?.column).toBe("answer");
    expect(faultInProposed({ ...phrasings, phrasings: [] })?.column).toBe("alternatives");
    expect(faultInProposed({ ...phrasings, phrasings: ["a|b"] })?.column).toBe("alternatives");
    expect(faultInProposed(phrasings)).toBeUndefined();
  });

  it("changes nothing when the article says it already, other than bringing a withdrawn one back", () => {
    const same: Article = { ...CURRENT, ...WORDS };
    expect(changesNothing(change, same)).toBe(true);
    expect(changesNothing({ ...phrasings, phrasings: ["运费多少"] }, CURRENT)).toBe(true);
    expect(changesNothing(change, CURRENT)).toBe(false);
    expect(changesNothing(change, { ...same, status: "withdrawn" })).toBe(false);
    expect(changesNothing(fresh, undefined)).toBe(false);
  });

  it("names its new article by itself, with an id that files can carry", () => {
    expect(idOfNewArticle("p_AbC-d_ef12345678901")).toBe("p-2345678901");
    expect(idOfNewArticle("p_AbC-d_ef")).toBe("p-pabcdef");
  });

  it("tells the history whose idea it was and what the supervisor added", () => {
    expect(whyAccepted({ createdByName: "王老板", note: "新包装" }, undefined)).toBe("王老板: 新包装");
    expect(whyAccepted({ createdByName: "王老板", note: "" }, "核实过")).toBe("王老板 · 核实过");
  });
});
