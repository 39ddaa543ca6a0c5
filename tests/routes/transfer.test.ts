import { expect, it } from "vitest";
import type { TransferTargets } from "../../src/desk/workspace/api.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { STORE } from "../support/worlds.ts";
import { acted, BASE, newClientId, staffConsole, type Staffed } from "../support/staffed-console.ts";

describeOnEachDatabase("Passing a conversation on", (databases) => {
  let agent: Staffed["agent"];
  let colleague: Staffed["colleague"];
  let db: Staffed["db"];
  const { handedOver, detail, act } = staffConsole(databases, (staffed) => ({ db, agent, colleague } = staffed));
  const WORDS = { reason: "要查售后", summary: "顾客想刻字，已答应" };

  it("offers it to the colleague, who reads the summary first; the shopper is told", async () => {
    await db.prisma.agent.update({ where: { id: "helper" }, data: { skills: ["presale"] } });
    await db.prisma.desk.update({ where: { id: "desk" }, data: { rosterVersion: { increment: 1 } } });
    const id = await handedOver();
    const { conversation } = acted(await act(id, "claim", {}));
    const targets = (await agent.get(`${BASE}/${id}/transfer`)).json as TransferTargets;
    expect(targets.agents).toMatchObject([{ id: "helper", name: "韩梅梅", capacity: 50 }]);
    const to = { type: "agent", id: "helper" };
    const request = { clientId: newClientId(), epoch: conversation.epoch, to, ...WORDS };
    const done = acted(await agent.post(`${BASE}/${id}/transfer`, request));
    expect(done).toMatchObject({ outcome: "done", conversation: { status: "offered", agent: { name: "韩梅梅" } } });
    // Sent again under the same id it is done once, and still answered.
    expect(acted(await agent.post(`${BASE}/${id}/transfer`, request)).outcome).toBe("done");
    const seen = await detail(id, colleague);
    expect(seen.transfer).toMatchObject({ from: "李雷", to: { zh: "韩梅梅" }, ...WORDS });
    expect(seen.messages.filter(({ internal }) => internal)).toHaveLength(1);
    const told = seen.messages.filter(({ internal }) => !internal).map(({ text }) => text);
    expect(told.at(-1)).toContain("这件事我请更合适的同事接着帮您");
    expect(told.join()).not.toContain("韩梅梅");
    expect(acted(await act(id, "claim", {}, colleague)).outcome).toBe("done");
    expect(acted(await act(id, "reply", { epoch: conversation.epoch, text: "迟到的话", internal: false })).outcome).toBe(
      "refused",
    );
  });

  it("refuses who may not serve the store as somebody unknown, with a sentence, and changes nothing", async () => {
    await db.prisma.agent.create({
      data: { id: "stranger", name: "外人", skills: ["any"], stores: { create: { storeId: "store-2" } } },
    });
    const id = await handedOver();
    const { conversation } = acted(await act(id, "claim", {}));
    const answer = acted(
      await act(id, "transfer", { epoch: conversation.epoch, to: { type: "agent", id: "stranger" }, ...WORDS }),
    );
    expect(answer).toMatchObject({ outcome: "refused", reason: { zh: "排班表里没有这位客服" } });
    expect(answer.conversation).toMatchObject({ status: "assigned", epoch: conversation.epoch });
  });

  it("needs a reason and a summary, and belongs to who has the conversation", async () => {
    const id = await handedOver();
    const { conversation } = acted(await act(id, "claim", {}));
    const queue = { epoch: conversation.epoch, to: { type: "queue" } };
    expect((await act(id, "transfer", { ...queue, ...WORDS, summary: " " })).json).toMatchObject({
      status: 400,
      field: "summary",
    });
    expect((await act(id, "transfer", { ...queue, ...WORDS, to: { type: "store", id: STORE } })).status).toBe(400);
    expect(acted(await act(id, "transfer", { ...queue, ...WORDS }, colleague)).reason?.code).toBe("refused-not-yours");
    expect((await colleague.get(`${BASE}/${id}/transfer`)).status).toBe(409);
  });
});
