import { beforeAll, expect, it } from "vitest";
import type { Database } from "../../src/infra/database.ts";
import { createMetrics } from "../../src/infra/metrics.ts";
import { describeOnEmbedded } from "../support/databases.ts";

describeOnEmbedded("Metrics", (database) => {
  let db: Database;
  let failure: Error | undefined;
  beforeAll(async () => void (db = await database.open()));
  const told = async (): Promise<string> => {
    const query = (sql: string): unknown => (failure === undefined ? db.pool.query(sql) : Promise.reject(failure));
    const pool: Database["pool"] = Object.create(db.pool, { query: { value: query } });
    return createMetrics({ pool }).registry.metrics();
  };

  it("count what the database has", async () => {
    failure = undefined;
    expect(await told()).toContain("\ncounterbell_events_waiting 0\n");
  });

  it("leave those counts out while the database is away, and tell of the process all the same", async () => {
    failure = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
    const metrics = await told();
    expect(metrics).not.toMatch(/^counterbell_(events|escalations|outbox)_(parked|waiting|uncertain) /m);
    expect(metrics).toMatch(/^process_resident_memory_bytes \d+/m);
    expect(metrics).toMatch(/^counterbell_events_parked_total 0$/m);
  });

  it("do not hide a fault of ours", async () => {
    failure = new Error("syntax error");
    await expect(told()).rejects.toThrow("syntax error");
  });
});
