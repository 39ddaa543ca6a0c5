import { CsvError, Parser } from "csv-parse";
import type { Steps } from "../../core/steps.ts";
import type { Sentence } from "./article.ts";

/** One record of a CSV text, on the line on which it begins (1 = the first of the file). Cells as written, quotes undone. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A quote that is out of place. `cell` counts from 0. */
export interface QuoteFault {
  readonly line: number;
  readonly cell: number;
  readonly reason: Sentence;
}

export interface Records {
  readonly records: readonly CsvRecord[];
  readonly faults: readonly QuoteFault[];
}

/** Reading goes on behind a broken record this often; a file with more is not CSV, and each time costs a pass over the rest. */
const MAX_RESUMES = 10;

/**
 * The records of a CSV text with `\n` line ends, blank ones (no cell holds anything) left out. A record with a quote out of
 * place is a fault; reading goes on at the line below it, so that the faults after it are found in the same pass.
 */
export function* readRecords(text: string): Steps<Records> {
  const records: CsvRecord[] = [];
  const faults: QuoteFault[] = [];
  let rest: Rest = { text, line: 1 };
  for (;;) {
    const part = yield* readUntilFault(rest);
    for (const record of part.records) if (record.cells.some((cell) => cell !== "")) records.push(record);
    if (part.fault === undefined) break;
    faults.push(part.fault);
    if (faults.length > MAX_RESUMES) break;
    rest = { text: below(rest.text, part.fault.line - rest.line + 1), line: part.fault.line + 1 };
    yield;
  }
  return { records, faults };
}

interface Rest {
  readonly text: string;
  /** The line on which it begins. */
  readonly line: number;
}

/** So many characters are read in one step. */
const CHUNK = 8_192;

interface UntilFault {
  readonly records: readonly CsvRecord[];
  readonly fault?: QuoteFault;
}

function* readUntilFault({ text, line: firstLine }: Rest): Steps<UntilFault> {
  const records: CsvRecord[] = [];
  let line = firstLine;
  const onRecord = (cells: string[], context: { readonly lines: number }): null => {
    records.push({ line, cells });
    line = firstLine + context.lines;
    return null;
  };
  const parser = new Parser({ record_delimiter: "\n", relax_column_count: true, trim: true, on_record: onRecord });
  let start = 0;
  while (start <= text.length) {
    const end = endOfChunk(text, start);
    const error = feed(parser, text.slice(start, end)) ?? (end > text.length ? close(parser) : undefined);
    // The library answers a misplaced quote with an error; skipping such records instead takes seconds on a hostile file.
    if (error instanceof CsvError) return { records, fault: { line, cell: cellOf(error), reason: reasonOf(error) } };
    if (error !== undefined) throw error;
    start = end;
    yield;
  }
  return { records };
}

// The library's parser is a stream, but reads what it is given at once: called as a stream would, at our own pace.
function feed(parser: Parser, text: string): Error | undefined {
  let found: Error | undefined;
  parser._transform(Buffer.from(text), "utf8", (error) => void (found = error ?? undefined));
  return found;
}

function close(parser: Parser): Error | undefined {
  let found: Error | undefined;
  parser._flush((error) => void (found = error ?? undefined));
  return found;
}

/** Behind the end of the text for the last chunk. Characters of two halves are not cut. */
function endOfChunk(text: string, start: number): number {
  const end = start + CHUNK;
  const isCut = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return isCut ? end + 1 : end;
}

/** What follows after so many lines. */
function below(text: string, lines: number): string {
  let start = 0;
  for (let n = 0; n < lines; n += 1) {
    const next = text.indexOf("\n", start);
    if (next === -1) return "";
    start = next + 1;
  }
  return text.slice(start);
}

function cellOf(error: CsvError): number {
  const index: unknown = error["index"];
  return typeof index === "number" ? index : 0;
}

function reasonOf(error: CsvError): Sentence {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return {
      zh: "从这一行开始的引号没有结束；请补上结尾的英文双引号",
      en: "a quote that begins here is never closed; add the closing quote",
    };
  }
  return {
    zh: '英文双引号的位置不对;内容里有双引号时,整格用双引号括起来,里面的写成两个("")',
    en: 'a quote is out of place; where a text contains quotes, quote the whole cell and double the inner ones ("")',
  };
}
