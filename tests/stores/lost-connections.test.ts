import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { openDatabase, type Database } from "../../src/infra/database.ts";
import { isDatabaseAway } from "../../src/infra/database-errors.ts";
import { listenOn } from "../../src/infra/listening.ts";
import { applyMigrations } from "../../src/infra/migrations.ts";
import { breakableWire } from "../support/breakable-wire.ts";
import { describeOnEachDatabase, type TestPlace } from "../support/databases.ts";

describeOnEachDatabase("A connection that PostgreSQL ends", (database) => {
  if (database.kind === "pglite") return void it.skip("is none: the embedded database has no connections", () => undefined);
  let place: TestPlace;
  let db: Database;

  beforeEach(async () => {
    place = await database.place();
    db = await openDatabase({ type: "server", url: place.url ?? "" });
    onTestFinished(() => db.close());
  });

  it("fails the transaction that used it, and nothing else", async () => {
    const torn = db.transaction(async (client) => {
      const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      await db.pool.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
      await client.query("SELECT 1");
    });
    expect(isDatabaseAway(await torn.catch((error: unknown) => error))).toBe(true);
    expect((await db.pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  });

  it("gives back the lock of a first start, tells its own failure, and lets the database be closed", async () => {
    const other = await openDatabase({ type: "server", url: place.url ?? "" });
    const failed = other.exclusively(async () => {
      await endAllBut(db);
      throw new Error("the demo could not be loaded");
    });
    await expect(failed).rejects.toThrow("the demo could not be loaded");
    expect(await db.exclusively(async () => "mine")).toBe("mine");
    await other.close();
  });

  it("fails the migration that used it with a sentence, and lets the database be closed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "counterbell-migrations-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, "0001_torn"));
    writeFileSync(join(folder, "0001_torn", "migration.sql"), "SELECT pg_terminate_backend(pg_backend_pid());");
    await db.pool.query(`DROP TABLE "_prisma_migrations"`);
    await expect(applyMigrations(db.pool, folder)).rejects.toThrow("Migration 0001_torn failed; nothing of it was kept");
  });

  it("does not end listening: it says since when it may have missed something, until that is made good", async () => {
    const heard: string[] = [];
    const since: Date[] = [];
    const missed = async (from: Date): Promise<void> => {
      since.push(from);
      if (since.length < 3) throw new Error("the database is away again");
    };
    const before = Date.now();
    const stop = await db.listen("test_channel", (payload) => heard.push(payload), missed);
    onTestFinished(stop);
    await endListening(db);
    await expect.poll(() => since.length, { timeout: 10_000 }).toBe(3);
    expect(new Set(since.map(Number)).size).toBe(1);
    expect(since[0]?.getTime()).toBeGreaterThanOrEqual(before);
    await db.pool.query("SELECT pg_notify('test_channel', 'again')");
    await expect.poll(() => heard).toEqual(["again"]);
    expect(await listeners(db)).toHaveLength(1);
  });

  it("is not waited for when it says nothing any more: listening begins anew", async () => {
    const wire = await breakableWire(place.url ?? "");
    onTestFinished(() => wire.stop());
    const heard: string[] = [];
    let since: Date | undefined;
    const missed = async (from: Date): Promise<void> => void (since = from);
    const listening = { url: wire.url, channel: "test_channel", heard: (text: string) => void heard.push(text), missed };
    const stop = await listenOn({ ...listening, beatMs: 20 });
    onTestFinished(stop);
    wire.forget();
    const forgottenAt = Date.now();
    await db.pool.query("SELECT pg_notify('test_channel', 'lost')");
    await expect.poll(() => since, { timeout: 15_000 }).toBeDefined();
    expect(since?.getTime()).toBeLessThanOrEqual(forgottenAt);
    await expect
      .poll(async () => {
        await db.pool.query("SELECT pg_notify('test_channel', 'again')");
        return heard;
      })
      .toContain("again");
    expect(heard).not.toContain("lost");
  });

  it("does not come back once listening was stopped", async () => {
    const stop = await db.listen("test_channel", () => undefined);
    await endListening(db);
    await stop();
    expect(await listeners(db)).toEqual([]);
  });
});

const LISTENERS = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'counterbell listens: test_channel'`;

async function listeners(db: Database): Promise<readonly unknown[]> {
  return (await db.pool.query(LISTENERS)).rows;
}

async function endListening(db: Database): Promise<void> {
  await expect.poll(() => listeners(db)).toHaveLength(1);
  await db.pool.query(`SELECT pg_terminate_backend(pid) FROM (${LISTENERS}) AS them`);
}

/** Ends every connection to this database but the one that says so. */
async function endAllBut(db: Database): Promise<void> {
  await db.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
}
