import { z } from "zod";
import type { Principal } from "../accounts/rules.ts";
import { findConversations, lastWords, type StoredConversation } from "../desk/store.ts";
import { namedIn, rowOf, shownReason, topicIn } from "../desk/views.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Route } from "../infra/http.ts";
import { checked, notFound } from "../infra/problem.ts";
import type { AlertList, AlertMatter, AlertRow } from "./api.ts";
import { listAlerts, markSeen, type StoredAlert } from "./store.ts";

export interface AlertParts {
  readonly db: Database;
  readonly clock: Clock;
  /** Tells open consoles how many alerts there are now. */
  readonly onSeen: () => Promise<void>;
}

const PATH = "/api/console/alerts";
const ROLES = ["agent", "supervisor", "admin"] as const;

/** What people of the desk are to know, until they say they have seen it. */
export function alertRoutes(parts: AlertParts): readonly Route[] {
  return [
    { method: "get", path: PATH, roles: ROLES, run: ({ principal }) => read(parts, principal) },
    { method: "post", path: `${PATH}/:id/seen`, roles: ROLES, audit: "none", run: (call) => see(parts, call) },
  ];
}

async function read({ db }: AlertParts, principal: Principal): Promise<AlertList> {
  const { alerts, count } = await listAlerts(db, principal);
  const client = db.scoped(principal.stores);
  const ids = alerts.flatMap(({ conversationId }) => (conversationId === null ? [] : [conversationId]));
  const conversations = await findConversations(client, ids);
  const words = await lastWords(client, ids);
  const matters = new Map(conversations.map((one) => [one.id, matterOf(one, words)]));
  return { items: alerts.map((alert) => asRow(alert, principal, matters.get(alert.conversationId ?? ""))), count };
}

function matterOf(conversation: StoredConversation, words: Awaited<ReturnType<typeof lastWords>>): AlertMatter {
  const topic = topicIn(conversation.memory);
  return {
    conversation: rowOf(conversation, words.get(conversation.id)),
    ...(topic === undefined ? {} : { topic }),
    slots: namedIn(conversation.memory),
  };
}

const valuesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

function asRow(alert: StoredAlert, { agent }: Principal, about: AlertMatter | undefined): AlertRow {
  const { id, at, code, values, store, agentId } = alert;
  return {
    id,
    at: at.toISOString(),
    reason: shownReason({ code, values: valuesSchema.parse(values) }),
    store,
    isMine: agentId !== null && agentId === agent?.id,
    ...(about === undefined ? {} : { about }),
  };
}

export const noBody = z.strictObject({}, "an empty object");

async function see({ db, clock, onSeen }: AlertParts, { principal, params, body }: Call): Promise<undefined> {
  const seen = { id: params.id ?? "", at: clock.now() };
  if (!(await markSeen(db, principal, seen))) throw notFound("alert");
  checked(noBody, body);
  await onSeen();
  return undefined;
}
