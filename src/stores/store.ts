import type { Actor } from "../audit/rules/entry.ts";
import type { Instant } from "../core/words.ts";
import { readGuardSetting } from "../guard/rules/setting.ts";
import { TOPICS } from "../settings/rules/topics.ts";
import { saveSetting } from "../settings/store.ts";
import { SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import type { Thresholds } from "../core/policy.ts";
import type { StoreFile } from "./rules.ts";
import { readRequestPolicy } from "../requests/rules/setting.ts";
import { keptRequests } from "./rules/requests.ts";
import { keptLimits, limitsAfter } from "./rules/reply-limits.ts";
import { readThresholds } from "./rules/thresholds.ts";

export interface StoreSaved {
  readonly id: StoreId;
  readonly isNew: boolean;
}

/**
 * Makes the store with this key, or changes its settings to what the file says. Knowledge and conversations stay, and so do the
 * thresholds of a store that is there already: their changes have a history (`answering/store/settings.ts`). So have its reply
 * limits, who answers requests, when its conversations end by themselves and what its agents may not say: what the file names of them becomes a change of that history, what it does not stays.
 */
export async function saveStore(db: Database, file: StoreFile, by: FileBy = { by: "terminal", at: 0 }): Promise<StoreSaved> {
  const { key, closeAfterSilenceMinutes, thresholds = {}, replyLimits, requests, guard, ...rest } = file;
  const known = await db.prisma.store.findUnique({ where: { key } });
  const id = storeId(known?.id ?? `store-${key}`);
  const silence = closeAfterSilenceMinutes === undefined ? {} : { closeAfterSilenceMs: closeAfterSilenceMinutes * 60_000 };
  const asked = requests === undefined ? {} : { requests: keptRequests(requests) };
  const first = {
    thresholds,
    replyLimits: keptLimits(replyLimits ?? {}),
    ...asked,
    ...silence,
    ...(guard === undefined ? {} : { guard }),
  };
  await db.prisma.store.upsert({ where: { key }, create: { id, key, ...first, ...rest }, update: rest });
  if (known === null) return { id, isNew: true };
  const common = { change: "file", by: by.by, now: by.at, actor: by.actor } as const;
  if (replyLimits !== undefined) {
    const keep = (kept: unknown): unknown => limitsAfter(kept, replyLimits);
    await saveSetting(db, { at: { topic: "replies", store: id }, keep, ...common });
  }
  if (requests !== undefined) {
    const keep = (kept: unknown): unknown => ({ ...readRequestPolicy(kept ?? {}), ...keptRequests(requests) });
    await saveSetting(db, { at: { topic: "requests", store: id }, keep, ...common });
  }
  if (guard !== undefined) {
    const keep = (kept: unknown): unknown => ({ ...readGuardSetting(kept ?? {}), ...guard });
    await saveSetting(db, { at: { topic: "guard", store: id }, keep, ...common });
  }
  if (closeAfterSilenceMinutes !== undefined) {
    const keep = (): unknown => TOPICS.closing.write({ closeAfterSilenceMinutes });
    await saveSetting(db, { at: { topic: "closing", store: id }, keep, ...common });
  }
  return { id, isNew: false };
}

/** Who brings a file, and when. */
export interface FileBy {
  readonly by: string;
  readonly at: Instant;
  readonly actor?: Actor;
}

/** Gives the store a new key for proving shoppers' identities; the old one stops working. */
export async function setIdentitySecret(db: Database, id: StoreId, secret: string): Promise<void> {
  await db.scoped([id]).store.update({ where: { id }, data: { identitySecret: secret } });
}

export interface StoreNamed {
  readonly id: StoreId;
  readonly key: string;
  readonly name: string;
}

/** The shop with this key; the layer that all stores share is none. */
export async function findStore({ prisma }: Database, key: string): Promise<StoreNamed | undefined> {
  const found = await prisma.store.findFirst({ where: { key, id: { not: SHARED_STORE } }, select: NAMED });
  return found === null ? undefined : { ...found, id: storeId(found.id) };
}

/** These stores, in the order of their ids. */
export async function listStores(db: Database, stores: readonly StoreId[]): Promise<readonly StoreNamed[]> {
  const found = await db.scoped(stores).store.findMany({ select: NAMED, orderBy: { id: "asc" } });
  return found.map((one) => ({ ...one, id: storeId(one.id) }));
}

/** The oldest shops, at most so many. */
export async function firstShops({ prisma }: Database, atMost: number): Promise<readonly StoreNamed[]> {
  const oldest = [{ createdAt: "asc" }, { id: "asc" }] as const;
  const found = await prisma.store.findMany({
    where: { id: { not: SHARED_STORE } },
    select: NAMED,
    orderBy: [...oldest],
    take: atMost,
  });
  return found.map((one) => ({ ...one, id: storeId(one.id) }));
}

/** What a store is called; undefined when there is none. */
export async function storeName(db: Database, id: StoreId): Promise<string | undefined> {
  return (await listStores(db, [id]))[0]?.name;
}

/** How sure a store's bot must be to answer, to ask back, and that something is its business. */
export async function storeThresholds(db: Database, id: StoreId): Promise<Thresholds> {
  const found = await db.scoped([id]).store.findUniqueOrThrow({ where: { id }, select: { thresholds: true } });
  return readThresholds(found.thresholds);
}

const NAMED = { id: true, key: true, name: true } as const;
