import type { PoolClient } from "pg";
import { z } from "zod";
import { agentId } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import { LEAVE_KINDS, type Roster } from "./rules/roster.ts";

/** What the roster says of single days of active agents; a list without entries is left out. */
export async function loadSingleDays({ prisma }: Pick<Database, "prisma">): Promise<Pick<Roster, "dayPlans" | "leave">> {
  const plans = await prisma.dayPlan.findMany({
    where: { agent: { active: true } },
    orderBy: [{ date: "asc" }, { agentId: "asc" }],
  });
  const leave = await prisma.leave.findMany({
    where: { state: "granted", agent: { active: true } },
    orderBy: [{ from: "asc" }, { agentId: "asc" }, { until: "asc" }, { kind: "asc" }],
  });
  return {
    ...(plans.length > 0 && {
      dayPlans: plans.map((plan) => ({ date: plan.date, agentId: agentId(plan.agentId), hours: hoursShape.parse(plan.hours) })),
    }),
    ...(leave.length > 0 && {
      leave: leave.map(({ agentId: id, from, until, kind }) => ({
        agentId: agentId(id),
        from,
        until,
        kind: leaveKind.parse(kind),
      })),
    }),
  };
}

/** Puts the roster's single days and leave in place of those before; a list that is absent changes nothing. */
export async function replaceSingleDays(client: PoolClient, { dayPlans, leave }: Roster): Promise<void> {
  if (dayPlans !== undefined) {
    await client.query(`DELETE FROM "DayPlan"`);
    await client.query(
      `INSERT INTO "DayPlan" ("agentId", "date", "hours", "changedAt", "changedBy")
       SELECT g."agentId", g."date", g."hours", CURRENT_TIMESTAMP, ''
       FROM jsonb_to_recordset($1::jsonb) AS g("agentId" text, "date" text, "hours" jsonb)`,
      [JSON.stringify(dayPlans)],
    );
  }
  if (leave !== undefined) await replaceLeave(client, leave);
}

// What is already granted stays, with its note and who granted it.
async function replaceLeave(client: PoolClient, leave: NonNullable<Roster["leave"]>): Promise<void> {
  const list = `jsonb_to_recordset($1::jsonb) AS g("agentId" text, "from" text, "until" text, "kind" text)`;
  const same = `l."agentId" = g."agentId" AND l."from" = g."from" AND l."until" = g."until" AND l."kind" = g."kind"`;
  const values = [JSON.stringify(leave)];
  await client.query(
    `DELETE FROM "Leave" l WHERE l."state" = 'granted' AND NOT EXISTS (SELECT 1 FROM ${list} WHERE ${same})`,
    values,
  );
  await client.query(
    `INSERT INTO "Leave" ("id", "agentId", "from", "until", "kind", "state", "askedAt", "askedBy")
     SELECT gen_random_uuid()::text, g."agentId", g."from", g."until", g."kind", 'granted', CURRENT_TIMESTAMP, ''
     FROM (SELECT DISTINCT * FROM ${list}) g
     WHERE NOT EXISTS (SELECT 1 FROM "Leave" l WHERE l."state" = 'granted' AND ${same})`,
    values,
  );
}

const leaveKind = z.enum(LEAVE_KINDS);
const hoursShape = z.array(z.object({ start: z.string(), end: z.string() }));
