import { z } from "zod";
import { actorOf } from "../audit/actor.ts";
import type { Actor } from "../audit/rules/entry.ts";
import { seesStore, type Principal } from "../accounts/rules.ts";
import { wrongField } from "../core/problem.ts";
import { textFault } from "../core/text.ts";
import { incomingId, storeId, type IncomingId, type StoreId } from "../core/ids.ts";
import type { Call, Route } from "../infra/http.ts";
import { checked, notFound } from "../infra/problem.ts";
import type { ConversationDetail, ConversationPage, ParkedList, Story } from "./api.ts";
import { tellStory } from "../pipeline/story.ts";
import { requestsIn } from "../requests/store.ts";
import { requestRowOf } from "../requests/views.ts";
import type { Uploads } from "../visitors/uploads.ts";
import { actRoutes, type ActParts } from "./routes/acts.ts";
import type { EventStreams } from "./routes/events.ts";
import { besideRoutes } from "./routes/beside.ts";
import { FILE_LIMITS, fileRoutes } from "./routes/files.ts";
import { messagePage, messagesRoute } from "./routes/messages.ts";
import { presenceRoute, type Onlookers } from "./routes/onlookers.ts";
import { revealRoute } from "./routes/reveal.ts";
import { searchRoute } from "./routes/search.ts";
import { suggestionRoute } from "./routes/suggestions.ts";
import { superviseRoutes } from "./routes/supervise.ts";
import { transferRoutes } from "./routes/transfer.ts";
import { refuseRoute } from "./routes/refuse.ts";
import { typingRoute, type TypingSigns } from "./routes/typing.ts";
import { countConversations, findConversation, findParked, lastWords, listConversations, listParked, routedReasons, type ParkedScope, type StoredConversation } from "./store.ts"; // prettier-ignore
import { LISTS, type Cursor } from "./store/order.ts";
import { seenBy } from "./store/seen.ts";
import { suggestionsFor } from "./store/suggestions.ts";
import { lastTransfer } from "./store/transfer.ts";
import { namedIn, parkedOf, rowOf, stepOf, whyOf } from "./views.ts";

export interface DeskParts extends ActParts {
  readonly events: EventStreams;
  readonly typing: TypingSigns;
  readonly presence: Onlookers;
  readonly uploads: Uploads;
  /** Takes up an event that was set aside. */
  readonly retryParked: (id: IncomingId, actor: Actor) => Promise<void>;
}

const BASE = "/api/console/conversations";
// Merchants see figures and knowledge of their stores, not what shoppers wrote.
const READERS = ["agent", "supervisor", "admin"] as const;
const RESPONSIBLE = ["supervisor", "admin"] as const;

/** Conversations over HTTP, as api.ts describes them; everything within the stores of who asks. */
export function deskRoutes(parts: DeskParts): readonly Route[] {
  return [
    { method: "get", path: BASE, roles: READERS, run: (call) => readPage(parts, call) },
    { method: "get", path: `${BASE}/:id`, roles: READERS, run: (call) => readDetail(parts, call) },
    { method: "get", path: `${BASE}/:id/story`, roles: READERS, run: (call) => readStory(parts, call) },
    searchRoute(parts),
    messagesRoute(parts),
    ...besideRoutes(parts),
    ...fileRoutes(parts),
    ...actRoutes(parts),
    ...transferRoutes(parts),
    suggestionRoute(parts),
    revealRoute(parts),
    presenceRoute(parts),
    ...superviseRoutes(parts),
    typingRoute(parts),
    refuseRoute(parts),
    parts.events.route,
    { method: "get", path: "/api/console/parked", roles: RESPONSIBLE, run: (call) => readParked(parts, call.principal) },
    {
      method: "post",
      path: "/api/console/parked/:id/retry",
      roles: RESPONSIBLE,
      audit: "own",
      run: (call) => retry(parts, call),
    },
  ];
}

export const pageQuery = z.object({
  list: z.enum(LISTS, `one of ${LISTS.join(", ")}`),
  store: z.string().max(100).optional(),
  cursor: z.string().max(300).optional(),
});

