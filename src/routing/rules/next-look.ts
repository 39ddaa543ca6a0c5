import type { Instant } from "../../core/words.ts";
import type { DeskFacts } from "./desk-facts.ts";
import { nextLeaving } from "./leaving.ts";
import { nextRosterChange } from "./roster-change.ts";
import { lapsesAt, leftOutUntil, type DeskWaits } from "./waits.ts";

/**
 * When time alone may next change anything at the desk: a shift, an offer that lapses, somebody who is asked again, somebody who
 * goes home. One timer for all of it: whatever wakes the desk, everything that is due by then is done.
 */
export function nextLook(facts: DeskFacts, waits: DeskWaits): Instant | undefined {
  const { roster, escalations, now } = facts;
  const waiting = escalations.filter(({ state }) => state === "waiting" || state === "offered");
  let earliest = nextRosterChange(roster, waiting, now);
  const consider = (moment: Instant | undefined): void => {
    if (moment !== undefined && (earliest === undefined || moment < earliest)) earliest = moment;
  };
  for (const escalation of waiting) {
    consider(lapsesAt(escalation, waits));
    if (escalation.state !== "waiting") continue;
    for (const { agent } of escalation.declined ?? []) consider(leftOutUntil(escalation, agent, { now, waits }));
  }
  for (const moment of nextLeaving(facts, waits)) consider(moment);
  return earliest;
}
