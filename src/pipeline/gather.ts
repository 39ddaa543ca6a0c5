import type { PoolClient } from "pg";
import type { Conversation, Escalation } from "../core/decision.ts";
import { DESK_LANE, laneId, storeId, type LaneId, type StoreId } from "../core/ids.ts";
import type { Incoming } from "../core/incoming.ts";
import type { RoutingPolicy } from "../staffing/rules/routing-policy.ts";
import { ASKED_IN, UNDELIVERED_IN, withRequests, type AskedIn } from "./requests.ts";
import { fromConversationRow, fromEscalationRow, type ConversationRow, type EscalationRow, type WeighedBy } from "./rows.ts";

/** A lane that is locked for this transaction. */
export interface LockedLane {
  readonly id: LaneId;
  readonly storeId?: StoreId | undefined;
  readonly seq: number;
  /** Of the store's settings and knowledge, and of the shared ones: what was prepared on another one is prepared again. */
  readonly storeVersion: string;
}

export interface Pending {
  readonly incoming: Incoming;
  readonly attempts: number;
  /** Not before this moment, after a failure. */
  readonly nextAttemptAt?: number | undefined;
}

export function isPutOff(pending: Pending | undefined): boolean {
  // Retries are a matter of the machine, not of business: its own clock.
  return pending?.nextAttemptAt !== undefined && pending.nextAttemptAt > Date.now();
}

/**
 * Changes with every write to the rows of the store `s` and of the shared layer: PostgreSQL's own version of a row. Settings
 * are in the row, and each change of knowledge counts there.
 */
export const STORE_VERSION = `COALESCE(s."xmin"::text, '') || '.' || COALESCE((SELECT "xmin"::text FROM "Store" WHERE "id" = 'shared'), '')`;

/** Locks the lanes in the order of their ids (two processes cannot wait for each other) until the transaction ends. */
export async function lockLanes(client: PoolClient, lanes: readonly LaneId[]): Promise<readonly LockedLane[]> {
  const { rows } = await client.query<{ id: string; storeId: string | null; seq: number; version: string }>({
    name: "lock-lanes",
    text: `SELECT l."id", l."storeId", l."seq", ${STORE_VERSION} AS version
           FROM "Lane" l LEFT JOIN "Store" s ON s."id" = l."storeId" WHERE l."id" = ANY($1::text[]) ORDER BY l."id" FOR NO KEY UPDATE OF l`,
    values: [lanes],
  });
  return rows.map((row) => ({
    id: laneId(row.id),
    storeId: row.storeId === null ? undefined : storeId(row.storeId),
    seq: row.seq,
    storeVersion: row.version,
  }));
}

/** How many events of one batch are handled in one transaction at most. */
export const MOST_PENDING = 500;

/** What waits in these lanes, oldest first. A second statement after the lock, so that it sees what was committed meanwhile. */
export async function readPending(client: Pick<PoolClient, "query">, lanes: readonly LaneId[]): Promise<readonly Pending[]> {
  const { rows } = await client.query<{ payload: Incoming; attempts: number; nextAttemptAt: Date | null }>({
    name: "read-pending",
    text: `SELECT "payload", "attempts", "nextAttemptAt" FROM "Incoming"
           WHERE "laneId" = ANY($1::text[]) AND "handledAt" IS NULL AND "parkedAt" IS NULL ORDER BY "n" LIMIT ${MOST_PENDING}`,
    values: [lanes],
  });
  return rows.map((row) => ({ incoming: row.payload, attempts: row.attempts, nextAttemptAt: row.nextAttemptAt?.getTime() }));
}

/** Each lane's newest conversation, the open one if there is one. */
export async function readConversations(
  client: Pick<PoolClient, "query">,
  lanes: readonly LaneId[],
): Promise<ReadonlyMap<LaneId, Conversation>> {
  const { rows } = await client.query<ConversationRow & AskedIn>({
    name: "read-conversations",
    text: `SELECT c.*, ${ASKED_IN} AS "requests", ${UNDELIVERED_IN} AS "undelivered" FROM (
             SELECT DISTINCT ON ("laneId") * FROM "Conversation" WHERE "laneId" = ANY($1::text[])
             ORDER BY "laneId", ("closedAt" IS NULL) DESC, "openedAt" DESC, "epoch" DESC) c`,
    values: [lanes.filter((lane) => lane !== DESK_LANE)],
  });
  return new Map(rows.map((row) => [laneId(row.laneId), withRequests(fromConversationRow(row), row)]));
}

/**
 * Every escalation that has not ended, with what of its conversation it is weighed by. Since when shoppers owe the next word costs a
 * look at each one's last lines: it is asked only where the policy makes something of it.
 */
export async function readEscalations(
  client: Pick<PoolClient, "query">,
  { silence }: Pick<RoutingPolicy, "silence">,
): Promise<readonly Escalation[]> {
  const isSilenceCounted = silence !== undefined && silence.length > 0;
  const { rows } = await client.query<EscalationRow & WeighedBy>({
    name: isSilenceCounted ? "read-escalations-silence" : "read-escalations",
    text: `SELECT e.*, c."phase", ${NAMED_MONEY} AS "namedMoney"${isSilenceCounted ? `, ${SILENT_SINCE} AS "silentSince"` : ""}
           FROM "Escalation" e JOIN "Conversation" c ON c."storeId" = e."storeId" AND c."id" = e."conversationId"
           WHERE e."state" <> 'ended' ORDER BY e."waitingSince", e."id"`,
  });
  return rows.map(fromEscalationRow);
}

const NAMED_MONEY = `jsonb_path_query_first(c."memory", '$.slots[*] ? (@.kind == "money").value') #>> '{}'`;

// Nobody waits for a reply, so the last word was the agent's.
const SILENT_SINCE = `CASE WHEN e."state" = 'assigned' AND c."waitingSince" IS NULL THEN (
  SELECT m."createdAt" FROM "Message" m
  WHERE m."laneId" = e."laneId" AND m."conversationId" = e."conversationId" AND m."author" = 'agent' AND NOT m."internal"
  ORDER BY m."seq" DESC LIMIT 1) END`;
