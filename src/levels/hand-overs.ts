import { z } from "zod";
import { storeId, type StoreId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { HandedOver } from "../wall/rules/service-level.ts";

/** A time of one store. */
export interface StoreSpan {
  readonly store: StoreId;
  readonly from: Instant;
  /** Not included. */
  readonly until: Instant;
}

/** A hand-over, and whose it is. */
export interface StoredHandOver extends HandedOver {
  readonly store: StoreId;
  readonly conversationId: string;
}

/** The hand-overs of these times, the newest first: one narrow row each. The wall, the days and the figures count these and no others. */
export async function handOversOf(
  { pool }: Pick<Database, "pool">,
  spans: readonly StoreSpan[],
): Promise<readonly StoredHandOver[]> {
  const values = [
    spans.map(({ store }) => store),
    spans.map(({ from }) => new Date(from)),
    spans.map(({ until }) => new Date(until)),
  ];
  const { rows } = await pool.query({ name: "hand-overs", text: HAND_OVERS, values });
  return z
    .array(HAND_OVER)
    .parse(rows)
    .map(({ store, conversationId, at, dueAt, repliedAt, endedAt }) => ({
      store: storeId(store),
      conversationId,
      at: at.getTime(),
      dueAt: dueAt?.getTime(),
      repliedAt: repliedAt?.getTime(),
      endedAt: endedAt?.getTime(),
    }));
}

const HAND_OVER = z.object({
  store: z.string(),
  conversationId: z.string(),
  at: z.date(),
  dueAt: z.date().nullable(),
  repliedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
});
// Only words since the hand-over count: an agent may have talked with this shopper before. Each time is looked up on its own
// (`LATERAL … OFFSET 0`), as the planner cannot know that a day is little, and would read all of the past.
const HAND_OVERS = `
  SELECT e."storeId" AS store, e."conversationId", e."waitingSince" AS at, e."dueAt", e."endedAt",
    (SELECT min(m."createdAt") FROM "Message" m WHERE m."storeId" = e."storeId" AND m."conversationId" = e."conversationId"
      AND m."author" = 'agent' AND NOT m."internal" AND m."createdAt" >= e."waitingSince") AS "repliedAt"
  FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) AS d("id", "from", "until") CROSS JOIN LATERAL (
    SELECT * FROM "Escalation" e
    WHERE e."storeId" = d."id" AND e."waitingSince" >= d."from" AND e."waitingSince" < d."until" OFFSET 0
  ) e
  ORDER BY e."waitingSince" DESC, e."id"`;
