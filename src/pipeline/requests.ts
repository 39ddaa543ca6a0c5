import type { PoolClient } from "pg";
import { z } from "zod";
import type { Conversation, Effect } from "../core/decision.ts";
import { agentId, conversationId, requestId, storeId } from "../core/ids.ts";
import { DECIDERS, REQUEST_KINDS, REQUEST_STATES, type DeskRequest } from "../core/request.ts";
import { standing } from "../requests/rules/promises.ts";
import { iso } from "./rows.ts";

/** Writes how requests stand now; of several changes in one transaction the last counts. */
export async function writeRequests(client: Pick<PoolClient, "query">, effects: readonly Effect[]): Promise<void> {
  const written = effects.flatMap((effect) => (effect.type === "write-request" ? [effect.request] : []));
  if (written.length === 0) return;
  const rows = [...new Map(written.map((request) => [request.id, rowOf(request)])).values()];
  await client.query({
    name: "write-requests",
    text: `INSERT INTO "Request" SELECT * FROM jsonb_populate_recordset(NULL::"Request", $1::jsonb)
           ON CONFLICT ("id") DO UPDATE SET "state" = EXCLUDED."state", "decidedAt" = EXCLUDED."decidedAt", "decidedById" = EXCLUDED."decidedById",
             "decidedByName" = EXCLUDED."decidedByName", "decidedAs" = EXCLUDED."decidedAs", "grantedFen" = EXCLUDED."grantedFen", "reason" = EXCLUDED."reason"`,
    values: [JSON.stringify(rows)],
  });
}

function rowOf({ decision, askedBy, ...request }: DeskRequest) {
  return {
    ...request,
    askedById: askedBy.id,
    askedByUserId: askedBy.userId,
    askedByName: askedBy.name,
    askedAt: iso(request.askedAt),
    dueAt: iso(request.dueAt),
    decidedAt: decision === undefined ? null : iso(decision.at),
    decidedById: decision?.by.userId ?? null,
    decidedByName: decision?.by.name ?? null,
    decidedAs: decision?.as ?? null,
    grantedFen: decision?.sumFen ?? null,
    reason: decision?.reason ?? null,
  };
}

/** All requests of the conversation `c` as one JSON value, null where there are none. */
export const ASKED_IN = `(SELECT jsonb_agg(to_jsonb(r) ORDER BY r."askedAt", r."id") FROM "Request" r
  WHERE r."storeId" = c."storeId" AND r."conversationId" = c."id")`;

/** Which of the replies that promised money in the conversation `c` never reached the shopper, as ids of their lines; mostly null. */
export const UNDELIVERED_IN = `CASE WHEN c."promises" IS NOT NULL THEN (SELECT jsonb_agg(o."id") FROM "Outbox" o
  WHERE o."storeId" = c."storeId" AND o."conversationId" = c."id" AND o."state" IN ('refused', 'superseded')) END`;

export interface AskedIn {
  readonly requests: unknown;
  readonly undelivered: unknown;
}

/** A conversation with what was asked and what stands promised in it; mostly nothing, which costs nothing. */
export function withRequests(conversation: Conversation, asked: AskedIn): Conversation {
  const { promises } = conversation;
  return {
    ...conversation,
    ...(asked.requests === null ? {} : { requests: requests.parse(asked.requests) }),
    ...(promises === undefined || asked.undelivered === null
      ? {}
      : { promises: standing(promises, lines.parse(asked.undelivered)) }),
  };
}

const lines = z.array(z.string());

const moment = z.string().transform((text) => Date.parse(text));
const shape = z.object({
  id: z.string().transform(requestId),
  storeId: z.string().transform(storeId),
  conversationId: z.string().transform(conversationId),
  kind: z.enum(REQUEST_KINDS),
  sumFen: z.int().nullable(),
  words: z.string(),
  askedById: z.string().transform(agentId),
  askedByUserId: z.string(),
  askedByName: z.string(),
  askedAt: moment,
  dueAt: moment,
  deciders: z.array(z.enum(DECIDERS)),
  state: z.enum(REQUEST_STATES),
  decidedAt: moment.nullable(),
  decidedById: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAs: z.enum(DECIDERS).nullable(),
  grantedFen: z.int().nullable(),
  reason: z.string().nullable(),
});
const requests = z.array(shape.transform(requestOf));

function requestOf(row: z.output<typeof shape>): DeskRequest {
  const { id, storeId: store, conversationId: conversation, kind, sumFen, words, askedAt, dueAt, deciders, state } = row;
  const decision = decisionOf(row);
  return {
    id,
    storeId: store,
    conversationId: conversation,
    kind,
    ...(sumFen === null ? {} : { sumFen }),
    words,
    askedBy: { id: row.askedById, name: row.askedByName, userId: row.askedByUserId },
    askedAt,
    dueAt,
    deciders,
    state,
    ...(decision === undefined ? {} : { decision }),
  };
}

function decisionOf(row: z.output<typeof shape>): DeskRequest["decision"] {
  const { decidedAt: at, decidedById: userId, decidedByName, decidedAs: as, grantedFen, reason } = row;
  if (at === null || userId === null || as === null) return undefined;
  const given = { ...(grantedFen === null ? {} : { sumFen: grantedFen }), ...(reason === null ? {} : { reason }) };
  return { by: { userId, name: decidedByName ?? "" }, as, at, ...given };
}
