import { afterAll, beforeAll, expect, it } from "vitest";
import { collectEvidence, type Evidence } from "../../src/answering/evidence.ts";
import type { StoreId } from "../../src/core/ids.ts";
import { storeId } from "../../src/core/ids.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import type { Database } from "../../src/infra/database.ts";
import type { KnowledgeRow } from "../../src/knowledge/rules/article.ts";
import { importArticles } from "../../src/knowledge/store/changes.ts";
import { saveGolden } from "../../src/knowledge/store/golden.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { article } from "../support/learning-world.ts";
import { literalUnderstanding, literalWorkbench } from "../support/literal-understanding.ts";
import { clockAt, furnish } from "../support/worlds.ts";

const SHIP = article("ship", "什么时候发货", "当天发", { alternatives: ["多久发货"] });

describeOnEachDatabase("What is known of how a store's questions should end", (databases) => {
  let db: Database;
  const clock = clockAt("2026-11-20T10:00:00+08:00");
  let trials = 0;
  const openTrial = (): Understanding => {
    trials += 1;
    return literalUnderstanding();
  };
  const parts = () => ({ database: db, workbench: literalWorkbench(openTrial), now: clock.now });
  beforeAll(async () => {
    db = await databases.open();
  });
  afterAll(() => expect(trials).toBeGreaterThan(0));

  const open = async (id: string, rows: readonly KnowledgeRow[]): Promise<StoreId> => {
    const store = storeId(id);
    await furnish(db, { store });
    await importArticles(db, { store, rows, act: { by: "test", now: 0 } });
    return store;
  };
  const collect = async (store: StoreId, before?: Evidence): Promise<Evidence> => {
    const collected = await collectEvidence(parts(), store, before);
    if (collected.type === "busy") throw new Error("somebody else is asking");
    return collected.result;
  };
  const keep = (store: StoreId) =>
    saveGolden(db, { store, questions: [{ id: "q", text: "什么时候发货", gold: ["ship"] }], by: "test", now: 0 });

  it("is asked again only when an article came into use or went out of it, or was changed", async () => {
    const sale = article("sale", "双十一有活动吗", "有", {
      validFrom: Date.parse("2026-11-21T00:00:00+08:00"),
      validUntil: Date.parse("2026-11-22T00:00:00+08:00"),
    });
    const store = await open("dated", [SHIP, sale]);
    await keep(store);
    let known = await collect(store);
    const isAskedAnew = async (at: string): Promise<boolean> => {
      clock.set(at);
      const before = trials;
      known = await collect(store, known);
      return trials > before;
    };
    expect(await isAskedAnew("2026-11-20T23:59:59+08:00")).toBe(false);
    expect(await isAskedAnew("2026-11-21T00:00:00+08:00")).toBe(true);
    expect(await isAskedAnew("2026-11-21T12:00:00+08:00")).toBe(false);
    expect(await isAskedAnew("2026-11-22T00:00:00+08:00")).toBe(true);
    expect(await isAskedAnew("2026-11-23T00:00:00+08:00")).toBe(false);
  });

  it("is of its own phrasings where nothing else is labelled, and only then; an article out of use is not asked for", async () => {
    const past = article("past", "有赠品吗", "有", { alternatives: ["送东西吗"], validUntil: Date.parse("2026-01-01") });
    const store = await open("phrased", [SHIP, past]);
    expect((await collect(store)).leftOut.map(({ text }) => text)).toEqual(["多久发货"]);
    await keep(store);
    expect(await collect(store)).toMatchObject({ labelled: [{ source: "golden" }], leftOut: [] });
  });

  it("is not asked for while somebody else asks the store, unless that was asked before", async () => {
    const store = await open("busy", [SHIP]);
    await keep(store);
    const meanwhile = await db.ifAlone(`golden ${store}`, () => collectEvidence(parts(), store));
    expect(meanwhile).toEqual({ type: "done", result: { type: "busy" } });
    const known = await collect(store);
    const again = await db.ifAlone(`golden ${store}`, () => collect(store, known));
    expect(again).toMatchObject({ result: { labelled: [{ source: "golden" }] } });
  });

  it("asks nothing of a store that knows too much to be learned anew, and says how much it left", async () => {
    const rows = Array.from({ length: 601 }, (_, at) =>
      article(`a${at}`, `第 ${at} 个问题`, "答", { alternatives: [`问 ${at}`] }),
    );
    const store = await open("large", [...rows.slice(1), SHIP]);
    await keep(store);
    const before = trials;
    expect(await collect(store)).toMatchObject({ labelled: [], leftOut: [], goldenLeft: 1 });
    expect(trials).toBe(before);
  });

  it("is looked for in the newest conversations, so many at most, and says whether there are more", async () => {
    const store = await open("crowded", []);
    await talkOften(db, store, 2_000);
    expect((await collect(store)).conversations).toEqual({ read: 2_000, isCut: false });
    await talkOften(db, store, 1);
    expect((await collect(store)).conversations).toEqual({ read: 2_000, isCut: true });
  });
});

/** Conversations in which nothing was said. */
async function talkOften(db: Database, store: StoreId, times: number): Promise<void> {
  await db.pool.query(
    `INSERT INTO "Conversation" ("id", "storeId", "laneId", "channel", "room", "personId", "status", "language", "openedAt", "lastShopperAt", "closedAt")
     SELECT gen_random_uuid()::text, $1, 'lane-' || n, 'fake', 'room', 'p' || n, 'closed', 'zh-CN', at, at, at
     FROM (SELECT n, '2026-11-19'::timestamptz + n * interval '1 second' AS at FROM generate_series(1, $2::int) AS n) AS talks`,
    [store, times],
  );
}
