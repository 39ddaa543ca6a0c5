import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId } from "../../src/core/ids.ts";
import { finish } from "../../src/core/steps.ts";
import type { LinkableTopic } from "../../src/core/understanding.ts";
import { asKnown, type Article, type KnowledgeRow } from "../../src/knowledge/rules/article.ts";
import { parseKnowledgeFile, writeKnowledgeFile } from "../../src/knowledge/rules/file.ts";
import { countLinks, createLinkReader, faultInLinks, MAX_LINKS, tidyLinks } from "../../src/knowledge/rules/links.ts";
import { importWrite, planDigest, planEdit, planImport, planUndo } from "../../src/knowledge/rules/plan.ts";
import { changesNothing, planAccept, type Proposed } from "../../src/knowledge/rules/proposal.ts";

const TOPICS: readonly LinkableTopic[] = [
  { id: "size-advice", phase: "presale", name: { zh: "尺码推荐", en: "Size advice" } },
  { id: "stock", phase: "presale", name: { zh: "库存", en: "Stock" } },
  { id: "return-freight", phase: "aftersale", name: { zh: "退货运费", en: "Return freight" } },
  { id: "seven-day-return", phase: "aftersale", name: { zh: "七天无理由退货", en: "Seven-day return" } },
  { id: "exchange", phase: "aftersale", name: { zh: "换货", en: "Exchange" } },
  { id: "coupon", phase: "presale", name: { zh: "优惠券", en: "Coupons" } },
];
const OPTIONS = { timezone: "Asia/Shanghai", topics: TOPICS };
const HEADER = "id,stage,question,alternatives,answer";
const parse = (text: string) => parseKnowledgeFile(new TextEncoder().encode(text), OPTIONS);
const read = createLinkReader(TOPICS);
const ACT = { by: "王芳", now: 5_000 };

function row(id: string, words: Partial<KnowledgeRow> = {}): KnowledgeRow {
  return { id: articleId(id), phase: "presale", question: `${id}?`, alternatives: [], answer: `${id}!`, ...words };
}

function article(id: string, words: Partial<Article> = {}): Article {
  return { ...row(id), status: "active", version: 1, updatedAt: 0, updatedBy: "seed", ...words };
}

describe("a cell of intents", () => {
  it.each<[string, readonly string[] | undefined]>([
    ["", undefined],
    [" | ", undefined],
    ["size-advice", ["size-advice"]],
    ["尺码推荐", ["size-advice"]],
    ["Size advice", ["size-advice"]],
    [" SIZE  ADVICE ｜ ＳＴＯＣＫ ", ["size-advice", "stock"]],
    ["Stock|退货运费|尺码推荐|return-freight", ["return-freight", "size-advice", "stock"]],
    ["none", []],
    ["不关联", []],
    [" None ", []],
  ])("“%s” links to %j", (cell, topics) => {
    expect(read(cell)).toEqual({ type: "links", topics });
  });

  it.each([
    ["退货邮费", "退货运费", "return-freight"],
    ["尺码推存", "尺码推荐", "size-advice"],
    ["7天无理由退货", "七天无理由退货", "seven-day-return"],
    ["Size advise", "尺码推荐", "size-advice"],
    ["retrun-freight", "退货运费", "return-freight"],
  ])("“%s” is refused with the nearest name, %s", (cell, name, id) => {
    expect(read(`库存|${cell}`)).toEqual({
      type: "fault",
      reason: { zh: `不认识意图“${cell}”；最接近的是“${name}”（${id}）`, en: expect.stringContaining(`(${id})`) },
    });
  });

  it.each(["天气", "食品安全", "injury-danger", "Food safety", "x".repeat(100_000)])(
    "“%s” is refused without a name that helps nobody",
    (cell) => {
      const answer = read(cell);

      expect(answer).toMatchObject({ type: "fault", reason: { zh: expect.stringContaining("控制台里列出") } });
      expect(JSON.stringify(answer).length).toBeLessThan(500);
    },
  );

  it("does not say none and something at once, nor more than five", () => {
    const five = TOPICS.slice(0, MAX_LINKS).map(({ id }) => id);

    expect(read("库存|不关联")).toMatchObject({ type: "fault" });
    expect(read(five.join("|"))).toEqual({ type: "links", topics: tidyLinks(five) });
    expect(read(TOPICS.map(({ id }) => id).join("|"))).toMatchObject({
      type: "fault",
      reason: { en: expect.stringContaining("5") },
    });
    expect(read("库存|".repeat(10_000))).toMatchObject({ type: "fault" });
  });

  it("is checked in the same way where people choose", () => {
    expect(faultInLinks(["stock"], TOPICS)).toBeUndefined();
    expect(faultInLinks([], TOPICS)).toBeUndefined();
    expect(faultInLinks(["stock", "stok"], TOPICS)).toMatchObject({ en: expect.stringContaining("(stock)") });
    expect(faultInLinks(TOPICS.map(({ id }) => id), TOPICS)).toMatchObject({ en: expect.stringContaining("at most 5") }); // prettier-ignore
  });
});

