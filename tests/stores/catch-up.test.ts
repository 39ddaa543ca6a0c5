import { expect, it } from "vitest";
import type { Database } from "../../src/infra/database.ts";
import { movedSince } from "../../src/pipeline/notify.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

describeOnEachDatabase("Catching up on what moved while nobody listened", (databases) => {
  it("finds the decisions since then by an index: the table holds all there ever were", async () => {
    const db = await databases.open();
    const asked: string[] = [];
    const query = async (sql: string): Promise<unknown> => {
      asked.push(sql);
      return { rows: [] };
    };
    const pool: Database["pool"] = Object.create(db.pool, { query: { value: query } });
    await movedSince({ pool }, new Date());
    const plan = await db.transaction(async (client) => {
      // A table this small is read whole wherever that is allowed.
      await client.query("SET LOCAL enable_seqscan = off");
      const { rows } = await client.query<{ "QUERY PLAN": string }>(`EXPLAIN ${asked[0]}`, [new Date()]);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
    expect(plan).toContain("Decision_at_idx");
  });
});
