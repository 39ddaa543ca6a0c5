import type { Steps } from "../../core/steps.ts";
import { onShiftAt } from "../../staffing/rules/on-shift.ts";
import type { Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { DAY_MS, MINUTE_MS, momentsShowing, type WallDay } from "../../staffing/rules/wall-clock.ts";

export const HOURS_A_DAY = 24;
const LOOKS_AN_HOUR = 4;

/**
 * For each hour of these days on the wall of the roster's zone: how many of the agents are on shift at its weakest moment
 * (looked at every quarter of an hour). Trainees who only watch cover nothing.
 */
export function* coverageOf(
  roster: Roster,
  agents: readonly RosterAgent[],
  { from, count }: { readonly from: WallDay; readonly count: number },
): Steps<readonly number[]> {
  const working = agents.filter(takesMatters);
  const hours: number[] = [];
  for (let hour = 0; hour < count * HOURS_A_DAY; hour += 1) {
    let fewest = working.length;
    for (let look = 0; look < LOOKS_AN_HOUR; look += 1) {
      const wall = from * DAY_MS + (hour * LOOKS_AN_HOUR + look) * (60 / LOOKS_AN_HOUR) * MINUTE_MS;
      // An hour that comes twice in autumn must be covered both times.
      for (const moment of momentsShowing(roster.timezone, wall)) {
        const isOn = onShiftAt(roster, moment);
        fewest = Math.min(fewest, working.filter(isOn).length);
      }
    }
    hours.push(fewest);
    yield;
  }
  return hours;
}

/** Whether shoppers can be given to somebody at all: a trainee who only watches gets none. */
export function takesMatters({ trainee }: Pick<RosterAgent, "trainee">): boolean {
  return trainee?.stage !== "shadow";
}
