import { expect, it } from "vitest";
import { describeOnEachDatabase } from "../support/databases.ts";
import { STORE } from "../support/worlds.ts";
import { acted, BASE, newClientId, staffConsole, type Staffed } from "../support/staffed-console.ts";

describeOnEachDatabase("Conversations in the console", (databases) => {
  let db: Staffed["db"];
  let server: Staffed["server"];
  let agent: Staffed["agent"];
  let colleague: Staffed["colleague"];
  let supervisor: Staffed["supervisor"];
  const { shopper, handedOver, page, detail, act } = staffConsole(
    databases,
    (staffed) => ({ db, server, agent, colleague, supervisor } = staffed),
  );

  it("shows what the shopper named and how they feel; nothing for a conversation that keeps nothing", async () => {
    const id = await handedOver();
    expect((await detail(id)).slots).toEqual([]);
    const slots = [{ kind: "order-number", value: "773206518840227", at: Date.parse("2026-11-20T10:00:00+08:00") }];
    const feeling = { level: "angry", since: Date.parse("2026-11-20T10:00:00+08:00"), because: "threat:12315", calm: 0 };
    expect((await detail(id)).conversation.feeling).toBeUndefined();
    await db.prisma.conversation.update({ where: { id }, data: { memory: { slots, feeling } } });
    expect((await detail(id)).conversation.feeling).toEqual({
      level: "angry",
      because: "threat:12315",
      since: "2026-11-20T02:00:00.000Z",
    });
    expect((await detail(id)).slots).toEqual([
      { kind: "order-number", value: "773206518840227", at: "2026-11-20T02:00:00.000Z" },
    ]);
  });

  it("shows what is offered to me, why, and what was said", async () => {
    const id = await handedOver();
    // The clock stands still: whoever else waits has waited as long.
    const offered = (await page(agent, "list=waiting")).items.find((row) => row.id === id);
    expect(offered).toMatchObject({
      store: { id: STORE, name: "测试小店" },
      shopper: { name: shopper(), number: expect.stringMatching(/^[0-9A-F]{4}$/), verified: false },
      status: "offered",
      agent: { name: "李雷" },
      skill: "presale",
    });
    const { conversation, messages, why } = await detail(id);
    // The desk's own notice that somebody is called came last, but nobody said it.
    expect(messages.at(-1)?.author.type).toBe("system");
    expect(messages.at(-2)).toMatchObject({ author: { type: "bot" }, text: conversation.lastText });
    expect(offered?.lastText).toBe(conversation.lastText);
    expect(messages[0]).toMatchObject({ author: { type: "shopper", name: shopper() }, text: "能刻字吗", internal: false });
    expect(why[0]?.code).toBe("routed-offered");
    expect(why[0]?.zh).toContain("李雷");
  });

  it("carries an agent's acts through the spine: claim, remark, reply, close", async () => {
    const id = await handedOver();
    const claimed = acted(await act(id, "claim", {}));
    expect(claimed).toMatchObject({ outcome: "done", conversation: { status: "assigned", agent: { name: "李雷" } } });
    const { epoch } = claimed.conversation;
    expect((await page(agent, "list=mine")).items.map((row) => row.id)).toContain(id);
    acted(await act(id, "reply", { epoch, text: "只有同事能看", internal: true }));
    const replied = acted(await act(id, "reply", { epoch, text: "可以刻字的亲", internal: false }));
    expect(replied).toMatchObject({ outcome: "done", conversation: { lastText: "可以刻字的亲" } });
    expect((await detail(id)).messages.slice(-2)).toMatchObject([
      { text: "只有同事能看", internal: true, author: { type: "agent", name: "李雷" } },
      { text: "可以刻字的亲", internal: false },
    ]);
    const closed = acted(await act(id, "close", { epoch, reason: "问题已解决" }));
    expect(closed.conversation.status).toBe("closed");
    expect((await page(agent, "list=closed")).items[0]?.id).toBe(id);
    expect((await page(agent, "list=open")).items.map((row) => row.id)).not.toContain(id);
  });

  it("gives the conversation back to the bot when it is released", async () => {
    const id = await handedOver();
    const { conversation } = acted(await act(id, "claim", {}));
    const released = acted(await act(id, "release", { epoch: conversation.epoch }));
    expect(released).toMatchObject({ outcome: "done", conversation: { status: "bot" } });
    expect((await detail(id)).why).toEqual([]);
  });

  it("does an act once however often it is sent, and refuses other words under its id", async () => {
    const id = await handedOver();
    const { conversation } = acted(await act(id, "claim", {}));
    const reply = { clientId: newClientId(), epoch: conversation.epoch, text: "您好", internal: false };
    const answers = await Promise.all([1, 2, 3].map(() => agent.post(`${BASE}/${id}/reply`, reply)));
    expect(answers.map((answer) => acted(answer).outcome)).toEqual(["done", "done", "done"]);
    expect((await detail(id)).messages.filter(({ text }) => text === "您好")).toHaveLength(1);
    const other = await agent.post(`${BASE}/${id}/reply`, { ...reply, text: "别的话" });
    expect([other.status, other.json]).toEqual([409, expect.objectContaining({ field: "clientId" })]);
    const elsewhere = await agent.post(`${BASE}/${id}/close`, { clientId: reply.clientId, epoch: reply.epoch });
    expect(elsewhere.status).toBe(409);
    const own = acted(await act(id, "reply", { ...reply, clientId: reply.clientId }, colleague));
    expect(own.outcome).toBe("refused");
  });

  it("says in both languages why an act was refused, and leaves things as they are", async () => {
    const id = await handedOver();
    const { conversation } = acted(await act(id, "claim", {}));
    const epoch = conversation.epoch;
    const refusals = [
      acted(await act(id, "reply", { epoch: epoch - 1, text: "迟到的话", internal: false })),
      acted(await act(id, "reply", { epoch, text: "不是我的", internal: false }, colleague)),
      acted(await act(id, "close", { epoch }, colleague)),
      acted(await act(id, "claim", {}, colleague)),
    ];
    for (const { outcome, reason, conversation: after } of refusals) {
      expect(outcome).toBe("refused");
      expect(reason?.zh).toMatch(/\p{Script=Han}/u);
      expect(reason?.en).toMatch(/[a-z]{3}/);
      expect(after).toMatchObject({ status: "assigned", agent: { name: "李雷" } });
    }
    expect((await detail(id)).messages.some(({ text }) => text === "迟到的话" || text === "不是我的")).toBe(false);
  });

  it("refuses acts of people who work as no agent, and says what to do", async () => {
    const id = await handedOver();
    const admin = await server.person({ role: "admin" });
    for (const browser of [supervisor, admin]) {
      for (const [name, body] of [
        ["claim", {}],
        ["reply", { epoch: 0, text: "x", internal: false }],
        ["release", { epoch: 0 }],
        ["close", { epoch: 0 }],
      ] as const) {
        const answer = await act(id, name, body, browser);
        expect([answer.status, answer.text]).toEqual([403, expect.stringContaining("Link this person with an agent first")]);
      }
    }
  });

  it("shows the shopper that the agent writes who has the conversation, and nobody else", async () => {
    const id = await handedOver();
    const { laneId } = await db.prisma.conversation.findUniqueOrThrow({ where: { id } });
    const shown = () => server.typed.filter(({ lane }) => lane === laneId);
    expect((await agent.post(`${BASE}/${id}/typing`, {})).status).toBe(409);
    const { conversation } = acted(await act(id, "claim", {}));
    const statuses = [
      (await colleague.post(`${BASE}/${id}/typing`, {})).status,
      (await supervisor.post(`${BASE}/${id}/typing`, {})).status,
      (await agent.post(`${BASE}/${id}/typing`, { text: "偷看" })).status,
    ];
    expect(statuses).toEqual([409, 403, 400]);
    expect((await agent.post(`${BASE}/${id}/typing`, {})).status).toBe(204);
    await expect.poll(shown).toEqual([{ lane: laneId, name: "李雷" }]);
    acted(await act(id, "close", { epoch: conversation.epoch }));
    expect((await agent.post(`${BASE}/${id}/typing`, {})).status).toBe(409);
    expect(shown()).toHaveLength(1);
  });

  it("names the wrong field of an act and what is allowed", async () => {
    const id = await handedOver();
    const good = { clientId: newClientId(), epoch: 1, text: "您好", internal: false };
    const cases: readonly (readonly [string, unknown, string])[] = [
      ["reply", { ...good, clientId: 1 }, "clientId"],
      ["reply", { ...good, clientId: "a b" }, "clientId"],
      ["reply", { ...good, clientId: "x".repeat(65) }, "clientId"],
      ["reply", { ...good, epoch: "1" }, "epoch"],
      ["reply", { ...good, epoch: 1.5 }, "epoch"],
      ["reply", { ...good, epoch: 1e12 }, "epoch"],
      ["reply", { ...good, text: " \u200b " }, "text"],
      ["reply", { ...good, text: "a\u0000b" }, "text"],
      ["reply", { ...good, text: "\ud800" }, "text"],
      ["reply", { ...good, text: { $gt: "" } }, "text"],
      ["reply", { ...good, text: "长".repeat(5001) }, "text"],
      ["reply", { ...good, internal: undefined }, "internal"],
      ["reply", { ...good, extra: 1 }, "extra"],
      ["close", { clientId: good.clientId }, "epoch"],
      ["claim", [], "(body)"],
      ["claim", null, "(body)"],
    ];
    for (const [name, body, field] of cases) {
      const answer = await agent.post(`${BASE}/${id}/${name}`, body);
      expect([name, body, answer.status, answer.json]).toEqual([name, body, 400, expect.objectContaining({ field })]);
    }
    expect((await act(id, "reply", { ...good, text: "长".repeat(300_000) })).status).toBe(413);
    for (const query of ["list=mad", "", "list=open&cursor=xyz", "list=open&cursor=e30", "list=closed&cursor=%00"])
      expect([query, (await agent.get(`${BASE}?${query}`)).status]).toEqual([query, 400]);
  });
});
