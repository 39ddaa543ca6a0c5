import { z } from "zod";
import type { StoreId } from "../core/ids.ts";
import type { Attachment } from "../core/words.ts";
import type { Prisma } from "../infra/generated/client.ts";
import type { Database } from "../infra/database.ts";
import type { ScopedPrisma } from "../infra/scope.ts";
import { ORDERS, type Cursor, type ListName } from "./store/order.ts";

/** How many conversations a page of a list has. */
export const PAGE_SIZE = 50;
/** How many messages of a conversation are read at once. */
const MESSAGES_PER_PAGE = 100;
/** So many of the words that routing said about a conversation are shown beside it. */
const MOST_REASONS = 20;
const MOST_PARKED = 200;

export interface ListRequest {
  readonly list: ListName;
  readonly store?: StoreId | undefined;
  /** The agent who asks; `mine` is empty without one. */
  readonly agent?: string | undefined;
  readonly cursor?: Cursor | undefined;
}

export type StoredConversation = Prisma.ConversationGetPayload<{ include: { store: { select: { id: true; name: true } } } }>;
export type StoredMessage = Prisma.MessageGetPayload<object>;

export interface LastWords {
  readonly body: unknown;
  readonly at: Date;
}

const withStore = { store: { select: { id: true, name: true } } } as const;

/** One conversation of these stores; undefined for a foreign id as for an unknown one. */
export async function findConversation(client: ScopedPrisma, id: string): Promise<StoredConversation | undefined> {
  return (await client.conversation.findFirst({ where: { id }, include: withStore })) ?? undefined;
}

/** Those of these conversations that are of these stores. */
export function findConversations(client: ScopedPrisma, ids: readonly string[]): Promise<readonly StoredConversation[]> {
  return client.conversation.findMany({ where: { id: { in: [...ids] } }, include: withStore });
}

/** A page of a list, and where the next one goes on. What is offered to the asking agent stands before all that waits. */
export async function listConversations(
  client: ScopedPrisma,
  request: ListRequest,
): Promise<{ readonly rows: readonly StoredConversation[]; readonly next?: Cursor | undefined }> {
  const { list, agent, cursor } = request;
  if (list === "mine" && agent === undefined) return { rows: [] };
  const order = ORDERS[list];
  const where = { AND: [wanted(request), ...(cursor === undefined ? [] : [order.after(cursor)])] };
  const orderBy = [...order.by];
  const found = await client.conversation.findMany({ where, include: withStore, orderBy, take: PAGE_SIZE + 1 });
  const rows = found.slice(0, PAGE_SIZE);
  const last = rows.at(-1);
  const next = found.length > PAGE_SIZE && last !== undefined ? order.cursorOf(last) : undefined;
  const isFirstOfWaiting = list === "waiting" && cursor === undefined && agent !== undefined;
  const offered = isFirstOfWaiting ? await offeredTo(client, request, agent) : [];
  return { rows: [...offered, ...rows], next };
}

function offeredTo(client: ScopedPrisma, { store }: ListRequest, agent: string): Promise<readonly StoredConversation[]> {
  const where = { status: "offered", agentId: agent, ...(store === undefined ? {} : { storeId: store }) };
  return client.conversation.findMany({
    where,
    include: withStore,
    orderBy: [...ORDERS.waiting.by],
    take: PAGE_SIZE,
  });
}

/** Named one by one, the index on store and status finds them among all that was ever closed. */
const NOT_CLOSED = ["bot", "queued", "offered", "assigned"] as const;

function wanted({ list, store, agent }: ListRequest): Prisma.ConversationWhereInput {
  const ofStore = store === undefined ? {} : { storeId: store };
  switch (list) {
    case "waiting":
      if (agent === undefined) return { ...ofStore, status: { in: ["queued", "offered"] } };
      return { ...ofStore, OR: [{ status: "queued" }, { status: "offered", NOT: { agentId: agent } }] };
    case "mine":
      return { ...ofStore, status: "assigned", agentId: agent ?? "" };
    case "open":
      return { ...ofStore, status: { in: [...NOT_CLOSED] } };
    case "closed":
      return { ...ofStore, status: "closed" };
  }
}

/** How many wait, are the agent's, are open: in these stores or in one of them. */
export async function countConversations(client: ScopedPrisma, store: StoreId | undefined, agent: string | undefined) {
  const groups = await client.conversation.groupBy({
    by: ["status", "agentId"],
    where: { status: { in: [...NOT_CLOSED] }, ...(store === undefined ? {} : { storeId: store }) },
    _count: { _all: true },
  });
  const sum = (isCounted: (group: (typeof groups)[number]) => boolean): number =>
    groups.filter(isCounted).reduce((total, group) => total + group._count._all, 0);
  return {
    waiting: sum(({ status }) => status === "queued" || status === "offered"),
    mine: sum(({ status, agentId }) => status === "assigned" && agentId !== null && agentId === agent),
    open: sum(() => true),
  };
}

