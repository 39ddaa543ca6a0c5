import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import type {
  FileAnswer,
  Problem,
  SessionAnswer,
  SessionRequest,
  WidgetChoice,
  WidgetMessage,
  WidgetState,
  WidgetTyping,
} from "../../adapters/web/api.ts";
import { botAnswer } from "./fake-widget-bot.ts";
import { seededChance } from "./chance.ts";
import { sendPage } from "./fake-widget-pages.ts";
import { append, eventText, newVisit, send, stand, type Visit } from "./fake-widget-visits.ts";
import { multipartFile } from "./multipart.ts";

/** The server's side of `adapters/web/api.ts`, in memory and with faults, to try the widget against. */
export interface FakeWidgetServer {
  /** Ends with a slash. */
  readonly url: string;
  /** What the desk remembers; survives `goDown`. */
  readonly visits: ReadonlyMap<string, Visit>;
  /** Every POST that was committed or found to be there already, in order. */
  readonly posts: readonly string[];
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** From now on this share (0..1) of answers and streams is cut after the commit; the chances are the same in each run. */
  cutAnswers(share: number): void;
  /** Streams are accepted but nothing comes out of them, as behind a proxy that buffers. */
  holdStreams(isHeld: boolean): void;
  /** The next POSTs to this path get this answer instead. */
  refuseNext(path: string, problem: Partial<Problem> & { readonly status: number }, times?: number): void;
  /** Every token issued so far is no longer known. */
  expireTokens(): void;
  /** Words of the store's side, to the visitor who came last. */
  say(message: Pick<WidgetMessage, "author" | "text"> & Partial<WidgetMessage>): void;
  stand(state: Partial<WidgetState>): void;
  type(typing: WidgetTyping): void;
  openStreams(): number;
  stop(): Promise<void>;
}

export interface FakeStore {
  readonly name?: string;
  readonly greeting?: string;
  readonly quickChoices?: readonly WidgetChoice[];
  readonly limits?: Partial<SessionAnswer["limits"]>;
  /** Milliseconds the bot thinks; 0 answers at once. */
  readonly thinkMs?: number;
  /** Extra response headers for the shop page. */
  readonly pageHeaders?: Readonly<Record<string, string>>;
}

interface World {
  readonly store: FakeStore;
  readonly webDir: string;
  readonly visits: Map<string, Visit>;
  readonly tokens: Map<string, string>;
  readonly files: Map<string, { readonly answer: FileAnswer; readonly bytes: Buffer }>;
  readonly posts: string[];
  readonly refusals: { readonly path: string; readonly problem: Partial<Problem> & { readonly status: number } }[];
  cutShare: number;
  areStreamsHeld: boolean;
  readonly chance: () => number;
  last?: Visit;
}

/** `webDir` holds widget.js and panel.js. */
export async function startFakeWidgetServer(webDir: string, store: FakeStore = {}): Promise<FakeWidgetServer> {
  const world: World = {
    store,
    webDir,
    visits: new Map(),
    tokens: new Map(),
    files: new Map(),
    posts: [],
    refusals: [],
    cutShare: 0,
    areStreamsHeld: false,
    chance: seededChance(7),
  };
  let server = await listen(world, 0);
  const port = (server.address() as AddressInfo).port;
  const lastVisit = (): Visit => {
    if (world.last === undefined) throw new Error("nobody has opened a session yet; open the widget first");
    return world.last;
  };
  return {
    url: `http://127.0.0.1:${port}/`,
    visits: world.visits,
    posts: world.posts,
    goDown: () => close(server),
    comeBack: async () => {
      server = await listen(world, port);
    },
    cutAnswers: (share) => {
      world.cutShare = share;
    },
    holdStreams: (isHeld) => {
      world.areStreamsHeld = isHeld;
    },
    refuseNext: (path, problem, times = 1) => {
      for (let count = 0; count < times; count++) world.refusals.push({ path, problem });
    },
    expireTokens: () => world.tokens.clear(),
    say: (message) => append(lastVisit(), message),
    stand: (state) => stand(lastVisit(), state),
    type: (typing) => send(lastVisit(), "typing", typing),
    openStreams: () => [...world.visits.values()].flatMap((visit) => [...visit.streams]).length,
    stop: () => close(server),
  };
}

async function listen(world: World, port: number): Promise<Server> {
  const server = createServer((request, response) => void answer(world, request, response));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  if (server.listening) await new Promise((resolve) => server.close(resolve));
}

async function answer(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://fake");
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-allow-headers", "authorization, content-type, last-event-id");
  response.setHeader("access-control-expose-headers", "retry-after");
  if (request.method === "OPTIONS") return void response.writeHead(204).end();
  if (!url.pathname.startsWith("/api/widget/")) return sendPage(world, url, response);
  const path = url.pathname.slice("/api/widget/".length);
  const body = await readBody(request);
  const refusal = world.refusals.findIndex((candidate) => candidate.path === path);
  const refused = refusal < 0 || request.method !== "POST" ? undefined : world.refusals.splice(refusal, 1)[0];
  if (refused !== undefined) return problem(response, refused.problem.status, refused.problem);
  if (path === "sessions") return openSession(world, JSON.parse(body.toString()), response);
  const visit = world.visits.get(world.tokens.get(request.headers.authorization?.slice(7) ?? "") ?? "");
  if (visit === undefined) return problem(response, 401, { title: "unknown token" });
  if (request.method === "GET") return look({ world, visit, path, url, response });
  if (path === "files") return storeFile(world, { request, body, response });
  return commit({ world, visit, path, body: JSON.parse(body.toString()), response });
}

