import { PgBoss } from "pg-boss";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";

/** Work for the calendar, kept in the same database: of many processes one does it, and a killed one is replaced. */
export interface Jobs {
  /** Runs `work` whenever the job's cron line says so, in one of the processes. Throws when the line cannot be read. */
  schedule(job: Job, work: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export interface Job {
  readonly name: string;
  readonly cron: string;
  /** What takes longer is given up and begun again. Of a name that was scheduled before, the first one stays. */
  readonly withinMinutes: number;
}

const POLL_SECONDS = 10;

export async function startJobs(db: Database, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => query(db, text, values) },
    ...(db.kind === "pglite" ? { backend: "pglite" as const } : {}),
    schema: "pgboss",
    // A killed worker's jobs stay blocked until supervision looks.
    superviseIntervalSeconds: 60,
    monitorIntervalSeconds: 60,
    maintenanceIntervalSeconds: 3_600,
  });
  boss.on("error", (error) => log.error({ err: error }, "job engine failed"));
  await boss.start();
  return {
    schedule: async ({ name, cron, withinMinutes }, work) => {
      await boss.createQueue(name, { policy: "short", retryLimit: 3, retryBackoff: true, expireInSeconds: 60 * withinMinutes });
      // A cold queue cache inside a transaction waits for itself on the embedded database: warmed here.
      await boss.getQueueStats(name);
      await boss.work(name, { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS }, async () => {
        await work();
        log.info({ job: name }, "job done");
      });
      await boss.schedule(name, cron);
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
