import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import { lockDirectory } from "./directory-lock.ts";

/** A PostgreSQL inside this process, with the interface of a pool; it has one session, so the pool has one client. */
export interface Embedded {
  readonly pool: pg.Pool;
  readonly listen: (channel: string, heard: (payload: string) => void) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}

/** Opens the embedded database in `<dataDir>/database`, or in memory only when no directory is given. */
export async function openEmbedded(dataDir: string | undefined): Promise<Embedded> {
  if (dataDir === undefined) return overPglite(await PGlite.create(), () => undefined);
  refuseUnwritable(dataDir);
  const directory = join(dataDir, "database");
  const release = lockDirectory(directory);
  try {
    await initialise(directory);
    return overPglite(await PGlite.create(directory), release);
  } catch (error) {
    release();
    throw error;
  }
}

function refuseUnwritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    const because = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new Error(
      `The data directory ${dataDir} cannot be written (${because}). Set COUNTERBELL_DATA_DIR to a folder of yours.`,
      { cause: error },
    );
  }
}

// A first start that is interrupted must not leave half a cluster behind: made beside, then renamed.
async function initialise(directory: string): Promise<void> {
  if (existsSync(directory)) return;
  const fresh = `${directory}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const database = await PGlite.create(fresh);
  await database.close();
  renameSync(fresh, directory);
}

function overPglite(database: PGlite, release: () => void): Embedded {
  const config = createPgConfig(database);
  const connection = config.connection;
  const parse = connection.parse.bind(connection);
  // Prisma's adapter passes `types` as an object of parsers; PGlite expects a list of type ids there.
  connection.parse = (query: { readonly types?: unknown }) =>
    parse({ ...query, types: Array.isArray(query.types) ? query.types : undefined });
  const settings = { ...config, connection, max: 1, idleTimeoutMillis: 0 };
  const pool = keepSession(new pg.Pool(settings));
  return {
    pool,
    listen: async (channel, heard) => {
      const stop = await database.listen(channel, heard);
      return () => stop();
    },
    close: async () => {
      await pool.end();
      await database.close();
      release();
    },
  };
}

/**
 * A pool ends the session of a query that failed. Here there is one session under all: what it still answers to that query the
 * next one would take for its own answer.
 */
function keepSession(pool: pg.Pool): pg.Pool {
  const query = async (...asked: readonly [string | pg.QueryConfig, unknown[]?]) => {
    const client = await pool.connect();
    try {
      return await client.query(...asked);
    } finally {
      client.release();
    }
  };
  return Object.assign(pool, { query });
}
