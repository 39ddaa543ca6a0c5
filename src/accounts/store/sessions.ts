import type { Actor } from "../../audit/rules/entry.ts";
import { writeAudit } from "../../audit/store.ts";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import type { SessionRow } from "../api.ts";
import { tellOthers } from "./people.ts";

/** Where a person is signed in, the latest first; `current` is the session that asks. */
export async function listSessions(
  { prisma }: Database,
  { userId, current, now }: { readonly userId: string; readonly current: string | undefined; readonly now: Instant },
): Promise<readonly SessionRow[]> {
  const rows = await prisma.session.findMany({
    where: { userId, expiresAt: { gt: new Date(now) } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    // The token itself stays in its cookie.
    select: { id: true, createdAt: true, updatedAt: true, ipAddress: true, userAgent: true },
    take: MOST_LISTED,
  });
  return rows.map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
    id,
    since: createdAt.toISOString(),
    lastSeenAt: updatedAt.toISOString(),
    ...(ipAddress === null || ipAddress === "" ? {} : { address: ipAddress }),
    ...(userAgent === null || userAgent === "" ? {} : { browser: userAgent }),
    isThis: id === current,
  }));
}

const MOST_LISTED = 200;

/** Which of a person's sessions end: one, all, or all but one. */
export type EndedSessions = { readonly id: string } | { readonly except: string | undefined };

/** Ends sessions at once, in every process; returns how many. */
export async function endSessions(db: Database, which: EndedSessions, actor: Actor): Promise<number> {
  const userId = actor.by;
  return db.prisma.$transaction(async (tx) => {
    const others = "id" in which || which.except === undefined ? {} : { id: { not: which.except } };
    const { count } = await tx.session.deleteMany({ where: { userId, ...("id" in which ? { id: which.id } : others) } });
    if (count === 0) return 0;
    await tellOthers(tx, userId);
    const thing = { thing: `person:${userId}`, thingName: actor.byName };
    await writeAudit(tx, { ...actor, act: "session.revoked", ...thing, after: { sessions: count } });
    return count;
  });
}
