import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import type { ActAnswer, ConversationDetail, ConversationPage, MessagePage } from "../../src/desk/api.ts";
import { LISTS } from "../../src/desk/store.ts";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type Answer, type Browser, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom, STORE } from "../support/worlds.ts";

const BASE = "/api/console/conversations";
const OTHER = storeId("store-2");

describeOnEachDatabase("Conversations in the console", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let agent: SignedIn;
  let colleague: SignedIn;
  let supervisor: SignedIn;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [STORE, OTHER]) await furnish(db, { store });
    // A colleague without skills: only claims bring them work.
    await db.prisma.agent.create({
      data: {
        id: "helper",
        name: "韩梅梅",
        skills: [],
        capacity: 50,
        stores: { create: { storeId: STORE } },
        shifts: { create: ALWAYS },
      },
    });
    server = await startConsole(db);
    agent = await server.person({ role: "agent", agentId: `agent-${STORE}`, stores: [STORE] });
    colleague = await server.person({ role: "agent", agentId: "helper", stores: [STORE] });
    supervisor = await server.person({ role: "supervisor", stores: [STORE, OTHER] });
  });
  afterAll(() => server.close());

  let shoppers = 0;
  let shopper = "";
  beforeEach(() => {
    shoppers += 1;
    shopper = `顾客 ${shoppers}`;
  });

  async function handedOver(text = "能刻字吗", store = STORE): Promise<string> {
    await server.world.spine.submit(messageFrom(shopper, text, { store }));
    await server.world.spine.idle();
    const row = await db.prisma.conversation.findFirstOrThrow({ where: { personName: shopper, storeId: store } });
    return row.id;
  }

  const page = async (browser: Browser, query: string): Promise<ConversationPage> =>
    (await browser.get(`${BASE}?${query}`)).json as ConversationPage;
  const detail = async (id: string, browser: Browser = agent): Promise<ConversationDetail> =>
    (await browser.get(`${BASE}/${id}`)).json as ConversationDetail;
  const acted = (answer: Answer): ActAnswer => {
    expect(answer.status).toBe(200);
    return answer.json as ActAnswer;
  };
  const act = (id: string, name: string, body: object, browser: Browser = agent): Promise<Answer> =>
    browser.post(`${BASE}/${id}/${name}`, { clientId: newClientId(), ...body });

  it("shows what the shopper named; nothing for a conversation that keeps nothing", async () => {
    const id = await handedOver();
    expect((await detail(id)).slots).toEqual([]);
    const slots = [{ kind: "order-number", value: "773206518840227", at: Date.parse("2026-11-20T10:00:00+08:00") }];
    await db.prisma.conversation.update({ where: { id }, data: { memory: { slots } } });
    expect((await detail(id)).slots).toEqual([
      { kind: "order-number", value: "773206518840227", at: "2026-11-20T02:00:00.000Z" },
    ]);
  });

  it("shows what is offered to me, why, and what was said", async () => {
    const id = await handedOver();
    const waiting = await page(agent, "list=waiting");
    expect(waiting.items[0]).toMatchObject({
      id,
      store: { id: STORE, name: "测试小店" },
      shopper: { name: shopper, number: expect.stringMatching(/^[0-9A-F]{4}$/), verified: false },
      status: "offered",
      agent: { name: "李雷" },
      skill: "presale",
    });
    const { conversation, messages, why } = await detail(id);
    // The desk's own notice that somebody is called came last, but nobody said it.
    expect(messages.at(-1)?.author.type).toBe("system");
    expect(messages.at(-2)).toMatchObject({ author: { type: "bot" }, text: conversation.lastText });
    expect(waiting.items[0]?.lastText).toBe(conversation.lastText);
    expect(messages[0]).toMatchObject({ author: { type: "shopper", name: shopper }, text: "能刻字吗", internal: false });
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
    const closed = acted(await act(id, "close", { epoch }));
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

  it("pages its lists without showing one twice or leaving one out", async () => {
    const many = 120;
    const rows = Array.from({ length: many }, (_, n) => ({
      id: `page-${String(n).padStart(3, "0")}`,
      storeId: OTHER,
      laneId: `page-${n}`,
      channel: "web",
      room: "r",
      personId: `p${n}`,
      status: "closed",
      language: "zh-CN",
      openedAt: new Date(0),
      lastShopperAt: new Date(0),
      // Many in the same moment, some without one.
      closedAt: n % 40 === 0 ? null : new Date(Math.floor(n / 30) * 1000),
    }));
    await db.prisma.conversation.createMany({ data: rows });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const next: ConversationPage = await page(
        supervisor,
        `list=closed&store=${OTHER}${cursor === undefined ? "" : `&cursor=${cursor}`}`,
      );
      seen.push(...next.items.map((row) => row.id));
      cursor = next.next;
    } while (cursor !== undefined);
    expect([...seen].sort()).toEqual(rows.map(({ id }) => id));
  });

  it("pages what was said, newest first, without showing a message twice or leaving one out", async () => {
    const id = await handedOver();
    const conversation = await db.prisma.conversation.findUniqueOrThrow({ where: { id } });
    const { laneId, storeId: store } = conversation;
    const began = await db.prisma.message.count({ where: { laneId } });
    const rows = Array.from({ length: 5_000 }, (_, n) => ({
      laneId,
      seq: began + n + 1,
      id: `${id}-long-${n}`,
      storeId: store,
      conversationId: id,
      author: "shopper",
      body: { text: `第 ${n} 句` },
      internal: n > 4_880,
      epoch: 1,
      incomingId: "i",
      createdAt: new Date(n),
    }));
    await db.prisma.message.createMany({ data: rows });
    const first = await detail(id);
    expect(first.messages).toHaveLength(100);
    // All of the newest page are remarks: the list shows what was said before them.
    expect(first.conversation.lastText).toBe("第 4880 句");
    let seen = first.messages.map(({ seq }) => seq);
    let { hasEarlier } = first;
    while (hasEarlier) {
      const earlier = (await agent.get(`${BASE}/${id}/messages?before=${seen[0]}`)).json as MessagePage;
      seen = [...earlier.messages.map(({ seq }) => seq), ...seen];
      hasEarlier = earlier.hasEarlier;
    }
    expect(seen).toEqual(Array.from({ length: began + 5_000 }, (_, n) => n + 1));
    const empty = (await agent.get(`${BASE}/${id}/messages?before=1`)).json;
    expect(empty).toEqual({ messages: [], hasEarlier: false });
    for (const before of ["", "?before=", "?before=0", "?before=x", "?before=1.5", "?before=99999999999"])
      expect([before, (await agent.get(`${BASE}/${id}/messages${before}`)).status]).toEqual([before, 400]);
  });

  it("counts and lists by store, waiting by the longest wait, what is offered to me first", async () => {
    const inOther = await handedOver("能刻字吗", OTHER);
    const all = await page(supervisor, "list=waiting");
    const other = await page(supervisor, `list=waiting&store=${OTHER}`);
    expect(other.items.map((row) => row.id)).toEqual([inOther]);
    expect(other.counts.waiting).toBe(1);
    expect(all.counts.waiting).toBe(all.items.length);
    const waits = all.items.map((row) => Date.parse(row.waitingSince ?? ""));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    await db.prisma.conversation.update({
      where: { id: await handedOver() },
      data: { agentId: "helper", waitingSince: new Date("2030-01-01") },
    });
    const first = (await page(colleague, "list=waiting")).items;
    expect(first[0]?.agent?.id).toBe("helper");
    expect(new Set(first.map((row) => row.id)).size).toBe(first.length);
  });

  it("hands out files of the conversation alone, only to be saved", async () => {
    const id = await handedOver();
    const elsewhere = await db.prisma.conversation.findFirstOrThrow({ where: { NOT: { id }, storeId: STORE } });
    const message = await db.prisma.message.findFirstOrThrow({ where: { conversationId: id } });
    const file = { id: "f1".repeat(16), name: "图 '1'.svg\r\nX-Evil: 1", type: "image/svg+xml", bytes: 11 };
    await db.prisma.message.update({ where: { id: message.id }, data: { body: { text: "", attachments: [file] } } });
    server.files.set(file.id, Buffer.from("<svg></svg>"));
    const answer = await agent.get(`${BASE}/${id}/files/${file.id}`);
    expect([answer.status, answer.text]).toEqual([200, "<svg></svg>"]);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
    expect(answer.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await agent.get(`${BASE}/${elsewhere.id}/files/${file.id}`)).status).toBe(404);
    expect((await page(agent, "list=open")).items.find((row) => row.id === id)?.lastText).toBeDefined();
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

  it("answers every cursor, forged ones too, with a page or by naming it", async () => {
    const forged = fc.record(
      { at: fc.oneof(fc.maxSafeInteger(), fc.constantFrom(8.7e15, 8.64e15, -1)), id: fc.string({ unit: "binary" }) },
      { requiredKeys: ["id"] },
    );
    const known = [{ at: 8.7e15, id: "a" }, { at: 8.64e15, id: "a" }, { at: -1e14, id: "a" }, { id: "a\0b" }, { id: "\ud800" }];
    const statusOf = async (cursor: object, list: string): Promise<number> => {
      const text = Buffer.from(JSON.stringify(cursor)).toString("base64url");
      return text.length > 300 ? 400 : (await agent.get(`${BASE}?list=${list}&cursor=${text}`)).status;
    };
    for (const cursor of known) for (const list of LISTS) expect([cursor, list, await statusOf(cursor, list)]).toEqual([cursor, list, 400]); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(forged, fc.constantFrom(...LISTS), async (cursor, list) => {
        expect([200, 400]).toContain(await statusOf(cursor, list));
      }),
      { numRuns: 40 },
    );
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

  it("lists what was set aside to those responsible, and takes it up again", async () => {
    const id = await handedOver();
    const { laneId } = await db.prisma.conversation.findUniqueOrThrow({ where: { id } });
    const payload = { ...messageFrom(shopper, "多久发货"), lane: laneId };
    const parked = {
      id: payload.id,
      laneId,
      storeId: STORE,
      fingerprint: "f",
      payload: JSON.parse(JSON.stringify(payload)),
      attempts: 5,
    };
    await db.prisma.incoming.create({ data: { ...parked, receivedAt: new Date(), parkedAt: new Date(), lastError: "it broke" } });
    const list = (await supervisor.get("/api/console/parked")).json;
    expect(list).toMatchObject({
      items: [{ id: parked.id, store: STORE, event: "message-received", attempts: 5, error: "it broke" }],
    });
    expect((await agent.post(`/api/console/parked/${parked.id}/retry`, {})).status).toBe(403);
    expect((await supervisor.post(`/api/console/parked/${encodeURIComponent(parked.id)}/retry`, {})).status).toBe(204);
    await server.world.spine.idle();
    expect((await supervisor.get("/api/console/parked")).json).toEqual({ items: [] });
    expect((await db.prisma.incoming.findUniqueOrThrow({ where: { id: parked.id } })).handledAt).not.toBeNull();
  });
});

const ALWAYS = { days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], start: "00:00", end: "24:00" };

let made = 0;
function newClientId(): string {
  made += 1;
  return `client-id-${made}`;
}
