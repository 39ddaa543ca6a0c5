import { beforeAll, describe, expect, it } from "vitest";
import { articleId, SHARED_STORE, type StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { planEdit, planUndo, planWithdraw } from "../../src/knowledge/rules/plan.ts";
import { allArticles, loadKnownArticles, searchArticles } from "../../src/knowledge/store.ts";
import { changeArticle, importArticles } from "../../src/knowledge/store/changes.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { ACT, keepKnowledge, row } from "../support/kept-knowledge.ts";

describeOnEachDatabase("the knowledge of a store", (databases) => {
  let database: Database;
  const { newStore, versionOf, versions } = keepKnowledge(databases, (opened) => (database = opened));

  describe("changing one article", () => {
    it("lets one of many edits of the same version through", async () => {
      const store = await newStore();
      await importArticles(database, { store, rows: [row("a")], act: ACT });
      const edits = Array.from({ length: 8 }, (_, n) =>
        changeArticle(database, { store, id: articleId("a") }, ({ current }) =>
          planEdit(current, { version: 1, row: row("a", { answer: `第 ${n} 版` }) }, ACT),
        ),
      );
      const outcomes = (await Promise.all(edits)).map(({ type }) => type).sort();
      expect(outcomes).toEqual([...Array.from({ length: 7 }, () => "moved-on"), "write"]);
      expect((await versions(store, "a")).map(({ version }) => version)).toEqual([2, 1]);
    });

    it("gives back the words before a change, and before a withdrawal", async () => {
      const store = await newStore();
      const at = { store, id: articleId("a") };
      const linked = { validUntil: 5_000, topics: ["size-advice"] };
      await importArticles(database, { store, rows: [row("a", linked)], act: ACT });
      await changeArticle(database, at, ({ current }) =>
        planEdit(current, { version: 1, row: row("a", { answer: "错了", topics: [] }) }, ACT),
      );
      await changeArticle(database, at, (facts) => planUndo(facts, 2, ACT));
      await changeArticle(database, at, ({ current }) => planWithdraw(current, 3, ACT));
      await changeArticle(database, at, (facts) => planUndo(facts, 4, ACT));
      const history = await versions(store, "a");
      expect(history.map(({ change, snapshot }) => [change, snapshot.answer, snapshot.status, snapshot.validUntil])).toEqual([
        ["undo", "包邮", "active", 5_000],
        ["withdraw", "包邮", "withdrawn", 5_000],
        ["undo", "包邮", "active", 5_000],
        ["edit", "错了", "active", undefined],
        ["import", "包邮", "active", 5_000],
      ]);
      expect(await allArticles(database, store)).toMatchObject([
        { version: 5, answer: "包邮", validUntil: 5_000, topics: ["size-advice"], status: "active" },
      ]);
      expect(history.map(({ snapshot }) => snapshot.topics?.length)).toEqual([1, 1, 1, 0, 1]);
    });

    it("says nothing when nothing is written", async () => {
      const store = await newStore();
      const planned = await changeArticle(database, { store, id: articleId("a") }, ({ current }) =>
        planWithdraw(current, 1, ACT),
      );
      expect(planned).toEqual({ type: "missing" });
      expect(await versionOf(store)).toBe(1);
    });
  });

  describe("what shoppers may be answered with", () => {
    it("is the store's own and the shared articles; the store's stands where both have an id; withdrawn ones are out", async () => {
      const [store, other] = [await newStore(), await newStore()];
      await importArticles(database, { store: SHARED_STORE, rows: [row("s-both"), row("s-only"), row("s-gone")], act: ACT });
      await importArticles(database, {
        store,
        rows: [row("own"), row("s-both", { answer: "本店" }), row("s-gone"), row("gone")],
        act: ACT,
      });
      await importArticles(database, { store: other, rows: [row("foreign")], act: ACT });
      for (const id of ["gone", "s-gone"].map(articleId)) {
        await changeArticle(database, { store, id }, ({ current }) => planWithdraw(current, 1, ACT));
      }
      const known = await loadKnownArticles(database, store);
      expect(known.map(({ id, layer, answer }) => [id, layer, answer])).toEqual([
        ["own", "store", "包邮"],
        ["s-both", "store", "本店"],
        ["s-gone", "shared", "包邮"],
        ["s-only", "shared", "包邮"],
      ]);
      expect((await loadKnownArticles(database, SHARED_STORE)).map(({ id }) => id)).toEqual(["s-both", "s-gone", "s-only"]);
      expect(known[0]).toEqual({ ...row("own"), layer: "store" });
    });
  });

  describe("searching", () => {
    let store: StoreId;
    beforeAll(async () => {
      store = await newStore();
      const rows = [
        row("one", { question: "怎么退货", answer: "七天无理由" }),
        row("two", { phase: "aftersale", alternatives: ["打 9_5% 折吗"] }),
        row("three", { answer: "Free Shipping" }),
      ];
      await importArticles(database, { store, rows, act: ACT });
      await changeArticle(database, { store, id: articleId("three") }, ({ current }) => planWithdraw(current, 1, ACT));
      const other = await newStore();
      await importArticles(database, { store: other, rows: [row("zz", { question: "怎么退货" })], act: ACT });
    });
    const search = async (words: Partial<Parameters<typeof searchArticles>[1]>) => {
      const found = await searchArticles(database, { store, text: "", limit: 50, offset: 0, ...words });
      return found.items.filter(({ layer }) => layer === "store").map(({ id }) => id);
    };

    it.each([
      ["a question", "退货", ["one"]],
      ["an answer, whatever the case", "free ship", ["three"]],
      ["another phrasing, signs of patterns taken as they are", "9_5%", ["two"]],
      ["nothing for a pattern", "%", ["two"]],
      ["an id", "one", ["one"]],
      ["nothing for what somebody might inject", "' OR 1=1 --", []],
    ])("finds %s", async (_, text, ids) => {
      expect(await search({ text })).toEqual(ids);
    });

    it("filters by phase and status", async () => {
      expect(await search({ phase: "aftersale" })).toEqual(["two"]);
      expect(await search({ status: "withdrawn" })).toEqual(["three"]);
    });

    it("shows the store's own before the shared ones, in pages, and counts all", async () => {
      await importArticles(database, { store: SHARED_STORE, rows: [row("a-shared", { answer: "仅此一条" })], act: ACT });
      await importArticles(database, { store, rows: [row("z-own", { answer: "仅此一条" })], act: ACT });
      const page = async (offset: number) => searchArticles(database, { store, text: "仅此一条", limit: 1, offset });
      expect(await page(0)).toMatchObject({ items: [{ id: "z-own", layer: "store" }], total: 2 });
      expect(await page(1)).toMatchObject({ items: [{ id: "a-shared", layer: "shared" }], total: 2 });
    });
  });

  describe("a foreign store", () => {
    it("reads nothing and changes nothing", async () => {
      const [mine, theirs] = [await newStore(), await newStore()];
      await importArticles(database, { store: theirs, rows: [row("a")], act: ACT });
      const before = [await allArticles(database, theirs), await versionOf(theirs)];
      expect(await allArticles(database, mine)).toEqual([]);
      expect(await versions(mine, "a")).toEqual([]);
      expect((await loadKnownArticles(database, mine)).filter(({ layer }) => layer === "store")).toEqual([]);
      const at = { store: mine, id: articleId("a") };
      expect(await changeArticle(database, at, ({ current }) => planWithdraw(current, 1, ACT))).toEqual({ type: "missing" });
      expect(await changeArticle(database, at, (facts) => planUndo(facts, 1, ACT))).toEqual({ type: "missing" });
      await importArticles(database, { store: mine, rows: [row("a", { answer: "我的" })], act: ACT });
      expect([await allArticles(database, theirs), await versionOf(theirs)]).toEqual(before);
    });

    it("is closed to a client that is scoped to another", async () => {
      const [mine, theirs] = [await newStore(), await newStore()];
      await importArticles(database, { store: theirs, rows: [row("a")], act: ACT });
      const client = database.scoped([mine]);
      expect(await client.article.findMany({ where: { storeId: theirs } })).toEqual([]);
      expect(await client.articleVersion.findMany({ where: { storeId: theirs } })).toEqual([]);
      expect(await client.article.updateMany({ where: { storeId: theirs }, data: { answer: "改了" } })).toEqual({ count: 0 });
      await expect(client.articleVersion.deleteMany({ where: { storeId: theirs } })).resolves.toEqual({ count: 0 });
      expect(await versions(theirs, "a")).toHaveLength(1);
    });
  });
});
