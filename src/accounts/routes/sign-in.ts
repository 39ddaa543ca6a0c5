import express, { type Request, type Response, type Router } from "express";
import { z } from "zod";
import { readJson } from "../../infra/body.ts";
import { checked, problem } from "../../infra/problem.ts";
import type { SessionAnswer } from "../api.ts";
import { DISABLED_CODE } from "../auth.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "../passwords.ts";
import { announceChange } from "../store/people.ts";
import { ask, askOwn, codeOf, countTries, noteSignIn, noteTry, pass, signedIn, type SignInParts } from "./library.ts";

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

export const signInBody = z.strictObject(
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
  if (!answer.ok) await noteTry(parts, request, { email: body.email, act: "sign-in.failed" });
  // Whoever asks not to be remembered is not; whoever is still asked for a second step is when they took it.
  if ((await isIn(answer)) && body.rememberMe !== false)
    response.append("Set-Cookie", parts.accounts.devices.remember(request.headers.cookie, body.email));
  await noteSignIn(parts, request, answer);
  await pass(parts, answer, response);
}

async function isIn(answer: globalThis.Response): Promise<boolean> {
  return answer.ok && signedIn.safeParse(await answer.clone().json()).success;
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

async function signOut(parts: SignInParts, request: Request, response: Response): Promise<void> {
  const principal = await parts.accounts.authenticateSession(request);
  const asked = { path: "/sign-out", body: {} };
  // Nobody's session ends where nobody is signed in.
  const answer =
    principal === undefined
      ? await ask(parts, request, asked)
      : await askOwn(parts, request, { principal, act: "session.ended", ...asked });
  if (answer.ok && principal !== undefined) await announceChange(parts.db, principal.userId);
  await pass(parts, answer, response);
}

export const changeBody = z.strictObject(
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
  const asked = { path: "/change-password", body: { ...body, revokeOtherSessions: true } };
  const answer = await askOwn(parts, request, { principal, act: "password.changed", ...asked });
  if (answer.ok) {
    await allowed.takeBack(parts.clock.now());
    await announceChange(parts.db, principal.userId);
  } else if ((await codeOf(answer)) === "INVALID_PASSWORD")
    await noteTry(parts, request, { email: principal.email, act: "sign-in.failed" });
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