/** What a shopper, an agent or the bot last said in each of these conversations; remarks and the desk's own notices are left out. */
export async function lastWords(client: ScopedPrisma, ids: readonly string[]): Promise<ReadonlyMap<string, LastWords>> {
  if (ids.length === 0) return new Map();
  const newest = await client.message.groupBy({
    by: ["conversationId"],
    where: { conversationId: { in: [...ids] }, internal: false, NOT: { author: "system" } },
    _max: { seq: true },
  });
  if (newest.length === 0) return new Map();
  const rows = await client.message.findMany({
    where: { OR: newest.map(({ conversationId, _max }) => ({ conversationId, seq: _max.seq ?? 0 })) },
    select: { conversationId: true, body: true, createdAt: true },
  });
  return new Map(rows.map(({ conversationId, body, createdAt }) => [conversationId, { body, at: createdAt }]));
}

/** A page of what was said, oldest first: the newest, or those before this number; and whether there are still earlier ones. */
export async function messagesOf(
  client: ScopedPrisma,
  { id, laneId }: Pick<StoredConversation, "id" | "laneId">,
  before?: number,
): Promise<{ readonly messages: readonly StoredMessage[]; readonly hasEarlier: boolean }> {
  const rows = await client.message.findMany({
    // The lane's numbers are its key: a page costs the same however long the talk is.
    where: { laneId, conversationId: id, ...(before === undefined ? {} : { seq: { lt: before } }) },
    orderBy: { seq: "desc" },
    take: MESSAGES_PER_PAGE + 1,
  });
  return { messages: rows.slice(0, MESSAGES_PER_PAGE).reverse(), hasEarlier: rows.length > MESSAGES_PER_PAGE };
}

const withAttachments = z.object({
  attachments: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.number() })),
});

/** The file of this id among what was said in a conversation; undefined when nobody said it there. */
export async function findAttachment(
  client: ScopedPrisma,
  { id, laneId }: Pick<StoredConversation, "id" | "laneId">,
  fileId: string,
): Promise<Attachment | undefined> {
  const message = await client.message.findFirst({
    where: { laneId, conversationId: id, body: { path: ["attachments"], array_contains: [{ id: fileId }] } },
    select: { body: true },
  });
  if (message === null) return undefined;
  return withAttachments.parse(message.body).attachments.find((attachment) => attachment.id === fileId);
}

/** How far these messages are, of those that a platform must be sent; those of platforms that read our ledger are not here. */
export async function deliveriesOf(client: ScopedPrisma, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await client.outbox.findMany({ where: { id: { in: [...ids] } }, select: { id: true, state: true } });
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** The reasons of routing's last words to a conversation, newest first. */
export async function routedReasons(client: ScopedPrisma, conversationId: string): Promise<readonly unknown[]> {
  const decisions = await client.decision.findMany({
    where: { conversationId, rule: "desk/routed" },
    select: { incomingId: true, reasons: true },
    orderBy: { at: "desc" },
    take: MOST_REASONS,
  });
  const ids = decisions.map(({ incomingId }) => incomingId);
  const events = await client.incoming.findMany({ where: { id: { in: ids } }, select: { id: true, n: true } });
  const order = new Map(events.map(({ id, n }) => [id, Number(n)]));
  // Several may have been decided in the same moment: then their order of arrival counts.
  return decisions.sort((a, b) => (order.get(b.incomingId) ?? 0) - (order.get(a.incomingId) ?? 0)).map(({ reasons }) => reasons);
}

export type ParkedEvent = Prisma.IncomingGetPayload<object>;

/** Whose events: of these stores, and with `with-desk` also those that belong to no store. */
export interface ParkedScope {
  readonly stores: readonly StoreId[];
  readonly desk: "with-desk" | "stores-only";
}

/** Events set aside after five failures, newest first. */
export async function listParked(db: Database, { stores, desk }: ParkedScope): Promise<readonly ParkedEvent[]> {
  const query = { where: { parkedAt: { not: null } }, orderBy: { parkedAt: "desc" }, take: MOST_PARKED } as const;
  const ofStores = await db.scoped(stores).incoming.findMany(query);
  if (desk === "stores-only") return ofStores;
  const ofDesk = await db.prisma.incoming.findMany({ ...query, where: { ...query.where, storeId: null } });
  const all = [...ofStores, ...ofDesk].sort((a, b) => (b.parkedAt?.getTime() ?? 0) - (a.parkedAt?.getTime() ?? 0));
  return all.slice(0, MOST_PARKED);
}

/** An event that was set aside, as `listParked` would show it; undefined when it is not there for this person. */
export async function findParked(db: Database, id: string, who: ParkedScope): Promise<ParkedEvent | undefined> {
  const where = { id, parkedAt: { not: null } };
  const ofStores = await db.scoped(who.stores).incoming.findFirst({ where });
  if (ofStores !== null || who.desk === "stores-only") return ofStores ?? undefined;
  return (await db.prisma.incoming.findFirst({ where: { ...where, storeId: null } })) ?? undefined;
}

/** How many are set aside, by store; those that belong to no store under "". */
export async function countParked({ prisma }: Database): Promise<ReadonlyMap<string, number>> {
  const groups = await prisma.incoming.groupBy({ by: ["storeId"], where: { parkedAt: { not: null } }, _count: { _all: true } });
  return new Map(groups.map(({ storeId, _count }) => [storeId ?? "", _count._all]));
}
