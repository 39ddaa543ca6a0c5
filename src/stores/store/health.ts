import { z } from "zod";
import type { StoreId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";

/** How the traffic of a channel goes, counted from the ledger. */
export interface Traffic {
  readonly channel: string;
  readonly heardAt?: Instant | undefined;
  readonly waiting: number;
  readonly waitingSince?: Instant | undefined;
  readonly uncertain: number;
  readonly refused: number;
}

/** Of each channel on which these stores were spoken to or speak. Refusals are of the last day before `now`. */
export async function trafficOf(
  { pool }: Pick<Database, "pool">,
  stores: readonly StoreId[],
  now: Instant,
): Promise<readonly Traffic[]> {
  const { rows } = await pool.query({ name: "channel-traffic", text: TRAFFIC, values: [stores, new Date(now - DAY_MS)] });
  return z
    .array(ROW)
    .parse(rows)
    .map(({ heardAt, waitingSince, ...counts }) => ({
      ...counts,
      heardAt: heardAt?.getTime(),
      waitingSince: waitingSince?.getTime(),
    }));
}

const DAY_MS = 86_400_000;
const ROW = z.object({
  channel: z.string(),
  heardAt: z.date().nullable(),
  waiting: z.number(),
  waitingSince: z.date().nullable(),
  uncertain: z.number(),
  refused: z.number(),
});

const TRAFFIC = `
  SELECT channel, max("heardAt") AS "heardAt", sum(waiting)::int AS waiting, min("waitingSince") AS "waitingSince",
    sum(uncertain)::int AS uncertain, sum(refused)::int AS refused
  FROM (
    SELECT "channel" AS channel, max("lastShopperAt") AS "heardAt", 0 AS waiting, NULL::timestamptz AS "waitingSince",
      0 AS uncertain, 0 AS refused
    FROM "Conversation" WHERE "storeId" = ANY($1::text[]) GROUP BY "channel"
    UNION ALL
    SELECT "channel", NULL, count(*) FILTER (WHERE "state" IN ('queued', 'sending')),
      min("createdAt") FILTER (WHERE "state" IN ('queued', 'sending')), count(*) FILTER (WHERE "state" = 'uncertain'),
      count(*) FILTER (WHERE "state" = 'refused' AND "createdAt" >= $2)
    FROM "Outbox" WHERE "storeId" = ANY($1::text[]) AND "state" IN ('queued', 'sending', 'uncertain', 'refused') GROUP BY "channel"
  ) t GROUP BY channel ORDER BY channel`;

/** How many events of these stores were set aside. */
export async function parkedCount(database: Database, stores: readonly StoreId[]): Promise<number> {
  return database.scoped(stores).incoming.count({ where: { parkedAt: { not: null } } });
}
