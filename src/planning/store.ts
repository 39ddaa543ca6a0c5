import type { PoolClient } from "pg";
import type { Actor } from "../audit/rules/entry.ts";
import { writeAudit } from "../audit/store.ts";
import type { StoreId } from "../core/ids.ts";
import { SHARED_STORE } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Roster, Workday } from "../staffing/rules/roster.ts";
import { loadRoster } from "../staffing/store.ts";
import type { DayChange } from "./rules/change.ts";
import { writesFor } from "./rules/change.ts";
import { loggedDays, storeOfAll } from "./rules/logged.ts";

/** The roster, and the number that rises with each change of it. */
export interface VersionedRoster {
  readonly roster: Roster;
  readonly version: number;
}

/** The roster as it stands. */
export async function readRoster(db: Database): Promise<VersionedRoster> {
  // The version first: what changes while the rest is read is then noticed when something is written.
  const { rows } = await db.pool.query<{ version: number }>(`SELECT "rosterVersion" AS version FROM "Desk" WHERE "id" = 'desk'`);
  return { version: rows[0]?.version ?? 0, roster: await loadRoster(db) };
}

/** Who changed it, and when. */
export interface By {
  readonly by: string;
  readonly at: Instant;
}

/**
 * Runs `write` on the very roster that was read, and counts its version up; false when somebody else changed it meanwhile:
 * then nothing is written. All of it or nothing.
 */
export async function ifUnchanged(db: Database, version: number, write: (client: PoolClient) => Promise<void>): Promise<boolean> {
  return db.transaction(async (client) => {
    await client.query(`INSERT INTO "Desk" ("id", "rosterVersion") VALUES ('desk', 0) ON CONFLICT ("id") DO NOTHING`);
    const risen = await client.query(
      `UPDATE "Desk" SET "rosterVersion" = "rosterVersion" + 1 WHERE "id" = 'desk' AND "rosterVersion" = $1`,
      [version],
    );
    if (risen.rowCount !== 1) return false;
    await write(client);
    return true;
  });
}

/** Writes single days: plans, and duty where a date is a holiday. */
export async function writeDays(
  client: PoolClient,
  { roster, changes }: { readonly roster: Roster; readonly changes: readonly DayChange[] },
  { by, at }: By,
): Promise<void> {
  const writes = writesFor(roster, changes);
  const all = JSON.stringify(writes.map(({ agentId, date, as }) => ({ agentId, date, as })));
  const list = `jsonb_to_recordset($1::jsonb) AS g("agentId" text, "date" text, "as" text)`;
  for (const [table, as] of [
    ["DayPlan", "plan"],
    ["HolidayDuty", "duty"],
  ] as const) {
    await client.query(
      `DELETE FROM "${table}" d USING ${list} WHERE g."as" = '${as}' AND d."agentId" = g."agentId" AND d."date" = g."date"`,
      [all],
    );
  }
  const plans = writes.flatMap(({ as, agentId, date, hours }) => (as === "plan" && hours ? [{ agentId, date, hours }] : []));
  await client.query(
    `INSERT INTO "DayPlan" ("agentId", "date", "hours", "changedAt", "changedBy")
     SELECT g."agentId", g."date", g."hours", $2::timestamptz, $3
     FROM jsonb_to_recordset($1::jsonb) AS g("agentId" text, "date" text, "hours" jsonb)`,
    [JSON.stringify(plans), new Date(at).toISOString(), by],
  );
  const duties = writes.flatMap(({ as, agentId, date, hours = [] }) =>
    as === "duty" ? hours.map(({ start, end }) => ({ agentId, date, start, end })) : [],
  );
  await client.query(
    `INSERT INTO "HolidayDuty" ("id", "date", "agentId", "start", "end")
     SELECT gen_random_uuid()::text, g."date", g."agentId", g."start", g."end"
     FROM jsonb_to_recordset($1::jsonb) AS g("date" text, "agentId" text, "start" text, "end" text)`,
    [JSON.stringify(duties)],
  );
}

