import { z } from "zod";
import { seesStore, type Principal } from "../accounts/rules.ts";
import { SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import type { ReplyLimits } from "../core/policy.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { notFound } from "../infra/problem.ts";
import { readReplyLimits } from "../stores/rules/reply-limits.ts";
import type { TopicCount } from "./rules/rising.ts";
import type { Window } from "./rules/topics.ts";

type Pool = Pick<Database, "pool">;

/** A store as the wall needs it. */
export interface WallStore {
  readonly id: StoreId;
  readonly name: string;
  readonly timezone: string;
  readonly limits: ReplyLimits;
}

/** These stores; those that do not exist are left out. */
async function findWallStores(database: Database, stores: readonly StoreId[]): Promise<readonly WallStore[]> {
  const select = { id: true, name: true, timezone: true, replyLimits: true } as const;
  const found = await database.scoped(stores).store.findMany({ select, orderBy: { id: "asc" } });
  return found.map(({ id, replyLimits, ...store }) => ({ ...store, id: storeId(id), limits: readReplyLimits(replyLimits) }));
}

/** Since when a store's day runs. */
export interface Since {
  readonly store: StoreId;
  readonly from: Instant;
}

/**
 * The stores and their moments as two lists, for `unnest`. Each store is then looked up on its own (`LATERAL … OFFSET 0`): otherwise the
 * planner, which cannot know that a day is little, reads all of the past.
 */
const lists = (since: readonly Since[]) => [since.map(({ store }) => store), since.map(({ from }) => new Date(from))];

/** Who waits for somebody to take over. */
export async function waitingNow({ pool }: Pool, stores: readonly StoreId[]) {
  const { rows } = await pool.query({ name: "wall-waiting", text: WAITING, values: [stores] });
  const [first] = rows;
  if (first === undefined) return { count: 0 };
  const { count, id, since } = WAITING_ROW.parse(first);
  return { count, longest: { conversationId: id, since: since.getTime() } };
}

const WAITING_ROW = z.object({ count: z.number(), id: z.string(), since: z.date() });
const WAITING = `
  SELECT "id", "waitingSince" AS since, count(*) OVER ()::int AS count FROM "Conversation"
  WHERE "storeId" = ANY($1::text[]) AND "status" IN ('queued', 'offered') AND "waitingSince" IS NOT NULL
  ORDER BY "waitingSince", "id" LIMIT 1`;

/** Whoever waits for a reply beyond the store's limit: how many there are, and a page of them, the longest first. */
export async function overdueNow(
  { pool }: Pool,
  stores: readonly StoreId[],
  page: { readonly now: Instant; readonly skip: number; readonly take: number },
) {
  const values = [stores, page.now, page.take, page.skip];
  const { rows } = await pool.query({ name: "wall-overdue", text: OVERDUE, values });
  const { rows: counted } = await pool.query({ name: "wall-overdue-count", text: OVERDUE_COUNT, values: [stores, page.now] });
  const items = z.array(OVERDUE_ROW).parse(rows).map(({ id, since, dueAt }) => ({ conversationId: id, at: since.getTime(), dueAt: Number(dueAt) })); // prettier-ignore
  return { items, total: z.object({ count: z.number() }).parse(counted[0]).count };
}

const OVERDUE_ROW = z.object({ id: z.string(), since: z.date(), dueAt: z.string() });
const IS_OVERDUE = `"storeId" = ANY($1::text[]) AND "status" IN ('queued', 'offered', 'assigned')
    AND "waitingSince" IS NOT NULL AND ("clock" ->> 'dueAt')::numeric < $2::numeric`;
const OVERDUE = `
  SELECT "id", "waitingSince" AS since, "clock" ->> 'dueAt' AS "dueAt" FROM "Conversation" WHERE ${IS_OVERDUE}
  ORDER BY "waitingSince", "id" LIMIT $3 OFFSET $4`;
const OVERDUE_COUNT = `SELECT count(*)::int AS count FROM "Conversation" WHERE ${IS_OVERDUE}`;

/** How many conversations opened since then, and how many of them the bot answered alone, as `figures` counts it. */
export async function botSince(
  { pool }: Pool,
  since: readonly Since[],
): Promise<{ readonly opened: number; readonly alone: number }> {
  const { rows } = await pool.query({ name: "wall-bot", text: BOT, values: lists(since) });
  return z.object({ opened: z.number(), alone: z.number() }).parse(rows[0]);
}

const BOT = `
  SELECT count(*)::int AS opened, count(*) FILTER (
    WHERE NOT EXISTS (SELECT 1 FROM "Escalation" e WHERE e."storeId" = c."storeId" AND e."conversationId" = c."id")
      AND EXISTS (SELECT 1 FROM "Message" m WHERE m."storeId" = c."storeId" AND m."conversationId" = c."id"
        AND m."author" = 'bot' AND m."body" ? 'source')
  )::int AS alone
  FROM unnest($1::text[], $2::timestamptz[]) AS s("id", "from") CROSS JOIN LATERAL (
    SELECT c."id", c."storeId" FROM "Conversation" c WHERE c."storeId" = s."id" AND c."openedAt" >= s."from" OFFSET 0
  ) c`;

/** How many proposals of merchants wait for a decision. */
export async function openProposals(database: Database, stores: readonly StoreId[]): Promise<number> {
  return database.scoped(stores).proposal.count({ where: { status: "open", origin: "merchant" } });
}

/** Since when agents are what they say, or whose console was last open. */
export async function statusesSince({ pool }: Pool): Promise<ReadonlyMap<string, Instant>> {
  const text = `SELECT "id", CASE WHEN "absent" AND "status" = 'ready' THEN "seenAt" ELSE "statusSince" END AS since FROM "Agent" WHERE "active"`;
  const { rows } = await pool.query({ name: "wall-statuses", text });
  const found = z.array(z.object({ id: z.string(), since: z.date().nullable() })).parse(rows);
  return new Map(found.flatMap(({ id, since }) => (since === null ? [] : [[id, since.getTime()] as const])));
}

/** Counts what was answered in each of these windows. */
export async function topicsIn(
  { pool }: Pool,
  windows: readonly (Window & { readonly store: StoreId })[],
): Promise<readonly TopicCount[]> {
  const values = [
    windows.map(({ store }) => store),
    windows.map(({ daysAgo }) => daysAgo),
    windows.map(({ from }) => new Date(from)),
    windows.map(({ until }) => new Date(until)),
  ];
  const { rows } = await pool.query({ name: "wall-topics", text: TOPICS, values });
  return z
    .array(TOPIC)
    .parse(rows)
    .map(({ store, articleId, title, ...counted }) => ({
      ...counted,
      store: storeId(store),
      ...(articleId === null ? {} : { articleId, title: title ?? articleId }),
    }));
}

const TOPIC = z.object({
  store: z.string(),
  daysAgo: z.number(),
  articleId: z.string().nullable(),
  title: z.string().nullable(),
  count: z.number(),
});
// The title as it was last said; the row without an article counts the conversations themselves.
const TOPICS = `
  WITH opened AS (
    SELECT c."storeId", c."id", w."daysAgo"
    FROM unnest($1::text[], $2::int[], $3::timestamptz[], $4::timestamptz[]) AS w("storeId", "daysAgo", "from", "until")
    CROSS JOIN LATERAL (
      SELECT c."id", c."storeId" FROM "Conversation" c
      WHERE c."storeId" = w."storeId" AND c."openedAt" >= w."from" AND c."openedAt" < w."until" OFFSET 0
    ) c
  )
  SELECT o."storeId" AS store, o."daysAgo", said."articleId", max(said."title") AS title, count(*)::int AS count
  FROM opened o CROSS JOIN LATERAL (
    SELECT m."body" -> 'source' ->> 'articleId' AS "articleId", max(m."body" -> 'source' ->> 'title') AS title FROM "Message" m
    WHERE m."storeId" = o."storeId" AND m."conversationId" = o."id" AND m."author" = 'bot' AND m."body" ? 'source'
    GROUP BY 1 OFFSET 0
  ) said
  GROUP BY 1, 2, 3
  UNION ALL
  SELECT "storeId", "daysAgo", NULL, NULL, count(*)::int FROM opened GROUP BY 1, 2`;

/** The store that is asked for, or all that this person sees; another's is answered like one that does not exist. */
export async function visibleStores(
  database: Database,
  principal: Principal,
  asked: string | undefined,
): Promise<readonly WallStore[]> {
  if (asked === undefined || asked === "") {
    const own = principal.stores.filter((store) => store !== SHARED_STORE);
    return findWallStores(database, own);
  }
  const id = storeId(asked);
  const stores = id !== SHARED_STORE && seesStore(principal, id) ? await findWallStores(database, [id]) : [];
  if (stores.length === 0) throw notFound("store");
  return stores;
}
