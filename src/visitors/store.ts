import { randomBytes } from "node:crypto";
import { z } from "zod";
import { SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import { LANGUAGES, type Instant, type Language } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Store, Visitor } from "../infra/generated/client.ts";
import { VISIT_LASTS_MS, type StoreSettings, type VisitorRecord } from "./rules.ts";

/** A store's settings by its public key; undefined: no shop has it. */
export async function readStoreByKey(database: Database, key: string): Promise<StoreSettings | undefined> {
  return toSettings(await database.prisma.store.findUnique({ where: { key } }));
}

/** A store's settings by its id. */
export async function readStore(database: Database, id: StoreId): Promise<StoreSettings | undefined> {
  return toSettings(await database.scoped([id]).store.findUnique({ where: { id } }));
}

/** Who holds a token. Unscoped: the token itself says which store it is for. */
export async function readVisitor(database: Database, tokenHash: string): Promise<VisitorRecord | undefined> {
  const row = await database.prisma.visitor.findUnique({ where: { tokenHash } });
  return row === null ? undefined : toRecord(row);
}

export interface NewVisitor {
  readonly storeId: StoreId;
  readonly tokenHash: string;
  readonly verifiedId?: string | undefined;
  readonly name?: string | undefined;
  readonly language: Language;
  readonly now: Instant;
}

/** Writes a new visitor with a random id. */
export async function createVisitor(database: Database, given: NewVisitor): Promise<VisitorRecord> {
  const row = await database.scoped([given.storeId]).visitor.create({
    data: {
      id: randomBytes(16).toString("base64url"),
      storeId: given.storeId,
      tokenHash: given.tokenHash,
      verifiedId: given.verifiedId ?? null,
      name: given.name ?? null,
      language: given.language,
      createdAt: new Date(given.now),
      lastSeenAt: new Date(given.now),
      expiresAt: new Date(given.now + VISIT_LASTS_MS),
    },
  });
  return toRecord(row);
}

export interface Revisit {
  readonly now: Instant;
  readonly name?: string | undefined;
  readonly language?: Language | undefined;
}

/** The visitor was here again: moves the end of the visit, and what may have changed since. */
export async function extendVisit(database: Database, visitor: VisitorRecord, revisit: Revisit): Promise<VisitorRecord> {
  const { now, name, language } = revisit;
  const row = await database.scoped([storeId(visitor.storeId)]).visitor.update({
    where: { id: visitor.id },
    data: {
      lastSeenAt: new Date(now),
      expiresAt: new Date(now + VISIT_LASTS_MS),
      ...(name === undefined ? {} : { name }),
      ...(language === undefined ? {} : { language }),
    },
  });
  return toRecord(row);
}

/** 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

const languageColumn = z.enum(LANGUAGES);
const greetingColumn = z.partialRecord(languageColumn, z.string());
const choicesColumn = z.array(z.object({ id: z.string(), label: z.string() }));

function toSettings(row: Store | null): StoreSettings | undefined {
  // The shared knowledge layer is no shop.
  if (row === null || row.id === SHARED_STORE) return undefined;
  return {
    storefront: {
      storeId: storeId(row.id),
      key: row.key,
      name: row.name,
      timezone: row.timezone,
      languages: row.languages.flatMap((text) => languageColumn.safeParse(text).data ?? []),
      greeting: greetingColumn.parse(row.greeting),
      quickChoices: choicesColumn.parse(row.quickChoices),
      allowedOrigins: row.allowedOrigins,
    },
    identitySecret: row.identitySecret ?? undefined,
    identityRequired: row.identityRequired,
  };
}

function toRecord(row: Visitor): VisitorRecord {
  return {
    id: row.id,
    storeId: row.storeId,
    verifiedId: row.verifiedId ?? undefined,
    name: row.name ?? undefined,
    language: languageColumn.catch(LANGUAGES[0]).parse(row.language),
    lastSeenAt: row.lastSeenAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
  };
}
