import type { MessageRequest, PollAnswer, SessionAnswer, SessionRequest, WidgetMessage } from "../../adapters/web/api.ts";

/** A shopper's browser without the browser: sends until it is acknowledged, reads with the cursor. */
export interface WidgetClient {
  readonly session: SessionAnswer;
  /** Sends until the server says it is stored, as often as it takes. */
  send(message: MessageRequest): Promise<void>;
  /** Everything after `since`; retries while the server is away. */
  poll(since: number, waitSeconds?: number): Promise<PollAnswer>;
  human(clientId: string): Promise<void>;
}

const AGAIN_AFTER_MS = 25;

export async function widgetClient(url: string, store: string, identity?: SessionRequest["identity"]): Promise<WidgetClient> {
  const visit = { store, language: "zh-CN", ...(identity === undefined ? {} : { identity }) };
  const session = await untilAnswered<SessionAnswer>(() => post(`${url}/api/widget/sessions`, visit));
  const headers = { authorization: `Bearer ${session.token}` };
  return {
    session,
    send: async (message) => void (await untilAnswered(() => post(`${url}/api/widget/messages`, message, headers))),
    human: async (clientId) => void (await untilAnswered(() => post(`${url}/api/widget/human`, { clientId }, headers))),
    poll: (since, waitSeconds = 0) =>
      untilAnswered(() => fetch(`${url}/api/widget/messages?since=${since}&wait=${waitSeconds}`, { headers })),
  };
}

/** Reads until a condition holds on everything read so far. */
export async function readUntil(client: WidgetClient, holds: (all: readonly WidgetMessage[]) => boolean, withinMs = 60_000) {
  const all: WidgetMessage[] = [];
  const deadline = Date.now() + withinMs;
  while (!holds(all)) {
    if (Date.now() > deadline) throw new Error(`Still not so after ${withinMs} ms; read: ${JSON.stringify(all)}`);
    const { messages } = await client.poll(all.at(-1)?.seq ?? 0, 1);
    all.push(...messages);
  }
  return all;
}

function post(url: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });
}

async function untilAnswered<T>(ask: () => Promise<Response>): Promise<T> {
  for (;;) {
    try {
      const answer = await ask();
      if (answer.ok) return (await answer.json()) as T;
      if (answer.status < 500) throw new Refused(`${answer.status}: ${await answer.text()}`);
    } catch (error) {
      // No answer is no refusal: the server is away, or was killed after it stored.
      if (error instanceof Refused) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}

class Refused extends Error {}
