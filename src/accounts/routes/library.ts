import type { Request, Response } from "express";
import { z } from "zod";
import { personAt } from "../../audit/actor.ts";
import { noting } from "../../audit/pending.ts";
import { writeAudit } from "../../audit/store.ts";
import { digest } from "../../core/ids.ts";
import { wrongField } from "../../core/problem.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Config } from "../../infra/config.ts";
import type { Database } from "../../infra/database.ts";
import { problem, type HttpProblem } from "../../infra/problem.ts";
import type { Accounts } from "../accounts.ts";
import type { SignInOutcome } from "../api.ts";
import { ADDRESS_HEADER, DISABLED_CODE, trustedOrigins } from "../auth.ts";
import type { Principal } from "../rules.ts";
import { strangerName } from "../rules/stranger.ts";
import { findNamedByEmail } from "../store/people.ts";
import { addressOf, countAttempt, type Counted, type Lock } from "./allowance.ts";

export interface SignInParts {
  readonly accounts: Accounts;
  readonly db: Pick<Database, "pool" | "transaction">;
  readonly config: Pick<Config, "baseUrl">;
  readonly clock: Clock;
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
export async function ask(
  { accounts, config }: SignInParts,
  request: Request,
  { path, body }: Asked,
): Promise<globalThis.Response> {
  const headers = new Headers({ "content-type": "application/json", [ADDRESS_HEADER]: request.ip ?? "" });
  for (const name of PASSED_ON) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  const url = `${new URL(config.baseUrl).origin}/api/auth${path}`;
  return accounts.auth.handler(new globalThis.Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
}

const PASSED_ON = ["cookie", "origin", "referer", "host", "user-agent", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest"];

/** Tells the browser what the library said, without the session's token. */
export async function pass({ config }: SignInParts, answer: globalThis.Response, response: Response): Promise<void> {
  if (!answer.ok) throw refusal(answer.status, await codeOf(answer), config.baseUrl);
  for (const cookie of answer.headers.getSetCookie()) response.append("Set-Cookie", cookie);
  response.setHeader("Cache-Control", "no-store");
  const body: unknown = await answer.json();
  const told = signedIn.safeParse(body);
  const plain: SignInOutcome = told.success ? told.data : { success: true };
  const outcome: SignInOutcome = stepWanted.safeParse(body).success ? { needsSecondStep: true } : plain;
  response.json(outcome);
}

/** Somebody is signed in. The answer also has the session's token, which scripts have no business with. */
export const signedIn = z.object({ user: z.object({ id: z.string(), name: z.string(), email: z.string() }) });
const stepWanted = z.object({ twoFactorRedirect: z.literal(true) });
const refused = z.object({ code: z.string() });

/** Why the library refused something, in its own word. */
export async function codeOf(answer: globalThis.Response): Promise<string> {
  const told = refused.safeParse(
    await answer
      .clone()
      .json()
      .catch(() => undefined),
  );
  return told.success ? told.data.code : "";
}

/** What the library refused, as our other problems are told. */
export function refusal(status: number, code: string, baseUrl: string): HttpProblem {
  switch (code) {
    case "INVALID_EMAIL_OR_PASSWORD":
      return problem(401, { title: "Not signed in", detail: "The e-mail address or the password is wrong." });
    case "INVALID_PASSWORD":
      return wrongField(400, "currentPassword", "your password as it is now");
    case "INVALID_CODE":
    case "INVALID_BACKUP_CODE":
      return wrongField(400, "code", "the six digits that your app shows now, or a backup code that was not used yet");
    case "INVALID_TWO_FACTOR_COOKIE":
    case "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE":
      return problem(401, {
        title: "Not signed in",
        detail: "This sign-in took too long or had too many wrong codes; begin it again.",
      });
    case "ACCOUNT_TEMPORARILY_LOCKED":
      return problem(429, { title: "Too many tries", detail: "Too many wrong codes. Try again in 900 s.", retryAfter: 900 });
    case "TOTP_ALREADY_ENABLED":
      return problem(409, { title: "Conflict", detail: "The second step is on already; switch it off first." });
    case "TOTP_NOT_ENABLED":
      return problem(409, { title: "Conflict", detail: "There is no second step to confirm; begin it first." });
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

/** Counts before the password is looked at; throws 429 when there were too many, 403 uncounted for what other sites post. */
export async function countTries(
  { db, clock, config, accounts }: SignInParts,
  request: Request,
  email: string,
): Promise<Counted> {
  // Other people's pages could otherwise use up the tries of whoever looks at them.
  if (isForeign(request, config.baseUrl)) throw refusal(403, "INVALID_ORIGIN", config.baseUrl);
  const device = accounts.devices.recognise(request.headers.cookie, email);
  const onLocked = (lock: Lock): Promise<void> => noteTry({ db, clock }, request, { email, act: "sign-in.locked", lock });
  return countAttempt(db.pool, { email, address: addressOf(request), device, at: clock.now(), onLocked });
}

interface Tried {
  readonly email: string;
  readonly act: "sign-in.failed" | "sign-in.locked" | "second-step.failed" | "second-step.locked";
  /** A lock is told once, however many are turned away by it. */
  readonly lock?: Lock | undefined;
}

/** Who tried to come in and did not. Of an address that is nobody's only a part is kept. */
export async function noteTry(
  { db, clock }: { readonly db: Pick<Database, "pool">; readonly clock: Clock },
  request: Request,
  { email, act, lock }: Tried,
): Promise<void> {
  const person = await findNamedByEmail(db, email);
  const stranger = strangerName(email);
  const at = clock.now();
  const from = request.ip ?? "unknown";
  const who = person === undefined ? { by: "unknown", byName: stranger } : { by: person.id, byName: person.name };
  const thing = person === undefined ? "person:unknown" : `person:${person.id}`;
  const once =
    lock === undefined
      ? {}
      : { key: digest("locked", lock.key, String(lock.until)), after: { until: new Date(lock.until).toISOString() } };
  await writeAudit(db.pool, { at, from, ...who, act, thing, thingName: person?.name ?? stranger, ...once });
}

/** Who came in, from where; whoever is still asked for a second step did not. */
export async function noteSignIn({ db, clock }: SignInParts, request: Request, answer: globalThis.Response): Promise<void> {
  const told = answer.ok ? signedIn.safeParse(await answer.clone().json()) : undefined;
  if (told?.success !== true) return;
  const { id, name } = told.data.user;
  const actor = { at: clock.now(), by: id, byName: name, from: request.ip ?? "unknown" };
  await writeAudit(db.pool, { ...actor, act: "session.started", thing: `person:${id}`, thingName: name });
}

interface OwnAct extends Asked {
  readonly principal: Principal;
  readonly act: string;
}

/** Asks the library for what somebody does with their own way in: noted before, so that a crash loses no entry. */
export async function askOwn(
  parts: SignInParts,
  request: Request,
  { principal, act, ...asked }: OwnAct,
): Promise<globalThis.Response> {
  const actor = personAt(principal, request.ip, parts.clock.now());
  const entry = { ...actor, act, thing: `person:${principal.userId}`, thingName: principal.name };
  return noting(parts.db, entry, async () => {
    const result = await ask(parts, request, asked);
    return { result, isDone: result.ok };
  });
}
