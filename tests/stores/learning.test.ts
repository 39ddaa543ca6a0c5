import { beforeAll, describe, expect, it } from "vitest";
import { storeId, type StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { MOST_GOLDEN } from "../../src/knowledge/rules/golden.ts";
import { listGolden, removeGolden, saveGolden } from "../../src/knowledge/store/golden.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import { createLog } from "../../src/infra/log.ts";
import { learnFromAll } from "../../src/learning/jobs.ts";
import { runLearning } from "../../src/learning/run.ts";
import { readRun } from "../../src/learning/store-runs.ts";
import { readTalks } from "../../src/learning/store.ts";
import { literalUnderstanding, literalWorkbench } from "../support/literal-understanding.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 0, 1);
const [OURS, THEIRS] = [storeId("ours"), storeId("theirs")];

describeOnEachDatabase("What learning reads and golden questions keep", (databases) => {
  let db: Database;
  beforeAll(async () => {
    db = await databases.open();
    for (const id of [OURS, THEIRS]) await db.prisma.store.create({ data: { id, key: id, name: id } });
  });

  describe("The conversations of a store", () => {
    const talked = async (store: StoreId, since: number): Promise<readonly string[]> => {
      const ids: string[] = [];
      for await (const { conversationId } of readTalks(db, { store, since })) ids.push(conversationId);
      return ids;
    };
    const conversation = (store: StoreId, n: number, openedAt: number) => ({
      id: `${store}-${String(n).padStart(3, "0")}`,
      storeId: store,
      laneId: `lane-${store}-${n}`,
      channel: "fake",
      room: "r",
      personId: `p${n}`,
      status: "closed",
      language: "zh-CN",
      openedAt: new Date(openedAt),
      lastShopperAt: new Date(openedAt),
    });

    it("are read whole, over pages and moments that many share, the newest first, and none of another store", async () => {
      // 450 conversations, many in the same millisecond: a page ends among them.
      const ours = Array.from({ length: 450 }, (_, n) => conversation(OURS, n, FIRST + Math.floor(n / 150) * DAY));
      await db.prisma.conversation.createMany({ data: [...ours, conversation(THEIRS, 1, FIRST + DAY)] });
      const all = await talked(OURS, FIRST);
      expect(new Set(all)).toEqual(new Set(ours.map(({ id }) => id)));
      expect([all.length, all[0], all.at(-1)]).toEqual([450, "ours-449", "ours-000"]);
      expect(await talked(THEIRS, FIRST)).toEqual(["theirs-001"]);
    });

    it("begin with the period", async () => {
      expect((await talked(OURS, FIRST + DAY)).length).toBe(300);
      expect((await talked(OURS, FIRST + 2 * DAY)).length).toBe(150);
      expect(await talked(OURS, FIRST + 2 * DAY + 1)).toEqual([]);
    });
  });

  describe("A run of learning", () => {
    const log = createLog("silent");
    const parts = (openTrial = literalUnderstanding) => ({
      database: db,
      workbench: literalWorkbench(openTrial),
      now: () => FIRST + 9 * DAY,
      log,
    });

    it("is noted with who began it, what was looked at and that it is over; the next takes its place", async () => {
      const begun: string[] = [];
      const actor = { at: FIRST, by: "u1", byName: "陈主管", from: "::1" };
      expect(await runLearning(parts(), { store: OURS, by: "陈主管", actor }, () => begun.push("begun"))).toBe("ended");
      expect(begun).toEqual(["begun"]);
      expect(await readRun(db, OURS)).toMatchObject({
        startedBy: "陈主管",
        finishedAt: FIRST + 9 * DAY,
        failed: false,
        conversations: 450,
      });
      expect(await db.prisma.auditEntry.count({ where: { act: "knowledge.learning-begun", storeId: OURS } })).toBe(1);
      await learnFromAll(parts());
      expect((await readRun(db, OURS))?.startedBy).toBe("Counterbell");
      expect((await readRun(db, THEIRS))?.conversations).toBe(1);
      expect(await db.prisma.auditEntry.count({ where: { act: "knowledge.learning-begun" } })).toBe(1);
    });

    it("is not begun while another one is under way, and leaves that one's note alone", async () => {
      const before = await readRun(db, OURS);
      const outcome = await db.ifAlone(`learn ${OURS}`, () => runLearning(parts(), { store: OURS, by: "小王" }));
      expect([outcome, await readRun(db, OURS)]).toEqual([{ type: "done", result: "busy" }, before]);
    });

    it("that fails is told as failed, and keeps no other store from being learned from", async () => {
      const broken = (): Understanding => ({
        ...literalUnderstanding(),
        learn: (store) => (store === OURS ? Promise.reject(new Error("broken")) : Promise.resolve()),
      });
      await learnFromAll(parts(broken));
      const [ours, theirs] = [await readRun(db, OURS), await readRun(db, THEIRS)];
      expect([ours?.failed, ours?.conversations, theirs?.failed]).toEqual([true, 450, false]);
    });
  });

  describe("Golden questions", () => {
    const save = (store: StoreId, ids: readonly string[], text = "包邮吗") =>
      saveGolden(db, { store, questions: ids.map((id) => ({ id, text, gold: ["none"] })), by: "陈主管", now: FIRST });
    const idsOf = async (store: StoreId) => (await listGolden(db, store)).map(({ id }) => id);

    it("are of one store: another's are neither read, changed nor removed", async () => {
      await save(THEIRS, ["a"], "他们的");
      expect(await save(OURS, ["a", "b"])).toEqual({ type: "saved", made: 2, changed: 0 });
      expect(await save(OURS, ["b", "c"], "满多少包邮")).toEqual({ type: "saved", made: 1, changed: 1 });
      expect((await listGolden(db, OURS)).map(({ id, text }) => [id, text])).toEqual([["a", "包邮吗"], ["b", "满多少包邮"], ["c", "满多少包邮"]]); // prettier-ignore
      expect(await removeGolden(db, { store: OURS, id: "a" })).toBe(true);
      expect(await removeGolden(db, { store: OURS, id: "a" })).toBe(false);
      expect(await listGolden(db, THEIRS)).toMatchObject([{ id: "a", text: "他们的", createdBy: "陈主管", createdAt: FIRST }]);
    });

    it("are never more than a store keeps, whoever comes at the same time", async () => {
      const halves = [0, 1, 2].map((part) => Array.from({ length: MOST_GOLDEN / 2 }, (_, n) => `p${part}-${n}`));
      await db.prisma.goldenQuestion.deleteMany({ where: { storeId: OURS } });
      const saved = await Promise.all(halves.map((half) => save(OURS, half)));
      expect(saved.map(({ type }) => type).sort()).toEqual(["saved", "saved", "too-many"]);
      expect((await idsOf(OURS)).length).toBe(MOST_GOLDEN);
    });
  });
});
