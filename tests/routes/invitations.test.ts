import { afterAll, beforeAll, expect, it } from "vitest";
import type { InvitationCreated, InvitationList } from "../../src/accounts/api.ts";
import { storeId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, STORE } from "../support/worlds.ts";

const INVITATIONS = "/api/console/invitations";
const LOOK = "/api/auth/invitation/look";
const ACCEPT = "/api/auth/invitation/accept";
const OTHER = storeId("store-2");
const PASSWORD = "correct-horse-battery";

describeOnEachDatabase("Invitations", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let admin: SignedIn;
  let supervisor: SignedIn;
  let counter = 0;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [STORE, OTHER]) await furnish(db, { store });
    await db.prisma.agent.create({ data: { id: "everywhere", name: "到处", skills: ["any"] } });
    server = await startConsole(db);
    admin = await server.person({ role: "admin", name: "老板" });
    supervisor = await server.person({ role: "supervisor", stores: [STORE] });
  });
  afterAll(() => server.close());

  async function invite(by: SignedIn, more: object = {}): Promise<InvitationCreated & { readonly token: string }> {
    counter += 1;
    const made = await by.post(INVITATIONS, { email: `invited-${counter}@example.com`, role: "agent", stores: [STORE], ...more });
    if (made.status !== 201) throw new Error(made.text);
    const told = made.json as InvitationCreated;
    return { ...told, token: told.link.split("#")[1] ?? "" };
  }

  it("let somebody choose name and password, once, and in they are", async () => {
    const { token, row, link } = await invite(admin, { email: "Xiao.Ma@example.com", agentId: `agent-${STORE}` });
    expect(link).toBe(`${server.origin}/console/invite#${token}`);
    expect((await db.prisma.invitation.findUniqueOrThrow({ where: { id: row.id } })).tokenHash).not.toContain(token);
    expect((await admin.get(INVITATIONS)).text).not.toContain(token);
    const browser = server.browser();
    const shown = await browser.post(LOOK, { token });
    expect(shown.json).toMatchObject({ email: "xiao.ma@example.com", role: "agent", stores: ["测试小店"], invitedBy: "老板" });
    expect((await browser.post(ACCEPT, { token, name: " 小马 ", password: PASSWORD })).status).toBe(200);
    expect((await browser.get("/api/console/me")).json).toMatchObject({
      user: { name: "小马", role: "agent" },
      agent: { id: `agent-${STORE}` },
      stores: [{ id: STORE }],
    });
    expect((await server.browser().post(LOOK, { token })).status).toBe(404);
    expect((await server.browser().post(ACCEPT, { token, name: "x", password: PASSWORD })).status).toBe(404);
    const log = (await admin.get("/api/console/audit?act=invitation")).text;
    expect(log).toContain("invitation.accepted");
    expect(log).not.toContain(token);
  });

  it("make one person, of however many who accept at the same moment", async () => {
    const { token } = await invite(admin, { email: "race@example.com" });
    const tries = Array.from({ length: 20 }, (_, n) =>
      server.browser().post(ACCEPT, { token, name: `n${n}`, password: PASSWORD }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(await db.prisma.user.count({ where: { email: "race@example.com" } })).toBe(1);
  });

  it("end after three days, when revoked, and when whoever made them may not invite any more", async () => {
    const dead = async (token: string) => [
      (await server.browser().post(LOOK, { token })).status,
      (await server.browser().post(ACCEPT, { token, name: "x", password: PASSWORD })).status,
    ];
    const late = await invite(admin);
    server.clock.set("2026-11-23T10:00:01+08:00");
    expect(await dead(late.token)).toEqual([404, 404]);
    server.clock.set("2026-11-20T10:00:00+08:00");
    const revoked = await invite(admin);
    expect((await admin.send("DELETE", `${INVITATIONS}/${revoked.row.id}`, {})).status).toBe(204);
    expect(await dead(revoked.token)).toEqual([404, 404]);
    const fallen = await server.person({ role: "supervisor", stores: [STORE] });
    const orphan = await invite(fallen);
    await admin.put(`/api/console/users/${fallen.id}`, { name: "x", email: fallen.email, role: "supervisor", stores: [OTHER] });
    expect(await dead(orphan.token)).toEqual([404, 404]);
  });

  it("by supervisors are for agents of their own stores, and for nobody who would see more", async () => {
    const cases: readonly (readonly [object, number, string])[] = [
      [{ role: "admin" }, 403, "role"],
      [{ role: "supervisor" }, 403, "role"],
      [{ role: "merchant" }, 403, "role"],
      [{ stores: [OTHER] }, 400, "stores.0"],
      [{ stores: [] }, 400, "stores"],
      [{ agentId: `agent-${OTHER}` }, 400, "agentId"],
      // Whoever works as an agent without stores of their own sees all of them.
      [{ agentId: "everywhere" }, 400, "agentId"],
      [{ agentId: "nobody" }, 400, "agentId"],
    ];
    for (const [more, status, field] of cases) {
      const answer = await supervisor.post(INVITATIONS, { email: "more@example.com", role: "agent", stores: [STORE], ...more });
      expect([more, answer.status, answer.json]).toEqual([more, status, expect.objectContaining({ field })]);
    }
    const own = await invite(supervisor);
    const foreign = await invite(admin);
    const seen = ((await supervisor.get(INVITATIONS)).json as InvitationList).items.map(({ id }) => id);
    expect(seen).toContain(own.row.id);
    expect(seen).not.toContain(foreign.row.id);
    expect((await supervisor.send("DELETE", `${INVITATIONS}/${foreign.row.id}`, {})).status).toBe(404);
    for (const role of ["agent", "merchant"] as const)
      expect((await (await server.person({ role, stores: [STORE] })).post(INVITATIONS, {})).status).toBe(403);
  });

  it("are refused for an address or an agent that somebody has, also when that came about meanwhile", async () => {
    const taken = await admin.post(INVITATIONS, { email: supervisor.email.toUpperCase(), role: "agent", stores: [] });
    expect([taken.status, taken.json]).toEqual([409, expect.objectContaining({ field: "email" })]);
    const { token, row } = await invite(admin);
    await admin.post("/api/console/users", { name: "x", email: row.email, role: "agent", stores: [] });
    const late = await server.browser().post(ACCEPT, { token, name: "x", password: PASSWORD });
    expect([late.status, late.json]).toEqual([409, expect.objectContaining({ field: "email" })]);
  });

  it("name what is wrong, take no other shapes and nothing from other sites, and are not guessed", async () => {
    const good = { token: "A".repeat(43), name: "x", password: PASSWORD };
    for (const [body, field] of [
      [{ ...good, token: { $ne: "" } }, "token"],
      [{ ...good, token: "short" }, "token"],
      [{ ...good, name: "" }, "name"],
      [{ ...good, password: "short" }, "password"],
      [{ ...good, password: ["x"] }, "password"],
      [{ ...good, role: "admin" }, "role"],
      [[], "(body)"],
    ] as const)
      expect([field, (await server.browser().post(ACCEPT, body)).json]).toEqual([field, expect.objectContaining({ field })]);
    const { token } = await invite(admin);
    const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await server.browser().post(ACCEPT, { ...good, token }, evil)).status).toBe(403);
    const here = { "x-forwarded-for": "198.51.100.77" };
    const guesses = Array.from({ length: 60 }, (_, n) =>
      server.browser().post(LOOK, { token: String(n).padStart(43, "A") }, here),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(50);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await server.browser().post(LOOK, { token })).status).toBe(200);
  });
});
