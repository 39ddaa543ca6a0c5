import { CsvError, parse } from "csv-parse/sync";
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

/** Reading goes on behind a broken record this often; a file with more is not CSV, and each time costs a pass over the rest. */
const MAX_RESUMES = 10;

/**
 * The records of a CSV text with `\n` line ends, blank ones (no cell holds anything) left out. A record with a quote out of
 * place is a fault; reading goes on at the line below it, so that the faults after it are found in the same pass.
 */
export function readRecords(text: string): { readonly records: readonly CsvRecord[]; readonly faults: readonly QuoteFault[] } {
  const records: CsvRecord[] = [];
  const faults: QuoteFault[] = [];
  let rest = { text, line: 1 };
  for (;;) {
    const part = readUntilFault(rest.text, rest.line);
    records.push(...part.records.filter((record) => record.cells.some((cell) => cell !== "")));
    if (part.fault === undefined) break;
    faults.push(part.fault);
    const below = part.fault.line - rest.line + 1;
    rest = { text: rest.text.split("\n").slice(below).join("\n"), line: part.fault.line + 1 };
    if (faults.length > MAX_RESUMES) break;
  }
  return { records, faults };
}

function readUntilFault(
  text: string,
  firstLine: number,
): { readonly records: readonly CsvRecord[]; readonly fault?: QuoteFault } {
  const records: CsvRecord[] = [];
  let line = firstLine;
  const onRecord = (cells: string[], context: { readonly lines: number }): null => {
    records.push({ line, cells });
    line = firstLine + context.lines;
    return null;
  };
  try {
    parse(text, { record_delimiter: "\n", relax_column_count: true, trim: true, on_record: onRecord });
    return { records };
  } catch (error) {
    // The library answers a misplaced quote by throwing; skipping such records instead takes seconds on a hostile file.
    if (!(error instanceof CsvError)) throw error;
    return { records, fault: { line, cell: cellOf(error), reason: reasonOf(error) } };
  }
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
