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
}

export type GoldenSaved =
  { readonly type: "saved"; readonly made: number; readonly changed: number } | { readonly type: "too-many" };

/** Keeps these questions, all or none; one whose id is there already becomes what is said now. Others stay. */
export async function saveGolden(database: Database, { store, questions, by, now }: GoldenSaving): Promise<GoldenSaved> {
  const rows = JSON.stringify(questions.map(({ id, text, gold }) => ({ id, text, gold })));
  return database.transaction(async (client) => {
    // One after another, so that two files together cannot bring more than there may be.
    await client.query(`SELECT 1 FROM "Store" WHERE "id" = $1 FOR NO KEY UPDATE`, [store]);
    const { rows: counted } = await client.query<{ known: number; all: number }>(
      `SELECT count(*) FILTER (WHERE "id" = ANY($2::text[]))::int AS known, count(*)::int AS all FROM "GoldenQuestion" WHERE "storeId" = $1`,
      [store, questions.map(({ id }) => id)],
    );
    const { known, all } = counted[0] ?? { known: 0, all: 0 };
    const made = questions.length - known;
    if (all + made > MOST_GOLDEN) return { type: "too-many" };
    await client.query(SAVE, [store, rows, new Date(now), by]);
    return { type: "saved", made, changed: known };
  });
}

const SAVE = `
  INSERT INTO "GoldenQuestion" ("storeId", "id", "text", "gold", "createdAt", "createdBy")
  SELECT $1, "id", "text", "gold", $3, $4 FROM jsonb_to_recordset($2::jsonb) AS row("id" text, "text" text, "gold" text[])
  ON CONFLICT ("storeId", "id") DO UPDATE SET "text" = excluded."text", "gold" = excluded."gold",
    "createdAt" = excluded."createdAt", "createdBy" = excluded."createdBy"`;

/** Takes one away; false when there was none. */
export async function removeGolden(
  database: Database,
  { store, id }: { readonly store: StoreId; readonly id: string },
): Promise<boolean> {
  const { count } = await database.scoped([store]).goldenQuestion.deleteMany({ where: { storeId: store, id } });
  return count > 0;
}
