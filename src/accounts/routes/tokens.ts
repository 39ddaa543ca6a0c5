import { z } from "zod";
import { actorOf } from "../../audit/actor.ts";
import { problem, wrongField } from "../../core/problem.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Reply, Route } from "../../infra/http.ts";
import { checked, notFound, typedText } from "../../infra/problem.ts";
import type { TokenCreated, TokenList } from "../api.ts";
import { TOKEN_SCOPES } from "../rules.ts";
import { LONGEST_DAYS, MOST_TOKENS } from "../rules/token.ts";
import { createToken, listTokens, revokeToken } from "../store/tokens.ts";

export interface TokenParts {
  readonly db: Database;
  readonly clock: Clock;
}

const PATH = "/api/console/tokens";
// Who only answers shoppers has nothing to automate.
const OWNERS = ["supervisor", "merchant", "admin"] as const;
const DAY_MS = 86_400_000;

/** Ways in for programs, each with its person's rights at most. A token makes no tokens: these are for people. */
export function tokenRoutes(parts: TokenParts): readonly Route[] {
  const common = { roles: OWNERS, isForPeople: true } as const;
  return [
    { ...common, method: "get", path: PATH, run: (call) => list(parts, call) },
    { ...common, method: "post", path: PATH, audit: "own", run: (call) => create(parts, call) },
    { ...common, method: "delete", path: `${PATH}/:id`, audit: "own", run: (call) => revoke(parts, call) },
  ];
}

async function list({ db }: TokenParts, { principal, query }: Call): Promise<TokenList> {
  const { of } = checked(LIST_QUERY, query);
  const isAll = of === "all" && principal.role === "admin";
  return { items: await listTokens(db, isAll ? undefined : principal.userId) };
}

async function create({ db, clock }: TokenParts, call: Call): Promise<Reply> {
  const { principal, body } = call;
  const { name, scope, stores, days } = checked(TOKEN_REQUEST, body);
  const foreign = stores.findIndex((store) => !principal.stores.some((own) => own === store));
  if (foreign >= 0) throw wrongField(400, `stores.${foreign}`, "the id of a store that exists");
  const now = clock.now();
  const wanted = { userId: principal.userId, name: name.trim(), scope, stores, expiresAt: now + days * DAY_MS };
  const made: TokenCreated | undefined = await createToken(db, { ...wanted, actor: actorOf(call, now) });
  if (made === undefined) throw tooMany();
  return { reply: { status: 201, body: made } };
}

async function revoke({ db, clock }: TokenParts, call: Call): Promise<undefined> {
  const { principal, params } = call;
  const whose = principal.role === "admin" ? undefined : principal.userId;
  const isGone = await revokeToken(db, { id: params.id ?? "", userId: whose }, actorOf(call, clock.now()));
  if (!isGone) throw notFound("token");
  return undefined;
}

function tooMany() {
  const remedy = "revoke one that is not used any more";
  return problem(409, { title: "Too many", detail: `You have ${MOST_TOKENS} tokens; ${remedy}.`, remedy });
}

export const LIST_QUERY = z.object({ of: z.enum(["own", "all"], "own or all").default("own") });
export const TOKEN_REQUEST = z.strictObject(
  {
    name: typedText(60),
    scope: z.enum(TOKEN_SCOPES, `one of ${TOKEN_SCOPES.join(", ")}`),
    stores: z.array(typedText(100), "a list of store ids").max(500, "at most 500 stores"),
    days: z.int("a whole number of days").min(1, "at least 1 day").max(LONGEST_DAYS, `at most ${LONGEST_DAYS} days`),
  },
  "an object with name, scope, stores and days",
);
