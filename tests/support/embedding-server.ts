import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the next answers are; `well` until a test says otherwise. */
export type Manner =
  | { readonly type: "well" }
  | { readonly type: "slow"; readonly ms: number }
  /** Takes the request and says nothing, until `release`. */
  | { readonly type: "hanging" }
  /** Begins an answer and never ends it. */
  | { readonly type: "half" }
  | { readonly type: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly type: "body"; readonly body: string }
  | { readonly type: "reset" }
  | { readonly type: "endless" }
  /** One vector too few. */
  | { readonly type: "fewer" }
  /** Right, in another order. */
  | { readonly type: "reordered" }
  | { readonly type: "same-index" }
  /** Each vector of another length, or all of another than before. */
  | { readonly type: "uneven" }
  | { readonly type: "shorter" }
  /** A number that is none in one vector. */
  | { readonly type: "value"; readonly value: string }
  /** Refuses whatever has this text in it. */
  | { readonly type: "refusing"; readonly text: string };

export interface Asked {
  readonly texts: readonly string[];
  readonly model: unknown;
  readonly format: unknown;
  readonly authorization: string | undefined;
  readonly path: string | undefined;
}

/** A real HTTP server that speaks `/v1/embeddings`; its vectors come from the texts alone, so that they are always the same. */
export interface EmbeddingServer {
  readonly url: string;
  readonly asked: readonly Asked[];
  behave(manner: Manner): void;
  /** From now on these texts mean the same, however they are written (after normalising). */
  mean(...texts: readonly string[]): void;
  /** Answers what hangs. */
  release(): void;
  /** Resolves when so many requests have come since the start. */
  heard(count: number): Promise<void>;
  close(): Promise<void>;
}

const DIMENSIONS = 96;

export async function embeddingServer(): Promise<EmbeddingServer> {
  const asked: Asked[] = [];
  const meanings = new Map<string, string>();
  let manner: Manner = { type: "well" };
  let held: (() => void)[] = [];
  const listeners: (() => void)[] = [];
  const vectorOf = (text: string): readonly number[] => vectorFor(text, meanings.get(text) ?? text);

  const server = createServer((request, response) => {
    // A caller that gave up is no fault of this server.
    response.on("error", () => undefined);
    void bodyOf(request).then((body) => {
      const { input, model, encoding_format: format } = JSON.parse(body) as Record<string, unknown>;
      const texts = input as readonly string[];
      asked.push({ texts, model, format, authorization: request.headers.authorization, path: request.url });
      for (const listener of listeners.splice(0)) listener();
      const now = manner;
      const answer = (): void => answerAs(now, { request, response, texts, vectorOf });
      if (now.type === "hanging") held.push(answer);
      else if (now.type === "slow") setTimeout(answer, now.ms);
      else answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    behave: (next) => (manner = next),
    mean: (...texts) => texts.forEach((text) => meanings.set(text, meanings.get(texts[0] ?? "") ?? texts[0] ?? "")),
    release: () => {
      for (const answer of held) answer();
      held = [];
    },
    heard: async (count) => {
      while (asked.length < count) await new Promise<void>((resolve) => listeners.push(resolve));
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

interface Answering {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly texts: readonly string[];
  readonly vectorOf: (text: string) => readonly number[];
}

function answerAs(manner: Manner, { request, response, texts, vectorOf }: Answering): void {
  const data = texts.map((text, index) => ({ object: "embedding", index, embedding: vectorOf(text) }));
  const send = (rows: readonly object[]): void => json(response, JSON.stringify({ object: "list", data: rows, model: "m" }));
  switch (manner.type) {
    case "well":
    case "slow":
    case "hanging":
      return send(data);
    case "half":
      response.writeHead(200, { "content-type": "application/json" });
      return void response.write('{"data":[');
    case "status":
      return void response.writeHead(manner.status, manner.headers).end("{}");
    case "body":
      return json(response, manner.body);
    case "reset":
      return void request.socket.destroy();
    case "endless":
      return pour(response);
    case "fewer":
      return send(data.slice(1));
    case "reordered":
      return send(data.toReversed());
    case "same-index":
      return send(data.map((row) => ({ ...row, index: 0 })));
    case "uneven":
      return send(data.map((row) => ({ ...row, embedding: row.embedding.slice(row.index) })));
    case "shorter":
      return send(data.map((row) => ({ ...row, embedding: row.embedding.slice(1) })));
    case "value":
      return json(response, JSON.stringify({ data }).replace(/\[-?\d[\d.e-]*/, `[${manner.value}`));
    case "refusing":
      if (texts.some((text) => text.includes(manner.text))) return void response.writeHead(400).end("{}");
      return send(data);
  }
}

function json(response: ServerResponse, body: string): void {
  response.writeHead(200, { "content-type": "application/json" }).end(body);
}

/** Numbers without end, as fast as they are taken. */
function pour(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  const piece = `${"0.125,".repeat(10_000)}`;
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}

/** Mostly what a text means, and a little how it is written. */
function vectorFor(text: string, meaning: string): readonly number[] {
  const written = directionOf(text);
  const meant = directionOf(meaning);
  return written.map((value, at) => value + 2 * (meant[at] ?? 0));
}

/** The same for the same text, next to nothing in common with others. */
function directionOf(text: string): readonly number[] {
  const bytes = [0, 1].flatMap((part) => [...createHash("sha512").update(`${part}${text}`).digest()]);
  return bytes.slice(0, DIMENSIONS).map((byte) => byte - 127.5);
}
