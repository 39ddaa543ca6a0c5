import type { AgentId, ArticleId, ConversationId, EscalationId, LaneId, StoreId } from "./ids.ts";
import type { Incoming, ReplyClock, TimerKind } from "./incoming.ts";
import type { DeskRequest, KeptPromise } from "./request.ts";
import type { FeelingLevel, Slot } from "./understanding.ts";
import type { Agent, Author, Body, Choice, Instant, Language, Person, Phase, Place, Skill, Urgency } from "./words.ts";

export type ConversationStatus = "bot" | "queued" | "offered" | "assigned" | "closed";

/** One person's matter with one store in one place, from first word to close. */
export interface Conversation {
  readonly id: ConversationId;
  readonly storeId: StoreId;
  readonly lane: LaneId;
  readonly place: Place;
  readonly person: Person;
  readonly status: ConversationStatus;
  /** Rises each time the speaker changes; a reply with an old epoch is refused. */
  readonly epoch: number;
  readonly language: Language;
  readonly openedAt: Instant;
  readonly lastShopperAt: Instant;
  readonly closedAt?: Instant | undefined;
  readonly previousId?: ConversationId | undefined;
  /** The human who has taken over, or to whom it is offered. */
  readonly agent?: Agent | undefined;
  /** The human who had it last, kept after a release. */
  readonly previousAgent?: Agent | undefined;
  /** What the bot last offered, so that “2” can be understood. */
  readonly choices: readonly Choice[];
  readonly skill?: Skill | undefined;
  readonly phase?: Phase | undefined;
  readonly urgency: Urgency;
  readonly waitingSince?: Instant | undefined;
  /** How often in a row the bot had no answer. */
  readonly misses: number;
  readonly rating?: number | undefined;
  /** Since when the agent who has it is gone for the day. */
  readonly agentLeftAt?: Instant | undefined;
  /** While the shopper waits for a person, where the store has limits. */
  readonly clock?: ReplyClock | undefined;
  /** Absent: nothing worth keeping was said yet. */
  readonly memory?: Memory | undefined;
  /** What was asked of supervisor or merchant in it, oldest first; absent: nothing. Read with it, and a table of its own. */
  readonly requests?: readonly DeskRequest[] | undefined;
  /** Money that was promised in it, oldest first; absent: none. What never reached the shopper is not in it. */
  readonly promises?: readonly KeptPromise[] | undefined;
}

/** What a conversation keeps of what was said, for what is said next. */
export interface Memory {
  /** The last full question (at most 300 characters), as it was read, and who should take it; no skill once an agent dealt with it. */
  readonly topic?: { readonly question: string; readonly at: Instant; readonly skill?: Skill | undefined } | undefined;
  /** The latest of each kind. */
  readonly slots: readonly KeptSlot[];
  /** The article last answered with, and how often in a row it was what the shopper wanted to know. */
  readonly lastAnswered?: { readonly articleId: ArticleId; readonly at: Instant; readonly times: number } | undefined;
  /** Absent: calm. `desk/rules/feeling.ts` says how it rises and falls. */
  readonly feeling?: KeptFeeling | undefined;
}

/** How the shopper feels, when not calm. */
export interface KeptFeeling {
  readonly level: Exclude<FeelingLevel, "calm">;
  /** Since when it is this level. */
  readonly since: Instant;
  /** The sign that gave it away last: `threat:12315`, `tone:什么破店`. */
  readonly because: string;
  /** Calm messages in a row since then. */
  readonly calm: number;
}

export interface KeptSlot extends Slot {
  readonly at: Instant;
}

/** Why something was done or left undone: a code with its values; `reasons.ts` turns it into a sentence. */
export interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

