import { z } from "zod";
import { seesStore, type Principal } from "../accounts/rules.ts";
import { actorOf } from "../audit/actor.ts";
import { SHARED_STORE, storeId } from "../core/ids.ts";
import { problem, type HttpProblem } from "../core/problem.ts";
import type { Spine } from "../core/spine.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Route } from "../infra/http.ts";
import { checked, notFound } from "../infra/problem.ts";
import { tellRouting } from "../staffing/changed.ts";
import type { SettingPage, SettingSaved } from "./api.ts";
import { remedyOf, type Remedy } from "./rules/remedy.ts";
import { TOPIC_NAMES, TOPICS, type SettingValue, type Topic } from "./rules/topics.ts";
import { visibleTo } from "./rules/visible.ts";
import { keptAt, readSetting, saveSetting, type SettingPlace, type SettingSaving } from "./store.ts";

export interface SettingsParts {
  readonly db: Database;
  readonly spine: Pick<Spine, "submit">;
  readonly clock: Clock;
}

const KEEPERS = ["supervisor", "admin"] as const;

/** What the desk and its stores go by, over HTTP as api.ts describes it. */
export function settingsRoutes(parts: SettingsParts): readonly Route[] {
  return TOPIC_NAMES.flatMap((topic): readonly Route[] => {
    const base =
      TOPICS[topic].of === "desk" ? `/api/console/settings/${topic}` : `/api/console/stores/:storeId/settings/${topic}`;
    return [
      { method: "get", path: base, roles: KEEPERS, run: (call) => show(parts, topic, call) },
      { method: "put", path: base, roles: KEEPERS, audit: "own", run: (call) => set(parts, topic, call) },
      { method: "post", path: `${base}/restore`, roles: KEEPERS, audit: "own", run: (call) => restore(parts, topic, call) },
    ];
  });
}

async function show({ db }: SettingsParts, topic: Topic, call: Call): Promise<SettingPage<SettingValue>> {
  const at = placeOf(topic, call);
  const kept = await readSetting(db, at);
  if (kept === undefined) throw notFound("store");
  const seen = (value: SettingValue): SettingValue => visibleTo(call.principal, topic, value);
  return {
    value: seen(kept.value),
    defaults: TOPICS[topic].read(undefined),
    version: kept.version,
    history: kept.history.map(({ at: moment, before, after, ...change }) => ({
      ...change,
      before: seen(before),
      after: seen(after),
      at: new Date(moment).toISOString(),
    })),
    mayChange: at.store !== undefined || (await seesAll(db, call.principal)),
  };
}

async function set(parts: SettingsParts, topic: Topic, call: Call): Promise<SettingSaved> {
  const at = await changeable(parts, topic, call);
  const { version, value } = checked(REQUEST, call.body);
  const parsed = TOPICS[topic].schema.safeParse(value);
  if (!parsed.success) throw refused(remedyOf(parsed.error.issues));
  const foreign = topic === "routing" ? await unknownStore(parts.db, parsed.data) : undefined;
  if (foreign !== undefined) throw refused(remedyOf([{ path: ["employerFirst", foreign], message: "the id of a store" }]));
  return save(parts, call, { at, seen: version, keep: () => TOPICS[topic].write(parsed.data), change: "set" });
}

async function restore(parts: SettingsParts, topic: Topic, call: Call): Promise<SettingSaved> {
  const at = await changeable(parts, topic, call);
  const { version, to } = checked(RESTORE, call.body);
  const then = await keptAt(parts.db, at, to);
  if (then === undefined) throw notFound("change");
  return save(parts, call, { at, seen: version, keep: () => then.kept, change: "restore" });
}

const seenVersion = z.int("the version you saw").min(0, "the version you saw");
export const REQUEST = z.strictObject(
  { version: seenVersion, value: z.record(z.string(), z.unknown()) },
  "an object with version and value",
);
export const RESTORE = z.strictObject({ version: seenVersion, to: seenVersion }, "an object with version and to");

async function save(
  parts: SettingsParts,
  call: Call,
  saving: Omit<SettingSaving, "by" | "now" | "actor">,
): Promise<SettingSaved> {
  const { name, email } = call.principal;
  const now = parts.clock.now();
  const saved = await saveSetting(parts.db, { ...saving, by: `${name} <${email}>`, now, actor: actorOf(call, now) });
  if (saved.type === "stale") throw stale();
  if (saved.type === "same") return { version: saving.seen ?? 0 };
  // What waits at the desk is looked at again, by what holds now.
  if (saving.at.store === undefined) await tellRouting(parts);
  return { version: saved.version };
}

function stale(): HttpProblem {
  const reason = { zh: "刚刚有人改过，请看一眼现在的设置再改", en: "somebody changed it meanwhile: look at it as it is now" };
  const told = { field: "version", remedy: reason.en, more: { reason } };
  return problem(409, { title: "Conflict", detail: `version: ${reason.en}.`, ...told });
}

function refused({ field, reason }: Remedy): HttpProblem {
  const detail = `${field}: ${reason.en}.`;
  return problem(400, { title: "Bad request", detail, field, remedy: reason.en, more: { reason } });
}

function placeOf(topic: Topic, { principal, params }: Call): SettingPlace {
  if (TOPICS[topic].of === "desk") return { topic };
  const store = storeId(params.storeId ?? "");
  if (store === SHARED_STORE || !seesStore(principal, store)) throw notFound("store");
  return { topic, store };
}

async function changeable({ db }: SettingsParts, topic: Topic, call: Call): Promise<SettingPlace> {
  const at = placeOf(topic, call);
  if (at.store === undefined && !(await seesAll(db, call.principal))) throw notAllStores();
  return at;
}

// What holds for the whole desk concerns every store.
async function seesAll({ prisma }: Database, { role, stores }: Principal): Promise<boolean> {
  if (role === "admin") return true;
  const others = await prisma.store.count({ where: { id: { notIn: [SHARED_STORE, ...stores] } } });
  return others === 0;
}

async function unknownStore({ prisma }: Database, value: SettingValue): Promise<string | undefined> {
  const named = Object.keys(z.record(z.string(), z.unknown()).parse(value.employerFirst ?? {}));
  const found = await prisma.store.findMany({ where: { id: { in: named, not: SHARED_STORE } }, select: { id: true } });
  return named.find((id) => !found.some((store) => store.id === id));
}

function notAllStores(): HttpProblem {
  const reason = {
    zh: "这项设置对所有店铺都生效，只有能看到全部店铺的主管或管理员可以改",
    en: "this holds for all stores; only somebody who sees all of them may change it",
  };
  return problem(403, { title: "Not allowed", detail: `settings: ${reason.en}.`, more: { reason } });
}
