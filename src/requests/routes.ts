import { z } from "zod";
import { seesStore, type Principal } from "../accounts/rules.ts";
import { actedBy } from "../audit/actor.ts";
import { conversationId, incomingId, laneId, requestId, storeId } from "../core/ids.ts";
import type { Incoming } from "../core/incoming.ts";
import { problem } from "../core/problem.ts";
import type { RequestDecided } from "../core/request-events.ts";
import { REQUEST_KINDS, type DecidesAs } from "../core/request.ts";
import type { ActAnswer } from "../desk/api.ts";
import { requireHeld } from "../desk/held.ts";
import { actClientId, answerTo, refusalOf, type SettleParts } from "../desk/settled.ts";
import { findConversation } from "../desk/store.ts";
import { shownReason } from "../desk/views.ts";
import type { Call, Route } from "../infra/http.ts";
import { checked, notFound, typedText } from "../infra/problem.ts";
import type { RequestAnswer, RequestPage } from "./api.ts";
import { findRequest, listRequests, type StoredRequest } from "./store.ts";
import { requestRowOf } from "./views.ts";

const PATH = "/api/console/requests";
const EVERYBODY = ["agent", "supervisor", "merchant", "admin"] as const;
const ASKERS = ["agent", "supervisor", "admin"] as const;
const DECIDERS = ["supervisor", "merchant", "admin"] as const;
const PAGE_SIZE = 20;

/** Requests (请示): asked in a conversation, answered by whoever may, as `requests/api.ts` describes it. */
export function requestRoutes(parts: SettleParts): readonly Route[] {
  return [
    { method: "get", path: PATH, roles: EVERYBODY, run: (call) => list(parts, call) },
    {
      method: "post",
      path: "/api/console/conversations/:id/requests",
      roles: ASKERS,
      audit: "own",
      run: (call) => ask(parts, call),
    },
    { method: "post", path: `${PATH}/:id/decide`, roles: DECIDERS, audit: "own", run: (call) => decide(parts, call) },
    { method: "post", path: `${PATH}/:id/withdraw`, roles: ASKERS, audit: "own", run: (call) => withdraw(parts, call) },
  ];
}

export const requestsQuery = z.object({
  store: z.string().max(100).optional(),
  state: z.enum(["open", "answered"], "open or answered").default("open"),
  page: z.coerce.number("a page number from 1").int().min(1).max(100_000).default(1),
});

async function list({ db, clock }: SettleParts, { principal, query }: Call): Promise<RequestPage> {
  const { store = "", state, page } = checked(requestsQuery, query);
  // The console sends `store=` for all stores.
  const wanted = store === "" ? undefined : storeId(store);
  if (wanted !== undefined && !seesStore(principal, wanted)) throw notFound("store");
  const now = clock.now();
  const search = { store: wanted, state, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE, now };
  const { items, ...counts } = await listRequests(db.scoped(principal.stores), principal, search);
  return { now: new Date(now).toISOString(), items: items.map((one) => requestRowOf(one, principal)), ...counts };
}

const MAX_WORDS = 500;
const MAX_REASON = 200;
/** 100,000 yuan: more is nothing that a chat decides. */
const MOST_FEN = 10_000_000;
const SUM = `a sum in fen from 1 to ${MOST_FEN}`;
const sumFen = z.int(SUM).min(1, SUM).max(MOST_FEN, SUM);
export const requestBody = z
  .strictObject(
    {
      clientId: actClientId,
      kind: z.enum(REQUEST_KINDS, `one of ${REQUEST_KINDS.join(", ")}`),
      sumFen: sumFen.optional(),
      words: typedText(MAX_WORDS),
    },
    "an object with clientId, kind, sumFen and words",
  )
  .refine(({ kind, sumFen: sum }) => (kind === "compensation") === (sum !== undefined), {
    path: ["sumFen"],
    message: "with compensation: how much; else nothing",
  });

