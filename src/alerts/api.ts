/** What the console and the server say to each other about alerts, as JSON. Types only: the console imports this file. */
import type { ConversationRow, NamedThing, Sentence } from "../desk/api.ts";

/**
 * `GET /api/console/alerts` (agent: their own; supervisor, admin: also those for the supervisors of their stores): what nobody has
 * seen yet, the newest 50, and how many there are. The stream tells `event: alerts` data {count} when their number changes.
 */
export interface AlertList {
  readonly items: readonly AlertRow[];
  readonly count: number;
}

export interface AlertRow {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** `alert-hand-over`, `alert-clock-breached`, …, with its sentence. */
  readonly reason: Sentence;
  readonly store: { readonly id: string; readonly name: string };
  /** For the agent who asks; otherwise for all supervisors. */
  readonly isMine: boolean;
  readonly about?: AlertMatter;
}

/** The conversation it is about as it stands now: enough for a colleague to go on with it. */
export interface AlertMatter {
  readonly conversation: ConversationRow;
  /** The last full question. */
  readonly topic?: string;
  readonly slots: readonly NamedThing[];
}

/** `POST /api/console/alerts/:id/seen` {} → 204. For supervisors' alerts one of them is enough. */
