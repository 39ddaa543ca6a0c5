/**
 * What the console and the server say to each other about conversations, as JSON. Types only: the console imports this file.
 * Every answer is limited to the stores of the signed-in person; a foreign id is answered like an unknown one: 404.
 */

import type { RequestRow } from "../requests/api.ts";
import type { Seen, SuggestedAnswers, Transfer, TransferTargets } from "./workspace/api.ts";

export type Role = "agent" | "supervisor" | "merchant" | "admin";

/**
 * `GET /api/console/me`; 401 when nobody is signed in (`GET /api/auth/session` asks without that).
 * Sign-in: `POST /api/auth/sign-in/email`, out: `/api/auth/sign-out`.
 */
export interface Me {
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };
  /** The agent this person works as; only they can claim. */
  readonly agent?: { readonly id: string; readonly name: string; readonly status: AgentStatus; readonly onShift: boolean };
  readonly stores: readonly StoreRow[];
}

export type AgentStatus = "ready" | "break" | "away" | "offline";

export interface StoreRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly timezone: string;
  /** I decide for the merchant about proposals for its knowledge. */
  readonly approves?: true;
}

/**
 * `GET /api/console/conversations?list=waiting|mine|open|closed&store=&cursor=`
 * waiting: queued or offered (to me first); mine: assigned to me; open: all that are not closed, of my stores; closed: newest first.
 */
export interface ConversationPage {
  readonly items: readonly ConversationRow[];
  readonly next?: string;
  /** How many there are in each list, for the tabs. */
  readonly counts: { readonly waiting: number; readonly mine: number; readonly open: number };
}

export interface ConversationRow {
  readonly id: string;
  readonly store: { readonly id: string; readonly name: string };
  /** `name` is empty for a visitor who gave none; `number` (four hexadecimal digits) tells them apart, and stays theirs. */
  readonly shopper: { readonly name: string; readonly number: string; readonly verified: boolean };
  readonly channel: string;
  readonly status: "bot" | "queued" | "offered" | "assigned" | "closed";
  readonly epoch: number;
  readonly agent?: { readonly id: string; readonly name: string };
  readonly skill?: string;
  readonly urgency: "normal" | "high";
  /** How the shopper feels, when not calm, and what gave it away: `threat:12315`, `tone:什么破店`. */
  readonly feeling?: { readonly level: "annoyed" | "angry"; readonly because: string; readonly since: string };
  readonly language: string;
  readonly lastText: string;
  /** ISO 8601. */
  readonly lastAt: string;
  readonly openedAt: string;
  /** Since when the shopper waits for a human, or for the agent's next answer. */
  readonly waitingSince?: string;
  /** By when somebody must have replied by the store's rule, and from when it is near; absent while nobody waits. */
  readonly clock?: {
    readonly kind: "first" | "next";
    readonly warnAt: string;
    readonly dueAt: string;
    /** A wait of so long is slow; absent: 100. */
    readonly slowAfterSeconds?: number;
  };
  /** Since when the agent who has it is gone for the day: it goes to somebody else with the shopper's next words. */
  readonly agentLeftAt?: string;
}

/** `GET /api/console/conversations/:id` */
export interface ConversationDetail extends MessagePage {
  readonly conversation: ConversationRow;
  /** 为什么分给我: why it is with whom it is, newest first; empty while the bot has it. */
  readonly why: readonly Sentence[];
  readonly fileLimits: FileLimits;
  readonly previousId?: string;
  /** What the shopper named, the latest of each kind: order number, height, colour … */
  readonly slots: readonly NamedThing[];
  /** What was asked of supervisor or merchant in it, oldest first. */
  readonly requests: readonly RequestRow[];
  /** What the knowledge would answer to what the shopper asked last, while somebody has it and has not answered. */
  readonly suggestions?: SuggestedAnswers;
  /** How far the shopper is with reading, where their channel tells. */
  readonly seen?: Seen;
  /** The last time it was passed on, which whoever gets it reads first. */
  readonly transfer?: Transfer;
}

/**
 * `POST /api/console/conversations/:id/whisper` (supervisor, admin) {clientId, text} → ActAnswer: a remark that only colleagues see,
 * and of which the agent who has the conversation is alerted.
 */

/** `GET /api/console/conversations/:id/reassign` (supervisor, admin): whom it could be given to, with how they stand. */
export type ReassignTargets = Pick<TransferTargets, "agents">;

/**
 * `POST /api/console/conversations/:id/reassign` (supervisor, admin) → ActAnswer. Refused with `refused-reassign-full` or
 * `refused-reassign-not-ready`: asked again with `confirmed` it is done. `refused-stale`: somebody else has it meanwhile.
 */
export interface ReassignRequest {
  readonly clientId: string;
  /** An agent's id, or `me`. */
  readonly to: string;
  /** Who has it, or is offered it, as the supervisor sees it; absent: nobody. */
  readonly from?: string;
  readonly reason: string;
  readonly confirmed: boolean;
}

export interface NamedThing {
  /** `order-number`, `tracking-number`, `phone`, `size`, `height`, …; `core/understanding.ts` lists them. */
  readonly kind: string;
  readonly value: string;
  /** A part of it is hidden; `…/reveal` shows it. */
  readonly hidden?: true;
  readonly at: string;
}

