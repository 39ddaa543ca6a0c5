import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { StoreId } from "../core/ids.ts";
import { openEmbedded } from "./database-embedded.ts";
import { PrismaClient } from "./generated/client.ts";
import { applyMigrations } from "./migrations.ts";
import { scopedClient, type ScopedPrisma } from "./scope.ts";

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
  /** Hears NOTIFY on a channel until the returned function is called; listening survives a lost connection. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
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
    throw error;
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

function openServer(url: string, connections: number): Opened {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 });
  // An idle connection that the server ends is replaced at the next query; without a listener the process would end.
  pool.on("error", () => undefined);
  const listeners = new Set<() => Promise<void>>();
  return {
    kind: "postgresql",
    pool,
    listen: async (channel, heard) => {
      const stop = await listenOn({ url, channel, heard });
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

interface Listening {
  readonly url: string;
  readonly channel: string;
  readonly heard: (payload: string) => void;
}

const RELISTEN_AFTER_MS = 1_000;

/** Listens on a connection of its own; opens it again when it is lost. What was missed meanwhile, sweeps find. */
async function listenOn({ url, channel, heard }: Listening): Promise<() => Promise<void>> {
  let current: pg.Client | undefined;
  let isStopped = false;
  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    client.on("notification", (message) => heard(message.payload ?? ""));
    client.on("end", () => {
      if (!isStopped) setTimeout(() => void connect().catch(() => undefined), RELISTEN_AFTER_MS).unref();
    });
    await client.connect();
    await client.query(`LISTEN "${channel}"`);
    current = client;
  };
  await connect();
  return async () => {
    isStopped = true;
    await current?.end();
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
