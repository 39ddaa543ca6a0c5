import { DateTime } from "luxon";
import type { Instant } from "../core/words.ts";

/** A day of a store: from its midnight to the next one, in its own time zone. */
export interface Day {
  /** `2026-10-01`. */
  readonly date: string;
  readonly from: Instant;
  /** Not included. */
  readonly until: Instant;
}

/** What figures need of one conversation. */
export interface ConversationFacts {
  readonly openedAt: Instant;
  /** Whether the bot gave at least one answer from the knowledge. */
  readonly isAnswered: boolean;
  /** When it first asked for a person; absent: never. */
  readonly handedOverAt?: Instant | undefined;
  /** When a person first replied to the shopper; absent: not yet. */
  readonly firstReplyAt?: Instant | undefined;
  /** 1 to 5, as the shopper gave it. */
  readonly rating?: number | undefined;
}

/** What happened in the conversations that a day opened. Means and shares of nothing are absent, never 0. */
export interface DayFigures {
  readonly opened: number;
  readonly botAlone: { readonly count: number; readonly share?: number | undefined };
  readonly handedOver: { readonly count: number; readonly share?: number | undefined };
  readonly firstReply: { readonly count: number; readonly medianMs?: number | undefined };
  readonly ratings: { readonly count: number; readonly mean?: number | undefined };
  /** One entry an hour of that day, 23 to 25 of them. */
  readonly hours: readonly HourFigures[];
}

export interface HourFigures {
  readonly from: Instant;
  /** The wall clock at its start: `09:00`. */
  readonly clock: string;
  readonly opened: number;
}

/** The day with this date in this zone, or the one that `now` lies in; undefined when there is no such date. */
export function dayOf(
  date: string | undefined,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Day | undefined {
  const at = date === undefined ? DateTime.fromMillis(now, { zone }) : DateTime.fromFormat(date, "yyyy-MM-dd", { zone });
  if (!at.isValid) return undefined;
  const start = at.startOf("day");
  const end = start.plus({ days: 1 }).startOf("day");
  return { date: start.toFormat("yyyy-MM-dd"), from: start.toMillis(), until: end.toMillis() };
}

/**
 * The figures of a day, from the conversations that opened in it; others are left out. A conversation counts as the bot's
 * alone when it was answered from the knowledge and no person was ever asked for. The time to a first reply runs from the
 * hand-over, and counts only where somebody replied.
 */
export function figuresOf(
  conversations: readonly ConversationFacts[],
  { day, zone }: { readonly day: Day; readonly zone: string },
): DayFigures {
  const opened = conversations.filter(({ openedAt }) => openedAt >= day.from && openedAt < day.until);
  const handedOver = opened.filter(({ handedOverAt }) => handedOverAt !== undefined);
  const botAlone = opened.filter(({ isAnswered, handedOverAt }) => isAnswered && handedOverAt === undefined);
  const waits = opened.flatMap(waitOf);
  const ratings = opened.flatMap(({ rating }) => (rating === undefined ? [] : [rating]));
  return {
    opened: opened.length,
    botAlone: { count: botAlone.length, share: shareOf(botAlone.length, opened.length) },
    handedOver: { count: handedOver.length, share: shareOf(handedOver.length, opened.length) },
    firstReply: { count: waits.length, medianMs: medianOf(waits) },
    ratings: { count: ratings.length, mean: meanOf(ratings) },
    hours: hoursOf(opened, day, zone),
  };
}

function waitOf({ handedOverAt, firstReplyAt }: ConversationFacts): readonly number[] {
  if (handedOverAt === undefined || firstReplyAt === undefined) return [];
  return [Math.max(0, firstReplyAt - handedOverAt)];
}

/** The middle one, or the mean of the two in the middle; undefined of none. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

function meanOf(values: readonly number[]): number | undefined {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? undefined : sum / values.length;
}

function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

const HOUR_MS = 3_600_000;

function hoursOf(opened: readonly ConversationFacts[], { from, until }: Day, zone: string): readonly HourFigures[] {
  const counts = new Map<number, number>();
  for (const { openedAt } of opened) {
    const hour = Math.floor((openedAt - from) / HOUR_MS);
    counts.set(hour, (counts.get(hour) ?? 0) + 1);
  }
  // A day with a change of clocks is an hour shorter or longer.
  return Array.from({ length: Math.ceil((until - from) / HOUR_MS) }, (_, hour) => {
    const at = from + hour * HOUR_MS;
    return { from: at, clock: DateTime.fromMillis(at, { zone }).toFormat("HH:mm"), opened: counts.get(hour) ?? 0 };
  });
}
