import { seesStore } from "../accounts/rules.ts";
import { SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Route } from "../infra/http.ts";
import { notFound } from "../infra/problem.ts";
import type { GuardAnswer } from "./api.ts";
import { SHIPPED_WORDS } from "./rules/words.ts";
import { loadGuardSetting } from "./store.ts";

const PATH = "/api/console/stores/:storeId/guard";
const KEEPERS = ["supervisor", "admin"] as const;

/** What a store's agents may not say, with the words that are shipped; it is changed under the settings. */
export function guardRoutes(parts: { readonly db: Database }): readonly Route[] {
  return [{ method: "get", path: PATH, roles: KEEPERS, run: (call) => read(parts, call) }];
}

async function read({ db }: { readonly db: Database }, call: Call): Promise<GuardAnswer> {
  const setting = await loadGuardSetting(db, ownStore(call));
  if (setting === undefined) throw notFound("store");
  return { ...setting, words: SHIPPED_WORDS };
}

function ownStore({ principal, params }: Call): StoreId {
  const store = storeId(params.storeId ?? "");
  if (store === SHARED_STORE || !seesStore(principal, store)) throw notFound("store");
  return store;
}
