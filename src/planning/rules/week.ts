import type { DaySource, Hours, Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { dayOfAgent, isEmployedOn, minutesOf, ownDaysOf } from "../../staffing/rules/roster.ts";
import { dateOf, type WallDay } from "../../staffing/rules/wall-clock.ts";
import { inOrder } from "./change.ts";

/** What a planner should look at: none of it is forbidden. */
export type Conflict =
  /** Two shifts of the person share a minute. */
  | "overlap"
  /** Planned, but on leave that day: does not run. */
  | "on-leave"
  /** Planned outside the employment: does not run. */
  | "not-employed"
  /** Planned on a holiday without duty: does not run. */
  | "holiday-without-duty";

export interface PlannedDay {
  readonly date: string;
  readonly source: DaySource;
  /** Shifts that start on this date, in their order. */
  readonly shifts: readonly Hours[];
  /** Planned for this date, but not running; `conflicts` says why. */
  readonly idle: readonly Hours[];
  readonly conflicts: readonly Conflict[];
}

/** Days of one person, one after another. */
export function daysOf(
  roster: Roster,
  agent: RosterAgent,
  { from, count }: { readonly from: WallDay; readonly count: number },
): readonly PlannedDay[] {
  return Array.from({ length: count }, (_none, i) => plannedDay(roster, agent, from + i));
}

/** The shift of the day before that goes on in this day; undefined when none does. */
export function overnightInto(roster: Roster, agent: RosterAgent, day: WallDay): Hours | undefined {
  const { shifts } = plannedDay(roster, agent, day - 1);
  return shifts.find(({ start, end }) => end <= start && end !== "00:00");
}

function plannedDay(roster: Roster, agent: RosterAgent, day: WallDay): PlannedDay {
  const date = dateOf(day);
  const { source, hours } = dayOfAgent(roster, agent, day);
  const shifts = inOrder(hours);
  const wanted = ownDaysOf(roster).get(agent.id)?.plans.get(date) ?? [];
  const duties = roster.holidays.includes(date)
    ? roster.holidayDuty.filter((duty) => duty.date === date && duty.agentId === agent.id)
    : [];
  const meant = [...wanted, ...duties];
  const conflicts: Conflict[] = [];
  if (meant.length > 0 && source === "leave") conflicts.push("on-leave");
  if (meant.length > 0 && !isEmployedOn(agent, date)) conflicts.push("not-employed");
  if (wanted.length > 0 && source === "duty" && duties.length === 0) conflicts.push("holiday-without-duty");
  if (overlaps(roster, agent, day)) conflicts.push("overlap");
  return { date, source, shifts, idle: shifts.length > 0 ? [] : inOrder(meant), conflicts };
}

const DAY_MINUTES = 24 * 60;

function overlaps(roster: Roster, agent: RosterAgent, day: WallDay): boolean {
  const spans = [-1, 0, 1].flatMap((offset) =>
    inOrder(dayOfAgent(roster, agent, day + offset).hours).map(({ start, end }) => {
      const from = offset * DAY_MINUTES + minutesOf(start);
      const length = minutesOf(end) - minutesOf(start);
      return { offset, from, to: from + (length > 0 ? length : length + DAY_MINUTES) };
    }),
  );
  return spans.some(
    (one, i) => one.offset === 0 && spans.some((other, j) => i !== j && one.from < other.to && other.from < one.to),
  );
}
