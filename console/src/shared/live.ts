import { useEffect, useRef } from "react";
import type { ConversationChanged, StreamBegun } from "../../../src/desk/api.ts";
import type { RequestsTold } from "../../../src/requests/api.ts";
import type { LiveEvent } from "./live-events.ts";

type Listener = (event: LiveEvent) => void;

export interface Live {
  /** The first listener opens the stream, the last one to leave closes it. */
  subscribe(listener: Listener): () => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** Where the stream is, for whoever has heard everything up to a number; undefined: nothing. */
export type StreamAddress = (after: string | undefined) => string;

/** One stream for the whole page. */
export function openLive(address: StreamAddress): Live {
  const listeners = new Set<Listener>();
  let close: (() => void) | undefined;
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      close ??= connect(address, (event) => listeners.forEach((each) => each(event)));
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        close?.();
        close = undefined;
      };
    },
  };
}

/** Calls `listener` for every event while the component stands. */
export function useLive(live: Live, listener: Listener): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => live.subscribe((event) => latest.current(event)), [live]);
}

// A refused stream (a proxy's 502, an expired session) is asked for again, ever more slowly; the browser itself goes on only
// where a connection broke.
function connect(address: StreamAddress, tell: Listener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE_MS;

  const position: Position = { heard: "", missed: 0 };

  function open(): void {
    // A stream that is opened anew does not know by itself what the one before had heard.
    source = new EventSource(address(position.heard === "" ? undefined : position.heard));
    source.onopen = () => {
      pause = FIRST_PAUSE_MS;
    };
    source.onerror = () => {
      tell({ type: "lost" });
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    };
    hearNumbered(source, position, tell);
    hearSigns(source, tell);
  }

  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

interface Position {
  /** The last number that was heard. */
  heard: string;
  /** So many of the next events were missed. */
  missed: number;
}

function hearNumbered(source: EventSource, position: Position, tell: Listener): void {
  for (const how of ["begun", "resumed", "reset"] as const) {
    source.addEventListener(how, (event) => {
      position.heard = event.lastEventId;
      const begun: StreamBegun = JSON.parse(String(event.data));
      position.missed = begun.missed;
      tell({ type: "connected", how });
    });
  }
  source.addEventListener("conversation", (event) => {
    position.heard = event.lastEventId;
    const changed: ConversationChanged = JSON.parse(String(event.data));
    tell({ type: "conversation", ...changed, isMissed: position.missed > 0 });
    position.missed = Math.max(0, position.missed - 1);
  });
}

/** What tells how it is and not what happened: of no number, and never made up for. */
function hearSigns(source: EventSource, tell: Listener): void {
  source.addEventListener("presence", (event) => {
    const id = conversationNamed(event.data);
    if (id !== undefined) tell({ type: "presence", conversationId: id });
  });
  source.addEventListener("shopper", (event) => {
    const conversationId = conversationNamed(event.data);
    if (conversationId === undefined) return;
    const isTyping = fieldOf(event.data, "isTyping") === true;
    tell({
      type: "shopper",
      conversationId,
      isTyping,
      got: numberNamed(event.data, "got"),
      read: numberNamed(event.data, "read"),
    });
  });
  source.addEventListener("parked", (event) => tell({ type: "parked", count: numberNamed(event.data, "count") }));
  source.addEventListener("requests", (event) => {
    const told: RequestsTold = JSON.parse(String(event.data));
    tell({ type: "requests", ...told });
  });
  source.addEventListener("alerts", (event) => tell({ type: "alerts", count: numberNamed(event.data, "count") }));
}

function conversationNamed(data: unknown): string | undefined {
  const said = fieldOf(data, "conversationId");
  return typeof said === "string" ? said : undefined;
}

function numberNamed(data: unknown, name: string): number {
  const said = fieldOf(data, name);
  return typeof said === "number" ? said : 0;
}

function fieldOf(data: unknown, name: string): unknown {
  try {
    const said: unknown = JSON.parse(String(data));
    return typeof said === "object" && said !== null ? new Map(Object.entries(said)).get(name) : undefined;
  } catch {
    return undefined;
  }
}
