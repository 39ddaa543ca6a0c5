import { beforeEach, expect, it } from "vitest";
import type { PhrasePage, PhraseRow } from "../../src/phrases/api.ts";
import type { SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { OTHER, staffConsole, type Staffed } from "../support/staffed-console.ts";
import { STORE } from "../support/worlds.ts";

const BASE = "/api/console/phrases";

describeOnEachDatabase("Canned phrases", (databases) => {
  let staffed: Staffed;
  let admin: SignedIn;
  staffConsole(databases, (given) => (staffed = given));

  beforeEach(async () => {
    const { db, server } = staffed;
    await db.prisma.phrase.deleteMany();
    await db.prisma.store.upsert({ where: { id: "shared" }, create: { id: "shared", key: "shared", name: "公共" }, update: {} });
    admin ??= await server.person({ role: "admin" });
  });

  const make = async (who: SignedIn, request: object): Promise<PhraseRow> => {
    const answer = await who.post(BASE, { shortcut: "hi", text: "您好，我是{agent}", layer: "personal", ...request });
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return answer.json as PhraseRow;
  };
  const shortcuts = async (who: SignedIn, query = "usable"): Promise<readonly string[]> =>
    ((await who.get(`${BASE}/${query}`)).json as PhrasePage).items.map(({ shortcut }) => shortcut);

  it("are one's own, the store's and the vendor's, the nearest first", async () => {
    const { agent, supervisor } = staffed;
    await make(admin, { layer: "vendor", shortcut: "a-vendor" });
    await make(supervisor, { layer: "store", store: STORE, shortcut: "b-store" });
    await make(supervisor, { layer: "store", store: OTHER, shortcut: "c-other" });
    await make(agent, { shortcut: "d-mine" });
    expect(await shortcuts(agent)).toEqual(["d-mine", "b-store", "a-vendor"]);
    expect(await shortcuts(supervisor)).toEqual(["b-store", "c-other", "a-vendor"]);
    expect(await shortcuts(supervisor, `usable?store=${OTHER}`)).toEqual(["c-other", "a-vendor"]);
    expect(await shortcuts(agent, "?layer=store")).toEqual(["b-store"]);
    expect(((await agent.get(`${BASE}?layer=store&query=B-ST`)).json as PhrasePage).total).toBe(1);
    expect((await agent.get(`${BASE}?store=${OTHER}`)).status).toBe(404);
  });

  it("of somebody else are not seen, not changed, not removed", async () => {
    const { agent, colleague, supervisor } = staffed;
    const { id } = await make(agent, {});
    for (const who of [colleague, supervisor, admin]) {
      expect(await shortcuts(who)).toEqual([]);
      expect((await who.put(`${BASE}/${id}`, { shortcut: "x", text: "y" })).status).toBe(404);
      expect((await who.send("DELETE", `${BASE}/${id}`, {})).status).toBe(404);
    }
    expect(await shortcuts(agent)).toEqual(["hi"]);
  });

  it("of a store are its supervisors' to keep, of the vendor the admins'", async () => {
    const { agent, supervisor } = staffed;
    const store = await make(supervisor, { layer: "store", store: STORE });
    const vendor = await make(admin, { layer: "vendor" });
    expect((await agent.post(BASE, { layer: "store", store: STORE, shortcut: "x", text: "y" })).status).toBe(403);
    expect((await supervisor.post(BASE, { layer: "vendor", shortcut: "x", text: "y" })).status).toBe(403);
    expect((await agent.post(BASE, { layer: "store", store: OTHER, shortcut: "x", text: "y" })).status).toBe(404);
    expect((await agent.put(`${BASE}/${store.id}`, { shortcut: "x", text: "y" })).status).toBe(403);
    expect((await supervisor.put(`${BASE}/${vendor.id}`, { shortcut: "x", text: "y" })).status).toBe(403);
    expect((await supervisor.send("DELETE", `${BASE}/${vendor.id}`, {})).status).toBe(403);
    expect((await supervisor.send("DELETE", `${BASE}/${store.id}`, {})).status).toBe(204);
    expect(await shortcuts(agent)).toEqual(["hi"]);
  });

  it("have a shortcut of their own in each layer, also where two are made at once", async () => {
    const { agent } = staffed;
    await make(admin, { layer: "vendor" });
    const both = await Promise.all([1, 2].map((n) => agent.post(BASE, { layer: "personal", shortcut: "hi", text: `${n}` })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.json).toMatchObject({
      field: "shortcut",
      reason: { zh: expect.any(String) },
    });
  });

  it("take known variables only, and say which one is not", async () => {
    const { agent } = staffed;
    const wrong = await agent.post(BASE, { layer: "personal", shortcut: "x", text: "亲，{ordr}已发出" });
    expect(wrong.json).toMatchObject({ status: 400, field: "text", remedy: expect.stringContaining("{ordr} is no variable") });
    expect((await agent.post(BASE, { layer: "personal", shortcut: "a b", text: "x" })).json).toMatchObject({ field: "shortcut" });
    const { id } = await make(agent, { text: "订单{order}" });
    expect((await agent.put(`${BASE}/${id}`, { shortcut: "hello", text: "您好" })).json).toMatchObject({ id, shortcut: "hello" });
  });
});
