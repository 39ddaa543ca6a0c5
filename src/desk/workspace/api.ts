/** What the console and the server say to each other about the agents' tools, as JSON. Types only: the console imports this file. */
import type { Skill } from "../../core/words.ts";
import type { ConversationMessage, ConversationRow, Sentence } from "../api.ts";

/**
 * Never sent by itself. A reply that came from one says `suggestion: {message, article}`, and is kept as accepted or, with other
 * words, as edited; `POST /api/console/conversations/:id/suggestions` {message, article} → 204: it does not fit.
 */
export interface SuggestedAnswers {
  /** The shopper's message that they answer. */
  readonly message: string;
  /** Likeliest first, at most 3. */
  readonly items: readonly {
    readonly articleId: string;
    readonly title: string;
    readonly answer: string;
    readonly phase: string;
    /** 0..1 */
    readonly confidence: number;
  }[];
}

/** An agent passed the conversation on. */
export interface Transfer {
  readonly from: string;
  readonly to: { readonly zh: string; readonly en: string };
  readonly reason: string;
  readonly summary: string;
  readonly at: string;
}

/** `GET /api/console/conversations/:id/transfer`, by who has it: those who can take it now first. */
export interface TransferTargets {
  readonly agents: readonly {
    readonly id: string;
    readonly name: string;
    readonly load: number;
    readonly capacity: number;
    readonly skills: readonly string[];
    /** Why they cannot take it now. */
    readonly obstacle?: Sentence;
  }[];
  /** `ready`: how many could take it now. */
  readonly skills: readonly { readonly skill: Skill; readonly ready: number }[];
}

/** `POST /api/console/conversations/:id/transfer` → ActAnswer; refused with a sentence where the target may not have it. */
export interface TransferRequest {
  readonly clientId: string;
  readonly epoch: number;
  readonly to:
    | { readonly type: "agent"; readonly id: string }
    | { readonly type: "skill"; readonly skill: Skill }
    | { readonly type: "queue" };
  readonly reason: string;
  readonly summary: string;
}

/** `POST /api/console/conversations/:id/reveal`: who looked, when and why is kept. */
export interface RevealRequest {
  readonly thing: { readonly seq: number } | { readonly slot: "phone" };
  readonly reason: string;
}

export interface RevealAnswer {
  readonly text: string;
}

/**
 * A reply may say what its writer had `seen` (the number of the last line) → 409 with `newer` when a colleague or the bot said
 * something after it; and `confirmed: {reason}`, without which 422 names the `findings` of the guard (src/guard/api.ts).
 */
export interface NewerLine {
  readonly seq: number;
  readonly by: string;
  readonly author: ConversationMessage["author"]["type"];
  readonly text: string;
  readonly internal: boolean;
  readonly at: string;
}

/**
 * `POST /api/console/conversations/:id/presence` {doing: looking | writing | gone}, every 12 s while it is open: who is there now,
 * oneself included. Changes come through the stream as `event: presence` with PresenceChanged.
 */
export interface PresenceAnswer {
  readonly people: readonly { readonly userId: string; readonly name: string; readonly doing: "looking" | "writing" }[];
}

/** Up to which line the shopper's page has everything, and up to which it stood before their eyes. */
export interface Seen {
  readonly got: number;
  readonly read: number;
}

/** Through the stream as `event: shopper`: they write (it passes after 6 s), or are further than before. */
export interface ShopperSigned extends Seen {
  readonly conversationId: string;
  readonly isTyping: boolean;
}

export interface PresenceChanged extends PresenceAnswer {
  readonly conversationId: string;
}

/**
 * `GET /api/console/search?query=&store=&page=` (50 a page, from 1): conversations of shoppers called so, or in which this was
 * said, newest first; open and closed ones.
 */
export interface SearchPage {
  /** `lastText` is the newest line with what was looked for, where one has it. */
  readonly items: readonly ConversationRow[];
  readonly hasMore: boolean;
}

/**
 * `GET /api/console/conversations/:id/earlier?after=` (10 a page, newest first): what the same shopper talked about before it, in
 * the stores of who asks. `after`: the id of the last one of the page before.
 */
export interface EarlierPage {
  readonly items: readonly EarlierConversation[];
  readonly hasMore: boolean;
}

export interface EarlierConversation {
  readonly id: string;
  readonly store: { readonly id: string; readonly name: string };
  readonly status: ConversationRow["status"];
  readonly openedAt: string;
  readonly agentName?: string;
  readonly rating?: number;
  /** The shopper's first words, with what is personal hidden. */
  readonly began: string;
}

/** `GET /api/console/conversations/:id/rules`: what holds in its store at this moment. */
export interface RulesInForce {
  /** What is said for a time only (promotions, holiday notices), what ends first on top; at most 20. */
  readonly dated: readonly {
    readonly articleId: string;
    readonly title: string;
    readonly answer: string;
    readonly until?: string;
  }[];
  readonly replies: { readonly firstReplyMs: number; readonly nextReplyMs: number; readonly hours: "working" | "always" };
  /** Words the store asks not to say; `shipped`: what becomes of those every store is shipped with. */
  readonly words: {
    readonly shipped: "off" | "confirm" | "block";
    readonly confirm: readonly string[];
    readonly block: readonly string[];
  };
  /** Today in the store's time zone: `2026-10-01`. */
  readonly date: string;
  /** Only holiday duty works. */
  readonly isHoliday?: true;
  /** 调休: today's shifts are those of this weekday. */
  readonly worksAs?: string;
}
