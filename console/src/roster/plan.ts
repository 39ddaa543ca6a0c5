import type { DaysRequest, PlannedAgent, PlannedDayRow, ShiftHours } from "../../../src/planning/api.ts";

export type DayEdit = DaysRequest["changes"][number];

/** One shift in the calendar. */
export interface Place {
  readonly agent: PlannedAgent;
  readonly day: PlannedDayRow;
}

/** What a day shall be: all its shifts, or null for the weekly pattern again. */
export function editOf({ agent, day }: Place, shifts: readonly ShiftHours[] | null): DayEdit {
  return { agentId: agent.id, date: day.date, shifts, seen: day.shifts };
}

/** Takes a shift from one place to another: off there and on here, in one go. Nothing when it is the same place. */
export function moveOf(shift: ShiftHours, from: Place, to: Place): readonly DayEdit[] {
  if (from.agent.id === to.agent.id && from.day.date === to.day.date) return [];
  return [editOf(from, without(from.day.shifts, shift)), editOf(to, inOrder([...to.day.shifts, shift]))];
}

/** All but this shift. */
export function without(shifts: readonly ShiftHours[], gone: ShiftHours): readonly ShiftHours[] {
  return shifts.filter((shift) => shift !== gone && !(shift.start === gone.start && shift.end === gone.end));
}

/** By start, each once. */
export function inOrder(shifts: readonly ShiftHours[]): readonly ShiftHours[] {
  const texts = [...new Set(shifts.map(({ start, end }) => `${start} ${end}`))].sort();
  return texts.map((text) => ({ start: text.slice(0, 5), end: text.slice(6) }));
}

/** Whether the end is on the next day; the midnight that ends the day is not. */
export function crossesMidnight({ start, end }: ShiftHours): boolean {
  return end <= start && end !== "00:00";
}

const DAY_MS = 86_400_000;

/** `2026-11-23` and seven → `2026-11-30`. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return daysAfter(date, -weekday);
}

/** `11-23`, as a column's head has room for. */
export const shortDate = (date: string): string => date.slice(5);

/** `9:00` and `9：00` as people type them. */
export function padded(typed: string): string {
  const time = typed.trim().replace("：", ":");
  return /^\d:\d\d$/.test(time) ? `0${time}` : time;
}

/** Whether a shift can start then: 00:00 to 23:59. */
export const isStart = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Whether a shift can end then: 00:00 to 24:00. */
export const isEnd = (text: string): boolean => isStart(text) || text === "24:00";
