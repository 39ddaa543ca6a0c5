import { Agent, request, type ClientRequest, type IncomingMessage } from "node:http";

/** A shopper on the real interface: one event stream, messages by POST, as the widget does. */
export interface Shopper {
  /** Sends a question; resolves with the milliseconds from POST to the answer on the stream. */
  ask(text: string): Promise<Asked>;
  close(): void;
}

export interface Asked {
  readonly ms: number;
  /** False when a human has it now and the bot keeps silent: this shopper is done. */
  readonly canGoOn: boolean;
}

/** Waiting longer than this for an answer counts as none. */
const GIVE_UP_AFTER_MS = 10_000;

const agent = new Agent({ keepAlive: true, maxSockets: 20_000 });
let counter = 0;

interface Frame {
  readonly event: string;
  readonly data: { readonly status?: string; readonly author?: { readonly type: string }; readonly clientId?: string };
}

/** Opens a session of this store and its stream. */
export async function openShopper(base: string, store: string): Promise<Shopper> {
  const session = await post<{ token: string }>(`${base}/api/widget/sessions`, { store, language: "zh-CN" });
  const token = session.token;
  let status = "none";
  let hear: ((frame: Frame) => void) | undefined;
  const stream = await openStream(`${base}/api/widget/events?since=0`, token, (frame) => {
    if (frame.event === "state") status = frame.data.status ?? status;
    hear?.(frame);
  });
  return {
    ask: (text) => {
      counter += 1;
      const clientId = `bench-${process.pid}-${counter}`;
      const begun = performance.now();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`no answer to “${text}” within ${GIVE_UP_AFTER_MS} ms (${status})`)),
          GIVE_UP_AFTER_MS,
        );
        let isOurs = false;
        hear = ({ event, data }) => {
          if (event === "message" && data.clientId === clientId) isOurs = true;
          if (!isOurs || event !== "message" || data.author?.type !== "bot") return;
          clearTimeout(timer);
          hear = undefined;
          // Told of a human by state, which comes with or after the words.
          setImmediate(() => resolve({ ms: performance.now() - begun, canGoOn: status === "bot" || status === "none" }));
        };
        post(`${base}/api/widget/messages`, { clientId, text }, token).catch(reject);
      });
    },
    close: () => stream.destroy(),
  };
}

/** Opens a stream and calls back with each frame; resolves when it is open. */
export function openStream(url: string, token: string, hear: (frame: Frame) => void): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { agent, headers: { authorization: `Bearer ${token}`, accept: "text/event-stream" } },
      (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`stream refused with ${answer.statusCode}`));
        readFrames(answer, hear);
        resolve(asked);
      },
    );
    asked.on("error", (error) => reject(error));
    asked.end();
  });
}

function readFrames(answer: IncomingMessage, hear: (frame: Frame) => void): void {
  let rest = "";
  answer.setEncoding("utf8");
  answer.on("error", () => undefined);
  answer.on("data", (chunk: string) => {
    const frames = (rest + chunk).split("\n\n");
    rest = frames.pop() ?? "";
    for (const frame of frames) {
      const event = /^event: (.+)$/m.exec(frame)?.[1];
      const data = /^data: (.+)$/m.exec(frame)?.[1];
      if (event !== undefined && data !== undefined) hear({ event, data: JSON.parse(data) });
    }
  });
}

/** POSTs JSON; resolves with the answer, rejects on anything but 2xx. */
export function post<T>(url: string, body: object, token?: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const asked = request(url, { method: "POST", agent, headers }, (answer) => {
      let received = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => (received += chunk));
      answer.on("end", () => {
        if ((answer.statusCode ?? 500) >= 300) reject(new Error(`${answer.statusCode}: ${received}`));
        else resolve(JSON.parse(received));
      });
    });
    asked.on("error", reject);
    asked.end(text);
  });
}
