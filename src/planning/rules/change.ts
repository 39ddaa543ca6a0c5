import type { AgentId } from "../../core/ids.ts";
import type { DayPlan, HolidayDuty, Hours, Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { dayOfAgent } from "../../staffing/rules/roster.ts";
import { dayOfDate } from "../../staffing/rules/wall-clock.ts";

/** What one person shall work on one date. */
export interface DayChange {
  readonly agentId: AgentId;
  readonly date: string;
  /** All shifts that start on this date; none: a day off. Absent: the pattern again (on a holiday: no duty). */
  readonly hours?: readonly Hours[] | undefined;
}

/** Where a change is written: on a holiday only duty works (P3), on any other day the plan of the day. */
export interface DayWrite extends DayChange {
  readonly as: "duty" | "plan";
}

/** What must be written so that these changes hold; what says the same as the pattern needs no plan. */
export function writesFor(roster: Roster, changes: readonly DayChange[]): readonly DayWrite[] {
  const agents = new Map(roster.agents.map((agent) => [agent.id, agent]));
  return changes.flatMap((change): readonly DayWrite[] => {
    const agent = agents.get(change.agentId);
    if (agent === undefined) return [];
    const hours = change.hours && inOrder(change.hours);
    if (roster.holidays.includes(change.date)) return [{ ...change, as: "duty", hours: hours ?? [] }];
    const isPattern = hours !== undefined && sameHours(hours, patternOn(roster, agent, change.date));
    return [{ agentId: change.agentId, date: change.date, as: "plan", ...(hours && !isPattern && { hours }) }];
  });
}

/** The roster as it is once the changes are made. */
export function withChanges(roster: Roster, changes: readonly DayChange[]): Roster {
  const writes = writesFor(roster, changes);
  const keyOf = ({ agentId, date }: { readonly agentId: AgentId; readonly date: string }) => `${date} ${agentId}`;
  const duties = new Set(writes.filter(({ as }) => as === "duty").map(keyOf));
  const plans = new Set(writes.filter(({ as }) => as === "plan").map(keyOf));
  const holidayDuty: readonly HolidayDuty[] = [
    ...roster.holidayDuty.filter((duty) => !duties.has(keyOf(duty))),
    ...writes.flatMap(({ as, agentId, date, hours = [] }) =>
      as === "duty" ? hours.map(({ start, end }) => ({ agentId, date, start, end })) : [],
    ),
  ];
  const dayPlans: readonly DayPlan[] = [
    ...(roster.dayPlans ?? []).filter((plan) => !plans.has(keyOf(plan))),
    ...writes.flatMap(({ as, agentId, date, hours }) => (as === "plan" && hours ? [{ agentId, date, hours }] : [])),
  ];
  return { ...roster, holidayDuty, dayPlans };
}

/** What was written of changed days (null: nothing, the pattern held), and what is worked on them once the changes are made. */
export function daysBetween(roster: Roster, changes: readonly DayChange[]) {
  const later = withChanges(roster, changes);
  const agents = new Map(roster.agents.map((agent) => [agent.id, agent]));
  return changes.flatMap(({ agentId, date }) => {
    const agent = agents.get(agentId);
    return agent === undefined
      ? []
      : [{ agentId, date, written: writtenOn(roster, agentId, date), after: hoursOn(later, agent, date) }];
  });
}

// Not what is worked: on leave that is nothing, and when the leave is withdrawn the shift must be there again.
function writtenOn(roster: Roster, agentId: AgentId, date: string): readonly Hours[] | null {
  const isThis = (one: { readonly agentId: AgentId; readonly date: string }) => one.agentId === agentId && one.date === date;
  if (roster.holidays.includes(date)) return inOrder(roster.holidayDuty.filter(isThis));
  return (roster.dayPlans ?? []).find(isThis)?.hours ?? null;
}

/** What somebody works on a date as things stand. */
export function hoursOn(roster: Roster, agent: RosterAgent, date: string): readonly Hours[] {
  return inOrder(dayOfAgent(roster, agent, dayOfDate(date)).hours);
}

function patternOn(roster: Roster, agent: RosterAgent, date: string): readonly Hours[] {
  const always = { ...agent, employedFrom: undefined, employedUntil: undefined };
  return inOrder(dayOfAgent({ ...roster, dayPlans: [], leave: [] }, always, dayOfDate(date)).hours);
}

/** By start, then end, without what stands there twice. */
export function inOrder(hours: readonly Hours[]): readonly Hours[] {
  const keyed = new Map(hours.map(({ start, end }) => [`${start} ${end}`, { start, end }]));
  return [...keyed.keys()].sort().flatMap((key) => keyed.get(key) ?? []);
}

/** Whether two lists in order say the same. */
export function sameHours(a: readonly Hours[], b: readonly Hours[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end);
}
