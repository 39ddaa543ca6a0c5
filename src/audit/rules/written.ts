import { guard } from "../../core/formula.ts";
import type { AuditRow } from "../api.ts";

const COLUMNS = ["n", "at", "by", "byName", "from", "via", "act", "store", "thing", "thingName", "before", "after"] as const;

/** The first line of a CSV export, with the mark by which spreadsheets know UTF-8. */
export const CSV_HEAD = `\uFEFF${COLUMNS.join(",")}\r\n`;

/** An entry as a line of CSV that a spreadsheet may open: no cell is run as a formula. */
export function csvLine(row: AuditRow): string {
  return `${COLUMNS.map((column) => cell(row[column])).join(",")}\r\n`;
}

/** An entry as a line of JSON. */
export function jsonLine(row: AuditRow): string {
  return `${JSON.stringify(row)}\n`;
}

function cell(value: AuditRow[keyof AuditRow]): string {
  if (value === undefined) return "";
  const text = guard(typeof value === "object" ? JSON.stringify(value) : String(value));
  return /[",\r\n\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
