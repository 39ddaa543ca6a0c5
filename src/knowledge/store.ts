import { z } from "zod";
import { SHARED_STORE, storeId, type ArticleId, type StoreId } from "../core/ids.ts";
import type { KnownArticle } from "../core/understanding.ts";
import type { Instant, Phase } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { readable } from "../infra/scope.ts";
import { asKnown, type Article } from "./rules/article.ts";
import type { Snapshot } from "./rules/plan.ts";
import { readArticles } from "./store/read.ts";
import { ARTICLE_ROW, asArticle, asSnapshot } from "./store/rows.ts";

/** What a change of knowledge needs of a store. */
export interface KnowledgeStore {
  readonly id: StoreId;
  readonly key: string;
  readonly timezone: string;
}

/** A store by its public key, or by its id; undefined when there is none. `shared` is the layer of all stores. */
export async function findKnowledgeStore(
  database: Database,
  by: { readonly key: string } | { readonly id: StoreId },
): Promise<KnowledgeStore | undefined> {
  const found = await database.prisma.store.findUnique({ where: by, select: { id: true, key: true, timezone: true } });
  return found === null ? undefined : { ...found, id: storeId(found.id) };
}

/** One article of one layer, withdrawn or not. */
export async function findArticle(
  database: Database,
  { store, id }: { readonly store: StoreId; readonly id: ArticleId },
): Promise<Article | undefined> {
  const row = await database.scoped([store]).article.findUnique({ where: { storeId_id: { storeId: store, id } } });
  return row === null ? undefined : asArticle(row);
}

/** All articles of one layer, withdrawn ones included, by id. */
export async function allArticles(database: Database, store: StoreId): Promise<readonly Article[]> {
  return readArticles(database.pool, store);
}

/**
 * What may be used to answer a store's shoppers: its own articles and the shared ones, withdrawn ones left out, each with
 * its validity. Where both layers have an id, the store's article stands.
 */
export async function loadKnownArticles(database: Database, store: StoreId): Promise<readonly KnownArticle[]> {
  const rows = await database.scoped(readable([store])).article.findMany({
    where: { storeId: { in: [store, SHARED_STORE] }, status: "active" },
    orderBy: { id: "asc" },
  });
  const shared = rows.filter((row) => row.storeId === SHARED_STORE).map(asArticle);
  if (store === SHARED_STORE) return asKnown(shared, "shared");
  const own = rows.filter((row) => row.storeId === store).map(asArticle);
  const ownIds = new Set(own.map(({ id }) => id));
  const others = shared.filter(({ id }) => !ownIds.has(id));
  return [...asKnown(own, "store"), ...asKnown(others, "shared")];
}

/** Whether people linked an article to intents, left it to the suggestion, or linked it to none on purpose. */
export const LINK_STATES = ["set", "suggested", "none"] as const;
type LinkState = (typeof LINK_STATES)[number];

export interface ArticleSearch {
  readonly store: StoreId;
  /** Words that stand in the id, a question, another phrasing or the answer; empty: all. */
  readonly text: string;
  readonly phase?: Phase | undefined;
  readonly status?: Article["status"] | undefined;
  readonly links?: LinkState | undefined;
  readonly limit: number;
  readonly offset: number;
}

export type LayeredArticle = Article & { readonly layer: "store" | "shared" };

/** A page of the articles that a store's people see: its own first, then the shared ones, by id; and how many there are. */
export async function searchArticles(
  database: Database,
  search: ArticleSearch,
): Promise<{ readonly items: readonly LayeredArticle[]; readonly total: number }> {
  const { store, text, phase = null, status = null, links = null, limit, offset } = search;
  const filter = [[store, SHARED_STORE], text, phase, status, links];
  const counted = await database.pool.query(`SELECT count(*)::int AS total FROM "Article" WHERE ${MATCHES}`, filter);
  const found = await database.pool.query(
    `SELECT * FROM "Article" WHERE ${MATCHES} ORDER BY ("storeId" = '${SHARED_STORE}'), "id" LIMIT $6 OFFSET $7`,
    [...filter, limit, offset],
  );
  const items = found.rows.map((row) => {
    const parsed = ARTICLE_ROW.parse(row);
    return { ...asArticle(parsed), layer: parsed.storeId === SHARED_STORE ? ("shared" as const) : ("store" as const) };
  });
  return { items, total: z.object({ total: z.number() }).parse(counted.rows[0]).total };
}

// strpos, not LIKE: what people type is looked for as it is, % and _ included.
const MATCHES = `"storeId" = ANY($1::text[])
  AND ($3::text IS NULL OR "phase" = $3) AND ($4::text IS NULL OR "status" = $4)
  AND ($5::text IS NULL OR $5 = CASE WHEN "topics" IS NULL THEN 'suggested' WHEN "topics" = '[]' THEN 'none' ELSE 'set' END)
  AND strpos(lower(concat_ws(E'\\n', "id", "question", array_to_string("alternatives", E'\\n'), "answer")), lower($2::text)) > 0`;

/** One entry of an article's history. */
export interface ArticleVersion {
  readonly version: number;
  readonly change: string;
  readonly at: Instant;
  readonly by: string;
  readonly why?: string | undefined;
  readonly snapshot: Snapshot;
}

/** An article's history, newest first, at most `limit` entries; empty when this layer has no such article. */
export async function articleHistory(
  database: Database,
  { store, id, limit }: { readonly store: StoreId; readonly id: ArticleId; readonly limit: number },
): Promise<readonly ArticleVersion[]> {
  const rows = await database.scoped([store]).articleVersion.findMany({
    where: { storeId: store, articleId: id },
    orderBy: { version: "desc" },
    take: limit,
  });
  return rows.map(({ version, change, changedAt, changedBy, why, snapshot }) => ({
    version,
    change,
    at: changedAt.getTime(),
    by: changedBy,
    why: why ?? undefined,
    snapshot: asSnapshot(snapshot),
  }));
}
