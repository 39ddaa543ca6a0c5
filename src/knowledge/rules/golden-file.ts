import { z } from "zod";
import type { Steps } from "../../core/steps.ts";
import { tidy, type ImportError, type Sentence } from "./article.ts";
import { decode } from "./encoding.ts";
import { faultInGolden, MOST_GOLDEN, type GoldenQuestion } from "./golden.ts";
import { readRecords } from "./records.ts";

export interface GoldenFile {
  /** All, or none: a file with one fault is refused whole. */
  readonly questions: readonly GoldenQuestion[];
  readonly errors: readonly ImportError[];
}

const COLUMNS = ["id", "text", "gold"] as const;
/** Separates the golds within their cell. */
const SEPARATOR = "|";

interface Line {
  readonly line: number;
  readonly question: GoldenQuestion;
}

interface Read {
  readonly lines: readonly Line[];
  readonly errors: readonly ImportError[];
}

/**
 * Golden questions from a file: CSV with the header `id,text,gold` (several golds separated by `|`), or lines of JSON
 * `{"id","text","gold"}` as `ask` takes them. UTF-8 or GB18030. `articles`: ids that are used now.
 */
export function* readGoldenFile(bytes: Uint8Array, articles: ReadonlySet<string>): Steps<GoldenFile> {
  const decoded = yield* decode(bytes);
  if (decoded.type === "unreadable") return refused([inFile(decoded.line, decoded.reason)]);
  const text = decoded.text.replace(/^\uFEFF/, "");
  const { lines, errors } = text.trimStart().startsWith("{") ? readJsonLines(text) : yield* readTable(text);
  const found = [...errors];
  const ids = new Set<string>();
  for (const { line, question } of lines) {
    const fault = faultInGolden(question, articles);
    if (fault !== undefined) found.push({ line, column: fault.field, reason: fault.reason });
    if (ids.has(question.id))
      found.push({ line, column: "id", reason: { zh: "编号重复了", en: "this id is there twice; give each its own" } });
    ids.add(question.id);
    yield;
  }
  if (lines.length === 0 && found.length === 0) found.push(inFile(1, { zh: "文件里没有问题", en: "the file has no question" }));
  if (lines.length > MOST_GOLDEN)
    found.push(inFile(1, { zh: `最多 ${MOST_GOLDEN} 个问题`, en: `at most ${MOST_GOLDEN} questions; leave some out` }));
  return found.length > 0 ? refused(found) : { questions: lines.map(({ question }) => question), errors: [] };
}

function refused(errors: readonly ImportError[]): GoldenFile {
  return { questions: [], errors };
}

function inFile(line: number, reason: Sentence): ImportError {
  return { line, column: "file", reason };
}

const jsonLine = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  gold: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
});

const NOT_JSON: Sentence = {
  zh: '不是 {"id","text","gold"}；一行写一个 JSON 对象',
  en: 'is not {"id","text","gold"}; write one JSON object on the line',
};

function readJsonLines(text: string): Read {
  const lines: Line[] = [];
  const errors: ImportError[] = [];
  for (const [at, one] of text.split("\n").entries()) {
    if (one.trim() === "") continue;
    const parsed = jsonLine.safeParse(readJson(one));
    if (parsed.success)
      lines.push({ line: at + 1, question: { ...parsed.data, id: tidy(parsed.data.id), text: tidy(parsed.data.text) } });
    else errors.push(inFile(at + 1, NOT_JSON));
  }
  return { lines, errors };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (_error) {
    return undefined;
  }
}

function* readTable(text: string): Steps<Read> {
  const { records, faults } = yield* readRecords(text);
  const errors = faults.map(({ line, reason }) => inFile(line, reason));
  const [header, ...body] = records;
  const names = header?.cells.map((cell) => cell.trim()) ?? [];
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const reason = {
      zh: `第一行要写列名：id,text,gold；缺少 ${missing.join("、")}`,
      en: `the first line must name the columns id,text,gold; ${missing.join(", ")} is missing`,
    };
    return { lines: [], errors: [inFile(1, reason), ...errors] };
  }
  const lines = body.map(({ line, cells }): Line => {
    const cell = (column: (typeof COLUMNS)[number]): string => tidy(cells[names.indexOf(column)] ?? "");
    const gold = cell("gold")
      .split(SEPARATOR)
      .map(tidy)
      .filter((one) => one !== "");
    return { line, question: { id: cell("id"), text: cell("text"), gold } };
  });
  return { lines, errors };
}

/** The lines that `readGoldenFile` takes back. */
export function writeGoldenLines(questions: readonly GoldenQuestion[]): string {
  return questions
    .map(({ id, text, gold }) => `${JSON.stringify({ id, text, gold: gold.length === 1 ? gold[0] : gold })}\n`)
    .join("");
}
