import type { PoolClient } from "pg";
import { z } from "zod";
import { agentId, SHARED_STORE, type AgentId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { statusSeen } from "./rules/presence.ts";
import { AGENT_STATUSES, WEEKDAYS, type AgentState, type AgentStatus, type HolidayDuty, type Roster, type RosterAgent } from "./rules/roster.ts"; // prettier-ignore
import { routingFileShape, routingPolicyOf } from "./rules/routing-file.ts";
import type { RoutingPolicy } from "./rules/routing-policy.ts";
import { startOfDay } from "./rules/wall-clock.ts";
import { loadSingleDays } from "./store-days.ts";

/** Who works when, of all active agents. Equal rosters come out equal, in the same order. */
export async function loadRoster({ prisma }: Pick<Database, "prisma">): Promise<Roster> {
  const desk = await prisma.desk.findUnique({ where: { id: DESK } });
  const agents = await prisma.agent.findMany({
    where: { active: true },
    include: { stores: true, refusedBy: true, shifts: true },
    orderBy: { id: "asc" },
  });
  const holidays = await prisma.holiday.findMany({ orderBy: { date: "asc" } });
  const workdays = await prisma.workday.findMany({ orderBy: { date: "asc" } });
  const duties = await prisma.holidayDuty.findMany({
    orderBy: [{ date: "asc" }, { agentId: "asc" }, { start: "asc" }, { end: "asc" }],
  });
  return {
    timezone: desk?.timezone ?? "Asia/Shanghai",
    agents: agents.map(agentOf),
    holidays: holidays.map(({ date }) => date),
    workdays: workdays.map(({ date, as }) => ({ date, as: weekday.parse(as) })),
    holidayDuty: duties.map(({ date, agentId: id, start, end }): HolidayDuty => ({ date, agentId: agentId(id), start, end })),
    ...(desk?.supervisorOnCallId ? { supervisorOnCall: agentId(desk.supervisorOnCallId) } : {}),
    ...(await loadSingleDays({ prisma })),
    ...routingOf(desk?.routing),
  };
}

/**
 * Status, load (offers keep a place too) and last assignment of every active agent, and what supervised trainees were given
 * on the day that `now` falls on for them; `only`: of these agents. `pool` may be a client inside a transaction.
 */
export async function loadAgentStates(
  { pool }: { readonly pool: Pick<PoolClient, "query"> },
  now: Instant,
  only?: readonly AgentId[],
): Promise<readonly AgentState[]> {
  const { rows } = await pool.query<StateRow>(
    `SELECT a."id", a."status", a."lastAssignedAt", a."missedOffers", a."absent", COUNT(e."id")::int AS load,
       CASE WHEN a."traineeStage" = 'supervised' THEN COALESCE(a."timezone", (SELECT "timezone" FROM "Desk" WHERE "id" = 'desk')) END AS "traineeZone"
     FROM "Agent" a LEFT JOIN "Escalation" e ON e."agentId" = a."id" AND e."state" IN ('offered', 'assigned')
     WHERE a."active" AND ($1::text[] IS NULL OR a."id" = ANY($1)) GROUP BY a."id" ORDER BY a."id"`,
    [only ?? null],
  );
  const today = await countAssignedToday(pool, rows, now);
  return rows.map((row) => ({
    agentId: agentId(row.id),
    status: statusSeen(status.parse(row.status), row.absent),
    load: row.load,
    lastAssignedAt: row.lastAssignedAt?.getTime(),
    missedOffers: row.missedOffers,
    isAbsent: row.absent,
    ...(row.traineeZone === null ? {} : { assignedToday: today.get(row.id) ?? 0 }),
  }));
}

interface StateRow {
  readonly id: string;
  readonly status: string;
  readonly load: number;
  readonly lastAssignedAt: Date | null;
  readonly missedOffers: number;
  readonly absent: boolean;
  readonly traineeZone: string | null;
}

/** An offer counts: its place in the day is kept until it is answered. */
async function countAssignedToday(
  pool: Pick<PoolClient, "query">,
  agents: readonly StateRow[],
  now: Instant,
): Promise<ReadonlyMap<string, number>> {
  const trainees = agents.flatMap(({ id, traineeZone: zone }) =>
    zone === null ? [] : [{ id, since: new Date(startOfDay(zone, now)).toISOString() }],
  );
  if (trainees.length === 0) return new Map();
  const { rows } = await pool.query<{ id: string; given: number }>(
    `SELECT g."id", COUNT(*)::int AS given FROM jsonb_to_recordset($1::jsonb) AS g("id" text, "since" timestamptz)
     JOIN "Escalation" e ON e."agentId" = g."id" AND (e."state" = 'offered' OR e."assignedAt" >= g."since") GROUP BY g."id"`,
    [JSON.stringify(trainees)],
  );
  return new Map(rows.map(({ id, given }) => [id, given]));
}

/** What an agent says of themselves, whether or not their console is open. */
export async function readAgentStatus({ pool }: Database, id: string): Promise<AgentStatus | undefined> {
  const { rows } = await pool.query<{ status: string }>(`SELECT "status" FROM "Agent" WHERE "id" = $1 AND "active"`, [id]);
  return rows[0] === undefined ? undefined : status.parse(rows[0].status);
}

/** Sets what an agent does now; false when no active agent has this id. */
export async function setAgentStatus(
  db: Database,
  id: string,
  to: { readonly status: AgentStatus; readonly at: Instant },
): Promise<boolean> {
  const text = `UPDATE "Agent" SET "statusSince" = CASE WHEN "status" = $2 THEN "statusSince" ELSE $3::timestamptz END,
    "status" = $2, "missedOffers" = 0 WHERE "id" = $1 AND "active"`;
  const changed = await db.pool.query(text, [id, to.status, new Date(to.at)]);
  return changed.rowCount === 1;
}

const DESK = "desk";
/** Stores are kept by their ids. */
const same = (store: string): string => store;

function routingOf(column: unknown): { readonly routing?: RoutingPolicy } {
  const file = routingFileShape.parse(column ?? {});
  return Object.keys(file).length === 0 ? {} : { routing: routingPolicyOf(file, same) };
}

const weekday = z.enum(WEEKDAYS);
const status = z.enum(AGENT_STATUSES);
const levels = z.record(z.string(), z.number());

interface AgentRow {
  readonly id: string;
  readonly name: string;
  readonly employer: string;
  readonly skills: readonly string[];
  readonly levels: unknown;
  readonly languages: readonly string[];
  readonly capacity: number;
  readonly timezone: string | null;
  readonly employedFrom: string | null;
  readonly employedUntil: string | null;
  readonly compensationLimitFen: number | null;
  readonly traineeStage: string | null;
  readonly traineeDailyLimit: number | null;
  readonly stores: readonly { readonly storeId: string }[];
  readonly refusedBy: readonly { readonly storeId: string }[];
  readonly shifts: readonly { readonly days: readonly string[]; readonly start: string; readonly end: string }[];
}

function agentOf(row: AgentRow): RosterAgent {
  const shifts = row.shifts.map(({ days, start, end }) => ({ days: days.map((day) => weekday.parse(day)), start, end }));
  return {
    id: agentId(row.id),
    name: row.name,
    employer: row.employer,
    skills: row.skills,
    levels: levels.parse(row.levels),
    languages: row.languages,
    capacity: row.capacity,
    ...(row.timezone === null ? {} : { timezone: row.timezone }),
    ...(row.stores.length === 0 ? {} : { stores: realStores(row.stores) }),
    ...(row.refusedBy.length === 0 ? {} : { notStores: row.refusedBy.map(({ storeId }) => storeId).sort() }),
    ...(row.employedFrom === null ? {} : { employedFrom: row.employedFrom }),
    ...(row.employedUntil === null ? {} : { employedUntil: row.employedUntil }),
    ...(row.compensationLimitFen === null ? {} : { compensationLimitFen: row.compensationLimitFen }),
    ...traineeOf(row),
    shifts: shifts.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

function traineeOf({ traineeStage, traineeDailyLimit }: AgentRow): Pick<RosterAgent, "trainee"> {
  if (traineeStage === null) return {};
  return {
    trainee: traineeStage === "shadow" ? { stage: "shadow" } : { stage: "supervised", dailyLimit: traineeDailyLimit ?? 0 },
  };
}

// An agent who may serve none has the one row that is no shop.
const realStores = (stores: AgentRow["stores"]): readonly string[] =>
  stores.map(({ storeId }) => storeId).filter((store) => store !== SHARED_STORE).sort(); // prettier-ignore
