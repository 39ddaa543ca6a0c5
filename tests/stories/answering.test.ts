import { afterAll, beforeAll, expect, it } from "vitest";
import { relearnAnswering } from "../../src/answering/jobs.ts";
import { saveSetting, readKeptSetting } from "../../src/answering/store/settings.ts";
import { collectEvidence } from "../../src/answering/evidence.ts";
import { storeId, type StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { saveGolden } from "../../src/knowledge/store/golden.ts";
import { createLog } from "../../src/infra/log.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openLearningWorld, type LearningWorld } from "../support/learning-world.ts";

describeOnEachDatabase("When the bot answers itself", (databases) => {
  let db: Database;
  let world: LearningWorld;
  beforeAll(async () => {
    db = await databases.open();
    world = await openLearningWorld(db);
  });
  afterAll(() => world.stop());

  const parts = () => ({ database: db, workbench: world.workbench, now: world.world.clock.now });
  const evidence = async (store: StoreId, workbench = world.workbench) => {
    const collected = await collectEvidence({ ...parts(), workbench }, store);
    if (collected.type === "busy") throw new Error("somebody else is asking");
    return collected.result;
  };
  const labelled = async (store: StoreId) =>
    (await evidence(store)).labelled.map(({ source, text, golds }) => [source, text, golds.join()]);
  const relearn = (log = createLog("silent")) => relearnAnswering({ ...parts(), log });
  const set = (store: StoreId, setting: object) =>
    saveSetting(db, { store, change: "set", setting, at: world.world.clock.now(), by: "test" });

  it(
    "conversations show what was right: thanks, the same again, an agent's answer; names are masked",
    { timeout: 60_000 },
    async () => {
      const { store, ask, wishHuman, settle } = await world.open("labels");
      await ask("ann", "什么时候发货");
      await ask("ann", "谢谢");
      await ask("bob", "能开票吗");
      await wishHuman("bob");
      await settle("cyd", "蓝色款年底前还会补货吗，我电话13812345678", "亲，每天 16 点前付款的当天发出。");
      await ask("dan", "怎么退货");
      const found = await labelled(store);
      expect(found).toContainEqual(["turn", "什么时候发货", "ship"]);
      expect(found).toContainEqual(["turn", "能开票吗", "handover"]);
      expect(found.some(([, text]) => text?.includes("13812345678"))).toBe(false);
      expect(found.some(([, text]) => text === "怎么退货")).toBe(false);
    },
  );

  it("a setting decides the next message, and what was decided before is decided so again", { timeout: 60_000 }, async () => {
    const { store, ask } = await world.open("set");
    expect(await ask("ann", "多久能发货呀")).toBe("desk/answer");
    await set(store, { answer: 0.99, askBack: 0.01, lead: 0.1, inScope: 0.15, calibration: { slope: 1, shift: -5 } });
    expect(await ask("bob", "多久能发货呀")).toBe("desk/ask-back");
    await set(store, {});
    for (const { id } of await db.prisma.conversation.findMany({ where: { storeId: store } })) {
      const { code } = await world.terminal("replay", [id]);
      expect(code).toBe(0);
    }
  });

  it(
    "is learned by night from 200 labelled questions, once, and not again after somebody took it back",
    { timeout: 120_000 },
    async () => {
      const { store } = await world.open("nightly");
      const other = (await world.open("chosen")).store;
      await set(other, { answer: 0.6 });
      const texts = ["什么时候发货", "可以开发票吗", "杯子可以放洗碗机吗", "怎么退货"];
      const gold = ["ship", "invoice", "wash", "return"];
      const questions = Array.from({ length: 210 }, (_, at) => ({
        id: `q${at}`,
        text: `${texts[at % 4] ?? ""}${"呀哦呢啊"[at % 4] ?? ""}`,
        gold: [at % 12 === 0 ? "handover" : (gold[at % 4] ?? "")],
      }));
      const kept = { questions, by: "test", now: 0 };
      for (const one of [store, other]) await saveGolden(db, { ...kept, store: one });
      const changed = await relearn();
      expect(changed).toContain(store);
      expect(changed).not.toContain(other);
      const { setting, history } = await readKeptSetting(db, store);
      const { confidenceModel } = world.workbench;
      expect(setting).toMatchObject({ style: "balanced", learnedFrom: { type: "store", labels: 210, confidenceModel } });
      expect(setting.calibration).toBeDefined();
      expect(history[0]).toMatchObject({ change: "learned", by: "Counterbell", before: {} });
      expect(await relearn()).not.toContain(store);
      await saveSetting(db, { store, change: "restore", setting: {}, at: 0, by: "test" });
      expect(await relearn()).not.toContain(store);
    },
  );

  it("turns that another fit of the confidences read, or one without a name, are counted but not used", async () => {
    const { store, ask } = await world.open("older");
    await ask("ann", "什么时候发货");
    await ask("ann", "谢谢");
    expect(await evidence(store)).toMatchObject({ labelled: [{ text: "什么时候发货" }], olderTurns: 0, leftOut: [] });
    const later = await evidence(store, { ...world.workbench, confidenceModel: "later" });
    expect(later).toMatchObject({ labelled: [], olderTurns: 1 });
    expect(later.leftOut.length).toBeGreaterThan(0);
    await db.pool.query(`UPDATE "Decision" SET "facts" = "facts" #- '{reading,confidenceModel}' WHERE "storeId" = $1`, [store]);
    expect(await evidence(store)).toMatchObject({ labelled: [], olderTurns: 1 });
  });

  it(
    "by night a store that cannot be read keeps no other from being learned, and is named in the log",
    { timeout: 60_000 },
    async () => {
      const [bad, torn, good] = [await world.open("a-bad"), await world.open("a-torn"), await world.open("z-good")];
      await torn.ask("ann", "什么时候发货");
      await torn.ask("ann", "谢谢");
      await db.prisma.store.update({ where: { id: bad.store }, data: { thresholds: { answer: "much" } } });
      await db.pool.query(`UPDATE "Decision" SET "facts" = "facts" #- '{reading,candidates}' WHERE "storeId" = $1`, [torn.store]);
      const gold = ["ship"];
      const questions = Array.from({ length: 200 }, (_, at) => ({ id: `q${at}`, text: "什么时候发货", gold }));
      await saveGolden(db, { store: good.store, questions, by: "test", now: 0 });
      const lines: string[] = [];
      expect(await relearn(createLog("info", { write: (line) => void lines.push(line) }))).toEqual([good.store]);
      expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
        { store: torn.store, msg: "store's turns left out of those of all stores" },
        { store: bad.store, msg: "store's answering not learned" },
        { store: torn.store, msg: "store's answering not learned" },
      ]);
    },
  );

  it("is printed in the terminal, and set there", { timeout: 60_000 }, async () => {
    await world.open("printed");
    const shown = await world.terminal("thresholds", ["key-printed"]);
    expect(shown.code).toBe(0);
    expect(shown.lines[0]).toBe(
      "现在 · now: 均衡 balanced（直接回答 answer 0.35，反问 ask back 0.25，领先 lead 0.1，相关 in scope 0.3）",
    );
    expect(shown.lines.join("\n")).toMatch(/比真实顾客的问题难/);
    expect((await world.terminal("thresholds", ["key-printed"], { set: "cautious", by: "ops" })).lines.at(-1)).toMatch(
      /设置 set {2}均衡 balanced 0.35 → 谨慎 cautious 0.54 {2}ops$/,
    );
    expect((await readKeptSetting(db, storeId("printed"))).setting.style).toBe("cautious");
    const json = await world.terminal("thresholds", ["key-printed"], { json: "yes" });
    expect(JSON.parse(json.lines[0] ?? "")).toMatchObject({ setting: { style: "cautious" }, version: 1 });
    expect(await world.terminal("thresholds", ["key-printed"], { set: "reckless" })).toMatchObject({ code: 1 });
    expect((await world.terminal("thresholds", ["nowhere"])).lines[0]).toMatch(/没有店铺“nowhere”/);
  });
});
