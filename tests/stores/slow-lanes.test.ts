import { afterEach, beforeEach, expect, it } from "vitest";
import { conversationId, incomingId, storeId, type StoreId } from "../../src/core/ids.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openGate, reading } from "../support/gates.ts";
import { AGENT, furnish, messageFrom, plainUnderstanding, STORE, worldOn, type World } from "../support/worlds.ts";

const OTHER = storeId("store-2");
const KNOWN = "多久发货";

describeOnEachDatabase("A lane that is slow to get ready", (database) => {
  let db: Database;
  let world: World | undefined;
  let transactions = 0;

  beforeEach(async () => {
    const opened = await database.open();
    transactions = 0;
    const transaction: Database["transaction"] = (work) => {
      transactions += 1;
      return opened.transaction(work);
    };
    db = { ...opened, transaction };
    await furnish(db);
    await furnish(db, { store: OTHER });
  });
  afterEach(async () => {
    await world?.spine.stop();
    world = undefined;
  });

  async function open(understanding: Understanding): Promise<World["spine"]> {
    world = await worldOn(db, [], understanding);
    return world.spine;
  }

  it("of a store that is being learned holds up no other store, and is answered when that is learned", async () => {
    const gate = openGate();
    const plain = plainUnderstanding();
    const learn = (store: StoreId): Promise<void> => (store === OTHER ? gate.opened : Promise.resolve());
    const spine = await open({ ...plain, learn });
    const slow = messageFrom("slow", KNOWN, { store: OTHER });
    const quick = [messageFrom("ann", KNOWN), messageFrom("bob", KNOWN)];
    for (const message of [slow, ...quick]) await spine.submit(message);

    for (const { id } of quick) expect(await spine.settled(id)).toMatchObject({ rule: "desk/answer" });
    expect(await db.prisma.decision.findUnique({ where: { incomingId: slow.id } })).toBeNull();
    gate.open();
    expect(await spine.settled(slow.id)).toMatchObject({ rule: "desk/answer" });
  });

  it("whose text is slowly understood holds up nobody, and keeps its own order; each text is read once", async () => {
    const gate = openGate();
    const read: string[] = [];
    const spine = await open(
      reading(async (text) => {
        read.push(text);
        if (text === "慢") await gate.opened;
      }),
    );
    const slow = messageFrom("slow", "慢");
    await spine.submit(slow);
    await spine.settled(await said(spine, "ann", KNOWN));
    const after = await said(spine, "slow", "后来的");
    await spine.settled(await said(spine, "bob", KNOWN));
    gate.open();
    await spine.settled(after);

    await spine.idle();
    const lines = await db.prisma.message.findMany({ where: { laneId: slow.lane, author: "shopper" }, orderBy: { seq: "asc" } });
    expect(lines.map(({ body }) => body)).toMatchObject([{ text: "慢" }, { text: "后来的" }]);
    expect(read.filter((text) => text === "慢" || text === "后来的")).toEqual(["慢", "后来的"]);
  });

  it("does not keep an agent from acting in a store that is being learned", async () => {
    const first = await open(plainUnderstanding());
    await first.submit(messageFrom("carol", "人工"));
    await first.idle();
    await first.stop();
    const gate = openGate();
    const spine = await open({ ...plainUnderstanding(), learn: () => gate.opened });
    const { id, laneId, epoch } = await db.prisma.conversation.findFirstOrThrow();
    const act = { at: 1, storeId: STORE, conversationId: conversationId(id), agent: AGENT, epoch } as const;
    const remark = { ...act, type: "agent-replied", id: incomingId("r"), text: "看看", attachments: [], internal: true } as const;
    await spine.submit({ ...remark, lane: laneId as never });

    expect(await spine.settled(remark.id)).toMatchObject({ effects: [{ type: "say" }] });
    gate.open();
  });

  it("and was got ready on settings that changed since has what is loaded by now neither loaded nor learned again", async () => {
    const gate = openGate();
    const begun = openGate();
    const learned: StoreId[] = [];
    const slowly = reading(async (text) => {
      if (text !== "慢") return;
      begun.open();
      await gate.opened;
    });
    const spine = await open({ ...slowly, learn: async (store) => void learned.push(store) });
    const slow = await said(spine, "slow", "慢");
    await begun.opened;
    await db.pool.query(`UPDATE "Store" SET "knowledgeVersion" = "knowledgeVersion" + 1 WHERE "id" = $1`, [STORE]);
    await spine.settled(await said(spine, "ann", KNOWN));
    expect(learned).toEqual([STORE, STORE]);
    gate.open();

    expect(await spine.settled(slow)).toMatchObject({ effects: expect.anything() });
    expect(learned).toEqual([STORE, STORE]);
  });

  it("that fails leaves the others in one transaction", async () => {
    const before = await open(plainUnderstanding());
    await before.stop();
    const messages = Array.from({ length: 30 }, (_, at) => messageFrom(`p${at}`, at === 7 ? "坏" : KNOWN));
    for (const message of messages) await before.submit(message);
    let isBroken = true;
    const spine = await open(
      reading(async (text) => {
        if (isBroken && text === "坏") throw new Error("it broke");
      }),
    );
    await spine.idle();

    expect(await db.prisma.message.count({ where: { author: "bot" } })).toBe(29);
    // On a busy machine some get ready after their batch has left; one by one they would be thirty.
    expect(transactions).toBeLessThan(15);
    isBroken = false;
  });
});

async function said(spine: World["spine"], person: string, text: string) {
  const message = messageFrom(person, text);
  await spine.submit(message);
  return message.id;
}
