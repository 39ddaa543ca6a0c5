import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createEmbedder, type Embedder } from "../../adapters/embeddings/index.ts";
import { normalise } from "../../intents/normalise.ts";
import { createUnderstanding } from "../../intents/understanding.ts";
import { explain, replay } from "../../src/cli/story.ts";
import type { Database } from "../../src/infra/database.ts";
import { ROOT } from "../../src/infra/root.ts";
import { parseKnowledgeFile } from "../../src/knowledge/rules/file.ts";
import { importArticles } from "../../src/knowledge/store/changes.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { embeddingServer, type EmbeddingServer, type Manner } from "../support/embedding-server.ts";
import { openRealDesk, SHOP } from "../support/real-desk.ts";
import { readUntil, widgetClient } from "../support/widget-client.ts";
import { furnish, messageFrom, STORE, worldOn, type World } from "../support/worlds.ts";

const { rows } = parseKnowledgeFile(readFileSync(join(ROOT, "prisma/seed/demo/knowledge.csv")), {
  timezone: "Asia/Shanghai",
  topics: [],
});
/** Shares nothing with the article that the service says it means. */
const STRANGE = "外婆家那台老古董转筒能搅和不";
const MEANT = rows.find(({ id }) => id === "bedding-wash");
const PLAIN = "多久发货";

