import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { AuditEntry } from "./rules/entry.ts";
import { writeAudit } from "./store.ts";

type Parts = Pick<Database, "pool" | "transaction">;

/** What an act came to, and whether it was carried out. */
export interface Carried<Result> {
  readonly result: Result;
  readonly isDone: boolean;
}

/**
 * For acts whose own transaction is somebody else's: notes that it begins, carries it out, then writes its entry in place of the note.
 * A process that dies in between leaves the note, of which `settlePending` makes an entry.
 */
export async function noting<Result>(db: Parts, entry: AuditEntry, act: () => Promise<Carried<Result>>): Promise<Result> {
  const id = randomUUID();
  await db.pool.query(`INSERT INTO "AuditPending" ("id", "entry", "at") VALUES ($1, $2::jsonb, $3)`, [
    id,
    JSON.stringify(entry),
    new Date(entry.at),
  ]);
  const { result, isDone } = await act();
  await db.transaction(async (client) => {
    const left = await client.query(`DELETE FROM "AuditPending" WHERE "id" = $1`, [id]);
    // Who took longer than anybody waits stands in the log already.
    if (isDone && left.rowCount === 1) await writeAudit(client, entry);
  });
  return result;
}

/** An act that was begun longer ago is not under way any more. */
const GONE_AFTER_MS = 120_000;

/** Writes the entries of acts that nobody ended: that they were begun is certain, whether they were carried out is not. Returns how many. */
export async function settlePending({ transaction }: Pick<Database, "transaction">, now: Instant): Promise<number> {
  return transaction(async (client) => {
    const { rows } = await client.query(`DELETE FROM "AuditPending" WHERE "at" < $1 RETURNING "entry"`, [
      new Date(now - GONE_AFTER_MS),
    ]);
    for (const { entry } of rows.map((row) => PENDING.parse(row)))
      await writeAudit(client, { ...entry, after: { unfinished: true } });
    return rows.length;
  });
}

const PENDING = z.object({
  entry: z.object({
    at: z.number(),
    by: z.string(),
    byName: z.string(),
    from: z.string(),
    act: z.string(),
    thing: z.string(),
    thingName: z.string().optional(),
  }),
});
