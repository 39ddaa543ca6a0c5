import { z } from "zod";
import { digest, policyId, SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import type { StorePolicy } from "../core/policy.ts";
import type { Understanding } from "../core/understanding.ts";
import { LANGUAGES, type Language } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { createGuardBook, type GuardBook } from "../guard/store.ts";
import { loadKnownArticles } from "../knowledge/store.ts";
import { readWaits } from "../staffing/rules/waits.ts";
import { loadRoster } from "../staffing/store.ts";
import { STORE_VERSION } from "./gather.ts";
import { readReplyLimits } from "../stores/rules/reply-limits.ts";
import { readThresholds } from "../stores/rules/thresholds.ts";
import { readRequestPolicy } from "../requests/rules/setting.ts";
import { createStoreMemory } from "./store-memory.ts";
import type { DeskWaits } from "../routing/rules/waits.ts";
import type { Roster } from "../staffing/rules/roster.ts";

/** Facts that many decisions share, kept in memory and as snapshots that `replay` finds again. */
export interface Sources {
  /**
   * The store's settings, with its knowledge being learned: from memory until it is forgotten. Who decides on them compares the
   * version under the lock, so that memory never needs to ask whether it is still right.
   */
  prepareStore(store: StoreId): Promise<PreparedStore>;
  prepareDesk(): Promise<DeskSettings>;
  /** What stands in an agent's words that should not go out in this store's name unseen. */
  readonly findInReply: GuardBook["findInReply"];
  /** Settings and knowledge of this store (of all, for the shared layer) are read again before their next use. */
  forget(store: StoreId): void;
  /** What was prepared of this store turned out to be older than what holds; nothing that was prepared after it is forgotten. */
  forgetStale(store: StoreId, prepared: PreparedStore): void;
}

export interface DeskSettings {
  readonly roster: Roster;
  readonly snapshotId: string;
  readonly acceptAtOnce: boolean;
  readonly waits: DeskWaits;
}

export interface PreparedStore {
  readonly policy: StorePolicy;
  readonly version: string;
  /** Settles when the knowledge of this version is learned: texts are read after that, everything else need not wait. */
  readonly learned: Promise<void>;
}

export function createSources(db: Database, understanding: Understanding, report: (error: unknown) => void): Sources {
  const stores = createStoreMemory((store) => loadStore(db, understanding, store));
  const { findInReply } = createGuardBook(db, report);
  let desk: (DeskSettings & { readonly version: number }) | undefined;

  return {
    prepareStore: stores.get,
    findInReply,
    prepareDesk: async () => {
      const { rows } = await db.pool.query<{ rosterVersion: number; acceptAtOnce: boolean; waits: unknown }>(
        `SELECT "rosterVersion", "acceptAtOnce", "waits" FROM "Desk" WHERE "id" = 'desk'`,
      );
      const version = rows[0]?.rosterVersion ?? 0;
      if (desk?.version === version) return desk;
      const roster = await loadRoster(db);
      const snapshotId = await keepSnapshot(db, roster);
      const waits = readWaits(rows[0]?.waits);
      desk = { roster, snapshotId, version, acceptAtOnce: rows[0]?.acceptAtOnce ?? false, waits };
      return desk;
    },
    forgetStale: stores.forgetOnly,
    forget: (store) => (store === SHARED_STORE ? stores.forgetAll() : stores.forget(store)),
  };
}

async function loadStore(db: Database, understanding: Understanding, store: StoreId): Promise<PreparedStore> {
  // The version first: what changes while the rest is read is then noticed under the lock.
  const version = await readVersion(db, store);
  const articles = await loadKnownArticles(db, store);
  const policy = await loadPolicy(db, store);
  return { policy, version, learned: understanding.learn(store, articles) };
}

async function readVersion(db: Database, store: StoreId): Promise<string> {
  const text = `SELECT ${STORE_VERSION} AS version FROM "Store" s WHERE s."id" = $1`;
  const { rows } = await db.pool.query<{ version: string }>({ name: "store-version", text, values: [store] });
  const version = rows[0]?.version;
  if (version === undefined) throw new Error(`Store ${store} does not exist; a message for it cannot be handled.`);
  return version;
}

async function loadPolicy(db: Database, store: StoreId): Promise<StorePolicy> {
  const row = await db.scoped([store]).store.findUniqueOrThrow({ where: { id: store } });
  const settings = {
    storeId: storeId(row.id),
    key: row.key,
    name: row.name,
    timezone: row.timezone,
    languages: row.languages.filter(isLanguage),
    greeting: byLanguage.parse(row.greeting),
    texts: z.record(z.string(), byLanguage).parse(row.texts),
    quickChoices: z.array(z.object({ id: z.string(), label: z.string() })).parse(row.quickChoices),
    thresholds: readThresholds(row.thresholds),
    closeAfterSilenceMs: row.closeAfterSilenceMs,
    replyLimits: readReplyLimits(row.replyLimits),
    requests: readRequestPolicy(row.requests),
  };
  const id = await keepSnapshot(db, settings);
  return { ...settings, id: policyId(id) };
}

const byLanguage = z.partialRecord(z.enum(LANGUAGES), z.string());
function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

async function keepSnapshot(db: Database, content: unknown): Promise<string> {
  const text = JSON.stringify(content);
  const id = digest(text);
  // One that comes back is young again: the nightly tidying takes old ones that no decision names.
  const sql = `INSERT INTO "Snapshot"("id", "content") VALUES ($1, $2::jsonb) ON CONFLICT ("id") DO UPDATE SET "createdAt" = now()`;
  await db.pool.query(sql, [id, text]);
  return id;
}
