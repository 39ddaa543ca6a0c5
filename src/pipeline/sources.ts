import { z } from "zod";
import { digest, policyId, SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import { DEFAULT_THRESHOLDS, type StorePolicy } from "../core/policy.ts";
import type { Understanding } from "../core/understanding.ts";
import { LANGUAGES, type Language } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { loadKnownArticles } from "../knowledge/store.ts";
import { loadRoster } from "../staffing/store.ts";
import type { Roster } from "../staffing/rules/roster.ts";

/** Facts that many decisions share, kept in memory and as snapshots that `replay` finds again. */
export interface Sources {
  /** The store's settings and knowledge as they are now; learns the knowledge when it changed. */
  prepareStore(store: StoreId): Promise<{ readonly policy: StorePolicy; readonly knowledgeVersion: string }>;
  prepareDesk(): Promise<DeskSettings>;
  /** Settings and knowledge of this store (of all, for the shared layer) are read again before their next use. */
  forget(store: StoreId): void;
}

export interface DeskSettings {
  readonly roster: Roster;
  readonly snapshotId: string;
  readonly acceptAtOnce: boolean;
}

/** How long settings may be served from memory without asking the database for their version. */
const TRUSTED_FOR_MS = 1_000;

interface StoreEntry {
  readonly policy: StorePolicy;
  readonly version: string;
  readonly checkedAt: number;
}

export function createSources(db: Database, understanding: Understanding): Sources {
  const stores = new Map<StoreId, StoreEntry>();
  let desk: (DeskSettings & { readonly version: number }) | undefined;

  return {
    prepareStore: async (store) => {
      const known = stores.get(store);
      if (known !== undefined && Date.now() - known.checkedAt < TRUSTED_FOR_MS)
        return { policy: known.policy, knowledgeVersion: known.version };
      const version = await readKnowledgeVersion(db, store);
      if (known === undefined || known.version !== version) understanding.learn(store, await loadKnownArticles(db, store));
      const policy = await loadPolicy(db, store);
      stores.set(store, { policy, version, checkedAt: Date.now() });
      return { policy, knowledgeVersion: version };
    },
    prepareDesk: async () => {
      const { rows } = await db.pool.query<{ rosterVersion: number; acceptAtOnce: boolean }>(
        `SELECT "rosterVersion", "acceptAtOnce" FROM "Desk" WHERE "id" = 'desk'`,
      );
      const version = rows[0]?.rosterVersion ?? 0;
      if (desk?.version === version) return desk;
      const roster = await loadRoster(db);
      const snapshotId = await keepSnapshot(db, roster);
      desk = { roster, snapshotId, version, acceptAtOnce: rows[0]?.acceptAtOnce ?? false };
      return desk;
    },
    forget: (store) => (store === SHARED_STORE ? stores.clear() : void stores.delete(store)),
  };
}

async function readKnowledgeVersion(db: Database, store: StoreId): Promise<string> {
  const { rows } = await db.pool.query<{ version: string }>({
    name: "knowledge-version",
    text: `SELECT s."knowledgeVersion" || '.' || (SELECT COALESCE(MAX("knowledgeVersion"), 0) FROM "Store" WHERE "id" = 'shared') AS version FROM "Store" s WHERE s."id" = $1`,
    values: [store],
  });
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
    thresholds: { ...DEFAULT_THRESHOLDS, ...thresholds.parse(row.thresholds) },
    closeAfterSilenceMs: row.closeAfterSilenceMs,
  };
  const id = await keepSnapshot(db, settings);
  return { ...settings, id: policyId(id) };
}

const byLanguage = z.partialRecord(z.enum(LANGUAGES), z.string());
const share = z.number().min(0).max(1);
const thresholds = z.object({ answer: share, askBack: share, lead: share, inScope: share }).partial().transform(withoutAbsent);

function withoutAbsent(given: Readonly<Record<string, number | undefined>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

async function keepSnapshot(db: Database, content: unknown): Promise<string> {
  const text = JSON.stringify(content);
  const id = digest(text);
  await db.pool.query(`INSERT INTO "Snapshot"("id", "content") VALUES ($1, $2::jsonb) ON CONFLICT DO NOTHING`, [id, text]);
  return id;
}
