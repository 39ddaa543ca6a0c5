import type { Instant } from "../../core/words.ts";
import { nextStartOf, shiftOf } from "../../staffing/rules/on-shift.ts";
import type { Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import type { RoutableEscalation } from "./facts.ts";
import { indexOf, kept } from "./roster-index.ts";

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
    if (isNeeded) consider(nextStartOf(roster, agent, now));
    if (isNeeded || offeredTo.has(agent.id)) consider(shiftOf(roster, agent, now)?.end);
  }
  return earliest;
}

/** Whoever could take something of this, at some hour; the supervisor on call whatever their skills, where they have a step of their own. */
export function neededFor(roster: Roster, waiting: readonly RoutableEscalation[]): readonly RosterAgent[] {
  const index = indexOf(roster);
  const onCall = roster.routing?.waitSeconds?.supervisor === undefined ? undefined : roster.supervisorOnCall;
  const boss = onCall === undefined ? undefined : index.position.get(onCall);
  const needed = new Uint8Array(roster.agents.length);
  const seen = new Map<string, Set<number>>();
  for (const { storeId, skill } of waiting) {
    // Thousands may wait, but for few skills in few stores.
    const teams = kept(seen, skill, () => new Set<number>());
    const team = index.teamOf(storeId);
    if (teams.has(team)) continue;
    teams.add(team);
    for (const place of index.ableFor(storeId, skill)) needed[place] = 1;
    if (boss !== undefined && index.isServing(storeId)[boss] === 1) needed[boss] = 1;
  }
  return roster.agents.filter(({ trainee }, place) => needed[place] === 1 && trainee?.stage !== "shadow");
}
