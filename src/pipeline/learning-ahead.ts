import { SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import { isDatabaseAway } from "../infra/database-errors.ts";
import type { Log } from "../infra/log.ts";
import { giveWay } from "../infra/slices.ts";
import type { Sources } from "./sources.ts";

export interface LearningAhead {
  /** Begins; what goes wrong is logged, and only makes the first question of a store wait as it would without. */
  start(): void;
  /** No further store is begun. */
  stop(): void;
}

/**
 * Learns all stores before somebody asks, one after the other, those where somebody asked last first. Whoever asks meanwhile
 * has their store learned at once, beside the one that is under way.
 */
export function createLearningAhead(db: Pick<Database, "pool">, sources: Pick<Sources, "prepareStore">, log: Log): LearningAhead {
  let isStopped = false;
  const run = async (): Promise<void> => {
    const stores = await storesByUse(db);
    for (const store of stores) {
      if (isStopped) return;
      await learnOne(store);
      await giveWay();
    }
    log.debug({ stores: stores.length }, "stores learned");
  };
  const learnOne = async (store: StoreId): Promise<void> => {
    try {
      const { learned } = await sources.prepareStore(store);
      await learned;
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      log.warn({ store, err: error }, "store not learned ahead");
    }
  };
  return {
    start: () => {
      run().catch((error: unknown) => isStopped || log.warn({ err: error }, "stores not learned ahead"));
    },
    stop: () => {
      isStopped = true;
    },
  };
}

async function storesByUse({ pool }: Pick<Database, "pool">): Promise<readonly StoreId[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT s."id" FROM "Store" s
     LEFT JOIN LATERAL (SELECT max(c."openedAt") AS "openedAt" FROM "Conversation" c WHERE c."storeId" = s."id") last ON true
     WHERE s."id" <> $1 ORDER BY last."openedAt" DESC NULLS LAST, s."id"`,
    [SHARED_STORE],
  );
  return rows.map(({ id }) => storeId(id));
}
