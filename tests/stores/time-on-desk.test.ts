import { beforeEach, describe, expect, it } from "vitest";
import { createFakeChannel, type FakeChannel } from "../../adapters/fake/index.ts";
import { agentId, contactLane, conversationId, DESK_LANE, incomingId } from "../../src/core/ids.ts";
import type { Decision } from "../../src/core/decision.ts";
import type { Incoming } from "../../src/core/incoming.ts";
import type { Database } from "../../src/infra/database.ts";
import type { RoutingFile } from "../../src/staffing/rules/routing-file.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom, STORE, worldOn, type World } from "../support/worlds.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const LI = { id: agentId("li"), name: "李雷" };
const LANE = contactLane(STORE, { channel: "fake", room: `room-${STORE}` }, "ann");

describeOnEachDatabase("Time at the desk, on the real spine", (databases) => {
  let db: Database;
  let world: World;
  let channel: FakeChannel;

  beforeEach(async () => {
    db = await databases.open();
    await furnish(db);
    // In place of the one who is always there: one until 18:00 and one from 16:00.
    await db.prisma.agent.update({ where: { id: `agent-${STORE}` }, data: { active: false } });
    await shiftsOf("li", "李雷", ["09:00", "18:00"]);
    await shiftsOf("han", "韩梅梅", ["16:00", "22:00"]);
    await db.prisma.agent.update({ where: { id: "han" }, data: { status: "break" } });
    await begin();
    return () => world.spine.stop();
  });

  async function begin(): Promise<void> {
    channel = createFakeChannel();
    world = await worldOn(db, [channel]);
  }
  async function shiftsOf(id: string, name: string, [start, end]: readonly [string, string]): Promise<void> {
    const shifts = { create: { days: DAYS, start, end } };
    await db.prisma.agent.create({ data: { id, name, skills: ["any"], stores: { create: { storeId: STORE } }, shifts } });
  }
  async function at(time: string): Promise<void> {
    world.clock.set(`2026-11-20T${time}+08:00`);
    await world.spine.recover();
    await world.spine.idle();
  }
  async function hears(incoming: Incoming): Promise<Decision> {
    await world.spine.submit({ ...incoming, at: world.clock.now() });
    await world.spine.idle();
    const decision = await world.spine.settled(incoming.id);
    if (decision === undefined || decision === "parked") throw new Error(`${incoming.id} was not decided: ${String(decision)}`);
    return decision;
  }
  const open = () => db.prisma.conversation.findFirstOrThrow({ where: { laneId: LANE } });
  const escalation = () => db.prisma.escalation.findFirstOrThrow({ where: { laneId: LANE } });
  const told = () => channel.sent.map(({ body }) => body.text);
  const alerts = async () =>
    (await db.prisma.alert.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] })).map(({ code }) => code);
  const unseen = async () => (await db.prisma.alert.findMany({ where: { seenAt: null } })).map(({ code }) => code);
  async function byLi(act: Pick<Incoming, "type"> & { readonly [field: string]: unknown }): Promise<Decision> {
    const { id, epoch } = await open();
    const about = { at: 0, storeId: STORE, conversationId: conversationId(id), agent: LI, epoch };
    return hears({ id: incomingId(`${act.type}-${world.clock.now()}`), lane: LANE, ...about, ...act } as Incoming);
  }

  /** At 17:58 a shopper asks for a person, and 李雷 takes it. */
  async function takenAt1758(): Promise<void> {
    await at("17:58:00");
    await hears(messageFrom("ann", "找人工，四件套缩水了"));
    await byLi({ type: "claim-requested", lane: DESK_LANE });
    expect(await open()).toMatchObject({ status: "assigned", agentId: "li" });
  }

  it("an offer lapses although the process that made it is gone, and goes to the next", async () => {
    await at("17:00:00");
    await hears(messageFrom("ann", "找人工"));
    expect(await open()).toMatchObject({ status: "offered", agentId: "li" });
    await db.prisma.agent.update({ where: { id: "han" }, data: { status: "ready" } });
    await world.spine.stop();
    await begin();
    await at("17:00:46");
    expect(await open()).toMatchObject({ status: "offered", agentId: "han" });
    expect(told()).toContain("刚才的客服没能接上，正在为您换一位，请稍候。");
    expect(await db.prisma.timer.findMany({ where: { laneId: DESK_LANE } })).toMatchObject([
      { dueAt: new Date("2026-11-20T17:01:31+08:00") },
    ]);
  });

  it("what 李雷 took at 17:58 and answered is asked for at once, and goes to a colleague when the shopper writes after 18:00", async () => {
    await takenAt1758();
    expect(await alerts()).toEqual(["alert-hand-over"]);
    await byLi({ type: "agent-replied", text: "您好，马上帮您看", attachments: [], internal: false });
    const since = (await escalation()).waitingSince;
    await at("18:00:00");
    expect(await open()).toMatchObject({ status: "assigned", agentId: "li", agentLeftAt: new Date("2026-11-20T18:00:00+08:00") });
    await db.prisma.agent.update({ where: { id: "han" }, data: { status: "ready" } });
    await at("18:03:00");
    await hears(messageFrom("ann", "还在吗"));
    expect(await open()).toMatchObject({ status: "offered", agentId: "han", previousAgentName: "李雷", agentLeftAt: null });
    expect(await escalation()).toMatchObject({ waitingSince: since, previousAgentId: "li", state: "offered" });
    expect(told().slice(-2)).toEqual([
      "客服李雷已经下班，您的问题由同事接着处理，不用从头再说。",
      "正在为您找合适的客服，请稍候。",
    ]);
    const note = await db.prisma.message.findFirstOrThrow({ where: { laneId: LANE, internal: true } });
    expect(note.body).toMatchObject({ text: expect.stringContaining("交接：原由李雷接待。") });
    const late = await byLi({ type: "agent-replied", text: "我还在", attachments: [], internal: false });
    expect(late.effects).toMatchObject([{ type: "refuse", reason: { code: "refused-not-yours" } }]);
  });

  it("what nobody writes in waits ten minutes for 李雷, over a restart, and then queues with its first waiting time", async () => {
    await takenAt1758();
    const since = (await escalation()).waitingSince;
    await at("18:00:00");
    await world.spine.stop();
    await begin();
    await at("18:09:59");
    expect(await open()).toMatchObject({ status: "assigned", agentId: "li" });
    await at("18:10:00");
    expect(await open()).toMatchObject({ status: "queued", agentId: null });
    expect(await escalation()).toMatchObject({ state: "waiting", waitingSince: since, previousAgentId: "li" });
    expect(told().at(-1)).toContain("客服正在接待其他顾客");
  });

  it("a reply that is slow is called for once, and stops the clock when it comes", async () => {
    await takenAt1758();
    expect((await open()).clock).toMatchObject({ kind: "first" });
    await at("17:59:40");
    await at("17:59:50");
    expect((await alerts()).slice(1)).toEqual(["alert-clock-slow"]);
    await byLi({ type: "agent-replied", text: "您好", attachments: [], internal: false });
    expect(await open()).toMatchObject({ clock: null, waitingSince: null });
    expect(await db.prisma.timer.findMany({ where: { kind: "reply-clock" } })).toEqual([]);
    expect(await unseen()).not.toContain("alert-clock-slow");
  });

  it("a reminder to reply is over for who passed the shopper on; what it is called for stands until it is answered", async () => {
    await takenAt1758();
    await at("17:59:40");
    expect(await unseen()).toContain("alert-clock-slow");
    await byLi({ type: "agent-replied", text: "先记一笔", attachments: [], internal: true });
    expect(await unseen()).toContain("alert-clock-slow");
    await at("18:00:00");
    await at("18:10:00");
    expect(await open()).toMatchObject({ status: "queued", agentId: null });
    expect(await unseen()).not.toContain("alert-clock-slow");
  });

  it("a later question has its own clock, and its breach is kept for the supervisors", async () => {
    await at("17:00:00");
    await hears(messageFrom("ann", "找人工"));
    await byLi({ type: "claim-requested", lane: DESK_LANE });
    await byLi({ type: "agent-replied", text: "您好", attachments: [], internal: false });
    await at("17:10:00");
    await hears(messageFrom("ann", "那什么时候能寄"));
    expect((await open()).clock).toEqual({
      kind: "next",
      warnAt: Date.parse("2026-11-20T17:12:06+08:00"),
      dueAt: Date.parse("2026-11-20T17:13:00+08:00"),
      slowAfterMs: 100_000,
    });
    await at("17:11:40");
    expect(await alerts()).toEqual(["alert-clock-slow"]);
    await at("17:12:06");
    await at("17:13:00");
    await at("17:20:00");
    expect(await alerts()).toEqual(["alert-clock-slow", "alert-clock-warned", "alert-clock-breached"]);
    expect(await db.prisma.alert.findFirstOrThrow({ where: { code: "alert-clock-breached" } })).toMatchObject({ agentId: null });
    await byLi({ type: "agent-replied", text: "今天", attachments: [], internal: false });
    expect(await unseen()).toEqual(["alert-clock-breached"]);
  });

  it("a question of the last minute is due in the next morning's second one, because nobody works in between", async () => {
    await db.prisma.agent.update({ where: { id: "han" }, data: { active: false } });
    await db.prisma.desk.update({ where: { id: "desk" }, data: { rosterVersion: { increment: 1 } } });
    await takenAt1758();
    await byLi({ type: "agent-replied", text: "您好", attachments: [], internal: false });
    await at("17:59:00");
    await hears(messageFrom("ann", "那什么时候能寄"));
    expect((await open()).clock).toMatchObject({ dueAt: Date.parse("2026-11-21T09:02:00+08:00") });
    await at("18:05:00");
    expect(await alerts()).not.toContain("alert-clock-breached");
  });

  it("what was promised at night is first in the morning, and the shopper hears that somebody is there now", async () => {
    await at("23:30:00");
    await hears(messageFrom("ann", "找人工"));
    expect(told().at(-1)).toContain("明天 09:00");
    world.clock.set("2026-11-21T09:00:00+08:00");
    await hears(messageFrom("bob", "找人工，投诉"));
    await world.spine.recover();
    await world.spine.idle();
    expect(await open()).toMatchObject({ status: "offered", agentId: "li" });
    expect(told()).toContain("让您久等了，客服上班了，正在为您找合适的客服，请稍候。");
  });

  describe("with a policy of the vendor", () => {
    async function underPolicy(routing: RoutingFile): Promise<void> {
      await db.prisma.agent.update({ where: { id: "li" }, data: { capacity: 3 } });
      await db.prisma.desk.update({ where: { id: "desk" }, data: { routing, rosterVersion: { increment: 1 } } });
    }
    const stateOf = async (person: string) =>
      (await db.prisma.escalation.findFirstOrThrow({ where: { conversation: { personId: person } } })).state;

    it("a conversation weighs by what it is about: where pre-sale weighs two, two of them are too many for three units", async () => {
      await underPolicy({ weights: { presale: 2 } });
      await at("17:00:00");
      for (const person of ["ann", "bob"]) {
        await hears(messageFrom(person, "多久发货"));
        await hears(messageFrom(person, "找人工"));
      }
      expect([await stateOf("ann"), await stateOf("bob")]).toEqual(["offered", "waiting"]);
      await byLi({ type: "claim-requested", lane: DESK_LANE });
      await hears(messageFrom("cem", "找人工"));
      expect([await stateOf("bob"), await stateOf("cem")]).toEqual(["waiting", "offered"]);
    });

    it("room that a shopper's silence makes is given to who waits, by the clock alone", async () => {
      await underPolicy({ silence: [{ after_minutes: 2, percent: 0 }], weights: { presale: 3 } });
      await at("17:00:00");
      await hears(messageFrom("ann", "多久发货"));
      await hears(messageFrom("ann", "找人工"));
      await byLi({ type: "claim-requested", lane: DESK_LANE });
      await hears(messageFrom("bob", "找人工"));
      await at("17:00:30");
      await byLi({ type: "agent-replied", text: "您好", attachments: [], internal: false });
      await at("17:02:29");
      expect(await stateOf("bob")).toBe("waiting");
      await at("17:02:30");
      expect(await stateOf("bob")).toBe("offered");
    });

    it("what waits for the store's own side is offered to the other when its time has come, by the clock alone", async () => {
      await db.prisma.agent.update({ where: { id: "han" }, data: { employer: "merchant", status: "ready" } });
      await db.prisma.agent.update({ where: { id: "li" }, data: { status: "break" } });
      await underPolicy({ employer_first: { [STORE]: "vendor" }, wait_seconds: { "other-employer": 60 } });
      await at("17:00:00");
      await hears(messageFrom("ann", "找人工"));
      await at("17:00:59");
      expect(await open()).toMatchObject({ status: "queued", agentId: null });
      await at("17:01:00");
      expect(await open()).toMatchObject({ status: "offered", agentId: "han" });
    });

    it("a batch of many gives a trainee no more than their day holds", async () => {
      await db.prisma.agent.update({
        where: { id: "li" },
        data: { traineeStage: "supervised", traineeDailyLimit: 2, capacity: 9 },
      });
      await at("17:00:00");
      await Promise.all(["a", "b", "c", "d"].map((person) => world.spine.submit(messageFrom(person, "找人工"))));
      await world.spine.idle();
      expect(await db.prisma.escalation.count({ where: { agentId: "li" } })).toBe(2);
    });
  });
});
