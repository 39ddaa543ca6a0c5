import type { Request, Response } from "express";
import { z } from "zod";
import type { StoreId } from "../../core/ids.ts";
import { problem } from "../../core/problem.ts";
import type { Spine } from "../../core/spine.ts";
import type { Principal } from "../../accounts/rules.ts";
import type { Database } from "../../infra/database.ts";
import type { Authenticate, Call, Route } from "../../infra/http.ts";
import type { Log } from "../../infra/log.ts";
import { checked } from "../../infra/problem.ts";
import { readUnanswered } from "../../requests/unanswered.ts";
import { atMostEvery, countUnseen } from "../../alerts/unseen.ts";
import type { Presence } from "../../staffing/presence.ts";
import type { ConversationChanged, StreamBegun } from "../api.ts";
import { heardIn } from "../rules/resume.ts";
import { countParked } from "../store.ts";
import { createEventTail, type EventTail, type Listener } from "./event-tail.ts";

export interface EventParts {
  readonly db: Database;
  readonly spine: Pick<Spine, "onMoved">;
  readonly authenticate: Authenticate;
  /** Calls back with a person's id when their rights or sessions changed. */
  readonly onAccountChanged: (listener: (userId: string) => void) => () => void;
  readonly log: Log;
  /** Whose console is open. */
  readonly presence?: Pick<Presence, "arrive"> | undefined;
  /** How often streams are kept awake and looked after; shorter in tests. */
  readonly beatMs?: number | undefined;
}

/** The consoles that listen. */
export interface EventStreams {
  readonly route: Route;
  /** Tells those responsible how many events are set aside, where that is news to them; otherwise told with the next beat. */
  tellParked(): Promise<void>;
  /** The same of alerts, for everybody. */
  tellAlerts(): Promise<void>;
  /** Tells these people's consoles in this process. */
  tellPeople(userIds: readonly string[], event: string, data: object): void;
  /** Tells everybody in this process who sees this store. */
  tellStore(store: StoreId, event: string, data: object): void;
  /** Ends every stream and stops listening. */
  close(): void;
}

/** Proxies cut streams that are silent for half a minute or more. */
const BEAT_MS = 15_000;
/** More windows than that nobody works in. */
const MOST_PER_PERSON = 20;
/** Who reads so slowly is cut off, and reads the lists again on return. */
const MOST_UNREAD_BYTES = 256 * 1024;

/** Many conversations may move in a second; alerts are looked for this often at most, and what moved is told this often. */
const ALERTS_EVERY_MS = 500;
const MOVED_EVERY_MS = 100;

interface Stream extends Listener {
  readonly request: Request;
  readonly response: Response;
  principal: Principal;
  parked: number;
  alerts: number;
  /** Of the open requests they were told last. */
  requests: string;
}

