import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId } from "../../src/core/ids.ts";
import { finish } from "../../src/core/steps.ts";
import type { Article, KnowledgeRow } from "../../src/knowledge/rules/article.ts";
import {
  importWrite,
  planDigest,
  planEdit,
  planImport as planInSteps,
  planUndo,
  planWithdraw,
  type ImportPlan,
  type Planned,
} from "../../src/knowledge/rules/plan.ts";

const ACT = { by: "王芳 <wang@example.com>", now: Date.UTC(2026, 9, 1), why: "国庆活动" };

function row(id: string, words: Partial<KnowledgeRow> = {}): KnowledgeRow {
  return { id: articleId(id), phase: "presale", question: `${id}?`, alternatives: [], answer: `${id}!`, ...words };
}

function article(id: string, words: Partial<Article> = {}): Article {
  return { ...row(id), status: "active", version: 1, updatedAt: 0, updatedBy: "seed", ...words };
}

const planImport = (current: readonly Article[], rows: readonly KnowledgeRow[]): ImportPlan => finish(planInSteps(current, rows));
const importWrites = ({ created, changed }: ImportPlan) => [...created, ...changed].map((one) => importWrite(one, ACT));
const digestOf = (plan: ImportPlan): string => finish(planDigest(plan));

const written = (planned: Planned): Article => {
  if (planned.type !== "write") throw new Error(`expected a write, got ${planned.type}`);
  return planned.write.article;
};

describe("planning an import", () => {
  it("tells new, changed and unchanged articles apart and names the columns that differ", () => {
    const current = [article("a"), article("b"), article("c")];
    const plan = planImport(current, [row("a"), row("b", { answer: "新", validUntil: 5 }), row("d")]);
    expect(plan).toEqual({
      created: [row("d")],
      changed: [{ before: article("b"), after: row("b", { answer: "新", validUntil: 5 }), columns: ["answer", "validUntil"] }],
      unchanged: 1,
    });
  });

  it.each<[string, Partial<KnowledgeRow>]>([
    ["stage", { phase: "aftersale" }],
    ["question", { question: "别的" }],
    ["alternatives", { alternatives: ["x"] }],
    ["answer", { answer: "别的" }],
    ["validFrom", { validFrom: 1 }],
    ["validUntil", { validUntil: 1 }],
  ])("sees a difference in %s", (column, words) => {
    expect(planImport([article("a")], [row("a", words)]).changed[0]?.columns).toEqual([column]);
  });

  it("withdraws nothing that the file leaves out", () => {
    expect(planImport([article("a"), article("b")], [row("a")])).toEqual({ created: [], changed: [], unchanged: 1 });
  });

  it("brings back a withdrawn article that the file names", () => {
    const plan = planImport([article("a", { status: "withdrawn", version: 4 })], [row("a")]);
    expect(plan.changed[0]?.columns).toEqual(["status"]);
    expect(importWrites(plan)[0]).toMatchObject({ change: "import", article: { status: "active", version: 5 } });
  });

  it("changes nothing with the same file twice, whatever was there before", () => {
    const words = fc.record({
      id: fc.constantFrom("a", "b", "c", "d").map(articleId),
      phase: fc.constantFrom("presale", "insale", "aftersale"),
      question: fc.string({ minLength: 1 }),
      alternatives: fc.array(fc.string()),
      answer: fc.string({ minLength: 1 }),
      validFrom: fc.option(fc.nat(), { nil: undefined }),
    });
    const rows = fc.uniqueArray(words, { selector: ({ id }) => id });
    const articles = rows.chain((list) =>
      fc.tuple(
        ...list.map((one) =>
          fc.boolean().map((isActive): Article => article(one.id, { ...one, status: isActive ? "active" : "withdrawn" })),
        ),
      ),
    );
    fc.assert(
      fc.property(articles, rows, (current, file) => {
        const writes = importWrites(planImport(current, file));
        const after = new Map(current.map((one) => [one.id, one]));
        for (const write of writes) after.set(write.article.id, write.article);
        expect(planImport([...after.values()], file)).toEqual({ created: [], changed: [], unchanged: file.length });
      }),
    );
  });

  it("has another digest when it would write something else, or over something else", () => {
    const digests = [
      planImport([], [row("a")]),
      planImport([], [row("a", { answer: "别的" })]),
      planImport([article("a")], [row("a")]),
      planImport([article("a")], [row("a", { answer: "别的" })]),
      planImport([article("a", { version: 2 })], [row("a", { answer: "别的" })]),
    ].map(digestOf);
    expect(new Set(digests).size).toBe(digests.length);
    expect(digestOf(planImport([], [row("a")]))).toBe(digests[0]);
  });
});

