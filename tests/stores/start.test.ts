import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "../../src/infra/database.ts";
import { lockDirectory } from "../../src/infra/directory-lock.ts";
import { applyMigrations } from "../../src/infra/migrations.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

describe("The lock of a data directory", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "counterbell-lock-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("refuses a directory that another running process holds, naming it and the way out", () => {
    const directory = join(folder, "database");
    writeFileSync(`${directory}.lock`, String(process.ppid));
    expect(() => lockDirectory(directory)).toThrow(`in use by process ${process.ppid}`);
    expect(() => lockDirectory(directory)).toThrow("COUNTERBELL_DATA_DIR");
  });

  it("takes over what a killed process left, and can be released", () => {
    const directory = join(folder, "database");
    writeFileSync(`${directory}.lock`, "999999999");
    const release = lockDirectory(directory);
    release();
    lockDirectory(directory)();
  });

  it("keeps a second database out of the same directory", async () => {
    const first = await openDatabase({ type: "directory", dataDir: folder });
    writeFileSync(join(folder, "database.lock"), String(process.ppid));
    await expect(openDatabase({ type: "directory", dataDir: folder })).rejects.toThrow("in use by process");
    await first.close();
  });
});

describeOnEachDatabase("Migrations at start", (database) => {
  let db: Database;
  let folder: string;

  beforeEach(async () => {
    db = await database.open();
    await db.pool.query(`DROP SCHEMA public CASCADE`);
    await db.pool.query(`CREATE SCHEMA public`);
    folder = mkdtempSync(join(tmpdir(), "counterbell-migrations-"));
    migration("0001_first", "CREATE TABLE first (id int);");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("are applied in order, once", async () => {
    migration("0002_second", "ALTER TABLE first ADD COLUMN name text;");
    expect(await applyMigrations(db.pool, folder)).toBe(2);
    expect(await applyMigrations(db.pool, folder)).toBe(0);
    await db.pool.query("INSERT INTO first(id, name) VALUES (1, 'a')");
  });

  it("stop at one that was edited after it was applied", async () => {
    await applyMigrations(db.pool, folder);
    migration("0001_first", "CREATE TABLE first (id bigint);");
    await expect(applyMigrations(db.pool, folder)).rejects.toThrow("Migration 0001_first was edited after it was applied");
  });

  it("stop at one that was left half done", async () => {
    await applyMigrations(db.pool, folder);
    await db.pool.query(`UPDATE "_prisma_migrations" SET finished_at = NULL`);
    await expect(applyMigrations(db.pool, folder)).rejects.toThrow("Migration 0001_first was left half done");
  });

  it("keep nothing of one that fails, and name it", async () => {
    migration("0002_bad", "CREATE TABLE second (id int); SELECT nonsense;");
    await expect(applyMigrations(db.pool, folder)).rejects.toThrow("Migration 0002_bad failed; nothing of it was kept");
    const { rows } = await db.pool.query(`SELECT to_regclass('second') AS found`);
    expect(rows).toEqual([{ found: null }]);
  });

  it("refuse a database of a newer version", async () => {
    migration("0002_newer", "SELECT 1;");
    await applyMigrations(db.pool, folder);
    rmSync(join(folder, "0002_newer"), { recursive: true });
    await expect(applyMigrations(db.pool, folder)).rejects.toThrow("which this version does not know");
  });

  function migration(name: string, sql: string): void {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "migration.sql"), sql);
  }
});

describeOnEachDatabase("Listening", (database) => {
  it.skipIf(database.kind === "pglite")(
    "goes on after its connection was ended, and says since when it may have missed something",
    async () => {
      const db = await database.open();
      const heard: string[] = [];
      const missed = new Promise<Date>((resolve) => void db.listen("test_channel", (payload) => heard.push(payload), resolve));
      await expect.poll(() => listeners(db)).toHaveLength(1);
      const before = Date.now();
      await db.pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN \"test_channel\"'");
      expect((await missed).getTime()).toBeGreaterThanOrEqual(before);
      await db.pool.query("SELECT pg_notify('test_channel', 'again')");
      await expect.poll(() => heard).toEqual(["again"]);
    },
  );
});

async function listeners(db: Database): Promise<readonly unknown[]> {
  return (
    await db.pool.query(`SELECT 1 FROM pg_stat_activity WHERE query = 'LISTEN "test_channel"' AND datname = current_database()`)
  ).rows;
}
