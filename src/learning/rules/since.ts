import { DateTime } from "luxon";
import type { Instant } from "../../core/words.ts";

const DAY_MS = 86_400_000;
const MOST_DAYS = 3_650;
/** Without `--since`. */
export const DEFAULT_SINCE = "30d";
/** Evidence a proposal must have where nobody says otherwise: so many people. */
export const DEFAULT_MINIMUM = 2;

/** The beginning of the period that `--since` names: so many days or hours back (`30d`, `12h`), or a day of the store (`2026-10-01`). */
export function readSince(
  text: string,
  { now, timezone }: { readonly now: Instant; readonly timezone: string },
): Instant | undefined {
  const back = /^(\d{1,5})([dh])$/.exec(text.trim());
  if (back !== null) {
    const ms = Number(back[1]) * (back[2] === "d" ? DAY_MS : DAY_MS / 24);
    return ms > 0 && ms <= MOST_DAYS * DAY_MS ? now - ms : undefined;
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return undefined;
  const day = DateTime.fromISO(text.trim(), { zone: timezone });
  return day.isValid && day.toMillis() <= now ? day.toMillis() : undefined;
}
