import type { AuditRow } from "../../../src/audit/api.ts";
import { dayAfter, isDay } from "../home/days.ts";
import type { AuditRoute } from "../shared/route.ts";
import { instantOf } from "../shared/time.ts";

/** What the server is asked for a page of the log; days are those of this zone, both included. */
export function queryOf({ store, who, act, from, to }: AuditRoute, timezone: string) {
  const end = to !== undefined && isDay(to) ? dayAfter(to, 1) : undefined;
  return { store, who, act, from: startOf(from, timezone), to: startOf(end, timezone) };
}

/** What is looked for in the log. */
export type AuditQuery = ReturnType<typeof queryOf>;

function startOf(day: string | undefined, timezone: string): string | undefined {
  return day !== undefined && isDay(day) ? instantOf(`${day}T00:00`, timezone) : undefined;
}

/** One value that changed. */
export interface Change {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What became of a thing, value by value, in the order in which they are stored. */
export function changesOf({ before = {}, after = {} }: Pick<AuditRow, "before" | "after">): readonly Change[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.map((field) => ({
    field,
    ...(field in before ? { before: before[field] } : {}),
    ...(field in after ? { after: after[field] } : {}),
  }));
}
