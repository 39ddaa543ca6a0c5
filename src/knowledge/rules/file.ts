import { finish, type Steps } from "../../core/steps.ts";
import type { LinkableTopic } from "../../core/understanding.ts";
import type { Column, ImportError, KnowledgeRow, Sentence } from "./article.ts";
import { ALTERNATIVE_SEPARATOR, COLUMNS } from "./article.ts";
import type { Encoding } from "./encoding.ts";
import { decode } from "./encoding.ts";
import { guard } from "../../core/formula.ts";
import { readHeader } from "./header.ts";
import { writeMoment } from "./moment.ts";
import { readRecords } from "./records.ts";
import { createLinkReader, writeLinks } from "./links.ts";
import { readRow, type FileRow } from "./row.ts";

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_ROWS = 50_000;
/** More faults than this are counted, not listed. */
export const MAX_ERRORS = 200;

export interface ParsedFile {
  /** All rows, or none: a file with one error is refused whole. */
  readonly rows: readonly FileRow[];
  /** How many rows the file holds, good and bad. */
  readonly count: number;
  readonly errors: readonly ImportError[];
  readonly encoding: Encoding;
}

export interface FileOptions {
  /** IANA name of the zone in which dates without a zone are meant: the store's. */
  readonly timezone: string;
}

export interface ReadOptions extends FileOptions {
  /** What articles may be linked to. */
  readonly topics: readonly LinkableTopic[];
}

/**
 * A knowledge file: CSV with the header `id,stage,question,alternatives,answer[,validFrom,validUntil,intents]` in any order of
 * columns, alternatives and intents separated by `|`, UTF-8 (with or without byte order mark) or GB18030, any line ends.
 * `validUntil` as a day includes that day. `intents` (or `意图`) holds ids or names; empty: as suggested; `none`: none on purpose. Empty columns and lines at the end, as spreadsheets leave them, are ignored.
 * All errors are found in one pass, in the order of lines; the list ends with “and N more” after 200.
 */
export function* parseInSteps(bytes: Uint8Array, options: ReadOptions): Steps<ParsedFile> {
  if (bytes.byteLength > MAX_FILE_BYTES) return refused("utf-8", [inFile(1, TOO_LARGE)]);
  const decoded = yield* decode(bytes);
  if (decoded.type === "unreadable") return refused("utf-8", [inFile(decoded.line, decoded.reason)]);
  const { records, faults } = yield* readRecords(decoded.text);
  const [first, ...body] = records;
  if (first === undefined)
    return refused(
      decoded.encoding,
      faults.length > 0 ? faults.map(({ line, reason }) => inFile(line, reason)) : [inFile(1, EMPTY)],
    );
  const header = readHeader(first);
  const errors: ImportError[] = [...header.errors];
  for (const { line, cell, reason } of faults) errors.push({ line, column: header.columns[cell] ?? "file", reason });
  if (header.columns.every((column) => column === undefined)) return refused(decoded.encoding, errors);
  if (body.length > MAX_ROWS) return refused(decoded.encoding, [...errors, inFile(body[MAX_ROWS]?.line ?? 1, TOO_MANY_ROWS)]);
  const rows: FileRow[] = [];
  const lineOfId = new Map<string, number>();
  const around = { header, timezone: options.timezone, lineOfId, readLinks: createLinkReader(options.topics) };
  for (const record of body) {
    const read = readRow(record, around);
    if (read.type === "row") rows.push(read.row);
    else errors.push(...read.errors);
    yield;
  }
  if (errors.length > 0) return { ...refused(decoded.encoding, errors), count: body.length };
  return { rows, count: rows.length, errors: [], encoding: decoded.encoding };
}

/** The same all at once, where nobody else waits: in the terminal, at a first start. */
export function parseKnowledgeFile(bytes: Uint8Array, options: ReadOptions): ParsedFile {
  return finish(parseInSteps(bytes, options));
}

/**
 * The file of these rows, as Excel opens it: UTF-8 with byte order mark, CRLF. Cells that a spreadsheet would run as a
 * formula get a leading `'`, which `parseKnowledgeFile` takes away again: parsing it gives the same rows.
 */
export function writeKnowledgeFile(rows: readonly KnowledgeRow[], options: FileOptions): Uint8Array {
  const lines = [COLUMNS.join(",")];
  for (const row of rows) lines.push(COLUMNS.map((column) => quoted(guard(cellOf(row, column, options.timezone)))).join(","));
  return new TextEncoder().encode(`\uFEFF${lines.join("\r\n")}\r\n`);
}

/** One column of a row as the file writes it, without the guard against formulas. */
export function cellOf(row: KnowledgeRow, column: Column, timezone: string): string {
  switch (column) {
    case "id":
      return row.id;
    case "stage":
      return row.phase;
    case "question":
      return row.question;
    case "alternatives":
      return row.alternatives.join(ALTERNATIVE_SEPARATOR);
    case "answer":
      return row.answer;
    case "validFrom":
      return row.validFrom === undefined ? "" : writeMoment(row.validFrom, timezone, "from");
    case "validUntil":
      return row.validUntil === undefined ? "" : writeMoment(row.validUntil, timezone, "until");
    case "intents":
      return writeLinks(row.topics);
  }
}

const EMPTY: Sentence = {
  zh: `文件是空的；第一行要写 ${COLUMNS.slice(0, 5).join(",")}`,
  en: `the file is empty; its first line must be ${COLUMNS.slice(0, 5).join(",")}`,
};
const TOO_LARGE: Sentence = { zh: "文件超过 10 MB;请分成几个文件", en: "the file is larger than 10 MB; split it" };
const TOO_MANY_ROWS: Sentence = {
  zh: `超过 ${MAX_ROWS} 条；请分成几个文件`,
  en: `more than ${MAX_ROWS} articles; split the file`,
};

function inFile(line: number, reason: Sentence): ImportError {
  return { line, column: "file", reason };
}

function refused(encoding: Encoding, errors: readonly ImportError[]): ParsedFile {
  const sorted = errors.toSorted((one, other) => one.line - other.line);
  const beyond = sorted[MAX_ERRORS];
  if (beyond === undefined) return { rows: [], count: 0, errors: sorted, encoding };
  const left = sorted.length - MAX_ERRORS;
  const more = inFile(beyond.line, { zh: `从这一行起还有 ${left} 处错误`, en: `…and ${left} more from this line on` });
  return { rows: [], count: 0, errors: [...sorted.slice(0, MAX_ERRORS), more], encoding };
}

function quoted(cell: string): string {
  return /[",\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
