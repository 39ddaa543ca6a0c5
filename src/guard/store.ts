import { SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import { allArticles } from "../knowledge/store.ts";
import { findInOutgoing } from "./rules/find.ts";
import type { Finding } from "./rules/finding.ts";
import { forbiddenWords, readGuardSetting, type ForbiddenWord, type GuardSetting } from "./rules/setting.ts";
import { createTermIndex, termsOf } from "./rules/terms.ts";

/** What all stores are known by, and what each forbids: kept in memory, and looked after with each reply. */
export interface GuardBook {
  /** What stands in these words, and in these files' names, that should not go out in this store's name unseen. */
  findInReply(store: StoreId, text: string, files?: readonly string[]): Promise<readonly Finding[]>;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly guard: unknown;
  readonly version: string;
}

/**
 * Opens the book; it is read when it is first needed. A new store is waited for; one that was edited counts as it was until it
 * is read again, so that no agent waits for a large one, while its own words count at once. `report`: a reading that failed;
 * the next reply tries again.
 */
export function createGuardBook(db: Database, report: (error: unknown) => void): GuardBook {
  const terms = createTermIndex();
  const versions = new Map<string, string>();
  const forbidden = new Map<string, readonly ForbiddenWord[]>();
  const underWay = new Map<string, Promise<void>>();

  async function readArticles({ id, name, guard, version }: Row): Promise<void> {
    const articles = (await allArticles(db, storeId(id))).filter(({ status }) => status === "active");
    // The shared layer is nobody's shop: its name says nothing.
    const { products } = readGuardSetting(guard);
    terms.put(storeId(id), termsOf({ name: id === SHARED_STORE ? "" : name, products, articles }));
    versions.set(id, version);
  }

  function read(row: Row): Promise<void> {
    const begun = underWay.get(row.id) ?? readArticles(row).finally(() => underWay.delete(row.id));
    underWay.set(row.id, begun);
    return begun;
  }

  async function refresh(): Promise<void> {
    // The row's version changes with its settings, and with each change of its knowledge.
    const { rows } = await db.pool.query<Row>({
      name: "guard-stores",
      text: `SELECT "id", "name", "guard", "xmin"::text AS version FROM "Store"`,
    });
    for (const row of rows.filter(({ id, version }) => versions.get(id) !== version)) {
      forbidden.set(row.id, forbiddenWords(readGuardSetting(row.guard)));
      if (versions.has(row.id)) void read(row).catch(report);
      else await read(row);
    }
  }

  return {
    findInReply: async (store, text, files = []) => {
      await refresh();
      return findInOutgoing(text, files, { own: [store, SHARED_STORE], terms, forbidden: forbidden.get(store) ?? [] });
    },
  };
}

/** A store's own setting. */
export async function loadGuardSetting(db: Database, store: StoreId): Promise<GuardSetting | undefined> {
  const found = await db.scoped([store]).store.findUnique({ where: { id: store }, select: { guard: true } });
  return found === null ? undefined : readGuardSetting(found.guard);
}
