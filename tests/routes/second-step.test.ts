import { afterAll, beforeAll, expect, it } from "vitest";
import type { SecondStepBegun, UserList } from "../../src/accounts/api.ts";
import { runCommand } from "../../src/cli/commands.ts";
import type { Database } from "../../src/infra/database.ts";
import { codeOf } from "../support/authenticator.ts";
import { startConsole, type Browser, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish } from "../support/worlds.ts";

const BASE = "/api/auth/second-step";
const SIGN_IN = "/api/auth/sign-in/email";
const ME = "/api/console/me";

describeOnEachDatabase("The second step of a sign-in", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let admin: SignedIn;

  beforeAll(async () => {
    db = await databases.open();
    await furnish(db);
    server = await startConsole(db);
    admin = await server.person({ role: "admin" });
  });
  afterAll(() => server.close());

  interface Guarded {
    readonly person: SignedIn;
    readonly secret: string;
    readonly backupCodes: readonly string[];
  }

  async function guarded(): Promise<Guarded> {
    const person = await server.person({ role: "merchant" });
    const begun = (await person.post(`${BASE}/begin`, { password: person.password })).json as SecondStepBegun;
    const secret = new URL(begun.uri).searchParams.get("secret") ?? "";
    const confirmed = await person.post(`${BASE}/confirm`, { code: codeOf(secret) });
    if (confirmed.status !== 200) throw new Error(confirmed.text);
    return { person, secret, backupCodes: begun.backupCodes };
  }

  async function halfway({ person }: Guarded): Promise<Browser> {
    const browser = server.browser();
    const answer = await browser.post(SIGN_IN, person.credentials);
    expect(answer.json).toEqual({ needsSecondStep: true });
    return browser;
  }

  it("is off until the first code was typed rightly, and takes the password to begin", async () => {
    const person = await server.person({ role: "agent" });
    expect((await person.post(`${BASE}/begin`, { password: "wrong-password" })).json).toMatchObject({ field: "currentPassword" });
    const begun = (await person.post(`${BASE}/begin`, { password: person.password })).json as SecondStepBegun;
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Counterbell:/);
    expect(begun.backupCodes).toHaveLength(10);
    expect((await person.post(`${BASE}/confirm`, { code: "000000" })).json).toMatchObject({ field: "code" });
    expect((await person.get(BASE)).json).toEqual({ isOn: false });
    expect((await server.browser().post(SIGN_IN, person.credentials)).json).toMatchObject({ user: { id: person.id } });
    const secret = new URL(begun.uri).searchParams.get("secret") ?? "";
    expect((await person.post(`${BASE}/confirm`, { code: codeOf(secret) })).status).toBe(200);
    expect((await person.get(BASE)).json).toEqual({ isOn: true });
    expect((await person.get(ME)).status).toBe(200);
    const stored = await db.prisma.twoFactor.findUniqueOrThrow({ where: { userId: person.id } });
    for (const code of begun.backupCodes) expect(stored.backupCodes).not.toContain(code);
    expect(stored.secret).not.toContain(secret);
  });

  it("lets nobody in with the password alone, and in with the code", async () => {
    const one = await guarded();
    const browser = await halfway(one);
    expect((await browser.get(ME)).status).toBe(401);
    expect((await browser.get("/api/auth/session")).json).toEqual({ user: null });
    expect((await browser.post(`${BASE}/verify`, { code: "000000" })).json).toMatchObject({ field: "code" });
    expect((await browser.post(`${BASE}/verify`, { code: codeOf(one.secret) })).json).toMatchObject({
      user: { id: one.person.id },
    });
    expect((await browser.get(ME)).status).toBe(200);
    const log = (await admin.get("/api/console/audit?act=second-step.on")).json;
    expect(log).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ by: one.person.id })]) });
  });

  it("takes each backup code once", async () => {
    const one = await guarded();
    const code = one.backupCodes[0] ?? "";
    expect((await (await halfway(one)).post(`${BASE}/verify`, { code })).status).toBe(200);
    expect((await (await halfway(one)).post(`${BASE}/verify`, { code })).json).toMatchObject({ field: "code" });
  });

  it(
    "looks at no more than ten codes, of 60 tried side by side in browsers that all know the password",
    { timeout: 120_000 },
    async () => {
      const one = await guarded();
      const browsers: Browser[] = [];
      for (let n = 0; n < 12; n += 1) browsers.push(await halfway(one));
      const tries = browsers.flatMap((browser) =>
        Array.from({ length: 5 }, (_, n) => browser.post(`${BASE}/verify`, { code: `00000${n}` })),
      );
      const statuses = (await Promise.all(tries)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(50);
      const locked = await (await halfway(one)).post(`${BASE}/verify`, { code: codeOf(one.secret) });
      expect([locked.status, locked.json]).toEqual([429, expect.objectContaining({ retryAfter: expect.any(Number) })]);
    },
  );

  it("is nobody's without a step under way, and refuses other shapes", async () => {
    const one = await guarded();
    const step = { cookie: "counterbell.two_factor=2fa-AAAAAAAAAAAAAAAAAAAA.c2lnbmF0dXJl" };
    for (const headers of [{}, step])
      expect((await server.browser().post(`${BASE}/verify`, { code: codeOf(one.secret) }, headers)).status).toBe(401);
    const browser = await halfway(one);
    for (const code of [1, "", "12345", { $ne: "" }, "' OR 1=1"])
      expect((await browser.post(`${BASE}/verify`, { code })).json).toMatchObject({ field: "code" });
    for (const path of ["begin", "confirm", "off"])
      expect((await server.browser().post(`${BASE}/${path}`, { password: "x", code: "123456" })).status).not.toBe(200);
    for (const path of [
      "two-factor/enable",
      "two-factor/disable",
      "two-factor/get-totp-uri",
      "two-factor/generate-backup-codes",
      "two-factor/send-otp",
    ])
      expect([path, (await one.person.post(`/api/auth/${path}`, { password: one.person.password })).status]).toEqual([path, 404]);
  });

  it("is switched off with the password, or by an admin for somebody who lost the phone, which signs them out", async () => {
    const own = await guarded();
    expect((await own.person.post(`${BASE}/off`, { password: "wrong-password" })).json).toMatchObject({
      field: "currentPassword",
    });
    expect((await own.person.post(`${BASE}/off`, { password: own.person.password })).status).toBe(200);
    expect((await server.browser().post(SIGN_IN, own.person.credentials)).json).toMatchObject({ user: { id: own.person.id } });
    const lost = await guarded();
    const path = `/api/console/users/${lost.person.id}/second-step/off`;
    expect((await own.person.post(path, {})).status).toBe(403);
    const listed = ((await admin.get("/api/console/users")).json as UserList).items.find(({ id }) => id === lost.person.id);
    expect(listed?.hasSecondStep).toBe(true);
    expect((await admin.post(path, {})).status).toBe(204);
    expect((await admin.post(path, {})).status).toBe(409);
    expect((await lost.person.get(ME)).status).toBe(401);
    expect((await server.browser().post(SIGN_IN, lost.person.credentials)).json).toMatchObject({ user: { id: lost.person.id } });
    const log = (await admin.get("/api/console/audit?act=second-step.off")).json;
    expect(log).toMatchObject({ items: [{ by: admin.id, thing: `person:${lost.person.id}` }, { by: own.person.id }] });
  });

  it("can be switched off in the terminal, where the last admin lost theirs", async () => {
    const one = await guarded();
    const lines: string[] = [];
    const world = {
      database: db,
      accounts: server.accounts,
      clock: server.clock,
      baseUrl: "",
      understanding: never,
      openWorkbench: never,
    };
    const request = { command: "password", args: [one.person.email], options: { by: "ops", secondStep: "off" } };
    expect(await runCommand(world, request, (line) => lines.push(line))).toBe(0);
    expect(lines.join("\n")).toContain("The second step was switched off.");
    expect((await admin.get("/api/console/users")).json).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: one.person.id, hasSecondStep: false })]),
    });
  });
});

const never = () => Promise.reject(new Error("no command here understands texts"));
