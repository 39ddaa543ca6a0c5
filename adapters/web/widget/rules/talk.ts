import type { FileAnswer, WidgetMessage, WidgetState, WidgetTyping } from "../../api.ts";
import type { OutboxItem } from "./outbox.ts";

/** A typing signal passes after this, unless another one comes. */
export const TYPING_MS = 6_000;
/** How long the bot is shown thinking after the server has a message of ours. */
export const THINKING_MS = 12_000;

/** What one visitor and one store have said, as this tab knows it. */
export interface Talk {
  /** By rising seq, each seq once. */
  readonly messages: readonly WidgetMessage[];
  /** The highest seq seen; streams go on from here. */
  readonly cursor: number;
  readonly state?: WidgetState | undefined;
  readonly typing?: Typing | undefined;
}

export interface Typing extends WidgetTyping {
  /** Milliseconds since 1970. */
  readonly until: number;
}

export const EMPTY_TALK: Talk = { messages: [], cursor: 0 };

/** Adds messages as they come, in any order and as often as they come. What was known already changes nothing. */
export function hear(talk: Talk, arrived: readonly WidgetMessage[]): Talk {
  const known = new Set(talk.messages.map((message) => message.seq));
  const fresh = arrived.filter((message) => !known.has(message.seq) && known.add(message.seq));
  if (fresh.length === 0) return talk;
  const messages = [...talk.messages, ...fresh].sort((a, b) => a.seq - b.seq);
  const isAnswered = fresh.some((message) => message.author.type !== "shopper");
  return {
    ...talk,
    messages,
    cursor: messages.at(-1)?.seq ?? 0,
    typing: isAnswered ? undefined : talk.typing,
  };
}

/** The talk stands differently. The bot's typing ends when people take over, everybody's when the talk is closed. */
export function stand(talk: Talk, state: WidgetState): Talk {
  const typists = TYPISTS[state.status];
  const isOver = talk.typing !== undefined && !typists.includes(talk.typing.who);
  return { ...talk, state, typing: isOver ? undefined : talk.typing };
}

const TYPISTS: Readonly<Record<WidgetState["status"], readonly WidgetTyping["who"][]>> = {
  none: ["bot", "agent"],
  bot: ["bot", "agent"],
  queued: ["agent"],
  offered: ["agent"],
  assigned: ["agent"],
  closed: [],
};

/** Somebody types. */
export function noticeTyping(talk: Talk, typing: WidgetTyping, now: number): Talk {
  return { ...talk, typing: { ...typing, until: now + TYPING_MS } };
}

/** Our message is stored: while the bot is in charge and has not answered it yet, show that it thinks. */
export function expectAnswer(talk: Talk, clientId: string, now: number): Talk {
  const status = talk.state?.status ?? "none";
  if (status !== "none" && status !== "bot") return talk;
  const own = talk.messages.findIndex((message) => message.clientId === clientId);
  const isAnswered = own >= 0 && talk.messages.slice(own + 1).some((message) => message.author.type !== "shopper");
  if (isAnswered || talk.typing !== undefined) return talk;
  return { ...talk, typing: { who: "bot", until: now + THINKING_MS } };
}

/** Takes away a typing signal that has passed. */
export function settle(talk: Talk, now: number): Talk {
  return talk.typing !== undefined && talk.typing.until <= now ? { ...talk, typing: undefined } : talk;
}

/** Messages from the store's side after `readSeq`. */
export function unreadCount(talk: Talk, readSeq: number): number {
  return talk.messages.filter((message) => message.seq > readSeq && message.author.type !== "shopper").length;
}

/** Ids of own messages that came back on the stream. */
export function returnedIds(talk: Talk): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const message of talk.messages) if (message.clientId !== undefined) ids.add(message.clientId);
  return ids;
}

/** `waiting`: not at the server; `stored`: one tick; `returned`: two ticks, it stands in the talk; `refused`: will not be sent again by itself. */
export type Progress = "waiting" | "stored" | "returned" | "refused";

export type Line =
  | { readonly type: "day"; readonly key: string; readonly at: string }
  | {
      readonly type: "message";
      readonly key: string;
      readonly message: WidgetMessage;
      /** The first of several by the same author: shows the name. */
      readonly isFirst: boolean;
      /** Its choices may still be pressed. */
      readonly isOpen: boolean;
    }
  | {
      readonly type: "pending";
      readonly key: string;
      readonly clientId: string;
      readonly text: string;
      readonly attachments: readonly FileAnswer[];
      readonly progress: Progress;
      readonly because?: string | undefined;
    };

/** A new time stamp is shown after this much silence. */
const PAUSE_MS = 10 * 60_000;

/** What is shown, from top to bottom: the talk, then what is still on its way. */
export function linesOf(talk: Talk, outbox: readonly OutboxItem[]): readonly Line[] {
  const lines: Line[] = [];
  const returned = returnedIds(talk);
  const pending = outbox.filter((item) => item.type === "message" && !returned.has(item.clientId));
  let previous: WidgetMessage | undefined;
  for (const message of talk.messages) {
    const hasPause = previous === undefined || Date.parse(message.at) - Date.parse(previous.at) > PAUSE_MS;
    if (hasPause) lines.push({ type: "day", key: `day-${message.seq}`, at: message.at });
    const isFirst = hasPause || !isSameAuthor(previous, message);
    const isOpen = message.seq === talk.cursor && pending.length === 0 && talk.state?.status !== "closed";
    lines.push({ type: "message", key: keyOf(message), message, isFirst, isOpen });
    previous = message;
  }
  for (const item of pending) lines.push(pendingLine(item));
  return lines;
}

/** Own messages keep their key when they come back, so that the line on the screen stays the same one. */
function keyOf(message: WidgetMessage): string {
  return message.clientId === undefined ? `seq-${message.seq}` : `own-${message.clientId}`;
}

function isSameAuthor(a: WidgetMessage | undefined, b: WidgetMessage): boolean {
  return a?.author.type === b.author.type && a.author.name === b.author.name;
}

function pendingLine(item: OutboxItem): Line {
  return {
    type: "pending",
    key: `own-${item.clientId}`,
    clientId: item.clientId,
    text: item.text ?? "",
    attachments: item.attachments ?? [],
    progress: item.progress,
    because: item.because,
  };
}
