import { describe, expect, it } from "vitest";
import type { AnsweringPage, AnsweringPreview, AnsweringSaved } from "../../src/answering/api.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openProposals, type ProposalDesk } from "../support/proposal-desk.ts";

// The desk's store has the article `ship`: “包邮吗”, “开票”. Here texts are understood by letter, with a confidence of 0.95.
describeOnEachDatabase("When a store's bot answers itself", (databases) => {
  let db: ProposalDesk["db"];
  let store: ProposalDesk["store"];
  let server: ProposalDesk["server"];
  let agent: ProposalDesk["agent"];
  let merchant: ProposalDesk["merchant"];
  let supervisor: ProposalDesk["supervisor"];
  const { api, read } = openProposals(databases, (desk) => ({ db, store, server, agent, merchant, supervisor } = desk));
  const at = (more = "") => api(`stores/${store}/answering${more}`);
  const page = async () => read<AnsweringPage>(await supervisor.get(at()));
  const set = (body: object) => supervisor.put(at(), body);
  const preview = (body: object) => supervisor.post(at("/preview"), body);
  const restore = (body: object) => supervisor.post(at("/restore"), body);
  const own = { style: "own", answer: 0.97, askBack: 0.2, lead: 0.1, inScope: 0.15 };
  const golden = (id: string, text: string, ...gold: readonly string[]) =>
    supervisor.put(api(`stores/${store}/golden/${id}`), { text, gold });
  const inForce = async () => (await db.prisma.store.findUniqueOrThrow({ where: { id: store } })).thresholds;

  it("is balanced as shipped while nothing was set or learned, and counts the store's own phrasings where nothing else is known", async () => {
    expect(await page()).toMatchObject({
      setting: { style: "balanced", numbers: { answer: 0.35, askBack: 0.25, lead: 0.1, inScope: 0.3 }, isCalibrated: false },
      version: 0,
      basis: { type: "fixed", labels: 0, enough: 200 },
      nightly: "learns",
      evidence: { turns: 0, golden: 0, phrasings: 1, shown: "phrasings" },
      now: { questions: 1, answeredRight: 0, handedOver: 1 },
      history: [],
    });
  });

  it("is told with the golden questions: how many end how, in each style and at each threshold", async () => {
    await golden("good", "江浙沪包邮吗", "ship");
    await golden("bad", "能开票不", "handover");
    const { evidence, now, styles, curve } = await page();
    expect(evidence).toEqual({
      turns: 0,
      golden: 2,
      phrasings: 0,
      shown: "labelled",
      olderTurns: 0,
      goldenLeft: 0,
      conversations: 0,
      isCut: false,
    });
    expect(now).toEqual({ questions: 2, answeredRight: 1, answeredWrong: 1, askedBack: 0, handedOver: 0, leftAlone: 0 });
    expect(styles.map(({ style, wrongAtMost, tally }) => [style, wrongAtMost, tally?.answeredWrong])).toEqual([
      ["cautious", 4, 1],
      ["balanced", 8, 1],
      ["bold", 12, 1],
    ]);
    expect(curve.at(0)).toEqual({ answer: 0.05, right: 0.5, wrong: 0.5 });
  });

  it("shows what a wish would change before it is carried out", async () => {
    await golden("good", "江浙沪包邮吗", "ship");
    const would = read<AnsweringPreview>(await preview(own));
    expect(would.numbers).toEqual({ answer: 0.97, askBack: 0.2, lead: 0.1, inScope: 0.15 });
    expect(would.tally).toMatchObject({ answeredRight: 0, askedBack: 1 });
    expect(would.switchedTotal).toBe(1);
    expect(would.switched).toEqual([
      {
        source: "golden",
        text: "江浙沪包邮吗",
        before: { action: "answer", isRight: true, title: "包邮吗" },
        after: { action: "clarify", isRight: false },
      },
    ]);
    expect(await inForce()).toEqual({});
  });

  it("is set, kept with who and when, and taken back", async () => {
    expect(read<AnsweringSaved>(await set({ style: "cautious", version: 0 }))).toEqual({ version: 1 });
    expect(await inForce()).toEqual({ style: "cautious", answer: 0.54, askBack: 0.25, lead: 0.1, inScope: 0.3 });
    expect(read<AnsweringSaved>(await set({ ...own, version: 1 }))).toEqual({ version: 2 });
    expect((await page()).setting).toMatchObject({ style: "own", numbers: { answer: 0.97 } });
    expect(read<AnsweringSaved>(await restore({ version: 2, to: 1 }))).toEqual({ version: 3 });
    expect(read<AnsweringSaved>(await restore({ version: 3, to: 0 }))).toEqual({ version: 4 });
    expect(await inForce()).toEqual({});
    const { history } = await page();
    expect(history.map(({ version, change, before, after }) => [version, change, before.style, after.style])).toEqual([
      [4, "restore", "cautious", "balanced"],
      [3, "restore", "own", "cautious"],
      [2, "set", "cautious", "own"],
      [1, "set", "balanced", "cautious"],
    ]);
    expect(history[0]?.by).toMatch(/^陈主管 <.+@.+>$/);
  });

  it("says what the night does, and what choosing would change: nothing, only where every number stays to the last digit", async () => {
    const asNow = async () => {
      const { nightly, styles, isOwnAsNow } = await page();
      return [nightly, styles.filter(({ isAsNow }) => isAsNow).map(({ style }) => style), isOwnAsNow];
    };
    expect(await asNow()).toEqual(["learns", ["balanced"], false]);
    await set({ ...own, answer: 0.4, askBack: 0.25, inScope: 0.3, version: 0 });
    expect(await asNow()).toEqual(["own", [], true]);
    await set({ ...own, answer: 0.4055, askBack: 0.25, inScope: 0.3, version: 1 });
    expect((await page()).setting.numbers.answer).toBe(0.4055);
    expect(await asNow()).toEqual(["own", [], true]);
    await restore({ version: 2, to: 0 });
    expect(await asNow()).toEqual(["restored", ["balanced"], false]);
    const calibration = { slope: 1.2, shift: 0.1 };
    await db.prisma.store.update({
      where: { id: store },
      data: { thresholds: { ...own, style: undefined, answer: 0.4, calibration } },
    });
    expect(await asNow()).toEqual(["own", [], false]);
  });

  it("stays as it is when the same is set again", async () => {
    await set({ style: "bold", version: 0 });
    expect(read<AnsweringSaved>(await set({ style: "bold", version: 1 }))).toEqual({ version: 1 });
    expect((await page()).history).toHaveLength(1);
  });

  describe("being refused", () => {
    it.each([
      ["a number out of its range", { ...own, answer: 2 }, "answer"],
      ["asking back where it is surer than answering", { ...own, answer: 0.3, askBack: 0.4 }, "askBack"],
      ["a number that is none", { ...own, lead: "viel" }, "lead"],
      ["a style nobody knows", { style: "reckless" }, "style"],
      ["a number too few", { style: "own", answer: 0.5, askBack: 0.2, lead: 0.1 }, "inScope"],
      ["a number beside a style", { style: "bold", answer: 0.5 }, "answer"],
    ])("names %s, and nothing changes", async (_what, wish, field) => {
      for (const answer of [await preview(wish), await set({ ...wish, version: 0 })])
        expect([answer.status, (answer.json as { field?: string }).field]).toEqual([400, field]);
      expect(await inForce()).toEqual({});
    });

    it("says so when somebody else was quicker, in both languages", async () => {
      await set({ style: "bold", version: 0 });
      const late = await set({ style: "cautious", version: 0 });
      expect([late.status, (late.json as { reason: { zh: string } }).reason.zh]).toEqual([
        409,
        "刚刚有人改过，请看一眼现在的设置再改",
      ]);
      expect((await restore({ version: 0, to: 0 })).status).toBe(409);
      expect(await inForce()).toMatchObject({ style: "bold" });
    });

    it("says so while the store's questions are being asked elsewhere, unless what they end in is known", async () => {
      const other = await db.ifAlone(`golden ${store}`, async () => {
        const busy = await supervisor.get(at());
        expect([busy.status, (busy.json as { reason: { zh: string } }).reason.zh]).toEqual([
          503,
          "本店的问题正在试跑，等它结束再看",
        ]);
      });
      expect(other.type).toBe("done");
      await page();
      await db.ifAlone(`golden ${store}`, async () => expect((await page()).evidence.phrasings).toBe(1));
    });

    it("finds no change that never was", async () => {
      expect((await restore({ version: 0, to: 0 })).status).toBe(404);
      expect((await restore({ version: 0, to: 7 })).status).toBe(404);
    });

    it("keeps agents and merchants out, and nobody sets the layer that all stores share", async () => {
      for (const who of [agent, merchant]) {
        expect((await who.get(at())).status).toBe(403);
        expect((await who.put(at(), { style: "bold", version: 0 })).status).toBe(403);
      }
      const admin = await server.person({ role: "admin" });
      expect((await admin.get(api("stores/shared/answering"))).status).toBe(404);
      expect((await admin.put(api("stores/shared/answering"), { style: "bold", version: 0 })).status).toBe(404);
    });
  });
});
