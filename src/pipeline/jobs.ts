import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";

/** Snapshots that no decision named for so long are not needed. */
const UNNAMED_LASTS_MS = 24 * 3_600_000;
/** Far longer than a decision takes: one made on the snapshot before has been committed by then. */
const SUPERSEDED_FOR_MS = 3_600_000;

/**
 * Deletes snapshots on which nothing was decided: settings that were changed again before anybody wrote, rosters that were
 * replaced. The newest of each store, and the newest roster, stay: processes hold them in memory and may name them any time.
 */
export async function dropUnnamedSnapshots({ pool }: Pick<Database, "pool">, now: Instant): Promise<number> {
  const values = [new Date(now - UNNAMED_LASTS_MS), new Date(now - SUPERSEDED_FOR_MS)];
  return (await pool.query(UNNAMED, values)).rowCount ?? 0;
}

// Settings name their store, rosters none.
const UNNAMED = `
  WITH named AS (SELECT "facts"->>'policy' AS id FROM "Decision" UNION SELECT "facts"->>'roster' FROM "Decision")
  DELETE FROM "Snapshot" s WHERE s."createdAt" < $1 AND NOT EXISTS (SELECT 1 FROM named WHERE named.id = s."id") AND EXISTS (
    SELECT 1 FROM "Snapshot" n WHERE n."createdAt" > s."createdAt" AND n."createdAt" < $2
      AND n."content"->>'storeId' IS NOT DISTINCT FROM s."content"->>'storeId')`;
