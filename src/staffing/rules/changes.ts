import { z } from "zod";
import type { Instant } from "../../core/words.ts";
import { WEEKDAYS, type Roster } from "./roster.ts";

export const CHANGE_KINDS = ["days", "copy", "file", "pattern", "leave", "roster"] as const;
/** Single days, a copied week, a file of shifts, somebody's weekly shifts, entered leave, or a whole roster. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

const hours = z.array(z.object({ start: z.string(), end: z.string() }));
const pattern = z.object({
  timezone: z.string().exactOptional(),
  shifts: z.array(z.object({ days: z.array(z.enum(WEEKDAYS)), start: z.string(), end: z.string() })),
});

/** What takes a change back: what was before, and what must stand there still. */
export const changeBack = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("days"),
    /** `written`: what was written of the day alone, null: nothing, so that the pattern held. `after`: what is worked since. */
    days: z.array(z.object({ agentId: z.string(), date: z.string(), written: hours.nullable(), after: hours })),
  }),
  z.object({ type: z.literal("pattern"), agentId: z.string(), before: pattern, after: pattern }),
  z.object({ type: z.literal("leave"), leaveId: z.string(), agentId: z.string() }),
  /** The roster before, as a file (`readRosterFile`); and the version that this change made. */
  z.object({ type: z.literal("roster"), before: z.unknown(), version: z.int() }),
]);
export type ChangeBack = z.output<typeof changeBack>;

/** What a list says of a change. */
export const changeTold = z.object({
  /** The first few people. */
  names: z.array(z.string()),
  people: z.int(),
  from: z.string().exactOptional(),
  until: z.string().exactOptional(),
});
export type ChangeTold = z.output<typeof changeTold>;

/** So long one's own change is offered to be taken back, … */
export const OWN_FOR_MS = 24 * 3_600_000;
/** … and a whole roster, by everybody who may put one in its place; then it is forgotten. */
export const CHANGES_KEPT_DAYS = 30;
/** So many people are named. */
const MOST_NAMED = 3;

/** Somebody who asks for changes. */
export interface Asking {
  readonly userId: string;
  /** Whether they see every store, and so may put a whole roster in place. */
  readonly seesAll: boolean;
}

/** Whether somebody may take a change back at this moment, if nothing newer stands there. */
export function mayTakeBack(
  change: { readonly at: Instant; readonly by: string; readonly kind: ChangeKind; readonly takenBackAt?: Instant | undefined },
  { userId, seesAll }: Asking,
  now: Instant,
): boolean {
  if (change.takenBackAt !== undefined) return false;
  if (change.kind === "roster") return seesAll && now - change.at < CHANGES_KEPT_DAYS * 86_400_000;
  return change.by === userId && now - change.at < OWN_FOR_MS;
}

/** Of the roster before a file: what the file replaced. Lists that it left alone are left alone when it is taken back. */
export function replacedBy(file: Roster, before: Roster): Roster {
  const { dayPlans, leave, routing, ...rest } = before;
  return {
    ...rest,
    ...(file.dayPlans === undefined ? {} : { dayPlans: dayPlans ?? [] }),
    ...(file.leave === undefined ? {} : { leave: leave ?? [] }),
    ...(file.routing === undefined ? {} : { routing: routing ?? {} }),
  };
}

/** Names people, and the first and last day, of a change of some days. */
export function toldOf(names: readonly string[], dates: readonly string[] = []): ChangeTold {
  const people = [...new Set(names)];
  const [from, until] = [[...dates].sort().at(0), [...dates].sort().at(-1)];
  return {
    names: people.slice(0, MOST_NAMED),
    people: people.length,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}
