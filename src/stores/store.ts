import type { PoolClient } from "pg";
import { saveSettingIn as saveAnsweringIn } from "../answering/store/settings.ts";
import type { Actor } from "../audit/rules/entry.ts";
import type { Instant } from "../core/words.ts";
import { readGuardSetting } from "../guard/rules/setting.ts";
import { TOPICS } from "../settings/rules/topics.ts";
import { saveSettingIn } from "../settings/store.ts";
import { SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import type { Thresholds } from "../core/policy.ts";
import type { StoreFile } from "./rules.ts";
import { readRequestPolicy } from "../requests/rules/setting.ts";
import { keptRequests } from "./rules/requests.ts";
import { keptLimits, limitsAfter } from "./rules/reply-limits.ts";
import { readThresholds } from "./rules/thresholds.ts";

export interface StoreSaved {
  readonly id: StoreId;
  readonly isNew: boolean;
}

/**
 * Makes the store with this key, or changes its settings to what the file says: all of it or nothing. Knowledge and conversations
 * stay. Its thresholds, its reply limits, when its conversations end by themselves and what its agents may not say have a history:
 * what the file names of them becomes a change of that history, what it does not stays.
 */
export async function saveStore(db: Database, file: StoreFile, by: FileBy = { by: "terminal", at: 0 }): Promise<StoreSaved> {
  return db.transaction(async (client) => {
    const { id, isNew } = await writeStore(client, file);
    if (isNew) await writeFirstSettings(client, id, file);
    else await changeSettings(client, { id, file, by });
    return { id, isNew };
  });
}

/** What a file says beside the settings that have a history. */
const COLUMNS = [
  ["name", "text"],
  ["platform", "text"],
  ["timezone", "text"],
  ["languages", "text[]"],
  ["greeting", "jsonb"],
  ["texts", "jsonb"],
  ["quickChoices", "jsonb"],
  ["allowedOrigins", "text[]"],
  ["identityRequired", "boolean"],
] as const;

async function writeStore(client: PoolClient, file: StoreFile): Promise<StoreSaved> {
  const names = COLUMNS.map(([name]) => `"${name}"`).join(", ");
  const { rows } = await client.query<{ id: string; isNew: boolean }>(
    `INSERT INTO "Store" ("id", "key", ${names})
     SELECT $1, g."key", ${COLUMNS.map(([name]) => `g."${name}"`).join(", ")}
     FROM jsonb_to_record($2::jsonb) AS g("key" text, ${COLUMNS.map(([name, type]) => `"${name}" ${type}`).join(", ")})
     ON CONFLICT ("key") DO UPDATE SET ${COLUMNS.map(([name]) => `"${name}" = EXCLUDED."${name}"`).join(", ")}
     RETURNING "id", "xmax" = 0 AS "isNew"`,
    [`store-${file.key}`, JSON.stringify(file)],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`Store ${file.key} was neither made nor changed; look at the table "Store".`);
  return { id: storeId(row.id), isNew: row.isNew };
}

/** As a new store begins; what the file does not name is as by default. */
async function writeFirstSettings(client: PoolClient, id: StoreId, file: StoreFile): Promise<void> {
  const { thresholds = {}, replyLimits = {}, requests = {}, guard, closeAfterSilenceMinutes: minutes } = file;
  const kept = [thresholds, keptLimits(replyLimits), guard, keptRequests(requests)].map((value) =>
    value === undefined ? null : JSON.stringify(value),
  );
  await client.query(
    `UPDATE "Store" SET "thresholds" = $2::jsonb, "replyLimits" = $3::jsonb, "guard" = COALESCE($4::jsonb, "guard"),
       "requests" = $5::jsonb, "closeAfterSilenceMs" = COALESCE($6::int, "closeAfterSilenceMs") WHERE "id" = $1`,
    [id, ...kept, minutes === undefined ? null : minutes * 60_000],
  );
}

async function changeSettings(
  client: PoolClient,
  { id, file, by: { by, at, actor } }: { readonly id: StoreId; readonly file: StoreFile; readonly by: FileBy },
): Promise<void> {
  const { closeAfterSilenceMinutes, thresholds, replyLimits, requests, guard } = file;
  const common = { change: "file", by, now: at, actor } as const;
  if (replyLimits !== undefined) {
    const keep = (kept: unknown): unknown => limitsAfter(kept, replyLimits);
    await saveSettingIn(client, { at: { topic: "replies", store: id }, keep, ...common });
  }
  if (requests !== undefined) {
    const keep = (kept: unknown): unknown => ({ ...readRequestPolicy(kept ?? {}), ...keptRequests(requests) });
    await saveSettingIn(client, { at: { topic: "requests", store: id }, keep, ...common });
  }
  if (guard !== undefined) {
    const keep = (kept: unknown): unknown => ({ ...readGuardSetting(kept ?? {}), ...guard });
    await saveSettingIn(client, { at: { topic: "guard", store: id }, keep, ...common });
  }
  if (closeAfterSilenceMinutes !== undefined) {
    const keep = (): unknown => TOPICS.closing.write({ closeAfterSilenceMinutes });
    await saveSettingIn(client, { at: { topic: "closing", store: id }, keep, ...common });
  }
  if (thresholds !== undefined) await saveAnsweringIn(client, { store: id, change: "file", setting: thresholds, at, by, actor });
}

/** Who brings a file, and when. */
export interface FileBy {
  readonly by: string;
  readonly at: Instant;
  readonly actor?: Actor;
}

/** Gives the store a new key for proving shoppers' identities; the old one stops working. */
export async function setIdentitySecret(db: Database, id: StoreId, secret: string): Promise<void> {
  await db.scoped([id]).store.update({ where: { id }, data: { identitySecret: secret } });
}

export interface StoreNamed {
  readonly id: StoreId;
  readonly key: string;
  readonly name: string;
}

/** The shop with this key; the layer that all stores share is none. */
export async function findStore({ prisma }: Database, key: string): Promise<StoreNamed | undefined> {
  const found = await prisma.store.findFirst({ where: { key, id: { not: SHARED_STORE } }, select: NAMED });
  return found === null ? undefined : { ...found, id: storeId(found.id) };
}

/** These stores, in the order of their ids. */
export async function listStores(db: Database, stores: readonly StoreId[]): Promise<readonly StoreNamed[]> {
  const found = await db.scoped(stores).store.findMany({ select: NAMED, orderBy: { id: "asc" } });
  return found.map((one) => ({ ...one, id: storeId(one.id) }));
}

/** The oldest shops, at most so many. */
export async function firstShops({ prisma }: Database, atMost: number): Promise<readonly StoreNamed[]> {
  const oldest = [{ createdAt: "asc" }, { id: "asc" }] as const;
  const found = await prisma.store.findMany({
    where: { id: { not: SHARED_STORE } },
    select: NAMED,
    orderBy: [...oldest],
    take: atMost,
  });
  return found.map((one) => ({ ...one, id: storeId(one.id) }));
}

/** What a store is called; undefined when there is none. */
export async function storeName(db: Database, id: StoreId): Promise<string | undefined> {
  return (await listStores(db, [id]))[0]?.name;
}

/** How sure a store's bot must be to answer, to ask back, and that something is its business. */
export async function storeThresholds(db: Database, id: StoreId): Promise<Thresholds> {
  const found = await db.scoped([id]).store.findUniqueOrThrow({ where: { id }, select: { thresholds: true } });
  return readThresholds(found.thresholds);
}

const NAMED = { id: true, key: true, name: true } as const;
