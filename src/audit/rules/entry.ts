import type { Instant } from "../../core/words.ts";

/** Somebody at work: what is written of each of their acts. */
export interface Actor {
  readonly at: Instant;
  /** Id of the person who signs in; `terminal` for commands. */
  readonly by: string;
  readonly byName: string;
  /** Network address; `terminal` for commands. */
  readonly from: string;
  /** Name of the API token it is done with. */
  readonly via?: string | undefined;
}

/** Values of a thing, by their names; nothing secret and nothing that a shopper said. */
export type Values = Readonly<Record<string, unknown>>;

/** What was done. */
export interface Deed {
  /** `person.created`: the kind of thing, and what became of it. */
  readonly act: string;
  /** Absent: it concerns no single store, and only admins read of it. */
  readonly storeId?: string | undefined;
  /** `person:<id>` */
  readonly thing: string;
  /** What people call it. */
  readonly thingName?: string | undefined;
  readonly before?: Values | undefined;
  readonly after?: Values | undefined;
  /** What is named so is written once, however often it is tried. */
  readonly key?: string | undefined;
}

export type AuditEntry = Actor & Deed;

/** Of one value no more than this is kept, in UTF-16 units: a log is for reading. */
export const MOST_OF_A_VALUE = 500;

/**
 * What became of a thing: only the values that differ, those that came in `after` and those that went in `before`.
 * Long texts are cut where they say so.
 */
export function changesBetween(
  before: Values | undefined,
  after: Values | undefined,
): { readonly before?: Values; readonly after?: Values } {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const differing = names.filter((name) => !isSame(before?.[name], after?.[name]));
  const kept = (values: Values | undefined): Values | undefined => {
    const entries = differing.flatMap((name) => (values?.[name] === undefined ? [] : [[name, shortened(values[name])] as const]));
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  };
  const [was, is] = [kept(before), kept(after)];
  return { ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
}

/** Whether two values say the same, in whatever order: the database has one of its own. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, part]) => [name, inOrder(part)]));
}

function shortened(value: unknown): unknown {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (text.length <= MOST_OF_A_VALUE) return value;
  // A half character would be kept by no database.
  return `${text.slice(0, MOST_OF_A_VALUE).toWellFormed()}… (${text.length})`;
}
