import type { AgentId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Hours, OwnDays, Roster, RosterAgent, Shift } from "./roster.ts";
import { isEmployedOn, minutesOf, nextShiftStart, ownDaysOf, shiftAt, weekdayOf, WEEKDAYS, zoneOf } from "./roster.ts";
import { DAY_MS, dateOf, dayOf, MINUTE_MS, wallTimeAt } from "./wall-clock.ts";

/**
 * Tells of each agent whether they are on shift at this moment: the same as `isOnShiftWhen`, for a thousand agents in a
 * fraction of a millisecond. A desk knows a handful of zones; what their walls show is looked up once.
 */
export function onShiftAt(roster: Roster, now: Instant): (agent: RosterAgent) => boolean {
  const walls = new Map<string, readonly WallDayNow[]>();
  const own = ownDaysOf(roster);
  return (agent) => {
    const zone = zoneOf(roster, agent);
    let days = walls.get(zone);
    if (days === undefined) walls.set(zone, (days = wallDays(roster, zone, now)));
    return days.some((day) => runsOn(agent, day, own.get(agent.id)));
  };
}

/** The first shift start after `now`, as `nextShiftStart` finds it; found once for all who share a pattern, and kept until it has come. */
export function nextStartOf(roster: Roster, agent: RosterAgent, now: Instant): Instant | undefined {
  const kept = keptStarts(roster);
  const pattern = patternOf(roster, agent, kept);
  const known = kept.starts.get(pattern);
  if (known !== undefined && known.from <= now && now < known.at) return known.at;
  const at = nextShiftStart(roster, agent, now);
  if (at !== undefined) kept.starts.set(pattern, { from: now, at });
  return at;
}

/** The shift an agent is in, as `shiftAt` finds it; found once for all who share a pattern, while it is asked of one moment. */
export function shiftOf(roster: Roster, agent: RosterAgent, now: Instant): Shift | undefined {
  const kept = keptStarts(roster);
  const pattern = patternOf(roster, agent, kept);
  const known = kept.shifts.get(pattern);
  if (known?.at === now) return known.shift;
  const shift = shiftAt(roster, agent, now);
  kept.shifts.set(pattern, { at: now, shift });
  return shift;
}

/** So many shifts are joined at most: who is always on duty goes home some day. */
const MOST_JOINED = 7;

/**
 * The shift an agent is in, and on through those that follow without a gap: 09–13 and 13–18 end at 18, and nobody goes home at
 * midnight whose evening goes on.
 */
export function dutyOf(roster: Roster, agent: RosterAgent, now: Instant): Shift | undefined {
  const kept = keptStarts(roster);
  const pattern = patternOf(roster, agent, kept);
  const known = kept.duties.get(pattern);
  if (known?.at === now) return known.shift;
  const duty = joined(roster, agent, shiftOf(roster, agent, now));
  kept.duties.set(pattern, { at: now, shift: duty });
  return duty;
}

function joined(roster: Roster, agent: RosterAgent, shift: Shift | undefined): Shift | undefined {
  if (shift === undefined) return undefined;
  let { end } = shift;
  for (let more = 1; more < MOST_JOINED; more += 1) {
    const next = shiftAt(roster, agent, end);
    if (next === undefined || next.end <= end) break;
    end = next.end;
  }
  return { start: shift.start, end };
}

/** Today or yesterday on a zone's wall. */
interface WallDayNow {
  readonly date: string;
  /** 0 is Monday; absent on a holiday. */
  readonly weekday?: number | undefined;
  readonly duties: ReadonlyMap<AgentId, readonly Span[]>;
  /** Since that day's midnight; 24 hours and more for yesterday. */
  readonly minute: number;
}

