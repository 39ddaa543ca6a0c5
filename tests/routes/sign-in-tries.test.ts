import { afterAll, beforeAll, expect, it } from "vitest";
import { countTry, ofEmail } from "../../src/accounts/store/tries.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type ConsoleServer } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish } from "../support/worlds.ts";

/** A hundred passwords are looked at, and each is slow on purpose. */
const SLOW = { timeout: 120_000 };
const SIGN_IN = "/api/auth/sign-in/email";
const ME = "/api/console/me";

describeOnEachDatabase("Tries to sign in", (databases) => {
  let db: Database;
  let server: ConsoleServer;

  beforeAll(async () => {
    db = await databases.open();
    await furnish(db);
    server = await startConsole(db);
  });
  afterAll(() => server.close());

  const from = (address: string) => ({ "x-forwarded-for": address });

  it("looks at no more than ten passwords of 200 tried at the same moment", async () => {
    const person = await server.person({ role: "agent" });
    const tries = Array.from({ length: 200 }, (_, n) =>
      server.browser().post(SIGN_IN, { email: person.email, password: `guess-number-${n}` }, from("203.0.113.1")),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(190);
  });

  it("keeps a person locked out where the guesses came from, even with the right password, for a quarter of an hour", async () => {
    const person = await server.person({ role: "agent" });
    const right = { email: person.email, password: person.password };
    for (let n = 0; n < 10; n += 1)
      await server.browser().post(SIGN_IN, { ...right, password: `guess-number-${n}` }, from("203.0.113.2"));
    const locked = await server.browser().post(SIGN_IN, right, from("203.0.113.2"));
    expect(locked.status).toBe(429);
    expect(locked.json).toMatchObject({ retryAfter: 900 });
    expect(locked.headers.get("retry-after")).toBe("900");
    expect((await server.browser().post(SIGN_IN, right, from("203.0.113.3"))).status).toBe(200);
    server.clock.set("2026-11-20T10:14:59+08:00");
    expect((await server.browser().post(SIGN_IN, right, from("203.0.113.2"))).status).toBe(429);
    server.clock.set("2026-11-20T10:15:01+08:00");
    expect((await server.browser().post(SIGN_IN, right, from("203.0.113.2"))).status).toBe(200);
  });

  it("looks at no more than three hundred passwords that strangers try for one person, from however many addresses", async () => {
    const person = await server.person({ role: "agent" });
    await guessedAt(person.email, 297);
    const tries = Array.from({ length: 5 }, (_, n) =>
      server.browser().post(SIGN_IN, { email: person.email, password: "guess-guess" }, from(`198.51.100.${n}`)),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(3);
    expect((await server.browser().post(SIGN_IN, person.credentials, from("198.51.100.99"))).status).toBe(429);
  });

  it("lets a person in at a new place while ten addresses guess, with fewer tries", SLOW, async () => {
    const person = await server.person({ role: "agent" });
    const guess = { email: person.email, password: "guess-guess" };
    for (let n = 0; n < 105; n += 1) await server.browser().post(SIGN_IN, guess, from(`198.18.0.${n % 10}`));
    for (const status of [401, 401])
      expect((await server.browser().post(SIGN_IN, guess, from("198.18.1.1"))).status).toBe(status);
    expect((await server.browser().post(SIGN_IN, person.credentials, from("198.18.1.1"))).status).toBe(200);
    for (const status of [401, 401, 401, 429])
      expect((await server.browser().post(SIGN_IN, guess, from("198.18.1.2"))).status).toBe(status);
  });

  it("keeps nobody out of a browser in which they signed in before, whatever strangers try anywhere", SLOW, async () => {
    const person = await server.person({ role: "agent" });
    await person.post("/api/auth/sign-out", {});
    await guessedAt(person.email, 301);
    const nextDoor = from("198.18.2.1");
    for (let n = 0; n < 51; n += 1)
      await server.browser().post(SIGN_IN, { email: `nobody-${n}@example.com`, password: "guess-guess" }, nextDoor);
    expect((await server.browser().post(SIGN_IN, person.credentials, nextDoor)).status).toBe(429);
    expect((await person.post(SIGN_IN, person.credentials, nextDoor)).status).toBe(200);
  });

  it("looks at no more than ten passwords of 200 tried at the same moment in a browser that knows the account", async () => {
    const person = await server.person({ role: "agent" });
    const tries = Array.from({ length: 200 }, (_, n) =>
      person.post(SIGN_IN, { email: person.email, password: `guess-number-${n}` }, from(`198.19.${n}.1`)),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(190);
    expect((await person.post(SIGN_IN, person.credentials)).status).toBe(429);
    // Neither did they use up what strangers have, …
    expect((await server.browser().post(SIGN_IN, person.credentials, from("198.18.3.1"))).status).toBe(200);
    // … nor does a new password leave the browser locked.
    const reset = await server.accounts.resetPassword({ id: person.id });
    expect((await person.post(SIGN_IN, { email: person.email, password: reset?.password })).status).toBe(200);
  });

  it("knows everybody who signed in at a shared computer, and nobody else there", async () => {
    const [early, late, other] = [await server.person({ role: "agent" }), await server.person({ role: "agent" }), await server.person({ role: "agent" })]; // prettier-ignore
    const shared = server.browser();
    for (const { credentials } of [early, late]) expect((await shared.post(SIGN_IN, credentials)).status).toBe(200);
    for (const { email } of [early, late, other]) await guessedAt(email, 301);
    expect((await shared.post(SIGN_IN, early.credentials)).status).toBe(200);
    expect((await shared.post(SIGN_IN, late.credentials)).status).toBe(200);
    expect((await shared.post(SIGN_IN, other.credentials)).status).toBe(429);
  });

  it("remembers the browser in a cookie that scripts cannot read, only sent to sign in, that names nobody and opens nothing", async () => {
    const person = await server.person({ role: "admin" });
    const answer = await server.browser().post(SIGN_IN, person.credentials);
    const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith("counterbell.device=")) ?? "";
    expect(line).toMatch(/Max-Age=34560000; Path=\/api\/auth; HttpOnly; SameSite=Lax$/);
    expect(line).not.toContain("person");
    const [cookie = ""] = line.split(";");
    expect((await server.browser().get(ME, { cookie })).status).toBe(401);
  });

  it("does not remember the browser of somebody who asks not to be, or mistyped", async () => {
    const person = await server.person({ role: "agent" });
    for (const body of [
      { ...person.credentials, rememberMe: false },
      { ...person.credentials, password: "wrong-password" },
    ])
      expect((await server.browser().post(SIGN_IN, body)).headers.getSetCookie().join()).not.toContain("device");
  });

  /** As if strangers had tried so often, from many addresses. */
  async function guessedAt(email: string, times: number): Promise<void> {
    for (let n = 0; n < times; n += 1) await countTry(db.pool, ofEmail(email), server.clock.now());
  }

  it("does not count what a page of another site posts", async () => {
    const person = await server.person({ role: "agent" });
    const here = from("203.0.113.7");
    const guess = { email: person.email, password: "guess-guess" };
    for (let n = 0; n < 12; n += 1) {
      const origin = n % 2 === 0 ? { origin: "https://evil.example" } : { "sec-fetch-site": "cross-site" };
      expect((await server.browser().post(SIGN_IN, guess, { ...here, ...origin })).status).toBe(403);
    }
    expect((await server.browser().post(SIGN_IN, person.credentials, here)).status).toBe(200);
  });

  it("looks at no more than fifty passwords from one address, whoever is meant", async () => {
    const tries = Array.from({ length: 53 }, (_, n) =>
      server.browser().post(SIGN_IN, { email: `somebody-${n}@example.com`, password: "guess-guess" }, from("203.0.113.4")),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(50);
  });

  it("forgets mistypings once the password was right, and a locked-out person does not lock out the office", async () => {
    const [clumsy, colleague] = [await server.person({ role: "agent" }), await server.person({ role: "agent" })];
    const office = from("203.0.113.5");
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 6; n += 1)
        expect((await server.browser().post(SIGN_IN, { email: clumsy.email, password: "oops-oops-oops" }, office)).status).toBe(
          401,
        );
      expect((await server.browser().post(SIGN_IN, clumsy.credentials, office)).status).toBe(200);
    }
    for (let n = 0; n < 56; n += 1)
      await server.browser().post(SIGN_IN, { email: "locked@example.com", password: "oops-oops" }, office);
    expect((await server.browser().post(SIGN_IN, colleague.credentials, office)).status).toBe(200);
  });
});
