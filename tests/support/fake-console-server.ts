import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { AgentStatus, ConversationChanged, Me, ParkedList, Role, StreamBegun } from "../../src/desk/api.ts";
import type { RulesInForce, ShopperSigned } from "../../src/desk/workspace/api.ts";
import type { UserList } from "../../src/accounts/api.ts";
import { fakeDesk } from "./fake-console-desk.ts";
import { fakeKnowledge } from "./fake-console-knowledge.ts";
import { fakeProposals } from "./fake-console-proposals.ts";
import { fakeTopics } from "./fake-console-topics.ts";
import { fakeRoster, fakeWeek } from "./fake-console-roster.ts";

const BUILT = join(import.meta.dirname, "../../dist/console");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};
/** The policy the real server is asked to send: nothing from elsewhere; antd writes its styles into <style>. */
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'";
const PEOPLE: Readonly<Record<string, Role>> = {
  "li@shop.test": "agent",
  "boss@shop.test": "admin",
  "owner@shop.test": "merchant",
};
/** Every person's password in the fake. */
export const PASSWORD = "correct-horse";
const AGENT = { id: "a1", name: "李小雨" };
const RULES: RulesInForce = {
  dated: [{ articleId: "p1", title: "国庆满减", answer: "满 199 减 20。", until: "2099-10-07T16:00:00.000Z" }],
  replies: { firstReplyMs: 180_000, nextReplyMs: 90_000, hours: "working" },
  words: { shipped: "confirm", confirm: [], block: ["包赢"] },
  date: "2026-10-01",
  isHoliday: true,
};

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly body: Buffer;
  readonly email: string;
}

