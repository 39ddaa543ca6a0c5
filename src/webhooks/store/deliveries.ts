import type { Pool } from "pg";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import type { DeliveryPage, DeliveryRow } from "../api.ts";
import { faultInWords, faultNamed } from "../rules/faults.ts";
import type { Secrets } from "../rules/secrets.ts";
import type { Next, Outcome } from "../rules/tries.ts";

/** A delivery that is to be tried now, with where it goes. */
export interface Due extends Secrets {
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly storeId: string | null;
  readonly payload: string;
  /** This one included. */
  readonly tries: number;
  readonly url: string;
}

/** While one process tries a delivery nobody else does; after a crash it is tried again when this is over. */
const LEASE_MS = 60_000;
/** So many are tried at an address at once. */
const MOST_AT_ONCE = 5;

/** The webhooks that have something to be told now. */
export async function webhooksDue({ pool }: Pick<Database, "pool">, now: Instant): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: "webhooks-due",
    text: `SELECT w."id" FROM "Webhook" w WHERE w."offAt" IS NULL AND EXISTS (
             SELECT 1 FROM "WebhookDelivery" d WHERE d."webhookId" = w."id" AND d."state" = 'waiting' AND d."nextTryAt" <= $1)`,
    values: [new Date(now)],
  });
  return rows.map(({ id }) => id);
}

/** Takes some of what a webhook is to be told now, the oldest first. */
export async function takeDue({ pool }: Pick<Database, "pool">, webhookId: string, now: Instant): Promise<readonly Due[]> {
  const { rows } = await pool.query<Due>({
    name: "webhooks-take",
    text: `WITH due AS (
             SELECT d."id", w."url", w."secret", w."earlierSecret", w."earlierUntil" FROM "WebhookDelivery" d JOIN "Webhook" w ON w."id" = d."webhookId"
             WHERE d."webhookId" = $3 AND d."state" = 'waiting' AND d."nextTryAt" <= $1 AND w."offAt" IS NULL
             ORDER BY d."nextTryAt", d."createdAt", d."id" LIMIT ${MOST_AT_ONCE} FOR UPDATE OF d SKIP LOCKED)
           UPDATE "WebhookDelivery" SET "tries" = "tries" + 1, "nextTryAt" = $2 FROM due WHERE "WebhookDelivery"."id" = due."id"
           RETURNING "WebhookDelivery"."id", "webhookId", "eventId", "storeId", "payload", "tries", due."url",
             due."secret", due."earlierSecret", due."earlierUntil"`,
    values: [new Date(now), new Date(now + LEASE_MS), webhookId],
  });
  return rows;
}

/** Notes what became of a try. */
export async function noteTry(
  client: Pick<Pool, "query">,
  tried: { readonly id: string; readonly outcome: Outcome; readonly next: Next; readonly at: Instant },
): Promise<void> {
  const { id, outcome, next, at } = tried;
  const answered = outcome.type === "answered" ? outcome : undefined;
  await client.query({
    name: "webhooks-tried",
    text: `UPDATE "WebhookDelivery" SET "state" = $2, "nextTryAt" = $3, "triedAt" = $4, "ms" = $5, "status" = $6, "answer" = $7, "fault" = $8 WHERE "id" = $1`,
    values: [
      id,
      next.type === "again" ? "waiting" : next.type,
      next.type === "again" ? new Date(next.at) : null,
      new Date(at),
      outcome.ms,
      answered?.status ?? null,
      answered?.answer ?? null,
      outcome.type === "unanswered" ? outcome.fault : null,
    ],
  });
}

/** A webhook's deliveries, the newest first. */
export async function listDeliveries(
  { prisma }: Pick<Database, "prisma">,
  search: { readonly webhookId: string; readonly state?: string | undefined; readonly limit: number; readonly offset: number },
): Promise<DeliveryPage> {
  const { webhookId, state, limit, offset } = search;
  const where = { webhookId, ...(state === undefined ? {} : { state }) };
  const orderBy = [{ createdAt: "desc" as const }, { id: "desc" as const }];
  const rows = await prisma.webhookDelivery.findMany({ where, orderBy, take: limit, skip: offset });
  return { items: rows.map(rowOf), total: await prisma.webhookDelivery.count({ where }) };
}

/** Lets a delivery wait again, with all its tries; undefined when there is none of this id. The row is locked: nobody tries it meanwhile. */
export async function sendAgain(
  { prisma }: Pick<Database, "prisma">,
  which: { readonly id: string; readonly webhookId: string; readonly now: Instant },
): Promise<DeliveryRow | undefined> {
  const { id, webhookId, now } = which;
  const data = { state: "waiting", tries: 0, nextTryAt: new Date(now) };
  await prisma.webhookDelivery.updateMany({ where: { id, webhookId }, data });
  const row = await prisma.webhookDelivery.findFirst({ where: { id, webhookId } });
  return row === null ? undefined : rowOf(row);
}

/** Puts a test into the outbox. */
export async function makeTest(
  { prisma }: Pick<Database, "prisma">,
  test: { readonly webhookId: string; readonly eventId: string; readonly payload: string; readonly now: Instant },
): Promise<DeliveryRow> {
  const { webhookId, eventId, payload, now } = test;
  const at = new Date(now);
  const id = `${webhookId}>${eventId}`;
  const data = { id, webhookId, eventId, kind: "test", payload, state: "waiting", createdAt: at, nextTryAt: at };
  return rowOf(await prisma.webhookDelivery.create({ data }));
}

/** Deletes what was delivered or given up long ago, and what has waited as long for a webhook that is off. */
export async function dropOldDeliveries({ pool }: Pick<Database, "pool">, now: Instant): Promise<void> {
  await pool.query(`DELETE FROM "WebhookDelivery" WHERE "createdAt" < $1`, [new Date(now - KEPT_DAYS * 86_400_000)]);
}

const KEPT_DAYS = 30;

interface StoredDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly storeId: string | null;
  readonly kind: string;
  readonly payload: string;
  readonly state: string;
  readonly tries: number;
  readonly createdAt: Date;
  readonly nextTryAt: Date | null;
  readonly triedAt: Date | null;
  readonly status: number | null;
  readonly answer: string | null;
  readonly fault: string | null;
  readonly ms: number | null;
}

function rowOf(row: StoredDelivery): DeliveryRow {
  const { id, eventId, storeId, kind, payload, tries, createdAt, nextTryAt, triedAt } = row;
  return {
    id,
    eventId,
    kind,
    ...(storeId === null ? {} : { store: storeId }),
    state: row.state === "delivered" || row.state === "failed" ? row.state : "waiting",
    tries,
    createdAt: createdAt.toISOString(),
    ...(nextTryAt === null ? {} : { nextTryAt: nextTryAt.toISOString() }),
    ...(triedAt === null ? {} : { last: lastOf(row, triedAt) }),
    payload,
  };
}

function lastOf({ ms, status, answer, fault }: StoredDelivery, at: Date): NonNullable<DeliveryRow["last"]> {
  return {
    at: at.toISOString(),
    ms: ms ?? 0,
    ...(status === null ? {} : { status }),
    ...(answer === null ? {} : { answer }),
    ...(fault === null ? {} : { fault: faultInWords(faultNamed(fault)) }),
  };
}
