import { z } from "zod";
import { seesStore } from "../../accounts/rules.ts";
import { storeId, type StoreId } from "../../core/ids.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { lastWords } from "../store.ts";
import { excerptAround } from "../rules/excerpt.ts";
import { foundWords, searchConversations } from "../store/search.ts";
import { rowOf } from "../views.ts";
import type { SearchPage } from "../workspace/api.ts";

export const searchQuery = z.object({
  query: z.string("what to look for").trim().min(2, "2 to 100 characters").max(100, "2 to 100 characters"),
  store: z.string().max(100).optional(),
  page: z.coerce.number("a page from 1").int("a page from 1").min(1, "a page from 1").max(200, "at most page 200").default(1),
});

/** `GET /api/console/search`: conversations by person or by words. */
export function searchRoute({ db }: { readonly db: Database }): Route {
  return {
    method: "get",
    path: "/api/console/search",
    roles: ["agent", "supervisor", "admin"],
    run: (call) => search(db, call),
  };
}

const PAGE_SIZE = 50;

async function search(db: Database, call: Call): Promise<SearchPage> {
  const { query, store, page } = checked(searchQuery, call.query);
  const stores = storesAsked(call, store);
  const { rows, hasMore } = await searchConversations(db, { stores, query, offset: (page - 1) * PAGE_SIZE });
  const ids = rows.map(({ id }) => id);
  const said = await foundWords(db, { stores, query }, ids);
  const words = await lastWords(db.scoped(stores), ids.filter((id) => !said.has(id))); // prettier-ignore
  const items = rows.map((row) => rowOf(row, said.get(row.id) ?? words.get(row.id)));
  return { items: items.map((item) => ({ ...item, lastText: excerptAround(item.lastText, query) })), hasMore };
}

function storesAsked({ principal }: Call, text: string | undefined): readonly StoreId[] {
  if (text === undefined || text === "") return principal.stores;
  const store = storeId(text);
  if (!seesStore(principal, store)) throw notFound("store");
  return [store];
}
