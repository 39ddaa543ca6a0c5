import type { Instant } from "../../core/words.ts";
import type { Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { nextShiftStart, shiftAt } from "../../staffing/rules/roster.ts";
import { couldTake, mayServe } from "./eligibility.ts";
import type { RoutableEscalation } from "./facts.ts";

/**
 * When the roster alone may change who takes what: the next shift start, or shift end, of anybody who could take something
 * that waits, or the shift end of somebody to whom something is offered. Absent: the roster changes nothing soon.
 */
export function nextRosterChange(roster: Roster, escalations: readonly RoutableEscalation[], now: Instant): Instant | undefined {
  const waiting = escalations.filter((escalation) => escalation.state === "waiting");
  const offeredTo = new Set(escalations.flatMap(({ state, agent }) => (state === "offered" && agent ? [agent.id] : [])));
  const needed = new Set(neededFor(roster, waiting));
  let earliest: Instant | undefined;
  const consider = (moment: Instant | undefined) => {
    if (moment !== undefined && (earliest === undefined || moment < earliest)) earliest = moment;
  };
  for (const agent of roster.agents) {
    const isNeeded = needed.has(agent);
    if (isNeeded) consider(nextShiftStart(roster, agent, now));
    if (isNeeded || offeredTo.has(agent.id)) consider(shiftAt(roster, agent, now)?.end);
  }
  return earliest;
}

/** Whoever could take something of this, at some hour; the supervisor on call whatever their skills, where they have a step of their own. */
export function neededFor(roster: Roster, waiting: readonly RoutableEscalation[]): readonly RosterAgent[] {
  const kinds = oneOfEachKind(waiting);
  const onCall = roster.routing?.waitSeconds?.supervisor === undefined ? undefined : roster.supervisorOnCall;
  return roster.agents.filter((agent) =>
    kinds.some((one) => couldTake(agent, one) || (agent.id === onCall && mayServe(agent, one.storeId))),
  );
}

/** Thousands may wait, but for few skills in few stores. */
function oneOfEachKind(escalations: readonly RoutableEscalation[]): readonly RoutableEscalation[] {
  return [...new Map(escalations.map((one) => [JSON.stringify([one.storeId, one.skill]), one])).values()];
}
