import type { StoreId } from "../../core/ids.ts";
import type { Database } from "../../infra/database.ts";
import { findConversations, type StoredConversation } from "../store.ts";

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
    name: "search-conversations",
    text: SEARCH,
    values: [stores, query, PAGE_SIZE + 1, offset],
  });
  const ids = rows.slice(0, PAGE_SIZE).map(({ id }) => id);
  const found = new Map((await findConversations(db.scoped(stores), ids)).map((row) => [row.id, row]));
  return { rows: ids.flatMap((id) => found.get(id) ?? []), hasMore: rows.length > PAGE_SIZE };
}

// strpos, not LIKE: what people type is looked for as it is, % and _ included. Words are looked for in what was said, remarks too.
const SEARCH = `
  SELECT c."id" FROM "Conversation" c
  WHERE c."storeId" = ANY($1::text[]) AND (
    strpos(lower(concat_ws(E'\\n', c."personName", c."verifiedId")), lower($2::text)) > 0
    OR EXISTS (
      SELECT 1 FROM "Message" m WHERE m."storeId" = c."storeId" AND m."conversationId" = c."id"
        AND m."author" <> 'system' AND strpos(lower(m."body"->>'text'), lower($2::text)) > 0))
  ORDER BY c."lastShopperAt" DESC, c."id" LIMIT $3 OFFSET $4`;
