import type { ArticleId } from "../../core/ids.ts";
import type { KnownArticle } from "../../core/understanding.ts";
import type { Instant, Phase } from "../../core/words.ts";

/** What an article says: one row of a knowledge file. Texts are tidy (see `tidy`), alternatives are not empty and not repeated. */
export interface KnowledgeRow {
  readonly id: ArticleId;
  readonly phase: Phase;
  readonly question: string;
  readonly alternatives: readonly string[];
  readonly answer: string;
  /** Ids of the intents that people linked it to, tidy (see `tidyLinks`); none: to none on purpose. Absent: as suggested. */
  readonly topics?: readonly string[] | undefined;
  /** Used from this moment; absent: always. */
  readonly validFrom?: Instant | undefined;
  /** Used before this moment; absent: for ever. */
  readonly validUntil?: Instant | undefined;
}

/** A row as it stands in a store, with its history's newest entry. */
export interface Article extends KnowledgeRow {
  readonly status: "active" | "withdrawn";
  /** 1 for a new article, one more with each change. */
  readonly version: number;
  readonly updatedAt: Instant;
  readonly updatedBy: string;
}

/** A sentence in the two languages of the console and the command line. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Where a file is wrong, and how to mend it. */
export interface ImportError {
  /** As an editor counts: 1 is the first line, a quoted line break counts. */
  readonly line: number;
  /** The column's name in the file; `file` when it is about the whole. */
  readonly column: string;
  readonly reason: Sentence;
}

/** The columns of a knowledge file, in the order in which they are written. */
export const COLUMNS = ["id", "stage", "question", "alternatives", "answer", "validFrom", "validUntil", "intents"] as const;
export type Column = (typeof COLUMNS)[number];
export const REQUIRED_COLUMNS: readonly Column[] = ["id", "stage", "question", "alternatives", "answer"];

/** Separates the alternatives within their cell; so no alternative contains it. */
export const ALTERNATIVE_SEPARATOR = "|";

/** Longest texts, in characters (an emoji counts as one), and the most alternatives of one article. */
const MAX_ID_LENGTH = 100;
const MAX_QUESTION_LENGTH = 1_000;
const MAX_ANSWER_LENGTH = 10_000;
const MAX_ALTERNATIVES = 500;

/** Line ends become `\n`, space around the text goes: the same words always compare equal. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** The cell of alternatives as a list: tidied, without empty and repeated ones, in the order given. */
export function splitAlternatives(cell: string): readonly string[] {
  return tidyAlternatives(cell.split(ALTERNATIVE_SEPARATOR));
}

export function tidyAlternatives(alternatives: readonly string[]): readonly string[] {
  return [...new Set(alternatives.map(tidy).filter((text) => text !== ""))];
}

/** What is wrong with a tidy id, question or answer; undefined when it may be used. */
export function faultInText(column: "id" | "question" | "answer", text: string): Sentence | undefined {
  if (text === "") return { zh: "不能为空", en: "must not be empty" };
  if (column === "id" && /\s/u.test(text))
    return { zh: "编号里不能有空格或换行", en: "an id must not contain spaces or line breaks" };
  if (column === "id" && /^\.\.?$/.test(text)) return { zh: "不能只是句点", en: "must not be only dots" };
  const longest = { id: MAX_ID_LENGTH, question: MAX_QUESTION_LENGTH, answer: MAX_ANSWER_LENGTH }[column];
  return faultInCharacters(text) ?? faultInLength(text, longest);
}

/** What is wrong with tidy alternatives; undefined when they may be used. */
export function faultInAlternatives(alternatives: readonly string[]): Sentence | undefined {
  if (alternatives.length > MAX_ALTERNATIVES) {
    const count = alternatives.length;
    return {
      zh: `${count} 个问法太多，最多 ${MAX_ALTERNATIVES} 个`,
      en: `${count} alternatives are too many, at most ${MAX_ALTERNATIVES}`,
    };
  }
  for (const text of alternatives) {
    if (text.includes(ALTERNATIVE_SEPARATOR)) return { zh: "问法里不能有“|”", en: "an alternative must not contain “|”" };
    const fault = faultInCharacters(text) ?? faultInLength(text, MAX_QUESTION_LENGTH);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** What is wrong with a validity; undefined when it may be used. */
export function faultInValidity(validity: Pick<KnowledgeRow, "validFrom" | "validUntil">): Sentence | undefined {
  const { validFrom, validUntil } = validity;
  if (validFrom === undefined || validUntil === undefined || validFrom < validUntil) return undefined;
  return { zh: "结束时间要晚于开始时间 validFrom", en: "must be later than validFrom" };
}

function faultInLength(text: string, longest: number): Sentence | undefined {
  // Counting characters is slow; UTF-16 units are never fewer.
  if (text.length <= longest) return undefined;
  const length = text.length > 4 * longest ? text.length : [...text].length;
  if (length <= longest) return undefined;
  return { zh: `有 ${length} 个字，最多 ${longest} 个`, en: `${length} characters, at most ${longest} are allowed` };
}

/** C0 and C1 controls without tab and line feed, lone surrogates, and the mark that a broken conversion leaves. */
// eslint-disable-next-line no-control-regex -- finding them is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFD\uFFFE\uFFFF]|\p{Surrogate}/u;

function faultInCharacters(text: string): Sentence | undefined {
  const found = FORBIDDEN.exec(text)?.[0];
  if (found === undefined) return undefined;
  const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (found !== "\uFFFD")
    return { zh: `含有不可见的控制字符 ${code}，请删去`, en: `contains the control character ${code}; delete it` };
  return {
    zh: "含有乱码“\uFFFD”：文件转换编码时已损坏，请从原文件重新导出",
    en: "contains “\uFFFD”: the text was damaged by an earlier conversion; export it again from the original",
  };
}

/** What is wrong with a row that did not come from a file, and where; undefined when it may be stored. */
export function faultInRow(row: KnowledgeRow): { readonly column: Column; readonly reason: Sentence } | undefined {
  const reasons: readonly (readonly [Column, Sentence | undefined])[] = [
    ["id", faultInText("id", row.id)],
    ["question", faultInText("question", row.question)],
    ["alternatives", faultInAlternatives(row.alternatives)],
    ["answer", faultInText("answer", row.answer)],
    ["validUntil", faultInValidity(row)],
  ];
  for (const [column, reason] of reasons) if (reason !== undefined) return { column, reason };
  return undefined;
}

/** Rows as the intent layer knows them. */
export function asKnown(rows: readonly KnowledgeRow[], layer: KnownArticle["layer"]): readonly KnownArticle[] {
  return rows.map(({ id, phase, question, alternatives, answer, topics, validFrom, validUntil }) => ({
    id,
    layer,
    phase,
    question,
    alternatives,
    answer,
    topics,
    validFrom,
    validUntil,
  }));
}
