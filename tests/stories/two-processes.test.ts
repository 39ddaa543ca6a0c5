import { afterEach, beforeEach, expect, it } from "vitest";
import pg from "pg";
import { describeOnEachDatabase, type TestPlace } from "../support/databases.ts";
import { serverProcess, type ServerProcess } from "../support/server-process.ts";
import type { PollAnswer } from "../../adapters/web/api.ts";
import { readUntil, widgetClient } from "../support/widget-client.ts";

// The embedded database has one process by design; there the second start is refused (first-start.test.ts).
describeOnEachDatabase("Two processes", (database) => {
  if (database.kind === "pglite") return void it.skip("share no embedded database", () => undefined);
  let place: TestPlace;
  let first: ServerProcess;
  let second: ServerProcess;

  beforeEach(async () => {
    place = await database.place();
    [first, second] = await Promise.all([demo(), demo()]);
  });
  afterEach(async () => {
    await first.kill();
    await second.kill();
  });

  it(
    "start at once on an empty database, stand in for each other, and go on when one is killed",
    { timeout: 120_000 },
    async () => {
      await Promise.all([first.start(), second.start()]);
      const people = [first, second].map(({ output }) => output().includes("shown only this once"));
      expect(people.filter(Boolean)).toHaveLength(1);

      const client = await widgetClient(first.url, "demo");
      const elsewhere = { ...client, ...(await pollerAt(second.url, client.session.token)) };
      await client.send({ clientId: "to-the-first", text: "多久发货" });
      expect((await readUntil(elsewhere, (all) => all.some(({ author }) => author.type === "bot"))).length).toBe(2);

      await first.kill();
      await timerThatIsDue(place);
      await untilNoTimerIsDue(place);
      expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
    },
  );

  async function demo(): Promise<ServerProcess> {
    return serverProcess({ place, env: { DEMO: "yes" } });
  }
});

/** The same visitor, asking another process. */
async function pollerAt(url: string, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  return {
    poll: async (since: number): Promise<PollAnswer> =>
      (await fetch(`${url}/api/widget/messages?since=${since}&wait=1`, { headers })).json() as Promise<PollAnswer>,
  };
}

async function timerThatIsDue(place: TestPlace): Promise<void> {
  await onServer(place, `UPDATE "Timer" SET "dueAt" = now() - interval '1 second'`);
}

async function untilNoTimerIsDue(place: TestPlace): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const due = await onServer(place, `SELECT 1 FROM "Timer" WHERE "dueAt" <= now()`);
    if (due === 0) return;
    if (Date.now() > deadline) throw new Error("no process took up the timer that is due");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function onServer({ url }: TestPlace, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
