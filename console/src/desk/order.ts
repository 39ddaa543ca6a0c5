import type { ConversationRow } from "../../../src/desk/api.ts";
import type { List } from "../shared/route.ts";
import { LATE_AFTER_MS, waitLevel } from "../shared/time.ts";
import type { WaitLevel } from "../shared/time.ts";

interface Facts {
  readonly list: List;
  readonly now: number;
  /** The agent who looks. */
  readonly agentId?: string | undefined;
}

/**
 * The order in which conversations deserve a look: danger on top, as in the pages of the server; then those who wait too
 * long together, longest first; then angry shoppers, then those offered to me, then the longest wait; those who wait for nothing last, newest first. Closed ones: newest first.
 */
export function inOrder(rows: readonly ConversationRow[], facts: Facts): readonly ConversationRow[] {
  if (facts.list === "closed") return [...rows].sort(newestFirst);
  return [...rows].sort(
    (a, b) =>
      Number(isDanger(b)) - Number(isDanger(a)) ||
      Number(isLate(b, facts.now)) - Number(isLate(a, facts.now)) ||
      (isLate(a, facts.now) ? 0 : rank(b, facts) - rank(a, facts)) ||
      waitOf(b, facts.now) - waitOf(a, facts.now) ||
      newestFirst(a, b),
  );
}

/** Milliseconds the shopper has waited; 0 when nobody owes them anything. */
export function waitOf(row: ConversationRow, now: number): number {
  return row.waitingSince === undefined ? 0 : Math.max(0, now - Date.parse(row.waitingSince));
}

/** Who has waited longest of all; undefined where nobody waits. */
export function worst(rows: readonly ConversationRow[], now: number): ConversationRow | undefined {
  return [...rows].sort((a, b) => waitOf(b, now) - waitOf(a, now)).find((row) => waitOf(row, now) > 0);
}

/** The neighbour of the chosen conversation; with none chosen (or one that left the list) the first, or the last going up. */
export function neighbour(
  rows: readonly ConversationRow[],
  chosen: string | undefined,
  step: 1 | -1,
): ConversationRow | undefined {
  const at = rows.findIndex((row) => row.id === chosen);
  if (at === -1) return step === 1 ? rows[0] : rows.at(-1);
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}

/** Whether the shopper has waited as long as their store calls slow (100 s by default), or longer than it allows. */
export function isLate(row: ConversationRow, now: number): boolean {
  const slowAfterMs = row.clock?.slowAfterSeconds === undefined ? LATE_AFTER_MS : row.clock.slowAfterSeconds * 1_000;
  return waitOf(row, now) >= slowAfterMs || (row.clock !== undefined && now >= Date.parse(row.clock.dueAt));
}

/** How urgent a wait is: by the store's limit where it has one, else by the time alone. */
export function levelOf(row: ConversationRow, now: number): WaitLevel {
  if (row.clock === undefined) return waitLevel(waitOf(row, now));
  if (now >= Date.parse(row.clock.dueAt)) return "late";
  return now >= Date.parse(row.clock.warnAt) ? "soon" : "calm";
}

/** Whether it stands above all: somebody waits who told of a danger. */
export function isDanger({ urgency, waitingSince }: ConversationRow): boolean {
  return urgency === "high" && waitingSince !== undefined;
}

function rank(row: ConversationRow, { agentId }: Facts): number {
  const offeredToMe = row.status === "offered" && row.agent !== undefined && row.agent.id === agentId;
  const isAngry = row.feeling?.level === "angry";
  return (row.waitingSince === undefined ? 0 : 4) + (isAngry ? 2 : 0) + (offeredToMe ? 1 : 0);
}

function newestFirst(a: ConversationRow, b: ConversationRow): number {
  return Date.parse(b.lastAt) - Date.parse(a.lastAt);
}
