import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditNames } from "../../console/src/audit/names.ts";
import type { AuditPage } from "../../src/audit/api.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type ConsoleServer } from "../support/console-server.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { EVERY_ACT, type Act, type Stage } from "../support/every-act.ts";
import { furnish, messageFrom, STORE } from "../support/worlds.ts";

/** What changes something and is no act on people, rosters, knowledge, conversations or settings. */
const NO_ACTS: Readonly<Record<string, string>> = {
  "post /alerts/:id/seen": "notes in the alert itself who saw it",
  "post /conversations/:id/files": "brings a file that a reply may send; the ledger keeps the reply",
  "post /conversations/:id/presence": "says who looks; nothing is stored",
  "post /conversations/:id/suggestions": "notes what became of a suggestion, with who and when",
  "post /conversations/:id/typing": "says who types; nothing is stored",
  "post /stores/:storeId/answering/preview": "only asks what would be",
  "post /stores/:storeId/articles/preview": "only asks what would be",
  "post /stores/:storeId/golden/run": "only asks what would be",
  "post /stores/:storeId/try": "only asks what would be",
  "post /topics/suggest": "only asks what would be",
  "post /webhooks/:webhookId/deliveries/:deliveryId/again": "sends again what was told before; the delivery keeps each try",
  "post /webhooks/:webhookId/test": "sends a test, which is kept with who sent it",
  "post /who": "only asks what would be",
  "put /me/status": "says how an agent stands just now; the agent's row says since when",
};

const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

describeOnEmbedded("Every endpoint that changes something", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let stage: Stage;
  let made = 0;

  beforeAll(async () => {
    db = await databases.open();
    await furnish(db, { capacity: 500 });
    const shifts = { create: { days: WEEK, start: "00:00", end: "24:00" } };
    const stores = { create: { storeId: STORE } };
    await db.prisma.agent.create({ data: { id: "helper", name: "韩梅梅", skills: [], capacity: 500, stores, shifts } });
    server = await startConsole(db, { waitMs: 5_000 });
    const people = {
      admin: await server.person({ role: "admin", name: "老板" }),
      supervisor: await server.person({ role: "supervisor", stores: [STORE] }),
      agent: await server.person({ role: "agent", agentId: `agent-${STORE}`, stores: [STORE] }),
      colleague: await server.person({ role: "agent", agentId: "helper", stores: [STORE] }),
      merchant: await server.person({ role: "merchant", stores: [STORE] }),
    };
    const fresh = (): string => `fresh-id-${(made += 1)}`;
    const offered = async (): Promise<string> => {
      const shopper = fresh();
      await server.world.spine.submit(messageFrom(shopper, "人工"));
      await server.world.spine.idle();
      return (await db.prisma.conversation.findFirstOrThrow({ where: { personName: shopper } })).id;
    };
    const taken = async (): Promise<{ readonly id: string; readonly epoch: number }> => {
      const id = await offered();
      await people.agent.post(`/api/console/conversations/${id}/claim`, { clientId: fresh() });
      return { id, epoch: (await db.prisma.conversation.findUniqueOrThrow({ where: { id } })).epoch };
    };
    stage = { db, server, people, offered, taken, fresh };
  });
  afterAll(() => server.close());

  const nameOf = ({ method, path }: { readonly method: string; readonly path: string }): string =>
    `${method} ${path.replace("/api/console", "")}`;

  function send({ by, path, body, raw }: Act, route: string) {
    const headers = { "content-type": raw === undefined ? "application/json" : "text/csv" };
    const sent = raw ?? JSON.stringify(body ?? {});
    return stage.people[by].send(route.split(" ")[0]?.toUpperCase() ?? "", path, { body: sent, headers });
  }

  it("is one of the acts tried here, or none, with its reason", () => {
    const changing = server.routes.filter(({ method }) => method !== "get");
    const as = (wanted: "own" | "none") => changing.filter(({ audit }) => audit === wanted).map(nameOf).sort(); // prettier-ignore
    expect(as("own")).toEqual(Object.keys(EVERY_ACT).sort());
    expect(as("none")).toEqual(Object.keys(NO_ACTS).sort());
    expect(changing.filter(({ audit }) => audit === undefined).map(nameOf)).toEqual([]);
  });

  describe.each(Object.keys(EVERY_ACT))("%s", (route) => {
    const prepared = (): Promise<Act> => EVERY_ACT[route]?.(stage) ?? Promise.reject(new Error(`nothing to do for ${route}`));

    it("leaves an entry with the act, and nothing at all where the entry cannot be written", async () => {
      const kept = await prepared();
      const before = await fingerprint(db);
      await db.pool.query(`ALTER TABLE "AuditEntry" ADD CONSTRAINT "closed" CHECK (false) NOT VALID`);
      const refused = await send(kept, route).finally(() => db.pool.query(`ALTER TABLE "AuditEntry" DROP CONSTRAINT "closed"`));
      expect([refused.status >= 500, await fingerprint(db)]).toEqual([true, before]);
      const act = await prepared();
      const last = await db.prisma.auditEntry.aggregate({ _max: { n: true } });
      const done = await send(act, route);
      expect([done.status < 300, done.text]).toEqual([true, expect.not.stringContaining('"outcome":"refused"')]);
      const { items } = (await stage.people.admin.get(`/api/console/audit?act=${act.logged}`)).json as AuditPage;
      const [entry] = items.filter(({ n }) => n > Number(last._max.n ?? 0));
      expect(entry).toMatchObject({ act: act.logged, by: stage.people[act.by].id, from: expect.stringMatching(/\S/) });
      expect(JSON.stringify(entry)).not.toMatch(/发烧|sick|加微信聊|慢慢来|passwordHash|tokenHash/);
      expect(Object.keys(auditNames.en.acts)).toContain(act.logged);
    });
  });
});

/** Of all that acts may change. What only says that something was tried is left out. */
async function fingerprint({ pool }: Database): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name`,
  );
  const kept = tables.filter(({ name }) => !["Incoming", "Lane", "SignInTry", "Session", "Timer", "AuditEntry"].includes(name));
  const parts = kept.map(({ name }) => `SELECT '${name}' AS t, md5(COALESCE(string_agg(t::text, '|' ORDER BY t::text), '')) AS h FROM "${name}" t`); // prettier-ignore
  const { rows } = await pool.query<{ t: string; h: string }>(parts.join(" UNION ALL "));
  return rows.map(({ t, h }) => `${t} ${h}`).join("\n");
}
