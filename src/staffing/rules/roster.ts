import type { AgentId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { WallDay, WallTime } from "./wall-clock.ts";
import { clockChangeNear, DAY_MS, dateOf, dayOf, MINUTE_MS, momentsShowing, wallTimeAt } from "./wall-clock.ts";

export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const AGENT_STATUSES = ["ready", "break", "away", "offline"] as const;
/** Ready: takes new work. Break, away: at work, takes none just now. Offline: not working, whatever the roster says. */
export type AgentStatus = (typeof AGENT_STATUSES)[number];

/** Who works when: the only source of availability. */
export interface Roster {
  /** IANA name: the zone of agents that name none, and of times that are told to people. */
  readonly timezone: string;
  readonly agents: readonly RosterAgent[];
  /** `YYYY-MM-DD`: ordinary shifts do not start on these dates. Only these dates are holidays. */
  readonly holidays: readonly string[];
  /** 调休: dates that run as another weekday. */
  readonly workdays: readonly Workday[];
  /** Who works on a holiday. Has no effect on a date that is no holiday. */
  readonly holidayDuty: readonly HolidayDuty[];
  readonly supervisorOnCall?: AgentId | undefined;
}

export interface RosterAgent {
  readonly id: AgentId;
  readonly name: string;
  /** `vendor` or `merchant`. */
  readonly employer: string;
  /** Skills by name; `any` stands for all of them. */
  readonly skills: readonly string[];
  /** Skill → 1..5; not every skill needs one. */
  readonly levels: Readonly<Record<string, number>>;
  /** Language tags (`zh`, `zh-CN`, `en`). */
  readonly languages: readonly string[];
  /** How many conversations at once. */
  readonly capacity: number;
  /** Own zone; absent: the roster's. */
  readonly timezone?: string | undefined;
  /** Ids of the stores this agent may serve; absent: all. */
  readonly stores?: readonly string[] | undefined;
  readonly shifts: readonly ShiftPattern[];
}

/** Hours on some weekdays: the days are those on which the shift starts. */
export interface ShiftPattern extends Hours {
  readonly days: readonly Weekday[];
}

/**
 * `HH:MM` on the wall of the agent's zone, [start, end). An end at or before the start is on the next day, so `00:00`
 * (or `24:00`) is the midnight that ends the day, and an end equal to the start makes 24 hours.
 */
export interface Hours {
  readonly start: string;
  readonly end: string;
}

export interface Workday {
  readonly date: string;
  readonly as: Weekday;
}

export interface HolidayDuty extends Hours {
  readonly date: string;
  readonly agentId: AgentId;
}

/** What is known of an agent now, beside the roster. A missing one is ready and holds nothing. */
export interface AgentState {
  readonly agentId: AgentId;
  readonly status: AgentStatus;
  /** Conversations held: assigned ones, and offers that keep a place. */
  readonly load: number;
  readonly lastAssignedAt?: Instant | undefined;
  /** Offers in a row that they let pass. */
  readonly missedOffers?: number | undefined;
  /** Their console was open, and is closed since longer than the grace time. Then who is ready counts as away. */
  readonly isAbsent?: boolean | undefined;
}

/** A shift as it really happens: on duty from `start`, no longer at `end`. */
export interface Shift {
  readonly start: Instant;
  readonly end: Instant;
}

/** How far `nextShiftStart` looks ahead. */
export const LOOK_AHEAD_DAYS = 30;

/**
 * The shift this agent is in. The wall clock of the agent's zone decides (P9): a time that happens twice in autumn is on
 * duty both times, an hour that spring leaves out is lost. Where shifts overlap, the one that ends last.
 */
export function shiftAt(roster: Roster, agent: RosterAgent, now: Instant): Shift | undefined {
  const zone = zoneOf(roster, agent);
  const current = hoursAt(roster, agent, wallTimeAt(zone, now));
  if (current === undefined) return undefined;
  const starts = momentsShowing(zone, current.from);
  const ends = momentsShowing(zone, current.to);
  // A start that happens twice: when the clock goes back before it, the shift is off again until the second start.
  const breaks = starts.length > 1 ? [clockChangeNear(zone, current.from)].filter((change) => !starts.includes(change)) : [];
  return {
    start: starts.findLast((moment) => moment <= now) ?? now,
    end: [...breaks, ...ends].find((moment) => moment > now) ?? now,
  };
}

/** Whether the agent is in a shift when the clock on the wall of their zone (`zoneOf`) shows this. */
export function isOnShiftWhen(roster: Roster, agent: RosterAgent, wall: WallTime): boolean {
  return hoursAt(roster, agent, wall) !== undefined;
}

/** The first moment after `after` when a shift of this agent starts, at most `LOOK_AHEAD_DAYS` days ahead. */
export function nextShiftStart(roster: Roster, agent: RosterAgent, after: Instant): Instant | undefined {
  const today = dayOf(wallTimeAt(zoneOf(roster, agent), after));
  let earliest: Instant | undefined;
  // From yesterday: where clocks go back before a shift's end, a shift of yesterday can start a second time.
  for (let day = today - 1; day <= today + LOOK_AHEAD_DAYS; day += 1) {
    for (const moment of startsOn(roster, agent, day)) {
      if (moment <= after || (earliest !== undefined && moment >= earliest)) continue;
      if (shiftAt(roster, agent, moment) !== undefined) earliest = moment;
    }
    if (earliest !== undefined && day >= today) return earliest;
  }
  return undefined;
}

/** The zone in which this agent's shifts are written. */
export function zoneOf(roster: Roster, agent: RosterAgent): string {
  return agent.timezone ?? roster.timezone;
}

interface WallHours {
  readonly from: WallTime;
  readonly to: WallTime;
}

function hoursAt(roster: Roster, agent: RosterAgent, wall: WallTime): WallHours | undefined {
  const today = dayOf(wall);
  let current: WallHours | undefined;
  for (const hours of [...hoursStartingOn(roster, agent, today - 1), ...hoursStartingOn(roster, agent, today)]) {
    if (hours.from <= wall && wall < hours.to && (current === undefined || hours.to > current.to)) current = hours;
  }
  return current;
}

/** P2, P3: what decides is the day on which a shift starts. */
function hoursStartingOn(roster: Roster, agent: RosterAgent, day: WallDay): readonly WallHours[] {
  const date = dateOf(day);
  if (roster.holidays.includes(date)) {
    return roster.holidayDuty.filter((duty) => duty.date === date && duty.agentId === agent.id).map((duty) => onDay(day, duty));
  }
  const weekday = roster.workdays.find((workday) => workday.date === date)?.as ?? weekdayOf(day);
  return agent.shifts.filter((shift) => shift.days.some((one) => one === weekday)).map((shift) => onDay(day, shift));
}

function startsOn(roster: Roster, agent: RosterAgent, day: WallDay): readonly Instant[] {
  const zone = zoneOf(roster, agent);
  return hoursStartingOn(roster, agent, day).flatMap(({ from, to }) => {
    const starts = momentsShowing(zone, from);
    // An end that happens twice: when the clock goes back, the shift is on again until the second end.
    return momentsShowing(zone, to).length > 1 ? [...starts, clockChangeNear(zone, to)] : starts;
  });
}

function onDay(day: WallDay, hours: Hours): WallHours {
  const start = minutesOf(hours.start);
  const end = minutesOf(hours.end);
  const from = day * DAY_MS;
  return { from: from + start * MINUTE_MS, to: from + end * MINUTE_MS + (end <= start ? DAY_MS : 0) };
}

/** Minutes after midnight of an `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function weekdayOf(day: WallDay): Weekday | undefined {
  // 1970-01-01 was a Thursday.
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7];
}
