import type { PoolClient } from "pg";
import type { Actor } from "../audit/rules/entry.ts";
import { writeAudit } from "../audit/store.ts";
import { SHARED_STORE } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import { saveSettingIn } from "../settings/store.ts";
import { toRoutingFile } from "./rules/routing-file.ts";
import type { AgentState, Roster, RosterAgent } from "./rules/roster.ts";
import { replaceSingleDays } from "./store-days.ts";
import { readRosterValues } from "./store-values.ts";

/**
 * Puts this roster in place of the one before, all of it or nothing. Agents it does not name become inactive; what they
 * did stays. Statuses are changed only where `states` says one, single days and leave only where the roster has such lists.
 */
export async function replaceRoster(db: Database, roster: Roster, given: RosterGiven = {}): Promise<RosterReplaced> {
  const { states = [], actor, seen } = given;
  return db.transaction(async (client) => {
    if (seen !== undefined && (await lockedVersion(client)) !== seen) return { type: "stale" };
    const before = actor === undefined ? {} : await readRosterValues(client);
    // First the desk's row: two files at the same moment come one after the other.
    await client.query(
      `INSERT INTO "Desk" ("id", "timezone", "supervisorOnCallId") VALUES ($1, $2, $3)
       ON CONFLICT ("id") DO UPDATE SET "timezone" = EXCLUDED."timezone", "supervisorOnCallId" = EXCLUDED."supervisorOnCallId",
         "rosterVersion" = "Desk"."rosterVersion" + 1`,
      [DESK, roster.timezone, roster.supervisorOnCall ?? null],
    );
    // As with single days: a file that says nothing of it leaves what somebody set in the console.
    const { routing } = roster;
    if (routing !== undefined)
      await saveSettingIn(client, {
        at: { topic: "routing" },
        change: "file",
        keep: () => toRoutingFile(routing, same),
        by: actor?.byName ?? "terminal",
        now: actor?.at ?? 0,
        actor,
      });
    await replaceAgents(client, roster.agents, states);
    await replaceShifts(client, roster.agents);
    await replaceDates(client, roster);
    await replaceSingleDays(client, roster);
    await given.alongside?.(client, await lockedVersion(client));
    if (actor === undefined) return { type: "replaced" };
    const after = await readRosterValues(client);
    await writeAudit(client, { ...actor, act: "roster.changed", thing: "roster", before, after });
    return { type: "replaced" };
  });
}

/** `stale`: it is no longer the roster that was seen; nothing was written. */
export type RosterReplaced = { readonly type: "replaced" } | { readonly type: "stale" };

async function lockedVersion(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `SELECT "rosterVersion" AS version FROM "Desk" WHERE "id" = $1 FOR UPDATE`,
    [DESK],
  );
  return rows[0]?.version ?? 0;
}

export interface RosterGiven {
  readonly states?: readonly AgentState[];
  /** Who replaces it; absent in rehearsals and at a first start. */
  readonly actor?: Actor;
  /** The version that was seen; absent: whatever it is. */
  readonly seen?: number | undefined;
  /** What is written in the same transaction, with the version that was made. */
  readonly alongside?: ((client: PoolClient, version: number) => Promise<void>) | undefined;
}

const DESK = "desk";
/** Stores are kept by their ids. */
const same = (store: string): string => store;
// No row means every store, so an agent who may serve none has the one row that is no shop.
const storesToWrite = (stores: readonly string[]): readonly string[] =>
  stores.length === 0 ? [SHARED_STORE] : [...new Set(stores)];

/** What the roster says of an agent, as it stands in the row. */
const COLUMNS = [
  ["id", "text"],
  ["name", "text"],
  ["employer", "text"],
  ["skills", "text[]"],
  ["levels", "jsonb"],
  ["languages", "text[]"],
  ["capacity", "int"],
  ["timezone", "text"],
  ["employedFrom", "text"],
  ["employedUntil", "text"],
  ["compensationLimitFen", "int"],
  ["traineeStage", "text"],
  ["traineeDailyLimit", "int"],
] as const;

