import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { WidgetMessage, WidgetState } from "../../adapters/web/api.ts";

/** What the fake server knows of one visitor. */
export interface Visit {
  readonly id: string;
  readonly messages: WidgetMessage[];
  readonly clientIds: Map<string, string>;
  readonly streams: Set<ServerResponse>;
  readonly waiting: Set<() => void>;
  state: WidgetState;
  seq: number;
  conversation: number;
}

export function newVisit(): Visit {
  return {
    id: randomUUID(),
    messages: [],
    clientIds: new Map(),
    streams: new Set(),
    waiting: new Set(),
    state: { status: "none", timezone: "Asia/Shanghai" },
    seq: 0,
    conversation: 1,
  };
}

/** The store's side or the shopper says something. */
export function append(visit: Visit, said: Pick<WidgetMessage, "author" | "text"> & Partial<WidgetMessage>): void {
  visit.seq += 1;
  const message: WidgetMessage = {
    id: randomUUID(),
    conversationId: `talk-${visit.conversation}`,
    at: new Date().toISOString(),
    ...said,
    seq: visit.seq,
  };
  visit.messages.push(message);
  send(visit, "message", message, message.seq);
}

/** The talk stands differently. */
export function stand(visit: Visit, state: Partial<WidgetState>): void {
  visit.state = { status: visit.state.status, timezone: "Asia/Shanghai", ...state };
  send(visit, "state", visit.state);
}

/** Tells every open stream, and every waiting poll. */
export function send(visit: Visit, event: string, value: object, id?: number): void {
  for (const stream of visit.streams) stream.write(eventText(event, value, id));
  if (event !== "typing") for (const wake of [...visit.waiting]) wake();
}

/** One server-sent event. */
export function eventText(event: string, value: object, id?: number): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(value)}\n\n`;
}
