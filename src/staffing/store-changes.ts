import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { z } from "zod";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import {
  CHANGE_KINDS,
  CHANGES_KEPT_DAYS,
  changeBack,
  changeTold,
  type ChangeBack,
  type ChangeKind,
  type ChangeTold,
} from "./rules/changes.ts";

/** Who changed the roster, and when. */
export interface ChangedBy {
  readonly userId: string;
  readonly name: string;
  readonly at: Instant;
}

/** A change of the roster as it is kept; without what takes it back, which may be long. */
export interface KeptChange {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly byName: string;
  readonly kind: ChangeKind;
  readonly told: ChangeTold;
  readonly takenBackAt?: Instant | undefined;
  readonly takenBackBy?: string | undefined;
}

/** Keeps a change with what takes it back, in the transaction that makes it. */
export async function keepChange(
  client: PoolClient,
  { kind, told, back }: { readonly kind: ChangeKind; readonly told: ChangeTold; readonly back: ChangeBack },
  { userId, name, at }: ChangedBy,
): Promise<void> {
  await client.query(
    `INSERT INTO "RosterChange" ("id", "at", "by", "byName", "kind", "told", "back") VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb)`,
    [randomUUID(), new Date(at), userId, name, kind, JSON.stringify(told), JSON.stringify(back)],
  );
}

/** The newest changes of one person, and whole rosters of anybody where `withRosters` is set. */
export async function listChanges(
  { pool }: Pick<Database, "pool">,
  { userId, withRosters, limit }: { readonly userId: string; readonly withRosters: boolean; readonly limit: number },
): Promise<readonly KeptChange[]> {
  const { rows } = await pool.query<ChangeRow>(
    `SELECT ${TOLD} FROM "RosterChange" WHERE "by" = $1 OR ($2 AND "kind" = 'roster') ORDER BY "at" DESC, "n" DESC LIMIT $3`,
    [userId, withRosters, limit],
  );
  return rows.map(keptOf);
}

/** One change with what takes it back; undefined when there is none of this id. */
export async function findChange(
  { pool }: Pick<Database, "pool">,
  id: string,
): Promise<(KeptChange & { readonly back: ChangeBack }) | undefined> {
  const { rows } = await pool.query<ChangeRow & { readonly back: unknown }>(
    `SELECT ${TOLD}, "back" FROM "RosterChange" WHERE "id" = $1`,
    [id],
  );
  const [row] = rows;
  return row === undefined ? undefined : { ...keptOf(row), back: changeBack.parse(row.back) };
}

/** Notes who took a change back; false when somebody did already. */
export async function markTakenBack(client: PoolClient, id: string, { name, at }: ChangedBy): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE "RosterChange" SET "takenBackAt" = $2, "takenBackBy" = $3 WHERE "id" = $1 AND "takenBackAt" IS NULL`,
    [id, new Date(at), name],
  );
  return rowCount === 1;
}

/** Forgets changes that nobody may take back any more. */
export async function dropOldChanges({ pool }: Pick<Database, "pool">, now: Instant): Promise<void> {
  await pool.query(`DELETE FROM "RosterChange" WHERE "at" < $1`, [new Date(now - CHANGES_KEPT_DAYS * 86_400_000)]);
}

const TOLD = `"id", "at", "by", "byName", "kind", "told", "takenBackAt", "takenBackBy"`;

interface ChangeRow {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly byName: string;
  readonly kind: string;
  readonly told: unknown;
  readonly takenBackAt: Date | null;
  readonly takenBackBy: string | null;
}

const kindShape = z.enum(CHANGE_KINDS);

function keptOf({ id, at, by, byName, kind, told, takenBackAt, takenBackBy }: ChangeRow): KeptChange {
  return {
    id,
    at: at.getTime(),
    by,
    byName,
    kind: kindShape.parse(kind),
    told: changeTold.parse(told),
    ...(takenBackAt === null ? {} : { takenBackAt: takenBackAt.getTime() }),
    ...(takenBackBy === null ? {} : { takenBackBy }),
  };
}
