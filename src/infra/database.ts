import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { StoreId } from "../core/ids.ts";
import { openEmbedded } from "./database-embedded.ts";
import { PrismaClient } from "./generated/client.ts";
import { listenOn, type Missed } from "./listening.ts";
import { applyMigrations } from "./migrations.ts";
import { scopedClient, type ScopedPrisma } from "./scope.ts";
import { createIfAlone, type IfAlone } from "./single-flight.ts";

/** One PostgreSQL dialect, two ways to have it: a server, or embedded in this process. */
export interface Database {
  readonly kind: "postgresql" | "pglite";
  /** For named SQL. On the embedded database it has one connection: never query it beside an open transaction you wait for. */
  readonly pool: pg.Pool;
  /** Unscoped: for what belongs to no store (people, agents), and for start-up. */
  readonly prisma: PrismaClient;
  /** A client that sees only these stores. */
  scoped(stores: readonly StoreId[]): ScopedPrisma;
  /** Runs `work` between BEGIN and COMMIT; rolls back and passes the error on when it throws. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** Runs `work` while no other process does the same; for what only one may do at a first start. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** For long work that must not be done twice at the same time: does nothing while somebody is at work under the same name. */
  readonly ifAlone: IfAlone;
  /**
   * Hears NOTIFY on a channel until the returned function is called. Listening survives a lost connection: then `missed` is
   * called with the moment until which nothing was lost, until it succeeds.
   */
  listen(channel: string, heard: (payload: string) => void, missed?: Missed): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export type DatabasePlace =
  | { readonly type: "server"; readonly url: string; readonly connections?: number }
  | { readonly type: "directory"; readonly dataDir: string }
  | { readonly type: "memory" };

/** Opens the database and brings its tables up to date. Throws a sentence when it cannot be reached, locked or migrated. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const opened = place.type === "server" ? openServer(place.url, place.connections ?? 10) : await openEmbeddedAt(place);
  try {
    await applyMigrations(opened.pool);
  } catch (error) {
    await opened.close();
    throw place.type === "server" ? asSentence(error, place.url) : error;
  }
  const prisma = new PrismaClient({
    adapter: new PrismaPg(opened.pool),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  });
  return {
    ...opened,
    prisma,
    scoped: (stores) => scopedClient(prisma, stores),
    transaction: (work) => inTransaction(opened.pool, work),
    exclusively: (work) => (opened.kind === "pglite" ? work() : underLock(opened.pool, work)),
    ifAlone: createIfAlone(opened),
    close: async () => {
      await prisma.$disconnect();
      await opened.close();
    },
  };
}

type Opened = Pick<Database, "kind" | "pool" | "listen" | "close">;

async function openEmbeddedAt(place: Exclude<DatabasePlace, { type: "server" }>): Promise<Opened> {
  const embedded = await openEmbedded(place.type === "directory" ? place.dataDir : undefined);
  return { kind: "pglite", ...embedded };
}

// A query whose server vanished without a word fails after half a minute instead of hours.
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

function openServer(url: string, connections: number): Opened {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000, ...KEEP_ALIVE });
  // An idle connection that the server ends is replaced at the next query; without a listener the process would end.
  pool.on("error", () => undefined);
  // The same for one in use; whoever uses it learns it from their query.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const listeners = new Set<() => Promise<void>>();
  return {
    kind: "postgresql",
    pool,
    listen: async (channel, heard, missed) => {
      const stop = await listenOn({ url, channel, heard, missed });
      listeners.add(stop);
      return async () => {
        listeners.delete(stop);
        await stop();
      };
    },
    close: async () => {
      for (const stop of listeners) await stop();
      await pool.end();
    },
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    try {
      await client.query("ROLLBACK");
    } catch (lost) {
      broken = lost instanceof Error ? lost : new Error(String(lost));
    }
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The key of the lock that one process holds while it furnishes an empty database. */
const FIRST_START_LOCK = 72_707_370;

async function underLock<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [FIRST_START_LOCK]);
    return await work();
  } finally {
    // Its connection is ended, and the lock with it: that works on a lost connection too.
    client.release(true);
  }
}

/** What kept us from the server, as a sentence; anything else as it is. */
function asSentence(error: unknown, url: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const { hostname, port, pathname } = new URL(url);
  const where = `PostgreSQL at ${hostname}:${port || "5432"}${pathname}`;
  if (["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EHOSTUNREACH", "ECONNRESET"].includes(code))
    return new Error(`${where} cannot be reached (${code}). Start it, or correct DATABASE_URL.`, { cause: error });
  if (code === "28P01" || code === "28000")
    return new Error(`${where} refused the user or password of DATABASE_URL. Correct them.`, { cause: error });
  if (code === "3D000")
    return new Error(`${where} does not exist. Create it (createdb), or correct DATABASE_URL.`, { cause: error });
  return error;
}
