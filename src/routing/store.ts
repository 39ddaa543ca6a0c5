import type { Escalation } from "../core/decision.ts";
import type { StoreId } from "../core/ids.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { shiftAt } from "../staffing/rules/roster.ts";
import { loadAgentStates, loadRoster } from "../staffing/store.ts";
import { readEscalations } from "../pipeline/gather.ts";
import type { RoutingPolicy } from "../staffing/rules/routing-policy.ts";
import { mayServe } from "./rules/eligibility.ts";
import { holderOf } from "./rules/load.ts";
import type { Pace } from "./rules/wait.ts";

/** What people hold, read only where the policy weighs it; else everything weighs one unit. */
export async function loadHeld({ pool }: Database, policy: RoutingPolicy = {}): Promise<readonly Escalation[]> {
  if (policy.weights === undefined && policy.silence === undefined) return [];
  const open = await readEscalations(pool, policy);
  return open.filter((one) => holderOf(one) !== undefined);
}

/** So many of the latest conversations tell the staff's pace. */
const MEASURED = 50;

/** How fast a store's staff works now: who is on shift and ready, and how long recent conversations took them. */
export async function measurePace(db: Database, store: StoreId, now: Instant): Promise<Omit<Pace, "position">> {
  const roster = await loadRoster(db);
  const states = new Map((await loadAgentStates(db, now)).map((state) => [state.agentId, state]));
  const working = roster.agents.filter(
    (agent) =>
      mayServe(agent, store) &&
      shiftAt(roster, agent, now) !== undefined &&
      (states.get(agent.id)?.status ?? "ready") === "ready",
  );
  const { rows } = await db.pool.query<{ ms: number }>(
    `SELECT (EXTRACT(EPOCH FROM "endedAt" - "assignedAt") * 1000)::float AS ms FROM "Escalation"
     WHERE "storeId" = $1 AND "state" = 'ended' AND "assignedAt" IS NOT NULL ORDER BY "endedAt" DESC LIMIT ${MEASURED}`,
    [store],
  );
  const held = working.reduce((sum, agent) => sum + (states.get(agent.id)?.load ?? 0), 0);
  const heldAtOnce = working.length === 0 ? undefined : held / working.length;
  return { agentsOnShift: working.length, recentHandlingMs: rows.map(({ ms }) => ms), heldAtOnce };
}
