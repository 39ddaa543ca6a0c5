import type { Instant } from "../core/words.ts";
import type { Database } from "./database.ts";

/** People see for so long that an invitation or a token ran out. */
const KEPT_AFTER_MS = 30 * 86_400_000;

/** Deletes what nobody can use any more: counts of sign-in tries, sessions and ways in that ran out, visits without a word. */
export async function tidyUp(db: Pick<Database, "pool">, now: Instant): Promise<void> {
  const moment = new Date(now);
  await db.pool.query(`DELETE FROM "SignInTry" WHERE "until" < $1`, [moment]);
  await db.pool.query(`DELETE FROM "Session" WHERE "expiresAt" < $1`, [moment]);
  await db.pool.query(`DELETE FROM "Verification" WHERE "expiresAt" < $1`, [moment]);
  await db.pool.query(`DELETE FROM "Invitation" WHERE "expiresAt" < $1`, [new Date(now - KEPT_AFTER_MS)]);
  await db.pool.query(`DELETE FROM "ApiToken" WHERE "expiresAt" < $1`, [new Date(now - KEPT_AFTER_MS)]);
  await db.pool.query(
    `DELETE FROM "Visitor" v WHERE v."expiresAt" < $1 AND NOT EXISTS (SELECT 1 FROM "Upload" u WHERE u."visitorId" = v."id")
     AND NOT EXISTS (SELECT 1 FROM "Conversation" c WHERE c."storeId" = v."storeId" AND c."channel" = 'web' AND c."room" = v."id")`,
    [moment],
  );
}
