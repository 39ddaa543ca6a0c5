import { z } from "zod";
import { seesStore } from "../../accounts/rules.ts";
import { actorOf } from "../../audit/actor.ts";
import { SHARED_STORE, storeId, type StoreId } from "../../core/ids.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound, problem } from "../../infra/problem.ts";
import type { GoldenPage, GoldenRow, GoldenRun } from "../api.ts";
import { runGolden, type GoldenParts } from "../golden-check.ts";
import { tidy } from "../rules/article.ts";
import { faultInGolden, MOST_GOLDEN } from "../rules/golden.ts";
import { findKnowledgeStore, loadKnownArticles } from "../store.ts";
import { listGolden, removeGolden, saveGolden, type KeptGolden } from "../store/golden.ts";

const BASE = "/api/console/stores/:storeId/golden";
const DECIDERS = ["supervisor", "admin"] as const;

/** Golden questions over HTTP, as api.ts describes it: those who decide about proposals keep them. */
export function goldenRoutes(parts: GoldenParts): readonly Route[] {
  return [
    { method: "get", path: BASE, roles: DECIDERS, run: (call) => list(parts, call) },
    { method: "post", path: `${BASE}/run`, roles: DECIDERS, audit: "none", run: (call) => run(parts, call) },
    { method: "put", path: `${BASE}/:id`, roles: DECIDERS, audit: "own", run: (call) => put(parts, call) },
    { method: "delete", path: `${BASE}/:id`, roles: DECIDERS, audit: "own", run: (call) => remove(parts, call) },
  ];
}

async function list({ database }: GoldenParts, call: Call): Promise<GoldenPage> {
  const kept = await listGolden(database, await ownStore(database, call));
  return { items: kept.map(asGoldenRow), most: MOST_GOLDEN };
}

async function run(parts: GoldenParts, call: Call): Promise<GoldenRun> {
  const ran = await runGolden(parts, await ownStore(parts.database, call));
  if (ran.type === "busy") throw goldenBusy();
  const items = ran.result.map(({ question, end }) => ({ ...asGoldenRow(question), end }));
  return { total: items.length, right: items.filter(({ end }) => end.outcome === "right").length, items };
}

const BUSY_S = 10;

/** The answer while a trial of the store is under way. */
export function goldenBusy() {
  const remedy = `wait until that is over, then try again (in ${BUSY_S} s)`;
  return problem(503, {
    title: "Busy",
    detail: `golden: this store's golden questions (or those of several others) are being asked at this moment; ${remedy}.`,
    field: "golden",
    remedy,
    retryAfter: BUSY_S,
    more: { reason: BUSY },
  });
}

const BUSY = {
  zh: "标准问题正在试跑，等它结束再试",
  en: "the golden questions are being asked at this moment; try again when that is over",
};

async function put({ database, now }: GoldenParts, call: Call): Promise<GoldenRow> {
  const store = await ownStore(database, call);
  const { text, gold } = checked(REQUEST, call.body);
  const question = { id: tidy(call.params.id ?? ""), text, gold };
  const articles = new Set<string>((await loadKnownArticles(database, store)).map(({ id }) => id));
  const fault = faultInGolden(question, articles);
  if (fault !== undefined) {
    const told = { field: fault.field, remedy: fault.reason.en, more: { reason: fault.reason } };
    throw problem(400, { title: "Bad request", detail: `${fault.field}: ${fault.reason.en}.`, ...told });
  }
  const { name, email } = call.principal;
  const kept = { ...question, createdAt: now(), createdBy: `${name} <${email}>` };
  const who = { by: kept.createdBy, now: kept.createdAt, actor: actorOf(call, kept.createdAt) };
  const saved = await saveGolden(database, { store, questions: [question], ...who });
  if (saved.type === "too-many") {
    const detail = `A store keeps at most ${MOST_GOLDEN} golden questions; remove some first.`;
    throw problem(409, { title: "Too many", detail, remedy: "remove some" });
  }
  return asGoldenRow(kept);
}

async function remove({ database, now }: GoldenParts, call: Call): Promise<undefined> {
  const store = await ownStore(database, call);
  if (!(await removeGolden(database, { store, id: call.params.id ?? "", actor: actorOf(call, now()) })))
    throw notFound("golden question");
  return undefined;
}

/** The shared layer answers nobody by itself: it has none. */
async function ownStore(database: GoldenParts["database"], { principal, params }: Call): Promise<StoreId> {
  const id = storeId(params.storeId ?? "");
  const isSeen = id !== SHARED_STORE && seesStore(principal, id);
  const store = isSeen ? await findKnowledgeStore(database, { id }) : undefined;
  if (store === undefined) throw notFound("store");
  return store.id;
}

function asGoldenRow({ id, text, gold, createdAt, createdBy }: KeptGolden): GoldenRow {
  return { id, text, gold, createdAt: new Date(createdAt).toISOString(), createdBy };
}

export const REQUEST = z.strictObject(
  {
    text: z.string("a text").transform(tidy),
    gold: z
      .array(z.string("an article's id, handover or none").transform(tidy), "a list of articles' ids, handover or none")
      .max(100),
  },
  "an object with text and gold",
);
