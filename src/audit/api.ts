/** What the console and the server say to each other about the audit log, as JSON. Types only: the console imports this file. */

/**
 * `GET /api/console/audit?who=&act=&store=&from=&to=&before=` (supervisor: entries of own stores; admin: all), the newest first,
 * 50 at a time. `who`: a part of the name. `act`: one act (`person.created`) or all of a kind (`person`). `from`, `to`: ISO 8601,
 * the first included, the last not. `before`: the `next` of the page before.
 * `GET /api/console/audit/export?format=csv|jsonl` with the same filters: a file of at most 100,000 entries.
 */
export interface AuditPage {
  readonly items: readonly AuditRow[];
  /** Absent: this is the last page. */
  readonly next?: number;
}

export interface AuditRow {
  /** Rises with every entry. */
  readonly n: number;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly from: string;
  readonly via?: string;
  readonly act: string;
  readonly store?: string;
  /** `person:<id>` */
  readonly thing: string;
  readonly thingName?: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}
