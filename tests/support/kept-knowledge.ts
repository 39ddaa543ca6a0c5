import { beforeAll } from "vitest";
import { articleId, storeId, type StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import type { KnowledgeRow } from "../../src/knowledge/rules/article.ts";
import { type Act } from "../../src/knowledge/rules/plan.ts";
import { articleHistory } from "../../src/knowledge/store.ts";
import type { DatabaseForTest } from "./databases.ts";

/** Who changes what, when, in these tests. */
export const ACT: Act = { by: "王芳 <wang@example.com>", now: Date.UTC(2026, 9, 1, 4), why: "国庆" };

/** An article as a file or a form gives it. */
export function row(id: string, words: Partial<KnowledgeRow> = {}): KnowledgeRow {
  return {
    id: articleId(id),
    phase: "presale",
    question: `${id} 包邮吗`,
    alternatives: ["运费", "邮费"],
    answer: "包邮",
    ...words,
  };
}

/** A database with the shared layer, and stores made as they are needed. */
export function keepKnowledge(databases: DatabaseForTest, meet: (database: Database) => void) {
  let database: Database;
  let stores = 0;
  beforeAll(async () => {
    database = await databases.open();
    await database.prisma.store.upsert({
      where: { id: "shared" },
      create: { id: "shared", key: "shared", name: "共享" },
      update: {},
    });
    meet(database);
  });
  return {
    newStore: async (timezone = "Asia/Shanghai"): Promise<StoreId> => {
      stores += 1;
      const id = `store-${stores}`;
      await database.prisma.store.create({ data: { id, key: `key-${stores}`, name: "小店", timezone } });
      return storeId(id);
    },
    versionOf: async (store: StoreId): Promise<number> =>
      (await database.prisma.store.findUniqueOrThrow({ where: { id: store } })).knowledgeVersion,
    versions: (store: StoreId, id: string) => articleHistory(database, { store, id: articleId(id), limit: 50 }),
  };
}
