import type { Column, ImportError } from "./article.ts";
import { COLUMNS, REQUIRED_COLUMNS } from "./article.ts";
import type { CsvRecord } from "./records.ts";

export interface Header {
  /** Per cell the column it holds; undefined where the header names none of ours. */
  readonly columns: readonly (Column | undefined)[];
  /** As the file writes them, beside `columns`. */
  readonly names: readonly string[];
  readonly line: number;
  readonly errors: readonly ImportError[];
}

const EXPECTED = "id,stage,question,alternatives,answer[,validFrom,validUntil,intents]";

/** What else a column may be called. */
const OTHER_NAMES: Readonly<Record<string, Column>> = { 意图: "intents" };

/** The first record as a header. Columns may stand in any order; unknown, missing and repeated ones are errors that name them. */
export function readHeader({ line, cells }: CsvRecord): Header {
  const names = withoutEmptyEnd(cells.map((cell) => cell.trim()));
  const known = names.map((name) => OTHER_NAMES[name] ?? name);
  const columns = known.map((name, index) =>
    known.indexOf(name) === index ? COLUMNS.find((column) => column === name) : undefined,
  );
  if (columns.every((column) => column === undefined)) return { columns, names, line, errors: [notAHeader(line, names)] };
  const errors: ImportError[] = [];
  for (const [index, name] of names.entries()) {
    if (columns[index] === undefined)
      errors.push(unusable({ line, name, index, isRepeated: known.indexOf(known[index] ?? "") !== index }));
  }
  for (const column of REQUIRED_COLUMNS) {
    if (columns.includes(column)) continue;
    errors.push({ line, column, reason: { zh: `缺少“${column}”列`, en: `the column “${column}” is missing` } });
  }
  return { columns, names, line, errors };
}

/** A column as the file calls it. */
export function nameOf({ columns, names }: Header, column: Column): string {
  return names[columns.indexOf(column)] ?? column;
}

function withoutEmptyEnd(names: readonly string[]): readonly string[] {
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1);
}

function notAHeader(line: number, names: readonly string[]): ImportError {
  const only = names.length === 1 ? (names[0] ?? "") : "";
  const separator = [";", "\t", ","].find((sign) => only.includes(sign));
  if (separator !== undefined && only.includes("question")) {
    const reason = {
      zh: "各列要用英文逗号隔开；请另存为“CSV(逗号分隔)”",
      en: "columns must be separated by commas; save it as “CSV (comma delimited)”",
    };
    return { line, column: "file", reason };
  }
  return {
    line,
    column: "file",
    reason: { zh: `第一行要写列名:${EXPECTED}`, en: `the first line must name the columns: ${EXPECTED}` },
  };
}

interface Unusable {
  readonly line: number;
  readonly name: string;
  readonly index: number;
  readonly isRepeated: boolean;
}

function unusable({ line, name, index, isRepeated }: Unusable): ImportError {
  if (name === "") {
    const reason = { zh: `第 ${index + 1} 列没有列名`, en: `column ${index + 1} has no name` };
    return { line, column: `${index + 1}`, reason };
  }
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  if (isRepeated)
    return { line, column: shown, reason: { zh: `“${shown}”列重复了`, en: `the column “${shown}” is there twice` } };
  return {
    line,
    column: shown,
    reason: { zh: `不认识“${shown}”列；可用的列:${EXPECTED}`, en: `unknown column “${shown}”; allowed: ${EXPECTED}` },
  };
}
