import express, { type Request, type Response, type Router } from "express";
import { z } from "zod";
import { personAt } from "../../audit/actor.ts";
import { writeAudit } from "../../audit/store.ts";
import { wrongField } from "../../core/problem.ts";
import { readJson } from "../../infra/body.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Config } from "../../infra/config.ts";
import type { Database } from "../../infra/database.ts";
import { checked, problem, type HttpProblem } from "../../infra/problem.ts";
import type { Accounts } from "../accounts.ts";
import type { SessionAnswer } from "../api.ts";
import type { Principal } from "../rules.ts";
import { ADDRESS_HEADER, DISABLED_CODE, trustedOrigins } from "../auth.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "../passwords.ts";
import { announceChange } from "../store/people.ts";
import { addressOf, countAttempt, type Counted } from "./allowance.ts";

export interface SignInParts {
  readonly accounts: Accounts;
  readonly db: Pick<Database, "pool">;
  readonly config: Pick<Config, "baseUrl">;
  readonly clock: Clock;
}

const BODY_LIMIT = "8kb";

/**
 * `/api/auth/*`: signing in and out, changing one's password, asking who one is. Only these reach the library; what it
 * answers is told as our other answers are, and the session's token stays in its cookie.
 */
export function signInRouter(parts: SignInParts): Router {
  const router = express.Router();
  const json = readJson(BODY_LIMIT);
  router.post("/api/auth/sign-in/email", json, (request, response) => signIn(parts, request, response));
  router.post("/api/auth/sign-out", json, (request, response) => signOut(parts, request, response));
  router.post("/api/auth/change-password", json, (request, response) => changePassword(parts, request, response));
  router.get("/api/auth/session", (request, response) => readSession(parts, request, response));
  router.all("/api/auth/{*any}", (request) => {
    throw problem(404, { title: "Not found", detail: `There is nothing at ${request.method} ${request.path}.` });
  });
  return router;
}

const password = z.string("a text").min(1, "your password").max(MAX_PASSWORD_LENGTH, `at most ${MAX_PASSWORD_LENGTH} characters`);

const signInBody = z.strictObject(
  {
    email: z.string("a text").max(254, "at most 254 characters").pipe(z.email("an e-mail address such as name@example.com")),
    password,
    rememberMe: z.boolean("true or false").optional(),
  },
  "an object with email and password",
);

