import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Files } from "../infra/files.ts";
import { UNSENT_LASTS_MS } from "./file-rules.ts";

export interface TidyingParts {
  readonly db: Pick<Database, "pool" | "transaction">;
  readonly files: Files;
  readonly now: Instant;
}

/** So many files in one transaction: nobody waits long for the only connection of the embedded database. */
const BATCH = 50;

/**
 * Deletes files that somebody chose and then never sent: rows and bytes. What a message names stays, also a message that is
 * stored but not handled yet, or parked. Safe while others write: `attachments` renews what a message is about to name.
 */
export async function dropUnsentUploads({ db, files, now }: TidyingParts): Promise<number> {
  const before = new Date(now - UNSENT_LASTS_MS);
  const { rows } = await db.pool.query<{ id: string }>(UNSENT, [before]);
  let dropped = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const ids = rows.slice(start, start + BATCH).map(({ id }) => id);
    dropped += await dropUploads({ db, files }, ids, before);
  }
  return dropped;
}

const UNSENT = `
  WITH named AS (
    SELECT a->>'id' AS id FROM "Message", jsonb_array_elements("body"->'attachments') a
    UNION ALL
    SELECT a->>'id' FROM "Incoming", jsonb_array_elements("payload"->'attachments') a WHERE "handledAt" IS NULL)
  SELECT u."id" FROM "Upload" u WHERE u."createdAt" < $1 AND NOT EXISTS (SELECT 1 FROM named n WHERE n.id = u."id")`;

// Rows that a message renews at this moment are passed over: it wins, and nobody waits for somebody who waits.
const DROP = `
  DELETE FROM "Upload" WHERE "id" IN (
    SELECT "id" FROM "Upload" WHERE "id" = ANY($1::text[]) AND "createdAt" < $2 FOR UPDATE SKIP LOCKED) RETURNING "id"`;

// The bytes go before the end of their rows is committed: after a crash the rows are still there, and the next night finishes it.
function dropUploads({ db, files }: Omit<TidyingParts, "now">, ids: readonly string[], before: Date): Promise<number> {
  return db.transaction(async (client) => {
    const { rows } = await client.query<{ id: string }>(DROP, [ids, before]);
    await files.remove(
      rows.map(({ id }) => id),
      client,
    );
    return rows.length;
  });
}
