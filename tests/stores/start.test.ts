import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
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

  it("does not take a process that has the killed one's number for it", () => {
    const directory = join(folder, "database");
    lockDirectory(directory)();
    const release = lockDirectory(directory);
    const [, home] = readFileSync(`${directory}.lock`, "utf8").split("\n");
    release();
    writeFileSync(`${directory}.lock`, `${process.ppid}\n${home}\n1\n`);
    lockDirectory(directory)();
  });

  it("believes the beat of a process in another container, whose number means nothing here", () => {
    const directory = join(folder, "database");
    writeFileSync(`${directory}.lock`, "999999999\nanother-container pid:[1]\n5\n");
    expect(() => lockDirectory(directory)).toThrow("in use by process 999999999");
    const silentSince = new Date(Date.now() - 20_000);
    utimesSync(`${directory}.lock`, silentSince, silentSince);
    lockDirectory(directory)();
  });

  it("is not taken for a dead one while it is being written", () => {
    const directory = join(folder, "database");
    writeFileSync(`${directory}.lock`, "");
    expect(() => lockDirectory(directory)).toThrow("in use");
  });

  it("comes back when it is tidied away, and ends the process when another took it", () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const directory = join(folder, "database");
    const release = lockDirectory(directory);
    rmSync(`${directory}.lock`);
    vi.advanceTimersByTime(5_000);
    expect(() => lockDirectory(directory)).toThrow(`in use by process ${process.pid}`);
    writeFileSync(`${directory}.lock`, "1\nanother-container pid:[1]\n5\n");
    expect(() => vi.advanceTimersByTime(5_000)).toThrow("in use by process 1");
    release();
    expect(existsSync(`${directory}.lock`)).toBe(true);
  });

  it("is taken over by one of those who find it left", () => {
    const directory = join(folder, "database");
    writeFileSync(`${directory}.lock`, "999999999");
    writeFileSync(`${directory}.lock.takeover`, `${process.ppid}`);
    expect(() => lockDirectory(directory)).toThrow(`in use by process ${process.ppid}`);
    expect(readFileSync(`${directory}.lock`, "utf8")).toBe("999999999");
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
