import type { ConversationRow } from "../../../src/desk/api.ts";

/** From then until then nothing rings and nothing pops up; times of this computer, `22:00`. Past midnight when it ends before it begins. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** Whether it is quiet at this time of the day, in minutes since midnight. The same time twice is a whole day. */
export function isQuietAt(hours: QuietHours | undefined, minutes: number): boolean {
  if (hours === undefined) return false;
  const [from, until] = [minutesOf(hours.from), minutesOf(hours.until)];
  if (from < until) return minutes >= from && minutes < until;
  return minutes >= from || minutes < until;
}

function minutesOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** Quiet hours as they were kept; undefined when there are none, or they cannot be read. */
export function quietHoursIn(text: string | undefined): QuietHours | undefined {
  const [, from, until] = /^([01]\d:[0-5]\d|2[0-3]:[0-5]\d)-([01]\d:[0-5]\d|2[0-3]:[0-5]\d)$/.exec(text ?? "") ?? [];
  return from === undefined || until === undefined ? undefined : { from, until };
}

/** Of what waits for me now, what did not before; none where it is not known how it was before. */
export function newIn(before: readonly string[] | undefined, now: readonly string[]): readonly string[] {
  return before === undefined ? [] : now.filter((id) => !before.includes(id));
}

/** Those of my conversations whose shopper began to wait for me since; none where it is not known how it was before. */
export function beganToWait(
  before: readonly ConversationRow[] | undefined,
  now: readonly ConversationRow[],
): readonly ConversationRow[] {
  if (before === undefined) return [];
  const waited = new Map(before.map((row) => [row.id, row.waitingSince]));
  return now.filter(({ id, waitingSince }) => waitingSince !== undefined && waited.has(id) && waited.get(id) !== waitingSince);
}
