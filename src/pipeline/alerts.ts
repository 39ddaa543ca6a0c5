import type { PoolClient } from "pg";
import type { AgentChanges, Conversation, Effect } from "../core/decision.ts";
import type { AgentId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import { iso } from "./rows.ts";

/** Writes what people of the desk are to know. The same cause alerts once, however often it is decided. */
export async function writeAlerts(client: PoolClient, effects: readonly Effect[], now: Instant): Promise<void> {
  const alerts = effects.flatMap((effect) => (effect.type === "alert" ? [effect.alert] : []));
  if (alerts.length === 0) return;
  const rows = alerts.map(({ id, storeId, conversationId, to, reason }) => ({
    id,
    storeId,
    conversationId: conversationId ?? null,
    agentId: to.type === "agent" ? to.agentId : null,
    code: reason.code,
    values: reason.values,
    at: iso(now),
  }));
  await client.query({
    name: "write-alerts",
    text: `INSERT INTO "Alert" SELECT * FROM jsonb_populate_recordset(NULL::"Alert", $1::jsonb) ON CONFLICT ("id") DO NOTHING`,
    values: [JSON.stringify(rows)],
  });
}

/** What reminds somebody to answer is over once it is answered, or somebody else's to answer; a breach stays until it was seen. */
const REMINDERS = ["alert-clock-slow", "alert-clock-warned"];

/** Takes back the reminders of conversations in which nobody waits any more, or which another agent has. */
export async function settleReminders(
  client: Pick<PoolClient, "query">,
  conversations: readonly Conversation[],
  now: Instant,
): Promise<void> {
  if (conversations.length === 0) return;
  const rows = conversations.map(({ id, storeId, agent, waitingSince }) => ({
    id,
    storeId,
    agentId: agent?.id ?? null,
    waits: waitingSince !== undefined,
  }));
  await client.query({
    name: "settle-reminders",
    text: `UPDATE "Alert" SET "seenAt" = $2::timestamptz
           FROM jsonb_to_recordset($1::jsonb) AS g("id" text, "storeId" text, "agentId" text, "waits" boolean)
           WHERE "Alert"."storeId" = g."storeId" AND "Alert"."seenAt" IS NULL AND "Alert"."conversationId" = g."id"
             AND "Alert"."code" = ANY($3::text[]) AND (NOT g."waits" OR "Alert"."agentId" <> COALESCE(g."agentId", ''))`,
    values: [JSON.stringify(rows), iso(now), REMINDERS],
  });
}

/** Whether what was decided may end a shopper's wait, or give it to somebody else. */
export function mayEndWait(effect: Effect): boolean {
  if (effect.type !== "change-conversation") return false;
  const { changes } = effect;
  return "agent" in changes || ("waitingSince" in changes && changes.waitingSince === undefined);
}

/**
 * Writes how agents stand now by what they did or left undone. They say themselves how they stand at any moment, past the desk's lane:
 * a status is only written over the one it was decided on.
 */
export async function writeAgents(client: Pick<PoolClient, "query">, effects: readonly Effect[], now: Instant): Promise<void> {
  const changes = new Map<AgentId, AgentChanges>();
  for (const effect of effects) {
    if (effect.type !== "change-agent") continue;
    const earlier = changes.get(effect.agentId);
    // Of several in one transaction the first was decided on what is stored.
    const was = earlier?.was ?? effect.changes.was;
    changes.set(effect.agentId, { ...earlier, ...effect.changes, ...(was === undefined ? {} : { was }) });
  }
  if (changes.size === 0) return;
  const rows = [...changes].map(([id, { status, was, missedOffers }]) => ({
    id,
    status: status ?? null,
    was: was ?? null,
    missedOffers: missedOffers ?? null,
  }));
  await client.query({
    name: "write-agents",
    text: `UPDATE "Agent" SET "statusSince" = CASE WHEN g."status" <> "Agent"."status" AND g."was" = "Agent"."status" THEN $2::timestamptz ELSE "Agent"."statusSince" END,
             "status" = CASE WHEN g."was" = "Agent"."status" THEN COALESCE(g."status", "Agent"."status") ELSE "Agent"."status" END,
             "missedOffers" = COALESCE(g."missedOffers", "Agent"."missedOffers")
           FROM jsonb_to_recordset($1::jsonb) AS g("id" text, "status" text, "was" text, "missedOffers" int) WHERE "Agent"."id" = g."id"`,
    values: [JSON.stringify(rows), iso(now)],
  });
}
