import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A message that a webhook's address got. */
export interface Heard {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** An address outside, which behaves as its path says: `/ok`, `/500`, `/410`, `/redirect`, `/slow`, `/close`, `/endless`, `/broken`. */
export interface ListeningServer {
  readonly origin: string;
  readonly heard: readonly Heard[];
  /** How the next messages to `/moody` are answered. */
  answerMoody(status: number): void;
  close(): Promise<void>;
}

export async function startListening(): Promise<ListeningServer> {
  const heard: Heard[] = [];
  let mood = 200;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const path = request.url ?? "";
      heard.push({ path, headers: request.headers, body: Buffer.concat(parts).toString() });
      (BEHAVIOURS[path] ?? ((told) => told.writeHead(mood).end("told")))(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    answerMoody: (status) => void (mood = status),
    close: () => closed(server),
  };
}

const BEHAVIOURS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/ok": (response) => response.end("收到了"),
  "/500": (response) => response.writeHead(500).end("<h1>\0Ouch</h1>"),
  "/410": (response) => response.writeHead(410).end(),
  "/redirect": (response) => response.writeHead(302, { location: "/ok" }).end(),
  "/slow": () => undefined,
  "/close": (response) => response.destroy(),
  "/endless": (response) => {
    response.writeHead(200);
    const more = (): void => void (response.write("x".repeat(1_000)) ? setImmediate(more) : response.once("drain", more));
    response.on("close", () => response.removeAllListeners("drain"));
    more();
  },
  "/broken": (response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("half", () => response.destroy());
  },
};

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
