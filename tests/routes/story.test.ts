import { afterAll, beforeAll, expect, it } from "vitest";
import { explain } from "../../src/cli/story.ts";
import { DESK_LANE, incomingId, storeId } from "../../src/core/ids.ts";
import type { ActAnswer, Story } from "../../src/desk/api.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type Browser, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom, STORE } from "../support/worlds.ts";

const BASE = "/api/console/conversations";
const OTHER = storeId("store-2");

describeOnEachDatabase("The story in the console", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let agent: SignedIn;
  let colleague: SignedIn;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [STORE, OTHER]) await furnish(db, { store });
    await db.prisma.agent.update({ where: { id: `agent-${OTHER}` }, data: { name: "外店客服" } });
    const more = { capacity: 5, stores: { create: { storeId: STORE } } };
    // Ids may hold what separates the stored candidates.
    await db.prisma.agent.create({ data: { ...more, id: "off:shift,1", name: "韩梅梅", skills: ["any"] } });
    await db.prisma.agent.create({
      data: { ...more, id: "unskilled", name: "王芳", skills: ["refund"], shifts: { create: ALWAYS } },
    });
    server = await startConsole(db);
    agent = await server.person({ role: "agent", agentId: `agent-${STORE}`, stores: [STORE] });
    colleague = await server.person({ role: "agent", agentId: "unskilled", stores: [STORE] });
  });
  afterAll(() => server.close());

  async function handedOver(shopper: string, store = STORE): Promise<string> {
    await server.world.spine.submit(messageFrom(shopper, "能刻字吗", { store }));
    await server.world.spine.idle();
    return (await db.prisma.conversation.findFirstOrThrow({ where: { personName: shopper } })).id;
  }

  async function staffing(id: string, status: "ready" | "away"): Promise<void> {
    await db.prisma.agent.updateMany({ where: { id: { startsWith: "agent-" } }, data: { status } });
    await server.world.spine.submit({ type: "staffing-changed", id: incomingId(id), lane: DESK_LANE, at: 1 });
    await server.world.spine.idle();
  }

  const claim = async (id: string, clientId: string, browser: Browser): Promise<ActAnswer> =>
    (await browser.post(`${BASE}/${id}/claim`, { clientId })).json as ActAnswer;
  const story = async (id: string): Promise<Story> => (await agent.get(`${BASE}/${id}/story`)).json as Story;

  it("tells each event with its reasons: who was considered, who claimed, whose claim was refused, how it ended", async () => {
    const id = await handedOver("ann");
    const { conversation } = await claim(id, "story-claim-1", agent);
    expect((await claim(id, "story-claim-2", colleague)).outcome).toBe("refused");
    const { epoch } = conversation;
    await agent.post(`${BASE}/${id}/reply`, { clientId: "story-reply-1", epoch, text: "您好", internal: false });
    await agent.post(`${BASE}/${id}/close`, { clientId: "story-close-1", epoch });
    await server.world.spine.idle();
    const { steps, hasEarlier } = await story(id);
    expect(steps.map(({ event, rule }) => [event, rule])).toEqual([
      ["message-received", "desk/handover"],
      ["escalation-opened", "routing/escalation-opened"],
      ["handover-routed", "desk/routed"],
      ["claim-requested", "routing/claim-requested"],
      ["handover-routed", "desk/routed"],
      ["claim-requested", "routing/claim-requested"],
      ["agent-replied", "desk/agent-reply"],
      ["agent-closed", "desk/close"],
      ["escalation-ended", "routing/escalation-ended"],
    ]);
    expect(hasEarlier).toBe(false);
    const saidIn = (at: number) => steps[at]?.said.map(({ author, text, internal }) => [author.type, text, internal]);
    expect(saidIn(0)?.[0]).toEqual(["shopper", "能刻字吗", false]);
    expect(saidIn(0)?.[1]?.[0]).toBe("bot");
    expect(saidIn(1)).toEqual([]);
    expect(steps[6]?.said).toEqual([{ author: { type: "agent", name: "李雷" }, text: "您好", internal: false }]);
    for (const { reasons } of steps) expect(reasons[0]?.zh).not.toBe("");
    expect(steps[1]).toMatchObject({
      candidates: [
        {
          agent: { id: `agent-${STORE}`, name: "李雷" },
          standing: { code: "eligible", zh: "可以接", en: "can take it" },
          chosen: true,
        },
        { agent: { id: "off:shift,1", name: "韩梅梅" }, standing: { code: "off-shift", zh: "不在班" }, chosen: false },
        { agent: { name: "王芳" }, standing: { code: "skill-missing", zh: "技能不足" } },
      ],
      others: 1,
    });
    expect(steps[5]).toMatchObject({ effects: ["refuse"], reasons: [{ code: "refused-claimed-by-other" }], candidates: [] });
    expect(steps[5]?.reasons[0]?.zh).toContain("李雷");
  });

  it("tells of a decision about several conversations only what concerns this one", async () => {
    await staffing("away-1", "away");
    const [ours, theirs] = [await handedOver("bob"), await handedOver("mallory", OTHER)];
    await staffing("ready-1", "ready");
    const escalations = await db.prisma.escalation.findMany({ where: { conversationId: theirs } });
    const decided = await db.prisma.decision.findUniqueOrThrow({ where: { incomingId: "ready-1" } });
    // Otherwise this test would prove nothing.
    for (const id of [ours, theirs]) expect(JSON.stringify(decided.effects)).toContain(id);
    const told = await story(ours);
    const step = told.steps.find(({ event }) => event === "staffing-changed");
    expect(step?.reasons.map(({ code }) => code)).toEqual(["looked-again", "decided-assign"]);
    expect(step?.effects).toEqual(["write-escalation", "raise"]);
    for (const secret of [theirs, "mallory", "外店客服", OTHER, ...escalations.map(({ id }) => id)])
      expect(JSON.stringify(told)).not.toContain(secret);
  });

  it("names no event of another conversation that let this one be routed", async () => {
    await db.prisma.agent.update({ where: { id: `agent-${STORE}` }, data: { capacity: 1 } });
    await db.prisma.desk.update({ where: { id: "desk" }, data: { rosterVersion: { increment: 1 } } });
    const waiting = await handedOver("dora");
    const before = await db.prisma.conversation.findFirstOrThrow({ where: { personName: "bob" } });
    const { conversation } = await claim(before.id, "story-claim-3", agent);
    await agent.post(`${BASE}/${before.id}/close`, { clientId: "story-close-3", epoch: conversation.epoch });
    await server.world.spine.idle();
    const { steps } = await story(waiting);
    const looked = steps.find(({ event }) => event === "desk-looked");
    expect(looked).toMatchObject({ reasons: [{ code: "decided-assign" }], effects: ["write-escalation", "raise"] });
    for (const secret of [before.id, "story-close-3", "bob"]) expect(JSON.stringify(steps)).not.toContain(secret);
  });

  it("is the one that explain prints", async () => {
    const { id } = await db.prisma.conversation.findFirstOrThrow({ where: { personName: "ann" } });
    const lines: string[] = [];
    await explain(db, id, (line) => lines.push(line));
    const { steps } = await story(id);
    expect(lines.filter((line) => line.startsWith("20")).map((line) => line.split("  ")[1]?.split(" ")[0])).toEqual(
      steps.map(({ event }) => event),
    );
    const printed = lines.join("\n");
    for (const { reasons, candidates } of steps) {
      for (const { zh, en } of reasons) expect(printed).toContain(`${zh} · because: ${en}`);
      for (const { agent: one, standing } of candidates) expect(printed).toContain(`${one.name} ${standing.zh}`);
    }
  });
});

const ALWAYS = { days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], start: "00:00", end: "24:00" };
