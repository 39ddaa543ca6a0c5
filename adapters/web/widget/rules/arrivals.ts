import type { WidgetMessage, WidgetState, WidgetTyping } from "../../api.ts";
import type { StreamEvent } from "./events.ts";

/** What came from the server, over whichever road. */
export type Arrival =
  | { readonly type: "messages"; readonly messages: readonly WidgetMessage[] }
  | { readonly type: "state"; readonly state: WidgetState }
  | { readonly type: "typing"; readonly typing: WidgetTyping };

/** Understands one event of the stream; undefined for kinds of a newer server and for what is not JSON. */
export function readArrival({ event, data }: StreamEvent): Arrival | undefined {
  const value = parse(data);
  if (event === "message") return isMessage(value) ? { type: "messages", messages: [value] } : undefined;
  if (event === "state") return isState(value) ? { type: "state", state: value } : undefined;
  if (event === "typing") return isTyping(value) ? { type: "typing", typing: value } : undefined;
  return undefined;
}

/** The arrivals in the answer to a long poll, state last; undefined when it is not one. */
export function readPoll(value: unknown): readonly Arrival[] | undefined {
  if (!isRecord(value) || !Array.isArray(value["messages"])) return undefined;
  const arrivals: Arrival[] = [{ type: "messages", messages: value["messages"].filter(isMessage) }];
  if (isState(value["state"])) arrivals.push({ type: "state", state: value["state"] });
  return arrivals;
}

// The server is ours, so these look only at what the widget would stumble over.

export function isMessage(value: unknown): value is WidgetMessage {
  if (!isRecord(value) || !isRecord(value["author"])) return false;
  return Number.isSafeInteger(value["seq"]) && typeof value["text"] === "string" && typeof value["at"] === "string";
}

function isState(value: unknown): value is WidgetState {
  return isRecord(value) && typeof value["status"] === "string" && typeof value["timezone"] === "string";
}

function isTyping(value: unknown): value is WidgetTyping {
  return isRecord(value) && (value["who"] === "bot" || value["who"] === "agent");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
