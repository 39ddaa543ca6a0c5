import { beforeAll, expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const ours = storeId("ours");
const theirs = storeId("theirs");

describeOnEachDatabase("A client scoped to one store", (database) => {
  let db: Database;

  beforeAll(async () => {
    db = await database.open();
    for (const id of [ours, theirs]) {
      await db.prisma.store.create({ data: { id, key: id, name: id } });
      await db.prisma.article.create({ data: articleOf(id) });
    }
  });

  it("reads own rows and nothing of another store", async () => {
    const rows = await db.scoped([ours]).article.findMany();
    const foreign = await db.scoped([ours]).article.findUnique({ where: { storeId_id: { storeId: theirs, id: "a1" } } });
    expect(rows.map((row) => row.storeId)).toEqual([ours]);
    expect(foreign).toBeNull();
  });

  it("does not widen its scope through OR, NOT or AND of the caller", async () => {
    const client = db.scoped([ours]);
    const rows = await client.article.findMany({
      where: { OR: [{ storeId: theirs }, { storeId: ours }], AND: [{ version: 1 }] },
    });
    expect(rows.map((row) => row.storeId)).toEqual([ours]);
    expect(await client.article.count({ where: { NOT: { storeId: ours } } })).toBe(0);
  });

  it("changes and deletes nothing of another store", async () => {
    const client = db.scoped([ours]);
    const changed = await client.article.updateMany({ where: { id: "a1" }, data: { answer: "changed" } });
    const deleted = await client.article.deleteMany({ where: { storeId: theirs } });
    await expect(client.store.update({ where: { id: theirs }, data: { name: "stolen" } })).rejects.toThrow();
    expect([changed.count, deleted.count]).toEqual([1, 0]);
    const foreign = await db.prisma.article.findUnique({ where: { storeId_id: { storeId: theirs, id: "a1" } } });
    expect(foreign?.answer).toBe("answer");
    expect((await db.prisma.store.findUnique({ where: { id: theirs } }))?.name).toBe(theirs);
  });

  it("writes no row into another store, and none without a store", async () => {
    const client = db.scoped([ours]);
    await expect(client.article.create({ data: { ...articleOf(theirs), id: "a2" } })).rejects.toThrow(
      /outside of this client's scope/,
    );
    await expect(client.article.updateMany({ where: {}, data: { storeId: theirs } })).rejects.toThrow(
      /outside of this client's scope/,
    );
    expect(await db.prisma.article.count({ where: { storeId: theirs } })).toBe(1);
  });

  it("runs no raw SQL", async () => {
    await expect(async () => db.scoped([ours]).$queryRaw`SELECT 1`).rejects.toThrow(/no raw SQL/);
  });
});

function articleOf(store: string) {
  return {
    storeId: store,
    id: "a1",
    phase: "presale",
    question: "question",
    answer: "answer",
    version: 1,
    updatedAt: new Date(0),
    updatedBy: "test",
  };
}
