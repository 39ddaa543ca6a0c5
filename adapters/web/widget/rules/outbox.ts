import type { FileAnswer } from "../../api.ts";

/** One thing the visitor did that the server must hear of. Kept on the visitor's device until it has come back. */
export interface OutboxItem {
  readonly type: "message" | "human" | "rating";
  readonly clientId: string;
  /** Sorts items in the order they were made, also across tabs: milliseconds since 1970, then a count. */
  readonly order: string;
  readonly madeAt: number;
  readonly progress: "waiting" | "stored" | "refused";
  readonly text?: string;
  readonly choice?: string;
  readonly attachments?: readonly FileAnswer[];
  readonly score?: number;
  /** Why it was refused, as a code for the texts. */
  readonly because?: string | undefined;
}

/** What the server (or its absence) said to one item. */
export type SendAnswer =
  | { readonly type: "stored" }
  | { readonly type: "refused"; readonly because: string }
  | { readonly type: "later"; readonly afterMs: number; readonly isTooFast: boolean }
  | { readonly type: "unreachable" }
  | { readonly type: "signed-out" };

/** A stored item that never came back is forgotten after this. */
const FORGET_MS = 24 * 3_600_000;
/** More than this is not kept on the device; the oldest finished ones go first. */
export const OUTBOX_LIMIT = 200;

/** The next item to send: the oldest that waits. Items go out one after another, so that their order is kept. */
export function nextToSend(items: readonly OutboxItem[]): OutboxItem | undefined {
  return inOrder(items).find((item) => item.progress === "waiting");
}

export function inOrder(items: readonly OutboxItem[]): readonly OutboxItem[] {
  return [...items].sort((a, b) => (a.order < b.order ? -1 : 1));
}

/** The item after an answer; unchanged when it has to be tried again, undefined when nothing is left to show of it. */
export function afterAnswer(item: OutboxItem, answer: SendAnswer): OutboxItem | undefined {
  if (answer.type === "stored") return item.type === "message" ? { ...item, progress: "stored" } : undefined;
  // A refused press of a button needs no line in the talk.
  if (answer.type === "refused")
    return item.type === "message" ? { ...item, progress: "refused", because: answer.because } : undefined;
  return item;
}

/** Items that may be forgotten: back in the talk, or stored long ago. */
export function finished(items: readonly OutboxItem[], returned: ReadonlySet<string>, now: number): readonly OutboxItem[] {
  return items.filter((item) => returned.has(item.clientId) || (item.progress === "stored" && now - item.madeAt > FORGET_MS));
}

/** The same words under a new id, at the end of the line: for what the server refused. */
export function renewed(item: OutboxItem, identity: Pick<OutboxItem, "clientId" | "order" | "madeAt">): OutboxItem {
  return { ...item, ...identity, progress: "waiting", because: undefined };
}

/** `order` for an item made now; `count` tells apart what was made within one millisecond. */
export function orderOf(now: number, count: number): string {
  return `${String(now).padStart(15, "0")}-${String(count % 1_000_000).padStart(6, "0")}`;
}

/** Reads an item back from the device; undefined when it is not one (another version, or another script wrote it). */
export function readOutboxItem(value: unknown): OutboxItem | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const item: Partial<OutboxItem> = value;
  const isItem =
    (item.type === "message" || item.type === "human" || item.type === "rating") &&
    typeof item.clientId === "string" &&
    typeof item.order === "string" &&
    typeof item.madeAt === "number" &&
    (item.progress === "waiting" || item.progress === "stored" || item.progress === "refused");
  // The compiler cannot see that the checks above cover every required field.
  return isItem ? (item as OutboxItem) : undefined;
}
