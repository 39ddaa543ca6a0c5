import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createWebChannel, type WebChannel } from "../../adapters/web/index.ts";
import type { WebLimits } from "../../adapters/web/limits.ts";
import type { Spine } from "../../src/core/spine.ts";
import type { VisitorDesk } from "../../src/core/visitor.ts";
import { inTime } from "../../src/infra/body.ts";
import { createApp, finishApp } from "../../src/infra/http.ts";
import { createHttpServer, type SERVER_LIMITS } from "../../src/infra/http-server.ts";
import { createLog } from "../../src/infra/log.ts";

/** The web channel in a real app on this machine. */
export interface WebServer {
  readonly base: string;
  readonly channel: WebChannel;
  /** What the channel could tell nobody else. */
  readonly reported: readonly unknown[];
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

export interface WebServerParts {
  readonly visitors: VisitorDesk;
  readonly spine: Pick<Spine, "receive" | "onMoved">;
  readonly limits?: Partial<WebLimits>;
  readonly heartbeatMs?: number;
  /** How long a JSON body may take. */
  readonly bodyWithinMs?: number;
  readonly server?: Partial<Record<keyof typeof SERVER_LIMITS, number>>;
  readonly trustProxy?: readonly string[];
}

const NO_LIMITS: WebLimits = {
  messagesPerVisitorPerMinute: 0,
  messagesPerAddressPerMinute: 0,
  sessionsPerAddressPerMinute: 0,
};

const SHOP_PAGE = `<!doctype html><title>{{STORE_NAME}}</title><script src="/widget.js" data-store="{{STORE_KEY}}" async></script>`;

/** Starts it on a free port. Close it, or use `startWebServer` within a test. */
export async function openWebServer(parts: WebServerParts): Promise<WebServer> {
  const folder = mkdtempSync(join(tmpdir(), "counterbell-web-"));
  writeFileSync(join(folder, "widget.js"), "/* widget */");
  writeFileSync(join(folder, "shop.html"), SHOP_PAGE);
  const reported: unknown[] = [];
  const channel = createWebChannel({
    visitors: parts.visitors,
    limits: { ...NO_LIMITS, ...parts.limits },
    onMoved: parts.spine.onMoved,
    files: { scriptsDir: folder, shopPage: join(folder, "shop.html") },
    now: () => Date.now(),
    inTime: (parse) => inTime(parse, parts.bodyWithinMs),
    report: (error) => reported.push(error),
    ...(parts.heartbeatMs === undefined ? {} : { heartbeatMs: parts.heartbeatMs }),
  });
  const app = createApp({ trustProxy: parts.trustProxy ?? [] });
  app.use(channel.router);
  finishApp(app, createLog("silent"));
  await channel.start(parts.spine.receive);
  const server = createHttpServer(app, parts.server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return {
    base,
    channel,
    reported,
    get: (path, headers = {}) => fetch(base + path, { headers }),
    post: (path, body, headers = {}) =>
      fetch(base + path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    close: async () => {
      await channel.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same for one test, closed after it. */
export async function startWebServer(parts: WebServerParts): Promise<WebServer> {
  const server = await openWebServer(parts);
  onTestFinished(() => server.close());
  return server;
}

/** Headers of somebody with this token. */
export const bearer = (token: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${token}` });

export interface StreamEvent {
  readonly event: string;
  readonly id?: string | undefined;
  readonly data: unknown;
}

/** Reads a stream's events one after another; comments are counted. */
export interface StreamReader {
  readonly response: Response;
  /** The next event of this kind, others are skipped; undefined: the stream ended. */
  next(event?: string): Promise<StreamEvent | undefined>;
  /** The texts of the next `count` messages with their numbers. */
  texts(count: number): Promise<readonly string[]>;
  comments(): number;
  close(): void;
}

/** Opens an event stream. */
export async function listenTo(url: string, headers: Readonly<Record<string, string>>): Promise<StreamReader> {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let comments = 0;
  const nextBlock = async (): Promise<string | undefined> => {
    for (;;) {
      const end = rest.indexOf("\n\n");
      if (end >= 0) {
        const block = rest.slice(0, end);
        rest = rest.slice(end + 2);
        return block;
      }
      const part = await reader?.read();
      if (part === undefined || part.done) return undefined;
      rest += decoder.decode(part.value, { stream: true });
    }
  };
  const next = async (wanted?: string): Promise<StreamEvent | undefined> => {
    for (let block = await nextBlock(); block !== undefined; block = await nextBlock()) {
      if (block.startsWith(":")) {
        comments += 1;
        if (wanted === "comment") return { event: "comment", data: undefined };
        continue;
      }
      const fields = new Map(
        block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
      );
      const found = {
        event: fields.get("event") ?? "",
        id: fields.get("id"),
        data: JSON.parse(fields.get("data") ?? "null") as unknown,
      };
      if (wanted === undefined || found.event === wanted) return found;
    }
    return undefined;
  };
  return {
    response,
    next,
    texts: async (count) => {
      const texts: string[] = [];
      while (texts.length < count) {
        const found = await next("message");
        if (found === undefined) break;
        const { seq, text } = found.data as { seq: number; text: string };
        texts.push(`${seq} ${text}`);
      }
      return texts;
    },
    comments: () => comments,
    close: () => abort.abort(),
  };
}
