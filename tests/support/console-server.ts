import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Router } from "express";
import { createAccounts, type Accounts } from "../../src/accounts/accounts.ts";
import type { UserRequest } from "../../src/accounts/api.ts";
import { alertRoutes } from "../../src/alerts/routes.ts";
import { answeringRoutes } from "../../src/answering/routes.ts";
import { invitationRoutes } from "../../src/accounts/routes/invitations.ts";
import { invitedRouter } from "../../src/accounts/routes/invited.ts";
import { linkRoutes } from "../../src/accounts/routes/links.ts";
import { secondStepRouter } from "../../src/accounts/routes/second-step.ts";
import { sessionRoutes } from "../../src/accounts/routes/sessions.ts";
import { signInRouter } from "../../src/accounts/routes/sign-in.ts";
import { tokenRoutes } from "../../src/accounts/routes/tokens.ts";
import { userRoutes } from "../../src/accounts/routes/users.ts";
import { auditRoutes } from "../../src/audit/routes.ts";
import type { Spine } from "../../src/core/spine.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import { deskRoutes } from "../../src/desk/routes.ts";
import { createEventStreams } from "../../src/desk/routes/events.ts";
import { createOnlookers } from "../../src/desk/routes/onlookers.ts";
import { createTypingSigns } from "../../src/desk/routes/typing.ts";
import { systemClock } from "../../src/infra/clock.ts";
import type { Database } from "../../src/infra/database.ts";
import type { Files } from "../../src/infra/files.ts";
import { createApp, finishApp, mountRoutes, type Route } from "../../src/infra/http.ts";
import { createLog } from "../../src/infra/log.ts";
import { figuresRoutes } from "../../src/figures/routes.ts";
import { guardRoutes } from "../../src/guard/routes.ts";
import { knowledgeRoutes } from "../../src/knowledge/routes.ts";
import { goldenRoutes } from "../../src/knowledge/routes/golden.ts";
import { tryRoutes } from "../../src/knowledge/routes/try.ts";
import { proposalRoutes } from "../../src/knowledge/routes/proposals.ts";
import { createPresence, type Presence } from "../../src/staffing/presence.ts";
import { phraseRoutes } from "../../src/phrases/routes.ts";
import { requestRoutes } from "../../src/requests/routes.ts";
import { settingsRoutes } from "../../src/settings/routes.ts";
import { planningRoutes } from "../../src/planning/routes/planning.ts";
import { staffingRoutes } from "../../src/staffing/routes.ts";
import { placeRoutes } from "../../src/stores/routes.ts";
import { createUploads } from "../../src/visitors/uploads.ts";
import { wallRoutes } from "../../src/wall/routes.ts";
import { webhookRoutes } from "../../src/webhooks/routes.ts";
import { departureOf } from "./described-answers.ts";
import { learningRoutes } from "../../src/learning/routes.ts";
import { levelRoutes } from "../../src/levels/routes.ts";
import { literalUnderstanding, literalWorkbench } from "./literal-understanding.ts";
import { quickPasswords } from "./quick-passwords.ts";
import { clockAt, plainUnderstanding, worldOn, type World } from "./worlds.ts";

/** The console's server over the real spine, as main puts it together, without its pages. */
export interface ConsoleServer {
  readonly origin: string;
  readonly routes: readonly Route[];
  readonly accounts: Accounts;
  readonly world: World;
  readonly presence: Presence;
  /** The time by which tries to sign in are counted. */
  readonly clock: ReturnType<typeof clockAt>;
  readonly files: Map<string, Buffer>;
  /** What shoppers who listen in this process were shown of writing agents. */
  readonly typed: readonly Typed[];
  /** Makes a person and signs them in. */
  person(request: Partial<UserRequest> & Pick<UserRequest, "role">): Promise<SignedIn>;
  browser(): Browser;
  close(): Promise<void>;
}

