import type { Principal } from "../accounts/rules.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Prisma } from "../infra/generated/client.ts";

/** More than that nobody reads at once. */
const MOST_SHOWN = 50;
/** Alerts are kept for so many days, for who asks later. */
const KEPT_DAYS = 90;

const withStore = { store: { select: { id: true, name: true } } } as const;

export type StoredAlert = Prisma.AlertGetPayload<{ include: typeof withStore }>;

/** What this person has not seen yet: the newest, and how many there are. */
export async function listAlerts(
  db: Database,
  principal: Principal,
): Promise<{ readonly alerts: readonly StoredAlert[]; readonly count: number }> {
  const where = unseenBy(principal);
  if (where === undefined) return { alerts: [], count: 0 };
  const client = db.scoped(principal.stores);
  const orderBy = [{ at: "desc" }, { id: "asc" }] as const;
  const alerts = await client.alert.findMany({ where, include: withStore, orderBy: [...orderBy], take: MOST_SHOWN });
  return { alerts, count: alerts.length < MOST_SHOWN ? alerts.length : await client.alert.count({ where }) };
}

/** Marks one of this person's alerts as seen; false when there is none of this id for them. Twice is once. */
export async function markSeen(
  db: Database,
  principal: Principal,
  seen: { readonly id: string; readonly at: Instant },
): Promise<boolean> {
  const where = forPerson(principal);
  if (where === undefined) return false;
  const client = db.scoped(principal.stores);
  const found = await client.alert.findFirst({ where: { id: seen.id, ...where }, select: { id: true } });
  if (found === null) return false;
  const data = { seenAt: new Date(seen.at), seenBy: principal.name };
  await client.alert.updateMany({ where: { id: seen.id, seenAt: null }, data });
  return true;
}

/** Deletes alerts of long ago, seen or not. */
export async function dropOldAlerts({ pool }: Pick<Database, "pool">, now: Instant): Promise<void> {
  await pool.query(`DELETE FROM "Alert" WHERE "at" < $1`, [new Date(now - KEPT_DAYS * 86_400_000)]);
}

function unseenBy(principal: Principal): Prisma.AlertWhereInput | undefined {
  const where = forPerson(principal);
  return where === undefined ? undefined : { seenAt: null, ...where };
}

/** An agent's are for that agent; those without one are for supervisors. */
function forPerson({ role, agent }: Principal): Prisma.AlertWhereInput | undefined {
  const own = agent === undefined ? [] : [{ agentId: agent.id }];
  const all = role === "supervisor" || role === "admin" ? [...own, { agentId: null }] : own;
  return all.length === 0 ? undefined : { OR: all };
}
