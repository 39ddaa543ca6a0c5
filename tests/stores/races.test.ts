import { beforeEach, expect, it } from "vitest";
import type { Decision } from "../../src/core/decision.ts";
import { agentId, conversationId, DESK_LANE, incomingId, laneId, type IncomingId } from "../../src/core/ids.ts";
import type { ClaimRequested, Incoming } from "../../src/core/incoming.ts";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { AGENT, furnish, messageFrom, STORE, worldOn, type World } from "../support/worlds.ts";

const CLAIMANTS = 50;
const START = Date.parse("2026-11-20T10:00:00+08:00");

describeOnEachDatabase("Many agents at once", (databases) => {
  let db: Database;
  /** Two processes on a server; the embedded database has one. */
  let worlds: readonly World[];

  beforeEach(async () => {
    db = await databases.open();
    await furnish(db, { capacity: 3 });
    worlds = await Promise.all((databases.kind === "postgresql" ? [1, 2] : [1]).map(() => worldOn(db, [])));
    return async () => {
      for (const { spine } of worlds) await spine.stop();
    };
  });

  const worldFor = (n: number): World => worlds[n % worlds.length] ?? worlds[0] ?? never();
  const idle = async (): Promise<void> => {
    // What one process commits may raise work for the other.
    for (let round = 0; round < 3; round += 1)
      for (const { spine } of worlds) {
        await spine.recover();
        await spine.idle();
      }
  };

  async function helpers(count: number, capacity: number): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, (_, n) => `helper-${n}`);
    const agent = { skills: [], capacity };
    await db.prisma.agent.createMany({ data: ids.map((id) => ({ ...agent, id, name: id })) });
    await db.prisma.agentStore.createMany({ data: ids.map((id) => ({ agentId: id, storeId: STORE })) });
    await db.prisma.desk.update({ where: { id: "desk" }, data: { rosterVersion: { increment: 1 } } });
    return ids;
  }

  async function handedOver(people: readonly string[]): Promise<readonly string[]> {
    await Promise.all(people.map((person, n) => worldFor(n).spine.submit(messageFrom(person, "找人工"))));
    await idle();
    const rows = await db.prisma.conversation.findMany({ where: { personId: { in: [...people] } }, orderBy: { id: "asc" } });
    expect(rows).toHaveLength(people.length);
    return rows.map(({ id }) => id);
  }

  async function claim(n: number, agent: string, conversation: string): Promise<Decision> {
    const incoming: ClaimRequested = {
      type: "claim-requested",
      id: incomingId(`claim:${agent}:${conversation}`),
      lane: DESK_LANE,
      at: START,
      storeId: STORE,
      conversationId: conversationId(conversation),
      agent: { id: agentId(agent), name: agent },
    };
    await worldFor(n).spine.submit(incoming);
    return decisionOf(incoming.id, n);
  }

  const refusalOf = ({ effects }: Decision) => effects.flatMap((effect) => (effect.type === "refuse" ? [effect.reason] : []))[0];

  it("who claim one conversation: one has it, and each of the others is told who", { timeout: 60_000 }, async () => {
    const agents = await helpers(CLAIMANTS, 1);
    const [conversation = ""] = await handedOver(["one"]);
    const decisions = await Promise.all(agents.map((agent, n) => claim(n, agent, conversation)));
    await idle();
    const now = await db.prisma.conversation.findUniqueOrThrow({ where: { id: conversation } });
    const refusals = decisions.flatMap((decision) => refusalOf(decision) ?? []);
    expect([now.status, agents.includes(now.agentId ?? "")]).toEqual(["assigned", true]);
    expect(refusals).toHaveLength(CLAIMANTS - 1);
    expect(new Set(refusals.map(({ code, values }) => `${code} ${values["agent"]}`))).toEqual(
      new Set([`refused-claimed-by-other ${now.agentName}`]),
    );
    const held = await db.prisma.escalation.findMany({ where: { conversationId: conversation } });
    expect(held).toMatchObject([{ state: "assigned", agentId: now.agentId }]);
  });

  it(
    "and one agent who claims everything: nobody ever holds more than they can, offers included",
    { timeout: 60_000 },
    async () => {
      const [greedy = ""] = await helpers(1, 2);
      const conversations = await handedOver(Array.from({ length: 12 }, (_, n) => `p${n}`));
      // While the greedy one claims, further shoppers come and the only skilled agent is offered three at a time.
      const later = Array.from({ length: 6 }, (_, n) => worldFor(n).spine.submit(messageFrom(`late${n}`, "找人工")));
      const decisions = await Promise.all(conversations.map((one, n) => claim(n, greedy, one)));
      await Promise.all(later);
      await idle();
      expect(decisions.filter((decision) => refusalOf(decision) === undefined)).toHaveLength(2);
      expect(new Set(decisions.flatMap((decision) => refusalOf(decision)?.code ?? []))).toEqual(new Set(["refused-at-capacity"]));
      expect(await heldBy(greedy)).toBe(2);
      expect(await heldBy(AGENT.id)).toBe(3);
    },
  );

  it(
    "lapse, refuse and claim at the same moment, and every conversation is in exactly one place",
    { timeout: 60_000 },
    async () => {
      const agents = await helpers(10, 1);
      const conversations = await handedOver(Array.from({ length: 10 }, (_, n) => `q${n}`));
      for (const { clock } of worlds) clock.set(new Date(START + 46_000).toISOString());
      await Promise.all([
        ...worlds.map(({ spine }) => spine.fireTimers()),
        ...conversations.map((one, n) => claim(n, agents[n] ?? "", one)),
        ...conversations.map((one, n) => refuse(n, one)),
      ]);
      await idle();
      const escalations = await db.prisma.escalation.findMany({ where: { state: { not: "ended" } } });
      const rows = await db.prisma.conversation.findMany();
      const states = new Map(escalations.map((one) => [one.conversationId, one]));
      const asConversation = { waiting: "queued", offered: "offered", assigned: "assigned" } as const;
      for (const { id, status, agentId: who } of rows) {
        const escalation = states.get(id);
        const state = escalation?.state as keyof typeof asConversation;
        expect([id, asConversation[state], escalation?.agentId]).toEqual([id, status, who]);
      }
      for (const agent of agents) expect(await heldBy(agent)).toBeLessThanOrEqual(1);
      expect(await heldBy(AGENT.id)).toBeLessThanOrEqual(3);
    },
  );

  it(
    "reply and close while the supervisor takes over and the shopper writes, in any order: nothing is lost, nothing said twice, and one has it",
    { timeout: 90_000 },
    async () => {
      const [boss = ""] = await helpers(1, 50);
      await db.prisma.agent.update({ where: { id: AGENT.id }, data: { capacity: 50 } });
      const orders = permutations(["say", "reply", "close", "take-over"] as const);
      const conversations = await handedOver(orders.map((_, n) => `r${n}`));
      await Promise.all(conversations.map((one, n) => claim(n, AGENT.id, one)));
      await idle();
      const found = await db.prisma.conversation.findMany({ where: { id: { in: [...conversations] } } });
      const before = orders.map((_, n) => found.find(({ personId }) => personId === `r${n}`) ?? never());
      expect(before.map(({ agentId: who, status }) => `${status} ${who ?? "-"}`)).toEqual(
        before.map(() => `assigned ${AGENT.id}`),
      );

      const decided = await Promise.all(before.map((held, n) => actAll(n, { held, order: orders[n] ?? [], boss })));
      await idle();

      for (const [n, held] of before.entries()) await expectSound(held, decided[n] ?? new Map());
      expect(decided.filter((one) => one.get("take-over") === undefined).length).toBeGreaterThan(0);
    },
  );

  interface Race {
    readonly held: Awaited<ReturnType<typeof db.prisma.conversation.findFirstOrThrow>>;
    readonly order: readonly Act[];
    readonly boss: string;
  }

  /** All four are on their way before the first is decided; resolves to why each was refused, if it was. */
  async function actAll(n: number, { held, order, boss }: Race): Promise<Refusals> {
    const about = { at: START, storeId: STORE, conversationId: conversationId(held.id) };
    const theirs = { ...about, lane: laneId(held.laneId), agent: AGENT, epoch: held.epoch };
    const by = { userId: boss, name: boss };
    const acts: Readonly<Record<Act, Incoming>> = {
      say: messageFrom(held.personId, `多久发货${n}`, { id: `say:${n}` }),
      reply: {
        ...theirs,
        type: "agent-replied",
        id: incomingId(`reply:${n}`),
        text: `在的${n}`,
        attachments: [],
        internal: false,
      },
      close: { ...theirs, type: "agent-closed", id: incomingId(`close:${n}`) },
      "take-over": {
        ...{ ...about, type: "reassign-requested", id: incomingId(`take:${n}`), lane: DESK_LANE, by, reason: "我来" },
        ...{ to: { id: agentId(boss), name: boss }, isOwn: true, from: AGENT.id, isConfirmed: true },
      },
    };
    await Promise.all(order.map((act, at) => worldFor(n + at).spine.submit(acts[act])));
    const settled = order.map(async (act) => [act, refusalOf(await decisionOf(acts[act].id))?.code] as const);
    return new Map(await Promise.all(settled));
  }

  async function decisionOf(id: IncomingId, n = 0): Promise<Decision> {
    const decision = await worldFor(n).spine.settled(id);
    if (decision === undefined || decision === "parked") throw new Error(`${id} was not decided: ${String(decision)}`);
    return decision;
  }

  async function expectSound({ id, laneId: lane, personId }: Race["held"], refused: Refusals): Promise<void> {
    const n = Number(personId.slice(1));
    const [now, lines, escalations] = await Promise.all([
      db.prisma.conversation.findFirstOrThrow({ where: { id } }),
      db.prisma.message.findMany({ where: { laneId: lane }, orderBy: { seq: "asc" } }),
      db.prisma.escalation.findMany({ where: { conversationId: id, state: { not: "ended" } } }),
    ]);
    // One has it, and the conversation and the desk agree who; or it is over for both.
    const open = escalations.map(({ state, agentId: who }) => `${state} ${who ?? "-"}`);
    expect([personId, now.status, open]).toEqual([
      personId,
      now.status,
      now.status === "closed" ? [] : [`assigned ${now.agentId ?? ""}`],
    ]);
    const isTaken = refused.get("take-over") === undefined && refused.get("close") !== undefined;
    expect([personId, now.agentId]).toEqual([personId, isTaken ? "helper-0" : now.agentId]);
    expect(lines.map(({ seq }) => Number(seq))).toEqual(lines.map((_, at) => at + 1));
    const saidBy = (text: string) => lines.filter((line) => JSON.stringify(line.body).includes(text));
    expect([personId, saidBy(`多久发货${n}`).filter(({ author }) => author === "shopper").length]).toEqual([personId, 1]);
    // What was not refused is said once, what was refused is not said.
    expect([personId, saidBy(`在的${n}`).length]).toEqual([personId, refused.get("reply") === undefined ? 1 : 0]);
    // People have the word in it: the bot answers only in a conversation that began after the close.
    const overHumans = saidBy("48 小时内发货").filter(({ author, conversationId: of }) => author === "bot" && of === id);
    expect([personId, overHumans.length]).toEqual([personId, 0]);
  }

  async function refuse(n: number, conversation: string): Promise<void> {
    const act = { lane: DESK_LANE, at: START, storeId: STORE, conversationId: conversationId(conversation), agent: AGENT };
    await worldFor(n).spine.submit({ type: "offer-refused", id: incomingId(`refuse:${conversation}`), ...act, reason: "忙" });
  }

  async function heldBy(agent: string): Promise<number> {
    return db.prisma.escalation.count({ where: { agentId: agent, state: { in: ["offered", "assigned"] } } });
  }
});

type Act = "say" | "reply" | "close" | "take-over";
type Refusals = ReadonlyMap<Act, string | undefined>;

function permutations<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length <= 1) return [all];
  return all.flatMap((first) => permutations(all.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}

function never(): never {
  throw new Error("There is no world.");
}
