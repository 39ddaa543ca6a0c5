import { z } from "zod";
import { seesStore } from "../accounts/rules.ts";
import { actorOf } from "../audit/actor.ts";
import { SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import type { Call, Route } from "../infra/http.ts";
import { checked, notFound, problem } from "../infra/problem.ts";
import { findKnowledgeStore } from "../knowledge/store.ts";
import { describeAnswering, know, previewWish, type Known } from "./answering.ts";
import type { AnsweringPage, AnsweringPreview, AnsweringSaved } from "./api.ts";
import type { AnsweringParts } from "./evidence.ts";
import { faultInNumbers, settingFor, type Setting, type Wish } from "./rules/setting.ts";
import { STYLES } from "./rules/styles.ts";
import { saveSetting, settingAt } from "./store/settings.ts";

const BASE = "/api/console/stores/:storeId/answering";
const KEEPERS = ["supervisor", "admin"] as const;

interface Parts extends AnsweringParts {
  readonly memory: Memory;
}

/** What is known of stores: collecting takes seconds, and who tries settings asks again and again. */
interface Memory {
  /** As it is now; those who ask meanwhile share one collection. */
  fresh(store: StoreId): Promise<Known>;
  /** As it was when the page was opened, or a short while ago. */
  recent(store: StoreId): Promise<Known>;
}

/** When a store's bot answers itself, over HTTP as api.ts describes it. */
export function answeringRoutes(given: AnsweringParts): readonly Route[] {
  const parts = { ...given, memory: openMemory(given) };
  return [
    { method: "get", path: BASE, roles: KEEPERS, run: (call) => show(parts, call) },
    { method: "post", path: `${BASE}/preview`, roles: KEEPERS, audit: "none", run: (call) => preview(parts, call) },
    { method: "put", path: BASE, roles: KEEPERS, audit: "own", run: (call) => set(parts, call) },
    { method: "post", path: `${BASE}/restore`, roles: KEEPERS, audit: "own", run: (call) => restore(parts, call) },
  ];
}

/** A page that stays open longer is counted anew. */
const RECENT_FOR_MS = 10 * 60_000;
const MOST_KEPT = 20;

function openMemory(parts: AnsweringParts): Memory {
  const running = new Map<StoreId, Promise<Known>>();
  const kept = new Map<StoreId, { readonly until: number; readonly known: Known }>();
  const collect = async (store: StoreId): Promise<Known> => {
    try {
      const collected = await know(parts, store, kept.get(store)?.known);
      if (collected.type === "busy") throw busy();
      const { result: known } = collected;
      kept.delete(store);
      kept.set(store, { until: parts.now() + RECENT_FOR_MS, known });
      const oldest = kept.keys().next();
      if (kept.size > MOST_KEPT && oldest.done !== true) kept.delete(oldest.value);
      return known;
    } finally {
      running.delete(store);
    }
  };
  const fresh = (store: StoreId): Promise<Known> => {
    const known = running.get(store) ?? collect(store);
    running.set(store, known);
    return known;
  };
  return {
    fresh,
    recent: async (store) => {
      const before = kept.get(store);
      return before !== undefined && parts.now() < before.until ? before.known : fresh(store);
    },
  };
}

const BUSY_S = 10;

/** The answer while a trial of the store is under way. */
function busy() {
  const reason = {
    zh: "本店的问题正在试跑，等它结束再看",
    en: "this store's questions are being asked at this moment; try again when that is over",
  };
  const detail = `answering: ${reason.en} (in ${BUSY_S} s).`;
  return problem(503, { title: "Busy", detail, remedy: reason.en, retryAfter: BUSY_S, more: { reason } });
}

async function show(parts: Parts, call: Call): Promise<AnsweringPage> {
  const store = await ownStore(parts, call);
  return describeAnswering(parts, store, await parts.memory.fresh(store));
}

async function preview(parts: Parts, call: Call): Promise<AnsweringPreview> {
  const store = await ownStore(parts, call);
  const wish = asWish(checked(WISH, call.body));
  return previewWish(parts, { store, wish, known: await parts.memory.recent(store) });
}

async function set(parts: Parts, call: Call): Promise<AnsweringSaved> {
  const store = await ownStore(parts, call);
  const { version, ...rest } = checked(REQUEST, call.body);
  const setting = settingFor(asWish(rest), (await parts.memory.recent(store)).offers);
  return save(parts, call, { store, seen: version, setting, change: "set" });
}

async function restore(parts: Parts, call: Call): Promise<AnsweringSaved> {
  const store = await ownStore(parts, call);
  const { version, to } = checked(RESTORE, call.body);
  const setting = await settingAt(parts.database, store, to);
  if (setting === undefined) throw notFound("change");
  return save(parts, call, { store, seen: version, setting, change: "restore" });
}

interface Saving {
  readonly store: StoreId;
  readonly seen: number;
  readonly setting: Setting;
  readonly change: "set" | "restore";
}

async function save({ database, now }: Parts, call: Call, saving: Saving): Promise<AnsweringSaved> {
  const { name, email } = call.principal;
  const at = now();
  const saved = await saveSetting(database, { ...saving, at, by: `${name} <${email}>`, actor: actorOf(call, at) });
  if (saved.type === "saved") return { version: saved.version };
  if (saved.type === "same") return { version: saving.seen };
  const reason = { zh: "刚刚有人改过，请看一眼现在的设置再改", en: "somebody changed it meanwhile: look at it as it is now" };
  throw problem(409, {
    title: "Conflict",
    detail: `version: ${reason.en}.`,
    field: "version",
    remedy: reason.en,
    more: { reason },
  });
}

/** The shared layer answers nobody by itself: it has no setting. */
async function ownStore({ database }: Parts, { principal, params }: Call): Promise<StoreId> {
  const id = storeId(params.storeId ?? "");
  const isSeen = id !== SHARED_STORE && seesStore(principal, id);
  const store = isSeen ? await findKnowledgeStore(database, { id }) : undefined;
  if (store === undefined) throw notFound("store");
  return store.id;
}

function asWish(said: z.infer<typeof WISH>): Wish {
  if (said.style !== "own") return { style: said.style };
  const { style, ...numbers } = said;
  const fault = faultInNumbers(numbers);
  if (fault === undefined) return { style, numbers };
  const { field, reason } = fault;
  throw problem(400, { title: "Bad request", detail: `${field}: ${reason.en}.`, field, remedy: reason.en, more: { reason } });
}

const number = z.number("a number");
const style = z.strictObject({ style: z.enum(STYLES, `one of ${STYLES.join(", ")}, own`) });
const own = z.strictObject({ style: z.literal("own"), answer: number, askBack: number, lead: number, inScope: number });
const version = z.number("the version you saw").int("a whole number").min(0, "0 or more");

export const WISH = z.discriminatedUnion("style", [style, own], `a style (${STYLES.join(", ")}), or own with its four numbers`);
export const REQUEST = z.discriminatedUnion(
  "style",
  [style.extend({ version }), own.extend({ version })],
  `a style (${STYLES.join(", ")}), or own with its four numbers`,
);
export const RESTORE = z.strictObject({ version, to: version }, "an object with version and to");
