import { afterEach, beforeEach, expect, it } from "vitest";
import { conversationId, incomingId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { createLog } from "../../src/infra/log.ts";
import { createSpine } from "../../src/pipeline/spine.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { AGENT, DESK_LANE, furnish, messageFrom, plainUnderstanding, STORE, worldOn, type World } from "../support/worlds.ts";

describeOnEachDatabase("The spine", (database) => {
  let db: Database;
  let world: World;

  beforeEach(async () => {
    db = await database.open();
    await furnish(db);
    world = await worldOn(db, []);
  });

  afterEach(() => world.spine.stop());

  it("answers a known question with its source, once, and keeps facts and reasons", async () => {
    const message = messageFrom("alice", "多久发货");
    expect(await world.spine.submit(message)).toBe("stored");
    await world.spine.idle();
    const lines = await db.prisma.message.findMany({ orderBy: { seq: "asc" } });
    expect(lines.map(({ seq, author }) => [seq, author])).toEqual([
      [1, "shopper"],
      [2, "bot"],
    ]);
    expect(lines[1]?.body).toMatchObject({ text: "48 小时内发货。", source: { articleId: "a1", title: "多久发货" } });
    const decision = await db.prisma.decision.findUniqueOrThrow({ where: { incomingId: message.id } });
    expect(decision.rule).toBe("desk/answer");
    expect(decision.reasons).not.toEqual([]);
  });

  it("takes the same event once, and refuses other words under its id", async () => {
    const message = messageFrom("alice", "多久发货");
    const [first, second] = await Promise.all([world.spine.submit(message), world.spine.submit(message)]);
    await world.spine.idle();
    expect([first, second].sort()).toEqual(["duplicate", "stored"]);
    expect(await world.spine.submit({ ...message, text: "别的话" })).toBe("conflict");
    await world.spine.idle();
    expect(await db.prisma.message.count()).toBe(2);
  });

  it("hands over what it does not know, routes it, and lets the agent claim, reply, release and close", async () => {
    const asked = messageFrom("bob", "能刻字吗");
    await world.spine.submit(asked);
    await world.spine.idle();
    let conversation = await newest(db);
    expect(conversation).toMatchObject({ status: "offered", agentId: AGENT.id });

    const act = { at: 1, storeId: STORE, conversationId: conversationId(conversation.id), agent: AGENT };
    await world.spine.submit({ ...act, type: "claim-requested", id: incomingId("c1"), lane: DESK_LANE });
    await world.spine.idle();
    conversation = await newest(db);
    expect(conversation.status).toBe("assigned");

    const epoch = conversation.epoch;
    const reply = {
      ...act,
      type: "agent-replied",
      lane: asked.lane,
      text: "可以刻的",
      attachments: [],
      internal: false,
    } as const;
    await world.spine.submit({ ...reply, id: incomingId("r1"), epoch });
    await world.spine.submit({ ...reply, id: incomingId("r0"), epoch: epoch - 1 });
    expect(await world.spine.settled(incomingId("r0"))).toMatchObject({
      effects: [{ type: "refuse", reason: { code: "refused-stale" } }],
    });
    await world.spine.submit({ ...act, type: "agent-closed", id: incomingId("x1"), lane: asked.lane, epoch });
    await world.spine.idle();
    conversation = await newest(db);
    expect(conversation.status).toBe("closed");
    expect(await db.prisma.escalation.findFirst()).toMatchObject({ state: "ended", agentId: AGENT.id });
    const said = await db.prisma.message.findMany({ where: { author: "agent" } });
    expect(said.map(({ body }) => body)).toEqual([{ text: "可以刻的" }]);
  });

  it("keeps the bot silent after a human took over, even when the message was stored before", async () => {
    const first = messageFrom("carol", "人工");
    await world.spine.submit(first);
    await world.spine.idle();
    const conversation = await newest(db);
    const claim = {
      type: "claim-requested",
      id: incomingId("c2"),
      lane: DESK_LANE,
      at: 1,
      storeId: STORE,
      agent: AGENT,
    } as const;
    await world.spine.submit({ ...claim, conversationId: conversationId(conversation.id) });
    await world.spine.idle();
    await world.spine.submit(messageFrom("carol", "多久发货"));
    await world.spine.idle();
    const last = await db.prisma.message.findFirst({ orderBy: { seq: "desc" } });
    expect(last).toMatchObject({ author: "shopper" });
  });

  it("opens a new conversation after a close and links it to the last", async () => {
    await world.spine.submit(messageFrom("dora", "多久发货"));
    await world.spine.idle();
    const first = await newest(db);
    world.clock.set("2026-11-20T13:00:00+08:00");
    expect(await world.spine.fireTimers()).toBe(1);
    await world.spine.idle();
    expect((await newest(db)).status).toBe("closed");
    await world.spine.submit(messageFrom("dora", "多久发货呀"));
    await world.spine.idle();
    expect(await newest(db)).toMatchObject({ status: "bot", previousId: first.id });
  });

  it("parks an event after five failures while others go on, and takes it up again when asked", async () => {
    let isBroken = true;
    const understanding = plainUnderstanding();
    const read = understanding.read;
    const fragile = {
      ...understanding,
      read: async (question: Parameters<typeof read>[0]) => {
        if (isBroken && question.text === "坏") throw new Error("understanding broke");
        return read(question);
      },
    };
    const broken = await worldOn(db, [], fragile);
    const bad = messageFrom("eve", "坏");
    await broken.spine.submit(bad);
    await broken.spine.submit(messageFrom("frank", "多久发货"));
    expect(await broken.spine.settled(bad.id)).toBe("parked");
    await broken.spine.idle();
    expect(await db.prisma.message.count({ where: { author: "bot" } })).toBe(1);
    expect(await db.prisma.incoming.findUnique({ where: { id: bad.id } })).toMatchObject({ attempts: 5, handledAt: null });
    isBroken = false;
    await broken.spine.retryParked(bad.id);
    await broken.spine.idle();
    expect((await db.prisma.incoming.findUnique({ where: { id: bad.id } }))?.handledAt).not.toBeNull();
    await broken.spine.stop();
  });

  it("sets nothing aside while the database is away, however long, and answers when it is back", async () => {
    let failures = 0;
    const away: Database = {
      ...db,
      transaction: async (work) => {
        if (failures === 7) return db.transaction(work);
        failures += 1;
        throw new Error("timeout exceeded when trying to connect");
      },
    };
    const patient = await worldOn(away, []);
    const asked = messageFrom("grace", "多久发货");
    await patient.spine.submit(asked);
    expect(await patient.spine.settled(asked.id)).toMatchObject({ rule: "desk/answer" });
    expect(await db.prisma.incoming.findUnique({ where: { id: asked.id } })).toMatchObject({ attempts: 0, parkedAt: null });
    await patient.spine.stop();
  });

  it("tells those who listen what was committed although its answer was lost", async () => {
    let isTorn = false;
    const torn: Database = {
      ...db,
      transaction: async (work) => {
        const result = await db.transaction(work);
        if (isTorn) return result;
        isTorn = true;
        throw new Error("Connection terminated unexpectedly");
      },
    };
    // The decision is dated by the desk's clock, as in life.
    world.clock.set(new Date().toISOString());
    const spine = createSpine({ db: torn, clock: world.clock, understanding: plainUnderstanding(), log: createLog("silent") });
    await spine.start([]);
    const seen: number[] = [];
    spine.onMoved(({ seq }) => seen.push(seq));
    const asked = messageFrom("ivan", "多久发货");
    await spine.submit(asked);
    expect(await spine.settled(asked.id)).toMatchObject({ rule: "desk/answer" });
    await spine.recover();
    expect(seen).toContain(2);
    await spine.stop();
  });

  it("counts a failure once when two processes meet it at the same moment", async () => {
    const meet = meetingOfTwo();
    const understanding = { ...plainUnderstanding(), read: () => meet().then(() => Promise.reject(new Error("it broke"))) };
    const deps = { db, clock: world.clock, understanding, log: createLog("silent"), retryAfterMs: [60_000] };
    const [one, other] = [createSpine(deps), createSpine(deps)];
    await one.start([]);
    await other.start([]);
    const bad = messageFrom("heidi", "坏");
    await one.submit(bad);
    await other.recover();
    await Promise.all([one.idle(), other.idle()]);
    expect(await db.prisma.incoming.findUnique({ where: { id: bad.id } })).toMatchObject({ attempts: 1 });
    await Promise.all([one.stop(), other.stop()]);
  });

  it("handles at its next start what was stored and not handled", async () => {
    await world.spine.stop();
    await world.spine.submit(messageFrom("gina", "多久发货"));
    expect(await db.prisma.message.count()).toBe(0);
    const next = await worldOn(db, []);
    await next.spine.recover();
    await next.spine.idle();
    expect(await db.prisma.message.count()).toBe(2);
    await next.spine.stop();
  });

  it("uses changed settings and knowledge with the next message, whoever changed them", async () => {
    await world.spine.submit(messageFrom("hugo", "多久发货"));
    await world.spine.idle();
    // As another process does it: straight in the database.
    await db.pool.query(
      `UPDATE "Store" SET "thresholds" = '{"answer": 0.99}', "knowledgeVersion" = "knowledgeVersion" + 1 WHERE "id" = $1`,
      [STORE],
    );
    const next = messageFrom("hugo", "还是多久发货");
    await world.spine.submit(next);
    await world.spine.idle();
    const decision = await db.prisma.decision.findUniqueOrThrow({ where: { incomingId: next.id } });
    expect(decision.rule).toBe("desk/ask-back");
    const versions = await db.prisma.snapshot.count();
    expect(versions).toBe(2);
  });

  it("keeps the order of each person's messages while many talk at once", async () => {
    const people = Array.from({ length: 20 }, (_, index) => `p${index}`);
    const sent = people.flatMap((person) => Array.from({ length: 10 }, (_, turn) => messageFrom(person, `发货 ${turn}`)));
    for (const message of sent) await Promise.race([world.spine.submit(message), Promise.resolve()]);
    await Promise.all(sent.map((message) => world.spine.settled(message.id)));
    for (const person of people) {
      const lane = sent.find(({ person: { id } }) => id === person)?.lane ?? "";
      const lines = await db.prisma.message.findMany({ where: { laneId: lane }, orderBy: { seq: "asc" } });
      expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      const heard = lines.filter(({ author }) => author === "shopper").map(({ body }) => (body as { text: string }).text);
      expect(heard).toEqual(Array.from({ length: 10 }, (_, turn) => `发货 ${turn}`));
    }
  });
});

async function newest(db: Database) {
  return db.prisma.conversation.findFirstOrThrow({ orderBy: { openedAt: "desc" } });
}

/** Resolves for two callers when both are there, again and again. */
function meetingOfTwo(): () => Promise<void> {
  let first: (() => void) | undefined;
  return () =>
    new Promise((resolve) => {
      if (first === undefined) return void (first = resolve);
      first();
      first = undefined;
      resolve();
    });
}
