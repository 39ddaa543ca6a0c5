import { randomUUID } from "node:crypto";
import type { Actor } from "../audit/rules/entry.ts";
import { auditAct, writeAudit } from "../audit/store.ts";
import { SHARED_STORE, type StoreId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Prisma } from "../infra/generated/client.ts";
import { readable } from "../infra/scope.ts";
import type { PhraseLayer } from "./api.ts";
import { MOST_PHRASES, type Home } from "./rules.ts";

export type StoredPhrase = Prisma.PhraseGetPayload<object>;

export interface PhraseSearch {
  /** Those of the person's own stores that are meant; the vendor's and their own are always among them. */
  readonly stores: readonly StoreId[];
  readonly userId: string;
  readonly layer?: PhraseLayer | undefined;
  /** Stands in the shortcut or the text; empty: all. */
  readonly query: string;
  readonly limit: number;
  readonly offset: number;
}

/** A page of phrases: one's own, then the stores', then the vendor's, each by shortcut; and how many there are. */
export async function searchPhrases(
  { pool }: Database,
  { stores, userId, layer, query, limit, offset }: PhraseSearch,
): Promise<{ readonly items: readonly StoredPhrase[]; readonly total: number }> {
  const filter = [readable(stores), userId, layer ?? null, query];
  const counted = await pool.query<{ total: number }>(`SELECT count(*)::int AS total FROM "Phrase" WHERE ${MATCHES}`, filter);
  const { rows } = await pool.query<StoredPhrase>(
    `SELECT * FROM "Phrase" WHERE ${MATCHES} ORDER BY ("userId" = ''), ("storeId" = 'shared'), "shortcut", "id" LIMIT $5 OFFSET $6`,
    [...filter, limit, offset],
  );
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

// Somebody else's own are never among them, whatever is asked.
const MATCHES = `"storeId" = ANY($1::text[]) AND "userId" IN ('', $2)
  AND ($3::text IS NULL OR $3 = CASE WHEN "userId" <> '' THEN 'personal' WHEN "storeId" = 'shared' THEN 'vendor' ELSE 'store' END)
  AND strpos(lower("shortcut" || E'\\n' || "text"), lower($4::text)) > 0`;

/** One phrase that this person may see; undefined for a foreign id as for an unknown one. */
export async function findPhrase(
  db: Database,
  { id, stores, userId }: { readonly id: string; readonly stores: readonly StoreId[]; readonly userId: string },
): Promise<StoredPhrase | undefined> {
  const where = { id, userId: { in: ["", userId] } };
  return (await db.scoped(readable(stores)).phrase.findFirst({ where })) ?? undefined;
}

export interface PhraseSaving {
  /** Absent: a new one. */
  readonly id?: string | undefined;
  readonly home: Home;
  readonly shortcut: string;
  readonly text: string;
  readonly by: string;
  readonly now: Instant;
  /** Who does it; absent where a demo is furnished. */
  readonly actor?: Actor | undefined;
}

export type PhraseSaved =
  | { readonly type: "saved"; readonly phrase: StoredPhrase }
  | { readonly type: "taken" }
  | { readonly type: "too-many" }
  /** Somebody removed it meanwhile. */
  | { readonly type: "gone" };

/** Makes or changes a phrase; its shortcut is its own within its home. */
export async function savePhrase(db: Database, { id, home, shortcut, text, by, now, actor }: PhraseSaving): Promise<PhraseSaved> {
  return db.transaction(async (client): Promise<PhraseSaved> => {
    // One after another, so that no two take the same shortcut or the last place.
    await client.query(`SELECT 1 FROM "Store" WHERE "id" = $1 FOR NO KEY UPDATE`, [home.storeId]);
    const { rows: known } = await client.query<{ id: string; shortcut: string; text: string }>(
      `SELECT "id", "shortcut", "text" FROM "Phrase" WHERE "storeId" = $1 AND "userId" = $2`,
      [home.storeId, home.userId],
    );
    if (known.some((one) => one.shortcut === shortcut && one.id !== id)) return { type: "taken" };
    if (id !== undefined && !known.some((one) => one.id === id)) return { type: "gone" };
    if (id === undefined && known.length >= MOST_PHRASES) return { type: "too-many" };
    const { rows } = await client.query<StoredPhrase>(SAVE, [
      id ?? randomUUID(),
      home.storeId,
      home.userId,
      shortcut,
      text,
      new Date(now),
      by,
    ]);
    const phrase = rows[0];
    if (phrase === undefined) throw new Error(`The phrase ${shortcut} was not written; look at the table Phrase.`);
    const before = known.find((one) => one.id === phrase.id);
    const act = before === undefined ? "phrase.created" : "phrase.changed";
    await auditAct(client, actor, { act, ...thingOf(phrase), before: valuesOf(phrase, before), after: valuesOf(phrase, phrase) });
    return { type: "saved", phrase };
  });
}

const SAVE = `
  INSERT INTO "Phrase" ("id", "storeId", "userId", "shortcut", "text", "updatedAt", "updatedBy") VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT ("id") DO UPDATE SET "shortcut" = excluded."shortcut", "text" = excluded."text", "updatedAt" = excluded."updatedAt",
    "updatedBy" = excluded."updatedBy"
  RETURNING *`;

/** Takes one away. */
export async function removePhrase(db: Database, phrase: StoredPhrase, actor: Actor): Promise<void> {
  await db.transaction(async (client) => {
    const { id, storeId, userId } = phrase;
    const text = `DELETE FROM "Phrase" WHERE "id" = $1 AND "storeId" = $2 AND "userId" = $3`;
    const removed = await client.query(text, [id, storeId, userId]);
    // Somebody else was faster: it is their act.
    if (removed.rowCount === 0) return;
    await writeAudit(client, { ...actor, act: "phrase.removed", ...thingOf(phrase), before: valuesOf(phrase, phrase) });
  });
}

/** The vendor's and one's own concern no single store. */
function thingOf({ id, storeId, userId, shortcut }: StoredPhrase) {
  const isOfStore = userId === "" && storeId !== SHARED_STORE;
  return { thing: `phrase:${id}`, thingName: shortcut, storeId: isOfStore ? storeId : undefined };
}

/** What somebody keeps for themselves is nobody's to read. */
function valuesOf({ userId }: StoredPhrase, said: { readonly shortcut: string; readonly text: string } | undefined) {
  if (said === undefined) return undefined;
  return { shortcut: said.shortcut, ...(userId === "" ? { text: said.text } : { layer: "personal" }) };
}
