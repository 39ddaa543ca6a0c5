/** What the console and the server say to each other about agents and rosters, as JSON. Types only: the console imports this file. */
import type { AgentStatus } from "../desk/api.ts";

/** `GET /api/console/roster` (supervisor, admin): who works when, and who is on shift now. */
export interface RosterAnswer {
  readonly timezone: string;
  /** Rises with each change; a file that shall replace exactly this roster is sent with it. */
  readonly version: number;
  /** ISO 8601: the server's idea of now. */
  readonly now: string;
  readonly agents: readonly {
    readonly id: string;
    readonly name: string;
    readonly employer: string;
    readonly skills: readonly string[];
    readonly languages: readonly string[];
    readonly capacity: number;
    readonly load: number;
    readonly status: AgentStatus;
    readonly onShift: boolean;
    /** Ids of those they may serve, limited to those the reader may see. */
    readonly stores: readonly string[];
    readonly shifts: readonly { readonly days: readonly string[]; readonly start: string; readonly end: string }[];
  }[];
  readonly holidays: readonly string[];
}

/**
 * `PUT /api/console/roster?version=` (supervisor of all stores, admin; body: a roster file) → RosterAnswer; 422 Problem naming the
 * field. With the version that was seen: 409 with `reason`, and `by` and `at` of the newest change, when it is no longer that one.
 */

/** 409 of a roster file: it is no longer the version that was seen. @public Named in `described.ts`. */
export interface RosterMovedOn {
  /** Whose change is the newest. */
  readonly by?: string;
  /** ISO; when that was. */
  readonly at?: string;
}

/** 422 of a roster file. @public Named in `described.ts`. */
export interface RosterRefused {
  readonly errors: readonly {
    /** `agents[0].shifts[1].start`; empty for the whole file. */
    readonly path: string;
    readonly reason: { readonly zh: string; readonly en: string };
  }[];
}
