import { describe, expect, it } from "vitest";
import type { AcceptAnswer, GoldenPage, GoldenReport, GoldenRow, GoldenRun, ProposalRow } from "../../src/knowledge/api.ts";
import { acceptProposal } from "../../src/knowledge/store/decisions.ts";
import { proposalId } from "../../src/core/ids.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openProposals, WORDS, type ProposalDesk } from "../support/proposal-desk.ts";

// The desk's store has the article `ship`: “包邮吗”, “开票”. Here texts are understood by letter.
describeOnEachDatabase("Golden questions", (databases) => {
  let db: ProposalDesk["db"];
  let store: ProposalDesk["store"];
  let agent: ProposalDesk["agent"];
  let supervisor: ProposalDesk["supervisor"];
  const { api, read, write, post, proposeNew, decide, articleNow, historyOf, learned } = openProposals(
    databases,
    (desk) => ({ db, store, agent, supervisor } = desk),
  );
  const keep = (id: string, text: string, ...gold: readonly string[]) =>
    supervisor.put(api(`stores/${store}/golden/${encodeURIComponent(id)}`), { text, gold });
  const all = async () => read<GoldenPage>(await supervisor.get(api(`stores/${store}/golden`))).items;
  const proposed = async (words: object): Promise<ProposalRow> =>
    read(await post(agent, { kind: "new-article", words: { ...WORDS, ...words } }));

  describe("being kept", () => {
    it("are made, changed and taken away under their own ids", async () => {
      expect(read<GoldenRow>(await keep("q1", "江浙沪包邮吗", "ship"))).toMatchObject({ id: "q1", gold: ["ship"] });
      await keep("q2", "今天天气怎么样", "none");
      await keep("q1", "新疆包邮吗", "ship", "handover");
      expect((await all()).map(({ id, text, gold }) => [id, text, gold])).toEqual([
        ["q1", "新疆包邮吗", ["ship", "handover"]],
        ["q2", "今天天气怎么样", ["none"]],
      ]);
      expect((await supervisor.send("DELETE", api(`stores/${store}/golden/q1`), {})).status).toBe(204);
      expect((await supervisor.send("DELETE", api(`stores/${store}/golden/q1`), {})).status).toBe(404);
      expect((await all()).map(({ id }) => id)).toEqual(["q2"]);
    });

    it.each([
      ["an article nobody has", "q1", "包邮吗", ["nothing"], "gold"],
      ["nothing that would be right", "q1", "包邮吗", [], "gold"],
      ["no text", "q1", "  ", ["ship"], "text"],
      ["an endless text", "q1", "问".repeat(501), ["ship"], "text"],
      ["an id with a space", "q 1", "包邮吗", ["ship"], "id"],
    ])("are refused with %s", async (...[, id, text, gold, field]) => {
      const answer = await keep(id, text, ...gold);
      expect([answer.status, (answer.json as { field?: string }).field]).toEqual([400, field]);
      expect(await all()).toEqual([]);
    });

    it("are the supervisors': agents neither read nor change them", async () => {
      expect((await agent.get(api(`stores/${store}/golden`))).status).toBe(403);
      expect((await agent.put(api(`stores/${store}/golden/q1`), { text: "包邮吗", gold: ["ship"] })).status).toBe(403);
    });
  });

  it("tell how they end today when they are asked", async () => {
    await keep("good", "江浙沪包邮吗", "ship");
    await keep("bad", "能开票不", "handover");
    const run = read<GoldenRun>(await supervisor.post(api(`stores/${store}/golden/run`), {}));
    expect(run).toMatchObject({ total: 2, right: 1 });
    expect(run.items.map(({ id, end }) => [id, end])).toEqual([
      ["bad", { outcome: "wrong", article: "ship" }],
      ["good", { outcome: "right", article: "ship" }],
    ]);
  });

  it("are asked once at a time: who clicks again meanwhile, or accepts, is told to wait, and nothing changes", async () => {
    await keep("good", "江浙沪包邮吗", "ship");
    const proposal = await proposed({});
    const [run, accepted] = await db
      .ifAlone(`golden ${store}`, () =>
        Promise.all([supervisor.post(api(`stores/${store}/golden/run`), {}), decide(supervisor, proposal, "accept")]),
      )
      .then((alone) => (alone.type === "done" ? alone.result : []));
    for (const answer of [run, accepted]) {
      expect(answer?.json).toMatchObject({ status: 503, field: "golden", remedy: expect.stringContaining("try again") });
    }
    expect((await decide(supervisor, proposal, "accept")).status).toBe(200);
    expect((await supervisor.post(api(`stores/${store}/golden/run`), {})).status).toBe(200);
  });

  describe("when a proposal is accepted", () => {
    it("refuse what breaks more of them than it mends, naming which, and nothing changes", async () => {
      await keep("a", "江浙沪包邮吗", "ship");
      await keep("b", "满多少包邮吗", "ship");
      await keep("c", "支持刻字吗", "handover");
      const greedy = await proposed({ question: "包邮吗", alternatives: ["江浙沪包邮吗", "满多少包邮吗", "刻字"] });
      const refused = await decide(supervisor, greedy, "accept");
      expect(refused.status).toBe(422);
      const { because, golden, detail } = refused.json as { because: string; golden: GoldenReport; detail: string };
      expect([because, golden.total, golden.rightBefore, golden.rightAfter]).toEqual(["golden", 3, 3, 0]);
      expect(golden.breaks.map(({ id, before, after }) => [id, before.outcome, after.outcome, after.article])).toEqual([
        ["a", "right", "wrong", greedy.articleId],
        ["b", "right", "wrong", greedy.articleId],
        ["c", "right", "wrong", greedy.articleId],
      ]);
      expect(golden.mends).toEqual([]);
      expect(detail).toContain("3 of 3 golden questions would end worse");
      expect(await articleNow(greedy.articleId)).toBeUndefined();
      expect((await supervisor.get(api("proposals?status=open"))).json).toMatchObject({
        items: [{ id: greedy.id, status: "open" }],
      });
    });

    it("let through what mends as many as it breaks, and say both", async () => {
      await keep("a", "江浙沪包邮吗", "ship");
      await keep("b", "支持刻字吗", "none");
      const even = await proposed({ question: "刻字", alternatives: ["江浙沪包邮吗"] });
      await keep("b", "支持刻字吗", even.articleId).then(({ status }) => expect(status).toBe(400));
      await db.prisma.goldenQuestion.update({
        where: { storeId_id: { storeId: store, id: "b" } },
        data: { gold: [even.articleId] },
      });
      const accepted = read<AcceptAnswer>(await decide(supervisor, even, "accept"));
      expect(accepted.golden).toMatchObject({ breaks: [{ id: "a" }], mends: [{ id: "b", after: { outcome: "right" } }] });
    });

    it("go by the words the supervisor last put", async () => {
      await keep("a", "江浙沪包邮吗", "ship");
      const greedy = await proposed({ question: "江浙沪包邮吗" });
      expect((await decide(supervisor, greedy, "accept")).status).toBe(422);
      const words = { ...WORDS, question: "能刻字吗", alternatives: [], answer: "可以，备注即可。" };
      const accepted = read<AcceptAnswer>(await decide(supervisor, greedy, "accept", { words }));
      expect(accepted).toMatchObject({ status: "accepted", golden: { total: 1, breaks: [] } });
      expect(await articleNow(greedy.articleId)).toMatchObject({ question: "能刻字吗", answer: "可以，备注即可。" });
    });

    it("guard phrasings and changes of articles too", async () => {
      await write(`stores/${store}/articles/wash`, { ...WORDS, question: "机洗", answer: "不可以" }, 0);
      await keep("a", "可以机洗吗", "wash");
      const stolen = { kind: "phrasings", articleId: "ship", version: 1, phrasings: ["可以机洗吗"] };
      expect((await decide(supervisor, read<ProposalRow>(await post(agent, stolen)), "accept")).status).toBe(422);
      const words = { ...WORDS, question: "包邮吗", alternatives: ["可以机洗吗"] };
      const change = { kind: "change-article", articleId: "ship", version: 1, words };
      expect((await decide(supervisor, read<ProposalRow>(await post(agent, change)), "accept")).status).toBe(422);
      expect(await articleNow("ship")).toMatchObject({ version: 1 });
    });

    it("ask nothing where the store has none, and what is accepted can be undone in the article's history", async () => {
      await learned(`p_${store}_undo`, { id: "learned", name: "Counterbell" });
      const accepted = read<AcceptAnswer>(await decide(supervisor, { id: `p_${store}_undo` } as ProposalRow, "accept"));
      expect(accepted.golden).toBeUndefined();
      expect(await articleNow("ship")).toMatchObject({ version: 2, alternatives: ["开票", "邮费谁付"] });
      expect((await supervisor.post(api(`stores/${store}/articles/ship/undo`), { version: 2 })).status).toBe(200);
      expect(await articleNow("ship")).toMatchObject({ version: 3, alternatives: ["开票"] });
      expect((await historyOf("ship")).map(({ change }) => change)).toEqual(["undo", "proposal", "create"]);
    });

    it("are those of the very knowledge that is changed: on another one nothing is done", async () => {
      const proposal = await proposeNew(agent);
      const by = { id: supervisor.id, name: "陈主管" };
      const request = { store, id: proposalId(proposal.id), now: 0, by, signature: "陈主管" };
      const stale = await acceptProposal(db, { ...request, triedOn: `shared:1 ${store}:0` });
      expect(stale).toEqual({ type: "unchecked" });
      expect(await articleNow(proposal.articleId)).toBeUndefined();
    });
  });
});
