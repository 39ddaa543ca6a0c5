import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { createFiles, type Files } from "../../src/infra/files.ts";
import { tidyUp } from "../../src/infra/housekeeping.ts";
import { dropUnnamedSnapshots } from "../../src/pipeline/jobs.ts";
import { dropUnsentUploads } from "../../src/visitors/jobs.ts";
import { createUploads, type Uploads } from "../../src/visitors/uploads.ts";
import { describeOnEachDatabase, type DatabaseForTest } from "../support/databases.ts";
import { openShop } from "../support/shops.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.parse("2026-11-20T12:00:00+08:00");
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describeOnEachDatabase("Every night", (databases: DatabaseForTest) => {
  let db: Database;
  let store: StoreId;
  let files: Files;
  let uploads: Uploads;
  let folder: string;
  let now = NOON;

  beforeAll(async () => {
    db = await databases.open();
    store = await openShop(db, "tea");
    folder = mkdtempSync(join(tmpdir(), "counterbell-housekeeping-"));
    files = createFiles(db, folder);
    uploads = createUploads({ database: db, files, now: () => now });
    await db.prisma.lane.create({ data: { id: "lane", storeId: store } });
    await db.prisma.conversation.create({
      data: { id: "v", storeId: store, laneId: "lane", channel: "web", room: "r", personId: "p", status: "bot", language: "zh-CN", openedAt: new Date(NOON), lastShopperAt: new Date(NOON) }, // prettier-ignore
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const owner = { userId: "u" };
  let count = 0;

  async function upload(at: number): Promise<string> {
    now = at;
    const kept = await uploads.keep({ storeId: store, ...owner }, { name: "a.png", bytes: PNG });
    if (kept.type !== "kept") throw new Error(`the test's file was not kept: ${kept.type}`);
    return kept.attachment.id;
  }

  const isThere = async (id: string): Promise<readonly boolean[]> => [
    (await uploads.find(store, id)) !== undefined,
    (await files.read(id)) !== undefined,
  ];

  async function say(id: string): Promise<void> {
    count += 1;
    await db.prisma.message.create({
      data: { laneId: "lane", seq: count, id: `m${count}`, storeId: store, conversationId: "v", author: "shopper", body: { text: "看图", attachments: [{ id }] }, epoch: 0, incomingId: `i${count}`, createdAt: new Date(NOON) }, // prettier-ignore
    });
  }

  async function receive(id: string, state: { readonly parkedAt?: Date; readonly handledAt?: Date }): Promise<void> {
    count += 1;
    await db.prisma.incoming.create({
      data: { id: `i${count}`, laneId: "lane", storeId: store, fingerprint: "f", payload: { type: "message-received", attachments: [{ id }] }, receivedAt: new Date(NOON), ...state }, // prettier-ignore
    });
  }

  const drop = (at: number): Promise<number> => dropUnsentUploads({ db, files, now: at });

  describe("a file that was chosen and never sent", () => {
    it("goes after a day, row and bytes", async () => {
      const id = await upload(NOON);
      expect(await drop(NOON + DAY)).toBe(0);
      expect(await isThere(id)).toEqual([true, true]);
      expect(await drop(NOON + DAY + 1)).toBe(1);
      expect(await isThere(id)).toEqual([false, false]);
      expect(await uploads.attachments({ storeId: store, ...owner }, [id])).toBeUndefined();
    });

    it("goes also when only an act that was refused named it", async () => {
      const id = await upload(NOON);
      await receive(id, { handledAt: new Date(NOON) });
      await drop(NOON + 2 * DAY);
      expect(await isThere(id)).toEqual([false, false]);
    });

    it("stays when its bytes cannot be deleted, and is tried again", async () => {
      const id = await upload(NOON);
      const broken = { ...files, remove: () => Promise.reject(new Error("EACCES")) };
      await expect(dropUnsentUploads({ db, files: broken, now: NOON + 2 * DAY })).rejects.toThrow("EACCES");
      expect(await isThere(id)).toEqual([true, true]);
      expect(await drop(NOON + 2 * DAY)).toBe(1);
    });

    it("goes with hundreds of others", async () => {
      const ids = [];
      for (let n = 0; n < 120; n += 1) ids.push(await upload(NOON));
      expect(await drop(NOON + 2 * DAY)).toBe(120);
      expect(await isThere(ids[0] ?? "")).toEqual([false, false]);
    });
  });

  describe("a file that a message names", () => {
    it.each([
      ["said", (id: string) => say(id)],
      ["stored and not handled yet", (id: string) => receive(id, {})],
      ["parked", (id: string) => receive(id, { parkedAt: new Date(NOON) })],
    ])("stays for ever: %s", async (_state, name) => {
      const id = await upload(NOON);
      await name(id);
      await drop(NOON + 400 * DAY);
      expect(await isThere(id)).toEqual([true, true]);
    });

    it("stays when it is named a moment before the night's work, though the message is stored after it", async () => {
      const id = await upload(NOON);
      now = NOON + DAY - HOUR;
      expect(await uploads.attachments({ storeId: store, ...owner }, [id])).toHaveLength(1);
      await drop(NOON + DAY + HOUR);
      await say(id);
      expect(await isThere(id)).toEqual([true, true]);
    });

    it("does not make a young file older or younger", async () => {
      const id = await upload(NOON);
      now = NOON + HOUR;
      await uploads.attachments({ storeId: store, ...owner }, [id]);
      expect((await db.prisma.upload.findUniqueOrThrow({ where: { id } })).createdAt.getTime()).toBe(NOON);
    });

    it("has its bytes whenever naming it was allowed, however many name and tidy at the same moment", async () => {
      const ids = [];
      for (let n = 0; n < 40; n += 1) ids.push(await upload(NOON));
      now = NOON + DAY + 1;
      const naming = ids.map(async (id, n) => {
        // Some before, some while, some after.
        if (n % 3 === 0) await files.read(id);
        const named = await uploads.attachments({ storeId: store, ...owner }, [id]);
        if (named !== undefined) await say(id);
        return named !== undefined;
      });
      const [named] = await Promise.all([Promise.all(naming), drop(now), drop(now), drop(now)]);
      await drop(now + 2 * DAY);
      const there = await Promise.all(ids.map(isThere));
      expect(there).toEqual(named.map((isNamed) => [isNamed, isNamed]));
    });
  });

  describe("a snapshot", () => {
    it("goes when no decision names it, it is older than a day and another was prepared since", async () => {
      await snapshot("old", { storeId: "s" }, NOON - 2 * DAY);
      await snapshot("named-policy", { storeId: "s" }, NOON - 2 * DAY);
      await snapshot("old-roster", { agents: [] }, NOON - 2 * DAY);
      await snapshot("named-roster", { agents: [] }, NOON - 2 * DAY);
      await decide("d1", { type: "contact", policy: "named-policy" });
      await decide("d2", { type: "desk", roster: "named-roster" });
      await snapshot("young", { storeId: "s" }, NOON - DAY + HOUR);
      await snapshot("newest", { storeId: "s" }, NOON - 2 * HOUR);
      await snapshot("newest-roster", { agents: [] }, NOON - 2 * HOUR);
      expect(await dropUnnamedSnapshots(db, NOON)).toBe(2);
      expect(await snapshots()).toEqual(["named-policy", "named-roster", "newest", "newest-roster", "young"]);
    });

    it("stays, however old, while it is the newest of its store: a process may hold it and decide on it any time", async () => {
      await snapshot("lonely", { storeId: "quiet" }, NOON - 400 * DAY);
      await dropUnnamedSnapshots(db, NOON);
      expect(await snapshots()).toContain("lonely");
    });

    it("stays while decisions made on it may be under way, for an hour after the next was prepared", async () => {
      await snapshot("before", { storeId: "busy" }, NOON - 2 * DAY);
      await snapshot("after", { storeId: "busy" }, NOON - HOUR + 1);
      await dropUnnamedSnapshots(db, NOON);
      expect(await snapshots()).toContain("before");
      await dropUnnamedSnapshots(db, NOON + 2);
      expect(await snapshots()).not.toContain("before");
    });

    const snapshot = (id: string, content: object, at: number) =>
      db.prisma.snapshot.create({ data: { id, content, createdAt: new Date(at) } });
    const snapshots = async () => (await db.prisma.snapshot.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
    const decide = (incomingId: string, facts: object) =>
      db.prisma.decision.create({
        data: { incomingId, laneId: "lane", at: new Date(NOON), rule: "r", facts, effects: [], reasons: [] },
      });
  });

  it("invitations and tokens go a month after they ran out, steps of a sign-in at once", async () => {
    const ranOut = (days: number) => new Date(NOON - days * DAY);
    const made = { createdAt: ranOut(90), role: "agent", createdBy: "u", createdByName: "u" };
    await db.prisma.user.create({ data: { id: "u-token", name: "u", email: "token@example.com" } });
    for (const [id, expiresAt] of [
      ["old", ranOut(31)],
      ["late", ranOut(29)],
    ] as const) {
      await db.prisma.invitation.create({ data: { ...made, id, tokenHash: id, email: `${id}@example.com`, expiresAt } });
      const token = { id, userId: "u-token", name: id, tokenHash: id, scope: "read" };
      await db.prisma.apiToken.create({ data: { ...token, createdAt: ranOut(90), expiresAt } });
    }
    await db.prisma.verification.create({ data: { id: "step", identifier: "2fa-x", value: "u", expiresAt: ranOut(1) } });
    await tidyUp(db, NOON);
    expect((await db.prisma.invitation.findMany()).map(({ id }) => id)).toEqual(["late"]);
    expect((await db.prisma.apiToken.findMany()).map(({ id }) => id)).toEqual(["late"]);
    expect(await db.prisma.verification.count()).toBe(0);
  });

  it("counts of tries that ran out go, and visits that left nothing but an unsent file", async () => {
    await db.prisma.signInTry.createMany({
      data: [
        { key: "over", tries: 1, until: new Date(NOON - 1) },
        { key: "counting", tries: 1, until: new Date(NOON + 1) },
      ],
    });
    await visitor("left-nothing");
    await visitor("sent-a-file");
    await db.prisma.upload.createMany({
      data: [
        { id: "1".repeat(32), storeId: store, visitorId: "left-nothing", name: "a", type: "image/png", bytes: 1, createdAt: new Date(NOON - 2 * DAY) }, // prettier-ignore
        { id: "2".repeat(32), storeId: store, visitorId: "sent-a-file", name: "a", type: "image/png", bytes: 1, createdAt: new Date(NOON - 2 * DAY) }, // prettier-ignore
      ],
    });
    await say("2".repeat(32));
    await drop(NOON);
    await tidyUp(db, NOON);
    expect((await db.prisma.signInTry.findMany()).map(({ key }) => key)).toEqual(["counting"]);
    expect((await db.prisma.visitor.findMany()).map(({ id }) => id)).toEqual(["sent-a-file"]);
  });

  const visitor = (id: string) =>
    db.prisma.visitor.create({
      data: { id, storeId: store, tokenHash: id, language: "zh-CN", createdAt: new Date(NOON), lastSeenAt: new Date(NOON), expiresAt: new Date(NOON - 1) }, // prettier-ignore
    });
});