describeOnEachDatabase("A desk with an embedding service", (database) => {
  let db: Database;
  let server: EmbeddingServer;
  let embedder: Embedder;
  let world: World;

  beforeEach(async () => {
    db = await database.open();
    await furnish(db);
    await importArticles(db, { store: STORE, rows, act: { by: "test", now: 1, why: "a test" } });
    server = await taughtServer();
  });
  afterEach(async () => {
    await world.spine.stop();
    embedder.close();
    await server.close();
  });

  /** The spine on this database; its store is learned to the end, with a first shopper's hello. */
  async function open(timeoutMs: number): Promise<void> {
    embedder = createEmbedder({ url: server.url, model: "m", timeoutMs, learnTimeoutMs: 2_000 });
    const understanding = await createUnderstanding({ embedder, learnAgainAfterMs: 1 });
    world = await worldOn(db, [], understanding);
    await world.spine.submit(messageFrom("first", "你好"));
    await world.spine.idle();
    await understanding.settled();
  }

  async function say(person: string, text: string): Promise<string> {
    const message = messageFrom(person, text);
    expect(await world.spine.submit(message)).toBe("stored");
    await world.spine.idle();
    return message.id;
  }
  const decisionOn = (incomingId: string) => db.prisma.decision.findUniqueOrThrow({ where: { incomingId } });

  it("answers what the service understands, says so, and decides the same again when the service is gone", async () => {
    await open(2_000);
    const decision = await decisionOn(await say("ann", STRANGE));
    expect(decision.rule).toBe("desk/answer");
    expect(JSON.stringify(decision.effects)).toContain(MEANT?.answer.slice(0, 20));
    await server.close();
    embedder.close();
    const conversation = decision.conversationId ?? "";
    const lines: string[] = [];
    expect(await explain(db, conversation, (line) => lines.push(line))).toBe(0);
    expect(lines.join("\n")).toContain("向量服务读到了这句话");
    const same: string[] = [];
    expect(await replay(db, conversation, (line) => same.push(line))).toBe(0);
    expect(same.at(-1)).toContain(" 0 would differ");
  });

  it("holds no lock and no transaction while it waits for the service", async () => {
    await open(20_000);
    await say("bob", PLAIN);
    server.behave({ type: "hanging" });
    const before = server.asked.length;
    const message = messageFrom("bob", STRANGE);
    await world.spine.submit(message);
    await server.heard(before + 1);
    // Another process, or an agent's act, would get the conversation at once.
    const locked = await db.transaction((client) =>
      client.query(`SELECT 1 FROM "Lane" WHERE "id" = $1 FOR UPDATE NOWAIT`, [message.lane]),
    );
    expect(locked.rowCount).toBe(1);
    if (database.kind === "postgresql") {
      const open = await db.pool.query(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`,
      );
      expect(open.rows).toEqual([]);
    }
    server.release();
    await world.spine.idle();
    expect((await decisionOn(message.id)).rule).toBe("desk/answer");
  });

  it("loses nothing and handles everything at the first attempt, whatever the service does", async () => {
    await open(150);
    const asked: string[] = [];
    for (const [at, manner] of MANNERS.entries()) {
      server.behave(manner);
      const messages = Array.from({ length: 5 }, (_, who) =>
        messageFrom(`shopper-${who}`, `${QUESTIONS[who] ?? PLAIN}${"呀".repeat(at + 1)}`),
      );
      expect(await Promise.all(messages.map(world.spine.submit))).toEqual(messages.map(() => "stored"));
      asked.push(...messages.map(({ id }) => id));
      await world.spine.idle();
    }
    const handled = await db.prisma.incoming.findMany({ where: { id: { in: asked } } });
    // No failure was counted: the service's is nobody's but its own.
    expect(handled.map(({ attempts, handledAt, parkedAt }) => [attempts, handledAt !== null, parkedAt])).toEqual(
      asked.map(() => [0, true, null]),
    );
    expect(await db.prisma.decision.count({ where: { incomingId: { in: asked } } })).toBe(asked.length);
  });

  it("takes the service's absence for nobody else's: the database is not away", async () => {
    await open(2_000);
    await server.close();
    const decision = await decisionOn(await say("cara", "你家东西拍完几天寄出来"));
    const alone = await createUnderstanding();
    await alone.learn(
      STORE,
      rows.map((row) => ({ ...row, layer: "store" as const })),
    );
    const reading = await alone.read({
      storeId: STORE,
      text: "你家东西拍完几天寄出来",
      at: world.clock.now(),
      context: { slots: [] },
    });
    expect((decision.facts as { readonly reading: unknown }).reading).toEqual(JSON.parse(JSON.stringify(reading)));
    expect((await db.prisma.incoming.findMany({ where: { handledAt: null } })).length).toBe(0);
    server = await embeddingServer();
  });

  it("is set up by its environment, and stops while the service hangs", async () => {
    await open(2_000);
    const desk = await openRealDesk(await database.place(), undefined, {
      EMBEDDINGS_URL: `${server.url}/v1`,
      EMBEDDINGS_MODEL: "m",
      EMBEDDINGS_API_KEY: "a-secret-key",
      EMBEDDINGS_TIMEOUT_MS: "2000",
    });
    const shopper = await widgetClient(desk.server.url, SHOP.key);
    await shopper.send({ clientId: "hello-hello", text: "你好" });
    const metrics = async (): Promise<string> => (await fetch(`${desk.server.url}/metrics`)).text();
    // When the store is learned the service is heard; until then this shopper gets what there is without it.
    let turn = 0;
    await expect
      .poll(
        async () => {
          turn += 1;
          const next = await widgetClient(desk.server.url, SHOP.key);
          await next.send({ clientId: `strange-${turn}-x`, text: STRANGE });
          const lines = await readUntil(next, (all) => all.some(({ author }) => author.type === "bot"));
          return JSON.stringify(lines).includes(MEANT?.answer.slice(0, 20) ?? "");
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    expect(await metrics()).toMatch(/counterbell_embedding_calls_total\{why="question",outcome="vectors"\} [1-9]/);
    expect(server.asked.at(-1)).toMatchObject({ authorization: "Bearer a-secret-key", path: "/v1/embeddings" });
    server.behave({ type: "hanging" });
    const before = server.asked.length;
    await shopper.send({ clientId: "hanging-one", text: "那台转筒还能搅和别的不" });
    await server.heard(before + 1);
    expect(await desk.server.stop()).toBe(0);
    expect(desk.server.output()).not.toMatch(/a-secret-key|转筒/);
  });
});

const QUESTIONS = ["多久发货", "怎么退货", "能开发票吗", "保修多久", STRANGE];
const MANNERS: readonly Manner[] = [
  { type: "well" },
  { type: "slow", ms: 5_000 },
  { type: "hanging" },
  { type: "reset" },
  { type: "well" },
  { type: "status", status: 500 },
  { type: "status", status: 429, headers: { "retry-after": "1" } },
  { type: "body", body: "<html>" },
  { type: "value", value: "null" },
  { type: "fewer" },
  { type: "endless" },
];

/** A server to which an article's phrasings mean the same, and the strange question too. */
async function taughtServer(): Promise<EmbeddingServer> {
  const server = await embeddingServer();
  for (const { question, alternatives } of rows) server.mean(...[question, ...alternatives].map((text) => normalise(text).text));
  server.mean(normalise(MEANT?.question ?? "").text, STRANGE);
  return server;
}
