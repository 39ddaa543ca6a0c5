import type { Principal } from "../accounts/rules.ts";
import { agentId, conversationId, requestId, storeId } from "../core/ids.ts";
import { DECIDERS, REQUEST_KINDS, REQUEST_STATES, type DeskRequest, type KeptPromise } from "../core/request.ts";
import type { Instant } from "../core/words.ts";
import type { StoredConversation } from "../desk/store.ts";
import type { Database } from "../infra/database.ts";
import type { Prisma } from "../infra/generated/client.ts";
import type { ScopedPrisma } from "../infra/scope.ts";
import { readPromises } from "./rules/kept.ts";
import { standing, type PromiseFacts } from "./rules/promises.ts";
import { readRequestPolicy } from "./rules/setting.ts";

const withPlaces = {
  store: { select: { id: true, name: true, timezone: true } },
  conversation: { select: { laneId: true } },
} as const;

export type StoredRequest = Prisma.RequestGetPayload<{ include: typeof withPlaces }>;

export interface RequestSearch {
  readonly store?: string | undefined;
  readonly state: "open" | "answered";
  readonly limit: number;
  readonly offset: number;
  readonly now: Instant;
}

/** A page of what this person sees, and how many are open and late. */
export async function listRequests(client: ScopedPrisma, principal: Principal, search: RequestSearch) {
  const { store, state, limit: take, offset: skip, now } = search;
  const seen = { AND: [seenBy(principal), ...(store === undefined ? [] : [{ storeId: store }])] };
  const where = { ...seen, state: state === "open" ? "open" : { not: "open" } };
  const order = state === "open" ? ("asc" as const) : ("desc" as const);
  const orderBy = [{ askedAt: order }, { id: order }];
  const items = await client.request.findMany({ where, include: withPlaces, orderBy, take, skip });
  const total = await client.request.count({ where });
  const open = await client.request.count({ where: { ...seen, state: "open" } });
  const late = await client.request.count({ where: { ...seen, state: "open", dueAt: { lte: new Date(now) } } });
  return { items, total, open, late };
}

/** One that this person sees; undefined for a foreign id as for an unknown one. */
export async function findRequest(client: ScopedPrisma, principal: Principal, id: string): Promise<StoredRequest | undefined> {
  return (await client.request.findFirst({ where: { AND: [seenBy(principal), { id }] }, include: withPlaces })) ?? undefined;
}

/** Everything that was asked in a conversation, oldest first. */
export function requestsIn(client: ScopedPrisma, conversation: string): Promise<readonly StoredRequest[]> {
  const orderBy = [{ askedAt: "asc" as const }, { id: "asc" as const }];
  return client.request.findMany({ where: { conversationId: conversation }, include: withPlaces, orderBy });
}

function seenBy({ role, userId }: Principal): Prisma.RequestWhereInput {
  if (role === "merchant") return { deciders: { has: "merchant" } };
  return role === "agent" ? { askedByUserId: userId } : {};
}

/** What decides whether a reply may promise a sum, as it stands now. */
export async function promiseFactsFor(
  db: Database,
  conversation: Pick<StoredConversation, "id" | "storeId" | "promises">,
  writer: { readonly agent: string; readonly isSupervisor: boolean },
): Promise<PromiseFacts> {
  const client = db.scoped([storeId(conversation.storeId)]);
  const store = await client.store.findUniqueOrThrow({ where: { id: conversation.storeId }, select: { requests: true } });
  const agent = await client.agent.findUnique({ where: { id: writer.agent }, select: { compensationLimitFen: true } });
  const requests = (await requestsIn(client, conversation.id)).map(requestOf);
  const limitFen = agent?.compensationLimitFen ?? undefined;
  const by = { id: agentId(writer.agent), isSupervisor: writer.isSupervisor, limitFen };
  return { policy: readRequestPolicy(store.requests), writer: by, requests, promises: await promisesIn(client, conversation) };
}

/** What stands promised in a conversation. */
async function promisesIn(
  client: ScopedPrisma,
  { id: conversation, promises }: Pick<StoredConversation, "id" | "promises">,
): Promise<readonly KeptPromise[]> {
  const kept = readPromises(promises) ?? [];
  if (kept.length === 0) return kept;
  const where = { conversationId: conversation, state: { in: ["refused", "superseded"] } };
  const undelivered = await client.outbox.findMany({ where, select: { id: true } });
  return standing(
    kept,
    undelivered.map(({ id }) => id),
  );
}

/** As the rules see it. */
export function requestOf(row: StoredRequest): DeskRequest {
  const { id, kind, sumFen, words, askedAt, dueAt, deciders, state } = row;
  const decision = decisionOf(row);
  return {
    id: requestId(id),
    storeId: storeId(row.storeId),
    conversationId: conversationId(row.conversationId),
    kind: REQUEST_KINDS.find((known) => known === kind) ?? "other",
    ...(sumFen === null ? {} : { sumFen }),
    words,
    askedBy: { id: agentId(row.askedById), name: row.askedByName, userId: row.askedByUserId },
    askedAt: askedAt.getTime(),
    dueAt: dueAt.getTime(),
    deciders: DECIDERS.filter((known) => deciders.includes(known)),
    state: REQUEST_STATES.find((known) => known === state) ?? "expired",
    ...(decision === undefined ? {} : { decision }),
  };
}

function decisionOf(row: StoredRequest): DeskRequest["decision"] {
  const { decidedAt, decidedById: userId, decidedByName, decidedAs, grantedFen, reason } = row;
  const as = DECIDERS.find((known) => known === decidedAs);
  if (decidedAt === null || userId === null || as === undefined) return undefined;
  const given = { ...(grantedFen === null ? {} : { sumFen: grantedFen }), ...(reason === null ? {} : { reason }) };
  return { by: { userId, name: decidedByName ?? "" }, as, at: decidedAt.getTime(), ...given };
}
