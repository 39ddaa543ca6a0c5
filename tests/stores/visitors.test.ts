import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { IDENTITY_SECRET, identityOf, openDesk, openShop } from "../support/shops.ts";
import { hearSigns, type SignHeard } from "../../src/visitors/signs.ts";
import { writeConversation, writeTalk, writeWaiting } from "../support/visitor-talks.ts";

const DAY_MS = 24 * 3_600_000;

describeOnEachDatabase("The visitors' desk", (database) => {
  let db: Database;

  beforeAll(async () => {
    db = await database.open();
    await db.prisma.store.create({ data: { id: "shared", key: "shared", name: "shared" } });
    await openShop(db, "tea", { quickChoices: [{ id: "a1", label: "发货时间" }] });
    await openShop(db, "cups", { identitySecret: IDENTITY_SECRET });
    await openShop(db, "club", { identitySecret: IDENTITY_SECRET, identityRequired: true });
    await openShop(db, "listed", { allowedOrigins: ["https://shop.example"] });
  });

  describe("opening a visit", () => {
    it("makes a visitor with a token that is stored only as its hash", async () => {
      const { visit } = openDesk(db);
      const { token, visitor, isNew, storefront } = await visit("tea");
      const row = await db.prisma.visitor.findUniqueOrThrow({ where: { id: visitor.id } });
      expect(isNew).toBe(true);
      expect(Buffer.from(token, "base64url")).toHaveLength(32);
      expect(Buffer.from(visitor.id, "base64url")).toHaveLength(16);
      expect(row.tokenHash).toBe(createHash("sha256").update(token).digest("hex"));
      expect(JSON.stringify(row)).not.toContain(token);
      expect(storefront).toMatchObject({
        key: "tea",
        quickChoices: [{ id: "a1", label: "发货时间" }],
        greeting: { en: "Hello!" },
      });
    });

    it("goes on with the visitor of a good token, in the language of the page", async () => {
      const { visit } = openDesk(db);
      const first = await visit("tea", { language: "en" });
      const second = await visit("tea", { token: first.token, language: "zh-TW" });
      expect(second).toMatchObject({ isNew: false, token: first.token, visitor: { id: first.visitor.id, language: "zh-TW" } });
    });

    it("makes a new visitor for a token of another store, an unknown one, and one that is no token", async () => {
      const { visit } = openDesk(db);
      const first = await visit("tea");
      for (const [key, token] of [
        ["cups", first.token],
        ["tea", "x".repeat(43)],
        ["tea", "'; DROP TABLE"],
      ] as const) {
        const other = await visit(key, { token });
        expect(other.isNew).toBe(true);
        expect(other.visitor.id).not.toBe(first.visitor.id);
      }
    });

    it("makes a new visitor when the identity is another one, a first one, or none any more", async () => {
      const { visit } = openDesk(db);
      const guest = await visit("cups");
      const anna = await visit("cups", { token: guest.token, identity: identityOf("anna") });
      const bert = await visit("cups", { token: anna.token, identity: identityOf("bert") });
      const nobody = await visit("cups", { token: bert.token });
      const again = await visit("cups", { token: anna.token, identity: identityOf("anna") });
      expect(new Set([guest, anna, bert, nobody].map(({ visitor }) => visitor.id)).size).toBe(4);
      expect(anna.visitor.person).toMatchObject({ id: anna.visitor.id, verifiedId: "anna", name: "顾客anna" });
      expect(again.visitor.id).toBe(anna.visitor.id);
    });

    it("refuses a wrong proof, proof where none is offered, none where it is demanded, and unknown stores", async () => {
      const { desk } = openDesk(db);
      const wrong = { ...identityOf("anna"), id: "bert" };
      expect(await desk.open({ storeKey: "cups", identity: wrong })).toEqual({ type: "refused", because: "identity-wrong" });
      expect(await desk.open({ storeKey: "tea", identity: identityOf("anna") })).toMatchObject({
        because: "identity-not-offered",
      });
      expect(await desk.open({ storeKey: "club" })).toMatchObject({ because: "identity-required" });
      expect(await desk.open({ storeKey: "nowhere" })).toMatchObject({ because: "unknown-store" });
      expect(await desk.open({ storeKey: "shared" })).toMatchObject({ because: "unknown-store" });
    });

    it("lets only the listed pages and our own in, where the store lists any", async () => {
      const { desk } = openDesk(db);
      const tried = async (origin: string | undefined) => (await desk.open({ storeKey: "listed", origin })).type;
      expect(await tried("https://shop.example")).toBe("opened");
      expect(await tried("http://desk.example:8040")).toBe("opened");
      expect(await tried("https://shop.example.evil.example")).toBe("refused");
      expect(await tried("http://shop.example")).toBe("refused");
      expect(await tried("null")).toBe("refused");
    });
  });

  describe("a token", () => {
    it("lasts 30 days from the last visit and no longer", async () => {
      const { desk, visit, pass } = openDesk(db);
      const { token } = await visit("tea");
      pass(29 * DAY_MS);
      expect((await desk.authenticate(token, undefined)).type).toBe("visitor");
      pass(29 * DAY_MS);
      expect((await desk.authenticate(token, undefined)).type).toBe("visitor");
      pass(31 * DAY_MS);
      expect((await desk.authenticate(token, undefined)).type).toBe("unknown");
      expect((await visit("tea", { token })).isNew).toBe(true);
    });

    it("does not outlive its end while it is remembered", async () => {
      const { desk, visit, pass } = openDesk(db);
      const { token, visitor } = await visit("tea");
      await db.prisma.visitor.update({ where: { id: visitor.id }, data: { expiresAt: new Date(visitor.expiresAt) } });
      pass(30 * DAY_MS - 60_000);
      const known = await desk.authenticate(token, undefined);
      expect(known.type).toBe("visitor");
      pass(30 * DAY_MS);
      expect((await desk.authenticate(token, undefined)).type).toBe("unknown");
    });

    it("is looked up in the database once, not with every request", async () => {
      const { desk, visit } = openDesk(db);
      const { token, visitor } = await visit("tea");
      await db.prisma.visitor.delete({ where: { id: visitor.id } });
      for (let count = 0; count < 50; count += 1) expect((await desk.authenticate(token, undefined)).type).toBe("visitor");
    });

    it("of nobody is unknown, whatever it looks like", async () => {
      const { desk } = openDesk(db);
      for (const token of ["", "x".repeat(43), "x".repeat(5_000), "\u0000", "é".repeat(43)])
        expect((await desk.authenticate(token, undefined)).type).toBe("unknown");
    });

    it("may speak only when proven, as soon as the store demands proof", async () => {
      const { desk, visit, pass } = openDesk(db);
      await openShop(db, `turning-${database.kind}`, { identitySecret: IDENTITY_SECRET });
      const guest = await visit(`turning-${database.kind}`);
      const anna = await visit(`turning-${database.kind}`, { identity: identityOf("anna") });
      expect(await desk.authenticate(guest.token, undefined)).toMatchObject({ maySpeak: true });
      await db.prisma.store.update({ where: { key: `turning-${database.kind}` }, data: { identityRequired: true } });
      pass(6_000);
      expect(await desk.authenticate(guest.token, undefined)).toMatchObject({ maySpeak: false });
      expect(await desk.authenticate(anna.token, undefined)).toMatchObject({ maySpeak: true });
    });

    it("is refused to pages that the store does not list", async () => {
      const { desk, visit } = openDesk(db);
      const { token } = await visit("listed", { origin: "https://shop.example" });
      expect((await desk.authenticate(token, "https://evil.example")).type).toBe("foreign-origin");
      expect((await desk.authenticate(token, "https://shop.example")).type).toBe("visitor");
    });
  });

  describe("what was said", () => {
    it("is told after a number, without remarks for colleagues, and says where to go on", async () => {
      const { desk, visit } = openDesk(db);
      const { visitor } = await visit("tea");
      await writeTalk(db, visitor, [
        { text: "一" },
        { text: "内部", internal: true },
        { text: "三" },
        { text: "四", internal: true },
      ]);
      const all = await desk.history(visitor, 0, 100);
      expect(all.messages.map(({ seq, body }) => [seq, body.text])).toEqual([
        [1, "一"],
        [3, "三"],
      ]);
      expect(all).toMatchObject({ through: 4, isMore: false });
      expect(await desk.history(visitor, 0, 1)).toMatchObject({ messages: [{ seq: 1 }], through: 1, isMore: true });
      expect(await desk.history(visitor, 3, 100)).toMatchObject({ messages: [], through: 4, isMore: false });
    });

    it("is told with how far the shopper has it, to those who answer, never beyond what was said and never back", async () => {
      const { desk, visit } = openDesk(db);
      const { visitor } = await visit("tea");
      const heard: SignHeard[] = [];
      const stop = await hearSigns(db, (sign) => void heard.push(sign));
      const marks = async () => {
        const { gotSeq, readSeq } = await db.prisma.visitor.findUniqueOrThrow({ where: { id: visitor.id } });
        return [gotSeq, readSeq];
      };
      await writeTalk(db, visitor, [{ text: "一" }, { text: "二" }, { text: "三" }]);
      await desk.sign(visitor, { isTyping: true, got: 3, read: 3 });
      // The bot has it: there is nobody to tell.
      expect(await marks()).toEqual([0, 0]);
      await db.prisma.conversation.updateMany({ where: { laneId: visitor.lane }, data: { status: "assigned" } });
      await desk.sign(visitor, { isTyping: true, got: 2, read: 1 });
      await desk.sign(visitor, { isTyping: false, got: 99, read: 0 });
      expect(await marks()).toEqual([3, 1]);
      const conversationId = `${visitor.id}-talk`;
      await expect
        .poll(() => heard)
        .toEqual([
          { storeId: visitor.storeId, conversationId, isTyping: true, got: 2, read: 1 },
          { storeId: visitor.storeId, conversationId, isTyping: false, got: 3, read: 1 },
        ]);
      await stop();
    });

    it("is nothing for a visitor who never spoke, and never another visitor's or another store's", async () => {
      const { desk, visit } = openDesk(db);
      const { visitor } = await visit("tea");
      const other = await visit("tea");
      const foreign = await visit("cups");
      await writeTalk(db, visitor, [{ text: "一" }]);
      for (const who of [other.visitor, foreign.visitor, { ...foreign.visitor, lane: visitor.lane }]) {
        expect(await desk.history(who, 0, 100)).toEqual({ messages: [], through: 0, isMore: false });
        expect((await desk.state(who)).status).toBe("none");
      }
    });

    it("keeps source, choices, files and author of a line", async () => {
      const { desk, visit } = openDesk(db);
      const { visitor } = await visit("tea");
      const body = {
        text: "七天内可退",
        source: { articleId: "a1", title: "七天无理由", phase: "aftersale" },
        choices: [{ id: "human", label: "人工客服" }],
        attachments: [{ id: "f1", name: "图.png", type: "image/png", bytes: 3 }],
        asksRating: true,
      };
      await writeTalk(db, visitor, [{ text: "", body, author: "agent" }]);
      const { messages } = await desk.history(visitor, 0, 10);
      expect(messages[0]).toMatchObject({ body, author: { type: "agent", id: "agent-1", name: "小林" }, internal: false });
    });
  });

  describe("how a talk stands", () => {
    it("is told of the open conversation, else of the last one", async () => {
      const { desk, visit } = openDesk(db);
      const { visitor } = await visit("tea");
      await writeConversation(db, visitor, { id: "old", status: "closed", openedAt: 1, rating: 4 });
      expect(await desk.state(visitor)).toEqual({ status: "closed", agentName: "小林", timezone: "Asia/Shanghai", rating: 4 });
      await writeConversation(db, visitor, { id: "open", status: "assigned", openedAt: 2 });
      await writeConversation(db, visitor, { id: "later", status: "closed", openedAt: 3 });
      expect(await desk.state(visitor)).toMatchObject({ status: "assigned", agentName: "小林" });
    });

    it("tells the place among those who wait for the same store, by priority and then by time", async () => {
      const { desk, visit } = openDesk(db);
      const key = `queue-${database.kind}`;
      await openShop(db, key);
      await openShop(db, `${key}-other`);
      const [first, urgent, last] = [(await visit(key)).visitor, (await visit(key)).visitor, (await visit(key)).visitor];
      const foreign = (await visit(`${key}-other`)).visitor;
      await writeWaiting(db, first, { priority: 1, since: 10 });
      await writeWaiting(db, last, { priority: 1, since: 20 });
      await writeWaiting(db, urgent, { priority: 5, since: 30 });
      await writeWaiting(db, foreign, { priority: 9, since: 1 });
      const positions = await Promise.all([first, urgent, last, foreign].map(async (who) => (await desk.state(who)).position));
      expect(positions).toEqual([2, 1, 3, 1]);
      expect(await desk.state(last)).toMatchObject({ status: "queued", wait: { fromMinutes: 3, toMinutes: 6 } });
    });

    it("tells when somebody will be there, and then no waiting time", async () => {
      const { desk, visit } = openDesk(db);
      const { visitor } = await visit("cups");
      const promisedAt = Date.parse("2026-10-02T01:00:00Z");
      await writeWaiting(db, visitor, { priority: 1, since: 10, promisedAt });
      expect(await desk.state(visitor)).toMatchObject({ status: "queued", promisedAt, wait: undefined });
    });
  });
});
