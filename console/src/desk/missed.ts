import type { ConversationRow } from "../../../src/desk/api.ts";
import type { LiveEvent } from "../shared/live-events.ts";

/** What an open conversation missed while the connection was lost: its lines after `from`, up to `upTo`. */
export interface Gap {
  readonly from: number;
  /** `unknown`: the stream could not say; all that the conversation has when it is read again. */
  readonly upTo: number | "unknown";
  /** The connection is still lost. */
  readonly isOpen: boolean;
}

/** The gap after an event of the stream; `last`: the last line that stands on the page. */
export function gapAfter(
  gap: Gap | undefined,
  event: LiveEvent,
  { conversation, last }: { readonly conversation: string; readonly last: number },
): Gap | undefined {
  if (event.type === "lost") return gap?.isOpen === true ? gap : { from: last, upTo: last, isOpen: true };
  if (gap === undefined) return undefined;
  if (event.type === "connected")
    return gap.isOpen ? { ...gap, isOpen: false, ...(event.how === "resumed" ? {} : UNKNOWN) } : gap;
  if (event.type !== "conversation" || !event.isMissed || event.conversationId !== conversation) return gap;
  return gap.upTo === "unknown" ? gap : { ...gap, upTo: Math.max(gap.upTo, event.seq) };
}

const UNKNOWN = { upTo: "unknown" } as const;

/** The gap once the conversation was read again, its last line being `last`. */
export function settled(gap: Gap, last: number): Gap {
  return gap.upTo === "unknown" ? { ...gap, upTo: last } : gap;
}

/** Which of these lines are the first that was missed and how many were; undefined for none. */
export function missedOf(
  gap: Gap | undefined,
  lines: readonly { readonly seq: number }[],
): { readonly seq: number; readonly count: number } | undefined {
  if (gap === undefined || gap.isOpen || gap.upTo === "unknown") return undefined;
  const { from, upTo } = gap;
  const missed = lines.filter(({ seq }) => seq > from && seq <= upTo);
  const [first] = missed;
  return first === undefined ? undefined : { seq: first.seq, count: missed.length };
}

/** Which conversations of a list look otherwise than before, for when the stream could not say. */
export function changedRows(before: readonly ConversationRow[], now: readonly ConversationRow[]): readonly string[] {
  const known = new Map(before.map((row) => [row.id, looksOf(row)]));
  return now.filter((row) => known.get(row.id) !== looksOf(row)).map(({ id }) => id);
}

const looksOf = ({ status, agent, lastAt, lastText, urgency }: ConversationRow): string =>
  JSON.stringify([status, agent?.id, lastAt, lastText, urgency]);
