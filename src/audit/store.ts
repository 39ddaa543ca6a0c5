import type { PoolClient } from "pg";
import { z } from "zod";
import type { StoreId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Prisma } from "../infra/generated/client.ts";
import type { AuditRow } from "./api.ts";
import { changesBetween, type Actor, type AuditEntry, type Deed } from "./rules/entry.ts";

/** The transaction in which the act itself is carried out, of either way to the database. */
export type AuditClient = Pick<PoolClient, "query"> | Pick<Prisma.TransactionClient, "$executeRawUnsafe">;

/** Adds an entry; of `before` and `after` only what differs is kept. One with a `key` that is there already changes nothing. */
export async function writeAudit(client: AuditClient, entry: AuditEntry): Promise<void> {
  await writeAudits(client, [entry]);
}

/** As `writeAudit`, several at a time, in their order. */
export async function writeAudits(client: AuditClient, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = JSON.stringify(entries.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString(), ...changesOf(entry) })));
  if ("query" in client) await client.query(INSERT, [rows]);
  else await client.$executeRawUnsafe(INSERT, rows);
}

const changesOf = ({ before, after }: AuditEntry) => ({ before: undefined, after: undefined, ...changesBetween(before, after) });

/** As `writeAudit`, where nobody may be named: at a first start, in rehearsals. */
export async function auditAct(client: AuditClient, actor: Actor | undefined, deed: Deed): Promise<void> {
  if (actor !== undefined) await writeAudit(client, { ...actor, ...deed });
}

const INSERT = `
  INSERT INTO "AuditEntry" ("at", "key", "by", "byName", "from", "via", "act", "storeId", "thing", "thingName", "before", "after")
  SELECT e."at", e."key", e."by", e."byName", e."from", e."via", e."act", e."storeId", e."thing", e."thingName", e."before", e."after"
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("at" timestamptz, "key" text, "by" text, "byName" text, "from" text, "via" text, "act" text,
    "storeId" text, "thing" text, "thingName" text, "before" jsonb, "after" jsonb)) WITH ORDINALITY AS e ORDER BY e.ordinality
  ON CONFLICT ("key") DO NOTHING`;

export interface AuditQuery {
  /** Of these stores only; absent: everything there is. */
  readonly stores?: readonly StoreId[] | undefined;
  readonly who?: string | undefined;
  /** One act, or the kind of thing before its dot. */
  readonly act?: string | undefined;
  readonly store?: string | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  /** Only entries before this number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Entries, the newest first. */
export async function listAudit({ pool }: Pick<Database, "pool">, query: AuditQuery): Promise<readonly AuditRow[]> {
  const { stores, who, act, store, from, to, before, limit } = query;
  const moments = [from, to].map((at) => (at === undefined ? null : new Date(at)));
  const values = [stores ?? null, who ?? null, act ?? null, store ?? null, ...moments, before ?? null, limit];
  const { rows } = await pool.query(LIST, values);
  return rows.map(rowOf);
}

// Every filter is a value, never a part of the statement. In order of the number itself: by its name alone it would be that of its text.
const LIST = `
  SELECT "n"::text, "at", "by", "byName", "from", "via", "act", "storeId", "thing", "thingName", "before", "after" FROM "AuditEntry"
  WHERE ($1::text[] IS NULL OR "storeId" = ANY($1::text[]))
    AND ($2::text IS NULL OR strpos(lower("byName"), lower($2::text)) > 0)
    AND ($3::text IS NULL OR "act" = $3::text OR starts_with("act", $3::text || '.'))
    AND ($4::text IS NULL OR "storeId" = $4::text)
    AND ($5::timestamptz IS NULL OR "at" >= $5::timestamptz) AND ($6::timestamptz IS NULL OR "at" < $6::timestamptz)
    AND ($7::bigint IS NULL OR "n" < $7::bigint)
  ORDER BY "AuditEntry"."n" DESC LIMIT $8::int`;

const text = z.string();
const values = z.record(z.string(), z.unknown()).nullable();
const stored = z.object({
  n: z.coerce.number(),
  at: z.date(),
  by: text,
  byName: text,
  from: text,
  via: text.nullable(),
  act: text,
  storeId: text.nullable(),
  thing: text,
  thingName: text.nullable(),
  before: values,
  after: values,
});

function rowOf(found: unknown): AuditRow {
  const { n, at, by, byName, from, via, act, storeId, thing, thingName, before, after } = stored.parse(found);
  return {
    n,
    at: at.toISOString(),
    by,
    byName,
    from,
    act,
    thing,
    ...(via === null ? {} : { via }),
    ...(storeId === null ? {} : { store: storeId }),
    ...(thingName === null ? {} : { thingName }),
    ...(before === null ? {} : { before }),
    ...(after === null ? {} : { after }),
  };
}
