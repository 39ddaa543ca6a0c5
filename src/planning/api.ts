/** What the console and the server say to each other about planning, as JSON. Types only: the console imports this file. */

import type { Weekday } from "../staffing/rules/roster.ts";

/** `HH:MM` on the wall of the agent's zone; an end at or before the start is the next day's. */
export interface ShiftHours {
  readonly start: string;
  readonly end: string;
}

export interface PlannedDayRow {
  readonly date: string;
  /** Whose word it is: the weekly pattern, a day planned singly, a holiday's duty, leave, or nobody's who is not employed. */
  readonly source: "not-employed" | "leave" | "duty" | "planned" | "pattern";
  readonly shifts: readonly ShiftHours[];
  /** Planned but not running; `conflicts` says why. */
  readonly idle: readonly ShiftHours[];
  readonly conflicts: readonly ("overlap" | "on-leave" | "not-employed" | "holiday-without-duty")[];
}

export interface PlannedAgent {
  readonly id: string;
  readonly name: string;
  readonly employer: string;
  readonly skills: readonly string[];
  /** Where it is not the roster's. */
  readonly timezone?: string;
  /** Whether the reader may change this person's days: they see all stores the person serves. */
  readonly mayChange: boolean;
  readonly days: readonly PlannedDayRow[];
}

