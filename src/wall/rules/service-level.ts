import { DateTime } from "luxon";
import type { Instant } from "../../core/words.ts";

/** What the service level needs of one hand-over. */
export interface HandedOver {
  /** When a person was asked for. */
  readonly at: Instant;
  /** By when somebody must have said something; absent: the store has no limit, and it counts nowhere. */
  readonly dueAt?: Instant | undefined;
  /** An agent's first words to the shopper since then. */
  readonly repliedAt?: Instant | undefined;
  /** Closed, or given back to the bot. */
  readonly endedAt?: Instant | undefined;
}

export type Met = "within" | "late" | "pending";

/**
 * Whether a hand-over was answered within its limit: an answer at the very limit is within. One that ended without a word is late,
 * however early it ended; one that still waits is late once the limit has passed, and before that it is open.
 */
export function metLimit({ dueAt, repliedAt, endedAt }: HandedOver, now: Instant): Met | undefined {
  if (dueAt === undefined) return undefined;
  if (repliedAt !== undefined) return repliedAt <= dueAt ? "within" : "late";
  if (endedAt !== undefined) return "late";
  return now > dueAt ? "late" : "pending";
}

export interface Level {
  readonly within: number;
  readonly late: number;
  readonly pending: number;
  /** Absent: nothing counts yet. */
  readonly share?: number | undefined;
  /** When all that is open is answered in time. */
  readonly best?: number | undefined;
}

/** The share of hand-overs that were answered within the limit. */
export function serviceLevel(handedOver: readonly HandedOver[], now: Instant): Level {
  const count = { within: 0, late: 0, pending: 0 };
  for (const one of handedOver) {
    const met = metLimit(one, now);
    if (met !== undefined) count[met] += 1;
  }
  const decided = count.within + count.late;
  const all = decided + count.pending;
  return {
    ...count,
    ...(decided === 0 ? {} : { share: count.within / decided }),
    ...(all === 0 ? {} : { best: (count.within + count.pending) / all }),
  };
}

export interface LevelHour {
  /** `09:00`. */
  readonly clock: string;
  readonly within: number;
  readonly late: number;
}

/** The same by the hour in which a person was asked for, on this zone's clock; hours without any are left out. */
export function levelByHour(handedOver: readonly HandedOver[], { zone, now }: { readonly zone: string; readonly now: Instant }) {
  const hours = new Map<Instant, { within: number; late: number }>();
  for (const one of handedOver) {
    const met = metLimit(one, now);
    if (met === undefined || met === "pending") continue;
    const start = DateTime.fromMillis(one.at, { zone }).startOf("hour").toMillis();
    const hour = hours.get(start) ?? { within: 0, late: 0 };
    hour[met] += 1;
    hours.set(start, hour);
  }
  return [...hours]
    .sort(([a], [b]) => a - b)
    .map(([start, hour]): LevelHour => ({ clock: DateTime.fromMillis(start, { zone }).toFormat("HH:mm"), ...hour }));
}
