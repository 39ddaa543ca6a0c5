import { afterEach, expect, it } from "vitest";
import { openDatabase, type Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase, type TestPlace } from "../support/databases.ts";
import { serverProcess, type ServerProcess } from "../support/server-process.ts";
import { readUntil, widgetClient } from "../support/widget-client.ts";
import { furnish, STORE } from "../support/worlds.ts";

const VISITORS = 6;
const EACH = 25;
/** Killed when so many messages were acknowledged, in the middle of the next ones. */
const KILL_AFTER = [10, 40, 70, 100, 130];

describeOnEachDatabase("A process killed while many talk", (database) => {
  let server: ServerProcess | undefined;

  afterEach(async () => void (await server?.kill()));

  it("loses no acknowledged message, handles none twice, and keeps every order", { timeout: 300_000 }, async () => {
    const place = await database.place();
    await onDatabase(place, (db) => furnishWithArticles(db));
    server = await serverProcess({ place });
    await server.start();
    const clients = await Promise.all(Array.from({ length: VISITORS }, () => widgetClient(server?.url ?? "", `key-${STORE}`)));

    let acknowledged = 0;
    const wanted = [...KILL_AFTER];
    let restart: Promise<void> | undefined;
    const killAndStart = async (running: ServerProcess): Promise<void> => {
      await running.kill();
      await running.start();
      restart = undefined;
    };
    const talk = async (client: (typeof clients)[number], index: number): Promise<void> => {
      for (let turn = 0; turn < EACH; turn += 1) {
        await client.send({ clientId: `visitor-${index}-${turn}`, text: QUESTIONS[turn % QUESTIONS.length] ?? "" });
        acknowledged += 1;
        if (wanted[0] !== undefined && acknowledged >= wanted[0] && restart === undefined && server !== undefined) {
          wanted.shift();
          restart = killAndStart(server);
        }
      }
    };
    const reading = clients.map((client) => readUntil(client, (all) => all.filter(isAnswer).length >= EACH, 240_000));
    await Promise.all(clients.map(talk));
    await restart;
    const read = await Promise.all(reading);

    expect(wanted).toEqual([]);
    for (const [index, lines] of read.entries()) {
      const own = lines.filter(({ author }) => author.type === "shopper").map(({ clientId }) => clientId);
      expect(own).toEqual(Array.from({ length: EACH }, (_, turn) => `visitor-${index}-${turn}`));
      expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: EACH * 2 }, (_, place) => place + 1));
    }
    expect(await server.stop()).toBe(0);
    await onDatabase(place, async (db) => {
      expect(await db.prisma.incoming.count({ where: { handledAt: null } })).toBe(0);
      expect(await db.prisma.decision.count({ where: { rule: "desk/answer" } })).toBe(VISITORS * EACH);
    });
  });
});

const isAnswer = ({ author }: { readonly author: { readonly type: string } }): boolean => author.type === "bot";

/** In turns: who asks the same twice running is offered a human. */
const QUESTIONS = ["多久发货", "可以开发票吗"];

async function furnishWithArticles(db: Database): Promise<void> {
  await furnish(db);
  const common = { storeId: STORE, phase: "presale", version: 1, updatedAt: new Date(0), updatedBy: "test" };
  const articles = QUESTIONS.map((question, at) => ({ ...common, id: `a${at}`, question, answer: `${question}：可以查到的。` }));
  await db.prisma.article.createMany({ data: articles });
}

async function onDatabase(place: TestPlace, work: (db: Database) => Promise<void>): Promise<void> {
  const db = await openDatabase(
    place.url === undefined ? { type: "directory", dataDir: place.dataDir ?? "" } : { type: "server", url: place.url },
  );
  try {
    await work(db);
  } finally {
    await db.close();
  }
}
