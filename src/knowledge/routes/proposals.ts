import { z } from "zod";
import { seesStore } from "../../accounts/rules.ts";
import { actorOf } from "../../audit/actor.ts";
import { articleId, digest, proposalId, storeId, type ProposalId, type StoreId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Understanding } from "../../core/understanding.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Reply, Route } from "../../infra/http.ts";
import { checked, notFound, problem, typedText } from "../../infra/problem.ts";
import { inSlices } from "../../infra/slices.ts";
import type { AcceptAnswer, ProposalPage, ProposalRow } from "../api.ts";
import { acceptGuarded } from "../guarded-accept.ts";
import { asProposalRow, asProposalRows, type Onlooker } from "../proposal-answers.ts";
import { faultInText, tidy } from "../rules/article.ts";
import type { GoldenReport } from "../rules/golden.ts";
import { decidesAbout, seenBy } from "../rules/deciders.ts";
import { faultInLinks, tidyLinks } from "../rules/links.ts";
import { PROPOSAL_STATUSES } from "../rules/proposal.ts";
import { closeProposal, type DecisionOutcome } from "../store/decisions.ts";
import { findProposal, listProposals, makeProposal, MAX_OPEN_OF_ONE } from "../store/proposals.ts";
import { goldenBusy } from "./golden.ts";
import { PROPOSAL_REQUEST, proposedOf, WORDS } from "./proposed.ts";

export interface ProposalRouteParts {
  readonly database: Database;
  readonly now: () => Instant;
  /** Makes an understanding that knows nothing and serves nobody: proposals are tried on it. */
  readonly openTrial: () => Understanding;
  /** What articles may be linked to. */
  readonly understanding: Pick<Understanding, "topics" | "suggestTopics">;
  /** Called after an article changed and before the answer, so that this process uses it with the next question. */
  readonly onChange: (store: StoreId) => void;
}

const LIST = "/api/console/proposals";
const BASE = "/api/console/stores/:storeId/proposals";
const PAGE_SIZE = 20;
const EVERYBODY = ["agent", "supervisor", "merchant", "admin"] as const;
const PROPOSERS = ["merchant", "agent"] as const;
// Of merchants those who may for this store: `decidesAbout`.
const DECIDERS = ["supervisor", "merchant", "admin"] as const;

/** Proposals over HTTP, as api.ts describes it: merchants and agents make them; supervisors of the store decide, and merchants who may. */
export function proposalRoutes(parts: ProposalRouteParts): readonly Route[] {
  return [
    { method: "get", path: LIST, roles: EVERYBODY, run: (call) => list(parts, call) },
    { method: "post", path: BASE, roles: PROPOSERS, audit: "own", run: (call) => propose(parts, call) },
    { method: "post", path: `${BASE}/:id/withdraw`, roles: PROPOSERS, audit: "own", run: (call) => withdraw(parts, call) },
    { method: "post", path: `${BASE}/:id/accept`, roles: DECIDERS, audit: "own", run: (call) => accept(parts, call) },
    { method: "post", path: `${BASE}/:id/refuse`, roles: DECIDERS, audit: "own", run: (call) => refuse(parts, call) },
  ];
}

