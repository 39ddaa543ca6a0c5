import type { Pool } from "pg";
import type { StoreId } from "../../core/ids.ts";
import { giveWay } from "../../infra/slices.ts";
import type { Article } from "../rules/article.ts";
import { ARTICLE_ROW, asArticle } from "./rows.ts";

/** So many articles are read and checked while everybody else waits. */
const PAGE = 250;

/**
 * All articles of one layer, withdrawn ones included, by id. Read in pages, so that a large store holds nobody up: what others
 * change meanwhile may be seen in part, but for who holds the store's lock.
 */
export async function readArticles(client: Pick<Pool, "query">, store: StoreId): Promise<readonly Article[]> {
  const articles: Article[] = [];
  for (;;) {
    const { rows } = await client.query({ ...PAGE_OF_ARTICLES, values: [store, articles.at(-1)?.id ?? "", PAGE] });
    for (const row of rows) articles.push(asArticle(ARTICLE_ROW.parse(row)));
    if (rows.length < PAGE) return articles;
    await giveWay();
  }
}

// Written as the primary key is sorted: otherwise a database without statistics (the embedded one never gathers any) sorts
// the rest of the store for every page.
const PAGE_OF_ARTICLES = {
  name: "page-of-articles",
  text: `SELECT * FROM "Article" WHERE ("storeId", "id") > ($1, $2) AND "storeId" <= $1 ORDER BY "storeId", "id" LIMIT $3`,
};
