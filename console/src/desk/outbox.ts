import type { ConversationMessage, KeptFile, Sentence } from "../../../src/desk/api.ts";
import type { Keeper } from "../shared/keeper.ts";
import type { Asked, Taken } from "./asked.ts";
import { isKeptFile } from "./files.ts";

/** Words on their way. `unconfirmed`: nobody knows whether they arrived; only the same clientId may carry them again. */
export interface Pending {
  readonly clientId: string;
  readonly conversationId: string;
  /** The epoch the agent saw while writing. */
  readonly epoch: number;
  readonly text: string;
  readonly internal: boolean;
  /** Files that go with it, with the server already. */
  readonly attachments?: readonly KeptFile[];
  /** The last message seen when it was sent. */
  readonly afterSeq: number;
  /** When the agent sent it, milliseconds since 1970. */
  readonly sentAt: number;
  readonly state: "sending" | "unconfirmed" | "refused" | "asked";
  /** What its writer is asked before it goes out; only in this window. */
  readonly asked?: Asked;
  /** Why it may go out although something was found in it. */
  readonly confirmed?: { readonly reason: string };
  /** The answer of the knowledge that it came from. */
  readonly suggestion?: Taken;
  /** Why it was refused, in both languages. */
  readonly reason?: Pick<Sentence, "zh" | "en">;
}

/** At most so many unsent messages are kept; whoever has more has another problem. */
const KEPT_AT_MOST = 50;

/** After that a person decides whether it still fits. */
const AGAIN_WITHIN_MS = 5 * 60_000;

/** Words that go out again by themselves when the connection is back, oldest first: under their clientId they arrive once. */
export function toSendAgain(all: readonly Pending[], now: number): readonly Pending[] {
  return all.filter(({ state, sentAt }) => state === "unconfirmed" && now - sentAt < AGAIN_WITHIN_MS);
}

export function withPending(all: readonly Pending[], pending: Pending): readonly Pending[] {
  return [...all.filter((other) => other.clientId !== pending.clientId), pending].slice(-KEPT_AT_MOST);
}

export function without(all: readonly Pending[], clientId: string): readonly Pending[] {
  return all.filter((pending) => pending.clientId !== clientId);
}

/** Those of a conversation that its messages do not show yet: the live event may be faster than the answer to our own request. */
export function notYetShown(
  all: readonly Pending[],
  conversationId: string,
  messages: readonly ConversationMessage[],
): readonly Pending[] {
  const isShown = (pending: Pending) =>
    pending.state === "sending" &&
    messages.some(
      (message) =>
        message.seq > pending.afterSeq &&
        message.author.type === "agent" &&
        message.internal === pending.internal &&
        message.text === pending.text &&
        idsOf(message.attachments) === idsOf(pending.attachments),
    );
  return all.filter((pending) => pending.conversationId === conversationId && !isShown(pending));
}

function idsOf(files: readonly KeptFile[] | undefined): string {
  return (files ?? []).map(({ id }) => id).join();
}

/** What was kept before the reload. Words that were being sent then are unconfirmed now; a question is not asked again by itself. */
export function keptOutbox(userId: string, keeper: Keeper): readonly Pending[] {
  const all = parsed(keeper.read(keyOf(userId)) ?? "[]").filter(isPending);
  return all.map(({ asked: _asked, ...pending }) => ({ ...pending, state: AFTER_RELOAD[pending.state] }));
}

const AFTER_RELOAD = {
  sending: "unconfirmed",
  unconfirmed: "unconfirmed",
  refused: "refused",
  asked: "refused",
} as const satisfies Record<Pending["state"], Pending["state"]>;

/** Keeps what stands in this window instead of what stood in it before; what other windows keep stays. */
export function keepOutbox(
  userId: string,
  keeper: Keeper,
  { before, now }: { readonly before: readonly Pending[]; readonly now: readonly Pending[] },
): void {
  const ours = new Set([...before, ...now].map(({ clientId }) => clientId));
  const others = parsed(keeper.read(keyOf(userId)) ?? "[]").filter((one) => isPending(one) && !ours.has(one.clientId));
  const all = [...others, ...now];
  if (all.length === 0) keeper.forget(keyOf(userId));
  else keeper.write(keyOf(userId), JSON.stringify(all));
}

function keyOf(userId: string): string {
  return `counterbell.outbox.${userId}`;
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isPending(value: unknown): value is Pending {
  if (typeof value !== "object" || value === null) return false;
  return (
    "clientId" in value &&
    typeof value.clientId === "string" &&
    "conversationId" in value &&
    typeof value.conversationId === "string" &&
    "epoch" in value &&
    typeof value.epoch === "number" &&
    "text" in value &&
    typeof value.text === "string" &&
    "internal" in value &&
    typeof value.internal === "boolean" &&
    "afterSeq" in value &&
    typeof value.afterSeq === "number" &&
    "sentAt" in value &&
    typeof value.sentAt === "number" &&
    "state" in value &&
    typeof value.state === "string" &&
    value.state in AFTER_RELOAD &&
    (!("attachments" in value) || (Array.isArray(value.attachments) && value.attachments.every(isKeptFile)))
  );
}
