import type { PoolClient } from "pg";
import { z } from "zod";
import type { Conversation } from "../../core/decision.ts";
import { storeId, type StoreId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";

type Pool = Pick<Database, "pool">;

/** A conversation moved: what consoles are told of it. */
export interface ConsoleEvent {
  /** Rises in the order of commits, over all stores and processes; there are gaps. */
  readonly n: number;
  readonly storeId: StoreId;
  readonly conversationId: string;
  /** Number of the last line of its lane then. */
  readonly seq: number;
  readonly status: Conversation["status"];
  readonly agentId?: string | undefined;
  /** Status, agent or rating changed, not only words were added. */
  readonly isStateChanged: boolean;
}

/** A conversation as it was committed. */
export interface Told {
  readonly conversation: Conversation;
  readonly storeId: StoreId;
  readonly seq: number;
  readonly isStateChanged: boolean;
}

/**
 * Numbers what consoles are told, in the transaction that decided it. Must be the last thing before its commit: from here on
 * every other commit waits, so that numbers rise in the order in which commits are seen. Otherwise whoever read up to a number
 * would never see a lower one that was committed later.
 */
export async function writeConsoleEvents(client: PoolClient, told: readonly Told[], now: Instant): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ conversation, storeId: store, seq, isStateChanged }) => ({
    storeId: store,
    conversationId: conversation.id,
    seq,
    status: conversation.status,
    agentId: conversation.agent?.id ?? null,
    isStateChanged,
  }));
  // A statement of its own: the numbers are drawn when the turn has come.
  await client.query({
    name: "console-events-turn",
    text: `SELECT pg_advisory_xact_lock(hashtext('counterbell console events'))`,
  });
  await client.query({
    name: "write-console-events",
    text: `INSERT INTO "ConsoleEvent"("at", "storeId", "conversationId", "seq", "status", "agentId", "isStateChanged")
           SELECT $2::timestamptz, "storeId", "conversationId", "seq", "status", "agentId", "isStateChanged"
           FROM jsonb_to_recordset($1::jsonb) AS g("storeId" text, "conversationId" text, "seq" int, "status" text, "agentId" text, "isStateChanged" boolean)`,
    values: [JSON.stringify(rows), new Date(now)],
  });
}

/** Which numbers are kept; both 0 while nothing was ever told. */
export async function keptConsoleEvents({ pool }: Pool): Promise<{ readonly first: number; readonly last: number }> {
  const text = `SELECT min("n")::float8 AS first, max("n")::float8 AS last FROM "ConsoleEvent"`;
  const { rows } = await pool.query<{ first: number | null; last: number | null }>({ name: "console-events-kept", text });
  return { first: rows[0]?.first ?? 0, last: rows[0]?.last ?? 0 };
}

/** What was told after a number up to another one, in order; `stores`: only of these. At most `limit`. */
export async function consoleEventsAfter(
  { pool }: Pool,
  asked: { readonly after: number; readonly upTo?: number; readonly stores?: readonly StoreId[]; readonly limit: number },
): Promise<readonly ConsoleEvent[]> {
  const { after, upTo, stores, limit } = asked;
  const values = [after, upTo ?? null, stores ?? null, limit];
  const { rows } = await pool.query({ name: "console-events-after", text: AFTER, values });
  return z
    .array(ROW)
    .parse(rows)
    .map(({ agentId, ...row }) => ({ ...row, storeId: storeId(row.storeId), ...(agentId === null ? {} : { agentId }) }));
}

const ROW = z.object({
  n: z.number(),
  storeId: z.string(),
  conversationId: z.string(),
  seq: z.number(),
  status: z.enum(["bot", "queued", "offered", "assigned", "closed"] satisfies readonly Conversation["status"][]),
  agentId: z.string().nullable(),
  isStateChanged: z.boolean(),
});
const AFTER = `
  SELECT "n"::float8 AS n, "storeId", "conversationId", "seq", "status", "agentId", "isStateChanged" FROM "ConsoleEvent"
  WHERE "n" > $1::bigint AND ($2::bigint IS NULL OR "n" <= $2) AND ($3::text[] IS NULL OR "storeId" = ANY($3))
  ORDER BY "n" LIMIT $4::int`;

/** Whoever was away for longer reads how things stand now. */
const KEPT_FOR_MS = 86_400_000;

/** Deletes what is older than a day, oldest numbers first, so that what is kept has no hole; the newest one stays as the mark. */
export async function dropOldConsoleEvents({ pool }: Pool, now: Instant): Promise<number> {
  const text = `DELETE FROM "ConsoleEvent" WHERE "n" < COALESCE(
    (SELECT "n" FROM "ConsoleEvent" WHERE "at" >= $1 ORDER BY "n" LIMIT 1), (SELECT max("n") FROM "ConsoleEvent"))`;
  return (await pool.query(text, [new Date(now - KEPT_FOR_MS)])).rowCount ?? 0;
}
