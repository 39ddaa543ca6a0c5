import { loadModel } from "../../intents/model.ts";
import { createUnderstanding } from "../../intents/understanding.ts";
import { openWorkbench } from "../../intents/workbench.ts";
import { runCommand } from "../../src/cli/commands.ts";
import { agentId, articleId, contactLane, conversationId, incomingId, storeId, type StoreId } from "../../src/core/ids.ts";
import type { Workbench } from "../../src/core/workbench.ts";
import type { Database } from "../../src/infra/database.ts";
import type { KnowledgeRow } from "../../src/knowledge/rules/article.ts";
import { importArticles } from "../../src/knowledge/store/changes.ts";
import { furnish, messageFrom, worldOn, type World } from "./worlds.ts";

/** An article of a test's store. */
export function article(id: string, question: string, answer: string, more: Partial<KnowledgeRow> = {}): KnowledgeRow {
  return { id: articleId(id), phase: "presale", question, alternatives: [], answer, ...more };
}

/** What a small shop knows. */
export const SHOP_KNOWLEDGE = [
  article("ship", "什么时候发货", "每天 16 点前付款的当天发出。", { alternatives: ["多久发货", "几天能发货"] }),
  article("invoice", "可以开发票吗", "可以，下单时填抬头，三天内发到邮箱。", { alternatives: ["能开票吗"] }),
  article("wash", "杯子可以放洗碗机吗", "不建议放洗碗机，请手洗。", { alternatives: ["能进洗碗机吗"] }),
  article("return", "怎么退货", "签收七天内在订单里申请退货。", { phase: "aftersale", alternatives: ["我要退货"] }),
];

export interface LearningWorld {
  readonly world: World;
  readonly workbench: Workbench;
  /** A store of its own, with this knowledge. */
  open(id: string, knowledge?: readonly KnowledgeRow[]): Promise<StoreTalk>;
  /** As in the terminal. */
  terminal(command: string, args: readonly string[], options?: Readonly<Record<string, string>>): Promise<Told>;
  stop(): Promise<void>;
}

export interface Told {
  readonly code: number;
  readonly lines: readonly string[];
}

/** People talk to a store and its agent answers, through the real pipeline. */
export interface StoreTalk {
  readonly store: StoreId;
  ask(person: string, text: string, choice?: string): Promise<string>;
  wishHuman(person: string): Promise<void>;
  reply(person: string, text: string, internal?: boolean): Promise<void>;
  /** Asks, and an agent answers in these lines. */
  settle(person: string, question: string, ...lines: readonly string[]): Promise<void>;
}

/** The real spine and the intent layer as it ships on this database. Every hand-over is taken at once. */
export async function openLearningWorld(db: Database): Promise<LearningWorld> {
  const model = await loadModel();
  const world = await worldOn(db, [], await createUnderstanding({ model }));
  const workbench = openWorkbench(model);
  return {
    world,
    workbench,
    open: (id, knowledge = SHOP_KNOWLEDGE) => openStore(db, world, { id, knowledge }),
    terminal: async (command, args, options = {}) => {
      const lines: string[] = [];
      const parts = { database: db, clock: world.clock, openWorkbench: async () => workbench, baseUrl: "http://desk.example" };
      const understanding = () => Promise.reject(new Error("these commands ask the workbench"));
      const accounts = undefined as never; // No command here is about people.
      const request = { command, args: [...args], options: { ...options } };
      const code = await runCommand({ ...parts, accounts, understanding }, request, (line) => void lines.push(line));
      return { code, lines };
    },
    stop: () => world.spine.stop(),
  };
}

let acts = 0;

async function openStore(
  db: Database,
  { spine, clock }: World,
  { id, knowledge }: { readonly id: string; readonly knowledge: readonly KnowledgeRow[] },
): Promise<StoreTalk> {
  const store = storeId(id);
  await furnish(db, { store });
  await db.prisma.desk.update({ where: { id: "desk" }, data: { acceptAtOnce: true, rosterVersion: { increment: 1 } } });
  await importArticles(db, { store, rows: knowledge, act: { by: "test", now: 0 } });
  const place = { channel: "fake", room: `room-${store}` };
  const talk: StoreTalk = {
    store,
    ask: async (person, text, choice) => {
      const message = messageFrom(person, text, { store });
      await spine.submit({ ...message, at: clock.now(), ...(choice === undefined ? {} : { choice }) });
      await spine.idle();
      return (await db.prisma.decision.findUniqueOrThrow({ where: { incomingId: message.id } })).rule;
    },
    wishHuman: async (person) => {
      const { lane, person: who } = messageFrom(person, "", { store });
      const id = incomingId(`h-${(acts += 1)}-${store}`);
      await spine.submit({ type: "human-requested", id, lane, at: clock.now(), storeId: store, place, person: who });
      await spine.idle();
    },
    reply: async (person, text, internal = false) => {
      const lane = contactLane(store, place, person);
      const open = await db.prisma.conversation.findFirstOrThrow({ where: { laneId: lane, closedAt: null } });
      const agent = { id: agentId(open.agentId ?? ""), name: open.agentName ?? "" };
      const of = { storeId: store, conversationId: conversationId(open.id), agent, epoch: open.epoch };
      const said = { type: "agent-replied", id: incomingId(`r-${(acts += 1)}-${store}`), lane, at: clock.now() } as const;
      await spine.submit({ ...said, ...of, text, attachments: [], internal });
      await spine.idle();
    },
    settle: async (person, question, ...lines) => {
      await talk.ask(person, question);
      for (const line of lines) await talk.reply(person, line);
    },
  };
  return talk;
}
