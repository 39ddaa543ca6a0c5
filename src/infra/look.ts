import { accessSync, constants, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { openEmbedded } from "./database-embedded.ts";
import { missingMigrations } from "./migrations.ts";

/** What one who only looks may ask. */
export interface Look {
  readonly client: Pick<pg.PoolClient, "query">;
  /** Migrations that the next start applies, in order. */
  readonly missing: readonly string[];
}

/** `none`: there is no embedded database yet; a start makes it. */
export type Looked<T> = { readonly type: "seen"; readonly seen: T } | { readonly type: "none"; readonly directory: string };

/**
 * Looks into the desk's database in one read-only transaction, which the database itself enforces: nothing is made, migrated
 * or changed. Throws a sentence or the driver's error when it cannot be opened or was migrated by somebody else's version.
 */
export async function lookInto<T>(
  place: { readonly databaseUrl?: string | undefined; readonly dataDir: string },
  look: (at: Look) => Promise<T>,
): Promise<Looked<T>> {
  const { databaseUrl, dataDir } = place;
  if (databaseUrl !== undefined) return { type: "seen", seen: await lookThrough(openServer(databaseUrl), look) };
  const directory = join(dataDir, "database");
  if (existsSync(directory)) return { type: "seen", seen: await lookThrough(await openEmbedded(dataDir), look) };
  refuseUnmakeable(dataDir);
  return { type: "none", directory };
}

interface Opened {
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

function openServer(url: string): Opened {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  // A connection that ends while nobody uses it is no news here.
  pool.on("error", () => undefined);
  return { pool, close: () => pool.end() };
}

async function lookThrough<T>({ pool, close }: Opened, look: (at: Look) => Promise<T>): Promise<T> {
  try {
    const client = await pool.connect();
    try {
      await client.query("BEGIN READ ONLY");
      return await look({ client, missing: await missingMigrations(client) });
    } finally {
      // Nothing is used after it: ended with its transaction, whatever state that is in.
      client.release(true);
    }
  } finally {
    await close();
  }
}

/** A start would make the folder: says so when it could not. */
function refuseUnmakeable(dataDir: string): void {
  const nearest = nearestFolder(dataDir);
  try {
    accessSync(nearest, constants.W_OK);
  } catch (error) {
    throw new Error(
      `The data directory ${dataDir} cannot be made: ${nearest} cannot be written. Set COUNTERBELL_DATA_DIR to a folder of yours.`,
      { cause: error },
    );
  }
}

const nearestFolder = (path: string): string => (existsSync(path) ? path : nearestFolder(dirname(path)));
