import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { createFakeSpine } from "../support/fake-spine.ts";
import { createFakeVisitors } from "../support/fake-visitors.ts";
import { IDENTITY_SECRET, identityOf, openDesk, openShop, type DeskForTest } from "../support/shops.ts";
import { bearer, listenTo, openWebServer, startWebServer, type WebServer } from "../support/web-server.ts";

const SESSIONS = "/api/widget/sessions";
const MESSAGES = "/api/widget/messages";
const message = { clientId: "client-0001", text: "你好" };

describeOnEachDatabase("The way into the web channel", (database) => {
  let db: Database;
  let desk: DeskForTest;
  let server: WebServer;
  const spine = createFakeSpine();

  beforeAll(async () => {
    db = await database.open();
    await openShop(db, "tea", { quickChoices: [{ id: "a1", label: "几时发货" }], name: `<b>"小店"</b>` });
    await openShop(db, "listed", { allowedOrigins: ["https://shop.example", "https://m.shop.example"] });
    await openShop(db, "cups", { identitySecret: IDENTITY_SECRET });
    await openShop(db, "club", { identitySecret: IDENTITY_SECRET, identityRequired: true });
    desk = openDesk(db);
    server = await openWebServer({ visitors: desk.desk, spine });
  });
  afterAll(() => server.close());

  describe("a session", () => {
    it("tells what the widget needs, and is resumed by its token", async () => {
      const first = await server.post(SESSIONS, { store: "tea", language: "en" });
      const opened = (await first.json()) as { readonly token: string; readonly visitorId: string };
      expect(first.status).toBe(201);
      expect(opened).toMatchObject({
        expiresAt: "2026-10-31T08:00:00.000Z",
        store: { key: "tea", timezone: "Asia/Shanghai", greeting: "Hello!", quickChoices: [{ id: "a1", label: "几时发货" }] },
        limits: { textLength: 5_000, fileBytes: 10_000_000 },
      });
      const again = await server.post(SESSIONS, { store: "tea", token: opened.token });
      expect(again.status).toBe(200);
      expect(await again.json()).toMatchObject({ token: opened.token, visitorId: opened.visitorId });
    });

    it("of a proven shopper gives messages that say who it is", async () => {
      const opened = await server.post(SESSIONS, { store: "cups", identity: identityOf("anna") });
      const { token, visitorId } = (await opened.json()) as { readonly token: string; readonly visitorId: string };
      await server.post(MESSAGES, message, bearer(token));
      expect(spine.received.at(-1)).toMatchObject({
        id: `web:${visitorId}:client-0001`,
        place: { channel: "web", room: visitorId },
        person: { id: visitorId, verifiedId: "anna", name: "顾客anna" },
        storeId: "id-cups",
      });
    });

    it("is refused with a wrong proof, and without one where it is demanded", async () => {
      const forged = await server.post(SESSIONS, { store: "cups", identity: { ...identityOf("anna"), id: "bert" } });
      const bare = await server.post(SESSIONS, { store: "club" });
      expect([forged.status, bare.status]).toEqual([403, 403]);
      expect(await forged.json()).toMatchObject({ field: "identity.hmac" });
      expect(await bare.json()).toMatchObject({ field: "identity" });
    });
  });

  it("is closed to unproven visitors from the moment the store demands proof, wherever they speak", async () => {
    const key = `late-${database.kind}`;
    await openShop(db, key, { identitySecret: IDENTITY_SECRET });
    const guest = await desk.visit(key);
    const anna = await desk.visit(key, { identity: identityOf("anna") });
    await db.prisma.store.update({ where: { key }, data: { identityRequired: true } });
    desk.pass(6_000);
    const before = spine.received.length;
    const tried = await Promise.all([
      server.post(MESSAGES, message, bearer(guest.token)),
      server.post("/api/widget/human", { clientId: "client-0002" }, bearer(guest.token)),
      server.post("/api/widget/rating", { clientId: "client-0003", score: 1 }, bearer(guest.token)),
      server.post("/api/widget/files", {}, bearer(guest.token)),
    ]);
    expect(tried.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(await tried[0]?.json()).toMatchObject({ field: "identity", remedy: expect.stringContaining("sign in") });
    expect(spine.received).toHaveLength(before);
    expect((await server.post(MESSAGES, message, bearer(anna.token))).status).toBe(202);
  });

  describe("a page of another origin", () => {
    const allowed = (response: Response) => response.headers.get("access-control-allow-origin");

    it.each([
      ["tea", "https://any.example", 201, "*"],
      ["tea", "null", 201, "*"],
      ["listed", "https://shop.example", 201, "https://shop.example"],
      ["listed", "https://m.shop.example", 201, "https://m.shop.example"],
      ["listed", "http://desk.example:8040", 201, "http://desk.example:8040"],
      ["listed", "http://shop.example", 403, null],
      ["listed", "https://shop.example:8443", 403, null],
      ["listed", "https://shop.example.evil.example", 403, null],
      ["listed", "https://SHOP.example", 403, null],
      ["listed", "null", 403, null],
    ])("opens a session of %s from %s: %s, readable by %s", async (store, origin, status, readers) => {
      const response = await server.post(SESSIONS, { store }, { origin });
      expect([response.status, allowed(response)]).toEqual([status, readers]);
      expect(response.headers.get("vary")).toContain("Origin");
      expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    });

    it("uses a token only where the store lists it: nothing is taken in, nothing can be read", async () => {
      const { token } = await desk.visit("listed");
      const before = spine.received.length;
      const foreign = { ...bearer(token), origin: "https://evil.example" };
      const answers = [await server.post(MESSAGES, message, foreign), await server.get(MESSAGES, foreign)];
      for (const answer of answers) expect([answer.status, allowed(answer)]).toEqual([403, null]);
      expect(spine.received).toHaveLength(before);
      const own = { ...bearer(token), origin: "https://shop.example" };
      expect(allowed(await server.get(MESSAGES, own))).toBe("https://shop.example");
      const stream = await listenTo(`${server.base}/api/widget/events`, own);
      onTestFinished(stream.close);
      expect(allowed(stream.response)).toBe("https://shop.example");
    });

    it("may ask beforehand, and may read why a token is no longer good and how long to wait", async () => {
      const asked = await fetch(server.base + MESSAGES, {
        method: "OPTIONS",
        headers: { origin: "https://any.example", "access-control-request-method": "POST" },
      });
      expect(asked.status).toBe(204);
      expect(asked.headers.get("access-control-allow-headers")).toContain("Authorization");
      expect(asked.headers.get("access-control-allow-methods")).toBe("GET, POST");
      const refused = await server.post(MESSAGES, message, { ...bearer("x".repeat(43)), origin: "https://any.example" });
      expect([refused.status, allowed(refused)]).toEqual([401, "*"]);
      expect(refused.headers.get("access-control-expose-headers")).toBe("Retry-After");
    });
  });

  it("shows a shop page with the store's name as text, and the widget's script to any page", async () => {
    const page = await server.get("/demo/tea");
    expect(await page.text()).toContain(`<title>&#60;b&#62;&#34;小店&#34;&#60;/b&#62;</title>`);
    expect((await server.get("/demo/nowhere")).status).toBe(404);
    const script = await server.get("/widget.js");
    expect(script.headers.get("content-type")).toMatch(/javascript/);
    expect(script.headers.get("access-control-allow-origin")).toBe("*");
    expect(script.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(script.headers.get("cache-control")).toBe("public, max-age=300");
    const etag = script.headers.get("etag") ?? "";
    // fetch would add `no-cache` itself.
    const again = await server.get("/widget.js", { "if-none-match": etag, "cache-control": "max-age=0" });
    expect(again.status).toBe(304);
    const missing = await server.get("/panel.js");
    expect([missing.status, await missing.json()]).toMatchObject([404, { detail: expect.stringContaining("npm run build") }]);
  });
});

describe("Limits", () => {
  const setUp = async (limits: Parameters<typeof startWebServer>[0]["limits"]) => {
    const spine = createFakeSpine();
    const visitors = createFakeVisitors(spine);
    for (const id of ["one", "two", "three"]) visitors.visitor(id);
    const server = await startWebServer({ visitors, spine, limits: limits ?? {}, trustProxy: ["loopback"] });
    let count = 0;
    const say = (who: string, address = "192.0.2.1") => {
      count += 1;
      const body = { clientId: `client-${1000 + count}`, text: "你好" };
      return server.post(MESSAGES, body, { ...bearer(`token-${who}`), "x-forwarded-for": address });
    };
    return { server, spine, say };
  };

  it("stop one visitor who sends too much, and nobody else; the answer says how long to wait", async () => {
    const { say, spine } = await setUp({ messagesPerVisitorPerMinute: 3 });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await say("one")).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
    const refused = await say("one");
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({
      status: 429,
      detail: `Too many requests, try again in ${seconds} s.`,
      retryAfter: seconds,
    });
    expect((await say("two")).status).toBe(202);
    expect(spine.received).toHaveLength(4);
  });

  it("count all who share an address, an IPv6 customer's /56 as one address", async () => {
    const { say } = await setUp({ messagesPerAddressPerMinute: 2 });
    expect((await say("one", "2001:db8:1:100::1")).status).toBe(202);
    expect((await say("two", "2001:db8:1:1ff::2")).status).toBe(202);
    expect((await say("three", "2001:db8:1:1aa:5::9")).status).toBe(429);
    expect((await say("three", "2001:db8:1:200::1")).status).toBe(202);
    expect((await say("three", "192.0.2.7")).status).toBe(202);
  });

  it("are not passed by naming other addresses when no proxy is trusted", async () => {
    const spine = createFakeSpine();
    const server = await startWebServer({
      visitors: createFakeVisitors(spine),
      spine,
      limits: { sessionsPerAddressPerMinute: 1 },
    });
    const open = (address: string) => server.post(SESSIONS, { store: "shop" }, { "x-forwarded-for": address });
    expect((await open("192.0.2.1")).status).toBe(404);
    expect((await open("192.0.2.2")).status).toBe(429);
  });

  it("stop guessing at tokens, and nobody with a good token at the same address", async () => {
    const { server, say } = await setUp({ sessionsPerAddressPerMinute: 3 });
    const read = (token: string) => server.get(MESSAGES, { ...bearer(token), "x-forwarded-for": "192.0.2.9" });
    const statuses = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await read("nobody")).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await read("token-one")).status).toBe(200);
    expect((await say("one", "192.0.2.9")).status).toBe(202);
  });

  it("do not count what strangers send as messages of their address", async () => {
    const { say } = await setUp({ messagesPerAddressPerMinute: 2 });
    for (let count = 0; count < 3; count += 1) expect((await say("nobody")).status).toBe(401);
    expect((await say("one")).status).toBe(202);
  });

  it("of 0 are none", async () => {
    const { say } = await setUp({});
    const answers = await Promise.all(Array.from({ length: 100 }, () => say("one")));
    expect(answers.every(({ status }) => status === 202)).toBe(true);
  });
});
