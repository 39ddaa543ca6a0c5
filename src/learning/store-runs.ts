import type { PoolClient } from "pg";
import { z } from "zod";
import type { StoreId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { LEFT, type LearningRun } from "./rules/run.ts";

type Pool = Pick<Database, "pool">;

/** The newest run of a store; undefined before the first. */
export async function readRun({ pool }: Pool, store: StoreId): Promise<LearningRun | undefined> {
  const { rows } = await pool.query(`SELECT * FROM "LearningRun" WHERE "storeId" = $1`, [store]);
  return rows[0] === undefined ? undefined : RUN.parse(rows[0]);
}

const moment = z.date().transform((date) => date.getTime());
const RUN = z.object({
  startedAt: moment,
  startedBy: z.string(),
  beatAt: moment,
  finishedAt: moment.nullable().transform((at) => at ?? undefined),
  failed: z.boolean(),
  conversations: z.number(),
  questions: z.number(),
  proposed: z.number(),
  left: z.partialRecord(z.enum(LEFT), z.number()),
});

/** A run begins; what the one before said is gone. */
export async function beginRun(
  client: Pick<PoolClient, "query">,
  store: StoreId,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  await client.query(
    `INSERT INTO "LearningRun" ("storeId", "startedAt", "startedBy", "beatAt") VALUES ($1, $2::timestamptz, $3, $2::timestamptz)
     ON CONFLICT ("storeId") DO UPDATE SET "startedAt" = EXCLUDED."startedAt", "startedBy" = EXCLUDED."startedBy", "beatAt" = EXCLUDED."beatAt",
       "finishedAt" = NULL, "failed" = false, "conversations" = 0, "questions" = 0, "proposed" = 0, "left" = '{}'::jsonb`,
    [store, new Date(at).toISOString(), by],
  );
}

/** It goes on, and is so far. */
export async function noteBeat({ pool }: Pool, store: StoreId, { conversations, at }: Beat): Promise<void> {
  const text = `UPDATE "LearningRun" SET "beatAt" = $2::timestamptz, "conversations" = $3 WHERE "storeId" = $1 AND "finishedAt" IS NULL`;
  await pool.query(text, [store, new Date(at).toISOString(), conversations]);
}

interface Beat {
  readonly conversations: number;
  readonly at: Instant;
}

/** It is over, well or not. */
export async function endRun(
  { pool }: Pool,
  store: StoreId,
  {
    at,
    failed,
    conversations,
    questions,
    proposed,
    left,
  }: Omit<LearningRun, "startedAt" | "startedBy" | "beatAt" | "finishedAt"> & { readonly at: Instant },
): Promise<void> {
  await pool.query(
    `UPDATE "LearningRun" SET "finishedAt" = $2::timestamptz, "failed" = $3, "conversations" = $4, "questions" = $5, "proposed" = $6, "left" = $7::jsonb
     WHERE "storeId" = $1`,
    [store, new Date(at).toISOString(), failed, conversations, questions, proposed, JSON.stringify(left)],
  );
}
