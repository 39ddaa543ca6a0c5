import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleId, proposalId, type StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { acceptGuarded } from "../../src/knowledge/guarded-accept.ts";
import { planUndo } from "../../src/knowledge/rules/plan.ts";
import { changeArticle } from "../../src/knowledge/store/changes.ts";
import { closeProposal } from "../../src/knowledge/store/decisions.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openLearningWorld, type LearningWorld } from "../support/learning-world.ts";

const ENGRAVE = "可以刻字的，下单时在备注里写要刻的内容，最多八个字";
const BY = { id: "u1", name: "陈主管" };

describeOnEachDatabase("What a store's conversations teach", (databases) => {
  let db: Database;
  let world: LearningWorld;
  const files = mkdtempSync(join(tmpdir(), "counterbell-learn-"));
  beforeAll(async () => {
    db = await databases.open();
    world = await openLearningWorld(db);
  });
  afterAll(async () => {
    await world.stop();
    rmSync(files, { recursive: true, force: true });
  });

  const learn = (store: StoreId, options: Readonly<Record<string, string>> = {}) =>
    world.terminal("learn", [`key-${store}`], options);
  const learned = async (store: StoreId, options: Readonly<Record<string, string>> = {}) => {
    const { code, lines } = await learn(store, { json: "yes", ...options });
    expect(code).toBe(0);
    return JSON.parse(lines[0] ?? "") as {
      questions: number;
      proposed: readonly Made[];
      left: readonly { because: string; texts: readonly string[] }[];
      unhelped: readonly object[];
    };
  };
  const proposals = (store: StoreId) => db.prisma.proposal.findMany({ where: { storeId: store }, orderBy: { id: "asc" } });
  const accept = async (store: StoreId, id: string) => {
    const { workbench, world: running } = world;
    const parts = { database: db, openTrial: workbench.openTrial, now: running.clock.now };
    const request = { store, id: proposalId(id), now: running.clock.now(), by: BY, signature: BY.name };
    const done = await acceptGuarded(parts, request);
    running.spine.forgetStore(store);
    return done;
  };
  const golden = (store: StoreId, lines: readonly object[]) => {
    const file = join(files, `${store}.jsonl`);
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
    return world.terminal("golden", [`key-${store}`], { import: file });
  };

  it("becomes an article that answers the next shopper, can be undone, and is proposed once", { timeout: 60_000 }, async () => {
    const { store, settle, ask } = await world.open("engraved");
    await settle("ann", "能刻字吗", "亲，稍等", ENGRAVE);
    await settle("bob", "可以刻名字吗，我电话13812345678", ENGRAVE);
    await settle("cat", "支持刻字不", "可以的");
    const { proposed } = await learned(store);
    expect(proposed).toMatchObject([{ made: "made", kind: "new-article", shoppers: 3, words: { answer: ENGRAVE } }]);
    const [kept] = await proposals(store);
    expect(kept).toMatchObject({
      origin: "learned",
      status: "open",
      createdByName: "Counterbell",
      note: expect.stringContaining("3 位顾客问过，客服答过 2 位"),
    });
    expect(JSON.stringify(kept)).not.toContain("13812345678");
    expect(kept?.evidence).toHaveLength(3);
    expect(await learned(store)).toMatchObject({ proposed: [], left: [{ because: "waits" }] });
    expect(await ask("dan", "杯子上能刻字吗")).not.toBe("desk/answer");

    expect(await accept(store, kept?.id ?? "")).toMatchObject({ type: "answered", outcome: { type: "done" } });
    expect(await ask("eve", "能刻字吗")).toBe("desk/answer");
    const at = { store, id: articleId((await proposals(store))[0]?.articleId ?? "") };
    expect(await learned(store)).toMatchObject({ proposed: [] });
    expect((await changeArticle(db, at, (facts) => planUndo(facts, 1, { by: "陈主管", now: 0 }))).type).toBe("write");
    world.world.spine.forgetStore(store);
    expect(await ask("fay", "能刻字吗")).not.toBe("desk/answer");
    expect(await learned(store)).toMatchObject({ proposed: [], left: [{ because: "decided-before" }] });
  });

  it(
    "becomes phrasings of the article that shoppers chose, but not those a supervisor refused",
    { timeout: 60_000 },
    async () => {
      const { store, ask } = await world.open("chosen");
      // Asks back whatever comes: what it would be sure of is of no matter here.
      await db.prisma.store.update({ where: { id: store }, data: { thresholds: { answer: 1, askBack: 0.01, inScope: 0 } } });
      world.world.spine.forgetStore(store);
      const asked = "杯子能丢进洗碗机里洗不";
      expect(await ask("ann", asked)).toBe("desk/ask-back");
      await ask("ann", "", "wash");
      expect(await learned(store)).toMatchObject({ proposed: [{ kind: "phrasings", articleId: "wash", phrasings: [asked] }] });
      const [kept] = await proposals(store);
      await closeProposal(db, { store, id: proposalId(kept?.id ?? ""), now: 0, by: BY, note: "不是一回事", as: "refuse" });
      expect(await learned(store)).toMatchObject({ proposed: [], left: [{ because: "decided-before" }] });
      expect(await proposals(store)).toHaveLength(1);
    },
  );

  it("is refused when more of the store's golden questions would break than mend", { timeout: 60_000 }, async () => {
    const { store, settle } = await world.open("golden");
    const gold = [
      { id: "g1", text: "能刻字吗", gold: "handover" },
      { id: "g2", text: "支持刻字不", gold: "handover" },
      { id: "g3", text: "多久发货", gold: ["ship"] },
    ];
    expect(await golden(store, gold)).toEqual({ code: 0, lines: ["新增 3，覆盖 0 · added 3, replaced 0"] });
    await settle("ann", "能刻字吗", ENGRAVE);
    await settle("bob", "支持刻字不", ENGRAVE);
    await learned(store);
    const [kept] = await proposals(store);
    const refused = await accept(store, kept?.id ?? "");
    expect(refused).toMatchObject({ type: "breaks", report: { total: 3, breaks: [{ id: "g1" }, { id: "g2" }], mends: [] } });
    expect(await proposals(store)).toMatchObject([{ status: "open" }]);
    expect(await db.prisma.article.count({ where: { storeId: store } })).toBe(4);
    await db.prisma.goldenQuestion.deleteMany({ where: { storeId: store, id: { in: ["g1", "g2"] } } });
    expect(await accept(store, kept?.id ?? "")).toMatchObject({ type: "answered", report: { total: 1, breaks: [] } });
  });

  it("names the intents that a new article would be linked to", { timeout: 60_000 }, async () => {
    const { store, settle } = await world.open("intents");
    const answer = "支持花呗分期，三期免息，付款时选分期就行";
    await settle("ann", "能用花呗分期付款吗", answer);
    await settle("bob", "支持花呗分期付款不", answer);
    const { proposed } = await learned(store, { dryRun: "yes" });
    expect(proposed).toMatchObject([{ kind: "new-article", suggested: [{ id: "payment", confidence: expect.any(Number) }] }]);
    expect((await learn(store, { dryRun: "yes" })).lines.join("\n")).toMatch(/意图 intent .+ · .+ {2}\d+ %/);
  });

  it("is learned once at a time: who runs it meanwhile is told, and nothing is proposed twice", { timeout: 60_000 }, async () => {
    const { store, settle } = await world.open("twice");
    await settle("ann", "能刻字吗", ENGRAVE);
    await settle("bob", "支持刻字不", ENGRAVE);
    const both = await Promise.all([learn(store), learn(store)]);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(both.find(({ code }) => code === 1)?.lines[0]).toContain("run this again when that is over");
    expect(await proposals(store)).toHaveLength(1);
    expect((await learn(store)).code).toBe(0);
  });

  it("is never of another store", { timeout: 60_000 }, async () => {
    const [ours, theirs] = [await world.open("ours"), await world.open("theirs")];
    await theirs.settle("ann", "能刻字吗", ENGRAVE);
    await theirs.settle("bob", "支持刻字不", ENGRAVE);
    await ours.ask("ann", "能刻字吗");
    expect(await learned(ours.store, { min: "1" })).toMatchObject({
      questions: 1,
      proposed: [],
      left: [{ because: "no-answer", texts: ["能刻字吗"] }],
    });
    expect(await proposals(ours.store)).toEqual([]);
    await learned(theirs.store);
    expect((await proposals(theirs.store)).map(({ storeId }) => storeId)).toEqual([theirs.store]);
    expect((await learned(ours.store, { min: "1" })).left).toMatchObject([{ because: "no-answer" }]);
  });

  it(
    "names answers that did not help, keeps remarks for colleagues out, and proposes nothing in a dry run",
    { timeout: 60_000 },
    async () => {
      const { store, ask, wishHuman, reply, settle } = await world.open("dry");
      expect(await ask("ann", "多久发货")).toBe("desk/answer");
      await wishHuman("ann");
      await settle("bob", "能刻字吗");
      await reply("bob", "这个顾客很难缠，别答应刻字", true);
      await settle("cat", "支持刻字不", ENGRAVE);
      const dry = await learned(store, { dryRun: "yes" });
      expect(dry).toMatchObject({
        proposed: [{ made: "dry-run", words: { answer: ENGRAVE } }],
        unhelped: [{ articleId: "ship", times: 1 }],
      });
      expect(JSON.stringify(dry)).not.toContain("难缠");
      expect(await proposals(store)).toEqual([]);
    },
  );

  describe("in the terminal", () => {
    it("is a table in both languages", { timeout: 60_000 }, async () => {
      const { store, settle, ask } = await world.open("table");
      await settle("ann", "能刻字吗", ENGRAVE);
      await settle("bob", "支持刻字不", ENGRAVE);
      await ask("cat", "盖子单卖吗");
      const { code, lines } = await learn(store);
      expect(code).toBe(0);
      expect(lines.join("\n")).toMatch(
        /看了 3 个会话，3 个没答好的问题 · 3 conversations, 3 questions not settled\n提议 1 条 · 1 proposal\n +2 +新增条目 new article +p-\w+ +\[已提交 proposed\]\n +问 .*刻字.*\n +\+ .*刻字.*\n +答 可以刻字的.*\n(?: +意图 intent .* \d+ %\n)*没有提议 · nothing proposed for\n +1 +盖子单卖吗 +— 没有可用的答案 · no usable answer/,
      );
    });

    it.each([
      ["an unknown store", "nobody", {}, "<store>：没有店铺“nobody”"],
      ["the shared layer", "shared", {}, "<store>：没有店铺“shared”"],
      ["another period", "key-ours", { since: "lately" }, "--since lately：写成 30d"],
      ["no whole number", "key-ours", { min: "0" }, "--min 0：写 1 到 9999 的整数"],
    ])("refuses %s with what to write", async (_what, key, options, sentence) => {
      const { code, lines } = await world.terminal("learn", [key], options);
      expect([code, lines[0]]).toEqual([1, expect.stringContaining(sentence)]);
    });

    it(
      "keeps golden questions from CSV or JSON lines, whole or not at all, and tells which do not end right",
      { timeout: 60_000 },
      async () => {
        const { store } = await world.open("csv");
        const file = join(files, "golden.csv");
        const run = (options: Readonly<Record<string, string>>) => world.terminal("golden", [`key-${store}`], options);
        writeFileSync(file, "id,text,gold\r\na,多久发货,ship\r\nb,能刻字吗,nothing\r\na,几天发货,ship\r\n");
        expect(await run({ import: file })).toEqual({
          code: 1,
          lines: [
            expect.stringMatching(/^第 3 行 gold: 没有编号为“nothing”的知识/),
            expect.stringMatching(/^第 4 行 id: 编号重复了/),
            "没有导入，什么都没有改动 · nothing was imported, nothing changed",
          ],
        });
        writeFileSync(file, "id,text,gold\r\na,多久发货,ship\r\nb,能刻字吗,wash|return\r\n");
        expect((await run({ import: file })).lines).toEqual(["新增 2，覆盖 0 · added 2, replaced 0"]);
        const ran = await run({ run: "yes" });
        expect([ran.code, ran.lines]).toEqual([
          2,
          ["1/2 个答对 · right", expect.stringMatching(/^ {2}b {2}能刻字吗 {2}→ wash \| return；/)],
        ]);
        const out = join(files, "out.jsonl");
        expect((await run({ export: out })).code).toBe(0);
        expect(readFileSync(out, "utf8")).toContain('{"id":"b","text":"能刻字吗","gold":["wash","return"]}\n');
        expect((await run({ import: out })).lines).toEqual(["新增 0，覆盖 2 · added 0, replaced 2"]);
        expect((await run({ list: "yes" })).lines).toHaveLength(3);
        expect(await run({})).toMatchObject({ code: 1 });
        expect(await run({ import: join(files, "missing.csv") })).toMatchObject({ code: 1 });
      },
    );
  });
});

interface Made {
  readonly made: string;
  readonly kind: string;
}