describe("planning an edit", () => {
  it("creates an article with version 1", () => {
    const planned = planEdit(undefined, { version: 0, row: row("a") }, ACT);
    expect(planned).toMatchObject({ type: "write", write: { change: "create", why: "国庆活动" } });
    expect(written(planned)).toEqual(article("a", { updatedAt: ACT.now, updatedBy: ACT.by }));
  });

  it("counts the version up", () => {
    const planned = planEdit(article("a", { version: 3 }), { version: 3, row: row("a", { answer: "新" }) }, ACT);
    expect(planned).toMatchObject({ type: "write", write: { change: "edit", article: { version: 4, answer: "新" } } });
  });

  it("writes nothing when nothing differs", () => {
    expect(planEdit(article("a"), { version: 1, row: row("a") }, ACT)).toEqual({ type: "same", article: article("a") });
  });

  it("is refused when the article moved on, or was made meanwhile", () => {
    const current = article("a", { version: 3 });
    expect(planEdit(current, { version: 2, row: row("a") }, ACT)).toEqual({ type: "moved-on", article: current });
    expect(planEdit(current, { version: 0, row: row("a") }, ACT)).toEqual({ type: "moved-on", article: current });
  });

  it("finds no article to edit where there is none", () => {
    expect(planEdit(undefined, { version: 2, row: row("a") }, ACT)).toEqual({ type: "missing" });
  });

  it("brings back a withdrawn article", () => {
    const planned = planEdit(article("a", { status: "withdrawn" }), { version: 1, row: row("a") }, ACT);
    expect(planned).toMatchObject({ type: "write", write: { change: "restore", article: { status: "active", version: 2 } } });
  });
});

describe("planning a withdrawal", () => {
  it("keeps the words and counts the version up", () => {
    const planned = planWithdraw(article("a"), 1, ACT);
    expect(written(planned)).toEqual(article("a", { status: "withdrawn", version: 2, updatedAt: ACT.now, updatedBy: ACT.by }));
    expect(planned).toMatchObject({ write: { change: "withdraw" } });
  });

  it("does nothing to a withdrawn article, and is refused for another version or none", () => {
    const gone = article("a", { status: "withdrawn" });
    expect(planWithdraw(gone, 1, ACT)).toEqual({ type: "same", article: gone });
    expect(planWithdraw(gone, 2, ACT)).toEqual({ type: "moved-on", article: gone });
    expect(planWithdraw(undefined, 1, ACT)).toEqual({ type: "missing" });
  });
});

describe("planning an undo", () => {
  const current = article("a", { version: 2, answer: "新" });

  it("gives back the words before the newest change as a new version", () => {
    const planned = planUndo({ current, before: { ...row("a"), status: "active" } }, 2, ACT);
    expect(planned).toMatchObject({ type: "write", write: { change: "undo" } });
    expect(written(planned)).toEqual(article("a", { version: 3, updatedAt: ACT.now, updatedBy: ACT.by }));
  });

  it("makes a withdrawal undone, and a restoration", () => {
    const gone = article("a", { version: 2, status: "withdrawn" });
    expect(written(planUndo({ current: gone, before: { ...row("a"), status: "active" } }, 2, ACT)).status).toBe("active");
    const back = article("a", { version: 2 });
    expect(written(planUndo({ current: back, before: { ...row("a"), status: "withdrawn" } }, 2, ACT)).status).toBe("withdrawn");
  });

  it("withdraws an article that the newest change made", () => {
    expect(written(planUndo({ current: article("a"), before: undefined }, 1, ACT))).toMatchObject({
      status: "withdrawn",
      version: 2,
    });
  });

  it("is refused when the article moved on, and where there is none", () => {
    expect(planUndo({ current, before: undefined }, 1, ACT)).toEqual({ type: "moved-on", article: current });
    expect(planUndo({ current: undefined, before: undefined }, 1, ACT)).toEqual({ type: "missing" });
  });
});
