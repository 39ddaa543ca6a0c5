import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Database } from "../../src/infra/database.ts";
import { ROOT } from "../../src/infra/root.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { describeDatabase, describeSchema } from "../support/schema.ts";

const SCHEMA = readFileSync(join(ROOT, "prisma", "schema.prisma"), "utf8");

describeOnEachDatabase("A migrated database", (databases) => {
  let db: Database;
  beforeAll(async () => {
    db = await databases.open();
  });

  it("has exactly the tables, columns, keys and indexes that schema.prisma says", async () => {
    expect(await describeDatabase(db.pool)).toEqual(describeSchema(SCHEMA));
  });

  it.each([
    ["what the desk decided about a conversation", "Incoming_desk_conversation", `SELECT "id" FROM "Incoming" WHERE "laneId" = 'desk' AND "payload"->>'conversationId' = 'v1'`], // prettier-ignore
    ["how many alerts nobody has seen", "Alert_unseen", `SELECT "agentId", "storeId", COUNT(*) FROM "Alert" WHERE "seenAt" IS NULL GROUP BY "agentId", "storeId"`], // prettier-ignore
  ])("finds %s by an index of its own", async (_what, index, question) => {
    const plan = await db.transaction(async (client) => {
      await client.query("SET LOCAL enable_seqscan = off");
      return (await client.query<Record<string, string>>(`EXPLAIN ${question}`)).rows;
    });
    expect(JSON.stringify(plan)).toContain(index);
  });

  it.each([
    ["a column that may be absent", `ALTER TABLE "Store" ALTER "name" DROP NOT NULL`],
    ["another type", `ALTER TABLE "Store" ALTER "createdAt" TYPE timestamptz(6)`],
    ["another default", `ALTER TABLE "Article" ALTER "status" SET DEFAULT 'draft'`],
    ["a missing column", `ALTER TABLE "Upload" DROP "bytes"`],
    ["one column too many", `ALTER TABLE "Upload" ADD "more" int`],
    ["a missing index", `DROP INDEX "Timer_dueAt_idx"`],
    ["an index that is not unique", `DROP INDEX "Store_key_key"; CREATE INDEX "Store_key_key" ON "Store"("key")`],
    ["another deletion", `ALTER TABLE "Session" DROP CONSTRAINT "Session_userId_fkey", ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id")`], // prettier-ignore
    ["a missing table", `DROP TABLE "Holiday"`],
  ])("would be caught with %s", async (_what, change) => {
    const changed = db.transaction(async (client) => {
      await client.query(change);
      // The pool of the embedded database has this one connection.
      throw new Changed(await describeDatabase(client));
    });
    const found = await changed.catch((error: unknown) => (error instanceof Changed ? error.lines : Promise.reject(error)));
    expect(found).not.toEqual(describeSchema(SCHEMA));
  });
});

/** Carries what was seen out of a transaction that is to be rolled back. */
class Changed extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super("changed");
    this.lines = lines;
  }
}

describe("The generated client", () => {
  it("is what `npm run generate` makes of schema.prisma, which needs no host of Prisma's", async () => {
    const copy = mkdtempSync(join(tmpdir(), "counterbell-generate-"));
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
    for (const path of [
      "prisma/schema.prisma",
      "prisma.config.ts",
      "package.json",
      "scripts/generate-client.mjs",
      "scripts/support/no-schema-engine.mjs",
    ])
      // prettier-ignore
      cpSync(join(ROOT, path), join(copy, path));
    mkdirSync(join(copy, "src"));
    symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
    await promisify(execFile)(process.execPath, [join(copy, "scripts", "generate-client.mjs")]);
    expect(filesIn(join(copy, "src", "infra", "generated"))).toEqual(filesIn(join(ROOT, "src", "infra", "generated")));
  });

  function filesIn(folder: string): Readonly<Record<string, string>> {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  }
});
