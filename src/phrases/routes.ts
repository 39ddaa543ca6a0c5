import { z } from "zod";
import { seesStore, type Principal } from "../accounts/rules.ts";
import { actorOf } from "../audit/actor.ts";
import { storeId, type StoreId } from "../core/ids.ts";
import { problem, type HttpProblem } from "../core/problem.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Reply, Route } from "../infra/http.ts";
import { checked, notFound } from "../infra/problem.ts";
import type { PhrasePage, PhraseRow } from "./api.ts";
import { homeFor, LAYERS, layerOf, mayEdit, MOST_PHRASES, phraseWords, type Home } from "./rules.ts";
import { findPhrase, removePhrase, savePhrase, searchPhrases, type PhraseSaved, type StoredPhrase } from "./store.ts";

export interface PhraseParts {
  readonly db: Database;
  readonly clock: Clock;
}

const BASE = "/api/console/phrases";
const ROLES = ["agent", "supervisor", "admin"] as const;
const PAGE_SIZE = 50;
/** As many as one person can have in reach: their own, a store's, the vendor's, and some to spare. */
const MOST_USABLE = 1_000;

/** Canned phrases over HTTP, as api.ts describes them. */
export function phraseRoutes(parts: PhraseParts): readonly Route[] {
  return [
    { method: "get", path: BASE, roles: ROLES, run: (call) => list(parts, call) },
    { method: "get", path: `${BASE}/usable`, roles: ROLES, run: (call) => usable(parts, call) },
    { method: "post", path: BASE, roles: ROLES, audit: "own", run: (call) => make(parts, call) },
    { method: "put", path: `${BASE}/:id`, roles: ROLES, audit: "own", run: (call) => change(parts, call) },
    { method: "delete", path: `${BASE}/:id`, roles: ROLES, audit: "own", run: (call) => remove(parts, call) },
  ];
}

export const listQuery = z.object({
  store: z.string().max(100).optional(),
  layer: z.union([z.enum(LAYERS), z.literal("")], `one of ${LAYERS.join(", ")}`).optional(),
  query: z.string().max(200, "at most 200 characters").default(""),
  page: z.coerce.number("a page from 1").int("a page from 1").min(1, "a page from 1").max(1_000, "at most page 1000").default(1),
});

async function list({ db }: PhraseParts, { principal, query }: Call): Promise<PhrasePage> {
  const asked = checked(listQuery, query);
  const layer = asked.layer === "" ? undefined : asked.layer;
  const search = { stores: storesAsked(principal, asked.store), userId: principal.userId, layer, query: asked.query };
  const { items, total } = await searchPhrases(db, { ...search, limit: PAGE_SIZE, offset: (asked.page - 1) * PAGE_SIZE });
  return { items: items.map((phrase) => asRow(principal, phrase)), total };
}

async function usable({ db }: PhraseParts, { principal, query }: Call): Promise<PhrasePage> {
  const stores = storesAsked(principal, query.store);
  const found = await searchPhrases(db, { stores, userId: principal.userId, query: "", limit: MOST_USABLE, offset: 0 });
  return { items: found.items.map((phrase) => asRow(principal, phrase)), total: found.total };
}

export const words = z.strictObject({ ...phraseWords }, "an object with shortcut and text");
export const newPhrase = z.strictObject(
  { ...phraseWords, layer: z.enum(LAYERS, `one of ${LAYERS.join(", ")}`), store: z.string("a store's id").max(100).optional() },
  "an object with layer, shortcut, text and, for a store's, store",
);

async function make(parts: PhraseParts, call: Call): Promise<Reply> {
  const { principal, body } = call;
  const { layer, store, shortcut, text } = checked(newPhrase, body);
  const home = homeFor(principal, layer, store === undefined ? undefined : storeId(store));
  if (home === undefined) throw notFound("store");
  const saved = await save(parts, call, { home, shortcut, text });
  return { reply: { status: 201, body: asRow(principal, saved) } };
}

async function change(parts: PhraseParts, call: Call): Promise<PhraseRow> {
  const phrase = await requirePhrase(parts, call);
  const { shortcut, text } = checked(words, call.body);
  const { id } = phrase;
  return asRow(call.principal, await save(parts, call, { id, home: homeOf(phrase), shortcut, text }));
}

async function remove(parts: PhraseParts, call: Call): Promise<undefined> {
  const phrase = await requirePhrase(parts, call);
  if (!mayEdit(call.principal, homeOf(phrase))) throw notYours();
  await removePhrase(parts.db, phrase, actorOf(call, parts.clock.now()));
  return undefined;
}

interface Saving {
  readonly id?: string;
  readonly home: Home;
  readonly shortcut: string;
  readonly text: string;
}

async function save({ db, clock }: PhraseParts, call: Call, saving: Saving): Promise<StoredPhrase> {
  const { principal } = call;
  if (!mayEdit(principal, saving.home)) throw notYours();
  const now = clock.now();
  const who = { by: `${principal.name} <${principal.email}>`, now, actor: actorOf(call, now) };
  const saved = await savePhrase(db, { ...saving, ...who });
  if (saved.type === "saved") return saved.phrase;
  throw REFUSALS[saved.type](saving.shortcut);
}

const REFUSALS: Readonly<Record<Exclude<PhraseSaved["type"], "saved">, (shortcut: string) => HttpProblem>> = {
  gone: () => notFound("phrase"),
  taken: (shortcut) => {
    const reason = { zh: `「${shortcut}」已经有短语在用，换一个`, en: `“${shortcut}” is in use already; choose another` };
    const told = { field: "shortcut", remedy: reason.en, more: { reason } };
    return problem(409, { title: "Conflict", detail: `shortcut: ${reason.en}.`, ...told });
  },
  "too-many": () => {
    const reason = {
      zh: `这一层最多 ${MOST_PHRASES} 条短语，先删掉一些`,
      en: `at most ${MOST_PHRASES} phrases in this layer; remove some first`,
    };
    const told = { field: "shortcut", remedy: reason.en, more: { reason } };
    return problem(409, { title: "Too many", detail: `shortcut: ${reason.en}.`, ...told });
  },
};

async function requirePhrase({ db }: PhraseParts, { principal, params }: Call): Promise<StoredPhrase> {
  const phrase = await findPhrase(db, { id: params.id ?? "", stores: principal.stores, userId: principal.userId });
  if (phrase === undefined) throw notFound("phrase");
  return phrase;
}

function storesAsked(principal: Principal, text: string | undefined): readonly StoreId[] {
  if (text === undefined || text === "") return principal.stores;
  const store = storeId(text);
  if (!seesStore(principal, store)) throw notFound("store");
  return [store];
}

function notYours(): HttpProblem {
  const reason = {
    zh: "店铺的短语由主管改，公司的短语由管理员改",
    en: "a store's phrases are its supervisors', the vendor's the admins'",
  };
  return problem(403, { title: "Not allowed", detail: `layer: ${reason.en}.`, field: "layer", more: { reason } });
}

const homeOf = ({ storeId: store, userId }: StoredPhrase): Home => ({ storeId: storeId(store), userId });

function asRow(principal: Principal, phrase: StoredPhrase): PhraseRow {
  const home = homeOf(phrase);
  const layer = layerOf(home);
  return {
    id: phrase.id,
    layer,
    ...(layer === "store" ? { store: phrase.storeId } : {}),
    shortcut: phrase.shortcut,
    text: phrase.text,
    mayEdit: mayEdit(principal, home),
    updatedAt: phrase.updatedAt.toISOString(),
    updatedBy: phrase.updatedBy,
  };
}
