import { afterEach, beforeEach, expect, it } from "vitest";
import pg from "pg";
import { breakableWire, type BreakableWire } from "../support/breakable-wire.ts";
import { createBrowser } from "../support/console-server.ts";
import { describeOnEachDatabase, type TestPlace } from "../support/databases.ts";
import { agentByHttp, type AgentByHttp } from "../support/real-desk-sides.ts";
import { openRealDesk, SHOP, type RealDesk } from "../support/real-desk.ts";
import { serverProcess, type ServerProcess } from "../support/server-process.ts";
import { bearer, listenTo, type StreamReader } from "../support/web-server.ts";
import { widgetClient } from "../support/widget-client.ts";

// The shopper and a colleague listen at one process, the agent works at the other.
describeOnEachDatabase("A process that did not hear another for a while", (database) => {
  if (database.kind === "pglite") return void it.skip("is alone on an embedded database", () => undefined);
  let place: TestPlace;
  let wire: BreakableWire;
  let listening: ServerProcess;
  let desk: RealDesk;
  let agent: AgentByHttp;
  let conversation: string;
  let shopper: StreamReader;

  beforeEach(async () => {
    place = await database.place();
    wire = await breakableWire(place.url ?? "");
    desk = await openRealDesk(place);
    listening = await serverProcess({ place: { ...place, url: wire.url } });
    await listening.start();
    agent = await agentByHttp(desk);
    const client = await widgetClient(listening.url, SHOP.key);
    shopper = await listenTo(`${listening.url}/api/widget/events?since=0`, bearer(client.session.token));
    await client.send({ clientId: "first-question", text: "多久发货" });
    await client.human("human-please");
    conversation = await agent.takeNewest();
    await agent.say(conversation, "您好,我是周晓");
    expect(await textsUpTo(shopper, "您好,我是周晓")).toContain("多久发货");
  });
  afterEach(async () => {
    shopper.close();
    await listening.kill();
    await desk.server.kill();
    await wire.stop();
  });

  it("shows what was said meanwhile once and in order, when only its listening connection was ended", async () => {
    await endListening(place);
    await agent.say(conversation, "断线时说的");
    expect(await textsUpTo(shopper, "断线时说的")).toEqual(["断线时说的"]);
    await agent.say(conversation, "后来说的");
    expect(await textsUpTo(shopper, "后来说的")).toEqual(["后来说的"]);
  });

  it("shows it also when the database was out of its reach, and tells the console which conversation moved", async () => {
    const colleague = await listenTo(`${listening.url}/api/console/events`, { cookie: await cookieAt(listening) });
    // From here on nothing is missed.
    await colleague.next("begun");
    wire.cut();
    await agent.say(conversation, "断线时说的一");
    await agent.say(conversation, "断线时说的二");
    wire.mend();
    expect(await textsUpTo(shopper, "断线时说的二")).toEqual(["断线时说的一", "断线时说的二"]);
    expect((await colleague.next("conversation"))?.data).toMatchObject({ conversationId: conversation, storeId: SHOP.id });
    colleague.close();
    await agent.say(conversation, "后来说的");
    expect(await textsUpTo(shopper, "后来说的")).toEqual(["后来说的"]);
  });

  async function cookieAt(server: ServerProcess): Promise<string> {
    const browser = createBrowser(server.url);
    const { email, password } = desk.agent;
    expect((await browser.post("/api/auth/sign-in/email", { email, password })).status).toBe(200);
    return browser.cookie();
  }
});

/** Every text up to this one, as the stream brings them. */
async function textsUpTo(stream: StreamReader, last: string): Promise<readonly string[]> {
  const texts: string[] = [];
  while (texts.at(-1) !== last) {
    const told = await stream.next("message");
    if (told === undefined) throw new Error(`The stream ended before ${last}; it brought ${texts.join(", ")}`);
    texts.push((told.data as { readonly text: string }).text);
  }
  return texts;
}

async function endListening({ url }: TestPlace): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const ended = await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'counterbell listens: counterbell_moved'`,
  );
  await client.end();
  expect(ended.rowCount).toBe(2);
}
