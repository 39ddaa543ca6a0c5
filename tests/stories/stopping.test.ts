import { Agent, request as ask } from "node:http";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { createBrowser } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openRealDesk, SHOP } from "../support/real-desk.ts";
import { bearer, listenTo } from "../support/web-server.ts";
import { widgetClient } from "../support/widget-client.ts";

/** Much shorter than the time that requests under way get at most. */
const STOPS_WITHIN_MS = 3_000;

describeOnEachDatabase("A desk that is told to stop", (database) => {
  it("says goodbye to those who listen, answers those who wait, and ends at once", async () => {
    const desk = await openRealDesk(await database.place());
    const { server } = desk;
    onTestFinished(() => server.kill());
    const shopper = await widgetClient(server.url, SHOP.key);
    const token = bearer(shopper.session.token);
    const stream = await listenTo(`${server.url}/api/widget/events?since=0`, token);
    await shopper.send({ clientId: "first-question", text: "多久发货" });
    expect(await stream.texts(2)).toHaveLength(2);
    const colleague = await listenTo(`${server.url}/api/console/events`, { cookie: await signIn(server.url, desk.agent) });
    const lingering = await keptAlive(`${server.url}/healthz`);
    onTestFinished(lingering);
    const waiting = fetch(`${server.url}/api/widget/messages?since=2&wait=25`, { headers: token });
    // Answered after the wait has begun, because both come over connections of their own, one after the other.
    await fetch(`${server.url}/healthz`);

    const begun = Date.now();
    expect(await server.stop()).toBe(0);
    expect(Date.now() - begun).toBeLessThan(STOPS_WITHIN_MS);
    expect(await stream.next("bye")).toMatchObject({ data: { because: "stopping" } });
    expect([await stream.next(), await colleague.next("bye")]).toEqual([undefined, undefined]);
    expect((await waiting).status).toBe(200);
  });

  it.skipIf(database.kind === "pglite")(
    "does not wait for ever for a database that does not answer",
    { timeout: 60_000 },
    async () => {
      const place = await database.place();
      const { server } = await openRealDesk(place);
      onTestFinished(() => server.kill());
      const blocker = new pg.Client({ connectionString: place.url });
      await blocker.connect();
      onTestFinished(() => blocker.end());
      await blocker.query("BEGIN");
      await blocker.query(`LOCK TABLE "Decision" IN ACCESS EXCLUSIVE MODE`);
      const shopper = await widgetClient(server.url, SHOP.key);
      await shopper.send({ clientId: "first-question", text: "多久发货" });
      await somebodyWaitsFor(blocker);
      expect(await server.stop()).toBe(1);
      expect(server.output()).toContain("a part does not stop");
    },
  );
});

/** Until somebody waits for what this connection has locked. */
async function somebodyWaitsFor(blocker: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await blocker.query("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '\"Decision\"'::regclass");
    if (rows.length > 0) return;
  }
}

async function signIn(url: string, { email, password }: { readonly email: string; readonly password: string }): Promise<string> {
  const browser = createBrowser(url);
  expect((await browser.post("/api/auth/sign-in/email", { email, password })).status).toBe(200);
  return browser.cookie();
}

/** A connection that stays open after an answer, as browsers keep theirs. Returns how to end it. */
async function keptAlive(url: string): Promise<() => void> {
  const agent = new Agent({ keepAlive: true });
  await new Promise<void>((resolve, reject) => {
    const asked = ask(url, { agent }, (answer) => answer.resume().once("end", resolve));
    asked.once("error", reject).end();
  });
  return () => agent.destroy();
}
