import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import type { ActAnswer, ConversationDetail, ConversationPage } from "../../src/desk/api.ts";
import type { Database } from "../../src/infra/database.ts";
import {
  startConsole,
  type Answer,
  type Browser,
  type ConsoleServer,
  type ConsoleSettings,
  type SignedIn,
} from "./console-server.ts";
import type { DatabaseForTest } from "./databases.ts";
import { furnish, messageFrom, STORE } from "./worlds.ts";

/** Another store; of these people only the supervisor sees it. */
export const OTHER = storeId("store-2");

/** Where conversations are read. */
export const BASE = "/api/console/conversations";

/** The console with two agents of one store and a supervisor of two. */
export interface Staffed {
  readonly db: Database;
  readonly server: ConsoleServer;
  /** To whom routing offers what is handed over. */
  readonly agent: SignedIn;
  /** An agent without skills: only claims bring them work. */
  readonly colleague: SignedIn;
  readonly supervisor: SignedIn;
}

/** Starts it for the tests of one file; `meet` gets it before they begin. Each test has a shopper of its own. */
export function staffConsole(databases: DatabaseForTest, meet: (staffed: Staffed) => void, settings: ConsoleSettings = {}) {
  let staffed: Staffed;
  let shoppers = 0;

  beforeAll(async () => {
    const db = await databases.open();
    for (const store of [STORE, OTHER]) await furnish(db, { store });
    await db.prisma.agent.create({
      data: {
        id: "helper",
        name: "韩梅梅",
        skills: [],
        capacity: 50,
        stores: { create: { storeId: STORE } },
        shifts: { create: ALWAYS },
      },
    });
    const server = await startConsole(db, settings);
    const agent = await server.person({ role: "agent", agentId: `agent-${STORE}`, stores: [STORE] });
    const colleague = await server.person({ role: "agent", agentId: "helper", stores: [STORE] });
    const supervisor = await server.person({ role: "supervisor", stores: [STORE, OTHER] });
    staffed = { db, server, agent, colleague, supervisor };
    meet(staffed);
  });
  afterAll(() => staffed.server.close());
  beforeEach(() => void (shoppers += 1));

  const shopper = () => `顾客 ${shoppers}`;
  return {
    /** The name of this test's shopper. */
    shopper,
    handedOver: async (text = "能刻字吗", store = STORE): Promise<string> => {
      const { db, server } = staffed;
      await server.world.spine.submit(messageFrom(shopper(), text, { store }));
      await server.world.spine.idle();
      return (await db.prisma.conversation.findFirstOrThrow({ where: { personName: shopper(), storeId: store } })).id;
    },
    page: async (browser: Browser, query: string): Promise<ConversationPage> =>
      (await browser.get(`${BASE}?${query}`)).json as ConversationPage,
    detail: async (id: string, browser: Browser = staffed.agent): Promise<ConversationDetail> =>
      (await browser.get(`${BASE}/${id}`)).json as ConversationDetail,
    act: (id: string, name: string, body: object, browser: Browser = staffed.agent): Promise<Answer> =>
      browser.post(`${BASE}/${id}/${name}`, { clientId: newClientId(), ...body }),
  };
}

/** What was answered to an act that the server took. */
export function acted(answer: Answer): ActAnswer {
  expect(answer.status).toBe(200);
  return answer.json as ActAnswer;
}

const ALWAYS = { days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], start: "00:00", end: "24:00" };

let made = 0;

/** An id no act had before. */
export function newClientId(): string {
  made += 1;
  return `client-id-${made}`;
}
