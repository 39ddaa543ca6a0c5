import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { seededChance } from "./chance.ts";

/** Stands between browsers and a server, and is as unreliable as told. */
export interface CuttingProxy {
  readonly url: string;
  /** From now on this share (0..1) of answers to the widget's POSTs is cut after the server committed, and of its streams. */
  cutAnswers(share: number): void;
  /** How many were cut so far. */
  cuts(): number;
  stop(): Promise<void>;
}

/** How long a stream that is to be cut lasts: long enough for a few lines. */
const STREAM_LASTS_MS = 150;

/** Passes everything on to `target`; the chances are the same in each run. */
export async function cuttingProxy(target: string): Promise<CuttingProxy> {
  const chance = seededChance(7);
  let share = 0;
  let cuts = 0;
  const server = createServer((request, response) => {
    const isCut = isOfWidget(request) && chance() < share;
    if (isCut) cuts += 1;
    passOn({ request, response, target, isCut });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAnswers: (next) => {
      share = next;
    },
    cuts: () => cuts,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isOfWidget({ method, url = "" }: IncomingMessage): boolean {
  return url.startsWith("/api/widget/") && (method === "POST" || url.startsWith("/api/widget/events"));
}

interface Passing {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: string;
  readonly isCut: boolean;
}

function passOn({ request, response, target, isCut }: Passing): void {
  const { hostname, port } = new URL(target);
  const { method, url: path, headers } = request;
  const onward = ask({ hostname, port, method, path, headers: { ...headers, host: `${hostname}:${port}` } }, (answer) => {
    const isStream = method === "GET";
    // The server has answered: it has committed. Whoever asked never hears it.
    if (isCut && !isStream) return void response.destroy();
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on("error", () => response.destroy());
    if (isCut) setTimeout(() => response.destroy(), STREAM_LASTS_MS);
  });
  onward.on("error", () => response.destroy());
  response.on("close", () => onward.destroy());
  request.pipe(onward);
}
