import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databaseFindings } from "../../src/cli/doctor-database.ts";
import { openEmbedded } from "../../src/infra/database-embedded.ts";
import { lookInto } from "../../src/infra/look.ts";
import { ROOT } from "../../src/infra/root.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const MIGRATIONS = readdirSync(join(ROOT, "prisma", "migrations"))
  .filter((name) => /^\d/.test(name))
  .sort();
const NEWEST = MIGRATIONS.at(-1) ?? "";

describeOnEachDatabase("What the doctor finds in the database", (databases) => {
  let place: { readonly databaseUrl?: string | undefined; readonly dataDir: string };

  beforeEach(async () => {
    const { url, dataDir } = await databases.place();
    place = { databaseUrl: url, dataDir: dataDir ?? "" };
  });

  it("is good where every migration was applied, and counts what is there", async () => {
    const [database, roster] = (await databaseFindings(place)).filter(({ what }) => what !== "durability");
    expect(database).toMatchObject({ what: "database", state: "good" });
    expect(database?.detail).toContain("all migrations applied, 0 stores, 0 agents");
    expect(roster).toMatchObject({ what: "roster", state: "warn" });
  });

  it("names a missing migration and how it gets applied, and does not apply it", async () => {
    await behindOurBack(`DELETE FROM "_prisma_migrations" WHERE migration_name = $1`, [NEWEST]);
    const [database] = await databaseFindings(place);
    expect(database).toMatchObject({ what: "database", state: "warn", mend: expect.stringContaining("npm start applies") });
    expect(database?.detail).toContain(`lacks the migration ${NEWEST}`);
    expect(await behindOurBack(`SELECT 1 FROM "_prisma_migrations" WHERE migration_name = $1`, [NEWEST])).toEqual([]);
  });

  it("leaves an empty database empty", async () => {
    await behindOurBack("DROP SCHEMA public CASCADE");
    await behindOurBack("CREATE SCHEMA public");
    const [database] = await databaseFindings(place);
    expect(database?.detail).toContain(MIGRATIONS.join(", "));
    expect(await behindOurBack("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
  });

  it("is bad where another version migrated it, and says which program to start", async () => {
    await behindOurBack(`UPDATE "_prisma_migrations" SET migration_name = '9999_later' WHERE migration_name = $1`, [NEWEST]);
    const [database] = await databaseFindings(place);
    expect(database).toMatchObject({ what: "database", state: "bad" });
    expect(database?.detail).toContain("has migration 9999_later, which this version does not know");
  });

  it("is looked at in a transaction in which the database refuses every change", async () => {
    const change = lookInto(place, ({ client }) => client.query(`INSERT INTO "Setting" VALUES ('a', 'b')`));
    await expect(change).rejects.toThrow("read-only transaction");
  });

  async function behindOurBack(sql: string, values: readonly unknown[] = []): Promise<readonly unknown[]> {
    const opened = place.databaseUrl === undefined ? await openEmbedded(place.dataDir) : undefined;
    const pool = opened?.pool ?? new pg.Pool({ connectionString: place.databaseUrl });
    try {
      return (await pool.query(sql, [...values])).rows;
    } finally {
      await (opened === undefined ? pool.end() : opened.close());
    }
  }
});

describe("Without a database the doctor", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "counterbell-doctor-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("finds no fault in a directory that the first start will make, and does not make it", async () => {
    const dataDir = join(folder, "deep", "data");
    const [database] = await databaseFindings({ dataDir });
    expect(database).toMatchObject({
      state: "good",
      detail: expect.stringContaining(`makes it in ${join(dataDir, "database")}`),
    });
    expect(existsSync(join(folder, "deep"))).toBe(false);
  });

  it("puts nothing into a directory that is still empty", async () => {
    const dataDir = join(folder, "data");
    mkdirSync(dataDir);
    expect((await databaseFindings({ dataDir }))[0]?.state).toBe("good");
    expect(readdirSync(dataDir)).toEqual([]);
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)("says when the directory could not be made", async () => {
    chmodSync(folder, 0o500);
    const [database] = await databaseFindings({ dataDir: join(folder, "data") });
    chmodSync(folder, 0o700);
    expect(database).toMatchObject({ state: "bad", detail: expect.stringContaining(`${folder} cannot be written`) });
  });

  it("says that nobody answers at DATABASE_URL", async () => {
    const [database] = await databaseFindings({ dataDir: folder, databaseUrl: "postgresql://nobody@127.0.0.1:9/nothing" });
    expect(database).toMatchObject({ what: "database", state: "bad", mend: expect.stringContaining("DATABASE_URL") });
    expect(database?.detail).toContain("ECONNREFUSED");
  });
});
