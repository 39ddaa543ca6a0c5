import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { findPrograms, startOwnPostgres } from "../../scripts/support/own-postgres.ts";
import { openDatabase } from "../../src/infra/database.ts";
import { ROOT } from "../../src/infra/root.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of a PostgreSQL server's maintenance database; empty with SKIP_POSTGRES=1. */
    readonly postgresUrl: string;
    readonly postgresTemplate: string;
    readonly embeddedTemplate: string;
  }
}

/** Builds what tests start, and makes the databases that they copy: a migrated embedded one, and a PostgreSQL server with a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  build();
  const embedded = mkdtempSync(join(tmpdir(), "counterbell-template-"));
  const [server] = await Promise.all([startServer(), makeEmbedded(embedded)]);
  const template = server.url === "" ? "" : await makeTemplate(server.url);
  project.provide("embeddedTemplate", embedded);
  project.provide("postgresUrl", server.url);
  project.provide("postgresTemplate", template);
  return async () => {
    if (template !== "") await dropTemplate(server.url, template);
    await server.stop();
    rmSync(embedded, { recursive: true, force: true });
  };
}

// In a process of its own: this one has NODE_ENV=test, with which the console would be built for development.
function build(): void {
  const env = { ...process.env, NODE_ENV: "production" };
  execFileSync(process.execPath, [join(ROOT, "scripts", "build.mjs")], { env, stdio: ["ignore", "ignore", "inherit"] });
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

async function makeEmbedded(dataDir: string): Promise<void> {
  const database = await openDatabase({ type: "directory", dataDir });
  await database.close();
}

async function startServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== "") return { url: given, stop: async () => undefined };
  if (process.env.SKIP_POSTGRES === "1") return { url: "", stop: async () => undefined };
  const bin = findPrograms();
  if (bin === undefined) {
    throw new Error(
      "PostgreSQL is needed for the tests: apt-get install postgresql, or set TEST_DATABASE_URL to a server, or SKIP_POSTGRES=1 to leave it out.",
    );
  }
  // What a crash of the machine loses does not matter here; a killed server still has everything.
  const own = await startOwnPostgres(bin, "-c fsync=off -c full_page_writes=off");
  return { url: own.url, stop: async () => own.stop() };
}

async function makeTemplate(url: string): Promise<string> {
  const name = `counterbell_template_${randomUUID().replaceAll("-", "")}`;
  await statement(url, `CREATE DATABASE ${name}`);
  const at = new URL(url);
  at.pathname = `/${name}`;
  const database = await openDatabase({ type: "server", url: at.href });
  await database.close();
  return name;
}

const dropTemplate = (url: string, name: string): Promise<void> => statement(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