async function readPage({ db }: DeskParts, { principal, query }: Call): Promise<ConversationPage> {
  const asked = checked(pageQuery, query);
  const store = storeAsked(principal, asked.store);
  const agent = principal.agent?.id;
  const client = db.scoped(principal.stores);
  const { rows, next } = await listConversations(client, { list: asked.list, store, agent, cursor: cursorFrom(asked) });
  const words = await lastWords(client, rows.map(({ id }) => id)); // prettier-ignore
  return {
    items: rows.map((row) => rowOf(row, words.get(row.id))),
    ...(next === undefined ? {} : { next: Buffer.from(JSON.stringify(next)).toString("base64url") }),
    counts: await countConversations(client, store, agent),
  };
}

// The console sends `store=` for all stores.
function storeAsked(principal: Principal, text: string | undefined): StoreId | undefined {
  if (text === undefined || text === "") return undefined;
  const store = storeId(text);
  if (!seesStore(principal, store)) throw notFound("store");
  return store;
}

// What the database can hold: no NUL, no half characters, no year of five digits.
const LAST_MOMENT = Date.UTC(9999, 11, 31);
const cursorSchema = z.strictObject({
  urgency: z.enum(["high", "normal"]).optional(),
  at: z.int().min(0).max(LAST_MOMENT).optional(),
  wrote: z.int().min(0).max(LAST_MOMENT).optional(),
  id: z
    .string()
    .max(100)
    .refine((id) => textFault(id, 100) === undefined),
});
const cursorText = z.string().transform((text, context): Cursor => {
  const parsed = cursorSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: "the `next` of the page before, as it was" });
  return z.NEVER;
});

function cursorFrom({ list, cursor: text }: z.infer<typeof pageQuery>): Cursor | undefined {
  if (text === undefined || text === "") return undefined;
  const { cursor } = checked(z.object({ cursor: cursorText }), { cursor: text });
  // Whoever has an open conversation wrote something: such a cursor is of another list.
  if (list === "open" && cursor.wrote === undefined) throw wrongField(400, "cursor", "the `next` of the page before, as it was");
  return cursor;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    // no JSON: the schema says so
    return undefined;
  }
}

async function requireConversation({ db }: DeskParts, { principal, params }: Call): Promise<StoredConversation> {
  const found = await findConversation(db.scoped(principal.stores), params.id ?? "");
  if (found === undefined) throw notFound("conversation");
  return found;
}

async function readDetail(parts: DeskParts, call: Call): Promise<ConversationDetail> {
  const conversation = await requireConversation(parts, call);
  const client = parts.db.scoped(call.principal.stores);
  const words = await lastWords(client, [conversation.id]);
  const transfer = await lastTransfer(client, conversation.id);
  const suggestions = await suggestionsFor(client, conversation);
  const seen = await seenBy(client, conversation);
  const requests = await requestsIn(client, conversation.id);
  return {
    conversation: rowOf(conversation, words.get(conversation.id)),
    ...(await messagePage(client, conversation)),
    why: whyOf(conversation.status, await routedReasons(client, conversation.id)),
    fileLimits: FILE_LIMITS,
    ...(conversation.previousId === null ? {} : { previousId: conversation.previousId }),
    slots: namedIn(conversation.memory),
    requests: requests.map((request) => requestRowOf(request, call.principal)),
    ...(suggestions === undefined ? {} : { suggestions }),
    ...(transfer === undefined ? {} : { transfer }),
    ...(seen === undefined ? {} : { seen }),
  };
}

/** More than that nobody reads on a page; `counterbell explain` prints them all. */
const MOST_STEPS = 500;

async function readStory(parts: DeskParts, call: Call): Promise<Story> {
  const conversation = await requireConversation(parts, call);
  const steps = await tellStory(parts.db, conversation.id, MOST_STEPS + 1);
  return { steps: steps.slice(-MOST_STEPS).map(stepOf), hasEarlier: steps.length > MOST_STEPS };
}

// What concerns the whole desk is mended by those who see all stores.
function scopeOf({ role, stores }: Principal): ParkedScope {
  return { stores, desk: role === "admin" ? "with-desk" : "stores-only" };
}

async function readParked({ db }: DeskParts, principal: Principal): Promise<ParkedList> {
  return parkedOf(await listParked(db, scopeOf(principal)));
}

async function retry({ db, clock, retryParked, events }: DeskParts, call: Call): Promise<undefined> {
  const { principal, params } = call;
  const event = await findParked(db, params.id ?? "", scopeOf(principal));
  if (event === undefined) throw notFound("parked event");
  await retryParked(incomingId(event.id), actorOf(call, clock.now()));
  await events.tellParked();
  return undefined;
}
