import { describe, expect, it } from "vitest";
import type { AlertList } from "../../src/alerts/api.ts";
import { incomingId, laneId } from "../../src/core/ids.ts";
import type { RequestAnswer, RequestPage, RequestRow } from "../../src/requests/api.ts";
import type { Answer, Browser } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { acted, newClientId, OTHER, staffConsole, type Staffed } from "../support/staffed-console.ts";
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

  describe("A sum above what the agent may promise", () => {
    const REQUESTS = "/api/console/requests";
    const limited = async (limit: number): Promise<{ readonly id: string; readonly epoch: number }> => {
      await staffed.db.prisma.agent.update({ where: { id: AGENT.id }, data: { compensationLimitFen: limit } });
      await staffed.db.prisma.desk.updateMany({ data: { rosterVersion: { increment: 1 } } });
      return claimed();
    };
    const decide = (browser: Browser, id: string, answer: object): Promise<Answer> =>
      browser.post(`${REQUESTS}/${id}/decide`, { clientId: newClientId(), ...answer });
    const asked = async (id: string, wish: object): Promise<RequestRow> => {
      expect(acted(await act(id, "requests", { words: "杯子碎了，顾客要赔", ...wish })).outcome).toBe("done");
      const request = (await detail(id)).requests.find(({ state }) => state === "open");
      if (request === undefined) throw new Error("the request is not shown in its conversation");
      return request;
    };

    it("is held back, asked for, granted in part, and goes out as granted", async () => {
      const { supervisor, agent } = staffed;
      const { id, epoch } = await limited(3_000);
      const reply = (text: string) => act(id, "reply", { epoch, text, internal: false });
      expect(acted(await reply("赔您30元可以吗")).outcome).toBe("done");
      expect((await reply("这样，赔您80元")).json).toMatchObject({
        status: 422,
        findings: [{ kind: "compensation", words: "赔您80元", level: "block", sum: { fen: 8_000, mayFen: 0, beforeFen: 3_000 } }],
        reason: { zh: "这个会话您已答应顾客 30 元，现在最多还能答应 0 元；“赔您80元”超过了，请先请示，同意后再发" },
      });
      const request = await asked(id, { kind: "compensation", sumFen: 8_000 });
      expect(request).toMatchObject({ state: "open", deciders: ["supervisor"], mayAnswer: false, mayWithdraw: true });
      expect((await supervisor.get(REQUESTS)).json).toMatchObject({
        items: [{ id: request.id, mayAnswer: true }],
        open: 1,
        late: 0,
      });
      expect((await decide(agent, request.id, { answer: "grant" })).status).toBe(403);
      expect((await decide(supervisor, request.id, { answer: "refuse" })).status).toBe(400);
      const granted = (await decide(supervisor, request.id, { answer: "grant", sumFen: 6_000 })).json as RequestAnswer;
      expect(granted).toMatchObject({
        outcome: "done",
        request: { state: "granted", decision: { as: "supervisor", sumFen: 6_000 } },
      });
      expect((await reply("赔您80元")).status).toBe(422);
      expect(acted(await reply("赔您60元")).outcome).toBe("done");
      const lines = (await detail(id)).messages.slice(1);
      expect(lines.filter(({ internal }) => internal).map(({ text }) => text)).toEqual([
        "李雷请示主管：赔付 80 元\n杯子碎了，顾客要赔",
        expect.stringMatching(/^.+（主管）同意赔付 60 元（请示的是 80 元）$/),
      ]);
      const alerts = (await agent.get("/api/console/alerts")).json as AlertList;
      expect(alerts.items.map(({ reason }) => reason.code)).toContain("alert-request-granted-sum");
      const log = await staffed.db.prisma.auditEntry.findMany({ where: { thing: `conversation:${id}` }, orderBy: { n: "asc" } });
      const acts = log.map(({ act: name }) => name).filter((name) => name.includes("request"));
      expect(acts).toEqual(["conversation.request-asked", "conversation.request-granted"]);
    });

    it("a grant lets one reply go out, however often that is sent, and is there again when it never reached the shopper", async () => {
      const { supervisor, db } = staffed;
      const { id, epoch } = await limited(0);
      const reply = (text: string, clientId = newClientId()) => act(id, "reply", { clientId, epoch, text, internal: false });
      expect((await reply("给您全额退款")).json).toMatchObject({
        status: 422,
        findings: [{ words: "全额退款", sum: { mayFen: 0, beforeFen: 0 } }],
      });
      const request = await asked(id, { kind: "compensation", sumFen: 6_000 });
      await decide(supervisor, request.id, { answer: "grant" });
      const once = newClientId();
      expect(acted(await reply("赔您60元", once)).outcome).toBe("done");
      expect(acted(await reply("赔您60元", once)).outcome).toBe("done");
      expect((await reply("再赔您60元")).json).toMatchObject({ status: 422, findings: [{ sum: { fen: 6_000, mayFen: 0 } }] });
      expect(acted(await reply("60元已经退给您了")).outcome).toBe("done");
      const line = await db.prisma.message.findFirstOrThrow({
        where: { conversationId: id, author: "agent", internal: false },
        orderBy: { seq: "asc" },
      });
      await db.prisma.outbox.update({ where: { id: line.id }, data: { state: "refused" } });
      expect(acted(await reply("再赔您60元")).outcome).toBe("done");
      expect((await reply("再赔您60元")).status).toBe(422);
    });

    it("a second answer hears whose was first, and one that closes with its conversation is nobody's to answer", async () => {
      const { supervisor } = staffed;
      const { id, epoch } = await limited(0);
      const first = await asked(id, { kind: "compensation", sumFen: 500 });
      expect((await act(id, "requests", { kind: "compensation", sumFen: 600, words: "再问" })).json).toMatchObject({
        outcome: "refused",
      });
      await decide(supervisor, first.id, { answer: "refuse", reason: "先换货" });
      expect((await decide(supervisor, first.id, { answer: "grant" })).json).toMatchObject({
        outcome: "refused",
        reason: { code: "refused-request-was-refused" },
        request: { state: "refused", decision: { reason: "先换货" } },
      });
      const second = await asked(id, { kind: "other", words: "能不能破例换货" });
      await act(id, "close", { epoch });
      expect((await supervisor.get(`${REQUESTS}?state=answered&store=${STORE}`)).json).toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ id: second.id, state: "expired" })]),
      });
      expect((await decide(supervisor, second.id, { answer: "grant" })).json).toMatchObject({
        reason: { code: "refused-request-expired" },
      });
    });

    it("is the merchant's to answer where the store says so; other merchants' and stores' are not there", async () => {
      const { db, server, supervisor } = staffed;
      await db.prisma.store.update({ where: { id: STORE }, data: { requests: { merchant: "must", upToFen: 5_000 } } });
      const merchant = await server.person({ role: "merchant", stores: [STORE] });
      const stranger = await server.person({ role: "merchant", stores: [OTHER] });
      const { id } = await limited(0);
      const request = await asked(id, { kind: "compensation", sumFen: 10_000, words: "顾客电话 13812345678" });
      expect(request.deciders).toEqual(["merchant"]);
      expect((await decide(supervisor, request.id, { answer: "grant" })).json).toMatchObject({
        outcome: "refused",
        reason: { code: "refused-request-not-yours" },
      });
      const seen = (await merchant.get(REQUESTS)).json as RequestPage;
      expect(seen.items).toMatchObject([{ id: request.id, words: "顾客电话 138****5678", mayAnswer: false }]);
      expect(seen.items[0]).not.toHaveProperty("conversationId");
      expect((await decide(merchant, request.id, { answer: "grant" })).status).toBe(403);
      expect((await decide(stranger, request.id, { answer: "grant" })).status).toBe(404);
      await db.prisma.userStore.updateMany({ where: { userId: merchant.id }, data: { approver: true } });
      expect((await decide(merchant, request.id, { answer: "grant" })).json).toMatchObject({
        outcome: "done",
        request: { state: "granted", decision: { as: "merchant" }, mayAnswer: false },
      });
      await db.prisma.store.update({ where: { id: STORE }, data: { requests: {} } });
    });

    it("goes out where a supervisor writes it themselves, which is said in the story", async () => {
      const { db, agent } = staffed;
      const { id, epoch } = await limited(0);
      expect((await act(id, "reply", { epoch, text: "赔您80元", internal: false })).status).toBe(422);
      await db.prisma.user.update({ where: { id: agent.id }, data: { role: "supervisor" } });
      expect(acted(await act(id, "reply", { epoch, text: "赔您80元", internal: false })).outcome).toBe("done");
      await db.prisma.user.update({ where: { id: agent.id }, data: { role: "agent" } });
      const { reasons } = await db.prisma.decision.findFirstOrThrow({ where: { conversationId: id, rule: "desk/agent-reply" } });
      expect(JSON.stringify(reasons)).toContain("promised-as-supervisor");
    });

    it("may be withdrawn by who asked, and by nobody else", async () => {
      const { colleague, agent } = staffed;
      const { id } = await limited(0);
      const request = await asked(id, { kind: "other", words: "要不要补发" });
      const withdraw = (browser: Browser) => browser.post(`${REQUESTS}/${request.id}/withdraw`, { clientId: newClientId() });
      expect((await withdraw(colleague)).status).toBe(404);
      expect((await withdraw(agent)).json).toMatchObject({ outcome: "done", request: { state: "withdrawn" } });
      expect((await withdraw(agent)).json).toMatchObject({ outcome: "refused", reason: { code: "refused-request-withdrawn" } });
    });
  });
});
