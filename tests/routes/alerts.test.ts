import { beforeEach, expect, it } from "vitest";
import type { AlertList } from "../../src/alerts/api.ts";
import type { Browser } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { acted, staffConsole, type Staffed } from "../support/staffed-console.ts";
import { AGENT, STORE } from "../support/worlds.ts";

const ALERTS = "/api/console/alerts";
const START = Date.parse("2026-11-20T10:00:00+08:00");

describeOnEachDatabase("Offers and alerts over HTTP", (databases) => {
  let staffed: Staffed;
  const { handedOver, detail, act } = staffConsole(databases, (given) => void (staffed = given));

  /** So many seconds after the start of the test, with everything done that is due. */
  const after = async (seconds: number): Promise<void> => {
    const { world } = staffed.server;
    world.clock.set(new Date(START + seconds * 1000).toISOString());
    await world.spine.fireTimers();
    await world.spine.idle();
  };
  const alertsOf = async (browser: Browser): Promise<AlertList> => (await browser.get(ALERTS)).json as AlertList;

  beforeEach(async () => {
    const { db } = staffed;
    staffed.server.world.clock.set(new Date(START).toISOString());
    await db.pool.query(`UPDATE "Escalation" SET "state" = 'ended'`);
    await db.pool.query(`UPDATE "Agent" SET "status" = 'ready', "missedOffers" = 0, "absent" = false, "seenAt" = NULL`);
    await db.pool.query(`DELETE FROM "Alert"`);
  });

  it("take a refusal with its reason from the agent to whom it is offered, and leave that agent out for a while", async () => {
    const id = await handedOver();
    const answer = acted(await act(id, "refuse", { reason: "正在开会" }));
    expect(answer).toMatchObject({ outcome: "done", conversation: { status: "queued" } });
    const escalation = await staffed.db.prisma.escalation.findFirstOrThrow({ where: { conversationId: id } });
    expect(escalation.declined).toMatchObject([{ agent: AGENT.id, how: "refused", reason: "正在开会" }]);
    await after(181);
    expect((await detail(id)).conversation).toMatchObject({ status: "offered", agent: { id: AGENT.id } });
  });

  it("refuse the refusal of an offer to somebody else, and one without a reason", async () => {
    const id = await handedOver();
    const refused = acted(await act(id, "refuse", { reason: "不想接" }, staffed.colleague));
    expect(refused).toMatchObject({ outcome: "refused", reason: { code: "refused-not-offered" } });
    expect((await act(id, "refuse", { reason: "" })).status).toBe(400);
    expect((await detail(id)).conversation.status).toBe("offered");
  });

  it("set who lets two in a row pass away, and tell the supervisor and them, once", async () => {
    const id = await handedOver();
    await after(45);
    await after(45 + 181);
    await after(45 + 181 + 45);
    expect((await staffed.agent.get("/api/console/me")).json).toMatchObject({ agent: { status: "away" } });
    expect((await detail(id)).conversation.status).toBe("queued");
    const told = (await alertsOf(staffed.supervisor)).items.filter(({ reason }) => reason.code === "alert-agent-away");
    expect(told.map(({ reason, isMine }) => [reason.zh, isMine])).toEqual([["客服李雷连续 2 次没接派单，已设为离开", false]]);
    expect(await alertsOf(staffed.agent)).toMatchObject({
      count: 1,
      items: [{ reason: { code: "alert-own-away" }, isMine: true }],
    });
    expect(await alertsOf(staffed.colleague)).toEqual({ items: [], count: 0 });
  });

  it("forget an alert once somebody has seen it; a colleague's is not theirs to see", async () => {
    const { db, supervisor, agent, colleague } = staffed;
    const alert = { storeId: STORE, code: "alert-agent-away", values: { agent: "李雷", missed: 2 }, at: new Date(START) };
    await db.prisma.alert.create({ data: { ...alert, id: "for-supervisors" } });
    await db.prisma.alert.create({ data: { ...alert, id: "for-li", agentId: AGENT.id } });
    expect((await colleague.post(`${ALERTS}/for-li/seen`, {})).status).toBe(404);
    expect((await agent.post(`${ALERTS}/for-supervisors/seen`, {})).status).toBe(404);
    for (const times of [1, 2])
      expect([times, (await supervisor.post(`${ALERTS}/for-supervisors/seen`, {})).status]).toEqual([times, 204]);
    expect((await agent.post(`${ALERTS}/for-li/seen`, {})).status).toBe(204);
    expect([(await alertsOf(supervisor)).count, (await alertsOf(agent)).count]).toEqual([0, 0]);
    expect(await db.prisma.alert.findUniqueOrThrow({ where: { id: "for-supervisors" } })).toMatchObject({
      seenAt: new Date(START),
    });
  });

  it("show with an alert what its conversation is about", async () => {
    const id = await handedOver();
    await act(id, "claim", {});
    const values = { minutes: 5, end: new Date(START).toISOString() };
    const at = new Date(START);
    await staffed.db.prisma.alert.create({
      data: { id: "over", storeId: STORE, conversationId: id, agentId: AGENT.id, code: "alert-hand-over", values, at },
    });
    const [alert] = (await alertsOf(staffed.agent)).items;
    expect(alert?.about).toMatchObject({ conversation: { id, status: "assigned" }, topic: "能刻字吗", slots: [] });
  });
});

describeOnEachDatabase("An open console", (databases) => {
  let staffed: Staffed;
  const { handedOver, detail } = staffConsole(databases, (given) => void (staffed = given));

  it("is presence: two minutes after the last one closed its agent counts as away, and is back with the next", async () => {
    const { server, agent, db } = staffed;
    const waits = { offerMs: 3_600_000 };
    await db.prisma.desk.update({ where: { id: "desk" }, data: { waits, rosterVersion: { increment: 1 } } });
    const stop = new AbortController();
    const response = await fetch(`${server.origin}/api/console/events`, {
      headers: { cookie: agent.cookie() },
      signal: stop.signal,
    });
    expect(response.status).toBe(200);
    const seen = async () => (await db.prisma.agent.findUniqueOrThrow({ where: { id: AGENT.id } })).seenAt?.getTime();
    await expect.poll(seen).toBe(START);
    const id = await handedOver();
    expect((await detail(id)).conversation.status).toBe("offered");
    stop.abort();
    await expect.poll(() => server.presence.windows()).toBe(0);
    server.world.clock.set(new Date(START + 119_000).toISOString());
    await server.presence.look();
    expect((await db.prisma.agent.findUniqueOrThrow({ where: { id: AGENT.id } })).absent).toBe(false);
    server.world.clock.set(new Date(START + 121_000).toISOString());
    await server.presence.look();
    await server.world.spine.idle();
    expect((await detail(id)).conversation.status).toBe("queued");
    const back = new AbortController();
    await fetch(`${server.origin}/api/console/events`, { headers: { cookie: agent.cookie() }, signal: back.signal });
    await expect.poll(async () => (await detail(id)).conversation.status).toBe("offered");
    expect((await agent.get("/api/console/me")).json).toMatchObject({ agent: { status: "ready" } });
    back.abort();
  });
});
