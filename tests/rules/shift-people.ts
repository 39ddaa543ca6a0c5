import type { Roster, RosterAgent, ShiftPattern, Weekday } from "../../src/staffing/rules/roster.ts";
import { shiftAt } from "../../src/staffing/rules/roster.ts";
import { agent, roster } from "./routing-people.ts";

/** The days of an office. */
export const WORKWEEK: readonly Weekday[] = ["Mon", "Tue", "Wed", "Thu", "Fri"];

/** Somebody with these shifts. */
export function working(shifts: readonly ShiftPattern[], changes: Partial<Omit<RosterAgent, "id">> = {}): RosterAgent {
  return agent("li", { shifts, ...changes });
}

/** Whether they work at that moment. */
export function isOnShift(person: RosterAgent, now: number, changes: Partial<Roster> = {}): boolean {
  return shiftAt(roster([person], changes), person, now) !== undefined;
}
