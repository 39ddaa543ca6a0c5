import { storeId, type StoreId } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import type { StoreFile } from "./rules.ts";

export interface StoreSaved {
  readonly id: StoreId;
  readonly isNew: boolean;
}

/** Makes the store with this key, or changes its settings to what the file says. Knowledge and conversations stay. */
export async function saveStore(db: Database, file: StoreFile): Promise<StoreSaved> {
  const { key, closeAfterSilenceMinutes, ...rest } = file;
  const settings = { ...rest, closeAfterSilenceMs: closeAfterSilenceMinutes * 60_000 };
  const known = await db.prisma.store.findUnique({ where: { key } });
  const id = storeId(known?.id ?? `store-${key}`);
  await db.prisma.store.upsert({ where: { key }, create: { id, key, ...settings }, update: settings });
  return { id, isNew: known === null };
}

/** Gives the store a new key for proving shoppers' identities; the old one stops working. */
export async function setIdentitySecret(db: Database, id: StoreId, secret: string): Promise<void> {
  await db.scoped([id]).store.update({ where: { id }, data: { identitySecret: secret } });
}
