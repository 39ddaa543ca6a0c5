import { z } from "zod";
import { digest } from "../core/ids.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Route } from "../infra/http.ts";
import { actorOf } from "./actor.ts";
import type { Deed } from "./rules/entry.ts";
import { actOf, thingOf } from "./rules/route.ts";
import { writeAudit } from "./store.ts";

export interface WatchParts {
  readonly db: Pick<Database, "pool">;
  readonly clock: Clock;
}

/**
 * The same routes, of which every one that changes something leaves an entry when it succeeded: a route added later is in the log
 * without anybody having thought of it. Those that write their own entries, in the transaction of the act, say so (`audit: "own"`).
 */
export function watchRoutes(routes: readonly Route[], parts: WatchParts): readonly Route[] {
  return routes.map((route) => (isWatched(route) ? watched(route, parts) : route));
}

/** Whether an entry is written for this route here. */
export function isWatched({ method, audit }: Route): boolean {
  return method !== "get" && audit === undefined;
}

function watched(route: Route, { db, clock }: WatchParts): Route {
  return {
    ...route,
    run: async (call) => {
      const answer = await route.run(call);
      const actor = actorOf(call, clock.now());
      if (!isLeftUndone(answer)) await writeAudit(db.pool, { ...actor, ...(await deedOf(db, route, { call, answer })) });
      return answer;
    },
  };
}

interface Done {
  readonly call: Call;
  readonly answer: unknown;
}

async function deedOf(db: WatchParts["db"], route: Route, { call, answer }: Done): Promise<Deed> {
  const { act, kind } = actOf(route);
  const conversation = actAnswer.safeParse(answer);
  const client = clientBody.safeParse(call.body);
  const after = {
    ...(conversation.success ? conversation.data.conversation : {}),
    why: reasonBody.safeParse(call.body).data?.reason,
    ...planned(kind, call.body),
  };
  return {
    act,
    thing: thingOf(kind, call.params),
    storeId:
      call.params.storeId ??
      (kind === "conversation" ? await storeOf(db, call.params.id ?? "") : storeAnswer.safeParse(answer).data?.store),
    after,
    // A console that did not hear the answer sends the act again.
    ...(client.success ? { key: digest("act", act, call.principal.userId, client.data.clientId) } : {}),
  };
}

// Of a conversation only where it stands: no name and no word of a shopper.
const actAnswer = z.object({
  conversation: z.object({ status: z.string(), agent: z.object({ name: z.string() }).transform(({ name }) => name).optional() }), // prettier-ignore
});
/** Why somebody did it, in their own words to their colleagues. */
const reasonBody = z.object({ reason: z.string().max(1_000) });
const storeAnswer = z.object({ store: z.string().max(100) });
const clientBody = z.object({ clientId: z.string().max(100) });
/** It was refused, or only shown what it would do. */
const undoneAnswer = z.union([z.object({ outcome: z.literal("refused") }), z.object({ done: z.literal(false) })]);

function isLeftUndone(answer: unknown): boolean {
  return undoneAnswer.safeParse(answer).success;
}

/** Of a roster's changes what was asked for, which holds dates, hours and agents only; long ones by their beginning. */
function planned(kind: string, body: unknown): { readonly asked?: string } {
  if (kind !== "planning" || typeof body !== "object" || body === null || body instanceof Uint8Array) return {};
  // Why somebody is on leave is nobody's but their supervisor's.
  const asked = JSON.stringify({ ...body, note: undefined });
  return asked === "{}" ? {} : { asked: asked.length > MOST_ASKED ? `${asked.slice(0, MOST_ASKED)}…` : asked };
}

const MOST_ASKED = 2_000;

async function storeOf({ pool }: WatchParts["db"], conversation: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ storeId: string }>(`SELECT "storeId" FROM "Conversation" WHERE "id" = $1`, [conversation]);
  return rows[0]?.storeId;
}
