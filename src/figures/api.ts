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
  /** From the hand-over to a person's first reply, of those who got one. */
  readonly firstReply: { readonly count: number; readonly medianSeconds?: number };
  /** 1 to 5. */
  readonly ratings: { readonly count: number; readonly mean?: number };
  /** One entry an hour: 24, or 23 or 25 when the clocks change. */
  readonly hours: readonly { readonly clock: string; readonly opened: number }[];
}
