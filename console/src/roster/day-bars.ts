import type { PlannedAgent, PlannedDayRow, ShiftHours } from "../../../src/planning/api.ts";
import { crossesMidnight, daysAfter } from "./plan.ts";

/** A shift as a day shows it: in minutes of this day on the roster's wall, cut at its midnights. */
export interface Bar {
  readonly from: number;
  readonly until: number;
  readonly shift: ShiftHours;
  /** The day on which it starts, by its agent's own clock. */
  readonly day: PlannedDayRow;
}

const DAY_MINUTES = 1440;

/**
 * Somebody's shifts on a date of the roster's wall: those that start on it, and what is left of the night before. `shift`: how many
 * minutes the roster's clock is ahead of theirs.
 */
export function barsOf({ days }: Pick<PlannedAgent, "days">, date: string, ahead = 0): readonly Bar[] {
  return days.flatMap((day) => {
    const offset = daysBetween(date, day.date) * DAY_MINUTES + ahead;
    return day.shifts.flatMap((shift): readonly Bar[] => {
      const start = offset + minutesOf(shift.start);
      const end = start + lengthOf(shift);
      const [from, until] = [Math.max(0, start), Math.min(DAY_MINUTES, end)];
      return from < until ? [{ from, until, shift, day }] : [];
    });
  });
}

/** In minutes; the same start and end make 24 hours. */
function lengthOf(shift: ShiftHours): number {
  const length = minutesOf(shift.end) - minutesOf(shift.start);
  return crossesMidnight(shift) || length <= 0 ? length + DAY_MINUTES : length;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** How many minutes one zone's clock is ahead of another's, about noon of a date. */
export function minutesAhead(date: string, zone: string, other: string): number {
  const noon = new Date(`${date}T12:00:00Z`);
  return Math.round((wallOf(noon, zone) - wallOf(noon, other)) / 60_000);
}

function wallOf(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "00";
  return Date.parse(`${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:00Z`);
}

/** The day from which a week must be asked for so that the night before is in it. */
export const dayBefore = (date: string): string => daysAfter(date, -1);
