import { afterAll, beforeAll, expect, it } from "vitest";
import type { SessionList } from "../../src/accounts/api.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish } from "../support/worlds.ts";

const SESSIONS = "/api/console/me/sessions";
const ME = "/api/console/me";

describeOnEachDatabase("My sessions", (databases) => {
  let db: Database;
  let server: ConsoleServer;

  beforeAll(async () => {
    db = await databases.open();
    await furnish(db);
    server = await startConsole(db);
  });
  afterAll(() => server.close());

  async function signedInTwice() {
    const here = await server.person({ role: "merchant" });
    const elsewhere = server.browser();
    const headers = { "user-agent": "Phone/1.0", "x-forwarded-for": "203.0.113.20" };
    await elsewhere.post("/api/auth/sign-in/email", here.credentials, headers);
    return { here, elsewhere };
  }

  const listOf = async (person: SignedIn) => ((await person.get(SESSIONS)).json as SessionList).items;

  it("say where I am signed in, with what, and which is this one, and carry no key", async () => {
    const { here } = await signedInTwice();
    const sessions = await listOf(here);
    expect(sessions.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    expect(sessions.find(({ isThis }) => !isThis)).toMatchObject({ address: "203.0.113.20", browser: "Phone/1.0" });
    const stored = await db.prisma.session.findMany({ where: { userId: here.id } });
    for (const { token } of stored) expect((await here.get(SESSIONS)).text).not.toContain(token);
  });

  it("end one by one, all others, or everywhere", async () => {
    const { here, elsewhere } = await signedInTwice();
    const other = (await listOf(here)).find(({ isThis }) => !isThis);
    expect((await here.send("DELETE", `${SESSIONS}/${other?.id ?? ""}`, {})).status).toBe(204);
    expect([(await elsewhere.get(ME)).status, (await here.get(ME)).status]).toEqual([401, 200]);
    await elsewhere.post("/api/auth/sign-in/email", here.credentials);
    expect((await here.post(`${SESSIONS}/end`, { keep: "this" })).status).toBe(204);
    expect([(await elsewhere.get(ME)).status, (await here.get(ME)).status]).toEqual([401, 200]);
    await elsewhere.post("/api/auth/sign-in/email", here.credentials);
    expect((await here.post(`${SESSIONS}/end`, { keep: "none" })).status).toBe(204);
    expect([(await elsewhere.get(ME)).status, (await here.get(ME)).status]).toEqual([401, 401]);
  });

  it("of others end for nobody", async () => {
    const [{ here }, stranger] = [await signedInTwice(), await server.person({ role: "admin" })];
    const [session] = await listOf(here);
    expect((await stranger.send("DELETE", `${SESSIONS}/${session?.id ?? ""}`, {})).status).toBe(404);
    await stranger.post(`${SESSIONS}/end`, { keep: "none" });
    expect((await here.get(ME)).status).toBe(200);
    expect(await listOf(here)).toHaveLength(2);
  });

  it("take nothing but what is written", async () => {
    const { here } = await signedInTwice();
    for (const body of [{}, { keep: "all" }, { keep: "this", of: "somebody" }])
      expect((await here.post(`${SESSIONS}/end`, body)).status).toBe(400);
    expect(await listOf(here)).toHaveLength(2);
  });
});
