import type { NextFunction, Request, RequestHandler, Response } from "express";
import { problem, wrongField } from "../../src/core/problem.ts";
import type { Storefront, Visitor, VisitorDesk, VisitRefusal } from "../../src/core/visitor.ts";
import type { Limiters } from "./limits.ts";

/** Who a request comes from, once `authenticate` let it in. */
export interface Guest {
  readonly visitor: Visitor;
  readonly storefront: Storefront;
}

/**
 * Cross-origin rules. Tokens travel in a header, never in cookies, so any page may read an answer by default; as soon as the
 * store is known, `nameOrigin` narrows that to its list. A preflight cannot know the store: the request itself is refused.
 */
export const crossOrigin: RequestHandler = (request, response, next) => {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Expose-Headers", "Retry-After");
  response.vary("Origin");
  if (request.method !== "OPTIONS") return next();
  response.setHeader("Access-Control-Allow-Methods", "GET, POST");
  response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID, Cache-Control");
  response.setHeader("Access-Control-Max-Age", "7200");
  response.status(204).end();
};

/** Narrows the answer to the page that asked, where the store lists its pages. */
export function nameOrigin(request: Request, response: Response, storefront: Storefront): void {
  const origin = originOf(request);
  if (storefront.allowedOrigins.length > 0 && origin !== undefined) response.setHeader("Access-Control-Allow-Origin", origin);
}

/** The page's origin as the browser says it; absent outside of browsers and for same-origin reads. */
export function originOf(request: Request): string | undefined {
  return request.get("origin");
}

/** The guest of an authenticated request. */
export function guestOf(response: Response): Guest {
  return response.locals.guest;
}

/** Lets holders of a good token in, others get 401; pages the store does not list get 403. */
export function authenticate(visitors: VisitorDesk, limiters: Limiters) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const token = /^Bearer ([A-Za-z0-9_-]{1,200})$/i.exec(request.get("authorization") ?? "")?.[1];
    if (token === undefined) throw unknownToken();
    const known = await visitors.authenticate(token, originOf(request));
    if (known.type === "unknown") {
      await limiters.wrongTokens.count(request);
      throw unknownToken();
    }
    if (known.type === "foreign-origin") throw refusal("foreign-origin", request, response);
    nameOrigin(request, response, known.storefront);
    const guest: Guest = { visitor: known.visitor, storefront: known.storefront };
    response.locals.guest = guest;
    response.locals.maySpeak = known.maySpeak;
    next();
  };
}

/** Where everything that a visitor says enters: a store that answers only proven shoppers hears no others. */
export const mustBeProven: RequestHandler = (request, response, next) => {
  if (response.locals.maySpeak !== true) throw refusal("identity-required", request, response);
  next();
};

/** What a refused visitor is told. */
export function refusal(because: VisitRefusal, request: Request, response: Response) {
  switch (because) {
    case "unknown-store":
      return wrongField(404, "store", "no store has this key: copy the script tag from the store's settings again");
    case "foreign-origin":
      response.removeHeader("Access-Control-Allow-Origin");
      return wrongField(403, "Origin", `${originOf(request) ?? "this page"} is not on the store's list of pages: add it there`);
    case "identity-required":
      return wrongField(
        403,
        "identity",
        "this store talks to signed-in shoppers only: sign in, then open a session with identity",
      );
    case "identity-not-offered":
      return wrongField(400, "identity", "this store has no identity secret: set one in its settings or leave identity out");
    case "identity-wrong":
      return wrongField(403, "identity.hmac", "must be the hex HMAC-SHA256 of identity.id with the store's identity secret");
  }
}

/** Before the start and after the stop; nothing was taken in. */
export function notOpen() {
  return problem(503, {
    title: "Not open",
    detail: "This server is starting or stopping, try again in 2 s.",
    remedy: "wait 2 s",
    retryAfter: 2,
  });
}

function unknownToken() {
  return problem(401, {
    title: "Unknown token",
    detail: "Authorization: unknown or expired token; open a session with POST /api/widget/sessions.",
    field: "Authorization",
    remedy: "open a session with POST /api/widget/sessions",
  });
}
