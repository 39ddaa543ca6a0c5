import { z } from "zod";
import { actorOf } from "../../audit/actor.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import type { SessionList } from "../api.ts";
import { endSessions, listSessions } from "../store/sessions.ts";

interface SessionParts {
  readonly db: Database;
  readonly clock: Clock;
}

const PATH = "/api/console/me/sessions";
const EVERYBODY = ["agent", "supervisor", "merchant", "admin"] as const;

/** Where I am signed in, and how to end that. */
export function sessionRoutes(parts: SessionParts): readonly Route[] {
  const common = { roles: EVERYBODY, isForPeople: true } as const;
  return [
    { ...common, method: "get", path: PATH, run: (call) => list(parts, call) },
    { ...common, method: "delete", path: `${PATH}/:id`, audit: "own", run: (call) => endOne(parts, call) },
    { ...common, method: "post", path: `${PATH}/end`, audit: "own", run: (call) => endMany(parts, call) },
  ];
}

async function list({ db, clock }: SessionParts, { principal }: Call): Promise<SessionList> {
  const { userId, sessionId } = principal;
  return { items: await listSessions(db, { userId, current: sessionId, now: clock.now() }) };
}

async function endOne({ db, clock }: SessionParts, call: Call): Promise<undefined> {
  const count = await endSessions(db, { id: call.params.id ?? "" }, actorOf(call, clock.now()));
  if (count === 0) throw notFound("session");
  return undefined;
}

async function endMany({ db, clock }: SessionParts, call: Call): Promise<undefined> {
  const { keep } = checked(END_REQUEST, call.body);
  const except = keep === "this" ? call.principal.sessionId : undefined;
  await endSessions(db, { except }, actorOf(call, clock.now()));
  return undefined;
}

export const END_REQUEST = z.strictObject({ keep: z.enum(["this", "none"], "this or none") }, "an object with keep");