/** The newest 100 messages, or with `GET /api/console/conversations/:id/messages?before=<seq>` the 100 before that one. */
export interface MessagePage {
  /** Oldest first. */
  readonly messages: readonly ConversationMessage[];
  readonly hasEarlier: boolean;
}

/** What files an agent may send with a reply. */
export interface FileLimits {
  readonly bytes: number;
  /** By content, whatever the name says. */
  readonly types: readonly string[];
  readonly perReply: number;
}

/** `POST /api/console/conversations/:id/files?name=` with the bytes as they are → 201, to be named in a reply. 413, 415: refused. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

export interface ConversationMessage {
  readonly seq: number;
  readonly id: string;
  readonly author: { readonly type: "shopper" | "bot" | "agent" | "system"; readonly name?: string };
  /** Telephone numbers and the ends of addresses are hidden. */
  readonly text: string;
  /** Something in the text is hidden; `…/reveal` shows it. */
  readonly hidden?: true;
  readonly source?: { readonly articleId: string; readonly title: string; readonly phase: string };
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  readonly attachments?: readonly KeptFile[];
  /** A remark for colleagues; the shopper never sees it. */
  readonly internal: boolean;
  /** A remark that a supervisor made to the agent who has it. */
  readonly whisper?: true;
  readonly at: string;
  /** Only for platforms that do not read our ledger: queued, delivered, refused, uncertain, superseded. */
  readonly delivery?: string;
}

export interface Sentence {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * `GET /api/console/conversations/:id/story`: every event of a conversation with what was decided and why, with what
 * routing decided about it (as `counterbell explain` prints it), and of other conversations nothing.
 */
export interface Story {
  /** Oldest first, at most the newest 500. */
  readonly steps: readonly StoryStep[];
  readonly hasEarlier: boolean;
}

export type SaidWords = Pick<ConversationMessage, "author" | "text" | "internal">;

export interface StoryStep {
  readonly incomingId: string;
  readonly at: string;
  /** `message-received`, `handover-routed`, …; `desk-looked`: routing looked again because of something elsewhere. */
  readonly event: string;
  readonly rule: string;
  /** What was said in this step, in order; long texts are cut. */
  readonly said: readonly SaidWords[];
  readonly effects: readonly string[];
  readonly reasons: readonly Sentence[];
  /** Who was considered, best first; empty where nobody had to be. */
  readonly candidates: readonly {
    readonly agent: { readonly id: string; readonly name: string };
    /** `eligible`, or the first reason why not: `off-shift`, `not-ready`, `at-capacity`, `skill-missing`. */
    readonly standing: Sentence;
    readonly chosen: boolean;
  }[];
  /** How many more there are who may not serve this store. */
  readonly others: number;
  /** How many more of this store's were considered: of many only those nearest to it are kept. */
  readonly leftOut: number;
}

/**
 * `POST /api/console/conversations/:id/claim` {clientId} · `/reply` {clientId, epoch, text, internal, attachments?}
 * · `/refuse` {clientId, reason} (of an offer to me)
 * · `/release` {clientId, epoch, reason?} · `/close` {clientId, epoch, reason?} (why, kept for colleagues) → 200 with the outcome; doing it twice with one clientId does it once.
 * `attachments`: ids of files uploaded before; with them the text may be empty. Remarks take none.
 */
export interface ActAnswer {
  readonly outcome: "done" | "refused";
  /** Why it was refused: somebody else has it, the conversation moved on, no room. */
  readonly reason?: Sentence;
  readonly conversation: ConversationRow;
}

/**
 * `POST /api/console/conversations/:id/typing` {} → 204, by the agent who has it, while they write a reply (never for a
 * remark): the shopper's page shows it for 6 s. At most every 3 s.
 */

/**
 * `GET /api/console/events?after=` (server-sent events, cookie session). First one of `begun`, `resumed`, `reset` with StreamBegun. Then
 * `event: conversation` data ConversationChanged, each under its number (`id:`), in order and once; whoever comes back says the last
 * number they heard (`Last-Event-ID`, which browsers send by themselves, else `after`) and hears what they missed: `resumed`.
 * `reset`: that is not known or too much; read how things stand now. Without numbers, as they tell how it is and not what happened:
 * `event: parked` data {count} (supervisor, admin), `event: alerts` data {count} (`src/alerts/api.ts`), `presence`, `shopper`.
 */
export interface ConversationChanged {
  readonly conversationId: string;
  readonly storeId: string;
  /** Number of the last line then; of its messages those up to it have been said. */
  readonly seq: number;
  /** As it was then, and with whom. */
  readonly status: ConversationRow["status"];
  readonly agentId?: string;
  /** Not only words were added. */
  readonly isStateChanged: boolean;
}

/** How a stream begins. */
export interface StreamBegun {
  /** So many events follow that were missed. */
  readonly missed: number;
}

/** `GET /api/console/parked` (supervisor, admin); `POST /api/console/parked/:id/retry` → 204. */
export interface ParkedList {
  readonly items: readonly {
    readonly id: string;
    readonly store?: string;
    readonly event: string;
    readonly parkedAt: string;
    readonly attempts: number;
    readonly error: string;
  }[];
}

/** `PUT /api/console/me/status` {status} → Me. */
export interface StatusRequest {
  readonly status: AgentStatus;
}
