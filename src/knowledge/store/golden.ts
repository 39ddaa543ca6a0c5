import type { PoolClient } from "pg";
import type { Actor } from "../../audit/rules/entry.ts";
import { auditAct } from "../../audit/store.ts";
import type { StoreId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import { MOST_GOLDEN, type GoldenQuestion } from "../rules/golden.ts";

/** A golden question as it is kept. */
export interface KeptGolden extends GoldenQuestion {
  readonly createdAt: Instant;
  readonly createdBy: string;
}

/** A store's golden questions, by id. */
export async function listGolden(database: Database, store: StoreId): Promise<readonly KeptGolden[]> {
  const rows = await database.scoped([store]).goldenQuestion.findMany({ where: { storeId: store }, orderBy: { id: "asc" } });
  return rows.map(({ id, text, gold, createdAt, createdBy }) => ({ id, text, gold, createdAt: createdAt.getTime(), createdBy }));
}

export interface GoldenSaving {
  readonly store: StoreId;
  readonly questions: readonly GoldenQuestion[];
  readonly by: string;
  readonly now: Instant;
  readonly actor?: Actor | undefined;
}

export type GoldenSaved =
  { readonly type: "saved"; readonly made: number; readonly changed: number } | { readonly type: "too-many" };

/** Keeps these questions, all or none; one whose id is there already becomes what is said now. Others stay. */
export async function saveGolden(database: Database, { store, questions, by, now, actor }: GoldenSaving): Promise<GoldenSaved> {
  const rows = JSON.stringify(questions.map(({ id, text, gold }) => ({ id, text, gold })));
  return database.transaction(async (client) => {
    // One after another, so that two files together cannot bring more than there may be.
    await client.query(`SELECT 1 FROM "Store" WHERE "id" = $1 FOR NO KEY UPDATE`, [store]);
    const before = await client.query<{ id: string; text: string; gold: readonly string[] }>(
      `SELECT "id", "text", "gold" FROM "GoldenQuestion" WHERE "storeId" = $1 AND "id" = ANY($2::text[])`,
      [store, questions.map(({ id }) => id)],
    );
    const { rows: counted } = await client.query<{ known: number; all: number }>(
      `SELECT count(*) FILTER (WHERE "id" = ANY($2::text[]))::int AS known, count(*)::int AS all FROM "GoldenQuestion" WHERE "storeId" = $1`,
      [store, questions.map(({ id }) => id)],
    );
    const { known, all } = counted[0] ?? { known: 0, all: 0 };
    const made = questions.length - known;
    if (all + made > MOST_GOLDEN) return { type: "too-many" };
    await client.query(SAVE, [store, rows, new Date(now), by]);
    await noteSaved(client, { store, actor, questions, before: before.rows });
    return { type: "saved", made, changed: known };
  });
}

const SAVE = `
  INSERT INTO "GoldenQuestion" ("storeId", "id", "text", "gold", "createdAt", "createdBy")
  SELECT $1, "id", "text", "gold", $3, $4 FROM jsonb_to_recordset($2::jsonb) AS row("id" text, "text" text, "gold" text[])
  ON CONFLICT ("storeId", "id") DO UPDATE SET "text" = excluded."text", "gold" = excluded."gold",
    "createdAt" = excluded."createdAt", "createdBy" = excluded."createdBy"`;

interface Noted extends Pick<GoldenSaving, "store" | "questions" | "actor"> {
  readonly before: readonly GoldenQuestion[];
}

/** One by one, or a file as a whole. */
async function noteSaved(client: PoolClient, { store, questions, actor, before }: Noted): Promise<void> {
  const [only] = questions;
  if (only === undefined) return;
  const known = { text: before[0]?.text, gold: before[0]?.gold };
  const deed =
    questions.length === 1
      ? { ...thingOf(store, only), before: known, after: { text: only.text, gold: only.gold } }
      : { thing: `golden:${store}`, after: { created: questions.length - before.length, changed: before.length } };
  await auditAct(client, actor, { act: "golden.changed", storeId: store, ...deed });
}

const thingOf = (store: StoreId, { id, text }: GoldenQuestion) => ({ thing: `golden:${id}`, thingName: text, storeId: store });

/** Takes one away; false when there was none. */
export async function removeGolden(
  database: Database,
  { store, id, actor }: { readonly store: StoreId; readonly id: string; readonly actor?: Actor | undefined },
): Promise<boolean> {
  return database.transaction(async (client) => {
    const text = `DELETE FROM "GoldenQuestion" WHERE "storeId" = $1 AND "id" = $2 RETURNING "id", "text", "gold"`;
    const { rows } = await client.query<{ id: string; text: string; gold: readonly string[] }>(text, [store, id]);
    const gone = rows[0];
    if (gone === undefined) return false;
    const before = { text: gone.text, gold: gone.gold };
    await auditAct(client, actor, { act: "golden.removed", ...thingOf(store, gone), before });
    return true;
  });
}
