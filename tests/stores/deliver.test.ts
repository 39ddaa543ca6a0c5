import { afterEach, beforeEach, expect, it } from "vitest";
import { createFakeChannel, type FakeChannel } from "../../adapters/fake/index.ts";
import { conversationId, incomingId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { createLog } from "../../src/infra/log.ts";
import { createSpine } from "../../src/pipeline/spine.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openGate } from "../support/gates.ts";
import { AGENT, DESK_LANE, furnish, plainUnderstanding, STORE, worldOn, type World } from "../support/worlds.ts";

const ROOM = { room: `room-${STORE}` };

describeOnEachDatabase("Delivery to a platform that does not read our ledger", (database) => {
  let db: Database;
  let channel: FakeChannel;
  let world: World;

  beforeEach(async () => {
    db = await database.open();
    await furnish(db);
    channel = createFakeChannel();
    world = await worldOn(db, [channel]);
  });
  afterEach(() => world.spine.stop());

  it("sends what was decided, in order, and keeps the outcome", async () => {
    await channel.say("ann", "多久发货", ROOM);
    await channel.say("ann", "再问:多久发货", ROOM);
    await world.spine.idle();
    expect(channel.sent.map(({ body }) => body.text)).toEqual(["48 小时内发货。", "48 小时内发货。"]);
    expect(await states(db)).toEqual(["delivered", "delivered"]);
  });

  it("handles a redelivered event once", async () => {
    await channel.say("ann", "多久发货", ROOM);
    await channel.redeliver();
    await world.spine.idle();
    expect(channel.sent).toHaveLength(1);
  });

  it("keeps later words behind one that the platform put off", async () => {
    channel.failNext({ type: "retry-later", afterMs: 0 });
    await channel.say("ann", "多久发货", ROOM);
    await channel.say("ann", "第二个:多久发货", ROOM);
    await world.spine.idle();
    await world.spine.recover();
    await world.spine.idle();
    expect(channel.sent).toHaveLength(2);
    expect(channel.sent.map(({ seq }) => seq)).toEqual([...channel.sent.map(({ seq }) => seq)].sort((a, b) => a - b));
    expect(await states(db)).toEqual(["delivered", "delivered"]);
  });

  it("calls an unknown outcome uncertain and does not send again by itself", async () => {
    channel.failNext({ type: "unknown", isShown: true });
    await channel.say("ann", "多久发货", ROOM);
    await world.spine.idle();
    await world.spine.recover();
    await world.spine.idle();
    expect(channel.attempts).toHaveLength(1);
    expect(await states(db)).toEqual(["uncertain"]);
  });

  it("takes an adapter that throws for an unknown outcome, and a refusal for final", async () => {
    channel.failNext({ type: "throw", message: "bug" }, { type: "refused", because: "403" });
    await channel.say("ann", "多久发货", ROOM);
    await channel.say("ann", "又问:多久发货", ROOM);
    await world.spine.idle();
    expect(await states(db)).toEqual(["uncertain", "refused"]);
  });

  it("calls it uncertain when only a part was shown: a refusal of the rest takes nothing back", async () => {
    const brief = createFakeChannel({ name: "brief", capabilities: { maxTextLength: 8 }, storeId: STORE });
    const send: FakeChannel["send"] = async (message) =>
      brief.sent.length > 0 ? { type: "refused", because: "403" } : brief.send(message);
    const other = await worldOn(db, [{ ...brief, send }]);
    await brief.say("ann", "多久发货");
    await other.spine.idle();
    expect(brief.sent).toHaveLength(1);
    expect(await states(db)).toEqual(["uncertain"]);
    await other.spine.stop();
  });

  it("drops the bot's waiting words once a human took over, and sends the human's", async () => {
    channel.failNext({ type: "retry-later", afterMs: 60_000 });
    await channel.say("ann", "人工", ROOM);
    await world.spine.idle();
    const conversation = await db.prisma.conversation.findFirstOrThrow();
    const act = { at: 1, storeId: STORE, conversationId: conversationId(conversation.id), agent: AGENT };
    await world.spine.submit({ ...act, type: "claim-requested", id: incomingId("claim"), lane: DESK_LANE });
    await world.spine.idle();
    await db.pool.query(`UPDATE "Outbox" SET "nextAttemptAt" = NULL`);
    await world.spine.recover();
    await world.spine.idle();
    expect(channel.sent.filter(({ author }) => author.type === "bot")).toEqual([]);
    expect(channel.sent.at(-1)?.body.text).toBe("客服李雷为您服务。");
    expect((await states(db))[0]).toBe("superseded");
  });

  it("after a crash while sending, says that it does not know instead of sending twice", async () => {
    channel.failNext({ type: "retry-later", afterMs: 60_000 });
    await channel.say("ann", "多久发货", ROOM);
    await world.spine.idle();
    // As a process leaves it that is killed between sending and noting the outcome, when its lease has run out.
    await db.pool.query(`UPDATE "Outbox" SET "state" = 'sending', "nextAttemptAt" = now() - interval '1 second'`);
    await world.spine.recover();
    await world.spine.idle();
    expect(channel.sent).toEqual([]);
    expect(await states(db)).toEqual(["uncertain"]);
  });

  it("sends again after a crash where the platform shows a key only once", async () => {
    const steady = createFakeChannel({ name: "steady", capabilities: { idempotentSend: true }, storeId: STORE });
    const other = await worldOn(db, [steady]);
    steady.failNext({ type: "retry-later", afterMs: 60_000 });
    await steady.say("ann", "多久发货");
    await other.spine.idle();
    await db.pool.query(`UPDATE "Outbox" SET "state" = 'sending', "nextAttemptAt" = now() - interval '1 second'`);
    await other.spine.recover();
    await other.spine.idle();
    expect(steady.sent).toHaveLength(1);
    await other.spine.stop();
  });

  it("does not know what became of words that the platform never answers to, and sends the next", async () => {
    const rings = new Set<() => void>();
    const begun = openGate();
    let tries = 0;
    const silent: FakeChannel = createFakeChannel({ name: "silent", storeId: STORE });
    const send: FakeChannel["send"] = (message) => {
      tries += 1;
      begun.open();
      return tries === 1 ? new Promise(() => undefined) : silent.send(message);
    };
    const spine = createSpine({
      db,
      clock: world.clock,
      understanding: plainUnderstanding(),
      log: createLog("silent"),
      alarm: (_afterMs, ring) => {
        rings.add(ring);
        return () => void rings.delete(ring);
      },
    });
    await spine.start([{ ...silent, send }]);
    await silent.say("ann", "多久发货", ROOM);
    await begun.opened;
    const waited = [...rings];
    await silent.say("ann", "再问:多久发货", ROOM);
    waited.forEach((ring) => ring());
    await spine.idle();

    expect(await states(db)).toEqual(["uncertain", "delivered"]);
    expect(silent.sent.map(({ seq }) => seq)).toEqual([4]);
    expect(rings.size).toBe(0);
    await spine.stop();
  });

  it("keeps a room's words inside that nobody bound to a store", async () => {
    expect(await channel.say("ann", "多久发货", { room: "elsewhere" })).toBe("unbound");
  });
});

async function states(db: Database): Promise<readonly string[]> {
  const rows = await db.prisma.outbox.findMany({ orderBy: { n: "asc" } });
  return rows.map(({ state }) => state);
}