async function replaceAgents(client: PoolClient, agents: readonly RosterAgent[], states: readonly AgentState[]): Promise<void> {
  const statuses = new Map(states.map((state) => [state.agentId, state.status]));
  const rows = agents.map(({ trainee, ...agent }) => ({
    ...agent,
    traineeStage: trainee?.stage,
    traineeDailyLimit: trainee?.stage === "supervised" ? trainee.dailyLimit : undefined,
    status: statuses.get(agent.id) ?? null,
  }));
  await client.query(`UPDATE "Agent" SET "active" = false WHERE "active" AND NOT ("id" = ANY($1::text[]))`, [
    agents.map(({ id }) => id),
  ]);
  await client.query(
    `INSERT INTO "Agent" (${COLUMNS.map(([name]) => `"${name}"`).join(", ")}, "status", "active")
     SELECT ${COLUMNS.map(([name]) => `g."${name}"`).join(", ")}, COALESCE(g."status", 'ready'), true
     FROM jsonb_to_recordset($1::jsonb) AS g(${COLUMNS.map(([name, type]) => `"${name}" ${type}`).join(", ")}, "status" text)
     ON CONFLICT ("id") DO UPDATE SET ${COLUMNS.map(([name]) => `"${name}" = EXCLUDED."${name}"`).join(", ")}, "active" = true`,
    [JSON.stringify(rows)],
  );
  const said = rows.filter((row) => row.status !== null);
  await client.query(
    `UPDATE "Agent" SET "status" = g."status" FROM jsonb_to_recordset($1::jsonb) AS g("id" text, "status" text) WHERE "Agent"."id" = g."id"`,
    [JSON.stringify(said.map(({ id, status: to }) => ({ id, status: to })))],
  );
  await replaceAgentStores(client, agents);
}

async function replaceAgentStores(client: PoolClient, agents: readonly RosterAgent[]): Promise<void> {
  const rows = agents.flatMap(({ id, stores }) =>
    stores === undefined ? [] : storesToWrite(stores).map((storeId) => ({ agentId: id, storeId })),
  );
  await client.query(`DELETE FROM "AgentStore" WHERE "agentId" = ANY($1::text[])`, [agents.map(({ id }) => id)]);
  await client.query(
    `INSERT INTO "AgentStore" ("agentId", "storeId") SELECT g."agentId", g."storeId" FROM jsonb_to_recordset($1::jsonb) AS g("agentId" text, "storeId" text)`,
    [JSON.stringify(rows)],
  );
  const refusals = agents.flatMap(({ id, notStores = [] }) =>
    [...new Set(notStores)].map((storeId) => ({ agentId: id, storeId })),
  );
  await client.query(`DELETE FROM "StoreRefusal" WHERE "agentId" = ANY($1::text[])`, [agents.map(({ id }) => id)]);
  await client.query(
    `INSERT INTO "StoreRefusal" ("agentId", "storeId") SELECT g."agentId", g."storeId" FROM jsonb_to_recordset($1::jsonb) AS g("agentId" text, "storeId" text)`,
    [JSON.stringify(refusals)],
  );
}

async function replaceShifts(client: PoolClient, agents: readonly RosterAgent[]): Promise<void> {
  const rows = agents.flatMap(({ id, shifts }) => shifts.map(({ days, start, end }) => ({ agentId: id, days, start, end })));
  await client.query(`DELETE FROM "Shift"`);
  await client.query(
    `INSERT INTO "Shift" ("id", "agentId", "days", "start", "end")
     SELECT gen_random_uuid()::text, g."agentId", g."days", g."start", g."end"
     FROM jsonb_to_recordset($1::jsonb) AS g("agentId" text, "days" text[], "start" text, "end" text)`,
    [JSON.stringify(rows)],
  );
}

async function replaceDates(client: PoolClient, { holidays, workdays, holidayDuty }: Roster): Promise<void> {
  await client.query(`DELETE FROM "Holiday"`);
  await client.query(`DELETE FROM "Workday"`);
  await client.query(`DELETE FROM "HolidayDuty"`);
  await client.query(`INSERT INTO "Holiday" ("date") SELECT DISTINCT unnest($1::text[])`, [holidays]);
  await client.query(
    `INSERT INTO "Workday" ("date", "as") SELECT DISTINCT g."date", g."as" FROM jsonb_to_recordset($1::jsonb) AS g("date" text, "as" text)`,
    [JSON.stringify(workdays)],
  );
  await client.query(
    `INSERT INTO "HolidayDuty" ("id", "date", "agentId", "start", "end")
     SELECT gen_random_uuid()::text, g."date", g."agentId", g."start", g."end"
     FROM jsonb_to_recordset($1::jsonb) AS g("date" text, "agentId" text, "start" text, "end" text)`,
    [JSON.stringify(holidayDuty)],
  );
}
