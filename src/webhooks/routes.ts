import { randomUUID } from "node:crypto";
import { z } from "zod";
import { actorOf } from "../audit/actor.ts";
import { SHARED_STORE } from "../core/ids.ts";
import { problem, wrongField, type HttpProblem } from "../core/problem.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Reply, Route } from "../infra/http.ts";
import { checked, notFound, typedText } from "../infra/problem.ts";
import { faultInUrl, type AddressPolicy } from "./address.ts";
import type { DeliveryPage, DeliveryRow, SecretRequest, WebhookCreated, WebhookList, WebhookRow } from "./api.ts";
import { payloadOf } from "./rules/happenings.ts";
import { WEBHOOK_KINDS } from "./rules/kinds.ts";
import { LONGEST_OVERLAP_HOURS, USUAL_OVERLAP_HOURS } from "./rules/secrets.ts";
import {
  changeWebhook,
  createWebhook,
  hasWebhook,
  listWebhooks,
  MOST_WEBHOOKS,
  removeWebhook,
  type WebhookWish,
} from "./store.ts";
import { listDeliveries, makeTest, sendAgain } from "./store/deliveries.ts";
import { endEarlierSecret, rotateSecret } from "./store/secrets.ts";

export interface WebhookParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly policy: AddressPolicy;
  /** Something waits to be sent now. */
  readonly wake: () => Promise<void>;
}

const BASE = "/api/console/webhooks";
const PAGE_SIZE = 50;
const HOUR_MS = 3_600_000;

/** Webhooks over HTTP, as api.ts describes them. What leaves the desk is decided by people, never by a token. */
export function webhookRoutes(parts: WebhookParts): readonly Route[] {
  const common = { roles: ["admin"], isForPeople: true } as const;
  const one = `${BASE}/:webhookId`;
  const deliveries = `${one}/deliveries`;
  return [
    { ...common, method: "get", path: BASE, run: () => list(parts) },
    { ...common, method: "post", path: BASE, audit: "own", run: (call) => make(parts, call) },
    { ...common, method: "put", path: one, audit: "own", run: (call) => change(parts, call) },
    { ...common, method: "delete", path: one, audit: "own", run: (call) => remove(parts, call) },
    { ...common, method: "post", path: `${one}/secret`, audit: "own", run: (call) => rotate(parts, call) },
    { ...common, method: "delete", path: `${one}/earlier-secret`, audit: "own", run: (call) => endEarlier(parts, call) },
    { ...common, method: "post", path: `${one}/test`, audit: "none", run: (call) => test(parts, call) },
    { ...common, method: "get", path: deliveries, run: (call) => readDeliveries(parts, call) },
    { ...common, method: "post", path: `${deliveries}/:deliveryId/again`, audit: "none", run: (call) => again(parts, call) },
  ];
}

async function list({ db, clock }: WebhookParts): Promise<WebhookList> {
  return { items: await listWebhooks(db, clock.now()), kinds: WEBHOOK_KINDS };
}

async function make(parts: WebhookParts, call: Call): Promise<Reply> {
  const wish = await usable(parts, checked(NEW_WEBHOOK, call.body));
  const made = await createWebhook(parts.db, wish, actorOf(call, parts.clock.now()));
  if (made === undefined) {
    const remedy = "remove one that is not used any more";
    throw problem(409, { title: "Too many", detail: `There are ${MOST_WEBHOOKS} webhooks; ${remedy}.`, remedy });
  }
  return { reply: { status: 201, body: made } };
}

async function change(parts: WebhookParts, call: Call): Promise<WebhookRow> {
  const id = await knownId(parts, call);
  const { isOn, ...wish } = checked(WEBHOOK_CHANGE, call.body);
  const changed = await changeWebhook(parts.db, { ...(await usable(parts, wish)), id, isOn }, actorOf(call, parts.clock.now()));
  if (changed === undefined) throw notFound("webhook");
  await parts.wake();
  return changed;
}

async function remove({ db, clock }: WebhookParts, call: Call): Promise<undefined> {
  if (!(await removeWebhook(db, call.params.webhookId ?? "", actorOf(call, clock.now())))) throw notFound("webhook");
  return undefined;
}

async function rotate(parts: WebhookParts, call: Call): Promise<Reply> {
  const id = await knownId(parts, call);
  const { overlapHours = USUAL_OVERLAP_HOURS }: SecretRequest = checked(SECRET_REQUEST, call.body);
  const actor = actorOf(call, parts.clock.now());
  const rotated = await rotateSecret(parts.db, { id, until: actor.at + overlapHours * HOUR_MS }, actor);
  if (rotated.type === "unknown") throw notFound("webhook");
  if (rotated.type === "still-signing") throw stillSigning(rotated.until);
  const made: WebhookCreated = { row: await rowOfId(parts, id), secret: rotated.secret };
  return { reply: { status: 201, body: made } };
}

