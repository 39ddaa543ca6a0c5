import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { proposalId, storeId, type StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import type { ArticleHistory, ArticlePage, ArticleRow, ProposalPage, ProposalRow } from "../../src/knowledge/api.ts";
import { MAX_OPEN_OF_ONE, makeProposal } from "../../src/knowledge/store/proposals.ts";
import { startConsole, type Answer, type ConsoleServer, type SignedIn } from "../support/console-server.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const WORDS = { phase: "presale", question: "可以开发票吗", alternatives: ["开票"], answer: "可以，下单时填抬头。" };

describeOnEachDatabase("Proposals", (databases) => {
  let db: Database;
  let server: ConsoleServer;
  let store: StoreId;
  let stores = 0;
  let acts = 0;
  let merchant: SignedIn;
  let agent: SignedIn;
  let supervisor: SignedIn;
  let article: ArticleRow;

  beforeAll(async () => {
    db = await databases.open();
    await db.prisma.store.create({ data: { id: "shared", key: "shared", name: "共用" } });
    server = await startConsole(db);
    merchant = await server.person({ role: "merchant", name: "王老板" });
    agent = await server.person({ role: "agent", name: "李雷" });
    supervisor = await server.person({ role: "supervisor", name: "陈主管" });
  });
  afterAll(() => server.close());

  beforeEach(async () => {
    store = await openStore();
    // Making a person takes long; who they are stays, which store they see changes.
    await db.prisma.userStore.deleteMany({});
    for (const { id } of [merchant, agent, supervisor])
      await db.prisma.userStore.create({ data: { userId: id, storeId: store } });
    article = await write(`stores/${store}/articles/ship`, { ...WORDS, question: "包邮吗", answer: "满 99 包邮" }, 0);
  });

  const api = (path: string) => `/api/console/${path}`;
  const act = () => `client-${(acts += 1).toString().padStart(6, "0")}`;
  const openStore = async (): Promise<StoreId> => {
    stores += 1;
    await db.prisma.store.create({ data: { id: `store-${stores}`, key: `key-${stores}`, name: `小店 ${stores}` } });
    return storeId(`store-${stores}`);
  };
  const read = <T>({ status, json, text }: Answer): T => {
    if (status > 201) throw new Error(`answered ${status}: ${text}`);
    return json as T;
  };
  const write = async (path: string, words: object, version: number, by: SignedIn = supervisor): Promise<ArticleRow> =>
    read(await by.put(api(path), { ...words, version }));
  const post = (by: SignedIn, what: object): Promise<Answer> =>
    by.post(api(`stores/${store}/proposals`), { clientId: act(), ...what });
  const proposeNew = async (by: SignedIn = merchant): Promise<ProposalRow> =>
    read(await post(by, { kind: "new-article", words: WORDS, note: "顾客常问" }));
  const proposeChange = async (by: SignedIn = merchant, words: object = { answer: "满 59 包邮" }): Promise<ProposalRow> => {
    const { phase, question, alternatives, answer, version } = article;
    const changed = { phase, question, alternatives, answer, ...words };
    return read(await post(by, { kind: "change-article", articleId: "ship", version, words: changed }));
  };
  const decide = (by: SignedIn, { id }: ProposalRow, how: string, body: object = {}): Promise<Answer> =>
    by.post(api(`stores/${store}/proposals/${id}/${how}`), body);
  const list = async (by: SignedIn, query = ""): Promise<ProposalPage> => read(await by.get(api(`proposals?${query}`)));
  const articleNow = async (id: string): Promise<ArticleRow | undefined> =>
    read<ArticlePage>(await supervisor.get(api(`stores/${store}/articles?query=${id}`))).items.find((row) => row.id === id);
  const historyOf = async (id: string): Promise<ArticleHistory["versions"]> =>
    read<ArticleHistory>(await supervisor.get(api(`stores/${store}/articles/${id}/history`))).versions;

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
      await write("stores/shared/articles/hours", { ...WORDS, question: "几点上班", answer: "九点" }, 0, admin);
      const change = { articleId: "hours", version: 1, words: { ...WORDS, question: "几点上班", answer: "十点" } };
      const proposal = read<ProposalRow>(await post(merchant, { kind: "change-article", ...change }));
      expect(proposal).toMatchObject({ kind: "new-article", articleId: "hours", before: { answer: "九点" } });
      expect((await decide(supervisor, proposal, "accept")).status).toBe(200);
      const rows = read<ArticlePage>(await supervisor.get(api(`stores/${store}/articles?query=hours`))).items;
      expect(rows.map(({ layer, answer }) => [layer, answer])).toEqual([
        ["store", "十点"],
        ["shared", "九点"],
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

  const learned = (id: string, createdBy: { readonly id: string; readonly name: string }) =>
    makeProposal(db, {
      id: proposalId(id),
      storeId: store,
      proposed: { kind: "phrasings", articleId: article.id as never, baseVersion: 1, phrasings: ["邮费谁付"] },
      evidence: [{ text: "邮费谁付呀" }],
      origin: "learned",
      note: "",
      createdAt: Date.UTC(2026, 0, 1),
      createdBy,
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
