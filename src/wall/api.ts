/** What the console and the server say to each other about the supervisors' wall, as JSON. Types only: the console imports this file. */
import type { ConversationRow, Sentence } from "../desk/api.ts";

/**
 * `GET /api/console/wall?store=` (supervisor, admin; without a store: all of theirs): how the desk stands at this moment, and today
 * so far, each store's day in its own time zone. What cannot be computed, because there is nothing, is absent.
 */
export interface WallAnswer {
  /** When all this was true. */
  readonly now: string;
  readonly waiting: {
    readonly count: number;
    /** Who has waited longest for somebody to take it. */
    readonly longest?: { readonly conversationId: string; readonly since: string };
  };
  readonly serviceLevel: ServiceLevel;
  /** Whoever waits for a reply longer than the store allows, at this moment. */
  readonly overdue: number;
  readonly bot: {
    readonly opened: number;
    /** Answered from the knowledge at least once, and no person was asked for (so far). */
    readonly alone: number;
    readonly share?: number;
  };
  readonly agents: AgentsNow;
  /** Proposals of merchants that nobody has decided about. */
  readonly proposals: number;
}

/** Today's hand-overs by the store's limit for the first words of an agent. */
export interface ServiceLevel {
  readonly within: number;
  /** Answered too late, or closed or given back without a word, or still waiting beyond the limit. */
  readonly late: number;
  /** Still waiting within the limit: in no share yet. */
  readonly pending: number;
  /** within ÷ (within + late), 0..1. */
  readonly share?: number;
  /** What the share becomes when everybody who waits is answered in time. */
  readonly best?: number;
  /** The limits of the stores looked at, shortest first, each once. */
  readonly limits: readonly { readonly seconds: number; readonly hours: "working" | "always" }[];
  /** Shares of the hours of today that had any, for the curve; hours as the desk's own clock shows them. */
  readonly hours: readonly { readonly clock: string; readonly within: number; readonly late: number }[];
}

/** How an agent stands: `full` is ready without room, `off-shift` whatever they say of themselves. */
export type AgentStanding = "ready" | "full" | "break" | "away" | "offline" | "off-shift";

export interface AgentsNow {
  /** Who is on shift, or has something: the fullest first, at most 100. */
  readonly items: readonly AgentNow[];
  /** How many more there are than are told. */
  readonly more: number;
  readonly counts: Readonly<Record<AgentStanding, number>>;
}

export interface AgentNow {
  readonly id: string;
  readonly name: string;
  readonly standing: AgentStanding;
  /** Since when they say so themselves; absent: since longer than anybody noted. */
  readonly since?: string;
  /** The end of the shift they are in. */
  readonly shiftUntil?: string;
  readonly load: number;
  readonly capacity: number;
}

/**
 * `GET /api/console/wall/overdue?store=&which=now|today&at=` (supervisor, admin), 20 a page.
 * now: who waits beyond the limit at this moment, the longest first. today: hand-overs that missed it, the newest first.
 */
export interface OverduePage {
  readonly items: readonly OverdueRow[];
  readonly total: number;
}

export interface OverdueRow {
  readonly conversation: ConversationRow;
  /** Since when this wait ran. */
  readonly since: string;
  /** By when somebody must have replied. */
  readonly dueAt: string;
  /** When somebody replied; absent: nobody yet, or nobody ever. */
  readonly repliedAt?: string;
}

/**
 * `GET /api/console/wall/topics?store=` (supervisor, admin): what is asked clearly more often today than in the same hours of the
 * seven days before, by the articles the bot answered with.
 */
export interface TopicsAnswer {
  readonly now: string;
  readonly rising: readonly RisingTopic[];
  /** How many of the seven days before had any conversations in these hours; too few, and nothing is said to rise. */
  readonly comparedDays: number;
}

export interface RisingTopic {
  readonly store: { readonly id: string; readonly name: string };
  readonly articleId: string;
  readonly title: string;
  /** Conversations of today in which it was answered. */
  readonly today: number;
  /** The mean of the days before, in the same hours. */
  readonly before: number;
}

/** `POST /api/console/who` (supervisor, admin): who would get it? Nothing is changed. */
export interface WhoRequest {
  readonly store: string;
  readonly skill: string;
  /** A language tag; empty: it does not matter. */
  readonly language: string;
  readonly urgency: "normal" | "high";
  /**
   * ISO 8601. Absent: now, with loads and statuses as they are. At any other moment everybody who is on shift then counts as ready
   * and free, as nobody knows better.
   */
  readonly at?: string;
}

export interface WhoAnswer {
  readonly at: string;
  readonly outcome: "assign" | "overflow" | "queue" | "after-hours";
  readonly agent?: { readonly id: string; readonly name: string };
  /** After hours: when the next one who can take it starts. */
  readonly next?: string;
  readonly flags: readonly string[];
  readonly why: { readonly zh: string; readonly en: string };
  /** Those who serve the store, who may take it first, best first. */
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly standing: Sentence }[];
  /** How many more there are who may not serve this store. */
  readonly others: number;
}
