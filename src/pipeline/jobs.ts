import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";

type Pool = Pick<Database, "pool">;

/** Snapshots that no decision named for so long are not needed. */
const UNNAMED_LASTS_MS = 24 * 3_600_000;
/** Far longer than a decision takes: one made on the snapshot before has been committed by then. */
const SUPERSEDED_FOR_MS = 3_600_000;
/** So many decisions are looked through at once. */
const PAGE = 1_000;
const DAY_MS = 86_400_000;

/**
 * Deletes snapshots on which nothing was decided: settings that were changed again before anybody wrote, rosters that were
 * replaced. The newest of each store, and the newest roster, stay: processes hold them in memory and may name them any time.
 */
export async function dropUnnamedSnapshots(db: Pool, now: Instant): Promise<number> {
  await noteNamedSnapshots(db, now);
  const values = [new Date(now - UNNAMED_LASTS_MS), new Date(now - SUPERSEDED_FOR_MS)];
  return (await db.pool.query(UNNAMED, values)).rowCount ?? 0;
}

// Settings name their store, rosters none.
const IS_SUPERSEDED = `EXISTS (
    SELECT 1 FROM "Snapshot" n WHERE n."createdAt" > s."createdAt" AND n."createdAt" < $2
      AND n."content"->>'storeId' IS NOT DISTINCT FROM s."content"->>'storeId')`;
const UNNAMED = `DELETE FROM "Snapshot" s WHERE s."namedUntil" IS NULL AND s."createdAt" < $1 AND ${IS_SUPERSEDED}`;

/**
 * Notes at each snapshot until when decisions named it, looking only through those that came since the last time. Each page is
 * kept at once, so that a night that is cut short is gone on with. Returns how many decisions were looked through.
 */
export async function noteNamedSnapshots({ pool }: Pool, now: Instant, page = PAGE): Promise<number> {
  // What was noted of a time that is still to come, by a clock that was wrong, says nothing of what came meanwhile.
  const noted = `SELECT max("namedUntil") AS until FROM "Snapshot" WHERE "namedUntil" <= $1`;
  const { rows } = await pool.query<{ until: Date | null }>(noted, [new Date(now)]);
  // A decision is dated before it is committed.
  let after: Place = { at: new Date((rows[0]?.until?.getTime() ?? 0) - SUPERSEDED_FOR_MS), incomingId: "" };
  let read = 0;
  for (;;) {
    const found = await pool.query<Place & { count: number }>(NAMED, [after.at, after.incomingId, page]);
    const [last] = found.rows;
    read += last?.count ?? 0;
    if (last === undefined || last.count < page) return read;
    after = last;
  }
}

/** Decisions are walked through in the order of their times. */
interface Place {
  readonly at: Date;
  readonly incomingId: string;
}

const NAMED = `
  WITH page AS (
    SELECT "at", "incomingId", COALESCE("facts"->>'policy', "facts"->>'roster') AS named FROM "Decision"
    WHERE "at" >= $1 AND ("at", "incomingId") > ($1, $2::text) ORDER BY "at", "incomingId" LIMIT $3::int),
  noted AS (
    UPDATE "Snapshot" s SET "namedUntil" = GREATEST(s."namedUntil", p."at")
    FROM (SELECT named, max("at") AS at FROM page GROUP BY named) p WHERE s."id" = p.named)
  SELECT "at", "incomingId", count(*) OVER ()::int AS count FROM page ORDER BY "at" DESC, "incomingId" DESC LIMIT 1`;

/** What a night took away of routing's past. */
export interface Forgotten {
  readonly decisions: number;
  readonly rosters: number;
}

/**
 * Deletes routing's decisions, with the events they were made about, once they are older than so many days and every conversation that
 * they speak of has been closed for as long: until then its story and `replay` need them. Rosters that only they named go with them.
 */
export async function dropOldRouting(
  { pool }: Pool,
  now: Instant,
  { keptDays, page = PAGE }: { readonly keptDays: number; readonly page?: number },
): Promise<Forgotten> {
  const until = new Date(now - keptDays * DAY_MS);
  let after: Place = { at: new Date(0), incomingId: "" };
  let decisions = 0;
  for (;;) {
    const { rows } = await pool.query<Place & { count: number; gone: number }>(OLD_ROUTING, [
      until,
      after.at,
      after.incomingId,
      page,
    ]);
    const [last] = rows;
    decisions += last?.gone ?? 0;
    if (last === undefined || last.count < page) break;
    after = last;
  }
  const rosters = await pool.query(OLD_ROSTERS, [until, new Date(now - SUPERSEDED_FOR_MS)]);
  return { decisions, rosters: rosters.rowCount ?? 0 };
}

// A decision speaks of the conversation its event is about, of those it told something, and of those whose escalation it wrote.
const OLD_ROUTING = `
  WITH page AS (
    SELECT d."at", d."incomingId", d."effects", i."payload" FROM "Decision" d JOIN "Incoming" i ON i."id" = d."incomingId"
    WHERE d."laneId" = 'desk' AND d."at" < $1 AND (d."at", d."incomingId") > ($2, $3::text) ORDER BY d."at", d."incomingId" LIMIT $4::int),
  spoken AS (
    SELECT "incomingId", "payload"->>'conversationId' AS id FROM page
    UNION SELECT "incomingId", e->'incoming'->>'conversationId' FROM page, jsonb_array_elements("effects") e
    UNION SELECT "incomingId", e->'escalation'->>'conversationId' FROM page, jsonb_array_elements("effects") e),
  gone AS (
    SELECT "incomingId" FROM page EXCEPT SELECT s."incomingId" FROM spoken s JOIN "Conversation" c ON c."id" = s.id
    WHERE c."closedAt" IS NULL OR c."closedAt" >= $1),
  decisions AS (DELETE FROM "Decision" WHERE "incomingId" IN (SELECT "incomingId" FROM gone)),
  events AS (DELETE FROM "Incoming" WHERE "id" IN (SELECT "incomingId" FROM gone))
  SELECT "at", "incomingId", count(*) OVER ()::int AS count, (SELECT count(*) FROM gone)::int AS gone
  FROM page ORDER BY "at" DESC, "incomingId" DESC LIMIT 1`;

const OLD_ROSTERS = `
  DELETE FROM "Snapshot" s WHERE s."namedUntil" < $1 AND s."content"->>'storeId' IS NULL AND ${IS_SUPERSEDED}
    AND NOT EXISTS (SELECT 1 FROM "Decision" d WHERE d."laneId" = 'desk' AND d."at" <= s."namedUntil" AND d."facts"->>'roster' = s."id")`;
