import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, describe, inject } from "vitest";
import { openDatabase, type Database } from "../../src/infra/database.ts";

/** Where a suite's database lives; the process under test may be given it too. */
export interface TestPlace {
  readonly kind: "pglite" | "postgresql";
  /** Set for PostgreSQL. */
  readonly url?: string;
  /** Set for the embedded database: an initialised data directory of its own. */
  readonly dataDir?: string;
}

export interface DatabaseForTest {
  readonly kind: "pglite" | "postgresql";
  /** A fresh database of its own, migrated, closed and deleted after the suite. */
  open(): Promise<Database>;
  /** A fresh place that nobody has opened yet, for tests that start the program. */
  place(): Promise<TestPlace>;
}

/** Runs a suite on the embedded database and on PostgreSQL (left out only with SKIP_POSTGRES=1). */
export function describeOnEachDatabase(name: string, suite: (database: DatabaseForTest) => void): void {
  describe(`${name} (embedded)`, () => suite(forTest("pglite")));
  describe.skipIf(inject("postgresUrl") === "")(`${name} (PostgreSQL)`, () => suite(forTest("postgresql")));
}

/** Runs a suite on the embedded database alone, where the database makes no difference. */
export function describeOnEmbedded(name: string, suite: (database: DatabaseForTest) => void): void {
  describe(name, () => suite(forTest("pglite")));
}

function forTest(kind: "pglite" | "postgresql"): DatabaseForTest {
  const cleanups: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  });
  const place = async (): Promise<TestPlace> => (kind === "pglite" ? embeddedPlace(cleanups) : serverPlace(cleanups));
  return {
    kind,
    place,
    open: async () => {
      const at = await place();
      const database = await openDatabase(
        at.url !== undefined ? { type: "server", url: at.url } : { type: "directory", dataDir: at.dataDir ?? "" },
      );
      cleanups.push(() => database.close());
      return database;
    },
  };
}

/** Copying a migrated cluster takes a fraction of the time that making one does. */
async function embeddedPlace(cleanups: (() => Promise<void>)[]): Promise<TestPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), "counterbell-test-"));
  cpSync(inject("embeddedTemplate"), dataDir, { recursive: true });
  cleanups.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  return { kind: "pglite", dataDir };
}

async function serverPlace(cleanups: (() => Promise<void>)[]): Promise<TestPlace> {
  const base = new URL(inject("postgresUrl"));
  const name = `counterbell_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(base, `CREATE DATABASE ${name} TEMPLATE ${inject("postgresTemplate")}`);
  cleanups.push(() => onServer(base, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  const url = new URL(base);
  url.pathname = `/${name}`;
  return { kind: "postgresql", url: url.href };
}

async function onServer(url: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
