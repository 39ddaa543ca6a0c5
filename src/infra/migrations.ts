import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool, PoolClient } from "pg";
import { ROOT } from "./root.ts";

/** The key Prisma's own tools lock with, so that both never migrate at once. */
const MIGRATION_LOCK = 72_707_369;

interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/**
 * Applies prisma/migrations in order, each in a transaction, under an advisory lock. Returns how many were new.
 * Throws a sentence when an applied one was edited, is missing or was left half done.
 */
export async function applyMigrations(pool: Pool, directory = MIGRATIONS): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(MIGRATIONS_TABLE);
    const missing = await readMissing(client, directory);
    for (const { name, sql } of missing) await applyOne(client, name, sql);
    return missing.length;
  } finally {
    // With a lost connection the lock is gone too; a client that is not given back would keep the pool from ever ending.
    const isLost = await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]).then(
      () => false,
      () => true,
    );
    client.release(isLost);
  }
}

/** The names of the migrations that `applyMigrations` would apply now, in order; only looks. Throws the same sentences. */
export async function missingMigrations(client: Client, directory = MIGRATIONS): Promise<readonly string[]> {
  const { rows } = await client.query<{ known: boolean }>(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS known`);
  const missing = rows[0]?.known === true ? await readMissing(client, directory) : readMigrations(directory);
  return missing.map(({ name }) => name);
}

const MIGRATIONS = join(ROOT, "prisma", "migrations");

type Client = Pick<PoolClient, "query">;

interface Migration {
  readonly name: string;
  readonly sql: string;
}

function readMigrations(directory: string): readonly Migration[] {
  return readdirSync(directory)
    .filter((name) => existsSync(join(directory, name, "migration.sql")))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(directory, name, "migration.sql"), "utf8") }));
}

async function readMissing(client: Client, directory: string): Promise<readonly Migration[]> {
  const applied = await readApplied(client);
  const migrations = readMigrations(directory);
  refuseUnknown(
    applied,
    migrations.map(({ name }) => name),
  );
  return migrations.filter(({ name, sql }) => !isDone(applied.get(name), sql, name));
}

// Prisma's own bookkeeping table, column for column, so that `prisma migrate status` and `deploy` agree with us.
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

async function readApplied(client: Client): Promise<ReadonlyMap<string, Applied>> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function refuseUnknown(applied: ReadonlyMap<string, Applied>, names: readonly string[]): void {
  const unknown = [...applied.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(
      `The database has migration ${unknown}, which this version does not know. Start the newer version that made it.`,
    );
}

function isDone(applied: Applied | undefined, sql: string, name: string): boolean {
  if (applied === undefined) return false;
  if (!applied.finished)
    throw new Error(
      `Migration ${name} was left half done. Restore the backup, or mend it and mark it with \`prisma migrate resolve\`.`,
    );
  if (applied.checksum !== checksumOf(sql))
    throw new Error(
      `Migration ${name} was edited after it was applied. Restore prisma/migrations/${name} and add a new migration instead.`,
    );
  return true;
}

async function applyOne(client: PoolClient, name: string, sql: string): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations"(id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksumOf(sql), name],
    );
    await client.query("COMMIT");
  } catch (error) {
    // On a lost connection PostgreSQL rolls back by itself.
    await client.query("ROLLBACK").catch(() => undefined);
    throw new Error(`Migration ${name} failed; nothing of it was kept. ${String(error)}`, { cause: error });
  }
}

const checksumOf = (sql: string): string => createHash("sha256").update(sql).digest("hex");
