import { SHARED_STORE } from "../core/ids.ts";
import type { Config } from "../infra/config.ts";
import { lookInto, type Look } from "../infra/look.ts";

/** One thing that the doctor looked at. */
export interface Finding {
  readonly what: string;
  readonly state: "good" | "warn" | "bad";
  readonly detail: string;
  /** What to do about it. */
  readonly mend?: string;
}

/** What the doctor finds in the database, which it only looks at. A database that nobody made yet is no fault. */
export async function databaseFindings(config: Pick<Config, "databaseUrl" | "dataDir">): Promise<readonly Finding[]> {
  const name = config.databaseUrl === undefined ? "embedded" : "PostgreSQL";
  try {
    const looked = await lookInto(config, async (look) => [
      ...(await driftFindings(look)),
      ...(await contentFindings(look, name)),
    ]);
    const findings = looked.type === "seen" ? looked.seen : [notMadeYet(looked.directory)];
    return name === "embedded" ? [...findings, DURABILITY] : findings;
  } catch (error) {
    return [
      {
        what: "database",
        state: "bad",
        detail: `${name}: ${sentenceOf(error)}`,
        mend: "check DATABASE_URL and that the server runs and may be reached, or the data directory's rights",
      },
    ];
  }
}

/** A server with several addresses fails once for each, and says nothing itself. */
function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.map(sentenceOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

function notMadeYet(directory: string): Finding {
  return { what: "database", state: "good", detail: `embedded, not there yet: the first npm start makes it in ${directory}` };
}

const DURABILITY: Finding = {
  what: "durability",
  state: "warn",
  detail: "the embedded database does not wait for the disk: a power cut may lose the last moments",
  mend: "use PostgreSQL (DATABASE_URL) in production",
};

/** A database's clock that differs from ours makes waits and promises look wrong. */
const MOST_DRIFT_MS = 2_000;

async function driftFindings({ client }: Look): Promise<readonly Finding[]> {
  const before = Date.now();
  const { rows } = await client.query<{ now: Date }>("SELECT clock_timestamp() AS now");
  const drift = (rows[0]?.now.getTime() ?? before) - (before + Date.now()) / 2;
  if (Math.abs(drift) <= MOST_DRIFT_MS) return [];
  const detail = `the database's clock differs by ${Math.round(drift / 1000)} s`;
  return [{ what: "clock", state: "warn", detail, mend: "keep both machines' clocks with NTP, e.g. systemd-timesyncd" }];
}

interface Counted {
  readonly stores: number;
  readonly agents: number;
  readonly parked: number;
  readonly uncertain: number;
}

const COUNTS = `SELECT
  (SELECT count(*)::int FROM "Store" WHERE "id" <> $1) AS stores,
  (SELECT count(*)::int FROM "Agent" WHERE "active") AS agents,
  (SELECT count(*)::int FROM "Incoming" WHERE "parkedAt" IS NOT NULL) AS parked,
  (SELECT count(*)::int FROM "Outbox" WHERE "state" = 'uncertain') AS uncertain`;

async function contentFindings({ client, missing }: Look, name: string): Promise<readonly Finding[]> {
  // Its tables are not yet those that we know how to count.
  if (missing.length > 0) return [missingFinding(missing, name)];
  const { rows } = await client.query<Counted>(COUNTS, [SHARED_STORE]);
  const [counted] = rows;
  if (counted === undefined) throw new Error("The database counted nothing; try again.");
  const { stores, agents } = counted;
  const detail = `${name}, all migrations applied, ${stores} stores, ${agents} agents`;
  return [{ what: "database", state: "good", detail }, ...troubleFindings(counted)];
}

function missingFinding(missing: readonly string[], name: string): Finding {
  return {
    what: "database",
    state: "warn",
    detail: `${name}, lacks ${missing.length === 1 ? "the migration" : `${missing.length} migrations:`} ${missing.join(", ")}`,
    mend: "npm start applies what is missing, each migration whole or not at all; back up first when the database is in use",
  };
}

function troubleFindings({ agents, parked, uncertain }: Counted): readonly Finding[] {
  const findings: Finding[] = [];
  if (agents === 0)
    findings.push({
      what: "roster",
      state: "warn",
      detail: "nobody can take a hand-over",
      mend: "upload a roster in the console",
    });
  if (parked > 0)
    findings.push({
      what: "parked events",
      state: "bad",
      detail: `${parked} events failed five times`,
      mend: "look at them in the console under parked events and retry",
    });
  if (uncertain > 0)
    findings.push({
      what: "uncertain messages",
      state: "warn",
      detail: `${uncertain} messages may or may not have been shown`,
      mend: "look at them in their conversations before sending again",
    });
  return findings;
}