async function list({ database, understanding }: ProposalRouteParts, { principal, query }: Call): Promise<ProposalPage> {
  const { store, status, whose, page } = checked(LIST_QUERY, given(query));
  if (store !== undefined && !seesStore(principal, store)) throw notFound("store");
  const stores = store === undefined ? principal.stores : [store];
  const search = { stores, seen: seenBy(principal), whose, status, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  const { items, openOfOthers, ...counts } = await listProposals(database, search);
  const named = await namesOf(database, stores);
  const onlooker = { principal, stores: named, suggest: understanding.suggestTopics };
  return { items: await inSlices(asProposalRows(items, onlooker)), ...counts, toDecide: openOfOthers };
}

async function propose(parts: ProposalRouteParts, call: Call): Promise<Reply> {
  const { database, now } = parts;
  const store = ownStore(call);
  const { userId, name, role } = call.principal;
  const request = checked(PROPOSAL_REQUEST, call.body);
  const id = proposalId(`p_${digest("proposal", store, userId, request.clientId)}`);
  const before = await findProposal(database, { store, id });
  if (before !== undefined) return { reply: { status: 200, body: await answer(parts, call, id) } };
  const proposed = await proposedOf(database, { store, id, request });
  const origin = role === "merchant" ? ("merchant" as const) : ("agent" as const);
  const createdBy = { id: userId, name };
  const note = request.note ?? "";
  const createdAt = now();
  const draft = { id, storeId: store, proposed, evidence: [], origin, note, createdAt, createdBy };
  const made = await makeProposal(database, draft, actorOf(call, createdAt));
  if (made === "too-many") throw tooMany();
  return { reply: { status: made === "made" ? 201 : 200, body: await answer(parts, call, id) } };
}

async function withdraw(parts: ProposalRouteParts, call: Call): Promise<ProposalRow> {
  const { database, now } = parts;
  const { userId, name } = call.principal;
  const at = { store: ownStore(call), id: idOf(call), now: now(), by: { id: userId, name } };
  const actor = actorOf(call, at.now);
  const outcome = await closeProposal(database, { ...at, actor, as: "withdraw", only: userId });
  return conclude(parts, call, outcome);
}

async function refuse(parts: ProposalRouteParts, call: Call): Promise<ProposalRow> {
  const { database, now } = parts;
  const { userId, name } = call.principal;
  const at = { store: ownStore(call), id: await decidableId(database, call), now: now(), by: { id: userId, name } };
  const { note } = checked(REFUSE_REQUEST, call.body);
  const outcome = await closeProposal(database, { ...at, actor: actorOf(call, at.now), as: "refuse", note });
  return conclude(parts, call, outcome);
}

async function accept(parts: ProposalRouteParts, call: Call): Promise<AcceptAnswer> {
  const { database, now, onChange, understanding } = parts;
  const { userId, name, email, role } = call.principal;
  const store = ownStore(call);
  const at = { store, id: await decidableId(database, call), now: now(), by: { id: userId, name } };
  const request: z.output<typeof ACCEPT_REQUEST> = checked(role === "merchant" ? APPROVE_REQUEST : ACCEPT_REQUEST, call.body);
  const fault = faultInLinks(request.links?.topics ?? [], understanding.topics);
  if (fault !== undefined) throw unusable("links", fault);
  const guarded = await acceptGuarded(parts, {
    ...at,
    ...request,
    signature: `${name} <${email}>`,
    actor: actorOf(call, at.now),
  });
  if (guarded.type === "breaks") throw breaksGolden(guarded.report);
  if (guarded.type === "busy") throw goldenBusy();
  if (guarded.type === "unsettled") throw problem(409, UNSETTLED);
  onChange(store);
  const proposal = await conclude(parts, call, guarded.outcome);
  return guarded.report === undefined ? proposal : { ...proposal, golden: guarded.report };
}

async function conclude(parts: ProposalRouteParts, call: Call, outcome: DecisionOutcome): Promise<ProposalRow> {
  switch (outcome.type) {
    case "done":
      return answer(parts, call, idOf(call));
    case "missing":
    case "unchecked":
      throw notFound("proposal");
    case "fault":
      throw unusable("proposal", outcome.reason);
    case "decided":
    case "moved-on": {
      const proposal = await answer(parts, call, idOf(call));
      throw problem(409, { title: "Moved on", detail: MOVED[outcome.type], more: { proposal, because: outcome.type } });
    }
  }
}

const MOVED = {
  decided: "This proposal was decided otherwise before; nothing was changed.",
  "moved-on": "The article changed since this was proposed; look at both, then accept with `over` or refuse.",
} as const;

const UNSETTLED = {
  title: "Moved on",
  detail: "The store's knowledge changed again and again while this was tried on it; accept it once more.",
  remedy: "accept it once more",
} as const;

function breaksGolden(golden: GoldenReport) {
  const counts = `${golden.breaks.length} of ${golden.total} golden questions would end worse, ${golden.mends.length} better`;
  const remedy = "change what is proposed, or the golden questions if they are no longer right, then accept again";
  const detail = `Not accepted: ${counts}. Nothing was changed; ${remedy}.`;
  return problem(422, {
    title: "Breaks more than it mends",
    detail,
    field: "golden",
    remedy,
    more: { because: "golden", golden },
  });
}

function unusable(field: "proposal" | "links", reason: { readonly zh: string; readonly en: string }) {
  const detail = `The article would not be usable: ${reason.en}. Refuse the proposal, or change the article by hand.`;
  return problem(400, { title: "Bad request", detail, field, remedy: reason.en, more: { reason } });
}

function tooMany() {
  const detail = `You have ${MAX_OPEN_OF_ONE} proposals open in this store; withdraw some, or wait until they are decided.`;
  return problem(409, { title: "Too many", detail, remedy: "withdraw some" });
}

async function answer(
  { database, understanding }: ProposalRouteParts,
  { principal, params }: Call,
  id: ProposalId,
): Promise<ProposalRow> {
  const store = storeId(params.storeId ?? "");
  const view = await findProposal(database, { store, id, seen: seenBy(principal) });
  if (view === undefined) throw notFound("proposal");
  const onlooker: Onlooker = {
    principal,
    stores: await namesOf(database, [store]),
    suggest: understanding.suggestTopics,
  };
  return asProposalRow(view, onlooker);
}

function ownStore({ principal, params }: Call): StoreId {
  const id = storeId(params.storeId ?? "");
  if (!seesStore(principal, id)) throw notFound("store");
  return id;
}

function idOf({ params }: Call): ProposalId {
  return proposalId(params.id ?? "");
}

// Whether it is there comes before whether the request is right: a foreign id is not told from an unknown one.
async function decidableId(database: Database, call: Call): Promise<ProposalId> {
  const id = idOf(call);
  const view = await findProposal(database, { store: ownStore(call), id, seen: seenBy(call.principal) });
  if (view === undefined) throw notFound("proposal");
  if (!decidesAbout(call.principal, view.proposal)) throw notYours();
  return id;
}

function notYours() {
  const detail = "Somebody else decides about this proposal: a supervisor of the store, or another person of the merchant.";
  return problem(403, { title: "Forbidden", detail, remedy: "wait for their decision, or take it back" });
}

async function namesOf(database: Database, stores: readonly StoreId[]) {
  const select = { id: true, name: true, timezone: true };
  const rows = await database.scoped(stores).store.findMany({ select });
  return new Map(rows.map(({ id, name, timezone }) => [storeId(id), { name, timezone }]));
}

/** Empty parameters count as absent, as forms send them. */
function given(query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
}

export const LIST_QUERY = z.object({
  store: z.string().transform(storeId).optional(),
  status: z.enum(PROPOSAL_STATUSES, `one of ${PROPOSAL_STATUSES.join(", ")}`).optional(),
  whose: z.enum(["mine", "others"], "mine or others").optional(),
  page: z.coerce.number("a page number from 1").int().min(1).max(100_000).default(1),
});

const NOTE_LENGTH = 500;
export const ACCEPT_REQUEST = z.strictObject(
  {
    words: WORDS.optional(),
    links: z
      .strictObject({
        topics: z.array(z.string("an intent's id"), "a list of intents").max(100).transform(tidyLinks).optional(),
      })
      .optional(),
    note: typedText(NOTE_LENGTH).optional(),
    over: z.int("the version that you saw").min(1).optional(),
    articleId: z
      .string("an id")
      .transform(tidy)
      .refine((id) => faultInText("id", id) === undefined, "at most 100 characters, no spaces")
      .transform(articleId)
      .optional(),
  },
  "an object",
);
// A merchant says yes or no to what was proposed; the vendor's supervisors do the wording.
export const APPROVE_REQUEST = ACCEPT_REQUEST.pick({ note: true, over: true });
export const REFUSE_REQUEST = z.strictObject({ note: typedText(NOTE_LENGTH) }, "an object with note: the reason");
