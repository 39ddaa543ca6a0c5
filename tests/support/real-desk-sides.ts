import { expect } from "vitest";
import type { WidgetMessage } from "../../adapters/web/api.ts";
import type { ActAnswer, ConversationPage, ConversationRow } from "../../src/desk/api.ts";
import type { ConsoleWorld } from "../browser/console-stories.ts";
import type { DeskSide } from "../browser/widget-stories.ts";
import { createBrowser, type Browser } from "./console-server.ts";
import type { CuttingProxy } from "./cutting-proxy.ts";
import { provenShopper, SHOP, type RealDesk, type SignIn } from "./real-desk.ts";
import { widgetClient, type WidgetClient } from "./widget-client.ts";

/** An agent who works over the console's own HTTP, without a browser. */
export interface AgentByHttp {
  /** Takes whoever was handed over last, as soon as they wait; resolves to the conversation's id. */
  takeNewest(): Promise<string>;
  say(conversation: string, text: string): Promise<void>;
  close(conversation: string): Promise<void>;
}

export async function agentByHttp(desk: RealDesk, who: SignIn = desk.agent): Promise<AgentByHttp> {
  const browser = createBrowser(desk.server.url);
  const { status, text } = await browser.post("/api/auth/sign-in/email", { email: who.email, password: who.password });
  if (status !== 200) throw new Error(`${who.email} cannot sign in: ${status} ${text}`);
  // Each act tells the epoch after it; nobody else acts on these conversations.
  const epochs = new Map<string, number>();
  const act = async (id: string, what: string, body: object): Promise<void> =>
    void epochs.set(id, (await actOn(browser, `${id}/${what}`, body)).epoch);
  return {
    takeNewest: async () => {
      const newest = async () => {
        const { items } = await read<ConversationPage>(browser, "/api/console/conversations?list=waiting");
        return items.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))[0]?.id;
      };
      await expect.poll(newest, { timeout: 10_000 }).toBeDefined();
      const id = (await newest()) ?? "";
      await act(id, "claim", {});
      return id;
    },
    say: (id, words) => act(id, "reply", { epoch: epochs.get(id) ?? 0, text: words, internal: false }),
    close: (id) => act(id, "close", { epoch: epochs.get(id) ?? 0 }),
  };
}

/** The real desk as the widget's stories move it; answers come through a proxy that can cut them. */
export async function realDeskSide(desk: RealDesk, proxy: CuttingProxy): Promise<DeskSide> {
  const agent = await agentByHttp(desk);
  let current = "";
  return {
    shopUrl: `${proxy.url}/demo/${SHOP.key}`,
    assign: async () => {
      current = await agent.takeNewest();
    },
    agentSays: (_name, text) => agent.say(current, text),
    closeTalk: () => agent.close(current),
    goDown: () => desk.server.kill(),
    comeBack: () => desk.server.start(),
    cutAnswers: proxy.cutAnswers,
  };
}

/** The real desk as the console's stories need it. Shoppers are signed in by the store, so that they have names. */
export async function realConsoleWorld(desk: RealDesk): Promise<ConsoleWorld> {
  const shoppers = new Map<string, WidgetClient>();
  const shopperOf = (conversation: string): WidgetClient => {
    const client = shoppers.get(conversation);
    if (client === undefined) throw new Error(`nobody of this test is in conversation ${conversation}`);
    return client;
  };
  const said = async (client: WidgetClient): Promise<readonly WidgetMessage[]> => (await client.poll(0)).messages;
  return {
    url: desk.server.url,
    agent: desk.agent,
    shopperWaits: async (name, text) => {
      const client = await widgetClient(desk.server.url, SHOP.key, provenShopper(`shopper-${crypto.randomUUID()}`, name));
      await client.send({ clientId: crypto.randomUUID(), text });
      await client.human(crypto.randomUUID());
      await expect.poll(async () => (await client.poll(0)).state.status, { timeout: 20_000 }).toMatch(/queued|offered/);
      const id = (await said(client))[0]?.conversationId ?? "";
      shoppers.set(id, client);
      return id;
    },
    shopperSays: (id, text) => shopperOf(id).send({ clientId: crypto.randomUUID(), text }),
    shopperSees: async (id) => (await said(shopperOf(id))).map(({ text }) => text),
  };
}

async function read<T>(browser: Browser, path: string): Promise<T> {
  const { status, json, text } = await browser.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
  return json as T;
}

async function actOn(browser: Browser, path: string, body: object): Promise<ConversationRow> {
  const { status, json, text } = await browser.post(`/api/console/conversations/${path}`, {
    clientId: crypto.randomUUID(),
    ...body,
  });
  if (status !== 200 || (json as ActAnswer).outcome !== "done") throw new Error(`${path} answered ${status}: ${text}`);
  return (json as ActAnswer).conversation;
}
