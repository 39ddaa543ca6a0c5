// npm run bench:search: looking for a conversation among many, on each database.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { storeId } from "../src/core/ids.ts";
import { indexLines } from "../src/desk/store/search-index.ts";
import { searchConversations } from "../src/desk/store/search.ts";
import { openDatabase, type Database } from "../src/infra/database.ts";
import { parseKnowledgeFile } from "../src/knowledge/rules/file.ts";
import { findPrograms, startOwnPostgres } from "./support/own-postgres.ts";

const CONVERSATIONS = Number(process.argv.find((arg) => arg.startsWith("--conversations="))?.split("=")[1] ?? 10_000);
const LINES_EACH = 12;
const AT_ONCE = 500;
const ROUNDS = 20;
const STORE = storeId("bench");
/** A common word, a rarer one, a number that one shopper wrote, a name, and what nobody said. */
const ASKED = ["退货", "保修期", "订单号 9000000077", "顾客 4321", "从没有人说过的话"] as const;

const { rows } = parseKnowledgeFile(readFileSync("prisma/seed/demo/knowledge.csv"), { timezone: "Asia/Shanghai", topics: [] });
const said = rows.flatMap(({ question, alternatives, answer }) => [question, ...alternatives, answer]);

const results: Record<string, unknown> = {};
results.embedded = await measure(await openDatabase({ type: "memory" }));
const programs = findPrograms();
if (programs !== undefined) {
  const own = await startOwnPostgres(programs);
  try {
    results.postgresql = await measure(await openDatabase({ type: "server", url: own.url }));
  } finally {
    own.stop();
  }
}
const about = { at: new Date().toISOString(), cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
mkdirSync("bench-results", { recursive: true });
writeFileSync("bench-results/search.json", `${JSON.stringify({ about, conversations: CONVERSATIONS, lines: CONVERSATIONS * LINES_EACH, results }, undefined, 2)}\n`); // prettier-ignore
console.log("Written to bench-results/search.json.");

async function measure(db: Database): Promise<unknown> {
  const filledMs = await fill(db);
  const plain = await ask(db);
  const begun = performance.now();
  const lines = await indexLines(db);
  const indexMs = (performance.now() - begun) / lines;
  const indexed = await ask(db);
  const result = { writeLineMs: rounded(filledMs / lines), indexLineMs: rounded(indexMs), plain, indexed };
  console.log(db.kind, result);
  await db.close();
  return result;
}

async function ask(db: Database): Promise<unknown> {
  await db.pool.query("ANALYZE");
  const found: Record<string, unknown> = {};
  for (const query of ASKED) {
    const times: number[] = [];
    let count = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      const page = await searchConversations(db, { stores: [STORE], query, offset: 0 });
      times.push(performance.now() - begun);
      count = page.rows.length;
    }
    times.sort((a, b) => a - b);
    found[query] = { found: count, medianMs: rounded(times[ROUNDS >> 1]), worstMs: rounded(times.at(-1)) };
  }
  return found;
}

function rounded(ms: number | undefined): number {
  return Math.round((ms ?? 0) * 1000) / 1000;
}

/** Milliseconds it took to write the lines. */
async function fill(db: Database): Promise<number> {
  await db.pool.query(`INSERT INTO "Store" ("id", "key", "name") VALUES ($1, $1, 'Bench')`, [STORE]);
  await db.pool.query(`INSERT INTO "Lane" ("id", "storeId", "seq") SELECT 'lane ' || n, $1, $3 FROM generate_series(1, $2::int) n`, [STORE, CONVERSATIONS, LINES_EACH]); // prettier-ignore
  await db.pool.query(
    `INSERT INTO "Conversation" ("id", "storeId", "laneId", "channel", "room", "personId", "personName", "status", "language", "openedAt", "lastShopperAt", "closedAt")
     SELECT 'c' || n, $1, 'lane ' || n, 'web', 'room ' || n, 'person ' || n, '顾客 ' || n, 'closed', 'zh-CN', at, at, at
     FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2026-01-01' + n * interval '1 minute' AS at) AS moment`,
    [STORE, CONVERSATIONS],
  );
  const begun = performance.now();
  for (let from = 1; from <= CONVERSATIONS; from += AT_ONCE) await fillSome(db, from);
  return performance.now() - begun;
}

async function fillSome(db: Database, from: number): Promise<void> {
  const lines = Array.from({ length: AT_ONCE * LINES_EACH }, (_, at) => {
    const conversation = from + Math.floor(at / LINES_EACH);
    const seq = (at % LINES_EACH) + 1;
    const text = seq === 1 ? `您好，订单号 ${9_000_000_000 + conversation}` : said[(conversation * 7 + seq * 31) % said.length];
    return { conversation, seq, text };
  });
  await db.pool.query(
    `INSERT INTO "Message" ("laneId", "seq", "id", "storeId", "conversationId", "author", "body", "epoch", "incomingId", "createdAt")
     SELECT 'lane ' || conversation, seq, conversation || '-' || seq, $1, 'c' || conversation, 'shopper',
       jsonb_build_object('text', text), 0, 'bench', now()
     FROM jsonb_to_recordset($2::jsonb) AS line(conversation int, seq int, text text)`,
    [STORE, JSON.stringify(lines)],
  );
}
