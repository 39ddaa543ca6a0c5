import express, { type Request, type Response, type Router } from "express";
import { z } from "zod";
import { problem } from "../../core/problem.ts";
import { readJson } from "../../infra/body.ts";
import type { Database } from "../../infra/database.ts";
import { checked } from "../../infra/problem.ts";
import type { SecondStepAnswer, SecondStepBegun } from "../api.ts";
import { MAX_PASSWORD_LENGTH } from "../passwords.ts";
import type { Principal } from "../rules.ts";
import { emailOf, hasSecondStep, ofSecondStep, personAtStep } from "../store/second-step.ts";
import { countTry, forgetTries } from "../store/tries.ts";
import { ask, askOwn, codeOf, countTries, noteSignIn, noteTry, pass, refusal, signedIn, type SignInParts } from "./library.ts";

export interface SecondStepParts extends Omit<SignInParts, "db"> {
  readonly db: Database;
}

const BODY_LIMIT = "8kb";
const BASE = "/api/auth/second-step";

/** A code of one's phone beside the password: switching it on and off, and the step itself at the sign-in. */
export function secondStepRouter(parts: SecondStepParts): Router {
  const router = express.Router();
  const json = readJson(BODY_LIMIT);
  router.get(BASE, (request, response) => show(parts, request, response));
  router.post(`${BASE}/begin`, json, (request, response) => begin(parts, request, response));
  router.post(`${BASE}/confirm`, json, (request, response) => confirm(parts, request, response));
  router.post(`${BASE}/off`, json, (request, response) => switchOff(parts, request, response));
  router.post(`${BASE}/verify`, json, (request, response) => verify(parts, request, response));
  return router;
}

export const passwordBody = z.strictObject(
  { password: z.string("a text").min(1, "your password").max(MAX_PASSWORD_LENGTH, `at most ${MAX_PASSWORD_LENGTH} characters`) },
  "an object with password",
);
const CODE = "the six digits that your app shows now, or a backup code";
export const codeBody = z.strictObject(
  { code: z.string("a text").transform((code) => code.replace(/\s/g, "")).pipe(z.string().regex(/^(\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})$/, CODE)) }, // prettier-ignore
  "an object with code",
);

async function show(parts: SecondStepParts, request: Request, response: Response): Promise<void> {
  const { userId } = await requireSession(parts, request);
  const told: SecondStepAnswer = { isOn: await hasSecondStep(parts.db, userId) };
  response.setHeader("Cache-Control", "no-store");
  response.json(told);
}

const begun = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

/** Makes a secret and backup codes, told here and nowhere else; nothing is asked for before the first code was typed rightly. */
async function begin(parts: SecondStepParts, request: Request, response: Response): Promise<void> {
  const { password } = checked(passwordBody, request.body);
  const answer = await withPassword(parts, request, { path: "/two-factor/enable", body: { password, method: "totp" } });
  const { totpURI: uri, backupCodes } = begun.parse(await answer.json());
  const told: SecondStepBegun = { uri, backupCodes };
  response.setHeader("Cache-Control", "no-store");
  response.json(told);
}

async function confirm(parts: SecondStepParts, request: Request, response: Response): Promise<void> {
  const { code } = checked(codeBody, request.body);
  const principal = await requireSession(parts, request);
  const tries = await countCode(parts, request, principal);
  const asked = { path: "/two-factor/verify-totp", body: { code } };
  const answer = await askOwn(parts, request, { principal, act: "second-step.on", ...asked });
  if (answer.ok) await tries.forget();
  else await noteTry(parts, request, { email: principal.email, act: "second-step.failed" });
  await pass(parts, answer, response);
}

async function switchOff(parts: SecondStepParts, request: Request, response: Response): Promise<void> {
  const { password } = checked(passwordBody, request.body);
  const answer = await withPassword(parts, request, { path: "/two-factor/disable", body: { password }, act: "second-step.off" });
  await pass(parts, answer, response);
}

/** The second step of a sign-in whose password was right. */
async function verify(parts: SecondStepParts, request: Request, response: Response): Promise<void> {
  const { code } = checked(codeBody, request.body);
  const step = stepIn(request.headers.cookie);
  const userId = step === undefined ? undefined : await personAtStep(parts.db, step);
  if (userId === undefined) throw startAgain();
  const { email } = await emailOf(parts.db, userId);
  const tries = await countCode(parts, request, { userId, email });
  const path = code.includes("-") ? "/two-factor/verify-backup-code" : "/two-factor/verify-totp";
  const answer = await ask(parts, request, { path, body: { code } });
  const told = answer.ok ? signedIn.safeParse(await answer.clone().json()) : undefined;
  if (told?.success === true) {
    await tries.forget();
    response.append("Set-Cookie", parts.accounts.devices.remember(request.headers.cookie, told.data.user.email));
  }
  if (!answer.ok) await noteTry(parts, request, { email, act: "second-step.failed" });
  await noteSignIn(parts, request, answer);
  await pass(parts, answer, response);
}

/** The library names a step in a cookie of its own: `2fa-…`, a dot, and a signature, which it checks itself. */
function stepIn(cookies: string | undefined): string | undefined {
  const found = /(?:^|;\s*)(?:__Secure-)?counterbell\.two_factor=(2fa-[A-Za-z0-9_-]{1,64})\./.exec(cookies ?? "");
  return found?.[1];
}

function startAgain() {
  return problem(401, {
    title: "Not signed in",
    detail: "This sign-in took too long or had too many wrong codes; begin it again.",
  });
}

/** Counted before the code is looked at, in one statement: codes cannot be tried side by side. */
async function countCode(
  { db, clock }: SecondStepParts,
  request: Request,
  { userId, email }: Pick<Principal, "userId" | "email">,
) {
  const key = ofSecondStep(userId);
  const now = clock.now();
  const verdict = await countTry(db.pool, key, now);
  if (!verdict.isAllowed) {
    const lock = { key: key.key, until: verdict.until };
    await noteTry({ db, clock }, request, { email, act: "second-step.locked", lock });
    const retryAfter = Math.max(1, Math.ceil((verdict.until - now) / 1000));
    throw problem(429, { title: "Too many tries", detail: `Too many wrong codes. Try again in ${retryAfter} s.`, retryAfter });
  }
  return { forget: () => forgetTries(db.pool, key, clock.now()) };
}

/** Asks the library for something that takes the password; wrong ones are counted as at the sign-in, and told as a problem. */
async function withPassword(
  parts: SecondStepParts,
  request: Request,
  { act, ...asked }: Parameters<typeof ask>[2] & { readonly act?: string },
): Promise<globalThis.Response> {
  const principal = await requireSession(parts, request);
  const allowed = await countTries(parts, request, principal.email);
  const answer =
    act === undefined ? await ask(parts, request, asked) : await askOwn(parts, request, { principal, act, ...asked });
  if (!answer.ok) {
    await noteTry(parts, request, { email: principal.email, act: "sign-in.failed" });
    throw refusal(answer.status, await codeOf(answer), parts.config.baseUrl);
  }
  await allowed.takeBack(parts.clock.now());
  return answer;
}

async function requireSession({ accounts }: SecondStepParts, request: Request): Promise<Principal> {
  const principal = await accounts.authenticateSession(request);
  if (principal === undefined) throw problem(401, { title: "Not signed in", detail: "Sign in first." });
  return principal;
}
