import { beforeEach, expect, it } from "vitest";
import type { Decision } from "../../src/core/decision.ts";
import { agentId, conversationId, DESK_LANE, incomingId } from "../../src/core/ids.ts";
import type { ClaimRequested } from "../../src/core/incoming.ts";
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
    const { spine } = worldFor(n);
    await spine.submit(incoming);
    const decision = await spine.settled(incoming.id);
    if (decision === undefined || decision === "parked") throw new Error(`${incoming.id} was not decided: ${String(decision)}`);
    return decision;
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

  async function refuse(n: number, conversation: string): Promise<void> {
    const act = { lane: DESK_LANE, at: START, storeId: STORE, conversationId: conversationId(conversation), agent: AGENT };
    await worldFor(n).spine.submit({ type: "offer-refused", id: incomingId(`refuse:${conversation}`), ...act, reason: "忙" });
  }

  async function heldBy(agent: string): Promise<number> {
    return db.prisma.escalation.count({ where: { agentId: agent, state: { in: ["offered", "assigned"] } } });
  }
});

function never(): never {
  throw new Error("There is no world.");
}
