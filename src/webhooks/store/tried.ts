import type { PoolClient } from "pg";
import { writeAudit } from "../../audit/store.ts";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import { afterTry, isSuccess, whyOff, type Next, type Outcome } from "../rules/tries.ts";
import { noteTry, type Due } from "./deliveries.ts";

/** Notes a try at its delivery and at its webhook, which is switched off, with an alert, when there is no hope left for it. */
export async function settleTry(
  { transaction }: Pick<Database, "transaction">,
  due: Due,
  { outcome, at }: { readonly outcome: Outcome; readonly at: Instant },
): Promise<Next> {
  const next = afterTry(outcome, due.tries, at);
  await transaction(async (client) => {
    // The webhook before its delivery, as they go when it is removed: nobody waits for somebody who waits.
    await client.query(`SELECT 1 FROM "Webhook" WHERE "id" = $1 FOR NO KEY UPDATE`, [due.webhookId]);
    await noteTry(client, { id: due.id, outcome, next, at });
    if (isSuccess(outcome)) await noteSuccess(client, due.webhookId);
    else await noteFailure(client, due, { outcome, at });
  });
  return next;
}

async function noteSuccess(client: PoolClient, webhookId: string): Promise<void> {
  await client.query(`UPDATE "Webhook" SET "failingSince" = NULL, "failures" = 0 WHERE "id" = $1 AND "failures" > 0`, [
    webhookId,
  ]);
}

interface Failed {
  readonly url: string;
  readonly stores: readonly string[];
  readonly failingSince: Date;
  readonly failures: number;
}

async function noteFailure(
  client: PoolClient,
  due: Due,
  { outcome, at }: { readonly outcome: Outcome; readonly at: Instant },
): Promise<void> {
  const { rows } = await client.query<Failed>(
    `UPDATE "Webhook" SET "failures" = "failures" + 1, "failingSince" = COALESCE("failingSince", $2)
     WHERE "id" = $1 AND "offAt" IS NULL RETURNING "url", "stores", "failingSince", "failures"`,
    [due.webhookId, new Date(at)],
  );
  const [failed] = rows;
  if (failed === undefined) return;
  const because = whyOff(outcome, { failingSince: failed.failingSince.getTime(), failures: failed.failures }, at);
  if (because !== undefined) await switchOff(client, due, { ...failed, because, at });
}

async function switchOff(
  client: PoolClient,
  { webhookId, storeId }: Due,
  { url, stores, failures, because, at }: Failed & { readonly because: "gone" | "failing"; readonly at: Instant },
): Promise<void> {
  await client.query(`UPDATE "Webhook" SET "offAt" = $2, "offBecause" = $3 WHERE "id" = $1`, [webhookId, new Date(at), because]);
  const deed = { act: "webhook.off", thing: `webhook:${webhookId}`, thingName: url, after: { because, failures } };
  await writeAudit(client, { at, by: "desk", byName: "Counterbell", from: "desk", ...deed });
  // An alert is of a store: of the one whose matter could not be told, for a test of the first one it is for.
  const store = storeId ?? stores[0];
  if (store === undefined) return;
  const values = { host: new URL(url).host, failures };
  await client.query(
    `INSERT INTO "Alert"("id", "storeId", "code", "values", "at") VALUES ($1, $2, $3, $4, $5) ON CONFLICT ("id") DO NOTHING`,
    [`webhook-off>${webhookId}>${at}`, store, `alert-webhook-${because}`, JSON.stringify(values), new Date(at)],
  );
}