async function ask(parts: SettleParts, call: Call): Promise<ActAnswer> {
  const { principal, params, body } = call;
  const client = parts.db.scoped(principal.stores);
  const conversation = await findConversation(client, params.id ?? "");
  if (conversation === undefined) throw notFound("conversation");
  const { clientId, ...wish } = checked(requestBody, body);
  const { agent } = await requireHeld(parts.db, call);
  return answerTo(
    parts,
    { client, conversation },
    {
      type: "request-asked",
      id: incomingId(`console:${principal.userId}:${clientId}`),
      lane: laneId(conversation.laneId),
      at: parts.clock.now(),
      storeId: storeId(conversation.storeId),
      conversationId: conversationId(conversation.id),
      agent,
      userId: principal.userId,
      actedBy: actedBy(call),
      wish,
    },
  );
}

export const requestAnswerBody = z
  .strictObject(
    {
      clientId: actClientId,
      answer: z.enum(["grant", "refuse"], "grant or refuse"),
      sumFen: sumFen.optional(),
      reason: typedText(MAX_REASON).optional(),
    },
    "an object with clientId, answer, sumFen and reason",
  )
  .refine(({ answer, reason }) => answer === "grant" || reason !== undefined, { path: ["reason"], message: "why it is refused" });

async function decide(parts: SettleParts, call: Call): Promise<RequestAnswer> {
  const found = await requireRequest(parts, call);
  const { clientId, answer, sumFen: sum, reason = "" } = checked(requestAnswerBody, call.body);
  const incoming: RequestDecided = {
    ...eventOf(parts, call, { found, clientId }),
    type: "request-decided",
    as: decidesAs(call.principal, found),
    answer: answer === "grant" ? { type: "grant", ...(sum === undefined ? {} : { sumFen: sum }) } : { type: "refuse", reason },
  };
  return outcomeOf(parts, call, incoming);
}

function decidesAs({ role, approves = [] }: Principal, found: StoredRequest): DecidesAs {
  if (role !== "merchant") return "supervisor";
  if (approves.some((store) => store === found.storeId)) return "merchant";
  throw problem(403, { title: "Not allowed", detail: "An admin says which merchants decide for this store, under People." });
}

export const withdrawBody = z.strictObject({ clientId: actClientId }, "an object with clientId");

async function withdraw(parts: SettleParts, call: Call): Promise<RequestAnswer> {
  const found = await requireRequest(parts, call);
  const { clientId } = checked(withdrawBody, call.body);
  const { agent } = call.principal;
  const event = eventOf(parts, call, { found, clientId });
  return outcomeOf(parts, call, { ...event, type: "request-withdrawn", ...(agent === undefined ? {} : { agent }) });
}

async function requireRequest({ db }: SettleParts, { principal, params }: Call): Promise<StoredRequest> {
  const found = await findRequest(db.scoped(principal.stores), principal, params.id ?? "");
  if (found === undefined) throw notFound("request");
  return found;
}

function eventOf(parts: SettleParts, call: Call, act: { readonly found: StoredRequest; readonly clientId: string }) {
  const { userId, name } = call.principal;
  const { found, clientId } = act;
  return {
    id: incomingId(`console:${userId}:${clientId}`),
    lane: laneId(found.conversation.laneId),
    at: parts.clock.now(),
    storeId: storeId(found.storeId),
    conversationId: conversationId(found.conversationId),
    requestId: requestId(found.id),
    by: { userId, name },
    actedBy: actedBy(call),
  };
}

async function outcomeOf(parts: SettleParts, call: Call, incoming: Incoming): Promise<RequestAnswer> {
  const refusal = await refusalOf(parts, incoming);
  const request = requestRowOf(await requireRequest(parts, call), call.principal);
  return refusal === undefined ? { outcome: "done", request } : { outcome: "refused", reason: shownReason(refusal), request };
}
