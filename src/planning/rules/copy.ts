import type { AgentId } from "../../core/ids.ts";
import type { Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { dayOfAgent, isEmployedOn } from "../../staffing/rules/roster.ts";
import { dateOf, type WallDay } from "../../staffing/rules/wall-clock.ts";
import { hoursOn, inOrder, sameHours, type DayChange } from "./change.ts";

const WEEK_DAYS = 7;

/** Why a day was not copied. */
export type LeftOut = "leave" | "holiday" | "not-employed";

export interface WeekCopy {
  readonly changes: readonly DayChange[];
  readonly left: readonly { readonly agentId: AgentId; readonly date: string; readonly why: LeftOut }[];
}

/**
 * What must change so that these people work in the week from `to` what they work in the week from `from`. Left out, and
 * named: days that are a holiday in either week (duty is planned for its own date), leave, and days outside the employment.
 */
export function copyWeek(
  roster: Roster,
  agents: readonly RosterAgent[],
  { from, to }: { readonly from: WallDay; readonly to: WallDay },
): WeekCopy {
  const changes: DayChange[] = [];
  const left: { agentId: AgentId; date: string; why: LeftOut }[] = [];
  for (const agent of agents) {
    for (let day = 0; day < WEEK_DAYS; day += 1) {
      const [source, date] = [dateOf(from + day), dateOf(to + day)];
      const there = dayOfAgent(roster, agent, from + day);
      const hours = inOrder(there.hours);
      if (there.source !== "leave" && there.source !== "not-employed" && sameHours(hours, hoursOn(roster, agent, date))) continue;
      const why = leftOut(roster, agent, { source, date, isAway: there.source === "leave" });
      if (why === undefined) changes.push({ agentId: agent.id, date, hours });
      else left.push({ agentId: agent.id, date, why });
    }
  }
  return { changes, left };
}

function leftOut(
  roster: Roster,
  agent: RosterAgent,
  { source, date, isAway }: { readonly source: string; readonly date: string; readonly isAway: boolean },
): LeftOut | undefined {
  if (!isEmployedOn(agent, date) || !isEmployedOn(agent, source)) return "not-employed";
  if (roster.holidays.includes(date) || roster.holidays.includes(source)) return "holiday";
  const isOff = roster.leave?.some(({ agentId, from, until }) => agentId === agent.id && from <= date && date <= until) ?? false;
  return isAway || isOff ? "leave" : undefined;
}
