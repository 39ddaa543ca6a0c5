import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runExport } from "../../src/cli/export.ts";
import { runImport } from "../../src/cli/import.ts";
import { articleId, SHARED_STORE, storeId, type StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { planWithdraw } from "../../src/knowledge/rules/plan.ts";
import { allArticles, findKnowledgeStore } from "../../src/knowledge/store.ts";
import { changeArticle, importArticles } from "../../src/knowledge/store/changes.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { plainUnderstanding } from "../support/worlds.ts";
import { ACT, keepKnowledge, row } from "../support/kept-knowledge.ts";

describeOnEachDatabase("the files of a store", (databases) => {
  let database: Database;
  const { newStore, versionOf, versions } = keepKnowledge(databases, (opened) => (database = opened));

  describe("importing", () => {
    it("keeps every column, with a history entry for each article", async () => {
      const store = await newStore();
      const full = row("a", {
        phase: "aftersale",
        alternatives: ['"引号"', "{花括号}", "反斜杠\\", "NULL"],
        answer: "两行\n😀",
        validFrom: 1_000,
        validUntil: 2_000,
      });
      await importArticles(database, { store, rows: [full, row("b")], act: ACT });
      const stored = { status: "active", version: 1, updatedAt: ACT.now, updatedBy: ACT.by };
      expect(await allArticles(database, store)).toEqual([
        { ...full, ...stored },
        { ...row("b"), ...stored },
      ]);
      expect(await versions(store, "a")).toEqual([
        { version: 1, change: "import", at: ACT.now, by: ACT.by, why: "国庆", snapshot: { ...full, status: "active" } },
      ]);
    });

    it("counts the store's knowledge up once, but not for a file that changes nothing", async () => {
      const store = await newStore();
      const first = await importArticles(database, { store, rows: [row("a"), row("b")], act: ACT });
      const second = await importArticles(database, { store, rows: [row("a"), row("b")], act: { ...ACT, now: ACT.now + 1 } });
      expect(first).toMatchObject({ type: "imported", plan: { created: [{ id: "a" }, { id: "b" }], unchanged: 0 } });
      expect(second).toEqual({ type: "imported", plan: { created: [], changed: [], unchanged: 2 } });
      expect(await versionOf(store)).toBe(2);
      expect(await versions(store, "a")).toHaveLength(1);
    });

    it("changes what differs and leaves the rest alone", async () => {
      const store = await newStore();
      await importArticles(database, { store, rows: [row("a"), row("b"), row("c")], act: ACT });
      await importArticles(database, {
        store,
        rows: [row("b", { answer: "不包邮" }), row("a")],
        act: { ...ACT, now: ACT.now + 9 },
      });
      const articles = await allArticles(database, store);
      expect(articles.map(({ id, version, answer, status }) => [id, version, answer, status])).toEqual([
        ["a", 1, "包邮", "active"],
        ["b", 2, "不包邮", "active"],
        ["c", 1, "包邮", "active"],
      ]);
    });

    it("does all or nothing", async () => {
      const store = await newStore();
      await importArticles(database, { store, rows: [row("a")], act: ACT });
      // The rules keep such rows out; the database refuses the last of them.
      const rows = [row("a", { answer: "新" }), row("b"), row("c", { answer: "x\0" })];
      await expect(importArticles(database, { store, rows, act: ACT })).rejects.toThrow();
      expect((await allArticles(database, store)).map(({ id, answer }) => [id, answer])).toEqual([["a", "包邮"]]);
      expect(await versionOf(store)).toBe(2);
    });

    it("does nothing when the plan is not the one that was looked at", async () => {
      const store = await newStore();
      expect(await importArticles(database, { store, rows: [row("a")], act: ACT, isLookedAt: () => false })).toEqual({
        type: "moved-on",
      });
      expect(await allArticles(database, store)).toEqual([]);
    });

    it("takes 5,000 rows, and changes them all, in a few seconds each", async () => {
      const store = await newStore();
      const rows = Array.from({ length: 5_000 }, (_, n) => row(`id-${n}`));
      const started = performance.now();
      await importArticles(database, { store, rows, act: ACT });
      await importArticles(database, { store, rows: rows.map((one) => ({ ...one, answer: "新" })), act: ACT });
      expect(performance.now() - started).toBeLessThan(20_000);
      expect((await allArticles(database, store)).filter(({ version, answer }) => version === 2 && answer === "新")).toHaveLength(
        5_000,
      );
    });

    it("does not lose one of two imports at the same time", async () => {
      const store = await newStore();
      const files = ["x", "y", "z"].map((name) => [row("both", { answer: name }), row(name)]);
      await Promise.all(files.map((rows) => importArticles(database, { store, rows, act: ACT })));
      expect((await allArticles(database, store)).map(({ id, version }) => [id, version])).toEqual([
        ["both", 3],
        ["x", 1],
        ["y", 1],
        ["z", 1],
      ]);
      expect((await versions(store, "both")).map(({ version }) => version)).toEqual([3, 2, 1]);
    });

    it("refuses a store that does not exist", async () => {
      await expect(importArticles(database, { store: storeId("nobody"), rows: [row("a")], act: ACT })).rejects.toThrow(
        "no store nobody",
      );
    });
  });

  describe("on the command line", () => {
    const folder = mkdtempSync(join(tmpdir(), "counterbell-knowledge-"));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const HEADER = "id,stage,question,alternatives,answer,validFrom,validUntil";
    const run = async (store: string, file: string, text?: string) => {
      const lines: string[] = [];
      if (text !== undefined) writeFileSync(join(folder, file), text);
      const parts = {
        database,
        by: "cli",
        understanding: async () => plainUnderstanding(),
        now: ACT.now,
        write: (line: string) => lines.push(line),
      };
      return { code: await runImport({ store, file: join(folder, file), why: "首次" }, parts), lines };
    };
    const keyOf = async (store: StoreId) => (await findKnowledgeStore(database, { id: store }))?.key ?? "";

    it("imports by the store's key and prints what changed, in the store's time zone", async () => {
      const store = await newStore("America/New_York");
      const text = `${HEADER}\na,presale,q,,a,2026-10-01,\n`;
      const first = await run(await keyOf(store), "good.csv", text);
      const again = await run(await keyOf(store), "good.csv");
      expect(first.code).toBe(0);
      expect(first.lines[0]).toBe("新增 1，修改 0，不变 0 · created 1, changed 0, unchanged 0");
      expect(again).toEqual({ code: 0, lines: ["新增 0，修改 0，不变 1 · created 0, changed 0, unchanged 1"] });
      expect(await allArticles(database, store)).toMatchObject([{ validFrom: Date.UTC(2026, 9, 1, 4), updatedBy: "cli" }]);
      expect(await versions(store, "a")).toMatchObject([{ why: "首次" }]);
    });

    it("says how the new and changed articles come by their intents, and nothing of unchanged ones", async () => {
      const key = await keyOf(await newStore());
      const lines = [
        "a,presale,对照,,x,,,尺码推荐",
        "b,presale,多久发货,,x,,,",
        "c,presale,说明,,x,,,none",
        "d,presale,说明,,x,,,",
      ];
      const text = `${HEADER},intents\n${lines.join("\n")}\n`;
      expect((await run(key, "linked.csv", text)).lines[1]).toBe(
        "意图关联：手动 1，按建议 1，无 2 · intents: 1 by hand, 1 as suggested, 2 none",
      );
      expect((await run(key, "linked.csv")).lines).toHaveLength(1);
      expect((await run(key, "typo.csv", text.replace("尺码推荐", "尺码推存"))).lines[0]).toBe(
        "第 2 行 intents: 不认识意图“尺码推存”；最接近的是“尺码推荐”（size-advice） · unknown intent “尺码推存”; the nearest is “Size advice” (size-advice)",
      );
    });

    it("imports into the shared layer by its key", async () => {
      expect((await run("shared", "shared.csv", `${HEADER}\ncli-shared,presale,q,,a\n`)).code).toBe(0);
      expect((await allArticles(database, SHARED_STORE)).some(({ id }) => id === "cli-shared")).toBe(true);
    });

    it("prints the faults of a bad file and changes nothing", async () => {
      const store = await newStore();
      const { code, lines } = await run(await keyOf(store), "bad.csv", `${HEADER}\na,presale,q,,a\nb,sale,q,,\n`);
      expect(code).toBe(1);
      expect(lines[0]).toMatch(/^第 3 行 stage: .*presale/);
      expect(lines[1]).toMatch(/^第 3 行 answer: 不能为空/);
      expect(await allArticles(database, store)).toEqual([]);
      expect(await versionOf(store)).toBe(1);
    });

    it("says when there is no such store or file", async () => {
      const store = await newStore();
      expect((await run("nobody", "x.csv", HEADER)).lines[0]).toContain("nobody");
      expect(await run(await keyOf(store), "absent.csv")).toMatchObject({
        code: 1,
        lines: [expect.stringContaining("absent.csv")],
      });
    });

    it("exports active articles to a file that imports without a change", async () => {
      const store = await newStore();
      await importArticles(database, {
        store,
        rows: [row("a", { answer: "=1+1\n“好”", validUntil: 5_000 }), row("b")],
        act: ACT,
      });
      await changeArticle(database, { store, id: articleId("b") }, ({ current }) => planWithdraw(current, 1, ACT));
      const file = join(folder, "out.csv");
      const lines: string[] = [];
      expect(await runExport({ store: await keyOf(store), file }, { database, write: (line) => lines.push(line) })).toBe(0);
      expect(lines[0]).toContain("导出 1 条");
      expect(await readFile(file, "utf8")).toContain(`"'=1+1`);
      expect((await run(await keyOf(store), "out.csv")).lines).toEqual([
        "新增 0，修改 0，不变 1 · created 0, changed 0, unchanged 1",
      ]);
      expect(await runExport({ store: "nobody", file: join(folder, "none.csv") }, { database, write: () => undefined })).toBe(1);
      expect(existsSync(join(folder, "none.csv"))).toBe(false);
    });
  });
});
