import type { Values } from "../../audit/rules/entry.ts";
import type { Hours, Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { hoursOn, withChanges, type DayChange } from "./change.ts";

/** More days of one change are counted, not named: a log is for reading. */
export const MOST_DAYS_NAMED = 100;

/** Days before and after a change, each by person and date, as the audit log keeps them. */
export function loggedDays(roster: Roster, changes: readonly DayChange[]): { readonly before: Values; readonly after: Values } {
  const later = withChanges(roster, changes);
  const agents = new Map(roster.agents.map((agent) => [agent.id, agent]));
  const named = changes.slice(0, MOST_DAYS_NAMED).flatMap(({ agentId, date }) => {
    const agent = agents.get(agentId);
    return agent === undefined ? [] : [{ agent, date }];
  });
  const more = changes.length - named.length;
  const daysIn = (of: Roster): Values =>
    Object.fromEntries(named.map(({ agent, date }) => [`${agent.name} ${date}`, textOf(hoursOn(of, agent, date))]));
  return { before: daysIn(roster), after: { ...daysIn(later), ...(more === 0 ? {} : { more }) } };
}

/** The one store that all of these people serve, where there is only one: its supervisors read of it. */
export function storeOfAll(agents: readonly (RosterAgent | undefined)[]): string | undefined {
  const [first, ...rest] = agents.map((agent) => (agent?.stores?.length === 1 ? agent.stores[0] : undefined));
  return rest.every((store) => store === first) ? first : undefined;
}

/** `09:00–18:00 19:00–22:00`; a day off is `–`. */
function textOf(hours: readonly Hours[]): string {
  return hours.length === 0 ? "–" : hours.map(({ start, end }) => `${start}–${end}`).join(" ");
}
