import { PgBoss } from "pg-boss";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";

/** Work for later and for the calendar, kept in the same database and shared by all processes. */
export interface Jobs {
  /** Runs `work` about every so many seconds, in one of the processes at a time; survives a killed one. */
  every(name: string, seconds: number, work: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** After a killed process its job is taken up again after this many seconds. */
const HEARTBEAT_SECONDS = 10;
const POLL_SECONDS = 1;

export async function startJobs(db: Database, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => query(db, text, values) },
    ...(db.kind === "pglite" ? { backend: "pglite" as const } : {}),
    schema: "pgboss",
    // A killed worker's keys stay blocked until supervision looks.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 3_600,
    schedule: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "job engine failed"));
  await boss.start();
  return {
    every: async (name, seconds, work) => {
      await boss.createQueue(name, { policy: "short", retryLimit: 0, heartbeatSeconds: HEARTBEAT_SECONDS });
      // A cold queue cache inside a transaction waits for itself on the embedded database: warmed here.
      await boss.getQueueStats(name);
      const again = async (startAfter: number): Promise<void> => void (await boss.send(name, {}, { startAfter }));
      await boss.work(name, { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS }, async () => {
        try {
          await work();
        } catch (error) {
          log.error({ err: error, job: name }, "job failed");
        }
        await again(seconds);
      });
      // If the chain broke with a killed process this begins it again; policy short keeps it to one.
      await again(0);
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}

/** Several statements in one text may open a transaction: a failure must not leave the connection inside it. */
async function query(db: Database, text: string, values: unknown[] | undefined) {
  const client = await db.pool.connect();
  try {
    return await client.query(text, values);
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
