import type { PoolClient } from "pg";
import { z } from "zod";

/** The roster as values by name, one for each agent, as it stands in this transaction: for what is told of a change of it. */
export async function readRosterValues(client: Pick<PoolClient, "query">): Promise<Readonly<Record<string, unknown>>> {
  const agents = await client.query(AGENTS);
  const desk = await client.query(DESK);
  const people = z.array(z.object({ id: z.string(), said: z.unknown() })).parse(agents.rows);
  const { said } = z.object({ said: z.record(z.string(), z.unknown()) }).parse(desk.rows[0]);
  return { ...said, ...Object.fromEntries(people.map((one) => [`agent:${one.id}`, one.said])) };
}

// Neither how somebody stands just now, nor why they are on leave.
const AGENTS = `
  SELECT a."id", jsonb_strip_nulls(jsonb_build_object(
    'name', a."name", 'employer', a."employer", 'skills', a."skills", 'levels', a."levels", 'languages', a."languages",
    'capacity', a."capacity", 'timezone', a."timezone", 'employedFrom', a."employedFrom", 'employedUntil', a."employedUntil",
    'compensationLimitFen', a."compensationLimitFen", 'traineeStage', a."traineeStage", 'traineeDailyLimit', a."traineeDailyLimit",
    'stores', (SELECT jsonb_agg(s."storeId" ORDER BY s."storeId") FROM "AgentStore" s WHERE s."agentId" = a."id"),
    'notStores', (SELECT jsonb_agg(r."storeId" ORDER BY r."storeId") FROM "StoreRefusal" r WHERE r."agentId" = a."id"),
    'shifts', (SELECT jsonb_agg(array_to_string(h."days", ' ') || ' ' || h."start" || '–' || h."end"
               ORDER BY h."days", h."start", h."end") FROM "Shift" h WHERE h."agentId" = a."id"))) AS said
  FROM "Agent" a WHERE a."active" ORDER BY a."id"`;

const DESK = `
  SELECT jsonb_build_object(
    'timezone', (SELECT "timezone" FROM "Desk" WHERE "id" = 'desk'),
    'supervisorOnCall', (SELECT "supervisorOnCallId" FROM "Desk" WHERE "id" = 'desk'),
    'routing', (SELECT "routing" FROM "Desk" WHERE "id" = 'desk'),
    'holidays', (SELECT jsonb_agg("date" ORDER BY "date") FROM "Holiday"),
    'workdays', (SELECT jsonb_agg("date" || ' ' || "as" ORDER BY "date") FROM "Workday"),
    'holidayDuty', (SELECT jsonb_agg("date" || ' ' || "agentId" || ' ' || "start" || '–' || "end" ORDER BY "date", "agentId", "start") FROM "HolidayDuty"),
    'plannedDays', (SELECT count(*) FROM "DayPlan"),
    'leave', (SELECT jsonb_agg("agentId" || ' ' || "from" || '–' || "until" ORDER BY "from", "agentId") FROM "Leave" WHERE "state" = 'granted')
  ) AS said`;