/** `GET /api/console/planning/week?from=2026-11-23&store=&search=&page=` (supervisor, admin): seven days from `from` on. */
export interface WeekAnswer {
  readonly timezone: string;
  readonly now: string;
  /** Today in the roster's zone. */
  readonly today: string;
  readonly version: number;
  readonly days: readonly {
    readonly date: string;
    readonly weekday: string;
    readonly isHoliday: boolean;
    /** 调休: runs as this weekday. */
    readonly runsAs?: string;
  }[];
  readonly agents: readonly PlannedAgent[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** 168 hours of the roster's zone: how many are on shift at the weakest moment, and what usually comes in (28 days). */
  readonly hours: readonly {
    readonly staff: number;
    readonly opened: number;
    readonly handedOver: number;
  }[];
}

/** `PUT /api/console/planning/days` → `DaysAnswer`; all of it or nothing. 409 when somebody changed such a day meanwhile. */
export interface DaysRequest {
  readonly changes: readonly {
    readonly agentId: string;
    readonly date: string;
    /** All shifts of that date; `[]`: a day off; null: the pattern again. */
    readonly shifts: readonly ShiftHours[] | null;
    /** What the planner saw there. */
    readonly seen: readonly ShiftHours[];
  }[];
}
export interface DaysAnswer {
  readonly version: number;
}

export interface DayDifference {
  readonly agentId: string;
  readonly name: string;
  readonly date: string;
  readonly before: readonly ShiftHours[];
  readonly after: readonly ShiftHours[];
}

/**
 * `POST /api/console/planning/copy` {from, to, version?} and `POST /api/console/planning/file?version=` (raw CSV):
 * without `version` what would change, with it the same is done if the roster is still at that version (else 409).
 */
export interface ChangesAnswer {
  readonly version: number;
  readonly done: boolean;
  /** At most 200 of them. */
  readonly changes: readonly DayDifference[];
  readonly count: number;
  readonly left: readonly {
    readonly name: string;
    readonly date: string;
    readonly why: "leave" | "holiday" | "not-employed" | "not-yours";
  }[];
}

export interface ChangeRow {
  readonly id: string;
  readonly at: string;
  readonly byName: string;
  /** Single days, a copied week, a file of shifts, somebody's weekly shifts, entered leave, a whole roster. */
  readonly kind: "days" | "copy" | "file" | "pattern" | "leave" | "roster";
  /** The first few of so many people, and the first and last day. */
  readonly names: readonly string[];
  readonly people: number;
  readonly from?: string;
  readonly until?: string;
  readonly takenBack?: { readonly at: string; readonly byName: string };
  /** One's own for 24 hours; a whole roster for 30 days, by everybody who may replace it. */
  readonly mayTakeBack: boolean;
}

/**
 * `GET /api/console/planning/changes` (supervisor, admin): the reader's newest changes, and whole rosters by anybody for who may
 * replace one. `POST …/changes/:changeId/undo` {force?} → ChangesMade; 409 when something newer stands there (of a whole roster with
 * `by` and `at` of the newest change; `force` puts it in place nevertheless).
 */
export interface ChangesMade {
  readonly items: readonly ChangeRow[];
  /** The reader's newest change, while it may be taken back. */
  readonly last?: string;
}

/** `GET /api/console/planning/holidays?year=2026` and `POST` {year, version}, which takes the proposal. */
export interface HolidaysAnswer {
  readonly version: number;
  readonly year: number;
  /** Whether that year's calendar is known. */
  readonly isKnown: boolean;
  readonly days: readonly {
    readonly date: string;
    readonly name: { readonly zh: string; readonly en: string };
    readonly type: "holiday" | "workday";
    readonly as?: string;
    readonly isThere: boolean;
  }[];
}

export type LeaveKind = "annual" | "sick" | "personal" | "other";

export interface LeaveRow {
  readonly id: string;
  readonly agentId: string;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly kind: LeaveKind;
  readonly note: string;
  readonly state: "asked" | "granted" | "refused" | "withdrawn";
}

export interface SwapRow {
  readonly id: string;
  readonly agentId: string;
  readonly name: string;
  readonly date: string;
  readonly withId: string;
  readonly withName: string;
  readonly withDate?: string;
  /** What would change hands: `09:00-13:00,14:00-18:00`, then a blank and the hours of the day in return. As agreed once it is. */
  readonly hours: string;
  readonly note: string;
  readonly state: "asked" | "accepted" | "approved" | "refused" | "withdrawn";
}

/** `GET /api/console/planning/mine` (who is linked with an agent): my next 14 days, leave and swaps, and who may swap with me. */
export interface MineAnswer {
  readonly timezone: string;
  readonly today: string;
  /** Yesterday's shift that goes on today. */
  readonly overnight?: ShiftHours;
  readonly days: readonly PlannedDayRow[];
  readonly leave: readonly LeaveRow[];
  readonly swaps: readonly SwapRow[];
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

/** `POST /api/console/planning/mine/leave` → MineAnswer. */
export interface LeaveAsk {
  readonly from: string;
  readonly until: string;
  readonly kind: LeaveKind;
  readonly note: string;
}

/** `POST /api/console/planning/mine/swaps` → MineAnswer. */
export interface SwapAsk {
  readonly date: string;
  readonly withId: string;
  readonly withDate?: string | undefined;
  readonly note: string;
}

/** `POST /api/console/planning/leave` (supervisor, admin) → RequestsAnswer: leave that a supervisor enters for somebody holds at once. */
export interface LeaveEntry extends LeaveAsk {
  readonly agentId: string;
  /** In spite of what speaks against it. */
  readonly anyway?: boolean | undefined;
}

export interface ShiftPatternRow extends ShiftHours {
  /** On which it starts. */
  readonly days: readonly Weekday[];
}

/** `GET /api/console/planning/patterns/:agentId` (supervisor, admin): somebody's weekly shifts. */
export interface PatternAnswer {
  readonly agentId: string;
  readonly name: string;
  /** Absent: the roster's. */
  readonly timezone?: string;
  readonly rosterTimezone: string;
  readonly shifts: readonly ShiftPatternRow[];
  readonly mayChange: boolean;
  /** The roster that was read. */
  readonly version: number;
}

/** `PUT …/patterns/:agentId` → PatternAnswer; 409 when the roster is no longer at the version that was read, or the pattern no longer what was seen. */
export interface PatternRequest {
  readonly timezone?: string | undefined;
  readonly shifts: readonly ShiftPatternRow[];
  readonly version?: number | undefined;
  /** In place of the version, to take a change back: what must stand there still, whatever else was changed since. */
  readonly seen?: { readonly timezone?: string | undefined; readonly shifts: readonly ShiftPatternRow[] } | undefined;
}

export type RequestConflictRow =
  | { readonly type: PlannedDayRow["conflicts"][number]; readonly name: string; readonly date: string }
  /** From `start` to `end` there are moments when nobody with the skill would serve these stores; none named: any. */
  | {
      readonly type: "nobody-left";
      readonly skill: string;
      readonly date: string;
      readonly start: string;
      readonly end: string;
      readonly stores: readonly string[];
      /** Also of stores that the reader does not see. */
      readonly elsewhere: boolean;
    };

/** 409 of leave that is entered, and of a decision: what speaks against it. @public Named in `described.ts`. */
export interface RequestAgainst {
  readonly conflicts?: readonly RequestConflictRow[];
}

/** 422 of a file of shifts. @public Named in `described.ts`. */
export interface ShiftsFileRefused {
  readonly errors: readonly {
    readonly line: number;
    readonly column?: string;
    readonly reason: { readonly zh: string; readonly en: string };
  }[];
}

/** `GET /api/console/planning/requests` (supervisor, admin): what waits for a decision, with what speaks against it. */
export interface RequestsAnswer {
  readonly leave: readonly (LeaveRow & { readonly mayDecide: boolean; readonly conflicts: readonly RequestConflictRow[] })[];
  readonly swaps: readonly (SwapRow & { readonly mayDecide: boolean; readonly conflicts: readonly RequestConflictRow[] })[];
  /** The id of the leave that was entered just now: it is taken back by deciding no about it. */
  readonly entered?: string;
}

/** `POST /api/console/planning/leave/:leaveId/decide`, `…/swaps/:swapId/decide` → RequestsAnswer; `anyway`: in spite of conflicts. */
export interface DecideRequest {
  readonly decision: "yes" | "no";
  readonly anyway?: boolean | undefined;
}
