import { createServer, STATUS_CODES, type RequestListener, type Server } from "node:http";
import type { Duplex } from "node:stream";

/** Patience with slow or greedy clients, in milliseconds and bytes. */
export const SERVER_LIMITS = {
  /** All headers have arrived by then. */
  headersTimeout: 10_000,
  /** The whole request has: 10 MB at 0.7 Mbit/s. Answers, such as event streams, may take as long as they like. */
  requestTimeout: 120_000,
  /** Longer than the idle time of the usual load balancers (60 s), so that they close first. */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
} as const;

/** An HTTP server that gives up on header floods and slow requests, and says so as problem+json. */
export function createHttpServer(app: RequestListener, limits: Partial<Record<keyof typeof SERVER_LIMITS, number>> = {}): Server {
  const server = createServer({ ...SERVER_LIMITS, ...limits }, app);
  server.on("clientError", answerBrokenRequest);
  return server;
}

// What cannot be parsed never reaches Express: answered on the bare socket.
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const { status, field, remedy } = faultOf(error.code);
  const title = STATUS_CODES[status] ?? "Bad Request";
  const body = JSON.stringify({ type: "about:blank", status, title, detail: `${field}: ${remedy}.`, field, remedy });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    "Content-Type: application/problem+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function faultOf(code: string | undefined) {
  if (code === "HPE_HEADER_OVERFLOW")
    return { status: 431, field: "(headers)", remedy: "more than 16 KB of headers: send fewer or shorter ones" };
  if (code === "ERR_HTTP_REQUEST_TIMEOUT")
    return { status: 408, field: "(request)", remedy: "did not arrive in time: send it again" };
  return { status: 400, field: "(request)", remedy: "this is not HTTP/1.1: send a well-formed request" };
}
