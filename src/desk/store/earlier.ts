import type { StoreId } from "../../core/ids.ts";
import type { Database } from "../../infra/database.ts";
import { findConversations, type StoredConversation } from "../store.ts";

/** How many earlier conversations a page has. */
const PAGE_SIZE = 10;

export interface EarlierAsked {
  /** Only conversations of these are told. */
  readonly stores: readonly StoreId[];
  readonly conversation: StoredConversation;
  /** The id of the last one of the page before. */
  readonly after?: string | undefined;
}

export interface EarlierFound {
  readonly conversation: StoredConversation;
  /** The first words of the shopper. */
  readonly began: unknown;
}

/**
 * What the same shopper talked about before, newest first: in the same place; on a platform also in other rooms and stores, as a
 * person is the same there; and in the same store under the same proven identity. Whoever is anonymous in a browser is nobody else.
 */
export async function earlierOf(
  db: Database,
  { stores, conversation, after }: EarlierAsked,
): Promise<{ readonly found: readonly EarlierFound[]; readonly hasMore: boolean }> {
  const { id, laneId, storeId, channel, personId, verifiedId } = conversation;
  const values = [stores, id, laneId, channel, personId, storeId, verifiedId, after ?? id, PAGE_SIZE + 1];
  const { rows } = await db.pool.query<{ id: string; began: unknown }>(EARLIER, values);
  const page = rows.slice(0, PAGE_SIZE);
  const known = await findConversations(
    db.scoped(stores),
    page.map((row) => row.id),
  );
  const byId = new Map(known.map((one) => [one.id, one]));
  const found = page.flatMap(({ id: one, began }) => {
    const earlier = byId.get(one);
    return earlier === undefined ? [] : [{ conversation: earlier, began }];
  });
  return { found, hasMore: rows.length > PAGE_SIZE };
}

// Three ways to the same person, each with an index of its own.
const EARLIER = `
  WITH same AS (
    SELECT "id" FROM "Conversation" WHERE "laneId" = $3
    UNION SELECT "id" FROM "Conversation" WHERE "channel" <> 'web' AND $4 <> 'web' AND "channel" = $4 AND "personId" = $5
    UNION SELECT "id" FROM "Conversation" WHERE "verifiedId" IS NOT NULL AND "storeId" = $6 AND "verifiedId" = $7)
  SELECT c."id", (
    SELECT m."body" FROM "Message" m WHERE m."laneId" = c."laneId" AND m."conversationId" = c."id" AND m."author" = 'shopper'
    ORDER BY m."seq" LIMIT 1) AS began
  FROM "Conversation" c JOIN same ON same."id" = c."id"
  WHERE c."storeId" = ANY($1::text[]) AND c."id" <> $2
    AND (c."openedAt", c."id") < (SELECT "openedAt", "id" FROM "Conversation" WHERE "id" = $8)
  ORDER BY c."openedAt" DESC, c."id" DESC LIMIT $9`;