async function signIn(parts: SignInParts, request: Request, response: Response): Promise<void> {
  const body = checked(signInBody, request.body);
  const allowed = await countTries(parts, request, body.email);
  const answer = await ask(parts, request, { path: "/sign-in/email", body });
  const isKnown = answer.ok || (await codeOf(answer)) === DISABLED_CODE;
  if (isKnown) await allowed.takeBack(parts.clock.now());
  // Whoever asks not to be remembered is not.
  if (answer.ok && body.rememberMe !== false)
    response.append("Set-Cookie", parts.accounts.devices.remember(request.headers.cookie, body.email));
  await noteSignIn(parts, request, answer);
  await pass(parts, answer, response);
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** Signs somebody in whose account was made in this very request. */
export async function letIn(
  parts: SignInParts,
  { request, response }: Exchange,
  body: { readonly email: string; readonly password: string },
): Promise<void> {
  const answer = await ask(parts, request, { path: "/sign-in/email", body });
  if (answer.ok) response.append("Set-Cookie", parts.accounts.devices.remember(request.headers.cookie, body.email));
  await noteSignIn(parts, request, answer);
  await pass(parts, answer, response);
}

/** Who came in, from where; whoever is still asked for a second step did not. */
async function noteSignIn({ db, clock }: SignInParts, request: Request, answer: globalThis.Response): Promise<void> {
  const told = answer.ok ? signedIn.safeParse(await answer.clone().json()) : undefined;
  if (told?.success !== true) return;
  const { id, name } = told.data.user;
  const actor = { at: clock.now(), by: id, byName: name, from: request.ip ?? "unknown" };
  await writeAudit(db.pool, { ...actor, act: "session.started", thing: `person:${id}`, thingName: name });
}

async function signOut(parts: SignInParts, request: Request, response: Response): Promise<void> {
  const principal = await parts.accounts.authenticateSession(request);
  const answer = await ask(parts, request, { path: "/sign-out", body: {} });
  if (answer.ok && principal !== undefined) {
    await announceChange(parts.db, principal.userId);
    await noteOwn(parts, request, { principal, act: "session.ended" });
  }
  await pass(parts, answer, response);
}

interface OwnAct {
  readonly principal: Principal;
  readonly act: string;
}

async function noteOwn({ db, clock }: SignInParts, request: Request, { principal, act }: OwnAct): Promise<void> {
  const actor = personAt(principal, request.ip, clock.now());
  await writeAudit(db.pool, { ...actor, act, thing: `person:${principal.userId}`, thingName: principal.name });
}

const changeBody = z.strictObject(
  {
    currentPassword: password,
    newPassword: password.min(MIN_PASSWORD_LENGTH, `at least ${MIN_PASSWORD_LENGTH} characters`),
    revokeOtherSessions: z.boolean("true or false").optional(),
  },
  "an object with currentPassword and newPassword",
);

async function changePassword(parts: SignInParts, request: Request, response: Response): Promise<void> {
  const body = checked(changeBody, request.body);
  const principal = await parts.accounts.authenticateSession(request);
  if (principal === undefined) throw problem(401, { title: "Not signed in", detail: "Sign in first." });
  // Whoever found an open browser may not guess the password there either.
  const allowed = await countTries(parts, request, principal.email);
  // Always: a stolen session must not survive the change.
  const answer = await ask(parts, request, { path: "/change-password", body: { ...body, revokeOtherSessions: true } });
  if (answer.ok) {
    await allowed.takeBack(parts.clock.now());
    await announceChange(parts.db, principal.userId);
    await noteOwn(parts, request, { principal, act: "password.changed" });
  }
  await pass(parts, answer, response);
}

// 200 also for nobody: a browser writes every 401 into its console as an error, and being signed out is none.
async function readSession({ accounts }: SignInParts, request: Request, response: Response): Promise<void> {
  const principal = await accounts.authenticateSession(request);
  const told: SessionAnswer = {
    user: principal === undefined ? null : { id: principal.userId, name: principal.name, role: principal.role },
  };
  response.setHeader("Cache-Control", "no-store");
  response.json(told);
}

/** Counts before the password is looked at; throws 429 when there were too many, 403 uncounted for what other sites post. */
async function countTries({ db, clock, config, accounts }: SignInParts, request: Request, email: string): Promise<Counted> {
  // Other people's pages could otherwise use up the tries of whoever looks at them.
  if (isForeign(request, config.baseUrl)) throw refusal(403, "INVALID_ORIGIN", config.baseUrl);
  const device = accounts.devices.recognise(request.headers.cookie, email);
  return countAttempt(db.pool, { email, address: addressOf(request), device, at: clock.now() });
}

/** Posted by a page of another site, as far as its browser says so; the library judges the rest. */
export function isForeign(request: Request, baseUrl: string): boolean {
  const origin = request.get("origin");
  const site = request.get("sec-fetch-site");
  if (site === "cross-site") return true;
  if (origin === undefined || (origin === "null" && site === "same-origin")) return false;
  return !trustedOrigins(new URL(baseUrl), request.get("host")).includes(origin);
}

interface Asked {
  readonly path: string;
  readonly body: object;
}

/** Hands a checked request to the library, with the browser's own headers, so that it also checks where it came from. */
async function ask({ accounts, config }: SignInParts, request: Request, { path, body }: Asked): Promise<globalThis.Response> {
  const headers = new Headers({ "content-type": "application/json", [ADDRESS_HEADER]: request.ip ?? "" });
  for (const name of PASSED_ON) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  const url = `${new URL(config.baseUrl).origin}/api/auth${path}`;
  return accounts.auth.handler(new globalThis.Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
}

const PASSED_ON = ["cookie", "origin", "referer", "host", "user-agent", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest"];

async function pass({ config }: SignInParts, answer: globalThis.Response, response: Response): Promise<void> {
  if (!answer.ok) throw refusal(answer.status, await codeOf(answer), config.baseUrl);
  for (const cookie of answer.headers.getSetCookie()) response.append("Set-Cookie", cookie);
  response.setHeader("Cache-Control", "no-store");
  const told = signedIn.safeParse(await answer.json());
  response.json(told.success ? told.data : { success: true });
}

// The answer also has the session's token, which scripts have no business with.
const signedIn = z.object({ user: z.object({ id: z.string(), name: z.string(), email: z.string() }) });
const refused = z.object({ code: z.string() });

async function codeOf(answer: globalThis.Response): Promise<string> {
  const told = refused.safeParse(
    await answer
      .clone()
      .json()
      .catch(() => undefined),
  );
  return told.success ? told.data.code : "";
}

function refusal(status: number, code: string, baseUrl: string): HttpProblem {
  switch (code) {
    case "INVALID_EMAIL_OR_PASSWORD":
      return problem(401, { title: "Not signed in", detail: "The e-mail address or the password is wrong." });
    case "INVALID_PASSWORD":
      return wrongField(400, "currentPassword", "your password as it is now");
    case DISABLED_CODE:
      return problem(403, { title: "Not allowed", detail: "This account is switched off; ask an admin." });
    case "INVALID_ORIGIN":
    case "MISSING_OR_NULL_ORIGIN":
    case "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED":
      return problem(403, {
        title: "Not allowed",
        detail: `This request came from a page of another site. Open ${baseUrl}, or set BASE_URL to the address people use.`,
      });
    default:
      if (status >= 500) throw new Error(`The sign-in library answered ${status} ${code}; see its own lines in the log.`);
      return problem(status, { title: "Not done", detail: `The sign-in refused this: ${code || status}.` });
  }
}
