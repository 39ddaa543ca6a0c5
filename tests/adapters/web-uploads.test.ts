import { deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { VisitAnswer } from "../../src/core/visitor.ts";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { createFakeSpine, type FakeSpine } from "../support/fake-spine.ts";
import { openDesk, openShop, type DeskForTest } from "../support/shops.ts";
import { bearer, openWebServer, type WebServer } from "../support/web-server.ts";

const FILES = "/api/widget/files";
const PNG = pngOf(Buffer.alloc(0));
const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF");
const SVG = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`);
const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom"), Buffer.alloc(12), Buffer.alloc(64)]);

describeOnEachDatabase("Files of visitors", (database) => {
  let db: Database;
  let server: WebServer;
  let spine: FakeSpine;
  let desk: DeskForTest;
  let visit: Extract<VisitAnswer, { type: "opened" }>;

  beforeAll(async () => {
    db = await database.open();
    await openShop(db, "tea");
    await openShop(db, "cups");
    spine = createFakeSpine();
    desk = openDesk(db);
    server = await openWebServer({ visitors: desk.desk, spine });
    visit = await desk.visit("tea");
  });
  afterAll(() => server.close());

  const send = (
    bytes: Buffer,
    name: string,
    as: { readonly type?: string; readonly token?: string; readonly field?: string } = {},
  ) => {
    const form = new FormData();
    form.append(as.field ?? "file", new Blob([new Uint8Array(bytes)], { type: as.type ?? "image/png" }), name);
    return fetch(server.base + FILES, { method: "POST", body: form, headers: bearer(as.token ?? visit.token) });
  };
  const sent = async (bytes: Buffer, name: string) => {
    const answer = await send(bytes, name);
    expect(answer.status).toBe(201);
    return (await answer.json()) as { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number };
  };

  it("are kept under random names, and come back as they were, to be saved and never to be run", async () => {
    const { token } = (visit = await desk.visit("tea"));
    const kept = await sent(PNG, "退货 照片.png");
    expect(kept).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: "退货 照片.png",
      type: "image/png",
      bytes: PNG.length,
    });
    const back = await server.get(`${FILES}/${kept.id}`, bearer(token));
    expect(Buffer.from(await back.arrayBuffer())).toEqual(PNG);
    expect(back.headers.get("content-disposition")).toBe(
      `attachment; filename="?? ??.png"; filename*=UTF-8''%E9%80%80%E8%B4%A7%20%E7%85%A7%E7%89%87.png`,
    );
    expect(back.headers.get("content-type")).toBe("image/png");
    expect(back.headers.get("x-content-type-options")).toBe("nosniff");
    expect(back.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(back.headers.get("cache-control")).toContain("private");
  });

  it("are taken for what they contain, whatever they are called", async () => {
    visit = await desk.visit("tea");
    expect(await sent(PDF, "page.html")).toMatchObject({ name: "page.html.pdf", type: "application/pdf" });
    expect(await sent(MP4, "clip")).toMatchObject({ name: "clip.mp4", type: "video/mp4" });
    expect(await sent(PNG, "photo.PNG")).toMatchObject({ name: "photo.PNG", type: "image/png" });
  });

  it.each([
    ["an SVG called PNG", SVG, "cat.png"],
    ["an SVG with an XML head", Buffer.concat([Buffer.from('<?xml version="1.0"?>'), SVG]), "cat.png"],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "cat.png"],
    ["a script", Buffer.from("alert(1)"), "cat.png"],
    ["a program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]), "cat.png"],
    ["a packed bomb", gzipSync(Buffer.alloc(5_000_000)), "cat.png"],
    ["a zip", Buffer.concat([Buffer.from("504b0304140000000800", "hex"), deflateSync(Buffer.alloc(2_000_000))]), "cat.zip"],
    ["random bytes", Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7919) % 251)), "cat.png"],
  ])("refuse %s by content", async (_name, bytes, name) => {
    visit = await desk.visit("tea");
    const answer = await send(bytes, name);
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ field: "file", remedy: expect.stringContaining("image/png") });
    expect(await db.prisma.upload.count({ where: { visitorId: visit.visitor.id } })).toBe(0);
  });

  it("refuse an empty one, one over the limit, and bodies that are no upload", async () => {
    visit = await desk.visit("tea");
    const answers = [
      await send(Buffer.alloc(0), "empty.png"),
      await send(pngOf(Buffer.alloc(11_000_000)), "huge.png"),
      await send(PNG, "cat.png", { field: "avatar" }),
      await server.post(FILES, { file: "cat" }, bearer(visit.token)),
      await server.post(FILES, "--x\r\nbroken", { ...bearer(visit.token), "content-type": "multipart/form-data; boundary=x" }),
      await server.post(FILES, "", { ...bearer(visit.token), "content-type": "multipart/form-data" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 413, 400, 415, 400, 400]);
    for (const answer of answers)
      expect(await answer.json()).toMatchObject({ field: expect.any(String), remedy: expect.any(String) });
  });

  it("are refused over the limit also when the body does not say its length", async () => {
    visit = await desk.visit("tea");
    const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`;
    const body = new ReadableStream({
      start: (controller) => {
        for (const part of [Buffer.from(head), pngOf(Buffer.alloc(11_000_000)), Buffer.from("\r\n--x--\r\n")])
          controller.enqueue(part);
        controller.close();
      },
    });
    const headers = { ...bearer(visit.token), "content-type": "multipart/form-data; boundary=x" };
    const answer = await fetch(server.base + FILES, { method: "POST", body, headers, duplex: "half" } as RequestInit);
    expect(answer.status).toBe(413);
  });

  it("take no more than one file and no other fields", async () => {
    visit = await desk.visit("tea");
    const two = new FormData();
    two.append("file", new Blob([new Uint8Array(PNG)]), "a.png");
    two.append("file", new Blob([new Uint8Array(PNG)]), "b.png");
    const more = new FormData();
    more.append("note", "x");
    more.append("file", new Blob([new Uint8Array(PNG)]), "a.png");
    for (const body of [two, more]) {
      const answer = await fetch(server.base + FILES, { method: "POST", body, headers: bearer(visit.token) });
      expect(answer.status).toBe(400);
    }
  });

  it.each([
    ["../../../etc/passwd.png", "passwd.png"],
    ["..\\..\\boot.ini", "boot.ini.png"],
    ["a\u202Egnp.exe", "agnp.exe.png"],
    ["shell\u200B.png", "shell.png"],
    ["<img onerror=x>.png", "img onerror=x.png"],
    [".htaccess", "htaccess.png"],
    ["???.png", "file.png"],
    ["字".repeat(300), `${"字".repeat(116)}.png`],
  ])("called %j are named %j", async (given, name) => {
    visit = await desk.visit("tea");
    expect(await sent(PNG, given)).toMatchObject({ name });
  });

  it("belong to one visitor: nobody else reads them or sends them on", async () => {
    visit = await desk.visit("tea");
    const kept = await sent(PNG, "mine.png");
    for (const other of [await desk.visit("tea"), await desk.visit("cups")]) {
      const read = await server.get(`${FILES}/${kept.id}`, bearer(other.token));
      const spoken = { clientId: "client-0001", text: "看", attachments: [kept.id] };
      const said = await server.post("/api/widget/messages", spoken, bearer(other.token));
      expect([read.status, said.status]).toEqual([404, 404]);
    }
    expect(spine.received).toEqual([]);
  });

  it("go with a message, which then needs no words", async () => {
    visit = await desk.visit("tea");
    const kept = await sent(PNG, "mine.png");
    const spoken = { clientId: "client-0002", text: "", attachments: [kept.id] };
    const said = await server.post("/api/widget/messages", spoken, bearer(visit.token));
    expect(said.status).toBe(202);
    expect(spine.received.at(-1)).toMatchObject({ type: "message", text: "", attachments: [kept] });
  });

  it("of a colleague can be read by the visitor who got them in a message, not by others, and not from remarks", async () => {
    visit = await desk.visit("tea");
    const other = await desk.visit("tea");
    const { storeId, id: visitorId, lane } = visit.visitor;
    const ids = [await sent(PNG, "given.png"), await sent(PNG, "internal.png")].map(({ id }) => id);
    await db.prisma.upload.updateMany({ where: { id: { in: ids } }, data: { visitorId: null, userId: "user-1" } });
    await db.prisma.conversation.create({
      data: {
        id: `v-${visitorId}`,
        storeId,
        laneId: lane,
        channel: "web",
        room: visitorId,
        personId: visitorId,
        status: "assigned",
        language: "zh-CN",
        openedAt: new Date(0),
        lastShopperAt: new Date(0),
      },
    });
    for (const [index, id] of ids.entries()) {
      const body = { text: "看", attachments: [{ id, name: "a.png", type: "image/png", bytes: PNG.length }] };
      const line = { seq: index + 1, id: `m-${id}`, author: "agent", epoch: 1, incomingId: `i-${id}`, createdAt: new Date(0) };
      const home = { laneId: lane, storeId, conversationId: `v-${visitorId}`, internal: index === 1 };
      await db.prisma.message.create({ data: { ...line, ...home, body } });
    }
    const statusOf = async (id: string | undefined, token: string) => (await server.get(`${FILES}/${id}`, bearer(token))).status;
    expect(await statusOf(ids[0], visit.token)).toBe(200);
    expect(await statusOf(ids[1], visit.token)).toBe(404);
    expect(await statusOf(ids[0], other.token)).toBe(404);
  });

  it("are limited in number; after an hour more may be sent", async () => {
    visit = await desk.visit("tea");
    for (let count = 0; count < 20; count += 1) await sent(PNG, "a.png");
    const refused = await send(PNG, "a.png");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("3600");
    expect(await refused.json()).toMatchObject({ detail: "Too many requests, try again in 3600 s.", retryAfter: 3600 });
    desk.pass(3_600_000);
    expect((await send(PNG, "a.png")).status).toBe(201);
  });
});

/** A PNG of one pixel, with bytes behind its end. */
function pngOf(behind: Buffer): Buffer {
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  return Buffer.concat([Buffer.from(png, "base64"), behind]);
}
