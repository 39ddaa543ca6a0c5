import { z } from "zod";
import { storeId } from "../../core/ids.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { findConversation } from "../store.ts";
import { earlierOf } from "../store/earlier.ts";
import { rulesInForce } from "../store/in-force.ts";
import { earlierIn } from "../views.ts";
import type { EarlierPage, RulesInForce } from "../workspace/api.ts";

interface BesideParts {
  readonly db: Database;
  readonly clock: Clock;
}

const PATH = "/api/console/conversations/:id";
const ROLES = ["agent", "supervisor", "admin"] as const;

/** What stands beside a conversation, read when it is opened: what the shopper talked about before, and what holds in the store today. */
export function besideRoutes(parts: BesideParts): readonly Route[] {
  return [
    { method: "get", path: `${PATH}/earlier`, roles: ROLES, run: (call) => readEarlier(parts, call) },
    { method: "get", path: `${PATH}/rules`, roles: ROLES, run: (call) => readRules(parts, call) },
  ];
}

const AFTER = "the id of the last conversation of the page before";
export const earlierQuery = z.object({ after: z.string(AFTER).min(1, AFTER).max(100, AFTER).optional() });

async function readEarlier({ db }: BesideParts, { principal, params, query }: Call): Promise<EarlierPage> {
  const client = db.scoped(principal.stores);
  const conversation = await findConversation(client, params.id ?? "");
  if (conversation === undefined) throw notFound("conversation");
  const { after } = checked(earlierQuery, query);
  if (after !== undefined && (await findConversation(client, after)) === undefined) throw notFound("conversation");
  const { found, hasMore } = await earlierOf(db, { stores: principal.stores, conversation, after });
  return { items: found.map(earlierIn), hasMore };
}

async function readRules({ db, clock }: BesideParts, { principal, params }: Call): Promise<RulesInForce> {
  const conversation = await findConversation(db.scoped(principal.stores), params.id ?? "");
  if (conversation === undefined) throw notFound("conversation");
  return rulesInForce(db, storeId(conversation.storeId), clock.now());
}