interface Typed {
  readonly lane: string;
  readonly name: string;
}

export interface SignedIn extends Browser {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly credentials: { readonly email: string; readonly password: string };
}

export interface ConsoleSettings {
  readonly waitMs?: number;
  readonly beatMs?: number;
  readonly baseUrl?: string;
  /** Webhooks may be sent to this machine. */
  readonly toPrivate?: boolean;
  /** Stands before the real spine. */
  readonly spine?: (real: Spine) => Spine;
  /** Proposals are tried on it; one that understands by letter when absent. */
  readonly openTrial?: () => Understanding;
}

/** Tests look when they want to know. */
const SELDOM_MS = 600_000;

/** Starts it on this database. */
export async function startConsole(db: Database, settings: ConsoleSettings = {}): Promise<ConsoleServer> {
  const app = createApp({ trustProxy: ["loopback"] });
  const server = createServer(app);
  // A busy machine may be silent for longer than the usual 5 s between two requests of a test.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const config = { baseUrl: settings.baseUrl ?? origin };
  const clock = clockAt("2026-11-20T10:00:00+08:00");
  const log = createLog("silent");
  const understanding = plainUnderstanding();
  const world = await worldOn(db, [], understanding);
  const spine = settings.spine?.(world.spine) ?? world.spine;
  const accounts = await createAccounts({ db, config, log, clock, hashing: quickPasswords });
  const { authenticate } = accounts;
  const files = new Map<string, Buffer>();
  const presence = createPresence({ db, spine, clock: world.clock, log, beatMs: SELDOM_MS });
  const events = createEventStreams({
    db,
    spine,
    presence,
    authenticate,
    onAccountChanged: accounts.onChanged,
    log,
    beatMs: settings.beatMs,
  });
  const typed: Typed[] = [];
  const typing = await createTypingSigns({ db, show: (sign) => void typed.push(sign) });
  const onlookers = await createOnlookers({ db, now: world.clock.now, streams: events });
  const trying = { database: db, now: world.clock.now, openTrial: settings.openTrial ?? literalUnderstanding };
  const routes = [
    ...userRoutes(accounts, clock),
    ...auditRoutes({ db }),
    ...linkRoutes({ db, clock }),
    ...tokenRoutes({ db, clock }),
    ...sessionRoutes({ db, clock: systemClock }),
    ...invitationRoutes({ db, clock, config }),
    ...staffingRoutes({ db, spine, clock: world.clock }),
    ...planningRoutes({ db, spine, clock: world.clock }),
    ...placeRoutes({ db, clock: world.clock, baseUrl: config.baseUrl, channels: ["web"] }),
    ...knowledgeRoutes({ database: db, now: world.clock.now, understanding, onChange: () => undefined }),
    ...proposalRoutes({ ...trying, understanding, onChange: world.spine.forgetStore }),
    ...goldenRoutes(trying),
    ...tryRoutes({ database: db, now: world.clock.now, understanding, learnStore: world.spine.learnStore }),
    ...answeringRoutes({ ...trying, workbench: literalWorkbench(trying.openTrial) }),
    ...learningRoutes({ ...trying, workbench: literalWorkbench(trying.openTrial), log }),
    ...alertRoutes({ db, clock: world.clock, onSeen: events.tellAlerts }),
    ...phraseRoutes({ db, clock: world.clock }),
    ...figuresRoutes({ database: db, now: world.clock.now }),
    ...guardRoutes({ db }),
    ...settingsRoutes({ db, spine, clock: world.clock }),
    ...wallRoutes({ database: db, now: world.clock.now }),
    ...webhookRoutes({ db, clock: world.clock, policy: { toPrivate: settings.toPrivate ?? false }, wake: async () => undefined }),
    ...levelRoutes({ database: db, now: world.clock.now }),
    ...requestRoutes({ db, spine, clock: world.clock, waitMs: settings.waitMs }),
    ...deskRoutes({
      db,
      spine,
      guard: world.spine,
      clock: world.clock,
      waitMs: settings.waitMs,
      events,
      typing,
      presence: onlookers,
      retryParked: world.spine.retryParked,
      uploads: createUploads({ database: db, files: filesIn(files), now: world.clock.now }),
    }),
  ];
  app.use(invitedRouter({ accounts, db, config, clock }));
  app.use(secondStepRouter({ accounts, db, config, clock }));
  app.use(signInRouter({ accounts, db, config, clock }));
  const router = Router();
  mountRoutes(router, routes, authenticate);
  app.use(router);
  finishApp(app, log);
  let people = 0;
  return {
    origin,
    routes,
    accounts,
    world,
    presence,
    clock,
    files,
    typed,
    browser: () => createBrowser(origin),
    person: async (request) => {
      people += 1;
      const full = { name: `person ${people}`, email: `person-${people}@example.com`, stores: [], ...request };
      const made = await accounts.create(full);
      if (made.type === "refused") throw new Error(`the test's person was refused: ${made.fault.field} ${made.fault.remedy}`);
      const browser = createBrowser(origin);
      const signedIn = await browser.post("/api/auth/sign-in/email", { email: full.email, password: made.password });
      if (signedIn.status !== 200) throw new Error(`the test's person could not sign in: ${signedIn.status} ${signedIn.text}`);
      const credentials = { email: full.email, password: made.password };
      return { ...browser, id: made.user.id, ...credentials, credentials };
    },
    close: async () => {
      presence.close();
      events.close();
      await typing.close();
      await onlookers.close();
      await accounts.close();
      await world.spine.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function filesIn(kept: Map<string, Buffer>): Files {
  return {
    keep: async (bytes) => {
      const id = randomUUID().replaceAll("-", "");
      kept.set(id, bytes);
      return id;
    },
    read: async (id) => kept.get(id),
    remove: async (ids) => ids.forEach((id) => kept.delete(id)),
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

type Headers_ = Readonly<Record<string, string>>;

/** Keeps cookies and says where it comes from, as a browser does. */
export interface Browser {
  readonly cookie: () => string;
  get(path: string, headers?: Headers_): Promise<Answer>;
  post(path: string, body: unknown, headers?: Headers_): Promise<Answer>;
  put(path: string, body: unknown, headers?: Headers_): Promise<Answer>;
  /** The body as it is. */
  send(
    method: string,
    path: string,
    init: { readonly body?: string | Uint8Array | undefined; readonly headers?: Headers_ },
  ): Promise<Answer>;
}

export function createBrowser(origin: string): Browser {
  const jar = new Map<string, string>();
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const send: Browser["send"] = async (method, path, { body, headers }) => {
    const all = { ...(jar.size === 0 ? {} : { cookie: cookie() }), ...(method === "GET" ? {} : { origin }), ...headers };
    const response = await fetch(`${origin}${path}`, { method, headers: all, ...(body === undefined ? {} : { body }) });
    for (const line of response.headers.getSetCookie()) remember(jar, line);
    const text = await response.text();
    const json = jsonOf(text);
    const type = response.headers.get("content-type") ?? "";
    const departure = departureOf({ method, path, body: jsonOf(String(body)), status: response.status, type, json });
    // What a test hears of the API is as the API is described, whatever else the test is about.
    if (departure !== undefined) throw new Error(`${method} ${path} ${departure}`);
    return { status: response.status, headers: response.headers, text, json };
  };
  const withJson =
    (method: string) =>
    (path: string, body: unknown, headers: Headers_ = {}) =>
      send(method, path, { body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } });
  return {
    cookie,
    send,
    get: (path, headers) => send("GET", path, headers === undefined ? {} : { headers }),
    post: withJson("POST"),
    put: withJson("PUT"),
  };
}

function remember(jar: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const at = pair.indexOf("=");
  const isGone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
  if (isGone) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
