import { z } from "zod";
import { storeId } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import type { HandOver, StoreDay } from "./rules.ts";

type Pool = Pick<Database, "pool">;

/** A reply that an agent owed and gave too late, or not at all. */
export interface LateReply {
  readonly store: HandOver["store"];
  readonly conversationId: string;
  /** When the limit had passed. */
  readonly at: number;
  /** Since when the shopper waited. */
  readonly since: number;
  readonly repliedAt?: number | undefined;
  readonly agentName: string;
}

const lists = (days: readonly StoreDay[]) => [
  days.map(({ store }) => store),
  days.map(({ from }) => new Date(from)),
  days.map(({ until }) => new Date(until)),
];

/** The next replies of these days that came too late, the newest first, as the conversations' clocks told them; they are kept for 90 days. */
export async function lateRepliesOf({ pool }: Pool, days: readonly StoreDay[]): Promise<readonly LateReply[]> {
  const { rows } = await pool.query({ name: "levels-late-replies", text: LATE_REPLIES, values: lists(days) });
  return z
    .array(LATE_REPLY)
    .parse(rows)
    .map(({ store, at, since, repliedAt, ...rest }) => ({
      ...rest,
      store: storeId(store),
      at: at.getTime(),
      since: since.getTime(),
      repliedAt: repliedAt?.getTime(),
    }));
}

const LATE_REPLY = z.object({
  store: z.string(),
  conversationId: z.string(),
  at: z.date(),
  since: z.date(),
  repliedAt: z.date().nullable(),
  agentName: z.string(),
});
const LATE_REPLIES = `
  SELECT a."storeId" AS store, a."conversationId", a."at", a."since", a."values" ->> 'agent' AS "agentName",
    (SELECT min(m."createdAt") FROM "Message" m WHERE m."storeId" = a."storeId" AND m."conversationId" = a."conversationId"
      AND m."author" = 'agent' AND NOT m."internal" AND m."createdAt" >= a."since") AS "repliedAt"
  FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) AS d("id", "from", "until") CROSS JOIN LATERAL (
    SELECT b.*, b."at" - make_interval(secs => (b."values" ->> 'seconds')::double precision) AS "since" FROM "Alert" b
    WHERE b."storeId" = d."id" AND b."at" >= d."from" AND b."at" < d."until"
      AND b."code" = 'alert-clock-breached' AND b."values" ->> 'reply' = 'next' AND b."conversationId" IS NOT NULL OFFSET 0
  ) a
  ORDER BY a."at" DESC, a."id"`;
