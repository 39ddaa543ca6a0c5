import type { PoolClient } from "pg";
import type { Actor } from "../../audit/rules/entry.ts";
import { auditAct } from "../../audit/store.ts";
import type { StoreId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import { readSetting, type Setting } from "../rules/setting.ts";

export const CHANGES = ["set", "restore", "learned", "file"] as const;
/** Somebody set it, took an earlier one again, the desk learned it, or a store file says it. */
export type Change = (typeof CHANGES)[number];

export interface AnsweringChange {
  /** 1 for the store's first change. */
  readonly version: number;
  readonly change: Change;
  readonly before: Setting;
  readonly after: Setting;
  readonly at: Instant;
  readonly by: string;
}

export interface KeptSetting {
  readonly setting: Setting;
  /** Of the newest change; 0 before the first. */
  readonly version: number;
  /** The newest first, at most MOST_SHOWN. */
  readonly history: readonly AnsweringChange[];
}

/** More changes are kept, but not shown. */
const MOST_SHOWN = 50;

/** When a store's bot answers itself, and how that came about. */
export async function readKeptSetting(database: Database, store: StoreId): Promise<KeptSetting> {
  const client = database.scoped([store]);
  const row = await client.store.findUniqueOrThrow({ where: { id: store }, select: { thresholds: true } });
  const rows = await client.answeringChange.findMany({
    where: { storeId: store },
    orderBy: { version: "desc" },
    take: MOST_SHOWN,
  });
  const history = rows.map(({ version, change, before, after, changedAt, changedBy }) => ({
    version,
    change: CHANGES.find((known) => known === change) ?? "set",
    before: readSetting(before),
    after: readSetting(after),
    at: changedAt.getTime(),
    by: changedBy,
  }));
  return { setting: readSetting(row.thresholds), version: history[0]?.version ?? 0, history };
}

export interface SettingChange {
  readonly store: StoreId;
  readonly change: Change;
  /** The version that was seen; absent: whatever it is. */
  readonly seen?: number | undefined;
  readonly setting: Setting;
  readonly at: Instant;
  readonly by: string;
  /** Absent: the desk itself learned it. */
  readonly actor?: Actor | undefined;
}

export type SettingSaved = { readonly type: "saved"; readonly version: number } | { readonly type: "stale" | "same" };

/** Sets when the store's bot answers itself: the next message is decided so. What it was before stays in the history. */
export async function saveSetting(database: Database, wanted: SettingChange): Promise<SettingSaved> {
  return database.transaction((client) => saveSettingIn(client, wanted));
}

/** As `saveSetting`, as a part of somebody's transaction. */
export async function saveSettingIn(client: PoolClient, wanted: SettingChange): Promise<SettingSaved> {
  const { store, change, seen, setting, at, by } = wanted;
  // One after another: whoever saw an older one is told.
  const { rows } = await client.query<{ thresholds: unknown; same: boolean }>(
    `SELECT "thresholds", "thresholds" = $2::jsonb AS same FROM "Store" WHERE "id" = $1 FOR NO KEY UPDATE`,
    [store, JSON.stringify(setting)],
  );
  const before = rows[0];
  if (before === undefined) throw new Error(`Store ${store} does not exist; give the id of a store.`);
  const last = await client.query<{ version: number }>(
    `SELECT COALESCE(MAX("version"), 0)::int AS version FROM "AnsweringChange" WHERE "storeId" = $1`,
    [store],
  );
  const version = (last.rows[0]?.version ?? 0) + 1;
  if (seen !== undefined && seen !== version - 1) return { type: "stale" };
  if (before.same) return { type: "same" };
  await client.query(
    `INSERT INTO "AnsweringChange"("storeId", "version", "change", "before", "after", "changedAt", "changedBy")
     VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6, $7)`,
    [store, version, change, JSON.stringify(before.thresholds), JSON.stringify(setting), new Date(at), by],
  );
  await client.query(`UPDATE "Store" SET "thresholds" = $2::jsonb WHERE "id" = $1`, [store, JSON.stringify(setting)]);
  const thing = { thing: `answering:${store}`, storeId: store };
  const was = readSetting(before.thresholds);
  await auditAct(client, wanted.actor, { act: "answering.changed", ...thing, before: { ...was }, after: { ...setting } });
  return { type: "saved", version };
}

/** The setting that was in force after a version, 0 for the one before the first change; undefined when there is no such version. */
export async function settingAt(database: Database, store: StoreId, version: number): Promise<Setting | undefined> {
  const isFirst = version === 0;
  const row = await database
    .scoped([store])
    .answeringChange.findFirst({ where: { storeId: store, version: isFirst ? 1 : version } });
  if (row === null) return undefined;
  return readSetting(isFirst ? row.before : row.after);
}
