import { describe, expect, it } from "vitest";
import type { ArticlePage, ProposalRow, TryAnswer } from "../../src/knowledge/api.ts";
import { MAX_OPEN_OF_ONE } from "../../src/knowledge/store/proposals.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openProposals, WORDS, type ProposalDesk } from "../support/proposal-desk.ts";

describeOnEachDatabase("Proposals", (databases) => {
  let db: ProposalDesk["db"];
  let server: ProposalDesk["server"];
  let store: ProposalDesk["store"];
  let merchant: ProposalDesk["merchant"];
  let agent: ProposalDesk["agent"];
  let supervisor: ProposalDesk["supervisor"];
  const { api, act, openStore, read, write, post, proposeNew, proposeChange, decide, list, articleNow, historyOf, learned } =
    openProposals(databases, (desk) => ({ db, server, store, merchant, agent, supervisor } = desk));

  describe("being made", () => {
    it("wait open, with who, why, and both texts, and change nothing yet", async () => {
      const proposal = await proposeChange();
      expect(proposal).toMatchObject({
        store: { id: store },
        kind: "change-article",
        articleId: "ship",
        before: { answer: "满 99 包邮" },
        after: { answer: "满 59 包邮", question: "包邮吗" },
        origin: "merchant",
        status: "open",
        createdBy: "王老板",
        isMine: true,
      });
      expect(await articleNow("ship")).toMatchObject({ answer: "满 99 包邮", version: 1 });
    });

    it("are there once, however often the same act is sent", async () => {
      const request = { clientId: act(), kind: "new-article", words: WORDS };
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => merchant.post(api(`stores/${store}/proposals`), request)),
      );
      expect(new Set(answers.map(({ json }) => (json as ProposalRow).id)).size).toBe(1);
      expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
      expect((await list(supervisor)).total).toBe(1);
    });

    it("make phrasings an addition to the article there is", async () => {
      const proposed = await post(agent, { kind: "phrasings", articleId: "ship", version: 1, phrasings: ["要邮费不", "开票"] });
      expect(read<ProposalRow>(proposed)).toMatchObject({
        kind: "phrasings",
        origin: "agent",
        after: { alternatives: ["开票", "要邮费不"], answer: "满 99 包邮" },
      });
    });

    it("turn a change of a shared article into a new one of this store, shown beside the shared text", async () => {
      const admin = await server.person({ role: "admin" });
      await write(
        "stores/shared/articles/hours",
        { ...WORDS, question: "几点上班", answer: "九点", topics: ["ship-time"] },
        0,
        admin,
      );
      const change = { articleId: "hours", version: 1, words: { ...WORDS, question: "几点上班", answer: "十点" } };
      const proposal = read<ProposalRow>(await post(merchant, { kind: "change-article", ...change }));
      expect(proposal).toMatchObject({ kind: "new-article", articleId: "hours", before: { answer: "九点" } });
      expect((await decide(supervisor, proposal, "accept")).status).toBe(200);
      const rows = read<ArticlePage>(await supervisor.get(api(`stores/${store}/articles?query=hours`))).items;
      expect(rows.map(({ layer, answer, topics }) => [layer, answer, topics])).toEqual([
        ["store", "十点", ["ship-time"]],
        ["shared", "九点", ["ship-time"]],
      ]);
      await db.prisma.article.update({
        where: { storeId_id: { storeId: "shared", id: "hours" } },
        data: { status: "withdrawn" },
      });
    });

    it.each([
      ["no answer", { kind: "new-article", words: { ...WORDS, answer: " " } }, 400, "answer"],
      ["an endless question", { kind: "new-article", words: { ...WORDS, question: "问".repeat(1_001) } }, 400, "question"],
      ["an unknown kind", { kind: "delete" }, 400, "kind"],
      ["a field that nobody knows", { kind: "new-article", words: WORDS, status: "accepted" }, 400, "status"],
      ["links, which are not proposed", { kind: "new-article", words: { ...WORDS, topics: ["ship-time"] } }, 400, "words.topics"],
      ["words that are no texts", { kind: "new-article", words: { ...WORDS, answer: { $ne: 1 } } }, 400, "words.answer"],
      ["no phrasings", { kind: "phrasings", articleId: "ship", version: 1, phrasings: [] }, 400, "alternatives"],
      ["what the article says already", { kind: "phrasings", articleId: "ship", version: 1, phrasings: ["开票"] }, 400, "answer"],
      ["an older version", { kind: "phrasings", articleId: "ship", version: 7, phrasings: ["邮费"] }, 409, "version"],
      [
        "an article that is not there",
        { kind: "phrasings", articleId: "nothing", version: 1, phrasings: ["邮费"] },
        404,
        undefined,
      ],
    ])("are refused with %s", async (_what, request, status, field) => {
      const answer = await post(merchant, request);
      expect([answer.status, (answer.json as { field?: string }).field]).toEqual([status, field]);
      expect((await list(supervisor)).total).toBe(0);
    });

    it("end at a number that nobody needs, until some are taken back", async () => {
      const { id: by } = merchant;
      for (let n = 0; n < MAX_OPEN_OF_ONE; n += 1) await learned(`p_${store}_${n}`, { id: by, name: "王老板" });
      expect((await post(merchant, { kind: "new-article", words: WORDS })).status).toBe(409);
      expect((await decide(merchant, { id: `p_${store}_0` } as ProposalRow, "withdraw")).status).toBe(200);
      expect((await post(merchant, { kind: "new-article", words: WORDS })).status).toBe(201);
    });
  });

  describe("being accepted", () => {
    it("change the article, whose history says who, whose idea and that it was a proposal", async () => {
      const proposal = read<ProposalRow>(
        await post(merchant, {
          kind: "new-article",
          words: { ...WORDS, validUntil: "2027-01-01T00:00:00+08:00" },
          note: "顾客常问",
        }),
      );
      const accepted = read<ProposalRow>(await decide(supervisor, proposal, "accept", { note: "核实过" }));
      expect(accepted).toMatchObject({ status: "accepted", articleVersion: 1, decided: { by: "陈主管", note: "核实过" } });
      expect(await articleNow(proposal.articleId)).toMatchObject({
        answer: WORDS.answer,
        status: "active",
        validUntil: "2026-12-31T16:00:00.000Z",
      });
      expect(await historyOf(proposal.articleId)).toMatchObject([
        { version: 1, change: "proposal", by: `陈主管 <${supervisor.email}>`, why: "王老板: 顾客常问 · 核实过" },
      ]);
    });

    it("change it once, by however many people at the same time, and tell all of them the same", async () => {
      const proposal = await proposeChange();
      const other = await server.person({ role: "supervisor", stores: [store] });
      const answers = await Promise.all([supervisor, other, supervisor, other].map((who) => decide(who, proposal, "accept")));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(await historyOf("ship")).toHaveLength(2);
    });

    it("are used by the next question: whoever holds the knowledge is told at once", async () => {
      const version = async () => (await db.prisma.store.findUniqueOrThrow({ where: { id: store } })).knowledgeVersion;
      const before = await version();
      await decide(supervisor, await proposeChange(), "accept");
      expect(await version()).toBe(before + 1);
    });

    it("can be tried as questions by everybody who sees the store, and by nobody else; nothing is kept", async () => {
      const tryIt = async (by: typeof merchant, text: string) => by.post(api(`stores/${store}/try`), { text });
      expect(read<TryAnswer>(await tryIt(supervisor, "能刻字吗"))).toMatchObject({ action: "handover", candidates: [] });
      const known = read<TryAnswer>(await tryIt(merchant, "多久发货"));
      expect(known).toMatchObject({ action: "answer", candidates: [{ articleId: "a1", answer: "48 小时内发货。" }] });
      expect(known.reasons[0]?.zh).toContain("a1");
      expect((await tryIt(agent, " ")).json).toMatchObject({ field: "text" });
      const stranger = await server.person({ role: "merchant" });
      expect((await tryIt(stranger, "x")).status).toBe(404);
      expect(await db.prisma.conversation.count({ where: { storeId: store } })).toBe(0);
    });

    it("come back with both texts when the article changed since, and go through once that version was looked at", async () => {
      const proposal = await proposeChange();
      await write(`stores/${store}/articles/ship`, { ...WORDS, question: "包邮吗", answer: "满 79 包邮" }, 1);
      const refused = await decide(supervisor, proposal, "accept");
      expect([refused.status, refused.json]).toMatchObject([
        409,
        {
          because: "moved-on",
          proposal: {
            status: "open",
            before: { answer: "满 99 包邮" },
            current: { answer: "满 79 包邮", version: 2 },
            after: { answer: "满 59 包邮" },
          },
        },
      ]);
      expect(await articleNow("ship")).toMatchObject({ version: 2, answer: "满 79 包邮" });
      expect((await decide(supervisor, proposal, "accept", { over: 1 })).status).toBe(409);
      expect((await decide(supervisor, proposal, "accept", { over: 2 })).status).toBe(200);
      expect(await articleNow("ship")).toMatchObject({ version: 3, answer: "满 59 包邮" });
    });

    it("add phrasings to whatever phrasings came meanwhile", async () => {
      const first = read<ProposalRow>(
        await post(agent, { kind: "phrasings", articleId: "ship", version: 1, phrasings: ["邮费谁付"] }),
      );
      const second = read<ProposalRow>(
        await post(merchant, { kind: "phrasings", articleId: "ship", version: 1, phrasings: ["要邮费不"] }),
      );
      await decide(supervisor, first, "accept");
      expect((await decide(supervisor, second, "accept")).status).toBe(200);
      expect((await articleNow("ship"))?.alternatives).toEqual(["开票", "邮费谁付", "要邮费不"]);
    });

    it("take another id for a new article when the supervisor gives one, unless it is taken", async () => {
      const proposal = await proposeNew();
      expect((await decide(supervisor, proposal, "accept", { articleId: "ship" })).status).toBe(409);
      expect((await decide(supervisor, proposal, "accept", { articleId: "a b" })).status).toBe(400);
      expect(read<ProposalRow>(await decide(supervisor, proposal, "accept", { articleId: "invoice" })).articleId).toBe("invoice");
      expect(await articleNow("invoice")).toMatchObject({ answer: WORDS.answer });
      expect(await articleNow("ship")).toMatchObject({ version: 1 });
    });
  });

  describe("being refused or taken back", () => {
    it("change nothing but themselves, and the proposer reads why", async () => {
      const proposal = await proposeChange();
      expect((await decide(supervisor, proposal, "refuse")).status).toBe(400);
      expect((await decide(supervisor, proposal, "refuse", { note: "运费规则下月才变" })).status).toBe(200);
      expect((await list(merchant)).items).toMatchObject([
        { status: "refused", decided: { by: "陈主管", note: "运费规则下月才变" } },
      ]);
      expect(await articleNow("ship")).toMatchObject({ version: 1 });
    });

    it("are final: what was decided otherwise stays", async () => {
      const [refused, withdrawn, accepted] = [await proposeChange(), await proposeNew(), await proposeNew(agent)];
      await decide(supervisor, refused, "refuse", { note: "不行" });
      await decide(merchant, withdrawn, "withdraw");
      await decide(supervisor, accepted, "accept");
      expect((await decide(supervisor, refused, "accept")).status).toBe(409);
      expect((await decide(supervisor, withdrawn, "accept")).json).toMatchObject({ because: "decided" });
      expect((await decide(supervisor, accepted, "refuse", { note: "晚了" })).status).toBe(409);
      expect((await decide(agent, accepted, "withdraw")).status).toBe(409);
      expect((await decide(merchant, withdrawn, "withdraw")).status).toBe(200);
      expect(await articleNow("ship")).toMatchObject({ version: 1 });
    });
  });

  describe("being seen", () => {
    it("show merchants and agents their own, supervisors all of their stores, open ones first", async () => {
      const old = await proposeNew();
      await decide(supervisor, old, "refuse", { note: "不行" });
      const [mine, theirs] = [await proposeChange(), await proposeNew(agent)];
      expect((await list(merchant)).items.map(({ id }) => id)).toEqual([mine.id, old.id]);
      expect((await list(agent)).items.map(({ id }) => id)).toEqual([theirs.id]);
      const all = await list(supervisor);
      expect(all).toMatchObject({ total: 3, open: 2 });
      expect(all.items.at(-1)?.id).toBe(old.id);
      expect(await list(supervisor, "status=refused")).toMatchObject({ total: 1, open: 2, items: [{ id: old.id }] });
      expect(await list(supervisor, "page=2")).toMatchObject({ items: [], total: 3 });
    });

    it("tell what the desk learned with its evidence", async () => {
      await learned(`p_${store}_learned`, { id: "desk", name: "Counterbell" });
      expect((await list(supervisor)).items).toMatchObject([{ origin: "learned", evidence: [{ text: "邮费谁付呀" }] }]);
      expect((await list(merchant)).items).toEqual([]);
    });
  });

  describe("of others", () => {
    it("are not there for a colleague of the same store, who may neither read nor withdraw them", async () => {
      const proposal = await proposeChange();
      const colleague = await server.person({ role: "merchant", stores: [store] });
      expect((await list(colleague)).items).toEqual([]);
      expect((await decide(colleague, proposal, "withdraw")).status).toBe(404);
      expect((await list(merchant)).items).toMatchObject([{ status: "open" }]);
    });

    it("are not there under another store's address, which is one's own", async () => {
      const proposal = await proposeChange();
      const elsewhere = await openStore();
      const both = await server.person({ role: "supervisor", stores: [elsewhere] });
      const path = api(`stores/${elsewhere}/proposals/${proposal.id}`);
      for (const how of ["accept", "refuse"]) expect((await both.post(`${path}/${how}`, { note: "x" })).status).toBe(404);
      expect((await merchant.post(`${path}/withdraw`, {})).status).toBe(404);
      expect((await list(supervisor)).items).toMatchObject([{ status: "open" }]);
    });

    it("cannot be decided by those who propose, nor made by those who decide", async () => {
      const proposal = await proposeChange();
      for (const who of [merchant, agent]) {
        expect((await decide(who, proposal, "accept")).status).toBe(403);
        expect((await decide(who, proposal, "refuse", { note: "x" })).status).toBe(403);
      }
      expect((await post(supervisor, { kind: "new-article", words: WORDS })).status).toBe(403);
    });
  });
});
