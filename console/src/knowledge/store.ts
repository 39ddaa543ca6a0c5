import type { ArticleRow } from "../../../src/knowledge/api.ts";
import { addressTo } from "../shared/calls.ts";
import { useSession } from "../shared/session.tsx";

/** The id under which the server keeps the knowledge that all stores share. */
export const SHARED_STORE = "shared";

/** The store whose knowledge is shown. */
export interface KnowledgeStore {
  readonly id: string;
  readonly timezone: string;
  readonly canEdit: boolean;
}

/** The store of the address, or the first one this person sees. */
export function useKnowledgeStore(asked: string | undefined): KnowledgeStore | undefined {
  const { me } = useSession();
  const { role } = me.user;
  const isShared = asked === SHARED_STORE && role === "admin";
  const found = me.stores.find((store) => store.id === asked) ?? me.stores.find((store) => store.id !== SHARED_STORE);
  const id = isShared ? SHARED_STORE : found?.id;
  if (id === undefined) return undefined;
  return {
    id,
    timezone: found?.timezone ?? "Asia/Shanghai",
    canEdit: role === "supervisor" || role === "admin",
  };
}

/** Where an article is changed: a shared one is seen in every store but lives in its own layer. */
export function articleIds(store: KnowledgeStore, { id, layer }: Pick<ArticleRow, "id" | "layer">) {
  return { storeId: layer === "shared" ? SHARED_STORE : store.id, id };
}

/** Where one reads how an article came to be. */
export function historyAddress(store: KnowledgeStore, article: Pick<ArticleRow, "id" | "layer">) {
  return addressTo("/api/console/stores/{storeId}/articles/{id}/history", { ids: articleIds(store, article) });
}
