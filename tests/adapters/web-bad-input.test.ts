import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { createFakeSpine, type FakeSpine } from "../support/fake-spine.ts";
import { createFakeVisitors } from "../support/fake-visitors.ts";
import { openDesk, openShop, type DeskForTest } from "../support/shops.ts";
import { bearer, openWebServer, startWebServer, type WebServer } from "../support/web-server.ts";

const MESSAGES = "/api/widget/messages";
const good = { clientId: "client-0001", text: "你好" };

/** What is posted, and the status and field of the answer. */
const BAD_MESSAGES: readonly (readonly [name: string, body: unknown, answer: string])[] = [
  ["malformed JSON", '{"clientId":', "400 (body)"],
  ["JSON that is no object", "[]", "400 (body)"],
  ["a bare text", '"hello"', "400 (body)"],
  ["an empty body", "", "400 clientId"],
  ["a missing clientId", { text: "你好" }, "400 clientId"],
  ["a missing text", { clientId: "client-0001" }, "400 text"],
  ["an unknown field", { ...good, isAdmin: true }, "400 isAdmin"],
  ["a prototype as a field", `{"clientId":"client-0001","text":"hi","__proto__":{"x":1}}`, "400 __proto__"],
  ["a number as text", { ...good, text: 5 }, "400 text"],
  ["an object as text", { ...good, text: { $ne: null } }, "400 text"],
  ["a list as clientId", { ...good, clientId: ["client-0001"] }, "400 clientId"],
  ["null as text", { ...good, text: null }, "400 text"],
  ["a clientId with other signs", { ...good, clientId: "client 0001'--" }, "400 clientId"],
  ["a short clientId", { ...good, clientId: "c1" }, "400 clientId"],
  ["a long clientId", { ...good, clientId: "c".repeat(65) }, "400 clientId"],
  ["an empty text", { ...good, text: "" }, "400 text"],
  ["only spaces", { ...good, text: " \n\t　" }, "400 text"],
  ["only characters without width", { ...good, text: "\u200b\u2060\ufeff" }, "400 text"],
  ["a NUL", { ...good, text: "a\u0000b" }, "400 text"],
  ["a control character", { ...good, text: "a\u001bb" }, "400 text"],
  ["a lone surrogate", `{"clientId":"client-0001","text":"a\\ud83d"}`, "400 text"],
  ["a text over the limit", { ...good, text: "字".repeat(5_001) }, "400 text"],
  ["a text of 1 MB", { ...good, text: "x".repeat(1_000_000) }, "413 (body)"],
  ["a choice that is no text", { ...good, choice: {} }, "400 choice"],
  ["a choice with a NUL", { ...good, choice: "\u0000" }, "400 choice"],
  ["attachments that are no list", { ...good, attachments: "f1" }, "400 attachments"],
  ["attachments with wrong ids", { ...good, attachments: ["../../etc/passwd"] }, "400 attachments.0"],
  ["too many attachments", { ...good, attachments: Array.from({ length: 6 }, () => "0".repeat(32)) }, "400 attachments"],
  ["attachments that do not exist", { ...good, attachments: ["0".repeat(32)] }, "404 attachments"],
];

