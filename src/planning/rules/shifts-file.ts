import type { AgentId } from "../../core/ids.ts";
import { agentId } from "../../core/ids.ts";
import type { Steps } from "../../core/steps.ts";
import { decode } from "../../knowledge/rules/encoding.ts";
import { guard, unguard } from "../../core/formula.ts";
import { readRecords, type CsvRecord } from "../../knowledge/rules/records.ts";
import { dateShape, endShape, MOST_A_DAY, startShape } from "../../staffing/rules/roster-file-shape.ts";
import type { Hours, Roster, RosterAgent } from "../../staffing/rules/roster.ts";
import { dateOf, type WallDay } from "../../staffing/rules/wall-clock.ts";
import { hoursOn, type DayChange } from "./change.ts";

/** Something wrong in a file of shifts. Line 1 is the header. */
export interface LineFault {
  readonly line: number;
  readonly column?: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

export type ShiftsFileRead =
  | { readonly type: "days"; readonly days: readonly (DayChange & { readonly hours: readonly Hours[] })[] }
  | { readonly type: "refused"; readonly faults: readonly LineFault[] };

const COLUMNS = ["date", "agent", "start", "end"] as const;
type Column = (typeof COLUMNS)[number];
const HEADERS: Readonly<Record<string, Column>> = {
  date: "date", 日期: "date", agent: "agent", 客服: "agent", start: "start", 开始: "start", end: "end", 结束: "end",
}; // prettier-ignore
const MOST_FAULTS = 200;

/**
 * Shifts as a CSV file: `date,agent,name,start,end`, one line a shift that starts on that date; start and end empty: a day off.
 * What the file says of a person and a date is all they work then; days it does not name stay. `name` is for the reader only.
 */
export function* readShiftsFile(bytes: Uint8Array, roster: Roster): Steps<ShiftsFileRead> {
  const decoded = yield* decode(bytes);
  if (decoded.type === "unreadable") return { type: "refused", faults: [{ line: decoded.line, reason: decoded.reason }] };
  const { records, faults } = yield* readRecords(decoded.text);
  if (faults.length > 0) return { type: "refused", faults: faults.map(({ line, reason }) => ({ line, reason })) };
  const [header, ...lines] = records;
  const places = new Map((header?.cells ?? []).map((cell, i) => [HEADERS[cell.trim().toLowerCase()], i] as const));
  const missing = COLUMNS.filter((column) => !places.has(column));
  if (missing.length > 0) return { type: "refused", faults: missing.map((column) => missingColumn(column)) };
  return daysIn(lines, { places, agents: new Set(roster.agents.map(({ id }) => id)) });
}

/** What these people work on these days, as a file that `readShiftsFile` takes back and that a spreadsheet may open. */
export function writeShiftsFile(
  roster: Roster,
  agents: readonly RosterAgent[],
  { from, count }: { readonly from: WallDay; readonly count: number },
): string {
  const lines = ["date,agent,name,start,end"];
  for (let day = from; day < from + count; day += 1) {
    const date = dateOf(day);
    for (const agent of agents) {
      const hours = hoursOn(roster, agent, date);
      const shown: readonly Hours[] = hours.length > 0 ? hours : [{ start: "", end: "" }];
      for (const { start, end } of shown) lines.push([date, agent.id, agent.name, start, end].map(cellOf).join(","));
    }
  }
  // The mark tells spreadsheets that it is UTF-8.
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cellOf(text: string): string {
  const safe = guard(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

interface Reading {
  readonly places: ReadonlyMap<Column | undefined, number>;
  readonly agents: ReadonlySet<AgentId>;
}

function daysIn(lines: readonly CsvRecord[], reading: Reading): ShiftsFileRead {
  const faults: LineFault[] = [];
  const days = new Map<string, { readonly agentId: AgentId; readonly date: string; readonly hours: Hours[] }>();
  for (const record of lines) {
    const cell = (column: Column) => unguard(record.cells[reading.places.get(column) ?? -1] ?? "").trim();
    const [date, agent, start, end] = [cell("date"), agentId(cell("agent")), padded(cell("start")), padded(cell("end"))];
    const found = faultsOf(record.line, { date, agent, start, end }, reading);
    faults.push(...found);
    if (found.length > 0) continue;
    const key = `${date} ${agent}`;
    const day = days.get(key) ?? { agentId: agent, date, hours: [] };
    days.set(key, day);
    if (start !== "") day.hours.push({ start, end });
    if (day.hours.length > MOST_A_DAY) faults.push(tooMany(record.line));
  }
  if (faults.length > 0) return { type: "refused", faults: faults.slice(0, MOST_FAULTS) };
  return { type: "days", days: [...days.values()] };
}

// Spreadsheets write 9:00.
const padded = (time: string): string => (/^\d:\d\d$/.test(time) ? `0${time}` : time);

function faultsOf(
  line: number,
  row: Readonly<Record<Exclude<Column, "agent">, string>> & { readonly agent: AgentId },
  { agents }: Reading,
): readonly LineFault[] {
  const found: LineFault[] = [];
  if (!dateShape.safeParse(row.date).success)
    found.push(fault([line, "date"], "没有这个日期，请写成 2026-11-23", "No such date: write it as 2026-11-23"));
  if (!agents.has(row.agent))
    found.push(fault([line, "agent"], `没有客服“${row.agent}”，请写排班表里的 id`, `No agent has the id "${row.agent}": use an id of the roster`)); // prettier-ignore
  if (row.start === "" && row.end === "") return found;
  if (!startShape.safeParse(row.start).success)
    found.push(fault([line, "start"], "没有这个时刻，请写成 09:00", "No such time: write it as 09:00"));
  if (!endShape.safeParse(row.end).success)
    found.push(fault([line, "end"], "没有这个时刻，请写成 18:00", "No such time: write it as 18:00"));
  return found;
}

function fault(at: readonly [line: number, column: Column], zh: string, en: string): LineFault {
  const [line, column] = at;
  return { line, column, reason: { zh, en } };
}

function missingColumn(column: Column): LineFault {
  return fault([1, column], `第一行缺少列“${column}”`, `The first line has no column "${column}"`);
}

function tooMany(line: number): LineFault {
  return fault([line, "start"], `一天最多 ${MOST_A_DAY} 个班次`, `At most ${MOST_A_DAY} shifts a day`);
}
