import { beforeAll, describe, expect, it } from "vitest";
import { DESK_LANE, type StoreId } from "../../src/core/ids.ts";
import { consoleEventsAfter, dropOldConsoleEvents, keptConsoleEvents } from "../../src/desk/store/console-events.ts";
import type { Database } from "../../src/infra/database.ts";
import { dropOldRouting, dropUnnamedSnapshots, noteNamedSnapshots } from "../../src/pipeline/jobs.ts";
import { createRosterBook } from "../../src/staffing/store-book.ts";
import { describeOnEachDatabase, type DatabaseForTest } from "../support/databases.ts";
import { openShop } from "../support/shops.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.parse("2026-11-20T12:00:00+08:00");
const ago = (days: number): Date => new Date(NOON - days * DAY);

describeOnEachDatabase("What grows", (databases: DatabaseForTest) => {
  let db: Database;
  let store: StoreId;

  beforeAll(async () => {
    db = await databases.open();
    store = await openShop(db, "tea");
    await db.prisma.lane.createMany({ data: [{ id: DESK_LANE }, { id: "lane", storeId: store }], skipDuplicates: true });
    for (const [id, closedAt] of [
      ["open", null],
      ["closed-lately", ago(29)],
      ["closed-long-ago", ago(31)],
    ] as const) {
      const times = { openedAt: ago(100), lastShopperAt: ago(100), closedAt };
      const shopper = { channel: "web", room: id, personId: id, status: closedAt === null ? "bot" : "closed", language: "zh-CN" };
      await db.prisma.conversation.create({ data: { id, storeId: store, laneId: "lane", ...shopper, ...times } });
    }
  });

  const snapshot = (id: string, days: number) => db.prisma.snapshot.create({ data: { id, content: { agents: [] }, createdAt: ago(days) } }); // prettier-ignore
  const snapshots = async () => (await db.prisma.snapshot.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);

  async function decide(id: string, at: Date, said: { payload?: object; effects?: object[]; roster?: string; laneId?: string }) {
    const laneId = said.laneId ?? DESK_LANE;
    const payload = { type: "desk-look", ...said.payload };
    await db.prisma.incoming.create({ data: { id, laneId, fingerprint: "f", payload, receivedAt: at, handledAt: at } });
    const facts = { type: "desk", roster: said.roster ?? "r" };
    await db.prisma.decision.create({ data: { incomingId: id, laneId, at, rule: "r", facts, effects: said.effects ?? [], reasons: [] } }); // prettier-ignore
  }

  describe("snapshots", () => {
    it("are looked for in the decisions that came since the last night, page by page, and each decision is read once", async () => {
      for (const [at, roster] of ["first", "second", "second", "third", "third"].entries()) {
        if (at === 0 || at === 1 || at === 3) await snapshot(roster, 10 - at);
        await decide(`named-${at}`, ago(9 - at), { roster, laneId: "lane" });
      }
      expect(await noteNamedSnapshots(db, NOON, 2)).toBe(5);
      await decide("named-late", ago(1), { roster: "first", laneId: "lane" });
      // The newest of those before, which may have had others beside it, and the one that came.
      expect(await noteNamedSnapshots(db, NOON, 2)).toBe(2);
      const until = (await db.prisma.snapshot.findMany({ orderBy: { id: "asc" } })).map(({ namedUntil }) => namedUntil);
      expect(until).toEqual([ago(1), ago(7), ago(5)]);
    });

    it("are not lost sight of because a clock was wrong once", async () => {
      await snapshot("later", 3);
      await decide("from-the-future", ago(-400), { roster: "first", laneId: "lane" });
      await noteNamedSnapshots(db, NOON);
      await decide("named-after-it", ago(0.5), { roster: "later", laneId: "lane" });
      await snapshot("newest", 0.2);
      await dropUnnamedSnapshots(db, NOON);
      expect(await snapshots()).toContain("later");
      await db.prisma.decision.deleteMany({});
      await db.prisma.incoming.deleteMany({});
      await db.prisma.snapshot.deleteMany({});
    });
  });

  it("decisions of routing go with their events after so many days, never before what they speak of was closed as long", async () => {
    await snapshot("gone-roster", 50);
    await snapshot("kept-roster", 49);
    await snapshot("newest", 1);
    const old = ago(40);
    const about = (conversationId: string) => ({ payload: { conversationId } });
    await decide("about-open", old, about("open"));
    await decide("about-lately", old, about("closed-lately"));
    await decide("about-long-ago", old, { ...about("closed-long-ago"), roster: "gone-roster" });
    await decide("told-open", old, { effects: [{ type: "raise", incoming: { conversationId: "open" } }] });
    await decide("wrote-open", old, { effects: [{ type: "write-escalation", escalation: { conversationId: "open" } }], roster: "kept-roster" }); // prettier-ignore
    await decide("about-nobody", old, { roster: "gone-roster" });
    await decide("young", ago(29), about("closed-long-ago"));
    await decide("of-a-shopper", old, { ...about("closed-long-ago"), laneId: "lane" });
    await dropUnnamedSnapshots(db, NOON);

    expect(await dropOldRouting(db, NOON, { keptDays: 30, page: 2 })).toEqual({ decisions: 2, rosters: 1 });
    const kept = ["about-lately", "about-open", "of-a-shopper", "told-open", "wrote-open", "young"];
    expect((await db.prisma.decision.findMany({ orderBy: { incomingId: "asc" } })).map(({ incomingId }) => incomingId)).toEqual(kept); // prettier-ignore
    expect((await db.prisma.incoming.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id)).toEqual(kept);
    expect(await snapshots()).toEqual(["kept-roster", "newest"]);
  });

  it("what consoles were told goes after a day; the newest stays as the mark of those who come back", async () => {
    const event = (days: number) => ({ at: ago(days), storeId: store, conversationId: "open", seq: 1, status: "bot", isStateChanged: false }); // prettier-ignore
    await db.prisma.consoleEvent.createMany({ data: [3, 2, 0.9, 1.1, 0.5].map(event) });
    const { first, last } = await keptConsoleEvents(db);
    // One of a clock that was behind stays with those around it: without a hole.
    expect(await dropOldConsoleEvents(db, NOON)).toBe(2);
    expect(await keptConsoleEvents(db)).toEqual({ first: first + 2, last });
    expect(await consoleEventsAfter(db, { after: first + 2, stores: [store], limit: 9 })).toHaveLength(2);
    expect(await dropOldConsoleEvents(db, NOON + 30 * DAY)).toBe(2);
    expect(await keptConsoleEvents(db)).toEqual({ first: last, last });
  });

  it("a large roster is read again only when it changed", async () => {
    let reads = 0;
    const counting: Database = {
      ...db,
      get prisma() {
        reads += 1;
        return db.prisma;
      },
    };
    await db.prisma.desk.upsert({ where: { id: "desk" }, create: { id: "desk" }, update: {} });
    const book = createRosterBook(counting);
    const [one, same] = await Promise.all([book.read(), book.read()]);
    reads = 0;
    expect(await book.read()).toBe(one);
    expect(reads).toBe(0);
    await db.prisma.agent.create({ data: { id: "new", name: "新人", skills: [] } });
    await db.prisma.desk.update({ where: { id: "desk" }, data: { rosterVersion: { increment: 1 } } });
    expect((await book.read()).agents.map(({ id }) => id)).toContain("new");
    expect(same.agents.map(({ id }) => id)).not.toContain("new");
  });
});
