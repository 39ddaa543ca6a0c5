import type { PoolClient } from "pg";
import { hears, payloadOf, type Happening, type Listening } from "../rules/happenings.ts";

/**
 * Puts what happened into the outbox of every webhook that hears of it, in the transaction that decided it: it is sent if and only
 * if it happened. `happened` is only asked when there is a webhook at all.
 */
export async function writeHappened(client: PoolClient, happened: () => readonly Happening[]): Promise<void> {
  // Locked against being deleted: what is written for one that is gone would take the decision with it.
  const { rows: listening } = await client.query<Listening>({
    name: "webhooks-listening",
    text: `SELECT "id", "stores", "kinds" FROM "Webhook" WHERE "offAt" IS NULL FOR KEY SHARE`,
  });
  if (listening.length === 0) return;
  const rows = happened().flatMap((one) =>
    listening.filter((webhook) => hears(webhook, one)).map((webhook) => rowOf(webhook.id, one)),
  );
  if (rows.length === 0) return;
  await client.query({
    name: "webhooks-happened",
    text: `INSERT INTO "WebhookDelivery"("id", "webhookId", "eventId", "storeId", "kind", "payload", "state", "createdAt", "nextTryAt")
           SELECT "id", "webhookId", "eventId", "storeId", "kind", "payload", 'waiting', "at", "at"
           FROM jsonb_to_recordset($1::jsonb) AS g("id" text, "webhookId" text, "eventId" text, "storeId" text, "kind" text, "payload" text, "at" timestamptz)
           ON CONFLICT ("id") DO NOTHING`,
    values: [JSON.stringify(rows)],
  });
}

function rowOf(webhookId: string, happening: Happening) {
  const { eventId, storeId, kind, at } = happening;
  return {
    id: `${webhookId}>${eventId}`,
    webhookId,
    eventId,
    storeId,
    kind,
    payload: payloadOf(happening),
    at: new Date(at).toISOString(),
  };
}