async function endEarlier(parts: WebhookParts, call: Call): Promise<WebhookRow> {
  const id = call.params.webhookId ?? "";
  if (!(await endEarlierSecret(parts.db, id, actorOf(call, parts.clock.now())))) throw notFound("webhook");
  return rowOfId(parts, id);
}

function stillSigning(until: number): HttpProblem {
  const at = new Date(until).toISOString();
  const reason = {
    zh: "上一把旧密钥还在用。先确认对方都换好了，结束旧密钥，再换下一把",
    en: `the secret before still signs until ${at}; see that every receiver knows the present one, end it, then rotate`,
  };
  const told = { remedy: reason.en, more: { reason } };
  return problem(409, { title: "An earlier secret still signs", detail: `Nothing was changed: ${reason.en}.`, ...told });
}

async function rowOfId({ db, clock }: WebhookParts, id: string): Promise<WebhookRow> {
  const row = (await listWebhooks(db, clock.now())).find((one) => one.id === id);
  // Removed by somebody in this moment.
  if (row === undefined) throw notFound("webhook");
  return row;
}

async function test(parts: WebhookParts, call: Call): Promise<Reply> {
  const webhookId = await knownId(parts, call);
  const now = parts.clock.now();
  const payload = payloadOf({ kind: "test", at: now, data: { by: call.principal.name } });
  const row = await makeTest(parts.db, { webhookId, eventId: `evt_test_${randomUUID()}`, payload, now });
  await parts.wake();
  return { reply: { status: 202, body: row } };
}

async function readDeliveries(parts: WebhookParts, call: Call): Promise<DeliveryPage> {
  const webhookId = await knownId(parts, call);
  const { state, page } = checked(DELIVERIES_QUERY, call.query);
  const search = { webhookId, state: state === "" ? undefined : state, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  return listDeliveries(parts.db, search);
}

async function again(parts: WebhookParts, call: Call): Promise<DeliveryRow> {
  const { webhookId = "", deliveryId = "" } = call.params;
  const row = await sendAgain(parts.db, { id: deliveryId, webhookId, now: parts.clock.now() });
  if (row === undefined) throw notFound("delivery");
  await parts.wake();
  return row;
}

async function knownId({ db }: WebhookParts, { params }: Call): Promise<string> {
  const id = params.webhookId ?? "";
  if (!(await hasWebhook(db, id))) throw notFound("webhook");
  return id;
}

/** What the words of a request cannot say: whether the address may be sent to, and whether there are such stores. */
async function usable({ db, policy }: WebhookParts, wish: z.output<typeof NEW_WEBHOOK>): Promise<WebhookWish> {
  const fault = faultInUrl(wish.url, policy);
  if (fault !== undefined) throw wrongField(400, "url", fault);
  const stores = [...new Set(wish.stores)];
  const known = await db.prisma.store.count({ where: { id: { in: stores, not: SHARED_STORE } } });
  if (known < stores.length) throw wrongField(400, "stores", "ids of stores that there are");
  return { url: wish.url, stores, kinds: [...new Set(wish.kinds)] };
}

const shape = {
  url: z.string("an address").max(500, "at most 500 characters"),
  stores: z.array(typedText(100), "a list of store ids").max(500, "at most 500 stores"),
  kinds: z
    .array(z.enum(WEBHOOK_KINDS, `one of ${WEBHOOK_KINDS.join(", ")}`), "a list of what it is told of")
    .min(1, "at least one thing to be told of"),
};
export const NEW_WEBHOOK = z.strictObject(shape, "an object with url, stores and kinds");
export const WEBHOOK_CHANGE = z.strictObject(
  { ...shape, isOn: z.boolean("true or false").optional() },
  "an object with url, stores, kinds and perhaps isOn",
);
const overlap = `0 to ${LONGEST_OVERLAP_HOURS} whole hours`;
export const SECRET_REQUEST = z.strictObject(
  { overlapHours: z.int(overlap).min(0, overlap).max(LONGEST_OVERLAP_HOURS, overlap).exactOptional() },
  "an object with overlapHours, or an empty one",
);
export const DELIVERIES_QUERY = z.object({
  state: z.enum(["", "waiting", "delivered", "failed"], "one of waiting, delivered, failed").default(""),
  page: z.coerce.number("a page from 1").int("a page from 1").min(1, "a page from 1").max(1_000, "at most page 1000").default(1),
});