const BAD_OTHERS: readonly (readonly [name: string, path: string, body: unknown, answer: string])[] = [
  ["a rating of 0", "/api/widget/rating", { clientId: "client-0001", score: 0 }, "400 score"],
  ["a rating of 6", "/api/widget/rating", { clientId: "client-0001", score: 6 }, "400 score"],
  ["half a rating", "/api/widget/rating", { clientId: "client-0001", score: 4.5 }, "400 score"],
  ["a rating as text", "/api/widget/rating", { clientId: "client-0001", score: "5" }, "400 score"],
  [
    "a rating with a huge comment",
    "/api/widget/rating",
    { clientId: "client-0001", score: 5, comment: "x".repeat(1_001) },
    "400 comment",
  ],
  ["a sign with a line that is no number", "/api/widget/signs", { got: "5" }, "400 got"],
  ["a sign with a line below 0", "/api/widget/signs", { read: -1 }, "400 read"],
  ["a sign with words", "/api/widget/signs", { typing: true, text: "x" }, "400 text"],
  ["a wish for a human with a text", "/api/widget/human", { clientId: "client-0001", text: "x" }, "400 text"],
  ["a wish for a human without clientId", "/api/widget/human", {}, "400 clientId"],
  ["a session without store", "/api/widget/sessions", {}, "400 store"],
  ["a session of a store that is no text", "/api/widget/sessions", { store: { key: "tea" } }, "400 store"],
  ["a session of a store with NUL", "/api/widget/sessions", { store: "tea\u0000" }, "400 store"],
  ["a session of an unknown store", "/api/widget/sessions", { store: "nowhere" }, "404 store"],
  ["a session in Klingon", "/api/widget/sessions", { store: "tea", language: "tlh" }, "400 language"],
  ["a session with a token that is no text", "/api/widget/sessions", { store: "tea", token: 5 }, "400 token"],
  ["an identity without proof", "/api/widget/sessions", { store: "tea", identity: { id: "anna" } }, "400 identity.hmac"],
  [
    "an identity with a proof that is no hex",
    "/api/widget/sessions",
    { store: "tea", identity: { id: "anna", hmac: "x" } },
    "400 identity.hmac",
  ],
  [
    "an identity where none is offered",
    "/api/widget/sessions",
    { store: "tea", identity: { id: "anna", hmac: "0".repeat(64) } },
    "400 identity",
  ],
];

const BAD_READS: readonly (readonly [name: string, path: string, answer: string])[] = [
  ["a negative cursor", "/api/widget/events?since=-1", "400 since"],
  ["a cursor that is no number", "/api/widget/messages?since=abc", "400 since"],
  ["a cursor beyond 32 bits", "/api/widget/messages?since=4294967296", "400 since"],
  ["a cursor with a fraction", "/api/widget/messages?since=1.5", "400 since"],
  ["two cursors", "/api/widget/messages?since=1&since=2", "400 since"],
  ["a wait beyond the limit", "/api/widget/messages?wait=3600", "400 wait"],
  ["an unknown parameter", "/api/widget/messages?since=0&store=cups", "400 store"],
  ["an address with a broken escape", "/api/widget/files/%E0%A4%A", "400 (address)"],
  ["a file id with NUL", "/api/widget/files/%00", "404 id"],
  ["a file id that climbs", "/api/widget/files/..%2f..%2fetc%2fpasswd", "404 id"],
  ["a shop with NUL", "/demo/%00", "404 storeKey"],
];

