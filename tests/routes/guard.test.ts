import { expect, it } from "vitest";
import { incomingId, laneId } from "../../src/core/ids.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { acted, OTHER, staffConsole, type Staffed } from "../support/staffed-console.ts";
import { AGENT, STORE } from "../support/worlds.ts";

describeOnEachDatabase("The guard on what agents say", (databases) => {
  let staffed: Staffed;
  const { handedOver, detail, act } = staffConsole(databases, (given) => (staffed = given));
  const GUARD = (store: string) => `/api/console/stores/${store}/guard`;

  const claimed = async (): Promise<{ readonly id: string; readonly epoch: number }> => {
    const id = await handedOver();
    return { id, epoch: acted(await act(id, "claim", {})).conversation.epoch };
  };
  const said = async (id: string): Promise<readonly string[]> =>
    (await detail(id)).messages.filter(({ author }) => author.type === "agent").map(({ text }) => text);

  it("stops another store's name until there is a reason, which is kept with the decision", async () => {
    await staffed.db.prisma.store.update({ where: { id: OTHER }, data: { name: "半坡茶铺" } });
    const { id, epoch } = await claimed();
    const words = { epoch, text: "半坡茶铺也是我们的", internal: false };
    const stopped = await act(id, "reply", words);
    expect(stopped.json).toMatchObject({
      status: 422,
      findings: [{ kind: "other-store", words: "半坡茶铺", level: "confirm" }],
      reason: { zh: expect.stringContaining("半坡茶铺") },
    });
    expect(await said(id)).toEqual([]);
    const sent = acted(await act(id, "reply", { ...words, confirmed: { reason: "顾客自己提到的" } }));
    expect(sent.outcome).toBe("done");
    expect(await said(id)).toEqual([words.text]);
    const decision = await staffed.db.prisma.decision.findFirstOrThrow({
      where: { conversationId: id, rule: "desk/agent-reply" },
    });
    expect(JSON.stringify(decision.reasons)).toContain("顾客自己提到的");
  });

  it("stops it too where nobody asked the console's routes", async () => {
    await staffed.db.prisma.store.update({ where: { id: OTHER }, data: { name: "半坡茶铺" } });
    const { id, epoch } = await claimed();
    const { laneId: lane } = await staffed.db.prisma.conversation.findUniqueOrThrow({ where: { id } });
    const { spine } = staffed.server.world;
    const conversation = (await detail(id)).conversation;
    await spine.submit({
      type: "agent-replied",
      id: incomingId(`slack:${id}`),
      lane: laneId(lane),
      at: 0,
      storeId: STORE,
      conversationId: conversation.id as never,
      agent: AGENT,
      epoch,
      text: "去半坡茶铺看看",
      internal: false,
      attachments: [],
    });
    await spine.idle();
    expect(await said(id)).toEqual([]);
    expect((await spine.settled(incomingId(`slack:${id}`))) as object).toMatchObject({ rule: "desk/refuse" });
  });

  it("does what the store set, from the next reply on", async () => {
    const { supervisor, agent } = staffed;
    const { id, epoch } = await claimed();
    const words = { epoch, text: "您加微信聊吧", internal: false };
    expect((await act(id, "reply", words)).json).toMatchObject({ status: 422, findings: [{ level: "confirm" }] });
    const setting = { shipped: "block", confirm: [], block: ["包退"], allow: [], products: [] };
    const SETTING = `/api/console/stores/${STORE}/settings/guard`;
    await supervisor.put(SETTING, { version: 0, value: setting });
    expect((await supervisor.get(GUARD(STORE))).json).toMatchObject({
      shipped: "block",
      words: expect.arrayContaining(["加微信"]),
    });
    expect((await act(id, "reply", { ...words, confirmed: { reason: "没事" } })).json).toMatchObject({
      status: 422,
      findings: [{ words: "加微信", level: "block" }],
    });
    expect((await act(id, "reply", { ...words, text: "备注：加微信", internal: true })).status).toBe(200);
    await supervisor.put(SETTING, { version: 1, value: { ...setting, shipped: "off" } });
    expect(acted(await act(id, "reply", words)).outcome).toBe("done");
    expect((await agent.get(GUARD(STORE))).status).toBe(403);
    expect((await supervisor.get(GUARD("nowhere"))).status).toBe(404);
    const short = { version: 2, value: { ...setting, block: ["a"] } };
    expect((await supervisor.put(SETTING, short)).json).toMatchObject({ status: 400, field: "block.0" });
  });

  it("holds nothing back that is stored: whoever did not hear so sends it again", async () => {
    const { id, epoch } = await claimed();
    const seen = (await detail(id)).messages.at(-1)?.seq ?? 0;
    const words = { clientId: `again-${id}`, epoch, text: "马上给您开", internal: false, seen };
    acted(await act(id, "reply", words));
    acted(await act(id, "reply", { epoch, text: "发票我来开", internal: true }, staffed.colleague));
    expect(acted(await act(id, "reply", words)).outcome).toBe("done");
    expect((await detail(id)).messages.filter(({ text }) => text === words.text)).toHaveLength(1);
    expect((await act(id, "reply", { ...words, clientId: `other-${id}` })).status).toBe(409);
  });

  it("never sends a variable that nothing filled", async () => {
    const { id, epoch } = await claimed();
    const stopped = await act(id, "reply", { epoch, text: "订单{order}已发出", internal: false, confirmed: { reason: "x" } });
    expect(stopped.json).toMatchObject({ status: 422, findings: [{ kind: "variable", words: "{order}", level: "block" }] });
  });

  it("tells who was faster, and lets it go once that was seen", async () => {
    const { id, epoch } = await claimed();
    const seen = (await detail(id)).messages.at(-1)?.seq ?? 0;
    acted(await act(id, "reply", { epoch, text: "他要发票", internal: true }, staffed.colleague));
    const words = { epoch, text: "在的", internal: false };
    const held = (await act(id, "reply", { ...words, seen })).json as { newer: { seq: number } };
    expect(held).toMatchObject({ status: 409, newer: { by: "韩梅梅", text: "他要发票", internal: true } });
    expect(acted(await act(id, "reply", { ...words, seen: held.newer.seq })).outcome).toBe("done");
    // One's own lines, and the shopper's, hold nobody up.
    expect(acted(await act(id, "reply", { ...words, text: "您说", seen: held.newer.seq })).outcome).toBe("done");
  });
});
