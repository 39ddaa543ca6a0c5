import type { PoolClient } from "pg";
import { toldOf } from "../staffing/rules/changes.ts";
import type { Roster } from "../staffing/rules/roster.ts";
import { keepChange, type ChangedBy } from "../staffing/store-changes.ts";
import { daysBetween, type DayChange } from "./rules/change.ts";

/** Keeps what single days were and are, so that they can be taken back; in the transaction that changes them. */
export async function keepDays(
  client: PoolClient,
  made: { readonly kind: "days" | "copy" | "file"; readonly roster: Roster; readonly changes: readonly DayChange[] },
  by: ChangedBy,
): Promise<void> {
  const days = daysBetween(made.roster, made.changes);
  const names = new Map(made.roster.agents.map(({ id, name }) => [id, name]));
  const told = toldOf(
    days.map(({ agentId }) => names.get(agentId) ?? agentId),
    days.map(({ date }) => date),
  );
  const back = {
    type: "days" as const,
    days: days.map((day) => ({ ...day, written: day.written && [...day.written], after: [...day.after] })),
  };
  await keepChange(client, { kind: made.kind, told, back }, by);
}
