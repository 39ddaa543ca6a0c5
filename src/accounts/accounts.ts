import { fromNodeHeaders } from "better-auth/node";
import type { Request } from "express";
import type { Clock } from "../infra/clock.ts";
import type { Config } from "../infra/config.ts";
import type { Database } from "../infra/database.ts";
import type { Authenticate } from "../infra/http.ts";
import type { Log } from "../infra/log.ts";
import type { UserCreated, UserRequest, UserRow } from "./api.ts";
import { createAuth, type Auth, type PasswordHashing } from "./auth.ts";
import type { Actor } from "../audit/rules/entry.ts";
import { createDevices, type Devices } from "./devices.ts";
import { randomPassword } from "./passwords.ts";
import { setApprovals, type Approvals, type ApprovalsSaved } from "./store/approvals.ts";
import { ACCOUNTS_CHANNEL, changePerson, countPeople, createPerson, findPersonByEmail, listPeople, replacePassword, type PersonFault, type PersonSaved } from "./store/people.ts"; // prettier-ignore
import { readShown, withToken, type ShownToken } from "./rules/token.ts";
import { findPrincipal } from "./store/principal.ts";
import { dropSecondStep } from "./store/second-step.ts";
import { signInSecret } from "./store/secret.ts";
import { findToken } from "./store/tokens.ts";
import { forgetTries, ofEmail } from "./store/tries.ts";

/** People who sign in, as the rest of the program sees them. */
export interface Accounts {
  /** Reads the API token or the session's cookie; never cached, so that what was revoked stops at once. */
  readonly authenticate: Authenticate;
  /** Reads the session's cookie alone: signing in and out is for people. */
  readonly authenticateSession: Authenticate;
  readonly auth: Auth;
  /** Browsers that know an account: they have tries of their own. */
  readonly devices: Devices;
  list(): Promise<readonly UserRow[]>;
  count(): Promise<number>;
  /** Makes a person with a random password, which is told here and nowhere else. */
  create(request: UserRequest, actor?: Actor): Promise<PersonMade>;
  change(id: string, request: UserRequest, actor?: Actor): Promise<PersonSaved | undefined>;
  /** About which of their stores' knowledge a merchant decides. */
  approve(approvals: Approvals): Promise<ApprovalsSaved | undefined>;
  /** A new random password; ends all sessions and any lock-out. Undefined when there is no such person. */
  resetPassword(who: { readonly id: string } | { readonly email: string }, actor?: Actor): Promise<UserCreated | undefined>;
  /** For somebody who lost their phone; false when they had no second step. */
  dropSecondStep(id: string, actor: Actor): Promise<boolean>;
  /** As it is stored. */
  hash(password: string): Promise<string>;
  /** Calls back with a person's id when their rights or sessions changed, in whichever process. Returns how to stop. */
  onChanged(listener: (userId: string) => void): () => void;
  close(): Promise<void>;
}

export type PersonMade = ({ readonly type: "created" } & UserCreated) | { readonly type: "refused"; readonly fault: PersonFault };

export interface AccountParts {
  readonly db: Database;
  readonly config: Pick<Config, "baseUrl">;
  readonly log: Log;
  readonly clock: Clock;
  /** Tests that make hundreds of people pass a quick one. */
  readonly hashing?: PasswordHashing;
}

/** Opens the accounts: makes the sign-in secret when there is none yet, and listens for changes by other processes. */
export async function createAccounts(parts: AccountParts): Promise<Accounts> {
  const { db } = parts;
  const secret = await signInSecret(db);
  const auth = createAuth({ ...parts, secret });
  const hash = async (password: string): Promise<string> => (await auth.$context).password.hash(password);
  const changes = await heardChanges(db);
  return {
    auth,
    devices: createDevices({ secret, isSecure: new URL(parts.config.baseUrl).protocol === "https:" }),
    authenticate: async (request) => {
      const shown = readShown(request.headers.authorization);
      // Whoever shows a token is who the token says, or nobody; never whoever's cookie came along.
      return shown.type === "none" ? bySession(auth, db, request) : byToken(parts, shown);
    },
    authenticateSession: (request) => bySession(auth, db, request),
    hash,
    list: () => listPeople(db),
    count: () => countPeople(db),
    create: async (request, actor) => {
      const password = randomPassword();
      const saved = await createPerson(db, { request, passwordHash: await hash(password), actor });
      return saved.type === "refused" ? saved : { type: "created", user: saved.row, password };
    },
    change: (id, request, actor) => changePerson(db, { id, request, actor }),
    approve: (approvals) => setApprovals(db, approvals),
    resetPassword: async (who, actor) => {
      const id = "id" in who ? who.id : await findPersonByEmail(db, who.email);
      if (id === undefined) return undefined;
      const password = randomPassword();
      const user = await replacePassword(db, { id, passwordHash: await hash(password), actor });
      if (user === undefined) return undefined;
      await forgetTries(db.pool, ofEmail(user.email), parts.clock.now());
      return { user, password };
    },
    dropSecondStep: (id, actor) => dropSecondStep(db, id, actor),
    onChanged: changes.subscribe,
    close: changes.stop,
  };
}

async function byToken({ db, clock }: AccountParts, shown: ShownToken): ReturnType<Authenticate> {
  const now = clock.now();
  const found = shown.type === "token" ? await findToken(db.pool, shown.token, now) : undefined;
  const owner = found === undefined ? undefined : await findPrincipal(db.pool, found.userId);
  return found === undefined || owner === undefined ? undefined : withToken(owner, found, now);
}

async function bySession(auth: Auth, db: Database, request: Request): ReturnType<Authenticate> {
  if (request.headers.cookie === undefined) return undefined;
  const { headers, response } = await auth.api.getSession({
    headers: fromNodeHeaders(request.headers),
    returnHeaders: true,
  });
  if (response === null) return undefined;
  // A session in use is prolonged once a day; the browser must keep its cookie as long.
  if (request.res?.headersSent === false) for (const cookie of headers.getSetCookie()) request.res.append("Set-Cookie", cookie);
  const principal = await findPrincipal(db.pool, response.user.id);
  return principal === undefined ? undefined : { ...principal, sessionId: response.session.id };
}

interface Changes {
  subscribe(listener: (userId: string) => void): () => void;
  stop(): Promise<void>;
}

async function heardChanges(db: Database): Promise<Changes> {
  const listeners = new Set<(userId: string) => void>();
  const stop = await db.listen(ACCOUNTS_CHANNEL, (userId) => {
    for (const listener of listeners) listener(userId);
  });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop,
  };
}