/** `GET /api/console/events`: names the conversations that moved, within the stores of who listens, each under its number. */
export function createEventStreams(parts: EventParts): EventStreams {
  const streams = new Set<Stream>();
  const tail = createEventTail(parts.db, (error) => parts.log.warn({ err: error }, "consoles were not told what moved"));
  const told = atMostEvery(MOVED_EVERY_MS, tail.look);
  let isBeating = false;
  let isClosed = false;

  const beat = async (): Promise<void> => {
    if (isBeating || streams.size === 0) return;
    isBeating = true;
    tail.look();
    try {
      for (const stream of streams) await recheck(parts, stream);
      await tellStanding(parts.db, [...streams]);
    } catch (error) {
      parts.log.warn({ err: error }, "console streams were not looked after");
    } finally {
      // Also while the database is away: nothing is told then, and who is cut off would only ask in vain.
      for (const stream of streams) write(stream, `: still here\n${heardUpTo(tail, stream)}\n`);
      isBeating = false;
    }
  };

  const timer = setInterval(() => void beat(), parts.beatMs ?? BEAT_MS).unref();
  const signs = signTeller(parts, streams);
  const stopMoved = parts.spine.onMoved((moved) => {
    if (moved.conversationId !== undefined && streams.size > 0) told.ask();
    // What alerts or is asked changes a state; not every change does, which is found out for all at once.
    if (moved.isStateChanged && streams.size > 0) signs.ask();
  });
  const stopChanged = parts.onAccountChanged((userId) => void recheckPerson(parts, streams, userId));

  return {
    route: {
      method: "get",
      path: PATH,
      roles: ROLES,
      run: (call) => (isClosed ? closing() : open({ ...parts, tail }, streams, call)),
    },
    tellParked: () => tellParked(parts.db, [...streams]),
    tellAlerts: () => tellAlerts(parts.db, [...streams]),
    tellPeople: (userIds, event, data) => tellPeople(streams, userIds, `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    tellStore: (store, event, data) => tellStore(streams, store, `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    close: () => {
      isClosed = true;
      clearInterval(timer);
      signs.stop();
      told.stop();
      stopMoved();
      stopChanged();
      for (const { response } of streams) response.end();
    },
  };
}

const PATH = "/api/console/events";

/** What nobody was ever told is no fault: whoever names it reads how things stand now. */
export const eventsQuery = z.object({ after: z.string("the last number that was heard").optional() });

async function recheck({ authenticate }: EventParts, stream: Stream): Promise<void> {
  const principal = await authenticate(stream.request);
  if (principal === undefined || !ROLES.includes(principal.role)) stream.response.end();
  else stream.principal = principal;
}

async function recheckPerson(parts: EventParts, streams: ReadonlySet<Stream>, userId: string): Promise<void> {
  try {
    for (const stream of streams) if (stream.principal.userId === userId) await recheck(parts, stream);
  } catch (error) {
    parts.log.warn({ err: error }, "a console stream was not checked after a change of rights");
  }
}

/** Tells of alerts and requests when asked, but not at each of many changes. */
function signTeller({ db, log }: EventParts, streams: ReadonlySet<Stream>) {
  return atMostEvery(ALERTS_EVERY_MS, () => {
    const told = Promise.all([tellAlerts(db, [...streams]), tellRequests(db, [...streams])]);
    told.catch((error: unknown) => log.warn({ err: error }, "alerts and requests were not told"));
  });
}

const ROLES: Route["roles"] = ["agent", "supervisor", "merchant", "admin"];
/** Merchants see no conversations: of their stores they hear what is asked of them, and nothing else. */
const seesConversations = ({ role }: Principal): boolean => role !== "merchant";

async function open(
  { db, presence, log, tail }: EventParts & { readonly tail: EventTail },
  streams: Set<Stream>,
  { principal, request, response, query }: Call,
): Promise<undefined> {
  const own = [...streams].filter((stream) => stream.principal.userId === principal.userId);
  if (own.length >= MOST_PER_PERSON)
    throw problem(429, {
      title: "Too many",
      detail: "Too many windows are open; close some. Try again in 30 s.",
      retryAfter: 30,
    });
  const stream = streamTo({ principal, request, response });
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-cache, no-transform",
    "X-Accel-Buffering": "no",
  });
  response.write("retry: 2000\n\n");
  const leave = principal.agent === undefined ? undefined : presence?.arrive(principal.agent.id);
  response.on("close", () => {
    streams.delete(stream);
    tail.leave(stream);
    leave?.();
  });
  streams.add(stream);
  // A browser says by itself what it heard last; the page does where it opened the stream anew.
  const heard = heardIn(request.get("last-event-id") ?? checked(eventsQuery, query).after);
  try {
    await tail.join(stream, heard);
  } catch (error) {
    log.warn({ err: error }, "a console stream could not begin");
    // It comes back in two seconds.
    response.end();
    return undefined;
  }
  // The stream is open: what cannot be read now is told with the next beat.
  await tellStanding(db, [stream]).catch((error: unknown) =>
    log.warn({ err: error }, "a new console stream was not told how things stand"),
  );
  return undefined;
}

