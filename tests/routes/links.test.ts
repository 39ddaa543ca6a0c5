import { afterAll, beforeAll, expect, it } from "vitest";
import type { LinkPage, LinkRow } from "../../src/accounts/api.ts";
import { runCommand } from "../../src/cli/commands.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, STORE } from "../support/worlds.ts";

const LINKS = "/api/console/links";
const AGENT = `agent-${STORE}`;

describeOnEachDatabase("People of platforms", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let admin: SignedIn;

  beforeAll(async () => {
    db = await databases.open();
    await furnish(db);
    await db.prisma.agent.create({ data: { id: "gone", name: "走了", skills: ["any"], active: false } });
    server = await startConsole(db);
    admin = await server.person({ role: "admin" });
  });
  afterAll(() => server.close());

  it("are linked with an agent or a store by an admin, once, and unlinked again", async () => {
    const made = await admin.post(LINKS, { person: "slack：U1", agentId: AGENT });
    expect([made.status, made.json]).toEqual([
      201,
      expect.objectContaining({ channel: "slack", person: "U1", as: "agent", target: { id: AGENT, name: "李雷" } }),
    ]);
    expect((await admin.post(LINKS, { person: "slack:U1", agentId: AGENT })).status).toBe(200);
    const other = await admin.post(LINKS, { person: "slack:U1", storeId: STORE });
    expect([other.status, other.json]).toEqual([
      409,
      expect.objectContaining({ field: "person", reason: expect.objectContaining({ zh: expect.stringContaining("李雷") }) }),
    ]);
    const merchant = await admin.post(LINKS, { person: "wechat:wang", storeId: STORE });
    const approver = await admin.post(LINKS, { person: "wechat:wang", storeId: STORE, approver: true });
    expect((approver.json as LinkRow).id).toBe((merchant.json as LinkRow).id);
    const page = (await admin.get(`${LINKS}?text=WANG`)).json as LinkPage;
    expect(page).toMatchObject({ total: 1, items: [{ person: "wang", approver: true, target: { name: "测试小店" } }] });
    expect((await admin.send("DELETE", `${LINKS}/${(made.json as LinkRow).id}`, {})).status).toBe(204);
    expect((await admin.send("DELETE", `${LINKS}/${(made.json as LinkRow).id}`, {})).status).toBe(404);
    const acts = (
      (await admin.get("/api/console/audit?act=link")).json as { items: { act: string; before?: object; after?: object }[] }
    ).items;
    expect(acts.map(({ act }) => act)).toEqual(["link.removed", "link.made", "link.made", "link.made"]);
    expect(acts[1]).toMatchObject({ before: { isApprover: false }, after: { isApprover: true } });
  });

  it("are guessed from nothing: who is not in the roster, no store, or nothing said is refused by field", async () => {
    for (const [body, field] of [
      [{ person: "slack:U2", agentId: "nobody" }, "agentId"],
      [{ person: "slack:U2", agentId: "gone" }, "agentId"],
      [{ person: "slack:U2", storeId: "shared" }, "storeId"],
      [{ person: "slack:U2" }, "agentId"],
      [{ person: "slack:U2", agentId: AGENT, storeId: STORE }, "storeId"],
      [{ person: "slack:U2", agentId: AGENT, approver: true }, "approver"],
      [{ person: "李雷", agentId: AGENT }, "person"],
      [{ person: { $ne: "" }, agentId: AGENT }, "person"],
      [{ person: "slack:U2", agentId: AGENT, email: "li@example.com" }, "email"],
    ] as const)
      expect([field, (await admin.post(LINKS, body)).json]).toEqual([field, expect.objectContaining({ field })]);
    expect(await db.prisma.platformPerson.count({ where: { person: "U2" } })).toBe(0);
    for (const role of ["agent", "supervisor", "merchant"] as const)
      expect(
        (await (await server.person({ role, stores: [STORE] })).post(LINKS, { person: "slack:U2", agentId: AGENT })).status,
      ).toBe(403);
  });

  it("linked by many at the same moment are one agent", async () => {
    const tries = Array.from({ length: 12 }, (_, n) =>
      admin.post(LINKS, n % 2 === 0 ? { person: "slack:U3", agentId: AGENT } : { person: "slack:U3", storeId: STORE }),
    );
    await Promise.all(tries);
    expect(await db.prisma.platformPerson.count({ where: { person: "U3" } })).toBe(1);
  });

  it("are linked, listed and unlinked in the terminal, with sentences that name the option and the next step", async () => {
    const run = async (command: string, args: readonly string[], options: Record<string, string> = {}) => {
      const lines: string[] = [];
      const world = {
        database: db,
        accounts: server.accounts,
        clock: server.clock,
        baseUrl: "",
        understanding: never,
        openWorkbench: never,
      };
      const code = await runCommand(world, { command, args: [...args], options: { ...options, by: "ops" } }, (line) =>
        lines.push(line),
      );
      return { code, said: lines.join("\n") };
    };
    expect(await run("link", ["slack:U9"], { agent: AGENT })).toEqual({
      code: 0,
      said: `已关联 · linked: slack:U9 → 客服 agent “李雷”（${AGENT}）`,
    });
    expect(await run("link", ["wechat:w9"], { merchant: `key-${STORE}`, approver: "yes" })).toMatchObject({
      code: 0,
      said: expect.stringContaining("可审批"),
    });
    for (const [person, options, option] of [
      ["U9", { agent: AGENT }, "<person>"],
      ["slack:U8", {}, "--agent"],
      ["slack:U8", { agent: AGENT, merchant: "m" }, "--merchant"],
      ["slack:U8", { agent: "nobody" }, "--agent"],
      ["slack:U8", { merchant: "nowhere" }, "--merchant"],
      ["slack:U8", { agent: AGENT, approver: "yes" }, "--agent"],
    ] as const) {
      const { code, said } = await run("link", [person], options);
      expect([code, said]).toEqual([1, expect.stringMatching(new RegExp(`^${option}：.*\\n没有改动`))]);
    }
    expect((await run("links", [])).said).toContain("slack:U9 → 客服");
    expect((await run("links", ["w9"])).said.split("\n")).toHaveLength(1);
    expect((await run("unlink", ["slack:U9"])).code).toBe(0);
    expect((await run("unlink", ["slack:U9"])).code).toBe(1);
    expect((await run("links", ["U9"])).said).not.toContain("U9");
    expect((await admin.get("/api/console/audit?act=link&who=ops")).text).toContain('"from":"terminal"');
  });
});

const never = () => Promise.reject(new Error("no command here understands texts"));
