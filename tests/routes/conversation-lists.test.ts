import fc from "fast-check";
import { expect, it } from "vitest";
import type { ConversationPage, MessagePage } from "../../src/desk/api.ts";
import { LISTS } from "../../src/desk/store/order.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { messageFrom, STORE } from "../support/worlds.ts";
import { BASE, OTHER, staffConsole, type Staffed } from "../support/staffed-console.ts";

describeOnEachDatabase("Lists of the console", (databases) => {
  let db: Staffed["db"];
  let server: Staffed["server"];
  let agent: Staffed["agent"];
  let colleague: Staffed["colleague"];
  let supervisor: Staffed["supervisor"];
  const { shopper, handedOver, page, detail } = staffConsole(
    databases,
    (staffed) => ({ db, server, agent, colleague, supervisor } = staffed),
  );

  it.each(["closed", "waiting", "open"] as const)("pages %s without showing one twice or leaving one out", async (list) => {
    const many = 120;
    // Many in the same moment, some without one.
    const moment = (n: number) => (n % 40 === 0 ? null : new Date(Math.floor(n / 30) * 1000));
    const rows = Array.from({ length: many }, (_, n) => ({
      id: `page-${String(n).padStart(3, "0")}`,
      storeId: OTHER,
      laneId: `page-${n}`,
      channel: "web",
      room: "r",
      personId: `p${n}`,
      status: list === "closed" ? "closed" : "queued",
      language: "zh-CN",
      openedAt: new Date(0),
      lastShopperAt: new Date((n % 3) * 1000),
      // Of three in danger one waits for nothing, and the last one not for long.
      urgency: [40, 80, 119].includes(n) ? "high" : "normal",
      ...(list === "closed" ? { closedAt: moment(n) } : { waitingSince: moment(n) }),
    }));
    await db.prisma.conversation.createMany({ data: rows });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const next: ConversationPage = await page(
        supervisor,
        `list=${list}&store=${OTHER}${cursor === undefined ? "" : `&cursor=${cursor}`}`,
      );
      seen.push(...next.items.map((row) => row.id));
      cursor = next.next;
    } while (cursor !== undefined);
    await db.prisma.conversation.deleteMany({ where: { id: { startsWith: "page-" } } });
    expect([...seen].sort()).toEqual(rows.map(({ id }) => id));
    if (list === "closed") return;
    const danger = seen.slice(0, 3);
    expect([danger[0], [...danger].sort()]).toEqual(["page-119", ["page-040", "page-080", "page-119"]]);
    expect(seen.slice(3, 8)).not.toContain("page-000");
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

  it("lists what was set aside to those responsible, and takes it up again", async () => {
    const id = await handedOver();
    const { laneId } = await db.prisma.conversation.findUniqueOrThrow({ where: { id } });
    const payload = { ...messageFrom(shopper(), "多久发货"), lane: laneId };
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
