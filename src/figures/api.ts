/** What the console and the server say to each other about figures, as JSON. Types only: the console imports this file. */

/**
 * `GET /api/console/figures?store=&day=` (merchant, supervisor, admin): what happened in the conversations that opened on this
 * day (`2026-10-01`, in the store's time zone; absent: today). What cannot be computed, because there is nothing, is absent.
 */
export interface FiguresAnswer {
  readonly store: { readonly id: string; readonly name: string; readonly timezone: string };
  readonly day: string;
  readonly isToday: boolean;
  /** When these figures were true. */
  readonly now: string;
  readonly opened: number;
  /** Answered from the knowledge at least once, and no person was asked for (so far). `share` of those opened, 0..1. */
  readonly botAlone: { readonly count: number; readonly share?: number };
  /** A person was asked for. */
  readonly handedOver: { readonly count: number; readonly share?: number };
  /** Only today: who waits at this moment for somebody to take over, whenever their conversation opened. */
  readonly waiting?: { readonly count: number; readonly longestSeconds?: number };
  /** Only today: who is with an agent at this moment, and who of them and of those who wait has waited beyond the limit. */
  readonly open?: { readonly withAgent: number; readonly overdue: number };
  /** From the hand-over to a person's first reply, of those who got one. */
  readonly firstReply: { readonly count: number; readonly medianSeconds?: number };
  /** Of the hand-overs of this day: an agent's first words within the store's limit, or too late; `share` of both, 0..1. */
  readonly serviceLevel: {
    readonly within: number;
    readonly late: number;
    /** Still waiting within the limit: in no share yet. */
    readonly pending: number;
    readonly share?: number;
    readonly limitSeconds: number;
    /** Whether the limit runs all the time, or only while somebody who could take it is on shift. */
    readonly limitHours: "working" | "always";
  };
  /** 1 to 5. */
  readonly ratings: { readonly count: number; readonly mean?: number };
  /** One entry an hour: 24, or 23 or 25 when the clocks change. */
  readonly hours: readonly { readonly clock: string; readonly opened: number }[];
}

/** `GET /api/console/figures/stores` (merchant, supervisor, admin): today so far and this moment, in each of one's stores. */
export interface StoresToday {
  readonly now: string;
  readonly stores: readonly StoreToday[];
}

export interface StoreToday {
  readonly id: string;
  readonly name: string;
  /** Conversations that opened today, by the store's own clock. */
  readonly opened: number;
  /** Of these: answered from the knowledge at least once, and no person was asked for (so far). */
  readonly botAlone: number;
  /** Of these: a person was asked for. */
  readonly handedOver: number;
  /** At this moment: who waits for somebody to take over, … */
  readonly waiting: number;
  /** … who is with an agent, … */
  readonly withAgent: number;
  /** … and who of both waits for a reply beyond the limit. */
  readonly overdue: number;
  /** As of the day's figures. */
  readonly serviceLevel: Pick<FiguresAnswer["serviceLevel"], "within" | "late" | "pending" | "share">;
}
