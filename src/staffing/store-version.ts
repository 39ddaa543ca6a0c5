import type { Database } from "../infra/database.ts";

/** The number that rises with each change of rosters, agents and the desk's settings; 0 before the first. */
export async function readRosterVersion({ pool }: Pick<Database, "pool">): Promise<number> {
  const { rows } = await pool.query<{ version: number }>(`SELECT "rosterVersion" AS version FROM "Desk" WHERE "id" = 'desk'`);
  return rows[0]?.version ?? 0;
}

/** Who changed the roster last, as the audit log tells it. */
export interface LastChange {
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Undefined where nobody did since there is a log. */
export async function lastRosterChange({ pool }: Pick<Database, "pool">): Promise<LastChange | undefined> {
  const { rows } = await pool.query<{ by: string; at: Date }>(LAST, [CHANGES]);
  return rows[0] === undefined ? undefined : { by: rows[0].by, at: rows[0].at.toISOString() };
}

const LAST = `SELECT "byName" AS by, "at" FROM "AuditEntry" WHERE split_part("act", '.', 1) = ANY($1::text[]) ORDER BY "n" DESC LIMIT 1`;
/** Kinds of acts that count the roster's version up. */
const CHANGES = ["roster", "planning", "pattern", "leave", "routing", "waits", "person", "agent"];
