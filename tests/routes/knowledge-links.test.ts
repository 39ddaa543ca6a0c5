import { beforeEach, describe, expect, it } from "vitest";
import type { StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import type { ArticleHistory, ArticlePage, ImportPreview } from "../../src/knowledge/api.ts";
import { loadKnownArticles } from "../../src/knowledge/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { serveKnowledge } from "../support/knowledge-server.ts";
import { LINKABLE } from "../support/worlds.ts";

const HEADER = "id,stage,question,alternatives,answer,validFrom,validUntil,intents";

describeOnEachDatabase("intents of articles over HTTP", (databases) => {
  let database: Database;
  let store: StoreId;
  const { ask, put, importAll, base, ...desk } = serveKnowledge(databases, (opened) => (database = opened));
  beforeEach(() => {
    store = desk.store();
  });
  const words = { phase: "presale", question: "图片对照", alternatives: [], answer: "看最后一张图" };
  const known = async () => (await loadKnownArticles(database, store)).find(({ id }) => id === "a")?.topics;
  const listed = async (query = "") => (await ask<ArticlePage>("GET", `${store}/articles?${query}`)).json.items.filter(({ layer }) => layer === "store"); // prettier-ignore

  it("are set, taken away and left to the suggestion by hand; the history tells it and an undo gives them back", async () => {
    const at = `${store}/articles/a`;
    expect((await put("a", { version: 0, ...words })).json).not.toHaveProperty("topics");
    expect(await known()).toBeUndefined();
    const linked = await put("a", { version: 1, ...words, topics: ["size-advice", "ship-time", "size-advice"] });
    expect(linked.json).toMatchObject({ version: 2, topics: ["ship-time", "size-advice"] });
    expect(await known()).toEqual(["ship-time", "size-advice"]);
    expect((await put("a", { version: 2, ...words, topics: [] })).json).toMatchObject({ version: 3, topics: [] });
    expect(await known()).toEqual([]);
    expect((await ask("POST", `${at}/undo`, { json: { version: 3 } })).json).toMatchObject({
      topics: ["ship-time", "size-advice"],
    });
    expect((await ask("POST", `${at}/withdraw`, { json: { version: 4 } })).json).toMatchObject({
      topics: ["ship-time", "size-advice"],
    });
    expect((await ask("POST", `${at}/undo`, { json: { version: 5 } })).json).toMatchObject({ status: "active", version: 6 });
    expect((await put("a", { version: 6, ...words })).json).not.toHaveProperty("topics");
    expect(await known()).toBeUndefined();
    const { versions } = (await ask<ArticleHistory>("GET", `${at}/history`)).json;
    const both = ["ship-time", "size-advice"];
    expect(versions.map(({ article }) => article.topics)).toEqual([undefined, both, both, both, [], both, undefined]);
  });

  it.each([
    ["an unknown intent", ["size-advise"], "Size advice"],
    ["what only people may answer", ["injury-danger"], "only people"],
    ["a text for a list", "size-advice", ""],
    ["a list of something else", [7], ""],
  ])("answer 400 to %s and name the field", async (_, topics, told) => {
    const answer = await put("a", { version: 0, ...words, topics });

    expect(answer).toMatchObject({ status: 400, json: { field: expect.stringMatching(/^topics/) } });
    expect(JSON.stringify(answer.json)).toContain(told);
    expect(await known()).toBeUndefined();
  });

  it("are listed with suggestions where nobody set them, and found by how they came", async () => {
    const lines = ["a,presale,图片对照,,x,,,尺码推荐", "b,presale,多久发货,,x,,,", "c,presale,图片说明,,x,,,不关联"];
    await importAll(`${HEADER}\n${lines.join("\n")}\n`);

    expect((await listed()).map(({ id, topics, suggested }) => [id, topics, suggested])).toEqual([
      ["a", ["size-advice"], undefined],
      ["b", undefined, [{ id: "ship-time", confidence: 0.8 }]],
      ["c", [], undefined],
    ]);
    for (const [links, id] of [
      ["set", "a"],
      ["suggested", "b"],
      ["none", "c"],
    ])
      // prettier-ignore
      expect((await listed(`links=${links}`)).map((row) => row.id)).toEqual([id]);
    expect(await ask("GET", `${store}/articles?links=all`)).toMatchObject({ status: 400, json: { field: "links" } });
  });

  it("are shown before an import, suggested or set, kept where a file has no such column, and exported", async () => {
    const csv = `${HEADER}\na,presale,图片对照,,x,,,退货运费|Size advice\nb,presale,多久发货,,x,,,\nc,presale,图片说明,,x,,,none\n`;
    const preview = (await ask<ImportPreview>("POST", `${store}/articles/preview`, { bytes: csv })).json;
    expect(preview.created.map(({ after, suggested }) => [after["intents"], suggested])).toEqual([
      ["return-freight|size-advice", undefined],
      [undefined, [{ id: "ship-time", confidence: 0.8 }]],
      ["none", undefined],
    ]);
    expect((await importAll(csv)).json).toEqual({ created: 3, changed: 0, unchanged: 0 });

    const plain =
      "id,stage,question,alternatives,answer\na,presale,图片对照,,新答案\nb,presale,多久发货,,x\nc,presale,图片说明,,x\n";
    expect((await importAll(plain)).json).toEqual({ created: 0, changed: 1, unchanged: 2 });
    expect(await known()).toEqual(["return-freight", "size-advice"]);

    const file = (await ask<string>("GET", `${store}/articles/export`)).json;
    expect(file).toContain("图片对照,,新答案,,,return-freight|size-advice");
    expect((await importAll(file)).json).toEqual({ created: 0, changed: 0, unchanged: 3 });

    const back = (
      await ask<ImportPreview>("POST", `${store}/articles/preview`, { bytes: file.replace("return-freight|size-advice", "") })
    ).json;
    expect(back.changed).toMatchObject([
      { columns: ["intents"], before: { intents: "return-freight|size-advice" }, suggested: [] },
    ]);
  });

  it("refuse a file with a name that nobody knows, naming the row and the nearest", async () => {
    const bad = `${HEADER}\na,presale,q,,x,,,尺码推荐\nb,presale,q,,x,,,退货邮费\n`;
    const preview = (await ask<ImportPreview>("POST", `${store}/articles/preview`, { bytes: bad })).json;

    expect(preview).toMatchObject({
      created: [],
      errors: [{ line: 3, column: "intents", reason: { zh: expect.stringContaining("退货运费") } }],
    });
    expect((await importAll(bad)).status).toBe(422);
  });

  describe("the catalogue", () => {
    const address = () => base().replace(/stores$/, "topics");
    const asked = (path: string, init: RequestInit = {}, role: string | undefined = "agent") =>
      fetch(address() + path, { ...init, headers: { "content-type": "application/json", ...(role === undefined ? {} : { "x-role": role }) } }); // prettier-ignore
    const suggest = (body: unknown, role?: string) => asked("/suggest", { method: "POST", body: JSON.stringify(body) }, role);

    it.each(["agent", "supervisor", "merchant", "admin"])(
      "is read by the role %s, and asked what words are about",
      async (role) => {
        expect(await (await asked("", {}, role)).json()).toEqual({ items: LINKABLE });
        const answer = await suggest({ question: " 多久发货 ", alternatives: [""], answer: "" }, role);
        expect(await answer.json()).toEqual({ suggested: [{ id: "ship-time", confidence: 0.8 }] });
      },
    );

    it("is for people who signed in", async () => {
      expect((await fetch(address())).status).toBe(401);
      expect((await fetch(`${address()}/suggest`, { method: "POST", body: "{}" })).status).toBe(401);
    });

    it.each([
      {},
      { question: "q" },
      { question: 1, alternatives: [], answer: "" },
      { question: "q", alternatives: "a", answer: "" },
    ])("answers 400 to %j", async (body) => {
      expect((await suggest(body)).status).toBe(400);
    });
  });
});