describe("a knowledge file with intents", () => {
  it.each(["intents", "意图"])("has them in the column %s", (column) => {
    const { rows, errors } = parse(
      `${HEADER},${column}\na,presale,q,,a,尺码推荐|stock\nb,presale,q,,a,\nc,presale,q,,a,不关联\n`,
    );

    expect(errors).toEqual([]);
    expect(rows.map(({ topics, keepsLinks }) => [topics, keepsLinks])).toEqual([
      [["size-advice", "stock"], undefined],
      [undefined, undefined],
      [[], undefined],
    ]);
  });

  it("names row, column and the nearest name of what it does not know", () => {
    const { rows, errors } = parse(`${HEADER},意图\na,presale,q,,a,stock\nb,presale,q,,a,退货邮费\n`);

    expect(rows).toEqual([]);
    expect(errors).toEqual([
      { line: 3, column: "意图", reason: { zh: expect.stringContaining("退货运费"), en: expect.any(String) } },
    ]);
  });

  it("has one such column", () => {
    expect(parse(`${HEADER},意图,intents\na,presale,q,,a,stock,stock\n`).errors).toMatchObject([
      { line: 1, column: "intents", reason: { zh: "“intents”列重复了" } },
    ]);
  });

  it("gives back what it was written from", () => {
    const topics = fc.option(fc.subarray(TOPICS.map(({ id }) => id), { maxLength: MAX_LINKS }).map(tidyLinks), { nil: undefined }); // prettier-ignore
    fc.assert(
      fc.property(fc.array(topics, { maxLength: 6 }), (all) => {
        const rows = all.map((topics, n) => row(`a${n}`, { topics }));

        expect(parseKnowledgeFile(writeKnowledgeFile(rows, OPTIONS), OPTIONS).rows).toEqual(rows);
      }),
    );
  });
});

describe("planning an import with intents", () => {
  const plan = (current: readonly Article[], text: string) => finish(planImport(current, parse(text).rows));

  it("keeps the links of an article where the file says nothing of them", () => {
    const current = [article("a", { topics: ["stock"] }), article("b", { topics: [] }), article("c")];
    const { created, changed, unchanged } = plan(
      current,
      `${HEADER}\na,presale,a?,,别的\nb,presale,b?,,b!\nc,presale,c?,,c!\nd,presale,d?,,d!\n`,
    );

    expect(unchanged).toBe(2);
    expect(
      changed.map(({ after, columns }) => [columns, importWrite({ before: article("a"), after, columns }, ACT).article.topics]),
    ).toEqual([[["answer"], ["stock"]]]);
    expect(created.map((one) => importWrite(one, ACT).article.topics)).toEqual([undefined]);
  });

  it("sees links that the file sets, takes away or leaves to the suggestion", () => {
    const current = [
      article("a"),
      article("b", { topics: ["stock"] }),
      article("c", { topics: ["stock"] }),
      article("d", { topics: [] }),
    ];
    const lines = ["a,presale,a?,,a!,stock", "b,presale,b?,,b!,none", "c,presale,c?,,c!,", "d,presale,d?,,d!,none"];
    const { changed, unchanged } = plan(current, `${HEADER},intents\n${lines.join("\n")}\n`);

    expect(changed.map(({ after, columns }) => [after.id, columns, after.topics])).toEqual([
      ["a", ["intents"], ["stock"]],
      ["b", ["intents"], []],
      ["c", ["intents"], undefined],
    ]);
    expect(unchanged).toBe(1);
  });

  it("has another digest with other links", () => {
    const digests = ["", "none", "stock", "stock|exchange"].map((cell) =>
      finish(planDigest(plan([], `${HEADER},intents\na,presale,q,,a,${cell}\n`))),
    );

    expect(new Set(digests).size).toBe(4);
  });

  it("counts how articles come by their links", () => {
    const rows = [row("a", { topics: ["stock"] }), row("b", { topics: [] }), row("likely"), row("vague"), row("likely-2")];

    expect(finish(countLinks(rows, ({ id }) => (id.startsWith("likely") ? 2 : 0)))).toEqual({ byHand: 1, suggested: 2, none: 2 });
  });
});

describe("links of one article", () => {
  it("are an edit like any other, and are undone like any other", () => {
    const before = article("a", { topics: ["stock"] });
    const edited = planEdit(before, { version: 1, row: row("a", { topics: [] }) }, ACT);
    if (edited.type !== "write") throw new Error(`expected a write, got ${edited.type}`);

    expect(edited.write).toMatchObject({ change: "edit", article: { version: 2, topics: [] } });
    expect(planEdit(before, { version: 1, row: row("a", { topics: ["stock"] }) }, ACT).type).toBe("same");
    expect(planUndo({ current: edited.write.article, before }, 2, ACT)).toMatchObject({
      type: "write",
      write: { article: { version: 3, topics: ["stock"] } },
    });
  });

  it("stay when somebody's proposal for other words is accepted", () => {
    const current = article("a", { topics: ["stock"] });
    const words = { phase: "presale", question: "a?", alternatives: [], answer: "新" } as const;
    const change: Proposed = { kind: "change-article", articleId: current.id, baseVersion: 1, words };
    const more: Proposed = { kind: "phrasings", articleId: current.id, baseVersion: 1, phrasings: ["新问法"] };

    for (const proposed of [change, more])
      expect(planAccept(proposed, { current, base: current }, ACT)).toMatchObject({
        write: { article: { topics: ["stock"], version: 2 } },
      });
    expect(changesNothing({ ...change, words: { ...words, answer: "a!" } }, current)).toBe(true);
  });

  it("reach the intent layer", () => {
    expect(
      asKnown([row("a", { topics: ["stock"] }), row("b", { topics: [] }), row("c")], "store").map(({ topics }) => topics),
    ).toEqual([["stock"], [], undefined]);
  });
});
