import { once } from "node:events";
import { z } from "zod";
import { seesStore, type Principal } from "../accounts/rules.ts";
import { storeId } from "../core/ids.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Route } from "../infra/http.ts";
import { checked, notFound, typedText } from "../infra/problem.ts";
import type { AuditPage, AuditRow } from "./api.ts";
import { CSV_HEAD, csvLine, jsonLine } from "./rules/written.ts";
import { listAudit, type AuditQuery } from "./store.ts";

const PATH = "/api/console/audit";
const READERS = ["supervisor", "admin"] as const;
const PAGE_SIZE = 50;
/** More are exported by narrowing the time. */
const MOST_EXPORTED = 100_000;
const EXPORT_PAGE = 1_000;

interface AuditParts {
  readonly db: Pick<Database, "pool">;
}

/** Who did what, as api.ts describes it. Nothing here changes an entry: nothing can. */
export function auditRoutes(parts: AuditParts): readonly Route[] {
  return [
    { method: "get", path: PATH, roles: READERS, run: (call) => list(parts, call) },
    { method: "get", path: `${PATH}/export`, roles: READERS, run: (call) => exportFile(parts, call) },
  ];
}

async function list({ db }: AuditParts, { principal, query }: Call): Promise<AuditPage> {
  const filters = filtersOf(principal, checked(FILTERS, given(query)));
  const found = await listAudit(db, { ...filters, limit: PAGE_SIZE + 1 });
  const items = found.slice(0, PAGE_SIZE);
  const last = items.at(-1);
  return { items, ...(found.length > PAGE_SIZE && last !== undefined ? { next: last.n } : {}) };
}

async function exportFile({ db }: AuditParts, { principal, query, response }: Call): Promise<undefined> {
  const { format, ...rest } = checked(EXPORT, given(query));
  const filters = filtersOf(principal, rest);
  const { type, head, line } = FORMATS[format];
  // The first page before the first byte: what is wrong with the database is still told as a problem.
  let page = await listAudit(db, { ...filters, limit: EXPORT_PAGE });
  response.set({
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="audit.${format}"`,
    "Cache-Control": "no-store",
  });
  response.write(head);
  for (let written = 0; page.length > 0 && written < MOST_EXPORTED; written += page.length) {
    const isTaken = response.write(page.map(line).join(""));
    if (!isTaken) await Promise.race([once(response, "drain"), once(response, "close")]);
    // Whoever went away wants no more of it.
    if (response.closed) return undefined;
    page = await listAudit(db, { ...filters, before: page.at(-1)?.n, limit: EXPORT_PAGE });
  }
  response.end();
  return undefined;
}

interface Format {
  readonly type: string;
  readonly head: string;
  readonly line: (row: AuditRow) => string;
}

const FORMATS: Readonly<Record<"csv" | "jsonl", Format>> = {
  csv: { type: "text/csv; charset=utf-8", head: CSV_HEAD, line: csvLine },
  jsonl: { type: "application/x-ndjson; charset=utf-8", head: "", line: jsonLine },
};

function filtersOf(principal: Principal, asked: z.output<typeof FILTERS>): Omit<AuditQuery, "limit"> {
  if (asked.store !== undefined && !seesStore(principal, storeId(asked.store))) throw notFound("store");
  return { ...asked, stores: seesAll(principal) ? undefined : principal.stores };
}

/** What concerns no single store is for those who are responsible for all. */
function seesAll({ role }: Principal): boolean {
  return role === "admin";
}

/** Empty parameters count as absent, as forms send them. */
function given(query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
}

const LAST_MOMENT = Date.UTC(9999, 11, 31);
const moment = z.iso
  .datetime({ offset: true, error: "ISO 8601 with a zone, such as 2026-10-01T00:00:00+08:00" })
  .transform(Date.parse)
  .refine((at) => at >= 0 && at <= LAST_MOMENT, "a moment from 1970 to 9999");

export const FILTERS = z.object({
  who: typedText(100).optional(),
  act: z.string().regex(/^[a-z.-]{1,60}$/, "an act such as person.created, or a kind such as person").optional(), // prettier-ignore
  store: typedText(100).optional(),
  from: moment.optional(),
  to: moment.optional(),
  before: z.coerce.number("the `next` of the page before").int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
});
export const EXPORT = FILTERS.omit({ before: true }).extend({ format: z.enum(["csv", "jsonl"], "csv or jsonl") });
