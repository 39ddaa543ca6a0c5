import type { Request, RequestHandler, Response } from "express";
import { ipKeyGenerator, MemoryStore, rateLimit } from "express-rate-limit";
import { problem } from "../../src/core/problem.ts";

/** How much one visitor, or one address, may send in a minute. 0 switches a limit off. */
export interface WebLimits {
  readonly messagesPerVisitorPerMinute: number;
  readonly messagesPerAddressPerMinute: number;
  readonly sessionsPerAddressPerMinute: number;
}

/** Reading is cheap, but not free: so many reads for each message a visitor may send. */
const READS_PER_MESSAGE = 20;
const WINDOW_MS = 60_000;

/** Middleware that lets so many requests through and answers the others 429 with Retry-After. Counted in this process. */
export interface Limiters {
  readonly sessionsByAddress: RequestHandler;
  readonly messagesByAddress: RequestHandler;
  /** For requests whose visitor is known. */
  readonly messagesByVisitor: RequestHandler;
  readonly readsByVisitor: RequestHandler;
  /** To be told when a token was wrong; throws 429 for an address that guesses. Known tokens from there are never asked about. */
  readonly wrongTokens: { count(request: Request): Promise<void> };
  stop(): void;
}

/** `visitorOf` names the visitor of an authenticated request. */
export function createLimiters(limits: WebLimits, visitorOf: (response: Response) => string): Limiters {
  const stores: MemoryStore[] = [];
  const limiter = (limit: number, keyOf: (request: Request, response: Response) => string): RequestHandler => {
    if (limit === 0) return (_request, _response, next) => next();
    const store = new MemoryStore();
    stores.push(store);
    return rateLimit({
      windowMs: WINDOW_MS,
      limit,
      store,
      keyGenerator: keyOf,
      standardHeaders: false,
      legacyHeaders: false,
      // The house decides which proxies to believe; the library's own warnings would go to the console.
      validate: false,
      handler: (request, _response, next) => next(tooMany(retryAfterOf(request))),
    });
  };
  const wrong = new MemoryStore();
  wrong.init({ windowMs: WINDOW_MS } as Parameters<MemoryStore["init"]>[0]);
  stores.push(wrong);
  return {
    sessionsByAddress: limiter(limits.sessionsPerAddressPerMinute, addressOf),
    messagesByAddress: limiter(limits.messagesPerAddressPerMinute, addressOf),
    messagesByVisitor: limiter(limits.messagesPerVisitorPerMinute, (_request, response) => visitorOf(response)),
    readsByVisitor: limiter(limits.messagesPerVisitorPerMinute * READS_PER_MESSAGE, (_request, response) => visitorOf(response)),
    wrongTokens: {
      count: async (request) => {
        const { totalHits, resetTime } = await wrong.increment(addressOf(request));
        const isTooMany = limits.sessionsPerAddressPerMinute > 0 && totalHits > limits.sessionsPerAddressPerMinute;
        if (isTooMany) throw tooMany(secondsUntil(resetTime));
      },
    },
    stop: () => {
      for (const store of stores) store.shutdown();
    },
  };
}

/** The problem that tells to come back in so many seconds. */
export function tooMany(seconds: number) {
  return problem(429, {
    title: "Too many requests",
    detail: `Too many requests, try again in ${seconds} s.`,
    remedy: `wait ${seconds} s`,
    retryAfter: seconds,
  });
}

/** What counts as one address. An IPv6 customer holds at least a /56: single addresses of it are no limit at all. */
export function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? "", 56);
}

function retryAfterOf(request: Request): number {
  const info: unknown = "rateLimit" in request ? request.rateLimit : undefined;
  const resetTime = typeof info === "object" && info !== null && "resetTime" in info ? info.resetTime : undefined;
  return secondsUntil(resetTime instanceof Date ? resetTime : undefined);
}

function secondsUntil(resetTime: Date | undefined): number {
  return Math.max(1, Math.ceil(((resetTime?.getTime() ?? Date.now() + WINDOW_MS) - Date.now()) / 1000));
}
