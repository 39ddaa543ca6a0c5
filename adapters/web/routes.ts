import { Router, type NextFunction, type Request, type RequestHandler, type Response } from "express";
import type { ChannelEvent, Receive } from "../../src/core/channel.ts";
import { wrongField } from "../../src/core/problem.ts";
import type { VisitorDesk } from "../../src/core/visitor.ts";
import type { Instant } from "../../src/core/words.ts";
import type { PollAnswer, StoredAnswer } from "./api.ts";
import { authenticate, crossOrigin, guestOf, mustBeProven, nameOrigin, notOpen, originOf, refusal } from "./entrance.ts";
import { readJson, type InTime } from "./body.ts";
import { createFileRoutes } from "./file-routes.ts";
import type { Limiters } from "./limits.ts";
import {
  humanEvent,
  MAX_TEXT_LENGTH,
  messageEvent,
  parseCursor,
  parseHuman,
  parseMessage,
  parsePoll,
  parseRating,
  parseSession,
  parseSign,
  ratingEvent,
} from "./parse.ts";
import { renderMessage, renderSession, renderState } from "./render.ts";
import type { Streams } from "./streams.ts";

export interface RouteParts {
  readonly visitors: VisitorDesk;
  readonly limiters: Limiters;
  readonly streams: Streams;
  readonly now: () => Instant;
  readonly receive: Receive;
  /** Nothing is taken in before the start and after the stop. */
  readonly isOpen: () => boolean;
  readonly inTime: InTime;
}

const POLL_AT_ONCE = 200;

/** Everything under `/api/widget`, as `api.ts` says. */
export function createRoutes(parts: RouteParts): Router {
  const { limiters, visitors } = parts;
  const router = Router();
  router.use(crossOrigin, openOnly(parts.isOpen));
  const json = readJson(parts.inTime);
  const guest = authenticate(visitors, limiters);
  const reader = [guest, limiters.readsByVisitor];
  // Counted when the token is known: what strangers send uses up nobody's share of their address.
  const speaker = [guest, limiters.messagesByAddress, limiters.messagesByVisitor, mustBeProven];

  router.post("/sessions", limiters.sessionsByAddress, json, openSession(parts));
  router.post("/messages", speaker, json, postMessage(parts));
  router.post("/human", speaker, json, async (request: Request, response: Response) => {
    const body = parseHuman(request.body);
    await takeIn(parts, { response, clientId: body.clientId, event: humanEvent(spokenOn(parts, response), body) });
  });
  router.post("/rating", speaker, json, async (request: Request, response: Response) => {
    const body = parseRating(request.body);
    await takeIn(parts, { response, clientId: body.clientId, event: ratingEvent(spokenOn(parts, response), body) });
  });
  router.post("/signs", reader, json, async (request: Request, response: Response) => {
    const { typing, got, read } = parseSign(request.body);
    await visitors.sign(guestOf(response).visitor, { isTyping: typing, got, read });
    response.status(204).end();
  });
  router.get("/events", reader, (request: Request, response: Response) => {
    const since = parseCursor(request.query, request.get("last-event-id"));
    parts.streams.open(guestOf(response).visitor, since, response);
  });
  router.get("/messages", reader, longPoll(parts));
  router.use("/files", createFileRoutes({ visitors, speaker, reader }));
  return router;
}

function openSession({ visitors }: RouteParts): RequestHandler {
  return async (request, response) => {
    const { store, ...body } = parseSession(request.body);
    const answer = await visitors.open({ ...body, storeKey: store, origin: originOf(request) });
    if (answer.type === "refused") throw refusal(answer.because, request, response);
    nameOrigin(request, response, answer.storefront);
    const { bytes, types } = visitors.fileLimits;
    const limits = { textLength: MAX_TEXT_LENGTH, fileBytes: bytes, fileTypes: types };
    response.setHeader("Cache-Control", "no-store");
    response.status(answer.isNew ? 201 : 200).json(renderSession(answer, limits));
  };
}

function postMessage(parts: RouteParts): RequestHandler {
  return async (request, response) => {
    const body = parseMessage(request.body);
    const { visitor } = guestOf(response);
    const ids = body.attachments ?? [];
    const attachments = ids.length === 0 ? [] : await parts.visitors.attachments(visitor, ids);
    if (attachments === undefined)
      throw wrongField(404, "attachments", "no such file here: send it with POST /api/widget/files first");
    const expectAnswer = parts.streams.expectAnswer(visitor);
    const event = messageEvent(spokenOn(parts, response), body, attachments);
    await takeIn(parts, { response, clientId: body.clientId, event });
    expectAnswer();
  };
}

/** Hands an event in; the visitor is told only when it is durable. */
async function takeIn(
  parts: RouteParts,
  { response, clientId, event }: { response: Response; clientId: string; event: ChannelEvent },
): Promise<void> {
  const received = await parts.receive(event);
  if (received === "conflict")
    throw wrongField(409, "clientId", "was used before for something else: choose a new one for each message");
  if (received === "unbound")
    throw new Error("A visitor's event was answered `unbound` although it names its store: look at the ledger.");
  const answer: StoredAnswer = { clientId, state: received };
  response.setHeader("Cache-Control", "no-store");
  response.status(received === "stored" ? 202 : 200).json(answer);
}

function longPoll({ visitors, streams }: RouteParts): RequestHandler {
  return async (request, response) => {
    const { since, wait } = parsePoll(request.query);
    const { visitor } = guestOf(response);
    // Listening begins before reading, so that nothing falls in between.
    const waiter = streams.wait(visitor);
    response.once("close", waiter.leave);
    try {
      let told = await visitors.history(visitor, since, POLL_AT_ONCE);
      if (told.messages.length === 0 && wait > 0) {
        await waiter.woken(wait * 1000);
        told = await visitors.history(visitor, since, POLL_AT_ONCE);
      }
      const state = renderState(await visitors.state(visitor));
      const messages = told.messages.map((message) => renderMessage(message, visitor));
      // A cursor from beyond the end (of another database) is led back to it.
      const next = messages.at(-1)?.seq ?? Math.min(since, told.through);
      const answer: PollAnswer = { messages, state, next };
      response.setHeader("Cache-Control", "no-store");
      response.json(answer);
    } finally {
      waiter.leave();
    }
  };
}

function spokenOn({ now }: RouteParts, response: Response) {
  return { visitor: guestOf(response).visitor, at: now() };
}

function openOnly(isOpen: () => boolean): RequestHandler {
  return (_request: Request, _response: Response, next: NextFunction) => {
    if (isOpen()) return next();
    next(notOpen());
  };
}
