import { randomUUID } from "node:crypto";
import { writeAudit } from "../audit/store.ts";
import type { Actor } from "../audit/rules/entry.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { WebhookCreated, WebhookKind, WebhookRow } from "./api.ts";
import { isKind } from "./rules/kinds.ts";
import { earlierUntil } from "./rules/secrets.ts";
import { newSecret } from "./store/secrets.ts";

/** So many a desk may have: each costs a try for everything that happens. */
export const MOST_WEBHOOKS = 20;

export interface WebhookWish {
  readonly url: string;
  /** Empty: all. */
  readonly stores: readonly string[];
  readonly kinds: readonly WebhookKind[];
}

/** Makes a webhook with a secret of its own; undefined when there are too many. */
export async function createWebhook(db: Database, wish: WebhookWish, actor: Actor): Promise<WebhookCreated | undefined> {
  const secret = newSecret();
  const id = randomUUID();
  const row = await db.prisma.$transaction(async (tx) => {
    // One after another, so that the limit holds.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('counterbell webhooks'))::text`;
    if ((await tx.webhook.count()) >= MOST_WEBHOOKS) return undefined;
    const { url } = wish;
    const [stores, kinds] = [[...wish.stores], [...wish.kinds]];
    const made = await tx.webhook.create({
      data: { id, url, stores, kinds, secret, createdAt: new Date(actor.at), createdBy: actor.byName },
    });
    await writeAudit(tx, { ...actor, act: "webhook.created", thing: `webhook:${id}`, thingName: url, after: valuesOf(made) });
    return made;
  });
  return row === undefined ? undefined : { row: rowOf(row, { waiting: 0, now: actor.at }), secret };
}

/** Changes one; undefined when there is none of this id. Switched on again, it begins with a clean slate. */
export async function changeWebhook(
  db: Database,
  change: WebhookWish & { readonly id: string; readonly isOn?: boolean | undefined },
  actor: Actor,
): Promise<WebhookRow | undefined> {
  const { id, url, isOn } = change;
  return db.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Webhook" WHERE "id" = ${id} FOR NO KEY UPDATE`;
    const before = await tx.webhook.findUnique({ where: { id } });
    if (before === null) return undefined;
    const on = { offAt: null, offBecause: null, failingSince: null, failures: 0 };
    const off = { offAt: before.offAt ?? new Date(actor.at), offBecause: before.offBecause ?? "person" };
    const state = isOn === true && before.offAt !== null ? on : {};
    const data = { url, stores: [...change.stores], kinds: [...change.kinds], ...(isOn === false ? off : state) };
    const after = await tx.webhook.update({ where: { id }, data });
    const values = { before: valuesOf(before), after: valuesOf(after) };
    await writeAudit(tx, { ...actor, act: "webhook.changed", thing: `webhook:${id}`, thingName: url, ...values });
    const waiting = await tx.webhookDelivery.count({ where: { webhookId: id, state: "waiting" } });
    return rowOf(after, { waiting, now: actor.at });
  });
}

/** Takes one away with what it was to be told; false when there is none of this id. */
export async function removeWebhook(db: Database, id: string, actor: Actor): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    const before = await tx.webhook.findUnique({ where: { id } });
    const { count } = await tx.webhook.deleteMany({ where: { id } });
    if (before === null || count === 0) return false;
    const deed = { act: "webhook.removed", thing: `webhook:${id}`, thingName: before.url, before: valuesOf(before) };
    await writeAudit(tx, { ...actor, ...deed });
    return true;
  });
}

/** All of them as they are now, the oldest first. */
export async function listWebhooks({ prisma }: Database, now: Instant): Promise<readonly WebhookRow[]> {
  const rows = await prisma.webhook.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const counts = await prisma.webhookDelivery.groupBy({ by: ["webhookId"], where: { state: "waiting" }, _count: { _all: true } });
  const waiting = new Map(counts.map(({ webhookId, _count }) => [webhookId, _count._all]));
  return rows.map((row) => rowOf(row, { waiting: waiting.get(row.id) ?? 0, now }));
}

/** Whether there is one of this id. */
export async function hasWebhook({ prisma }: Database, id: string): Promise<boolean> {
  return (await prisma.webhook.count({ where: { id } })) > 0;
}

interface StoredWebhook {
  readonly id: string;
  readonly url: string;
  readonly stores: readonly string[];
  readonly kinds: readonly string[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly offAt: Date | null;
  readonly offBecause: string | null;
  readonly failingSince: Date | null;
  readonly failures: number;
  readonly earlierSecret: string | null;
  readonly earlierUntil: Date | null;
}

/** Nothing secret: this goes into the audit log. */
function valuesOf({ url, stores, kinds, offAt }: StoredWebhook) {
  return { url, stores, kinds, isOn: offAt === null };
}

function rowOf(row: StoredWebhook, { waiting, now }: { readonly waiting: number; readonly now: Instant }): WebhookRow {
  const { id, url, stores, kinds, createdAt, createdBy, offAt, failingSince, failures } = row;
  const until = earlierUntil(row, now);
  return {
    id,
    url,
    stores,
    kinds: kinds.filter(isKind),
    createdAt: createdAt.toISOString(),
    createdBy,
    ...(offAt === null ? {} : { off: { since: offAt.toISOString(), because: becauseOf(row) } }),
    ...(failingSince === null ? {} : { failing: { since: failingSince.toISOString(), failures } }),
    ...(until === undefined ? {} : { earlierSecret: { until: new Date(until).toISOString() } }),
    waiting,
  };
}

function becauseOf({ offBecause }: StoredWebhook): "person" | "failing" | "gone" {
  return offBecause === "failing" || offBecause === "gone" ? offBecause : "person";
}
