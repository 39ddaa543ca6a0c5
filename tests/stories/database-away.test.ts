import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findPrograms, startOwnPostgres, type OwnPostgres } from "../../scripts/support/own-postgres.ts";
import { createBrowser, type Browser } from "../support/console-server.ts";
import { ROOT } from "../../src/infra/root.ts";
import { openRealDesk, SHOP, type RealDesk } from "../support/real-desk.ts";
import { bearer, listenTo, type StreamReader } from "../support/web-server.ts";
import { readUntil, widgetClient, type WidgetClient } from "../support/widget-client.ts";

const programs = findPrograms();
const LIST = "/api/console/conversations?list=waiting";
/** So many shoppers talk all the time, so that PostgreSQL goes away in the middle of transactions. */
const TALKERS = 4;
const QUESTIONS = 40;

// A PostgreSQL of its own, because this one is stopped and started. Step by step: the steps build on each other.
describe.skipIf(programs === undefined || inject("postgresUrl") === "")("While PostgreSQL is away, the desk", () => {
  let postgres: OwnPostgres;
  let desk: RealDesk;
  let agent: Browser;
  let shoppers: readonly WidgetClient[];
  let stream: StreamReader;
  let said: readonly Promise<void>[] = [];

  beforeAll(async () => {
    postgres = await startOwnPostgres(programs ?? "");
    desk = await openRealDesk({ kind: "postgresql", url: postgres.url });
    agent = createBrowser(desk.server.url);
    const { email, password } = desk.agent;
    expect((await agent.post("/api/auth/sign-in/email", { email, password })).status).toBe(200);
    expect((await agent.get(LIST)).status).toBe(200);
    shoppers = await Promise.all(Array.from({ length: TALKERS }, () => widgetClient(desk.server.url, SHOP.key)));
    stream = await listenTo(`${desk.server.url}/api/widget/events?since=0`, bearer(shoppers[0]?.session.token ?? ""));
  });
  afterAll(async () => {
    stream.close();
    await desk.server.kill();
    postgres.stop();
  });

  it("stays up, and tells whoever asks to come back, not that they are signed out", async () => {
    said = shoppers.map((shopper) => talk(shopper));
    expect(await stream.texts(10)).toHaveLength(10);
    postgres.halt();
    for (const path of [LIST, "/api/auth/session", "/api/console/events"]) {
      const { status, headers, json } = await agent.get(path);
      expect([path, status, headers.get("retry-after"), headers.get("content-type")]).toEqual([
        path,
        503,
        "5",
        expect.stringContaining("application/problem+json"),
      ]);
      expect(json).toMatchObject({ title: "Database away", retryAfter: 5 });
    }
    expect((await agent.get("/healthz")).status).toBe(200);
    expect((await agent.get("/readyz")).status).toBe(503);
  });

  it("keeps sessions and streams, and has answered everything once after PostgreSQL is back", async () => {
    postgres.resume();
    await expect.poll(async () => (await agent.get(LIST)).status, { timeout: 10_000 }).toBe(200);
    await Promise.all(said);
    for (const shopper of shoppers) {
      const lines = await readUntil(shopper, (all) => all.filter(({ author }) => author.type === "bot").length >= QUESTIONS);
      expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 2 * QUESTIONS }, (_, place) => place + 1));
    }
    const numbers = (await stream.texts(2 * QUESTIONS - 10)).map((line) => Number.parseInt(line));
    expect(numbers).toEqual(Array.from({ length: 2 * QUESTIONS - 10 }, (_, place) => place + 11));
    expect((await agent.get("/readyz")).status).toBe(200);
  });

  it("stops gracefully", async () => {
    postgres.halt();
    expect(await desk.server.stop()).toBe(0);
  });
});

/** Never the same twice: who asks again is offered a person, and then the bot is silent. */
const TITLES: readonly string[] = parse(readFileSync(join(ROOT, "prisma/seed/demo/knowledge.csv")), { bom: true, from: 2 })
  .map((row: readonly string[]) => row[2] ?? "")
  .slice(0, QUESTIONS);

async function talk(shopper: WidgetClient): Promise<void> {
  for (const [turn, text] of TITLES.entries()) await shopper.send({ clientId: `question-${turn}`, text });
}
