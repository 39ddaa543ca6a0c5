import type { Problem } from "../../../adapters/web/api.ts";

/** One thing that is wrong with what was sent, in both languages. */
export interface Fault {
  /** A field, a column, or a path in a file; empty when it is the whole. */
  readonly where: string;
  /** Of a file, from 1. */
  readonly line?: number;
  readonly zh: string;
  readonly en: string;
}

interface Refusal {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}

/** A refused answer as a problem. Proxies before the server answer in their own words: every field may be missing. */
export function problemOf(refusal: Refusal, body: unknown): Problem {
  const fields = fieldsOf(body);
  const field = textOf(fields["field"]);
  const remedy = textOf(fields["remedy"]);
  const wait = Number(fields["retryAfter"] ?? refusal.headers.get("retry-after") ?? refusal.headers.get("x-retry-after"));
  return {
    type: textOf(fields["type"]) ?? "about:blank",
    title: textOf(fields["title"]) ?? "",
    status: refusal.status,
    detail: textOf(fields["detail"]) ?? textOf(fields["message"]) ?? "",
    ...(field === undefined ? {} : { field }),
    ...(remedy === undefined ? {} : { remedy }),
    ...(wait > 0 ? { retryAfter: Math.ceil(wait) } : {}),
  };
}

/** What a problem says in both languages: `reason` for its `field`, or `errors` with a path, column or line each. */
export function faultsOf(body: unknown): readonly Fault[] {
  const fields = fieldsOf(body);
  const errors = Array.isArray(fields["errors"]) ? fields["errors"].map(fieldsOf) : [fields];
  return errors.flatMap((error) => {
    const reason = fieldsOf(error["reason"]);
    const zh = textOf(reason["zh"]);
    const en = textOf(reason["en"]);
    const where = error["path"] ?? error["field"] ?? error["column"] ?? "";
    const line = error["line"];
    const at = typeof line === "number" ? { where: String(where), line } : { where: String(where) };
    return zh === undefined || en === undefined ? [] : [{ ...at, zh, en }];
  });
}

function fieldsOf(value: unknown): Readonly<Partial<Record<string, unknown>>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
