import type { StoreId } from "../../core/ids.ts";
import type { Database } from "../../infra/database.ts";
import { gramsOf } from "../rules/grams.ts";
import { findConversations, type LastWords, type StoredConversation } from "../store.ts";

/** How many a page of what was found has. */
const PAGE_SIZE = 50;

export interface Search {
  /** Only these are looked through. */
  readonly stores: readonly StoreId[];
  /** A shopper's name, the store's id of them, their short number, or words that were said. */
  readonly query: string;
  /** From 0. */
  readonly offset: number;
}

/** Conversations of these people or with these words, newest first; and whether there are more. */
export async function searchConversations(
  db: Database,
  { stores, query, offset }: Search,
): Promise<{ readonly rows: readonly StoredConversation[]; readonly hasMore: boolean }> {
  const { rows } = await db.pool.query<{ id: string }>({
    // Without a name: planned for what is asked each time, as rare and common words want different ways.
    text: SEARCH,
    values: [stores, query, PAGE_SIZE + 1, offset, gramsOf(query)],
  });
  const ids = rows.slice(0, PAGE_SIZE).map(({ id }) => id);
  const found = new Map((await findConversations(db.scoped(stores), ids)).map((row) => [row.id, row]));
  return { rows: ids.flatMap((id) => found.get(id) ?? []), hasMore: rows.length > PAGE_SIZE };
}

/** The newest line of each of these conversations in which the words stand; none where only a name has them. */
export async function foundWords(
  db: Database,
  { stores, query }: Pick<Search, "stores" | "query">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LastWords>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.pool.query<{ id: string; body: unknown; at: Date }>({
    name: "found-words",
    text: `SELECT DISTINCT ON (m."conversationId") m."conversationId" AS id, m."body" AS body, m."createdAt" AS at FROM "Message" m
           WHERE m."storeId" = ANY($1::text[]) AND m."conversationId" = ANY($2::text[]) AND m."author" <> 'system'
             AND strpos(lower(m."body"->>'text'), lower($3::text)) > 0
           ORDER BY m."conversationId", m."seq" DESC`,
    values: [stores, ids, query],
  });
  return new Map(rows.map(({ id, body, at }) => [id, { body, at }]));
}

// The index finds lines and names that have every pair of letters asked for; strpos, not LIKE, keeps those that have them in this
// order: what people type is looked for as it is, % and _ included. Words are looked for in what was said, remarks too; what was said
// since the index was last brought up to date is looked through as it stands. `OFFSET 0` keeps the planner from other ways.
const SEARCH = `
  WITH fresh AS (
    SELECT l."id", coalesce(k."seq", 0) AS after FROM "Lane" l LEFT JOIN "SearchMark" k ON k."laneId" = l."id"
    WHERE l."storeId" = ANY($1::text[]) AND l."seq" > coalesce(k."seq", 0)),
  found AS (
    SELECT m."conversationId" AS id
    FROM (SELECT "laneId", "seq" FROM "SearchLine" WHERE "grams" @> $5::int[] AND "storeId" = ANY($1::text[]) OFFSET 0) AS line
    JOIN "Message" m ON m."laneId" = line."laneId" AND m."seq" = line."seq"
    WHERE strpos(lower(m."body"->>'text'), lower($2::text)) > 0
    UNION
    SELECT m."conversationId" FROM fresh JOIN "Message" m ON m."laneId" = fresh."id" AND m."seq" > fresh.after
    WHERE m."author" <> 'system' AND strpos(lower(m."body"->>'text'), lower($2::text)) > 0
    UNION
    SELECT c."id" FROM "Conversation" c
    JOIN (SELECT "laneId", "names" FROM "SearchMark" WHERE "grams" @> $5::int[] AND "storeId" = ANY($1::text[]) OFFSET 0) AS mark
      ON mark."laneId" = c."laneId"
    WHERE strpos(lower(mark."names"), lower($2::text)) > 0
    UNION
    SELECT c."id" FROM fresh JOIN "Conversation" c ON c."laneId" = fresh."id"
    WHERE strpos(lower(concat_ws(E'\\n', c."personName", c."verifiedId")), lower($2::text)) > 0)
  SELECT c."id" FROM "Conversation" c JOIN found ON found.id = c."id"
  WHERE c."storeId" = ANY($1::text[])
  ORDER BY c."lastShopperAt" DESC, c."id" LIMIT $3 OFFSET $4`;
