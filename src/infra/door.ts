import type { Server } from "node:http";
import type { Express } from "express";
import { createHttpServer } from "./http-server.ts";

/** The door of the house: the port is ours from the beginning, served when everything is there. */
export interface Door {
  readonly port: number;
  serve(app: Express): void;
  isOpen(): boolean;
  /** No new requests; those under way get a moment. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** At a stop, requests under way get this long. */
const CLOSE_AFTER_MS = 5_000;
const IDLE_EVERY_MS = 50;

/** Binds the port, or says who has it. */
export async function openDoor({ host, port }: { readonly host: string; readonly port: number }): Promise<Door> {
  let app: Express | undefined;
  const server = createHttpServer((request, response) => {
    if (app !== undefined) return void app(request, response);
    response.writeHead(503, { "content-type": "application/problem+json", "retry-after": "2" });
    response.end(
      JSON.stringify({
        type: "about:blank",
        title: "Starting",
        status: 503,
        detail: "The desk is starting; try again in 2 s.",
        retryAfter: 2,
      }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? inUse(port) : error));
    server.listen(port, host, resolve);
  });
  let isOpen = false;
  const drain = async (): Promise<void> => {
    isOpen = false;
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    // A connection whose answer is just going out, such as that of a stream which ended, is idle only a moment later.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_EVERY_MS);
    const rest = setTimeout(() => server.closeAllConnections(), CLOSE_AFTER_MS);
    await closed;
    clearInterval(idle);
    clearTimeout(rest);
  };
  return {
    port: portOf(server),
    serve: (given) => {
      app = given;
      isOpen = true;
    },
    isOpen: () => isOpen,
    drain,
    close: drain,
  };
}

function inUse(port: number): Error {
  return new Error(`Port ${port} is in use by another program. Stop that one, or set PORT to a free port.`);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return address.port;
}
