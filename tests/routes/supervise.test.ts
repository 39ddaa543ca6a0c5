import { expect, it } from "vitest";
import type { AlertList } from "../../src/alerts/api.ts";
import type { ReassignTargets } from "../../src/desk/api.ts";
import type { SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { acted, BASE, newClientId, staffConsole, type Staffed } from "../support/staffed-console.ts";

describeOnEachDatabase("What a supervisor does over the heads of agents", (databases) => {
  let desk: Staffed;
  const { handedOver, detail, act } = staffConsole(databases, (staffed) => (desk = staffed));
  const alertsOf = async (who: SignedIn) => ((await who.get("/api/console/alerts")).json as AlertList).items;
  const give = (id: string, body: object, by = desk.supervisor) =>
    by.post(`${BASE}/${id}/reassign`, { clientId: newClientId(), reason: "顾客点名要她", confirmed: false, ...body });
  const claimed = async (): Promise<string> => {
    const id = await handedOver();
    expect(acted(await act(id, "claim", {})).outcome).toBe("done");
    return id;
  };

  it("whispers to the agent, who is alerted; the shopper sees nothing of it", async () => {
    const id = await claimed();
    const said = acted(await act(id, "whisper", { text: "先道歉，再给方案" }, desk.supervisor));
    expect(said.outcome).toBe("done");
    const { messages } = await detail(id);
    expect(messages.filter(({ text }) => text === "先道歉，再给方案")).toMatchObject([
      { internal: true, author: { type: "agent" } },
    ]);
    expect((await alertsOf(desk.agent)).map(({ reason }) => reason.zh)).toContainEqual(
      expect.stringMatching(/提醒您：先道歉，再给方案$/),
    );
    expect((await act(id, "whisper", { text: "我也想说" })).status).toBe(403);
  });

  it("gives a conversation to a colleague without the skill: the epoch rises, load moves, all three are told", async () => {
    const id = await claimed();
    const before = await desk.db.prisma.conversation.findUniqueOrThrow({ where: { id } });
    const targets = (await desk.supervisor.get(`${BASE}/${id}/reassign`)).json as ReassignTargets;
    expect(targets.agents).toMatchObject([{ id: "helper", obstacle: { code: "skill-missing" } }]);
    const done = acted(await give(id, { to: "helper", from: `agent-${before.storeId}` }));
    expect(done).toMatchObject({
      outcome: "done",
      conversation: { status: "assigned", agent: { id: "helper" }, epoch: before.epoch + 1 },
    });
    const late = acted(await act(id, "reply", { epoch: before.epoch, text: "迟到的话", internal: false }));
    expect(late).toMatchObject({ outcome: "refused", reason: { code: "refused-not-yours" } });
    const shown = (await detail(id, desk.colleague)).messages.filter(({ internal }) => !internal).map(({ text }) => text);
    expect(shown).toContain("接下来由韩梅梅为您服务，前面说的都看得到，不用再讲一遍。");
    expect(shown.join()).not.toContain("点名");
    expect((await alertsOf(desk.colleague)).map(({ reason }) => reason.code)).toContain("alert-reassigned");
    expect((await alertsOf(desk.agent)).map(({ reason }) => reason.code)).toContain("alert-taken-over");
    expect(
      acted(await act(id, "reply", { epoch: before.epoch + 1, text: "我来", internal: false }, desk.colleague)).outcome,
    ).toBe("done");
  });

  it("takes a conversation over, if they are an agent themselves", async () => {
    const id = await claimed();
    const from = `agent-${(await detail(id)).conversation.store.id}`;
    expect((await give(id, { to: "me", from })).status).toBe(403);
    await desk.db.prisma.agent.create({ data: { id: "boss", name: "陈主管", skills: [], capacity: 5 } });
    await desk.db.prisma.desk.update({ where: { id: "desk" }, data: { rosterVersion: { increment: 1 } } });
    const boss = await desk.server.person({ role: "supervisor", agentId: "boss", stores: [] });
    expect(acted(await give(id, { to: "me", from }, boss))).toMatchObject({
      outcome: "done",
      conversation: { agent: { id: "boss", name: "陈主管" } },
    });
  });

  it("is refused when somebody else has it meanwhile, asks before it is too much, and needs a reason", async () => {
    const id = await claimed();
    const from = `agent-${(await detail(id)).conversation.store.id}`;
    expect(acted(await give(id, { to: "helper" }))).toMatchObject({ outcome: "refused", reason: { code: "refused-stale" } });
    await desk.colleague.put("/api/console/me/status", { status: "break" });
    expect(acted(await give(id, { to: "helper", from })).reason?.code).toBe("refused-reassign-not-ready");
    expect(acted(await give(id, { to: "helper", from, confirmed: true })).outcome).toBe("done");
    expect((await give(id, { to: "helper", from, reason: " " })).json).toMatchObject({ field: "reason" });
  });
});
