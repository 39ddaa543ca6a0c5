import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserCreated } from "../../src/accounts/api.ts";
import type { AuditPage, AuditRow } from "../../src/audit/api.ts";
import { settlePending } from "../../src/audit/pending.ts";
import { writeAudit } from "../../src/audit/store.ts";
import { storeId } from "../../src/core/ids.ts";
import type { RosterAnswer } from "../../src/staffing/api.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom, STORE } from "../support/worlds.ts";

const AUDIT = "/api/console/audit";
const OTHER = storeId("store-2");

describeOnEachDatabase("The audit log", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let admin: SignedIn;
  let supervisor: SignedIn;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [STORE, OTHER]) await furnish(db, { store });
    server = await startConsole(db);
    admin = await server.person({ role: "admin", name: "老板" });
    supervisor = await server.person({ role: "supervisor", stores: [STORE] });
  });
  afterAll(() => server.close());

  async function logged(act: string, by: SignedIn = admin): Promise<readonly AuditRow[]> {
    return ((await by.get(`${AUDIT}?act=${act}`)).json as AuditPage).items;
  }

  it("tells who made and changed a person, from where, and only what changed", async () => {
    const request = { name: "韩梅梅", email: "han@example.com", role: "agent", stores: [STORE] };
    const from = { "x-forwarded-for": "203.0.113.9" };
    const made = (await admin.post("/api/console/users", request, from)).json as UserCreated;
    const [created] = await logged("person.created");
    expect(created).toMatchObject({
      by: admin.id,
      byName: "老板",
      from: "203.0.113.9",
      thing: `person:${made.user.id}`,
      thingName: "韩梅梅",
      after: { email: "han@example.com", role: "agent", stores: [STORE] },
    });
    await admin.put(`/api/console/users/${made.user.id}`, { ...request, role: "supervisor" });
    const [changed] = await logged("person.changed");
    expect([changed?.before, changed?.after]).toEqual([{ role: "agent" }, { role: "supervisor" }]);
    await admin.post(`/api/console/users/${made.user.id}/password`, {});
    expect(await logged("password.replaced")).toMatchObject([{ thingName: "韩梅梅" }]);
    const everything = (await admin.get(`${AUDIT}/export?format=jsonl`)).text;
    expect(everything).not.toContain(made.password);
  });

  it("knows of a sign-out whose process died between the act and its entry, and says that it was interrupted", async () => {
    const person = await server.person({ role: "agent", name: "断电" });
    const of = async () => (await logged("session.ended")).filter(({ byName }) => byName === "断电");
    const { auth } = server.accounts;
    const { handler } = auth;
    auth.handler = async (request) => {
      await handler(request);
      throw new Error("killed");
    };
    expect((await person.post("/api/auth/sign-out", {})).status).toBe(500);
    auth.handler = handler;
    expect([(await person.get("/api/console/me")).status, await of()]).toEqual([401, []]);
    await settlePending(db, Date.parse("2026-11-20T10:01:00+08:00"));
    expect(await of()).toEqual([]);
    await settlePending(db, Date.parse("2026-11-20T10:03:00+08:00"));
    await settlePending(db, Date.parse("2026-11-20T10:04:00+08:00"));
    expect(await of()).toMatchObject([{ by: person.id, after: { unfinished: true } }]);
    expect(await db.prisma.auditPending.count()).toBe(0);
  });

  it("says nothing of an act that was refused", async () => {
    const before = await logged("person");
    await admin.post("/api/console/users", { name: "x", email: "han@example.com", role: "agent", stores: [] });
    await supervisor.post("/api/console/users", { name: "x", email: "y@example.com", role: "agent", stores: [] });
    expect(await logged("person")).toEqual(before);
  });

  it("knows who came in and went, and who changed their password, and not the passwords", async () => {
    const person = await server.person({ role: "agent", name: "进出" });
    await server.browser().post("/api/auth/sign-in/email", { ...person.credentials, password: "wrong-password" });
    await person.post("/api/auth/change-password", { currentPassword: person.password, newPassword: "a-new-long-password" });
    await person.post("/api/auth/sign-out", {});
    const rows = ((await admin.get(`${AUDIT}?who=${encodeURIComponent("进出")}`)).json as AuditPage).items;
    expect(rows.map(({ act }) => act)).toEqual(["session.ended", "password.changed", "sign-in.failed", "session.started"]);
    expect(JSON.stringify(rows)).not.toContain("a-new-long-password");
  });

  it("knows who was turned away, a lock-out once, and of an address that is nobody's not the address", async () => {
    const person = await server.person({ role: "agent", name: "被锁的人" });
    const from = { "x-forwarded-for": "203.0.113.77" };
    const guess = (email: string) =>
      server.browser().post("/api/auth/sign-in/email", { email, password: "wrong-password" }, from);
    for (let n = 0; n < 13; n += 1) await guess(person.email);
    const rows = ((await admin.get(`${AUDIT}?who=${encodeURIComponent("被锁的人")}`)).json as AuditPage).items;
    expect(rows.filter(({ act }) => act === "sign-in.failed")).toHaveLength(10);
    expect(rows.filter(({ act }) => act === "sign-in.locked")).toMatchObject([{ by: person.id, from: "203.0.113.77" }]);
    await guess("stranger@private.example");
    const [stranger] = await logged("sign-in.failed");
    expect(stranger).toMatchObject({ by: "unknown", byName: expect.stringMatching(/^s…@… \S{8}$/) });
    expect(JSON.stringify(await logged("sign-in"))).not.toMatch(/stranger@|private\.example|wrong-password/);
  });

  it("writes an act on a conversation once, however often its console sends it, and no word of the shopper", async () => {
    const agent = await server.person({ role: "agent", agentId: `agent-${STORE}`, stores: [STORE] });
    await server.world.spine.submit(messageFrom("alice", "人工 我的电话 13800138000"));
    await server.world.spine.idle();
    const { id } = await db.prisma.conversation.findFirstOrThrow({ where: { personName: "alice" } });
    for (const clientId of ["audit-claim-1", "audit-claim-1"])
      await agent.post(`/api/console/conversations/${id}/claim`, { clientId });
    const claims = await logged("conversation.claim");
    const claim = { before: { status: "offered" }, after: { status: "assigned" } };
    expect(claims).toMatchObject([{ store: STORE, thing: `conversation:${id}`, by: agent.id, from: "127.0.0.1", ...claim }]);
    expect(JSON.stringify(await logged("conversation"))).not.toContain("13800138000");
    const refused = await agent.post(`/api/console/conversations/${id}/release`, { clientId: "audit-release-1", epoch: 99 });
    expect(refused.json).toMatchObject({ outcome: "refused" });
    expect(await logged("conversation.release")).toEqual([]);
  });

  it("tells what became of an article, a roster, a room and the bot's thresholds", async () => {
    const article = { version: 0, phase: "presale", question: "多久发货", alternatives: [], answer: "两天" };
    const at = `/api/console/stores/${STORE}/articles/ship`;
    await supervisor.put(at, article);
    await supervisor.put(at, { ...article, version: 1, answer: "一天", why: "仓库换了" });
    expect((await logged("article.edit"))[0]).toMatchObject({
      store: STORE,
      before: { answer: "两天" },
      after: { answer: "一天", why: "仓库换了" },
    });
    await supervisor.post("/api/console/places", { store: STORE, channel: "slack", room: "C1", purpose: "shopper" });
    expect((await logged("place"))[0]).toMatchObject({ act: "place.bound", thingName: "slack:C1", store: STORE });
    const { id } = await db.prisma.placeBinding.findFirstOrThrow({ where: { room: "C1" } });
    await supervisor.send("DELETE", `/api/console/places/${id}`, {});
    expect((await logged("place"))[0]).toMatchObject({ act: "place.unbound", before: { purpose: "shopper" } });
    const set = await supervisor.put(`/api/console/stores/${STORE}/answering`, {
      style: "own",
      answer: 0.9,
      askBack: 0.4,
      lead: 0.1,
      inScope: 0.2,
      version: 0,
    });
    expect([set.status, set.text]).toEqual([200, expect.any(String)]);
    expect((await logged("answering"))[0]).toMatchObject({ store: STORE, after: { answer: 0.9 } });
    const roster = {
      timezone: "Asia/Shanghai",
      agents: [{ id: `agent-${STORE}`, name: "李雷", skills: ["any"], capacity: 7, shifts: [] }],
    };
    const { version } = (await admin.get("/api/console/roster")).json as RosterAnswer;
    const replaced = await admin.put(`/api/console/roster?version=${version}`, roster);
    const again = await admin.put(`/api/console/roster?version=${version}`, roster);
    expect([again.status, again.json]).toEqual([
      409,
      expect.objectContaining({
        field: "version",
        by: "老板",
        reason: expect.objectContaining({ zh: expect.stringContaining("老板") }),
      }),
    ]);
    expect([replaced.status, replaced.text]).toEqual([200, expect.any(String)]);
    expect((await logged("roster"))[0]?.after).toMatchObject({ [`agent:agent-${STORE}`]: { capacity: 7 } });
  });

  it("shows supervisors what concerns their stores, and agents and merchants nothing", async () => {
    const rows = ((await supervisor.get(AUDIT)).json as AuditPage).items;
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ store }) => store))).toEqual(new Set([STORE]));
    const theirs = await server.person({ role: "supervisor", stores: [OTHER] });
    expect((await theirs.get(AUDIT)).json).toEqual({ items: [] });
    expect((await theirs.get(`${AUDIT}/export?format=jsonl`)).text).toBe("");
    const [foreign, unknown] = [await theirs.get(`${AUDIT}?store=${STORE}`), await theirs.get(`${AUDIT}?store=nowhere`)];
    expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
    for (const role of ["agent", "merchant"] as const)
      expect((await (await server.person({ role, stores: [STORE] })).get(AUDIT)).status).toBe(403);
  });

  it("finds by name, act, store and time, page by page", async () => {
    for (let n = 0; n < 60; n += 1)
      await writeAudit(db.pool, {
        at: Date.UTC(2025, 0, 1, 0, n),
        by: "u",
        byName: "翻页%_",
        from: "x",
        act: "test.paged",
        thing: `t:${n}`,
        storeId: STORE,
      });
    const first = (await admin.get(`${AUDIT}?act=test`)).json as AuditPage;
    expect(first.items).toHaveLength(50);
    const second = (await admin.get(`${AUDIT}?act=test&before=${first.next ?? 0}`)).json as AuditPage;
    expect([second.items.length, second.next]).toEqual([10, undefined]);
    expect(second.items.at(-1)?.thing).toBe("t:0");
    const numbers = [...first.items, ...second.items].map(({ n }) => n);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    const found = async (query: string): Promise<number> =>
      ((await admin.get(`${AUDIT}?${query}`)).json as AuditPage).items.length;
    expect(await found(`act=test.paged&who=${encodeURIComponent("%_")}`)).toBe(50);
    expect(await found(`act=test.paged&who=${encodeURIComponent("_%")}`)).toBe(0);
    expect(await found("act=test.paged&from=2025-01-01T00:10:00Z&to=2025-01-01T00:20:00Z")).toBe(10);
    expect(await found(`act=test.paged&store=${OTHER}`)).toBe(0);
    for (const [query, field] of [
      ["act=%27;DROP", "act"],
      ["from=yesterday", "from"],
      ["before=x", "before"],
      ["who=%00", "who"],
    ] as const)
      expect([query, (await admin.get(`${AUDIT}?${query}`)).json]).toEqual([query, expect.objectContaining({ field })]);
  });

  it("is exported whole, as CSV that runs in no spreadsheet and as JSON lines", async () => {
    const by = { at: 0, by: "u", byName: "=cmd|'/c calc'!A1", from: "x" };
    await writeAudit(db.pool, { ...by, act: "test.formula", thing: "t", after: { name: '"quoted"' } });
    const csv = await admin.get(`${AUDIT}/export?format=csv&act=test`);
    expect(csv.headers.get("content-disposition")).toBe('attachment; filename="audit.csv"');
    expect(csv.text.split("\r\n").filter((line) => line !== "")).toHaveLength(62);
    expect(csv.text).toContain(`"'=cmd|'/c calc'!A1"`);
    const lines = (await admin.get(`${AUDIT}/export?format=jsonl&act=test`)).text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as AuditRow);
    expect(lines).toHaveLength(61);
    expect((await admin.get(`${AUDIT}/export?format=pdf`)).json).toMatchObject({ field: "format" });
  });

  it("is changed and emptied by nobody, not even by hand", async () => {
    const before = await db.prisma.auditEntry.count();
    await expect(db.pool.query(`UPDATE "AuditEntry" SET "byName" = 'nobody'`)).rejects.toThrow("only added to");
    await expect(db.pool.query(`DELETE FROM "AuditEntry"`)).rejects.toThrow("only added to");
    await expect(db.pool.query(`TRUNCATE "AuditEntry"`)).rejects.toThrow("only added to");
    await expect(db.prisma.auditEntry.deleteMany()).rejects.toThrow("only added to");
    expect(await db.prisma.auditEntry.count()).toBe(before);
  });

  it("is rolled back with the act it tells of", async () => {
    const entry = { at: 0, by: "u", byName: "x", from: "x", act: "test.undone", thing: "t" };
    const undone = db.transaction(async (client) => {
      await writeAudit(client, entry);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await logged("test.undone")).toEqual([]);
  });
});
