import { afterAll, beforeAll, beforeEach } from "vitest";
import { proposalId, storeId, type StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import type { ArticleHistory, ArticlePage, ArticleRow, ProposalPage, ProposalRow } from "../../src/knowledge/api.ts";
import { makeProposal } from "../../src/knowledge/store/proposals.ts";
import { startConsole, type Answer, type ConsoleServer, type SignedIn } from "./console-server.ts";
import type { DatabaseForTest } from "./databases.ts";

/** The words of an article that is proposed. */
export const WORDS = { phase: "presale", question: "可以开发票吗", alternatives: ["开票"], answer: "可以，下单时填抬头。" };

/** The console with one of each who have to do with proposals, all of this test's store and of no other. */
export interface ProposalDesk {
  readonly db: Database;
  readonly server: ConsoleServer;
  readonly store: StoreId;
  readonly merchant: SignedIn;
  readonly agent: SignedIn;
  readonly supervisor: SignedIn;
}

/** Starts it; `meet` gets it before each test, with a new store that has the article `ship`. */
export function openProposals(databases: DatabaseForTest, meet: (desk: ProposalDesk) => void) {
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
    meet({ db, server, store, merchant, agent, supervisor });
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
  /** A proposal that the desk made of what it learned, or as if somebody had. */
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

  return {
    api,
    act,
    openStore,
    read,
    write,
    post,
    proposeNew,
    proposeChange,
    decide,
    list,
    articleNow,
    historyOf,
    learned,
  };
}