function openSession(world: World, { store, token }: SessionRequest, response: ServerResponse): void {
  const known = token === undefined ? undefined : world.tokens.get(token);
  const visit = world.visits.get(known ?? "") ?? newVisit();
  const current = known === undefined || token === undefined ? randomUUID() : token;
  world.visits.set(visit.id, visit);
  world.tokens.set(current, visit.id);
  world.last = visit;
  const { name = "青禾家居旗舰店", greeting = GREETING, quickChoices = QUICK_CHOICES, limits } = world.store;
  const answer: SessionAnswer = {
    token: current,
    visitorId: visit.id,
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    store: { key: store, name, timezone: "Asia/Shanghai", languages: ["zh-CN", "zh-TW", "en"], greeting, quickChoices },
    limits: { textLength: 2_000, fileBytes: 5_000_000, fileTypes: ["image/png", "image/jpeg", "application/pdf"], ...limits },
  };
  json(response, known === undefined ? 201 : 200, answer);
}

const GREETING = "您好，欢迎来到青禾家居！\n请问有什么可以帮您？";
const QUICK_CHOICES: readonly WidgetChoice[] = [
  { id: "return", label: "怎么退货？" },
  { id: "delivery", label: "什么时候发货？" },
  { id: "invoice", label: "可以开发票吗？" },
];

interface Question {
  readonly world: World;
  readonly visit: Visit;
  readonly path: string;
  readonly url: URL;
  readonly response: ServerResponse;
}

function look({ world, visit, path, url, response }: Question): void {
  const since = Number(url.searchParams.get("since") ?? 0);
  const fresh = (): readonly WidgetMessage[] => visit.messages.filter((message) => message.seq > since);
  if (path.startsWith("files/")) {
    const file = world.files.get(path.slice("files/".length));
    if (file === undefined) return problem(response, 404, { title: "no such file" });
    response.writeHead(200, { "content-type": file.answer.type, "content-disposition": "attachment" }).end(file.bytes);
    return;
  }
  if (path === "messages") {
    const reply = (): void => {
      visit.waiting.delete(reply);
      clearTimeout(timer);
      json(response, 200, { messages: fresh(), state: visit.state, next: fresh().at(-1)?.seq ?? since });
    };
    const waitMs = Number(url.searchParams.get("wait") ?? 0) * 1_000;
    const timer = setTimeout(reply, fresh().length > 0 ? 0 : waitMs);
    visit.waiting.add(reply);
    return;
  }
  if (path !== "events") return problem(response, 404, { title: "no such address" });
  response.writeHead(200, { "content-type": "text/event-stream", "x-accel-buffering": "no" });
  response.flushHeaders();
  if (world.areStreamsHeld) return;
  visit.streams.add(response);
  response.on("close", () => visit.streams.delete(response));
  response.write(eventText("state", visit.state));
  for (const message of fresh()) response.write(eventText("message", message, message.seq));
  // A share of the streams breaks in the middle of an event.
  if (world.chance() < world.cutShare) setTimeout(() => response.destroy(), 150);
}

interface Act {
  readonly world: World;
  readonly visit: Visit;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly response: ServerResponse;
}

function commit({ world, visit, path, body, response }: Act): void {
  const clientId = String(body["clientId"]);
  const words = JSON.stringify([path, body]);
  const known = visit.clientIds.get(clientId);
  if (known !== undefined && known !== words) return problem(response, 409, { title: "clientId was used for other words" });
  world.posts.push(clientId);
  if (known === undefined) {
    visit.clientIds.set(clientId, words);
    if (visit.state.status === "closed" && path !== "rating") visit.conversation++;
    if (path === "messages") hearShopper(world, visit, body);
    if (path === "human") stand(visit, { status: "queued", position: 3, waitMinutes: { from: 3, to: 5 } });
    if (path === "rating") stand(visit, { ...visit.state, rating: Number(body["score"]) });
  }
  if (world.chance() < world.cutShare) {
    response.destroy();
    return;
  }
  json(response, known === undefined ? 202 : 200, { clientId, state: known === undefined ? "stored" : "duplicate" });
}

function hearShopper(world: World, visit: Visit, body: Readonly<Record<string, unknown>>): void {
  const ids: unknown = body["attachments"];
  const attachments = Array.isArray(ids) ? ids.flatMap((id: string) => world.files.get(id)?.answer ?? []) : [];
  const said = { author: { type: "shopper" as const }, text: String(body["text"]), clientId: String(body["clientId"]) };
  append(visit, { ...said, ...(attachments.length > 0 ? { attachments } : {}) });
  const isBotsTurn = visit.state.status === "none" || visit.state.status === "bot" || visit.state.status === "closed";
  if (!isBotsTurn) return;
  stand(visit, { status: "bot" });
  const reply = (): void => append(visit, { author: { type: "bot" }, ...botAnswer(String(body["choice"] ?? body["text"])) });
  const { thinkMs = 0 } = world.store;
  if (thinkMs === 0) return reply();
  send(visit, "typing", { who: "bot" });
  setTimeout(reply, thinkMs);
}

async function storeFile(
  world: World,
  { request, body, response }: { request: IncomingMessage; body: Buffer; response: ServerResponse },
): Promise<void> {
  const file = multipartFile(body, request.headers["content-type"] ?? "");
  if (file === undefined) return problem(response, 400, { title: "no file", field: "file" });
  const answer: FileAnswer = { id: randomUUID(), name: file.name, type: file.type, bytes: file.bytes.length };
  world.files.set(answer.id, { answer, bytes: file.bytes });
  json(response, 201, answer);
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, details: Partial<Problem>): void {
  const body: Problem = { type: "about:blank", title: "refused", detail: details.title ?? "refused", ...details, status };
  const retry = details.retryAfter === undefined ? {} : { "retry-after": String(details.retryAfter) };
  response.writeHead(status, { "content-type": "application/problem+json", ...retry }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
