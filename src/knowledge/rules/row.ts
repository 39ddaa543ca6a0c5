import { articleId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import { PHASES } from "../../core/words.ts";
import type { Column, ImportError, KnowledgeRow, Sentence } from "./article.ts";
import { faultInAlternatives, faultInText, faultInValidity, splitAlternatives, tidy } from "./article.ts";
import { unguard } from "../../core/formula.ts";
import { nameOf, type Header } from "./header.ts";
import type { LinksRead } from "./links.ts";
import type { Edge } from "./moment.ts";
import { parseMoment } from "./moment.ts";
import type { CsvRecord } from "./records.ts";

/** A row as a file says it. */
export interface FileRow extends KnowledgeRow {
  /** The file has no column of intents: the article keeps the links it has. */
  readonly keepsLinks?: true;
}

export interface RowSurroundings {
  readonly header: Header;
  readonly readLinks: (cell: string) => LinksRead;
  readonly timezone: string;
  /** Where each id was first seen; this row's is added. */
  readonly lineOfId: Map<string, number>;
}

type Row =
  { readonly type: "row"; readonly row: FileRow } | { readonly type: "refused"; readonly errors: readonly ImportError[] };

/** One record below the header as a row, or everything that is wrong with it. */
export function readRow(record: CsvRecord, around: RowSurroundings): Row {
  const errors: ImportError[] = [];
  const report = (column: Column, reason: Sentence | undefined): void => {
    if (reason !== undefined && around.header.columns.includes(column))
      errors.push({ line: lineOf(record, around.header, column), column: nameOf(around.header, column), reason });
  };
  const cell = (column: Column): string => cellAt(record, around.header, column);
  const moment = (column: "validFrom" | "validUntil", edge: Edge): Instant | undefined => {
    const at = cell(column) === "" ? undefined : parseMoment(cell(column), around.timezone, edge);
    if (at === undefined && cell(column) !== "") report(column, notADate(cell(column)));
    return at;
  };
  const phase = PHASES.find((name) => name === cell("stage"));
  const texts = {
    id: articleId(cell("id")),
    question: cell("question"),
    alternatives: splitAlternatives(cell("alternatives")),
    answer: cell("answer"),
  };
  errors.push(...surplus(record, around.header));
  report("id", faultInText("id", texts.id) ?? repeated(texts.id, record, around));
  if (phase === undefined) report("stage", notAStage(cell("stage")));
  report("question", faultInText("question", texts.question));
  report("alternatives", faultInAlternatives(texts.alternatives));
  report("answer", faultInText("answer", texts.answer));
  const validity = { validFrom: moment("validFrom", "from"), validUntil: moment("validUntil", "until") };
  report("validUntil", faultInValidity(validity));
  const links = around.readLinks(cell("intents"));
  if (links.type === "fault") report("intents", links.reason);
  if (errors.length > 0 || phase === undefined) return { type: "refused", errors };
  return { type: "row", row: { ...texts, phase, ...validity, ...said(links, around.header) } };
}

function said(links: LinksRead, { columns }: Header): Pick<FileRow, "topics" | "keepsLinks"> {
  if (!columns.includes("intents")) return { keepsLinks: true };
  return links.type === "fault" || links.topics === undefined ? {} : { topics: links.topics };
}

function cellAt(record: CsvRecord, header: Header, column: Column): string {
  return tidy(unguard(record.cells[header.columns.indexOf(column)] ?? ""));
}

/** Where the cell begins: below the record's first line when cells before it contain line breaks. */
function lineOf(record: CsvRecord, header: Header, column: Column): number {
  const before = record.cells.slice(0, Math.max(0, header.columns.indexOf(column)));
  return record.line + before.join("").split("\n").length - 1;
}

function repeated(id: string, record: CsvRecord, { lineOfId, header }: RowSurroundings): Sentence | undefined {
  const line = lineOf(record, header, "id");
  const first = lineOfId.get(id);
  if (first === undefined) lineOfId.set(id, line);
  if (first === undefined) return undefined;
  return {
    zh: `编号“${id}”重复：第 ${first} 行已经用过，这里是第 ${line} 行`,
    en: `the id “${id}” is used on line ${first} and again on line ${line}`,
  };
}

function surplus({ line, cells }: CsvRecord, header: Header): readonly ImportError[] {
  const index = cells.findIndex((cell, at) => at >= header.columns.length && cell !== "");
  if (index === -1) return [];
  const reason = {
    zh: `第 ${index + 1} 格没有对应的列；内容里有英文逗号时，整格用英文双引号括起来`,
    en: `cell ${index + 1} belongs to no column; where a text contains a comma, put the whole cell in double quotes`,
  };
  return [{ line, column: `${index + 1}`, reason }];
}

function notAStage(text: string): Sentence {
  if (text === "")
    return { zh: "不能为空；写 presale、insale 或 aftersale", en: "must not be empty; write presale, insale or aftersale" };
  return {
    zh: `“${clip(text)}”不行；只能写 presale、insale 或 aftersale`,
    en: `“${clip(text)}” is none of presale, insale, aftersale`,
  };
}

function notADate(text: string): Sentence {
  return {
    zh: `“${clip(text)}”不是日期；写 2026-10-01 或 2026-10-01T20:00`,
    en: `“${clip(text)}” is no date; write 2026-10-01 or 2026-10-01T20:00`,
  };
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