/** Minutes since the midnight before the start; an end of the next day lies beyond 24 hours. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const DAY_MINUTES = DAY_MS / MINUTE_MS;
const NO_DUTIES: ReadonlyMap<AgentId, readonly Span[]> = new Map();

function wallDays(roster: Roster, zone: string, now: Instant): readonly WallDayNow[] {
  const wall = wallTimeAt(zone, now);
  const today = dayOf(wall);
  return [today - 1, today].map((day) => {
    const date = dateOf(day);
    const minute = (wall - day * DAY_MS) / MINUTE_MS;
    if (roster.holidays.includes(date)) return { date, minute, duties: dutiesOn(roster, date) };
    const name = roster.workdays.find((workday) => workday.date === date)?.as ?? weekdayOf(day);
    return { date, minute, duties: NO_DUTIES, weekday: name === undefined ? undefined : WEEKDAYS.indexOf(name) };
  });
}

function dutiesOn(roster: Roster, date: string): ReadonlyMap<AgentId, readonly Span[]> {
  const duties = new Map<AgentId, Span[]>();
  for (const duty of roster.holidayDuty) {
    if (duty.date !== date) continue;
    const spans = duties.get(duty.agentId) ?? [];
    spans.push(spanOf(duty));
    duties.set(duty.agentId, spans);
  }
  return duties;
}

function runsOn(agent: RosterAgent, day: WallDayNow, own: OwnDays | undefined): boolean {
  const { date, weekday, duties, minute } = day;
  if (!isEmployedOn(agent, date) || own?.leave.some(({ from, until }) => from <= date && date <= until)) return false;
  const planned = weekday === undefined ? undefined : own?.plans.get(date)?.map(spanOf);
  const spans = planned ?? (weekday === undefined ? duties.get(agent.id) : weekOf(agent)[weekday]);
  return spans?.some(({ from, to }) => from <= minute && minute < to) ?? false;
}

// A roster's agents never change, so what is made of one is made once.
const weeks = new WeakMap<RosterAgent["shifts"], readonly (readonly Span[])[]>();

/** The hours of each weekday, Monday first. */
function weekOf({ shifts }: RosterAgent): readonly (readonly Span[])[] {
  const known = weeks.get(shifts);
  if (known !== undefined) return known;
  const week = WEEKDAYS.map((day) => shifts.filter(({ days }) => days.includes(day)).map(spanOf));
  weeks.set(shifts, week);
  return week;
}

function spanOf(hours: Hours): Span {
  const [from, to] = [minutesOf(hours.start), minutesOf(hours.end)];
  return { from, to: to <= from ? to + DAY_MINUTES : to };
}

interface KeptStarts {
  readonly patterns: Map<AgentId, string>;
  /** Pattern → a moment, and the first start after it. */
  readonly starts: Map<string, { readonly from: Instant; readonly at: Instant }>;
  /** Pattern → a moment, and the shift at it. */
  readonly shifts: Map<string, { readonly at: Instant; readonly shift: Shift | undefined }>;
  /** Pattern → a moment, and the shift at it with those that follow without a gap. */
  readonly duties: Map<string, { readonly at: Instant; readonly shift: Shift | undefined }>;
  /** Whose days differ from their pattern: by duty, by leave, by single days. */
  readonly apart: ReadonlySet<AgentId>;
}

const starts = new WeakMap<Roster, KeptStarts>();

function keptStarts(roster: Roster): KeptStarts {
  const known = starts.get(roster);
  if (known !== undefined) return known;
  const apart = new Set([...roster.holidayDuty.map(({ agentId }) => agentId), ...ownDaysOf(roster).keys()]);
  const kept = { patterns: new Map(), starts: new Map(), shifts: new Map(), duties: new Map(), apart };
  starts.set(roster, kept);
  return kept;
}

/** Who has the same zone, shifts and employment starts at the same moments, unless a day of theirs is apart. */
function patternOf(roster: Roster, agent: RosterAgent, { patterns, apart }: KeptStarts): string {
  const known = patterns.get(agent.id);
  if (known !== undefined) return known;
  const { shifts, employedFrom, employedUntil } = agent;
  const own = apart.has(agent.id) ? agent.id : undefined;
  const pattern = JSON.stringify([zoneOf(roster, agent), shifts, employedFrom, employedUntil, own]);
  patterns.set(agent.id, pattern);
  return pattern;
}
