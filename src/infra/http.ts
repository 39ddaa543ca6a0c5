import express, { type Express, type NextFunction, type Request, type Response, type Router } from "express";
import helmet from "helmet";
import type { Principal } from "../accounts/rules.ts";
import type { Role } from "../desk/api.ts";
import { inTime, readJson } from "./body.ts";
import type { Log } from "./log.ts";
import { asProblem, problem, type HttpProblem } from "./problem.ts";

/** One endpoint as data: mounted by `mountRoutes`, and read by the test that tries every role with every foreign id. */
export interface Route {
  readonly method: "get" | "post" | "put" | "delete";
  /** Express 5 path, from the root: `/api/console/stores/:storeId/articles`. */
  readonly path: string;
  /** Who may call it; everybody else is answered 403, nobody signed in 401. */
  readonly roles: readonly Role[];
  /** Set when the route reads the raw body itself (files). */
  readonly rawBody?: { readonly maxBytes: number };
  /**
   * `own`: what it does is in the audit log, written in the transaction of the act. `none`: it is no act on people, rosters, knowledge,
   * conversations or settings. Absent only where nothing changes; tests/routes/audit-walk.test.ts tries them all.
   */
  readonly audit?: "own" | "none";
  /** Set where no API token may go, whatever its rights: what makes people, ways in and more tokens. */
  readonly isForPeople?: true;
  /** Its answer is sent as JSON; undefined as 204; a `Reply` as it says. */
  readonly run: (call: Call) => Promise<unknown>;
}

export interface Call {
  readonly principal: Principal;
  readonly params: Readonly<Record<string, string>>;
  /** The first value of each query parameter. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly request: Request;
  readonly response: Response;
}

/** An answer with a status or headers of its own. `body` may be bytes. */
export interface Reply {
  readonly reply: { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };
}

/** Tells who is signed in; undefined when nobody is. */
export type Authenticate = (request: Request) => Promise<Principal | undefined>;

/** Mounts a feature's endpoints. */
export function mountRoutes(router: Router, routes: readonly Route[], authenticate: Authenticate): void {
  for (const route of routes) {
    const body = route.rawBody === undefined ? readJson(JSON_LIMIT) : inTime(rawBody(route.rawBody.maxBytes), RAW_WITHIN_MS);
    router[route.method](route.path, guard(route, authenticate), body, async (request, response) => {
      const principal: Principal = response.locals.principal;
      const call = {
        principal,
        params: printable(strings(request.params)),
        query: printable(strings(request.query)),
        body: bodyOf(request),
        request,
        response,
      };
      send(response, await route.run(call));
    });
  }
}

const JSON_LIMIT = "256kb";
/** 10 MB at 1.4 Mbit/s. */
const RAW_WITHIN_MS = 60_000;

/** The Express app with what every answer has: security headers, no version, problem+json for errors. */
export function createApp(settings: { readonly trustProxy: readonly string[] }): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.set("trust proxy", settings.trustProxy.length === 0 ? false : [...settings.trustProxy]);
  app.use(
    helmet({ contentSecurityPolicy: { directives: CONTENT_POLICY }, crossOriginResourcePolicy: { policy: "cross-origin" } }),
  );
  return app;
}

// Ant Design writes style elements; everything else comes from our own files.
const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:", "blob:"],
  fontSrc: ["'self'", "data:"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

/** The last two handlers: unknown addresses, and errors. Ours are logged and answered without details. */
export function finishApp(app: Express, log: Log): void {
  app.use((request) => {
    throw problem(404, { title: "Not found", detail: `There is nothing at ${request.method} ${request.path}.` });
  });
  // eslint-disable-next-line max-params -- express knows an error handler by its four parameters
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const known = asProblem(error, request);
    if (known === undefined || known.status === 503) log.error({ err: error, path: request.route?.path }, "request failed");
    sendProblem(
      response,
      known ?? problem(500, { title: "Our fault", detail: "Something failed here. Look whether it was done, then try again." }),
    );
  });
}

/** Answers with a problem as RFC 9457 wants it. */
export function sendProblem(response: Response, { status, told }: HttpProblem): void {
  const { more, ...members } = told;
  if (told.retryAfter !== undefined) response.setHeader("Retry-After", String(told.retryAfter));
  response.status(status).type("application/problem+json");
  response.end(JSON.stringify({ type: "about:blank", status, ...members, ...more }));
}

function guard(route: Route, authenticate: Authenticate) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const principal = await authenticate(request);
    if (principal === undefined) throw problem(401, { title: "Not signed in", detail: "Sign in first." });
    if (!route.roles.includes(principal.role))
      throw problem(403, { title: "Not allowed", detail: `The role ${principal.role} may not do this; ask an admin.` });
    if (principal.token === undefined) refuseCrossSite(request);
    else refuseToken(principal.token, route);
    response.locals.principal = principal;
    next();
  };
}

function refuseToken({ scope }: NonNullable<Principal["token"]>, route: Route): void {
  if (route.isForPeople === true)
    throw problem(403, { title: "Not allowed", detail: "No API token may do this; a person does it in the console." });
  if (scope === "read" && route.method !== "get")
    throw problem(403, { title: "Not allowed", detail: "This API token only reads; make one that may write." });
}

// Cookies are SameSite=Lax; this also refuses what a page of another origin could post with them.
function refuseCrossSite(request: Request): void {
  if (request.method === "GET") return;
  const origin = request.get("origin");
  const site = request.get("sec-fetch-site");
  const isForeign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.get("host"));
  if ((site !== undefined && site !== "same-origin" && site !== "none") || (site === undefined && isForeign))
    throw problem(403, { title: "Not allowed", detail: "This request came from a page of another site." });
}

function rawBody(maxBytes: number) {
  return express.raw({ type: () => true, limit: maxBytes });
}

function bodyOf(request: Request): unknown {
  return request.body;
}

function strings(values: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, String(Array.isArray(value) ? (value[0] ?? "") : (value ?? ""))]),
  );
}

// The database keeps neither NUL nor half characters: an id or a search with them finds nothing, and is said to be wrong.
function printable(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const [field, value] of Object.entries(values)) {
    if (value.includes("\0") || !value.isWellFormed())
      throw problem(400, {
        title: "Bad request",
        detail: `${field}: no control characters.`,
        field,
        remedy: "no control characters",
      });
  }
  return values;
}

function send(response: Response, answer: unknown): void {
  // A route that streams has answered already.
  if (response.headersSent) return;
  response.setHeader("Cache-Control", "no-store");
  if (answer === undefined) response.status(204).end();
  else if (isReply(answer)) {
    const { status, headers, body } = answer.reply;
    response.status(status).set(headers ?? {});
    if (Buffer.isBuffer(body) || typeof body === "string") response.end(body);
    else if (body === undefined) response.end();
    else response.json(body);
  } else response.json(answer);
}

function isReply(answer: unknown): answer is Reply {
  return typeof answer === "object" && answer !== null && "reply" in answer;
}
