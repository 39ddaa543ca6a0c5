import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SHARED_STORE, type StoreId } from "../../src/core/ids.ts";
import type { Instant } from "../../src/core/words.ts";
import type { Database } from "../../src/infra/database.ts";
import { ROOT } from "../../src/infra/root.ts";
import { parseKnowledgeFile } from "../../src/knowledge/rules/file.ts";
import { importArticles } from "../../src/knowledge/store/changes.ts";
import { readStoreFile } from "../../src/stores/rules.ts";
import { saveStore } from "../../src/stores/store.ts";
import { readRosterFile } from "../../src/staffing/rules/roster-file.ts";
import { replaceRoster } from "../../src/staffing/store-replace.ts";

/** Makes what every desk needs: its own row, and the layer of knowledge that all stores share. */
export async function furnishDesk(db: Database): Promise<void> {
  await db.prisma.desk.upsert({ where: { id: "desk" }, create: { id: "desk" }, update: {} });
  const shared = { id: SHARED_STORE, key: SHARED_STORE, name: "公共知识" };
  await db.prisma.store.upsert({ where: { id: SHARED_STORE }, create: shared, update: {} });
}

/**
 * Loads the demo stores, their knowledge and the roster into a database without stores, or all of it again where a start
 * was killed before `noteDemoLoaded`. Otherwise false.
 */
export async function loadDemo(db: Database, now: Instant): Promise<boolean> {
  const isHalfDone = (await db.prisma.setting.count({ where: { key: UNDER_WAY } })) > 0;
  if (!isHalfDone && (await db.prisma.store.count({ where: { id: { not: SHARED_STORE } } })) > 0) return false;
  await db.prisma.setting.upsert({ where: { key: UNDER_WAY }, create: { key: UNDER_WAY, value: "yes" }, update: {} });
  await loadKnowledge(db, { store: SHARED_STORE, folder: "shared", now });
  const keys = new Map<string, string>();
  for (const folder of ["demo", "second"]) {
    const store = await loadStore(db, folder, now);
    keys.set(store.key, store.id);
  }
  const read = readRosterFile(JSON.parse(await seedFile("demo", "roster.json")), keys);
  if (read.type !== "roster") throw new Error(`prisma/seed/demo/roster.json cannot be used: ${JSON.stringify(read)}`);
  await replaceRoster(db, read.roster);
  return true;
}

/** The demo is whole, its people included: from now on it belongs to whoever uses it. */
export async function noteDemoLoaded(db: Database): Promise<void> {
  await db.prisma.setting.deleteMany({ where: { key: UNDER_WAY } });
}

const UNDER_WAY = "demo-under-way";

async function loadStore(db: Database, folder: string, now: Instant): Promise<{ readonly id: StoreId; readonly key: string }> {
  const read = readStoreFile(JSON.parse(await seedFile(folder, "store.json")));
  if (read.type === "refused") throw new Error(`prisma/seed/${folder}/store.json cannot be used: ${read.faults.join("; ")}`);
  const { id } = await saveStore(db, read.store);
  await loadKnowledge(db, { store: id, folder, now });
  return { id, key: read.store.key };
}

interface Load {
  readonly store: StoreId;
  readonly folder: string;
  readonly now: Instant;
}

async function loadKnowledge(db: Database, { store, folder, now }: Load): Promise<void> {
  const bytes = await readFile(join(ROOT, "prisma", "seed", folder, "knowledge.csv"));
  const { rows, errors } = parseKnowledgeFile(bytes, { timezone: "Asia/Shanghai", topics: [] });
  if (errors.length > 0) throw new Error(`prisma/seed/${folder}/knowledge.csv cannot be used: ${JSON.stringify(errors[0])}`);
  await importArticles(db, { store, rows, act: { by: "Counterbell", now, why: "示例数据" } });
}

const seedFile = (folder: string, name: string): Promise<string> => readFile(join(ROOT, "prisma", "seed", folder, name), "utf8");
