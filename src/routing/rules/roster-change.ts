import type { Instant } from "../../core/words.ts";
import type { Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { nextShiftStart, shiftAt } from "../../staffing/rules/roster.ts";
import { couldTake } from "./eligibility.ts";
import type { RoutableEscalation } from "./facts.ts";

/**
 * When the roster alone may change who takes what: the next shift start, or shift end, of anybody who could take something
 * that waits, or the shift end of somebody to whom something is offered. Absent: the roster changes nothing soon.
 */
export function nextRosterChange(roster: Roster, escalations: readonly RoutableEscalation[], now: Instant): Instant | undefined {
  const waiting = oneOfEachKind(escalations.filter((escalation) => escalation.state === "waiting"));
  const offeredTo = new Set(escalations.flatMap(({ state, agent }) => (state === "offered" && agent ? [agent.id] : [])));
  let earliest: Instant | undefined;
  const consider = (moment: Instant | undefined) => {
    if (moment !== undefined && (earliest === undefined || moment < earliest)) earliest = moment;
  };
  for (const agent of roster.agents) {
    const isNeeded = isNeededFor(agent, waiting);
    if (isNeeded) consider(nextShiftStart(roster, agent, now));
    if (isNeeded || offeredTo.has(agent.id)) consider(shiftAt(roster, agent, now)?.end);
  }
  return earliest;
}

function isNeededFor(agent: RosterAgent, waiting: readonly RoutableEscalation[]): boolean {
  return waiting.some((escalation) => couldTake(agent, escalation));
}

/** Thousands may wait, but for few skills in few stores. */
function oneOfEachKind(escalations: readonly RoutableEscalation[]): readonly RoutableEscalation[] {
  return [...new Map(escalations.map((one) => [JSON.stringify([one.storeId, one.skill]), one])).values()];
}
