import type { PoolClient } from "pg";
import { isSame, type Actor } from "../audit/rules/entry.ts";
import { auditAct } from "../audit/store.ts";
import type { StoreId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { TOPICS, type SettingValue, type Topic } from "./rules/topics.ts";

/** Which setting is meant; `store` where the topic is a store's. */
export interface SettingPlace {
  readonly topic: Topic;
  readonly store?: StoreId | undefined;
}

export const CHANGES = ["set", "restore", "file"] as const;
/** Somebody set it, took an earlier one again, or a file says it. */
export type Change = (typeof CHANGES)[number];

export interface SettingChange {
  readonly version: number;
  readonly change: Change;
  readonly before: SettingValue;
  readonly after: SettingValue;
  readonly at: Instant;
  readonly by: string;
}

export interface KeptSetting {
  readonly value: SettingValue;
  /** Of the newest change; 0 before the first. */
  readonly version: number;
  /** The newest first, at most MOST_SHOWN. */
  readonly history: readonly SettingChange[];
}

/** More changes are kept, but not shown. */
const MOST_SHOWN = 50;
const DESK = "desk";

/** Where the rules read each setting. */
const COLUMNS: Readonly<Record<Topic, { readonly table: "Desk" | "Store"; readonly column: string }>> = {
  routing: { table: "Desk", column: "routing" },
  waits: { table: "Desk", column: "waits" },
  replies: { table: "Store", column: "replyLimits" },
  closing: { table: "Store", column: "closeAfterSilenceMs" },
  guard: { table: "Store", column: "guard" },
};

const placeOf = ({ store }: SettingPlace): string => store ?? DESK;

/** A setting as it holds, and how it came about; undefined when there is no such store. */
export async function readSetting({ pool }: Pick<Database, "pool">, at: SettingPlace): Promise<KeptSetting | undefined> {
  const { table, column } = COLUMNS[at.topic];
  const { read } = TOPICS[at.topic];
  const text = `SELECT "${column}" AS kept FROM "${table}" WHERE "id" = $1`;
  const { rows } = await pool.query<{ kept: unknown }>(text, [placeOf(at)]);
  if (rows[0] === undefined && table === "Store") return undefined;
  const changes = await pool.query<ChangeRow>(
    `SELECT "version", "change", "before", "after", "changedAt", "changedBy" FROM "SettingChange"
     WHERE "topic" = $1 AND "place" = $2 ORDER BY "version" DESC LIMIT $3`,
    [at.topic, placeOf(at), MOST_SHOWN],
  );
  const history = changes.rows.map(({ version, change, before, after, changedAt, changedBy }) => ({
    version,
    change: CHANGES.find((known) => known === change) ?? "set",
    before: read(before),
    after: read(after),
    at: changedAt.getTime(),
    by: changedBy,
  }));
  return { value: read(rows[0]?.kept), version: history[0]?.version ?? 0, history };
}

interface ChangeRow {
  readonly version: number;
  readonly change: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly changedAt: Date;
  readonly changedBy: string;
}

export interface SettingSaving {
  readonly at: SettingPlace;
  readonly change: Change;
  /** The version that was seen; absent: whatever it is. */
  readonly seen?: number | undefined;
  /** What is kept from now on, from what is kept until now. */
  readonly keep: (kept: unknown) => unknown;
  readonly by: string;
  readonly now: Instant;
  readonly actor?: Actor | undefined;
}

export type SettingSaved =
  { readonly type: "saved"; readonly version: number } | { readonly type: "stale" } | { readonly type: "same" };

/** Sets it; what is decided next goes by it. What it was before stays in the history. */
export async function saveSetting(db: Pick<Database, "transaction">, saving: SettingSaving): Promise<SettingSaved> {
  return db.transaction((client) => saveSettingIn(client, saving));
}

/** As `saveSetting`, as a part of somebody's transaction. */
export async function saveSettingIn(client: PoolClient, saving: SettingSaving): Promise<SettingSaved> {
  const { at, change, seen, keep, by, now } = saving;
  const { table, column } = COLUMNS[at.topic];
  const { read } = TOPICS[at.topic];
  const place = placeOf(at);
  if (table === "Desk") await client.query(`INSERT INTO "Desk" ("id") VALUES ($1) ON CONFLICT ("id") DO NOTHING`, [DESK]);
  // One after another: whoever saw an older one is told.
  const lock = table === "Desk" ? "FOR UPDATE" : "FOR NO KEY UPDATE";
  const found = await client.query<{ kept: unknown }>(`SELECT "${column}" AS kept FROM "${table}" WHERE "id" = $1 ${lock}`, [
    place,
  ]);
  const row = found.rows[0];
  if (row === undefined) throw new Error(`Store ${place} does not exist; give the id of a store.`);
  const last = await client.query<{ version: number }>(
    `SELECT COALESCE(MAX("version"), 0)::int AS version FROM "SettingChange" WHERE "topic" = $1 AND "place" = $2`,
    [at.topic, place],
  );
  const version = (last.rows[0]?.version ?? 0) + 1;
  if (seen !== undefined && seen !== version - 1) return { type: "stale" };
  const before = read(row.kept);
  const kept = JSON.stringify(keep(row.kept));
  const after = read(JSON.parse(kept));
  if (isSame(before, after)) return { type: "same" };
  await client.query(ADD, [
    at.topic,
    place,
    version,
    at.store ?? null,
    change,
    JSON.stringify(row.kept),
    kept,
    new Date(now),
    by,
  ]);
  await client.query(SET[table](column, at.topic === "closing" ? "($2::jsonb #>> '{}')::int" : "$2::jsonb"), [place, kept]);
  const thing = { thing: at.store === undefined ? at.topic : `${at.topic}:${at.store}`, storeId: at.store };
  await auditAct(client, saving.actor, { act: `${at.topic}.changed`, ...thing, before, after });
  return { type: "saved", version };
}

const ADD = `
  INSERT INTO "SettingChange" ("topic", "place", "version", "storeId", "change", "before", "after", "changedAt", "changedBy")
  VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9)`;
// The desk's version rises, so that every process reads it again before it decides; a store's row has a version by itself.
const SET = {
  Desk: (column: string, value: string) =>
    `UPDATE "Desk" SET "${column}" = ${value}, "rosterVersion" = "rosterVersion" + 1 WHERE "id" = $1`,
  Store: (column: string, value: string) => `UPDATE "Store" SET "${column}" = ${value} WHERE "id" = $1`,
} as const;

/** What was kept after a change, 0 for before the first, as it was: bounds may have been others then. Undefined when there is no such change. */
export async function keptAt(
  { pool }: Pick<Database, "pool">,
  at: SettingPlace,
  version: number,
): Promise<{ readonly kept: unknown } | undefined> {
  const isFirst = version === 0;
  const { rows } = await pool.query<{ kept: unknown }>(
    `SELECT "${isFirst ? "before" : "after"}" AS kept FROM "SettingChange" WHERE "topic" = $1 AND "place" = $2 AND "version" = $3`,
    [at.topic, placeOf(at), isFirst ? 1 : version],
  );
  return rows[0];
}
