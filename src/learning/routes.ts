import { seesStore } from "../accounts/rules.ts";
import { actorOf } from "../audit/actor.ts";
import { SHARED_STORE, storeId, type StoreId } from "../core/ids.ts";
import { problem, type HttpProblem } from "../core/problem.ts";
import type { Call, Route } from "../infra/http.ts";
import { notFound } from "../infra/problem.ts";
import type { LearningAnswer } from "./api.ts";
import { toldOf } from "./rules/run.ts";
import { runLearning, type RunParts } from "./run.ts";
import { readRun } from "./store-runs.ts";

const PATH = "/api/console/stores/:storeId/learning";
const KEEPERS = ["supervisor", "admin"] as const;

/** What a store's conversations teach, over HTTP as api.ts describes it. */
export function learningRoutes(parts: RunParts): readonly Route[] {
  return [
    { method: "get", path: PATH, roles: KEEPERS, run: (call) => show(parts, storeOf(call)) },
    { method: "post", path: PATH, roles: KEEPERS, audit: "own", run: (call) => begin(parts, call) },
  ];
}

async function show({ database, now }: RunParts, store: StoreId): Promise<LearningAnswer> {
  return toldOf(await readRun(database, store), now());
}

async function begin(parts: RunParts, call: Call): Promise<LearningAnswer> {
  const store = storeOf(call);
  const of = { store, by: call.principal.name, actor: actorOf(call, parts.now()) };
  // Whoever asked is answered as soon as it has begun; they look how far it is when they like.
  const outcome = await new Promise<"begun" | "ended" | "busy">((resolve, reject) => {
    runLearning(parts, of, () => resolve("begun")).then(resolve, reject);
  });
  if (outcome === "busy") throw busy();
  return show(parts, store);
}

function storeOf({ principal, params }: Call): StoreId {
  const store = storeId(params.storeId ?? "");
  if (store === SHARED_STORE || !seesStore(principal, store)) throw notFound("store");
  return store;
}

function busy(): HttpProblem {
  const reason = {
    zh: "这家店（或者别的几家店）正在学习，等它结束再点一次",
    en: "this store, or several others, is being learned from just now; ask again when that is over",
  };
  return problem(409, {
    title: "Busy",
    detail: `learning: ${reason.en}.`,
    field: "learning",
    remedy: reason.en,
    more: { reason },
  });
}
