import { expect, it } from "vitest";
import { replay } from "../../src/cli/story.ts";
import { conversationId, incomingId } from "../../src/core/ids.ts";
import type { Question, QuestionContext, Reading, Understanding } from "../../src/core/understanding.ts";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { AGENT, furnish, messageFrom, plainUnderstanding, STORE, worldOn } from "../support/worlds.ts";

type Extra = (question: Question) => Partial<Reading> | Promise<Partial<Reading>>;

describeOnEachDatabase("What was said before", (database) => {
  it("is known to each of two messages that are handled together, and each is read once", async () => {
    const db = await furnished(database.open());
    await waiting(db, ["多久发货", "那红色的呢", "谢谢"]);
    const { read, understanding } = recording(({ text }) => (text.startsWith("那") ? RED : {}));
    await handleAll(db, understanding);
    expect(read).toEqual([
      ["多久发货", undefined],
      ["那红色的呢", { topic: "多久发货", slots: [] }],
      ["谢谢", { topic: "红色的多久发货", slots: [{ kind: "colour", value: "红色" }] }],
    ]);
    const { memory } = await db.prisma.conversation.findFirstOrThrow();
    expect(memory).toMatchObject({ topic: { question: "红色的多久发货" }, slots: [{ kind: "colour", value: "红色" }] });
  });

  it("is of this person alone", async () => {
    const db = await furnished(database.open());
    const world = await worldOn(db, [], recording(() => RED).understanding);
    await world.spine.submit(messageFrom("ann", "红色多久发货"));
    await world.spine.idle();
    await world.spine.stop();
    const { read, understanding } = recording(() => ({}));
    const next = await worldOn(db, [], understanding);
    await next.spine.submit(messageFrom("bob", "那红色的呢"));
    await next.spine.idle();
    await next.spine.stop();
    expect(read).toEqual([["那红色的呢", undefined]]);
  });

  it("that changed while a text was read makes it read again, after what came before it was handled", async () => {
    const db = await furnished(database.open());
    await waiting(db, ["多久发货"]);
    await handleAll(db, plainUnderstanding());
    const { id, laneId, epoch } = await db.prisma.conversation.findFirstOrThrow();
    const remark = {
      at: 1,
      storeId: STORE,
      conversationId: conversationId(id),
      agent: AGENT,
      epoch,
      text: "看看",
      attachments: [],
    };
    const stopped = await worldOn(db, []);
    await stopped.spine.stop();
    await stopped.spine.submit({ type: "agent-replied", id: incomingId("r"), lane: laneId as never, ...remark, internal: true });
    await stopped.spine.submit(messageFrom("ann", "那红色的呢"));
    const { read, understanding } = recording(async ({ text }) => {
      // As another process would, once.
      if (read.length === 1) await db.pool.query(`UPDATE "Conversation" SET "memory" = $1`, [MOVED]);
      return text.startsWith("那") ? RED : {};
    });
    await handleAll(db, understanding);
    expect(read).toEqual([
      ["那红色的呢", { topic: "多久发货", slots: [] }],
      ["那红色的呢", { topic: "有M码吗", slots: [] }],
    ]);
    const lines = await db.prisma.message.findMany({ orderBy: { seq: "asc" } });
    expect(lines.slice(2).map(({ author }) => author)).toEqual(["agent", "shopper", "bot"]);
    expect(await db.prisma.incoming.count({ where: { handledAt: null } })).toBe(0);
  });

  it("is part of what a decision is replayed on", async () => {
    const db = await furnished(database.open());
    const says: Readonly<Record<string, Partial<Reading>>> = {
      那红色的呢: RED,
      再说一遍: { act: "repeat", actConfidence: 0.95 },
    };
    await waiting(db, ["多久发货", "那红色的呢", "再说一遍", "多久发货", "多久发货", "多久发货"]);
    await handleAll(db, recording(({ text }) => says[text] ?? {}).understanding);
    const rules = await db.pool.query<{ rule: string }>(
      `SELECT d."rule" FROM "Decision" d JOIN "Incoming" i ON i."id" = d."incomingId" WHERE d."rule" <> 'desk/routed' ORDER BY i."n" LIMIT 6`,
    );
    expect(rules.rows.map(({ rule }) => rule.replace("desk/", ""))).toEqual([
      "answer",
      "answer",
      "repeat",
      "answer",
      "asked-again",
      "handover",
    ]);
    const { id } = await db.prisma.conversation.findFirstOrThrow();
    const told: string[] = [];
    expect(await replay(db, id, (line) => told.push(line))).toBe(0);
    expect(told.at(-1)).toContain(" 0 would differ");
  });
});

const RED: Partial<Reading> = {
  readAs: { text: "红色的多久发货", because: "follow-up" },
  slots: [{ kind: "colour", value: "红色" }],
};

const MOVED = JSON.stringify({ topic: { question: "有M码吗", at: Date.parse("2026-11-20T10:00:00+08:00") }, slots: [] });

async function furnished(opened: Promise<Database>): Promise<Database> {
  const db = await opened;
  await furnish(db);
  return db;
}

/** Stores messages of one person without handling them, so that one batch finds them all. */
async function waiting(db: Database, texts: readonly string[]): Promise<void> {
  const { spine } = await worldOn(db, []);
  await spine.stop();
  for (const text of texts) await spine.submit(messageFrom("ann", text));
}

async function handleAll(db: Database, understanding: Understanding): Promise<void> {
  const { spine } = await worldOn(db, [], understanding);
  await spine.idle();
  await spine.stop();
}

/** The plain understanding, with more in some readings; it keeps what it was asked, and with what said before. */
function recording(extra: Extra) {
  const plain = plainUnderstanding();
  const read: [string, QuestionContext | undefined][] = [];
  const article: Understanding["article"] = (_store, id) => ({
    articleId: id,
    title: id,
    answer: "答",
    phase: "presale",
    confidence: 1,
  });
  const understanding: Understanding = {
    ...plain,
    article,
    read: async (question) => {
      read.push([question.text, question.context]);
      const more = await extra(question);
      return { ...(await plain.read({ ...question, text: more.readAs?.text ?? question.text })), ...more };
    },
  };
  return { read, understanding };
}