/** The console's server in memory, following the contracts; it also serves the built console. */
export async function startFakeConsole() {
  const desk = fakeDesk(() => Date.now());
  const knowledge = fakeKnowledge();
  const roster = fakeRoster();
  const proposals = fakeProposals();
  const streams = new Set<ServerResponse>();
  const faults = { cutAfterReply: 0, wrongSignIns: 0, changedTo: "", typed: 0 };
  const parked: { items: ParkedList["items"] } = { items: [PARKED, PARKED_DESK] };
  const users: { items: UserList["items"] } = { items: [] };
  let status: AgentStatus = "ready";

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => problem(response, 500, String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://fake");
    if (!url.pathname.startsWith("/api/")) return serveBuilt(url.pathname, response);
    const body = await bodyOf(request);
    if (url.pathname === "/api/auth/sign-in/email") return signIn(body, response);
    const email = emailOf(request);
    if (url.pathname === "/api/auth/session") return json(response, { user: email === undefined ? null : me(email).user });
    if (email === undefined) return problem(response, 401, "Please sign in.");
    const exchange = { request, response, url, body, email };
    if (url.pathname === "/api/auth/sign-out")
      return json(response.setHeader("set-cookie", "who=; Path=/; Max-Age=0"), { success: true });
    if (url.pathname === "/api/auth/change-password") return changePassword(body, response);
    if (url.pathname === "/api/console/events") return stream(response, me(email).user.role);
    return console_(exchange);
  }

  function signIn(body: Buffer, response: ServerResponse): void {
    const said: { email: string; password: string } = JSON.parse(body.toString());
    if (said.password === PASSWORD && said.email in PEOPLE) {
      faults.wrongSignIns = 0;
      return json(response.setHeader("set-cookie", `who=${encodeURIComponent(said.email)}; Path=/; HttpOnly; SameSite=Lax`), {
        user: {},
      });
    }
    faults.wrongSignIns += 1;
    if (faults.wrongSignIns <= 3) return problem(response, 401, "Invalid email or password");
    return problem(response.setHeader("x-retry-after", "10"), 429, "Too many requests. Please try again later.");
  }

  function changePassword(body: Buffer, response: ServerResponse): void {
    const said: { currentPassword: string; newPassword: string } = JSON.parse(body.toString());
    if (said.currentPassword !== PASSWORD) return problem(response, 400, "currentPassword: wrong.", "currentPassword");
    faults.changedTo = said.newPassword;
    return json(response, { success: true });
  }

  function me(email: string): Me {
    const role = PEOPLE[email] ?? "agent";
    return {
      user: { id: email, name: role === "agent" ? AGENT.name : "陈店长", email, role },
      ...(role === "agent" ? { agent: { ...AGENT, status, onShift: true } } : {}),
      stores: [
        { id: "s1", key: "yunshang", name: "云裳旗舰店", timezone: "Asia/Shanghai" },
        { id: "s2", key: "lvxing", name: "旅行箱专营店", timezone: "Asia/Shanghai" },
      ],
    };
  }

  function stream(response: ServerResponse, role: Role): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(`event: begun\ndata: ${JSON.stringify({ missed: 0 } satisfies StreamBegun)}\n\n`);
    if (role === "admin") response.write(parkedFrame());
    streams.add(response);
    response.on("close", () => streams.delete(response));
  }

  function parkedFrame(): string {
    return `event: parked\ndata: ${JSON.stringify({ count: parked.items.length })}\n\n`;
  }

  function sign(data: ShopperSigned): void {
    for (const each of streams) each.write(`event: shopper\ndata: ${JSON.stringify(data)}\n\n`);
  }

  function tell(conversationId: string): void {
    const changed = {
      conversationId,
      storeId: "s1",
      seq: 1,
      status: "queued",
      isStateChanged: true,
    } satisfies ConversationChanged;
    for (const each of streams) each.write(`event: conversation\ndata: ${JSON.stringify(changed)}\n\n`);
  }

  function console_(exchange: Exchange): void {
    const { request, response, url, body, email } = exchange;
    const [, , , area, id, act] = url.pathname.split("/").map(decodeURIComponent);
    if (area === "me" && id === "status") status = JSON.parse(body.toString()).status;
    if (area === "me") return json(response, me(email));
    if (area === "conversations" && id === undefined) {
      return json(response, desk.page(url.searchParams.get("list") ?? "", url.searchParams.get("store"), me(email).agent));
    }
    if (area === "conversations" && id !== undefined) return conversation(exchange, id, act);
    if (area === "stores")
      return knowledge.answer({
        method: request.method ?? "GET",
        url,
        body,
        json: (value, code) => json(response, value, code),
        text: (value) => text(response, value),
      });
    if (area === "roster") return roster.answer(request.method ?? "GET", body, (value, code) => json(response, value, code));
    if (area === "planning" && id === "changes") return json(response, { items: [] });
    if (area === "planning") return json(response, id === "requests" ? { leave: [], swaps: [] } : fakeWeek());
    if (area === "proposals") return json(response, proposals.page(url.searchParams.get("status")));
    if (area === "topics") return json(response, fakeTopics(id, body));
    if (url.pathname === "/api/console/figures/stores") return json(response, proposals.storesToday);
    if (area === "figures") return json(response, proposals.figures(url.searchParams.get("day")));
    if (area === "users") return usersArea(exchange, id);
    if (area === "alerts") return json(response, { items: [], count: 0 });
    if (area === "parked" && id !== undefined) {
      parked.items = parked.items.filter((item) => item.id !== id);
      for (const each of streams) each.write(parkedFrame());
    }
    if (area === "parked") return id === undefined ? json(response, parked) : void response.writeHead(204).end();
    return problem(response, 404, "Not found");
  }

  function conversation({ request, response, url, body }: Exchange, id: string, act: string | undefined): void {
    if (!desk.has(id)) return problem(response, 404, "Not found");
    if (act === "files" && request.method === "GET") {
      const found = desk.fileOf(url.pathname.split("/").at(-1) ?? "");
      return void response.writeHead(200, { "content-type": found?.file.type ?? "text/plain" }).end(found?.bytes);
    }
    if (act === "files") {
      const kept = desk.keepFile(url.searchParams.get("name") ?? "", body);
      return kept === undefined ? problem(response, 415, "file: send one of …") : json(response, kept, 201);
    }
    if (act === undefined) return json(response, desk.detail(id));
    if (act === "messages") return json(response, desk.messages(id, Number(url.searchParams.get("before"))));
    if (act === "story") return json(response, desk.story(id));
    if (act === "earlier") return json(response, { items: [], hasMore: false });
    if (act === "rules") return json(response, RULES);
    if (act === "presence") return json(response, { people: [] });
    if (act === "typing") {
      faults.typed += 1;
      return void response.writeHead(204).end();
    }
    const done = desk.act(id, act, JSON.parse(body.toString()), AGENT);
    tell(id);
    if (act !== "reply" || faults.cutAfterReply === 0) return json(response, done);
    faults.cutAfterReply -= 1;
    // A part of the answer first: a connection that breaks before any byte came is silently asked again by the browser itself.
    response.writeHead(200, { "content-type": "application/json", "content-length": "999" }).write("{", () => response.destroy());
  }

  function usersArea({ request, response, url, body }: Exchange, id: string | undefined): void {
    if (request.method === "GET") return json(response, users);
    const known = users.items.find((user) => user.id === id);
    if (url.pathname.endsWith("/password")) return json(response, { user: known, password: "p3-Tn8z-H4wc" });
    const said = JSON.parse(body.toString());
    const user = { disabled: false, ...said, id: id ?? `u${users.items.length + 1}` };
    users.items = [...users.items.filter((other) => other.id !== user.id), user];
    return id === undefined ? json(response, { user, password: "k7-Rm2q-W9xd" }, 201) : json(response, user);
  }

  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the fake console has no port: it did not listen");
  return {
    url: `http://127.0.0.1:${address.port}`,
    desk,
    faults,
    tell,
    /** What a shopper's page tells beside their words. */
    sign,
    cutStreams: () => streams.forEach((each) => each.destroy()),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((stopped) => server.close(stopped));
    },
  };
}

const PARKED = {
  id: "i_9f2",
  store: "云裳旗舰店",
  event: "message-received",
  parkedAt: "2026-05-04T03:12:00.000Z",
  attempts: 5,
  error: "article a12 of store s1 is named by a decision but is not in the knowledge base: publish it again",
};

/** Of the desk's own lane: it belongs to no store. */
const PARKED_DESK = {
  id: "timer:roster-change",
  event: "timer-due",
  parkedAt: "2026-05-04T03:10:00.000Z",
  attempts: 5,
  error: "connection to the database was lost",
};

async function serveBuilt(pathname: string, response: ServerResponse): Promise<void> {
  const wanted = normalize(pathname.replace(/^\/console\//, "/"));
  const file = extname(wanted) === "" ? "index.html" : wanted;
  const bytes = await readFile(join(BUILT, file)).catch(() => undefined);
  if (bytes === undefined) return void response.writeHead(404).end();
  response
    .writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY })
    .end(bytes);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function emailOf(request: IncomingMessage): string | undefined {
  const found = /(?:^|; )who=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
  return found === undefined ? undefined : decodeURIComponent(found);
}

function json(response: ServerResponse, value: unknown, code = 200): void {
  response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(value));
}

function text(response: ServerResponse, value: string): void {
  response.writeHead(200, { "content-type": "text/csv; charset=utf-8" }).end(value);
}

function problem(response: ServerResponse, status: number, detail: string, field?: string): void {
  response
    .writeHead(status, { "content-type": "application/problem+json" })
    .end(JSON.stringify({ type: "about:blank", title: "", status, detail, field }));
}
