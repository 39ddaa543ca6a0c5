import iconv from "iconv-lite";
import { beforeEach, expect, it, describe } from "vitest";
import { SHARED_STORE, type StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import type { ArticleHistory, ArticlePage, ImportPreview } from "../../src/knowledge/api.ts";
import { allArticles } from "../../src/knowledge/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { serveKnowledge, type Ask } from "../support/knowledge-server.ts";

const HEADER = "id,stage,question,alternatives,answer,validFrom,validUntil,intents";
const CSV = `${HEADER}\na1,presale,包邮吗,运费多少|要邮费吗,全场包邮,,,\nb2,aftersale,怎么退货,,七天无理由,2026-10-01,2026-10-07,\n`;

describeOnEachDatabase("knowledge over HTTP", (databases) => {
  let database: Database;
  let store: StoreId;
  const { newStore, base, changes, ask, put, importAll, ...desk } = serveKnowledge(databases, (opened) => (database = opened));
  beforeEach(() => {
    store = desk.store();
  });
  const words = { phase: "presale", question: "包邮吗", alternatives: ["运费"], answer: "全场包邮" };

  describe("editing", () => {
    it("creates, changes, undoes and withdraws an article, and its history tells who, when and why", async () => {
      const created = await put("退货/运费-1", { version: 0, ...words, why: "新品" });
      expect(created).toMatchObject({
        status: 200,
        json: { id: "退货/运费-1", layer: "store", version: 1, status: "active", ...words },
      });
      const id = "退货/运费-1";
      const at = `${store}/articles/${encodeURIComponent(id)}`;
      const changed = await put(id, { version: 1, ...words, answer: " 满 99 包邮\r\n", validUntil: "2026-10-08T00:00:00+08:00" });
      expect(changed.json).toMatchObject({ version: 2, answer: "满 99 包邮", validUntil: "2026-10-07T16:00:00.000Z" });
      expect((await ask("POST", `${at}/undo`, { json: { version: 2, why: "" } })).json).toMatchObject({
        version: 3,
        answer: "全场包邮",
      });
      expect((await ask("POST", `${at}/withdraw`, { json: { version: 3, why: "下架" } })).json).toMatchObject({
        version: 4,
        status: "withdrawn",
      });
      const { versions } = (await ask<ArticleHistory>("GET", `${at}/history`, { role: "agent" })).json;
      expect(versions.map(({ version, change, why }) => [version, change, why])).toEqual([
        [4, "withdraw", "下架"],
        [3, "undo", undefined],
        [2, "edit", undefined],
        [1, "create", "新品"],
      ]);
      expect(versions[3]).toMatchObject({
        at: "2026-10-01T00:00:00.000Z",
        by: "王芳 <wang@example.com>",
        article: { ...words, status: "active" },
      });
      expect(changes).toEqual([store, store, store, store]);
    });

    it("answers 409 with the article as it is now when somebody was faster", async () => {
      await put("a", { version: 0, ...words });
      const late = await put("a", { version: 0, ...words, answer: "别的" });
      expect(late).toMatchObject({ status: 409, json: { field: "version", current: { version: 1, answer: "全场包邮" } } });
      expect((await put("a", { version: 7, ...words })).status).toBe(409);
      expect((await put("b", { version: 7, ...words })).status).toBe(404);
    });

    it.each<[string, object, string]>([
      ["no version", { ...words }, "version"],
      ["a version that is a text", { version: "1", ...words }, "version"],
      ["an unknown field", { version: 0, ...words, layer: "shared" }, "layer"],
      ["an unknown phase", { version: 0, ...words, phase: "售前" }, "phase"],
      ["an object for a text", { version: 0, ...words, question: { $ne: "" } }, "question"],
      ["an empty question", { version: 0, ...words, question: " \n " }, "question"],
      ["a question of 1 MB", { version: 0, ...words, question: "x".repeat(200_000) }, "question"],
      ["a NUL", { version: 0, ...words, answer: "a\0b" }, "answer"],
      ["a lone surrogate", { version: 0, ...words, answer: "a\ud800" }, "answer"],
      ["a bar in an alternative", { version: 0, ...words, alternatives: ["a|b"] }, "alternatives"],
      ["alternatives that are no list", { version: 0, ...words, alternatives: "a" }, "alternatives"],
      ["a date without a zone", { version: 0, ...words, validFrom: "2026-10-01T00:00:00" }, "validFrom"],
      ["a year that no calendar here knows", { version: 0, ...words, validFrom: "0000-01-01T00:00:00Z" }, "validFrom"],
      [
        "an end before its start",
        { version: 0, ...words, validFrom: "2026-10-02T00:00:00Z", validUntil: "2026-10-01T00:00:00Z" },
        "validUntil",
      ],
    ])("answers 400 and names the field for %s", async (_, json, field) => {
      const answer = await put("a", json);
      expect(answer).toMatchObject({ status: 400, json: { field } });
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
      expect(await allArticles(database, store)).toEqual([]);
      expect(changes).toEqual([]);
    });

    it.each(["a%20b", "a%E3%80%80b", "x".repeat(101)])("refuses the id %s, which no article can have", async (id) => {
      expect((await ask("PUT", `${store}/articles/${id}`, { json: { version: 0, ...words } })).status).toBe(400);
      expect((await ask("GET", `${store}/articles/${id}/history`)).status).toBe(404);
      expect((await ask("POST", `${store}/articles/${id}/undo`, { json: { version: 1 } })).status).toBe(404);
      expect((await ask("POST", `${store}/articles/${id}/withdraw`, { json: { version: 1 } })).status).toBe(404);
    });

    it.each(["%00", "%07", "%C2%85"])("refuses the id %s without asking the database", async (id) => {
      expect((await ask("PUT", `${store}/articles/${id}`, { json: { version: 0, ...words } })).status).toBe(400);
      expect([400, 404]).toContain((await ask("GET", `${store}/articles/${id}/history`)).status);
      expect([400, 404]).toContain((await ask("POST", `${store}/articles/${id}/undo`, { json: { version: 1 } })).status);
    });
  });

  describe("importing a file", () => {
    it("shows first what will change, then does that, and gives it back as a file", async () => {
      await put("a1", { version: 0, ...words });
      const preview = await ask<ImportPreview>("POST", `${store}/articles/preview`, { bytes: CSV });
      expect(preview.status).toBe(200);
      expect(preview.json).toMatchObject({
        encoding: "utf-8",
        rows: 2,
        errors: [],
        created: [
          { id: "b2", question: "怎么退货", after: { stage: "aftersale", validFrom: "2026-10-01", validUntil: "2026-10-07" } },
        ],
        changed: [
          { id: "a1", columns: ["alternatives"], before: { alternatives: "运费" }, after: { alternatives: "运费多少|要邮费吗" } },
        ],
        unchanged: 0,
      });
      const done = await ask("POST", `${store}/articles/import?digest=${preview.json.digest}`, { bytes: CSV });
      expect(done).toMatchObject({ status: 200, json: { created: 1, changed: 1, unchanged: 0 } });
      const file = await ask<string>("GET", `${store}/articles/export`, { role: "merchant" });
      expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="knowledge-key-\d+\.csv"$/);
      expect(file.json.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n")).toBe(CSV);
      expect((await importAll(file.json)).json).toEqual({ created: 0, changed: 0, unchanged: 2 });
    });

    it("takes GB18030", async () => {
      const bytes = iconv.encode(CSV, "gb18030");
      expect((await ask<ImportPreview>("POST", `${store}/articles/preview`, { bytes })).json.encoding).toBe("gb18030");
      expect((await importAll(bytes)).json).toEqual({ created: 2, changed: 0, unchanged: 0 });
      expect((await allArticles(database, store))[0]?.answer).toBe("全场包邮");
    });

    it("changes nothing after a preview alone", async () => {
      await ask("POST", `${store}/articles/preview`, { bytes: CSV });
      expect(await allArticles(database, store)).toEqual([]);
      expect(changes).toEqual([]);
    });

    it("refuses a bad file whole, with the faults that the preview showed", async () => {
      const bad = CSV.replace("aftersale", "退货");
      const preview = await ask<ImportPreview>("POST", `${store}/articles/preview`, { bytes: bad });
      expect(preview.json).toMatchObject({ rows: 2, created: [], errors: [{ line: 3, column: "stage" }] });
      const refused = await ask("POST", `${store}/articles/import?digest=${preview.json.digest}`, { bytes: bad });
      expect(refused).toMatchObject({ status: 422, json: { errors: preview.json.errors } });
      expect(await allArticles(database, store)).toEqual([]);
    });

    it("refuses another file, or other articles, than the preview showed", async () => {
      const { digest } = (await ask<ImportPreview>("POST", `${store}/articles/preview`, { bytes: CSV })).json;
      const other = await ask("POST", `${store}/articles/import?digest=${digest}`, { bytes: CSV.replace("全场", "部分") });
      expect(other).toMatchObject({ status: 409, json: { field: "digest" } });
      await put("a1", { version: 0, ...words });
      expect((await ask("POST", `${store}/articles/import?digest=${digest}`, { bytes: CSV })).status).toBe(409);
      expect((await ask("POST", `${store}/articles/import`, { bytes: CSV })).status).toBe(400);
      expect(await allArticles(database, store)).toHaveLength(1);
    });

    it.each([
      ["nothing", undefined, 200],
      ["an Excel workbook", Buffer.from("PK\u0003\u0004"), 200],
      ["more than 10 MB", Buffer.alloc(10 * 1024 * 1024 + 1, "a"), 413],
    ])("stays calm with %s", async (_, bytes, status) => {
      const preview = await ask<ImportPreview>("POST", `${store}/articles/preview`, bytes === undefined ? {} : { bytes });
      expect(preview.status).toBe(status);
      if (status === 200) expect(preview.json.errors).toMatchObject([{ line: 1, column: "file" }]);
    });
  });

  describe("listing", () => {
    it("shows own and shared articles, filtered and in pages of 50", async () => {
      const rows = Array.from({ length: 51 }, (_, n) => `n${String(n).padStart(2, "0")},insale,问题 ${n},,独有词`).join("\n");
      await importAll(`id,stage,question,alternatives,answer\n${rows}\n`);
      await importAll(`id,stage,question,alternatives,answer\nshared-1,presale,q,,共有词\n`, { role: "admin" }, SHARED_STORE);
      const page = async (query: string) => (await ask<ArticlePage>("GET", `${store}/articles?${query}`, { role: "agent" })).json;
      const first = await page(`query=${encodeURIComponent("独有词")}&phase=&status=&page=`);
      expect([first.total, first.items.length, first.items[0]?.id]).toEqual([51, 50, "n00"]);
      expect((await page(`query=${encodeURIComponent("独有词")}&page=2`)).items.map(({ id }) => id)).toEqual(["n50"]);
      expect((await page(`query=${encodeURIComponent("共有词")}`)).items).toMatchObject([{ id: "shared-1", layer: "shared" }]);
      expect((await page(`query=${encodeURIComponent("独有词")}&phase=presale`)).total).toBe(0);
    });

    it.each(["page=0", "page=x", "page=1.5", "phase=sale", "status=gone", `query=${"x".repeat(201)}`])(
      "answers 400 to %s",
      async (query) => {
        expect(await ask("GET", `${store}/articles?${query}`)).toMatchObject({
          status: 400,
          json: { field: query.split("=")[0] },
        });
      },
    );

    it("looks for signs of patterns and statements as they are", async () => {
      for (const query of ['\'; DROP TABLE "Article"; --', "%", "\\"]) {
        expect((await ask("GET", `${store}/articles?query=${encodeURIComponent(query)}`)).status).toBe(200);
      }
      expect((await ask("GET", `${store}/articles?query=%00`)).status).toBe(400);
    });
  });

  describe("who may do what", () => {
    const reads = [
      ["GET", ""],
      ["GET", "/export"],
      ["GET", "/a1/history"],
    ] as const;
    const writes = [
      ["PUT", "/a1"],
      ["POST", "/a1/undo"],
      ["POST", "/a1/withdraw"],
      ["POST", "/preview"],
      ["POST", "/import?digest=x"],
    ] as const;
    const bodyFor = (path: string): Ask =>
      path.includes("preview") || path.includes("import")
        ? { bytes: CSV }
        : { json: path === "/a1" ? { version: 1, ...words, answer: "改" } : { version: 1 } };
    const everyRole = ["agent", "supervisor", "merchant", "admin"] as const;

    it("is asked to sign in when nobody is", async () => {
      for (const [method, path] of [...reads, ...writes]) {
        const response = await fetch(`${base()}/${store}/articles${path}`, { method });
        expect(response.status).toBe(401);
      }
    });

    it("lets every role read their own stores, and only supervisors and admins change them", async () => {
      await importAll(CSV);
      for (const role of everyRole) {
        for (const [method, path] of reads)
          expect([role, path, (await ask(method, `${store}/articles${path}`, { role })).status]).toEqual([role, path, 200]);
      }
      for (const role of ["agent", "merchant"] as const) {
        for (const [method, path] of writes) {
          expect((await ask(method, `${store}/articles${path}`, { role, ...bodyFor(path) })).status).toBe(403);
        }
      }
      expect((await put("a1", { version: 1, ...words }, { role: "admin" })).status).toBe(200);
    });

    it("finds nothing at a foreign or unknown store, whatever the role, and changes nothing there", async () => {
      await importAll(CSV);
      const before = await allArticles(database, store);
      const mine = await newStore();
      for (const role of everyRole) {
        for (const [method, path] of [...reads, ...writes]) {
          const isClosed = writes.some(([, other]) => other === path) && (role === "agent" || role === "merchant");
          const words = { role, stores: [mine], ...(method === "GET" ? {} : bodyFor(path)) };
          const unknown = await ask(method, `nowhere/articles${path}`, words);
          expect([role, path, unknown.status]).toEqual([role, path, isClosed ? 403 : 404]);
          if (role === "admin") continue;
          const foreign = await ask(method, `${store}/articles${path}`, words);
          expect([role, path, foreign.status]).toEqual([role, path, isClosed ? 403 : 404]);
          expect(foreign.json).toEqual(unknown.json);
        }
      }
      expect(await allArticles(database, store)).toEqual(before);
    });

    it("finds no foreign article through an own store", async () => {
      await importAll(CSV);
      const mine = await newStore();
      const me = { stores: [mine] };
      expect((await ask("GET", `${mine}/articles/a1/history`, me)).status).toBe(404);
      expect((await ask("POST", `${mine}/articles/a1/undo`, { ...me, json: { version: 1 } })).status).toBe(404);
      expect((await ask("POST", `${mine}/articles/a1/withdraw`, { ...me, json: { version: 1 } })).status).toBe(404);
      expect((await ask<ArticlePage>("GET", `${mine}/articles?query=a1`, me)).json.items).toEqual([]);
      expect((await ask<string>("GET", `${mine}/articles/export`, me)).json).not.toContain("a1");
    });

    it("lets everybody read the shared layer and only admins change it", async () => {
      await importAll(`id,stage,question,alternatives,answer\na1,presale,q,,共享\n`, { role: "admin" }, SHARED_STORE);
      const before = await allArticles(database, SHARED_STORE);
      for (const role of everyRole) {
        for (const [method, path] of reads) expect((await ask(method, `shared/articles${path}`, { role })).status).toBe(200);
      }
      for (const [method, path] of writes) expect((await ask(method, `shared/articles${path}`, bodyFor(path))).status).toBe(403);
      expect(await allArticles(database, SHARED_STORE)).toEqual(before);
      const version = before.find(({ id }) => id === "a1")?.version;
      expect((await ask("PUT", "shared/articles/a1", { role: "admin", json: { version, ...words } })).json).toMatchObject({
        layer: "shared",
      });
      expect(changes.at(-1)).toBe(SHARED_STORE);
    });
  });
});