/** How often routing passed an escalation on, and to whom. Written by routing alone. */
export interface Escalation {
  readonly id: EscalationId;
  readonly storeId: StoreId;
  readonly conversationId: ConversationId;
  readonly contactLane: LaneId;
  readonly skill: Skill;
  readonly language: string;
  readonly urgency: Urgency;
  readonly priority: number;
  readonly state: "waiting" | "offered" | "assigned" | "ended";
  readonly agent?: Agent | undefined;
  readonly previousAgent?: AgentId | undefined;
  readonly waitingSince: Instant;
  readonly assignedAt?: Instant | undefined;
  /** What the shopper was last told, so that nothing is said twice. */
  readonly told?: "queued" | "after-hours" | undefined;
  readonly promisedAt?: Instant | undefined;
  /** Since when it is offered to `agent`. */
  readonly offeredAt?: Instant | undefined;
  /** The earliest moment by which somebody must have replied, by the store's rule. */
  readonly dueAt?: Instant | undefined;
  /** Who did not take it when it was offered, oldest first. */
  readonly declined?: readonly Declined[] | undefined;
  /** Its agent took it outside of their shifts, by their own will: no shift's end takes it away. */
  readonly takenOffShift?: true | undefined;
  /** The end of the shift for which its agent was asked to hand it over. */
  readonly handOverFor?: Instant | undefined;
  /** Since when its agent is gone: shift over, offline, or no longer in the roster. */
  readonly leftAt?: Instant | undefined;
  /** Of its conversation, like the two below: read with it, and no column of its own. What it weighs may depend on it. */
  readonly phase?: Phase | undefined;
  /** Since when the shopper owes the next word; absent: they do not. */
  readonly shopperSilentSince?: Instant | undefined;
  /** The sum of money the shopper named last, as they wrote it. */
  readonly namedMoney?: string | undefined;
}

/** Something a person of the desk must know now, kept until they say they have seen it. */
export interface Alert {
  /** Made from what caused it: the same cause alerts once. */
  readonly id: string;
  readonly storeId: StoreId;
  readonly conversationId?: ConversationId | undefined;
  /** One agent, or all supervisors of the store. */
  readonly to: { readonly type: "agent"; readonly agentId: AgentId } | { readonly type: "supervisors" };
  readonly reason: Reason;
}

/** An offer that its agent refused, or let pass. */
export interface Declined {
  readonly agent: AgentId;
  readonly at: Instant;
  readonly how: "refused" | "timed-out";
  /** Their own words, where they refused. */
  readonly reason?: string | undefined;
}

export type Effect =
  | { readonly type: "open-conversation"; readonly conversation: Conversation }
  | { readonly type: "change-conversation"; readonly changes: ConversationChanges }
  | { readonly type: "say"; readonly author: Author; readonly body: Body; readonly internal: boolean; readonly epoch: number }
  | { readonly type: "raise"; readonly incoming: Incoming }
  | { readonly type: "set-timer"; readonly kind: TimerKind; readonly thing: string; readonly dueAt: Instant }
  | { readonly type: "cancel-timer"; readonly kind: TimerKind; readonly thing: string }
  | { readonly type: "write-escalation"; readonly escalation: Escalation }
  | { readonly type: "write-request"; readonly request: DeskRequest }
  /** What routing learns of an agent by what they do or leave undone. */
  | { readonly type: "change-agent"; readonly agentId: AgentId; readonly changes: AgentChanges }
  | { readonly type: "alert"; readonly alert: Alert }
  | { readonly type: "rate"; readonly score: number; readonly comment?: string | undefined }
  /** The act was not carried out; `code` is a sentence of `reasons.ts`, told to the person who acted. */
  | { readonly type: "refuse"; readonly reason: Reason };

export interface AgentChanges {
  readonly status?: "ready" | "away";
  /** Their status as it was read: one they chose themselves meanwhile stays. */
  readonly was?: "ready" | "offline";
  /** Offers in a row that they let pass. */
  readonly missedOffers?: number;
}

export type ConversationChanges = Partial<Omit<Conversation, "id" | "storeId" | "lane" | "place" | "openedAt" | "requests">>;

/** What a rule decided: effects to carry out, and why. Silence has reasons too. */
export interface Decision {
  /** The rule that decided, for logs and figures: `desk/answer`. */
  readonly rule: string;
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reason[];
}