/** Puts somebody's weekly shifts, and their time zone (absent: the roster's), in place of those before. */
export async function writePattern(
  client: PoolClient,
  {
    agentId,
    shifts,
    timezone,
  }: { readonly agentId: string; readonly shifts: readonly WeeklyShift[]; readonly timezone?: string | undefined },
): Promise<void> {
  await client.query(`UPDATE "Agent" SET "timezone" = $2 WHERE "id" = $1`, [agentId, timezone ?? null]);
  await client.query(`DELETE FROM "Shift" WHERE "agentId" = $1`, [agentId]);
  await client.query(
    `INSERT INTO "Shift" ("id", "agentId", "days", "start", "end")
     SELECT gen_random_uuid()::text, $1, g."days", g."start", g."end"
     FROM jsonb_to_recordset($2::jsonb) AS g("days" text[], "start" text, "end" text)`,
    [agentId, JSON.stringify(shifts)],
  );
}

interface WeeklyShift {
  readonly days: readonly string[];
  readonly start: string;
  readonly end: string;
}

/** Notes in the audit log who changed single days, and how. */
export async function noteDays(
  client: PoolClient,
  { roster, changes }: { readonly roster: Roster; readonly changes: readonly DayChange[] },
  { act, ...actor }: Actor & { readonly act: string },
): Promise<void> {
  const agents = roster.agents.filter(({ id }) => changes.some(({ agentId }) => agentId === id));
  const deed = { act, thing: "planning", storeId: storeOfAll(agents), ...loggedDays(roster, changes) };
  await writeAudit(client, { ...actor, ...deed });
}

/** Puts these holidays and working days in place of those before. */
export async function writeCalendar(
  client: PoolClient,
  { holidays, workdays }: { readonly holidays: readonly string[]; readonly workdays: readonly Workday[] },
): Promise<void> {
  await client.query(`DELETE FROM "Holiday"`);
  await client.query(`DELETE FROM "Workday"`);
  await client.query(`INSERT INTO "Holiday" ("date") SELECT DISTINCT unnest($1::text[])`, [holidays]);
  await client.query(
    `INSERT INTO "Workday" ("date", "as") SELECT g."date", g."as" FROM jsonb_to_recordset($1::jsonb) AS g("date" text, "as" text)`,
    [JSON.stringify(workdays)],
  );
}

/** Every shop of the vendor. */
export async function allStores({ prisma }: Database): Promise<readonly string[]> {
  const stores = await prisma.store.findMany({ where: { id: { not: SHARED_STORE } }, select: { id: true } });
  return stores.map(({ id }) => id);
}

/** What came in, by weekday (1 is Monday) and hour of a zone's wall. */
export interface HourCount {
  readonly weekday: number;
  readonly hour: number;
  readonly opened: number;
  /** Of these hours' conversations, or earlier ones: asked for a person in this hour. */
  readonly handedOver: number;
}

/** Inquiries of these stores in a period, by the hour of the week. */
export async function countByHour(
  { pool }: Database,
  stores: readonly StoreId[],
  { from, until, zone }: { readonly from: Instant; readonly until: Instant; readonly zone: string },
): Promise<readonly HourCount[]> {
  const { rows } = await pool.query<HourCount>(
    `SELECT EXTRACT(ISODOW FROM t."at" AT TIME ZONE $4)::int AS weekday, EXTRACT(HOUR FROM t."at" AT TIME ZONE $4)::int AS hour,
       SUM(t."opened")::int AS opened, SUM(1 - t."opened")::int AS "handedOver"
     FROM (
       SELECT "openedAt" AS "at", 1 AS "opened" FROM "Conversation"
       WHERE "storeId" = ANY($1::text[]) AND "openedAt" >= $2::timestamptz AND "openedAt" < $3::timestamptz
       UNION ALL
       SELECT "waitingSince", 0 FROM "Escalation"
       WHERE "storeId" = ANY($1::text[]) AND "waitingSince" >= $2::timestamptz AND "waitingSince" < $3::timestamptz
     ) t GROUP BY 1, 2`,
    [stores, new Date(from).toISOString(), new Date(until).toISOString(), zone],
  );
  return rows;
}
