import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type ConsoleServer } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, STORE } from "../support/worlds.ts";

const SIGN_IN = "/api/auth/sign-in/email";
const ME = "/api/console/me";

describeOnEachDatabase("Signing in", (databases) => {
  let db: Database;
  let server: ConsoleServer;

  beforeAll(async () => {
    db = await databases.open();
    await furnish(db);
    server = await startConsole(db);
  });
  afterAll(() => server.close());

  const from = (address: string) => ({ "x-forwarded-for": address });

  it("gives a cookie that scripts cannot read and other sites do not send, and no token in the answer", async () => {
    const person = await server.person({ role: "supervisor", stores: [STORE] });
    const answer = await server.browser().post(SIGN_IN, { email: person.email.toUpperCase(), password: person.password });
    expect(answer.status).toBe(200);
    const line = answer.headers.getSetCookie().find((cookie) => cookie.includes("session_token")) ?? "";
    expect(line).toMatch(/^counterbell\.session_token=/);
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Lax/i);
    expect(line).not.toMatch(/Secure/i);
    expect(answer.json).toEqual({ user: { id: person.id, name: "person 1", email: person.email } });
    expect((await person.get(ME)).json).toMatchObject({ user: { role: "supervisor" }, stores: [{ id: STORE }] });
  });

  it("sends the cookie over https only where people come by https", async () => {
    const secure = await startConsole(db, { baseUrl: "https://desk.example.com" });
    const made = await secure.accounts.create({ name: "S", email: "secure@example.com", role: "admin", stores: [] });
    if (made.type === "refused") throw new Error(made.fault.field);
    const answer = await secure.browser().post(SIGN_IN, { email: "secure@example.com", password: made.password });
    const lines = answer.headers.getSetCookie();
    expect(lines.find((line) => line.includes("session_token"))).toMatch(/^__Secure-counterbell\.session_token=.*; Secure/i);
    expect(lines.find((line) => line.includes("device"))).toMatch(/^__Secure-counterbell\.device=.*; Secure/i);
    await secure.close();
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const person = await server.person({ role: "agent" });
    const wrong = await server.browser().post(SIGN_IN, { email: person.email, password: "wrong-password" });
    const unknown = await server.browser().post(SIGN_IN, { email: "nobody@example.com", password: "wrong-password" });
    expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get("content-type")).toBe("application/problem+json");
  });

  it("changes a password only with the old one, ends all other sessions and keeps this one", async () => {
    const person = await server.person({ role: "agent" });
    const elsewhere = server.browser();
    await elsewhere.post(SIGN_IN, person.credentials);
    const change = { currentPassword: person.password, newPassword: "a-new-long-password" };
    const wrong = await person.post("/api/auth/change-password", { ...change, currentPassword: "not-the-password" });
    expect([wrong.status, wrong.json]).toEqual([400, expect.objectContaining({ field: "currentPassword" })]);
    expect((await elsewhere.get(ME)).status).toBe(200);
    const changed = await person.post("/api/auth/change-password", { ...change, revokeOtherSessions: false });
    expect(changed.status).toBe(200);
    expect((await elsewhere.get(ME)).status).toBe(401);
    expect((await person.get(ME)).status).toBe(200);
    expect((await server.browser().post(SIGN_IN, person.credentials)).status).toBe(401);
    expect((await server.browser().post(SIGN_IN, { ...person.credentials, password: change.newPassword })).status).toBe(200);
  });

  it("stops a person who is switched off at once, tells them so, and lets them in again when switched on", async () => {
    const [admin, person] = [await server.person({ role: "admin" }), await server.person({ role: "agent", stores: [STORE] })];
    const request = { name: "Off", email: person.email, role: "agent", stores: [STORE] };
    expect((await person.get(ME)).status).toBe(200);
    expect((await admin.put(`/api/console/users/${person.id}`, { ...request, disabled: true })).status).toBe(200);
    expect((await person.get(ME)).status).toBe(401);
    const refused = await server.browser().post(SIGN_IN, person.credentials);
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining("switched off")]);
    expect((await server.browser().post(SIGN_IN, { ...person.credentials, password: "wrong-password" })).status).toBe(401);
    await admin.put(`/api/console/users/${person.id}`, { ...request, disabled: false });
    expect((await person.get(ME)).status).toBe(401);
    expect((await server.browser().post(SIGN_IN, person.credentials)).status).toBe(200);
  });

  it("tells a browser whether anybody is signed in without refusing it, and nothing else that way", async () => {
    const nobody = await server.browser().get("/api/auth/session");
    expect([nobody.status, nobody.json]).toEqual([200, { user: null }]);
    expect(nobody.headers.get("cache-control")).toBe("no-store");
    const person = await server.person({ role: "agent" });
    expect((await person.get("/api/auth/session")).json).toEqual({
      user: { id: person.id, name: expect.stringContaining("person"), role: "agent" },
    });
    await person.post("/api/auth/sign-out", {});
    expect((await person.get("/api/auth/session")).json).toEqual({ user: null });
    expect((await server.browser().get(ME)).status).toBe(401);
  });

  it("ends the session when signing out", async () => {
    const person = await server.person({ role: "agent" });
    const kept = person.cookie();
    expect((await person.post("/api/auth/sign-out", {})).status).toBe(200);
    expect((await server.browser().get(ME, { cookie: kept })).status).toBe(401);
  });

  it("resets a password to a random one that works, ends sessions and a lock-out", async () => {
    const person = await server.person({ role: "agent" });
    for (let n = 0; n < 11; n += 1) await server.browser().post(SIGN_IN, { email: person.email, password: `wrong-${n}-wrong` }, from("203.0.113.6")); // prettier-ignore
    const reset = await server.accounts.resetPassword({ email: person.email.toUpperCase() });
    expect(reset?.password).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}$/);
    expect((await person.get(ME)).status).toBe(401);
    const answer = await server.browser().post(SIGN_IN, { email: person.email, password: reset?.password }, from("203.0.113.6"));
    expect(answer.status).toBe(200);
    expect(await server.accounts.resetPassword({ email: "nobody@example.com" })).toBeUndefined();
  });

  it("offers nothing else of the library: no sign-up, no reset, no change of one's own name or role", async () => {
    const person = await server.person({ role: "agent" });
    const before = await db.prisma.user.count();
    for (const path of ["sign-up/email", "update-user", "request-password-reset", "reset-password", "change-email", "delete-user", "list-sessions", "get-session", "sign-in/social", "ok"]) // prettier-ignore
      expect([path, (await person.post(`/api/auth/${path}`, { email: "x@example.com", password: "long-enough-1", name: "x", role: "admin" })).status]).toEqual([path, 404]); // prettier-ignore
    expect(await db.prisma.user.count()).toBe(before);
  });

  it("refuses what a page of another site posts, and a session's cookie without an origin", async () => {
    const person = await server.person({ role: "agent" });
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const refusals = [
      await server.browser().post(SIGN_IN, person.credentials, foreign),
      await person.post("/api/auth/sign-out", {}, foreign),
      await person.post(
        "/api/auth/change-password",
        { currentPassword: person.password, newPassword: "evil-evil-evil" },
        foreign,
      ),
      await person.put("/api/console/me/status", { status: "break" }, foreign),
      await person.put("/api/console/me/status", { status: "break" }, { origin: "http://[", "sec-fetch-site": "cross-site" }),
      await person.put("/api/console/me/status", { status: "break" }, { origin: "http://[" }),
      await person.put("/api/console/me/status", { status: "break" }, { origin: "null" }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403, 403]);
    expect((await person.get(ME)).status).toBe(200);
    expect((await server.browser().post(SIGN_IN, person.credentials)).status).toBe(200);
  });

  it("trusts localhost by its own name although BASE_URL says another", async () => {
    const person = await server.person({ role: "agent" });
    const local = { origin: server.origin.replace("127.0.0.1", "localhost"), host: new URL(server.origin).host };
    expect((await server.browser().post(SIGN_IN, person.credentials, local)).status).toBe(403);
    const elsewhere = await startConsole(db, { baseUrl: "https://desk.example.com" });
    expect((await elsewhere.browser().post(SIGN_IN, person.credentials)).status).toBe(200);
    await elsewhere.close();
  });

  it("names the wrong field and what is allowed", async () => {
    const browser = server.browser();
    const good = { email: "somebody@example.com", password: "some-password" };
    const cases: readonly (readonly [unknown, string])[] = [
      [{ ...good, email: 7 }, "email"],
      [{ ...good, email: { $ne: "" } }, "email"],
      [{ ...good, email: "nobody" }, "email"],
      [{ ...good, email: `${"a".repeat(300)}@example.com` }, "email"],
      [{ ...good, password: ["x"] }, "password"],
      [{ ...good, password: "" }, "password"],
      [{ ...good, password: "x".repeat(129) }, "password"],
      [{ email: good.email }, "password"],
      [{ ...good, rememberMe: "yes" }, "rememberMe"],
      [{ ...good, callbackURL: "https://evil.example" }, "callbackURL"],
      [[], "(body)"],
      ["text", "(body)"],
    ];
    for (const [body, field] of cases) {
      const answer = await browser.post(SIGN_IN, body);
      expect([body, answer.status, answer.json]).toEqual([body, 400, expect.objectContaining({ field })]);
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
    }
    const broken = await browser.send("POST", SIGN_IN, { body: "{", headers: { "content-type": "application/json" } });
    expect([broken.status, broken.json]).toEqual([400, expect.objectContaining({ field: "(body)" })]);
    const huge = await browser.post(SIGN_IN, { ...good, password: "x".repeat(1_000_000) });
    expect(huge.status).toBe(413);
  });

  it("treats forged, foreign and broken cookies as nobody", async () => {
    const cookies = ["counterbell.session_token=abc", "counterbell.session_token=abc.def", `counterbell.session_token=${"x".repeat(5000)}`, "counterbell.session_token=%00%ff", ";;;=", "counterbell.session_token="]; // prettier-ignore
    for (const cookie of cookies) expect([cookie, (await server.browser().get(ME, { cookie })).status]).toEqual([cookie, 401]);
  });
});
