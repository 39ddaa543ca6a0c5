import { PgBoss } from "pg-boss";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";

/** Work for the calendar, kept in the same database: of many processes one does it, and a killed one is replaced. */
export interface Jobs {
  /**
   * Runs `work` whenever the job's cron line says so, in one of the processes; what it returns lets it run before its time, once
   * however often that is asked meanwhile. Throws when the line cannot be read.
   */
  schedule(job: Job, work: () => Promise<void>): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

export interface Job {
  readonly name: string;
  readonly cron: string;
  /** What takes longer is given up and begun again. Of a name that was scheduled before, the first one stays. */
  readonly withinMinutes: number;
  /** It is begun at once when it is woken, and so often that only its failures are worth a line in the log. */
  readonly isFrequent?: true;
}

const POLL_SECONDS = 10;
const POLL_OFTEN_SECONDS = 2;

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
    schedule: async ({ name, cron, withinMinutes, isFrequent }, work) => {
      await boss.createQueue(name, { policy: "short", retryLimit: 3, retryBackoff: true, expireInSeconds: 60 * withinMinutes });
      // A cold queue cache inside a transaction waits for itself on the embedded database: warmed here.
      await boss.getQueueStats(name);
      await boss.work(
        name,
        { batchSize: 1, pollingIntervalSeconds: isFrequent === true ? POLL_OFTEN_SECONDS : POLL_SECONDS },
        async () => {
          await work();
          log[isFrequent === true ? "debug" : "info"]({ job: name }, "job done");
        },
      );
      await boss.schedule(name, cron);
      return async () => void (await boss.send(name));
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
