/** What the console and the server say to each other about reply limits kept and missed, as JSON. Types only: the console imports this file. */
import type { ConversationRow } from "../desk/api.ts";

/**
 * `GET /api/console/levels?store=&until=` (supervisor, admin; without a store: all of theirs): the seven days up to this date
 * (`2026-10-01`; absent: today), each store's days by its own clock.
 */
export interface LevelsAnswer {
  /** When all this was true. */
  readonly now: string;
  /** The oldest first. */
  readonly days: readonly string[];
  readonly stores: readonly StoreLevels[];
  /** All of these stores together, one entry a day. */
  readonly all: readonly DayLevel[];
}

export interface StoreLevels {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly limits: { readonly firstSeconds: number; readonly nextSeconds: number; readonly hours: "working" | "always" };
  /** As many as `days` of the answer. */
  readonly days: readonly DayLevel[];
}

export interface DayLevel {
  readonly day: string;
  /** Hand-overs of this day that got an agent's first words within the limit. */
  readonly within: number;
  /** Those that got them too late, or ended or still wait without any. */
  readonly late: number;
  /** Still waiting within the limit. */
  readonly pending: number;
  /** within ÷ (within + late), 0..1; absent: nothing counts yet. */
  readonly share?: number;
  /** How often on this day an agent's next words came too late. */
  readonly nextLate: number;
}

/**
 * `GET /api/console/levels/conversations?store=&day=&what=within|late|pending|next&at=` (supervisor, admin), 20 a page: what stands
 * behind a number, the newest first; without a store: all of theirs.
 */
export interface LevelConversations {
  readonly items: readonly LevelRow[];
  readonly total: number;
}

export interface LevelRow {
  readonly conversation: ConversationRow;
  /** Since when the shopper waited. */
  readonly since: string;
  /** When an agent replied; absent: not yet, or never. */
  readonly repliedAt?: string;
  /** Only of next replies: who had it then. */
  readonly agentName?: string;
}
