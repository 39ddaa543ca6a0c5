import { z } from "zod";
import { storeId, type StoreId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";

/** What is counted of a store's day so far, and how it stands at this moment. */
export interface TodayCounts {
  readonly store: StoreId;
  readonly opened: number;
  readonly botAlone: number;
  readonly handedOver: number;
  readonly waiting: number;
  readonly withAgent: number;
  readonly overdue: number;
}

/** Counts of each store since its midnight, all stores in one statement. */
export async function countToday(
  { pool }: Pick<Database, "pool">,
  days: readonly { readonly store: StoreId; readonly from: Instant }[],
  now: Instant,
): Promise<readonly TodayCounts[]> {
  const values = [days.map(({ store }) => store), days.map(({ from }) => new Date(from)), now];
  const { rows } = await pool.query({ name: "figures-stores", text: COUNTS, values });
  return z.array(ROW).parse(rows).map(({ store, ...counts }) => ({ store: storeId(store), ...counts })); // prettier-ignore
}

const ROW = z.object({
  store: z.string(),
  opened: z.number(),
  botAlone: z.number(),
  handedOver: z.number(),
  waiting: z.number(),
  withAgent: z.number(),
  overdue: z.number(),
});

// As the day's figures and the wall count them.
const COUNTS = `
  SELECT d."id" AS store, day.*, now.*
  FROM unnest($1::text[], $2::timestamptz[]) AS d("id", "from")
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS opened, count(*) FILTER (WHERE c."handed")::int AS "handedOver",
      count(*) FILTER (WHERE c."answered" AND NOT c."handed")::int AS "botAlone"
    FROM (
      SELECT EXISTS (SELECT 1 FROM "Escalation" e WHERE e."storeId" = o."storeId" AND e."conversationId" = o."id") AS "handed",
        EXISTS (SELECT 1 FROM "Message" m WHERE m."storeId" = o."storeId" AND m."conversationId" = o."id"
          AND m."author" = 'bot' AND m."body" ? 'source') AS "answered"
      FROM "Conversation" o WHERE o."storeId" = d."id" AND o."openedAt" >= d."from" OFFSET 0
    ) c
  ) day
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE o."status" IN ('queued', 'offered'))::int AS waiting,
      count(*) FILTER (WHERE o."status" = 'assigned')::int AS "withAgent",
      count(*) FILTER (WHERE o."waitingSince" IS NOT NULL AND (o."clock" ->> 'dueAt')::numeric < $3::numeric)::int AS overdue
    FROM (
      SELECT c."status", c."waitingSince", c."clock" FROM "Conversation" c
      WHERE c."storeId" = d."id" AND c."status" IN ('queued', 'offered', 'assigned') OFFSET 0
    ) o
  ) now`;
