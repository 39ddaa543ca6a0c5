import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import type { ActAnswer, ConversationDetail, KeptFile } from "../../src/desk/api.ts";
import type { Database } from "../../src/infra/database.ts";
import { createVisitorDesk } from "../../src/visitors/desk.ts";
import { startConsole, type Answer, type Browser, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom, STORE } from "../support/worlds.ts";

const BASE = "/api/console/conversations";
const OTHER = storeId("store-2");
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

describeOnEachDatabase("Files that agents send", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let agent: SignedIn;
  let shoppers = 0;

  beforeAll(async () => {
    db = await databases.open();
    for (const store of [STORE, OTHER]) await furnish(db, { store });
    server = await startConsole(db);
    agent = await server.person({ role: "agent", agentId: `agent-${STORE}`, stores: [STORE, OTHER] });
    await db.prisma.agentStore.create({ data: { agentId: `agent-${STORE}`, storeId: OTHER } });
  });
  afterAll(() => server.close());
  beforeEach(() => void (shoppers += 1));

  let acts = 0;
  const act = (id: string, name: string, body: object, browser: Browser = agent): Promise<Answer> => {
    acts += 1;
    return browser.post(`${BASE}/${id}/${name}`, { clientId: `file-client-${acts}`, ...body });
  };
  const upload = (id: string, bytes: Buffer, { name = "图.png", browser = agent as Browser } = {}): Promise<Answer> =>
    browser.send("POST", `${BASE}/${id}/files?name=${encodeURIComponent(name)}`, {
      body: new Uint8Array(bytes),
      headers: { "content-type": "application/octet-stream" },
    });

  /** A conversation that the agent has, and its epoch. */
  async function held(store = STORE): Promise<{ readonly id: string; readonly epoch: number }> {
    const name = `file shopper ${shoppers} ${store}`;
    await server.world.spine.submit(messageFrom(name, "能刻字吗", { store }));
    await server.world.spine.idle();
    const { id } = await db.prisma.conversation.findFirstOrThrow({ where: { personName: name } });
    const claimed = (await act(id, "claim", {})).json as ActAnswer;
    expect(claimed.outcome).toBe("done");
    return { id, epoch: claimed.conversation.epoch };
  }

  it("go with a reply, with or without words, and can be saved by colleagues", async () => {
    const { id, epoch } = await held();
    const kept = await upload(id, PNG, { name: "../尺码 表.html" });
    const file = kept.json as KeptFile;
    expect([kept.status, file]).toEqual([
      201,
      expect.objectContaining({ name: "尺码 表.html.png", type: "image/png", bytes: PNG.length }),
    ]);
    expect(await act(id, "reply", { epoch, text: "看图", internal: false, attachments: [file.id] })).toMatchObject({
      json: { outcome: "done" },
    });
    const second = (await upload(id, PNG)).json as KeptFile;
    expect(await act(id, "reply", { epoch, text: "", internal: false, attachments: [second.id] })).toMatchObject({
      json: { outcome: "done", conversation: { lastText: "[图.png]" } },
    });
    const { messages, fileLimits } = (await agent.get(`${BASE}/${id}`)).json as ConversationDetail;
    expect(messages.slice(-2)).toMatchObject([
      { text: "看图", attachments: [file] },
      { text: "", attachments: [second] },
    ]);
    expect(fileLimits).toMatchObject({ bytes: 10_000_000, perReply: 6 });
    expect((await agent.get(`${BASE}/${id}/files/${file.id}`)).headers.get("content-type")).toBe("image/png");
  });

  it("are there for the shopper whom they were sent to, and for no other", async () => {
    const files = { keep: async () => "", read: async (id: string) => server.files.get(id), remove: async () => undefined };
    const visitors = createVisitorDesk({
      database: db,
      files,
      now: server.world.clock.now,
      baseUrl: "http://desk.example",
      estimateWait: async () => undefined,
    });
    const visit = async () => {
      const opened = await visitors.open({ storeKey: `key-${STORE}` });
      if (opened.type === "refused") throw new Error(`the visit was refused: ${opened.because}`);
      return opened.visitor;
    };
    const [shopper, stranger] = [await visit(), await visit()];
    const place = { channel: "web", room: shopper.id };
    const said = messageFrom("web", "能刻字吗");
    await server.world.spine.submit({ ...said, place, person: shopper.person, lane: shopper.lane });
    await server.world.spine.idle();
    const { id } = await db.prisma.conversation.findFirstOrThrow({ where: { laneId: shopper.lane } });
    const { conversation } = (await act(id, "claim", {})).json as ActAnswer;
    const file = (await upload(id, PNG)).json as KeptFile;
    expect(await visitors.openFile(shopper, file.id)).toBeUndefined();
    await act(id, "reply", { epoch: conversation.epoch, text: "", internal: false, attachments: [file.id] });
    expect((await visitors.openFile(shopper, file.id))?.bytes).toEqual(PNG);
    expect(await visitors.openFile(stranger, file.id)).toBeUndefined();
    const told = await visitors.history(shopper, 0, 100);
    expect(told.messages.at(-1)).toMatchObject({ author: { type: "agent" }, body: { text: "", attachments: [file] } });
  });

  it("are refused by what they contain, not by their name, with a sentence", async () => {
    const { id } = await held();
    const refusals = [
      await upload(id, Buffer.from("<html><script>alert(1)</script>"), { name: "a.png" }),
      await upload(id, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { name: "a.svg" }),
      await upload(id, Buffer.alloc(0)),
      await upload(id, Buffer.concat([PNG, Buffer.alloc(10_000_001)])),
      await agent.send("POST", `${BASE}/${id}/files`, { body: "x" }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([415, 415, 400, 413, 400]);
    for (const { json } of refusals) expect(json).toMatchObject({ field: expect.any(String), remedy: expect.any(String) });
    expect(await db.prisma.upload.count({ where: { userId: agent.id, name: { contains: "a." } } })).toBe(0);
  });

  it("are taken only from the agent who has the conversation", async () => {
    const { id, epoch } = await held();
    const supervisor = await server.person({ role: "supervisor", stores: [STORE] });
    const colleague = await server.person({ role: "agent", agentId: `agent-${OTHER}`, stores: [STORE] });
    expect((await upload(id, PNG, { browser: supervisor })).status).toBe(403);
    expect((await upload(id, PNG, { browser: colleague })).status).toBe(409);
    await act(id, "close", { epoch });
    expect((await upload(id, PNG)).status).toBe(409);
  });

  it("go only where they were uploaded for, never with a remark, and once under one clientId", async () => {
    const [here, there] = [await held(), await held(OTHER)];
    const file = (await upload(here.id, PNG)).json as KeptFile;
    const reply = { epoch: here.epoch, text: "图", internal: false };
    const refusals = [
      await act(there.id, "reply", { ...reply, epoch: there.epoch, attachments: [file.id] }),
      await act(here.id, "reply", { ...reply, attachments: ["0".repeat(32)] }),
      await act(here.id, "reply", { ...reply, internal: true, attachments: [file.id] }),
      await act(here.id, "reply", { ...reply, attachments: Array.from({ length: 7 }, () => file.id) }),
      await act(here.id, "reply", { ...reply, attachments: file.id }),
    ];
    for (const { status, json } of refusals)
      expect([status, json]).toEqual([400, expect.objectContaining({ field: "attachments" })]);
    expect((await act(here.id, "reply", { ...reply, text: "" })).json).toMatchObject({ field: "text" });
    const once = { ...reply, clientId: "file-client-once", attachments: [file.id] };
    expect((await act(here.id, "reply", once)).status).toBe(200);
    expect((await act(here.id, "reply", once)).status).toBe(200);
    expect((await act(here.id, "reply", { ...once, attachments: [] })).status).toBe(409);
  });
});
