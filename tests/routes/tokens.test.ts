import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { TokenCreated, TokenList, TokenRequest } from "../../src/accounts/api.ts";
import { storeId } from "../../src/core/ids.ts";
import type { Me } from "../../src/desk/api.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type Answer, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, STORE } from "../support/worlds.ts";

const TOKENS = "/api/console/tokens";
const ME = "/api/console/me";
const OTHER = storeId("store-2");
const ARTICLE = { version: 0, phase: "presale", question: "问", alternatives: [], answer: "答" };

describeOnEachDatabase("API tokens", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let admin: SignedIn;
  let supervisor: SignedIn;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [STORE, OTHER]) await furnish(db, { store });
    server = await startConsole(db);
    admin = await server.person({ role: "admin" });
    supervisor = await server.person({ role: "supervisor", stores: [STORE] });
  });
  afterAll(() => server.close());

  const wish: TokenRequest = { name: "报表", scope: "read", stores: [], days: 30 };

  async function make(owner: SignedIn, request: Partial<TokenRequest> = {}): Promise<TokenCreated> {
    const made = await owner.post(TOKENS, { ...wish, ...request });
    if (made.status !== 201) throw new Error(made.text);
    return made.json as TokenCreated;
  }

  /** As a program: no cookies, no origin. */
  function withToken(token: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, origin: "https://elsewhere.example", "content-type": "application/json" };
    return server.browser().send(method, path, { headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }

  it("are told once, stored as a hash, and work as their person from a program of any origin", async () => {
    const { token, row } = await make(supervisor, { scope: "write" });
    expect(token).toMatch(/^cbt_[A-Za-z0-9_-]{43}$/);
    const stored = await db.prisma.apiToken.findUniqueOrThrow({ where: { id: row.id } });
    expect(stored.tokenHash).toBe(createHash("sha256").update(token).digest("base64url"));
    expect((await supervisor.get(TOKENS)).text).not.toContain(token.slice(4));
    const me = await withToken(token, "GET", ME);
    expect([me.status, (me.json as Me).user.id]).toEqual([200, supervisor.id]);
    const written = await withToken(token, "PUT", `/api/console/stores/${STORE}/articles/by-token`, ARTICLE);
    expect([written.status, written.text]).toEqual([200, expect.any(String)]);
    const [entry] = ((await admin.get("/api/console/audit?act=article")).json as { items: { via?: string; by: string }[] }).items;
    expect([entry?.via, entry?.by]).toEqual(["报表", supervisor.id]);
  });

  it("that only read change nothing", async () => {
    const { token } = await make(supervisor);
    const refused = await withToken(token, "PUT", `/api/console/stores/${STORE}/articles/read-only`, ARTICLE);
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining("only reads")]);
    expect((await withToken(token, "GET", `/api/console/stores/${STORE}/articles`)).status).toBe(200);
    expect(await db.prisma.article.count({ where: { id: "read-only" } })).toBe(0);
  });

  it("make no people, no ways in and no more tokens, whatever they may write", async () => {
    const { token } = await make(admin, { scope: "write" });
    const person = { name: "x", email: "by-token@example.com", role: "admin", stores: [] };
    for (const [method, path, body] of [
      ["POST", "/api/console/users", person],
      ["GET", "/api/console/users", undefined],
      ["POST", `/api/console/users/${admin.id}/password`, {}],
      ["POST", TOKENS, wish],
      ["GET", TOKENS, undefined],
      ["POST", "/api/console/invitations", { email: "i@example.com", role: "admin", stores: [] }],
      ["POST", "/api/console/links", { person: "slack:U1", agentId: `agent-${STORE}` }],
      ["GET", "/api/console/me/sessions", undefined],
      ["POST", "/api/console/me/sessions/end", { keep: "none" }],
    ] as const)
      expect([method, path, (await withToken(token, method, path, body)).status]).toEqual([method, path, 403]);
    const change = { currentPassword: admin.password, newPassword: "stolen-stolen-1" };
    expect((await withToken(token, "POST", "/api/auth/change-password", change)).status).toBe(401);
    expect(await db.prisma.user.count({ where: { email: person.email } })).toBe(0);
  });

  it("never see more than their person sees now", async () => {
    const person = await server.person({ role: "supervisor", stores: [STORE, OTHER] });
    const { token } = await make(person, { scope: "write" });
    const stores = async () => ((await withToken(token, "GET", ME)).json as Me).stores.map(({ id }) => id);
    expect(await stores()).toEqual([STORE, OTHER]);
    await admin.put(`/api/console/users/${person.id}`, { name: "x", email: person.email, role: "merchant", stores: [OTHER] });
    expect(await stores()).toEqual([OTHER]);
    expect((await withToken(token, "GET", "/api/console/roster")).status).toBe(403);
    await admin.put(`/api/console/users/${person.id}`, {
      name: "x",
      email: person.email,
      role: "merchant",
      stores: [OTHER],
      disabled: true,
    });
    expect((await withToken(token, "GET", ME)).status).toBe(401);
  });

  it("limited to stores see only those, and never act as admin", async () => {
    const { token } = await make(admin, { scope: "write", stores: [STORE] });
    expect((await withToken(token, "GET", ME)).json).toMatchObject({ user: { role: "supervisor" }, stores: [{ id: STORE }] });
    expect((await withToken(token, "GET", `/api/console/stores/${OTHER}/articles`)).status).toBe(404);
    expect((await withToken(token, "PUT", "/api/console/stores/shared/articles/x", ARTICLE)).status).not.toBe(200);
    expect((await supervisor.post(TOKENS, { ...wish, stores: [OTHER] })).json).toMatchObject({ field: "stores.0" });
  });

  it("end when they run out, are revoked, or their person gets a new password from an admin", async () => {
    const short = await make(supervisor, { days: 1 });
    const revoked = await make(supervisor);
    const person = await server.person({ role: "supervisor", stores: [STORE] });
    const reset = await make(person);
    for (const { token } of [short, revoked, reset]) expect((await withToken(token, "GET", ME)).status).toBe(200);
    expect((await supervisor.send("DELETE", `${TOKENS}/${revoked.row.id}`, {})).status).toBe(204);
    await admin.post(`/api/console/users/${person.id}/password`, {});
    server.clock.set("2026-11-21T10:00:01+08:00");
    for (const { token } of [short, revoked, reset]) expect((await withToken(token, "GET", ME)).status).toBe(401);
    server.clock.set("2026-11-20T10:00:00+08:00");
  });

  it("take the streams with them that they opened, at once", async () => {
    const { token, row } = await make(supervisor);
    const headers = { authorization: `Bearer ${token}` };
    const stream = await fetch(`${server.origin}/api/console/events`, { headers });
    expect(stream.status).toBe(200);
    await supervisor.send("DELETE", `${TOKENS}/${row.id}`, {});
    // Read to its end: the test would wait for ever if there were none.
    await stream.text();
  });

  it("of others can be neither seen nor revoked, but by an admin", async () => {
    const { row } = await make(admin, { name: "老板的" });
    expect((await supervisor.get(`${TOKENS}?of=all`)).text).not.toContain(row.id);
    expect((await supervisor.send("DELETE", `${TOKENS}/${row.id}`, {})).status).toBe(404);
    const { row: theirs } = await make(supervisor);
    const all = ((await admin.get(`${TOKENS}?of=all`)).json as TokenList).items.map(({ id }) => id);
    expect(all).toEqual(expect.arrayContaining([row.id, theirs.id]));
    expect((await admin.send("DELETE", `${TOKENS}/${theirs.id}`, {})).status).toBe(204);
  });

  it("that nobody has are nobody, also beside somebody's cookie", async () => {
    for (const authorization of [
      "Bearer",
      "Bearer x",
      `Bearer cbt_${"A".repeat(43)}`,
      `bearer cbt_${"A".repeat(42)}!`,
      "Bearer cbt_' OR 1=1 --",
    ])
      expect([authorization, (await supervisor.get(ME, { authorization })).status]).toEqual([authorization, 401]);
    // What a proxy adds for itself is none of our business.
    expect((await supervisor.get(ME, { authorization: "Basic eDp5" })).status).toBe(200);
  });

  it("are at most twenty a person, of however many made at the same moment, and name what is wrong", async () => {
    const person = await server.person({ role: "merchant", stores: [STORE] });
    const made = await Promise.all(Array.from({ length: 24 }, () => person.post(TOKENS, wish)));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(made.filter(({ status }) => status === 409)).toHaveLength(4);
    for (const [body, field] of [
      [{ ...wish, days: 366 }, "days"],
      [{ ...wish, days: 0 }, "days"],
      [{ ...wish, scope: "admin" }, "scope"],
      [{ ...wish, name: " " }, "name"],
      [{ ...wish, stores: "all" }, "stores"],
      [{ ...wish, role: "admin" }, "role"],
    ] as const)
      expect([field, (await supervisor.post(TOKENS, body)).json]).toEqual([field, expect.objectContaining({ field })]);
    expect((await (await server.person({ role: "agent" })).get(TOKENS)).status).toBe(403);
  });

  it("say when they were last used", async () => {
    const { token, row } = await make(supervisor, { name: "用过" });
    expect(row.lastUsedAt).toBeUndefined();
    await withToken(token, "GET", ME);
    const found = ((await supervisor.get(TOKENS)).json as TokenList).items.find(({ id }) => id === row.id);
    expect(found?.lastUsedAt).toBe("2026-11-20T02:00:00.000Z");
  });
});
