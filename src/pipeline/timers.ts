import { laneId, type LaneId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";

/**
 * Turns every timer that is due into an event of its lane, each exactly once: the row goes and the event comes in one
 * statement. Returns the lanes to look at.
 */
export async function fireDueTimers(db: Database, now: Instant): Promise<readonly LaneId[]> {
  const { rows } = await db.pool.query<{ laneId: string }>({
    name: "fire-timers",
    text: `WITH due AS (
             SELECT "kind", "thing" FROM "Timer" WHERE "dueAt" <= $1::timestamptz ORDER BY "dueAt" LIMIT 500 FOR UPDATE SKIP LOCKED),
           gone AS (DELETE FROM "Timer" USING due WHERE "Timer"."kind" = due."kind" AND "Timer"."thing" = due."thing"
             RETURNING "Timer".*, gen_random_uuid()::text AS once, (EXTRACT(EPOCH FROM "Timer"."dueAt") * 1000)::bigint AS ms)
           INSERT INTO "Incoming"("id", "laneId", "storeId", "fingerprint", "payload", "receivedAt")
           SELECT 'timer:' || "kind" || ':' || once, "laneId", "storeId", 'timer',
             jsonb_strip_nulls(jsonb_build_object('type', 'timer-due', 'id', 'timer:' || "kind" || ':' || once, 'lane', "laneId", 'storeId', "storeId",
               'at', $2::bigint, 'kind', "kind", 'thing', "thing", 'dueAt', ms)), $1::timestamptz
           FROM gone ORDER BY "dueAt" ON CONFLICT ("id") DO NOTHING RETURNING "laneId"`,
    values: [new Date(now), now],
  });
  return [...new Set(rows.map((row) => laneId(row.laneId)))];
}

/** When the next timer is due. */
export async function nextTimerAt(db: Database): Promise<Instant | undefined> {
  const { rows } = await db.pool.query<{ next: Date | null }>({
    name: "next-timer",
    text: `SELECT MIN("dueAt") AS next FROM "Timer"`,
  });
  return rows[0]?.next?.getTime();
}