function closing(): never {
  throw problem(503, { title: "Stopping", detail: "The desk is stopping; try again in 2 s.", retryAfter: 2 });
}

// What happened in others' stores need not be looked through when they come back.
function heardUpTo(tail: EventTail, stream: Stream): string {
  const heard = tail.heardBy(stream);
  return heard === undefined ? "" : `id: ${heard}\n`;
}

function streamTo({ principal, request, response }: Pick<Stream, "principal" | "request" | "response">): Stream {
  const stream: Stream = {
    request,
    response,
    principal,
    parked: 0,
    alerts: 0,
    requests: "",
    stores: () => (seesConversations(stream.principal) ? stream.principal.stores : []),
    begin: (how, missed) => {
      // Pages count from none again: what was told before this is told once more.
      stream.parked = 0;
      stream.alerts = 0;
      stream.requests = "";
      const begun: StreamBegun = { missed };
      write(stream, `id: ${how.type === "resumed" ? how.after : how.at}\nevent: ${how.type}\ndata: ${JSON.stringify(begun)}\n\n`);
    },
    tell: ({ n, agentId, ...event }) => {
      const changed: ConversationChanged = { ...event, ...(agentId === undefined ? {} : { agentId }) };
      write(stream, `id: ${n}\nevent: conversation\ndata: ${JSON.stringify(changed)}\n\n`);
    },
  };
  return stream;
}

function tellStore(streams: ReadonlySet<Stream>, store: StoreId, frame: string): void {
  for (const stream of streams) if (stream.stores().includes(store)) write(stream, frame);
}

function tellPeople(streams: ReadonlySet<Stream>, userIds: readonly string[], frame: string): void {
  for (const stream of streams)
    if (seesConversations(stream.principal) && userIds.includes(stream.principal.userId)) write(stream, frame);
}

/** How things stand, wherever that is news to who listens. */
async function tellStanding(db: Database, streams: readonly Stream[]): Promise<void> {
  await Promise.all([tellParked(db, streams), tellAlerts(db, streams), tellRequests(db, streams)]);
}

async function tellParked(db: Database, streams: readonly Stream[]): Promise<void> {
  const responsible = streams.filter(({ principal }) => isResponsible(principal));
  if (responsible.length === 0) return;
  const counts = await countParked(db);
  for (const stream of responsible) {
    const { role, stores } = stream.principal;
    const names = role === "admin" ? [...stores, ""] : stores;
    const count = names.reduce((sum, store) => sum + (counts.get(store) ?? 0), 0);
    if (count === stream.parked) continue;
    stream.parked = count;
    write(stream, `event: parked\ndata: ${JSON.stringify({ count })}\n\n`);
  }
}

async function tellAlerts(db: Database, streams: readonly Stream[]): Promise<void> {
  if (streams.length === 0) return;
  const countFor = await countUnseen(db);
  for (const stream of streams) {
    const count = countFor(stream.principal);
    if (count === stream.alerts) continue;
    stream.alerts = count;
    write(stream, `event: alerts\ndata: ${JSON.stringify({ count })}\n\n`);
  }
}

const isResponsible = ({ role }: Principal): boolean => role === "supervisor" || role === "admin";

/** Which requests are open, for those who may answer some. Each time all of them: who comes back has missed nothing. */
async function tellRequests(db: Database, streams: readonly Stream[]): Promise<void> {
  const deciders = streams.filter(({ principal }) => principal.role !== "agent");
  if (deciders.length === 0) return;
  const toldTo = await readUnanswered(db, [...new Set(deciders.flatMap(({ principal }) => principal.stores))]);
  for (const stream of deciders) {
    const told = JSON.stringify(toldTo(stream.principal));
    if (told === stream.requests) continue;
    stream.requests = told;
    write(stream, `event: requests\ndata: ${told}\n\n`);
  }
}

function write({ response }: Stream, frame: string): void {
  if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
  else if (!response.writableEnded) response.write(frame);
}