describeOnEachDatabase("Bad input to the web channel", (database) => {
  let server: WebServer;
  let spine: FakeSpine;
  let desk: DeskForTest;
  let db: Database;
  let token: string;

  beforeAll(async () => {
    db = await database.open();
    await openShop(db, "tea");
    await openShop(db, "cups");
    spine = createFakeSpine();
    desk = openDesk(db);
    server = await openWebServer({ visitors: desk.desk, spine });
    ({ token } = await desk.visit("tea"));
  });
  afterAll(() => server.close());

  const expectProblem = async (response: Response, answer: string): Promise<void> => {
    const [status, field = ""] = answer.split(" ");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const told: unknown = await response.json();
    const detail: unknown = expect.stringContaining(field);
    expect(told).toMatchObject({ status: Number(status), field, remedy: expect.any(String), detail });
    expect(response.status).toBe(Number(status));
  };

  it.each(BAD_MESSAGES)("answers a message with %s by naming field and remedy", async (_name, body, answer) => {
    await expectProblem(await server.post(MESSAGES, body, bearer(token)), answer);
    expect(spine.received).toEqual([]);
  });

  it.each(BAD_OTHERS)("answers %s by naming field and remedy", async (_name, path, body, answer) => {
    await expectProblem(await server.post(path, body, bearer(token)), answer);
    expect(spine.received).toEqual([]);
  });

  it.each(BAD_READS)("answers %s by naming the field", async (_name, path, answer) => {
    const response = await server.get(path, bearer(token));
    const told: unknown = await response.json();
    const [status, field] = answer.split(" ");
    expect(told).toMatchObject({ status: Number(status), field });
  });

  it("refuses a Last-Event-ID that is no number", async () => {
    await expectProblem(await server.get("/api/widget/events", { ...bearer(token), "last-event-id": "x" }), "400 Last-Event-ID");
  });

  it.each([
    ["no token", {}],
    ["a token of nobody", bearer("x".repeat(43))],
    ["a token with SQL in it", bearer("' OR 1=1 --")],
    ["a token of 8 KB", bearer("x".repeat(8_000))],
    ["another kind of credentials", { authorization: "Basic eDp5" }],
  ])("answers %s with 401 on every route", async (_name, headers) => {
    const answers = await Promise.all([
      server.post(MESSAGES, good, headers),
      server.post("/api/widget/human", good, headers),
      server.post("/api/widget/rating", good, headers),
      server.post("/api/widget/files", good, headers),
      server.get("/api/widget/events", headers),
      server.get("/api/widget/messages", headers),
      server.get(`/api/widget/files/${"0".repeat(32)}`, headers),
    ]);
    for (const answer of answers) await expectProblem(answer, "401 Authorization");
  });

  it("refuses bodies of other types, other character sets and compressed ones", async () => {
    const send = (headers: Readonly<Record<string, string>>) => server.post(MESSAGES, good, { ...bearer(token), ...headers });
    await expectProblem(await send({ "content-type": "text/plain" }), "415 Content-Type");
    await expectProblem(await send({ "content-type": "application/json; charset=gb18030" }), "415 (body)");
    await expectProblem(await send({ "content-encoding": "gzip" }), "415 (body)");
    expect(spine.received).toEqual([]);
  });

  it("answers a clientId used again with other words 409, with the same words 200", async () => {
    const [first, again, other] = [good, good, { ...good, text: "别的话" }].map(
      (body) => () => server.post(MESSAGES, body, bearer(token)),
    );
    expect((await first?.())?.status).toBe(202);
    expect(await (await again?.())?.json()).toEqual({ clientId: "client-0001", state: "duplicate" });
    const conflict = await other?.();
    if (conflict !== undefined) await expectProblem(conflict, "409 clientId");
    expect(spine.received).toHaveLength(1);
  });

  it("lets two visitors use the same clientId", async () => {
    const other = await desk.visit("cups");
    const answer = await server.post(MESSAGES, { ...good, text: "另一位" }, bearer(other.token));
    expect(answer.status).toBe(202);
  });
});

describe("A server in front of bad clients", () => {
  it("answers a flood of headers 431, as a problem", async () => {
    const server = await openServer();
    const answer = await talkTo(server.base, `GET / HTTP/1.1\r\nHost: x\r\n${"X-Flood: aaaaaaaaaaaaaaaa\r\n".repeat(1_000)}\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"field":"(headers)"');
  });

  it("answers what is not HTTP 400, as a problem", async () => {
    const server = await openServer();
    const answer = await talkTo(server.base, "hello there\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("application/problem+json");
  });

  it("gives up on headers and bodies that do not arrive", async () => {
    const server = await openServer();
    const headers = await talkTo(server.base, "GET / HTTP/1.1\r\nHost: x\r\n");
    const head = `POST /api/widget/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"st`;
    expect(headers).toMatch(/^HTTP\/1\.1 408 /);
    expect(await talkTo(server.base, head)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("gives up on a body that drips in long before the server does, and says so as a problem", async () => {
    const spine = createFakeSpine();
    const server = await startWebServer({ visitors: createFakeVisitors(spine), spine, bodyWithinMs: 50 });
    const head = `POST /api/widget/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"st`;
    const answer = await talkTo(server.base, head);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"field":"(body)"');
  });

  async function openServer(): Promise<WebServer> {
    const spine = createFakeSpine();
    const limits = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
    return startWebServer({ visitors: createFakeVisitors(spine), spine, server: limits });
  }
});

/** Sends raw bytes and returns what comes until the other side closes. */
function talkTo(base: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.setEncoding("utf8").on("data", (part) => (answer += part));
    socket.on("close", () => resolve(answer)).on("error", reject);
    socket.write(bytes);
  });
}
