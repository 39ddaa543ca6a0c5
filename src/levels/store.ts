import { z } from "zod";
import { storeId } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import type { HandOver, StoreDay } from "./rules.ts";

type Pool = Pick<Database, "pool">;

export type StoredHandOver = HandOver & { readonly conversationId: string };

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

/** The hand-overs of these days, the newest first: one narrow row each. */
export async function handOversOf({ pool }: Pool, days: readonly StoreDay[]): Promise<readonly StoredHandOver[]> {
  const { rows } = await pool.query({ name: "levels-hand-overs", text: HAND_OVERS, values: lists(days) });
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
// As the wall counts them; each day is looked up on its own, as the planner cannot know that a day is little.
const HAND_OVERS = `
  SELECT e."storeId" AS store, e."conversationId", e."waitingSince" AS at, e."dueAt", e."endedAt",
    (SELECT min(m."createdAt") FROM "Message" m WHERE m."storeId" = e."storeId" AND m."conversationId" = e."conversationId"
      AND m."author" = 'agent' AND NOT m."internal" AND m."createdAt" >= e."waitingSince") AS "repliedAt"
  FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) AS d("id", "from", "until") CROSS JOIN LATERAL (
    SELECT * FROM "Escalation" e
    WHERE e."storeId" = d."id" AND e."waitingSince" >= d."from" AND e."waitingSince" < d."until" OFFSET 0
  ) e
  ORDER BY e."waitingSince" DESC, e."id"`;

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
