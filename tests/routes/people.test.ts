import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserCreated, UserList } from "../../src/accounts/api.ts";
import { storeId } from "../../src/core/ids.ts";
import type { Me } from "../../src/desk/api.ts";
import type { Database } from "../../src/infra/database.ts";
import type { RosterAnswer } from "../../src/staffing/api.ts";
import { startConsole, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom, STORE } from "../support/worlds.ts";

const USERS = "/api/console/users";
const ROSTER = "/api/console/roster";
const OTHER = storeId("store-2");

describeOnEachDatabase("People and rosters in the console", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let admin: SignedIn;
  let agent: SignedIn;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [STORE, OTHER]) await furnish(db, { store });
    server = await startConsole(db);
    admin = await server.person({ role: "admin" });
    agent = await server.person({ role: "agent", agentId: `agent-${STORE}`, stores: [STORE] });
  });
  afterAll(() => server.close());

  it("makes a person whose password is told once and works", async () => {
    const request = { name: "韩梅梅", email: "Han@example.com", role: "supervisor", stores: [STORE] };
    const made = await admin.post(USERS, request);
    expect(made.status).toBe(201);
    const { user, password } = made.json as UserCreated;
    expect(user).toMatchObject({ name: "韩梅梅", email: "han@example.com", stores: [STORE], disabled: false });
    expect((await server.browser().post("/api/auth/sign-in/email", { email: "han@example.com", password })).status).toBe(200);
    const list = await admin.get(USERS);
    expect((list.json as UserList).items).toContainEqual(user);
    expect(list.text).not.toContain(password);
    const again = await admin.post(USERS, request);
    expect([again.status, again.json]).toEqual([409, expect.objectContaining({ field: "email" })]);
  });

  it("makes a new password for somebody, which ends their sessions", async () => {
    const person = await server.person({ role: "agent" });
    const reset = await admin.post(`${USERS}/${person.id}/password`, {});
    expect(reset.status).toBe(200);
    expect((await person.get("/api/console/me")).status).toBe(401);
    const { password } = reset.json as UserCreated;
    expect((await server.browser().post("/api/auth/sign-in/email", { email: person.email, password })).status).toBe(200);
  });

  it("keeps a person switched off unless the change says otherwise", async () => {
    const person = await server.person({ role: "agent" });
    const request = { name: "x", email: person.email, role: "agent", stores: [] };
    await admin.put(`${USERS}/${person.id}`, { ...request, disabled: true });
    expect((await admin.put(`${USERS}/${person.id}`, request)).json).toMatchObject({ disabled: true });
  });

  it("says for which of their stores a merchant decides, keeps it over other changes, and in the log", async () => {
    const merchant = await server.person({ role: "merchant", stores: [STORE, OTHER] });
    const path = `${USERS}/${merchant.id}/approvals`;
    expect((await admin.put(path, { stores: [STORE] })).json).toMatchObject({ approves: [STORE] });
    const request = { name: "王老板", email: merchant.email, role: "merchant", stores: [STORE] };
    expect((await admin.put(`${USERS}/${merchant.id}`, request)).json).toMatchObject({ approves: [STORE] });
    expect(((await merchant.get("/api/console/me")).json as Me).stores).toMatchObject([{ id: STORE, approves: true }]);
    expect((await admin.put(path, { stores: [OTHER] })).status).toBe(400);
    expect((await admin.put(`${USERS}/${agent.id}/approvals`, { stores: [STORE] })).status).toBe(409);
    expect((await admin.put(`${USERS}/nobody/approvals`, { stores: [] })).status).toBe(404);
    const entries = await db.prisma.auditEntry.findMany({ where: { thing: `person:${merchant.id}` } });
    expect(entries.filter(({ after }) => JSON.stringify(after).includes("approves"))).toHaveLength(1);
    expect((await admin.put(path, { stores: [] })).json).not.toHaveProperty("approves");
  });

  it("names the wrong field of a person and what is allowed", async () => {
    const good = { name: "x", email: "x@example.com", role: "agent", stores: [] };
    const cases: readonly (readonly [unknown, string])[] = [
      [{ ...good, name: "" }, "name"],
      [{ ...good, name: "a\u0000" }, "name"],
      [{ ...good, email: "no" }, "email"],
      [{ ...good, role: "root" }, "role"],
      [{ ...good, stores: "s1" }, "stores"],
      [{ ...good, stores: ["nowhere"] }, "stores.0"],
      [{ ...good, stores: [{ id: 1 }] }, "stores.0"],
      [{ ...good, agentId: "nobody" }, "agentId"],
      [{ ...good, disabled: "no" }, "disabled"],
      [{ ...good, password: "my-own-choice" }, "password"],
      [[], "(body)"],
    ];
    for (const [body, field] of cases) {
      const answer = await admin.post(USERS, body);
      expect([body, answer.status, answer.json]).toEqual([body, 400, expect.objectContaining({ field })]);
    }
  });

  it("lets an agent say how they stand, and routing looks again", async () => {
    const away = await agent.put("/api/console/me/status", { status: "away" });
    expect(away.json as Me).toMatchObject({ agent: { id: `agent-${STORE}`, status: "away", onShift: true } });
    await server.world.spine.submit(messageFrom("alice", "能刻字吗"));
    await server.world.spine.idle();
    const waiting = () => db.prisma.conversation.findFirstOrThrow({ where: { personName: "alice" } });
    expect((await waiting()).status).toBe("queued");
    await agent.put("/api/console/me/status", { status: "ready" });
    await server.world.spine.idle();
    expect((await waiting()).status).toBe("offered");
    expect((await agent.put("/api/console/me/status", { status: "asleep" })).json).toMatchObject({ field: "status" });
    const nobody = await admin.put("/api/console/me/status", { status: "ready" });
    expect([nobody.status, nobody.text]).toEqual([403, expect.stringContaining("agent")]);
  });

  it("shows supervisors only the agents who may serve their stores", async () => {
    const supervisor = await server.person({ role: "supervisor", stores: [STORE] });
    const roster = (await supervisor.get(ROSTER)).json as RosterAnswer;
    expect(roster.agents.map(({ id, stores, onShift }) => [id, stores, onShift])).toEqual([[`agent-${STORE}`, [STORE], true]]);
    expect(((await admin.get(ROSTER)).json as RosterAnswer).agents).toHaveLength(2);
    expect((await agent.get(ROSTER)).status).toBe(403);
  });

  it("lets nobody replace the roster who does not see every store", async () => {
    const supervisor = await server.person({ role: "supervisor", stores: [STORE] });
    const refused = await supervisor.put(ROSTER, { agents: [] });
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining("all stores")]);
    expect(await db.prisma.agent.count({ where: { active: true } })).toBe(2);
  });

  it("refuses a bad roster whole, naming every fault, and takes a good one", async () => {
    const bad = await admin.put(`${ROSTER}?force=true`, {
      agents: [{ id: "a", skills: ["any"], stores: ["nowhere"] }, { skills: [] }],
    });
    expect(bad.status).toBe(422);
    expect(bad.json).toMatchObject({ field: "agents[1].id", remedy: expect.any(String), errors: [{ path: "agents[1].id" }] });
    expect(await db.prisma.agent.count({ where: { active: true } })).toBe(2);
    const shifts = [{ days: ["Mon"], start: "18:00", end: "02:00" }];
    const agents = [{ id: "new", name: "新人", skills: ["any"], stores: [`key-${STORE}`], shifts, status: "break" }];
    const chief = await server.person({ role: "supervisor", stores: [STORE, OTHER] });
    const blind = await chief.put(ROSTER, { agents, holidays: ["2026-10-01"] });
    expect([blind.status, blind.json]).toMatchObject([400, { field: "version", remedy: expect.stringContaining("force=true") }]);
    const taken = await chief.put(`${ROSTER}?force=true`, { agents, holidays: ["2026-10-01"] });
    expect(taken.status).toBe(200);
    expect(taken.json as RosterAnswer).toMatchObject({
      timezone: "Asia/Shanghai",
      agents: [{ id: "new", name: "新人", stores: [STORE], status: "break", load: 0, onShift: false, shifts }],
      holidays: ["2026-10-01"],
    });
    // Whoever worked as an agent that is no longer in the roster does so no more.
    expect((await agent.get("/api/console/me")).json).not.toHaveProperty("agent");
  });
});
