import type { Steps } from "../core/steps.ts";
import type { Instant } from "../core/words.ts";
import type { ArticleChange, ArticleHistory, ArticleRow, ImportPreview } from "./api.ts";
import { COLUMNS, type Article, type Column, type KnowledgeRow } from "./rules/article.ts";
import { cellOf, type ParsedFile } from "./rules/file.ts";
import type { ChangedArticle, Difference, ImportPlan } from "./rules/plan.ts";
import type { ArticleVersion } from "./store.ts";

/** An article as the console sees it. */
export function asRow(article: Article, layer: ArticleRow["layer"]): ArticleRow {
  const { id, phase, question, alternatives, answer, status, version, updatedAt, updatedBy } = article;
  const texts = { id, layer, phase, question, alternatives, answer, ...validityOf(article) };
  return { ...texts, status, version, updatedAt: new Date(updatedAt).toISOString(), updatedBy };
}

/** A history as the console sees it. */
export function asHistory(versions: readonly ArticleVersion[]): ArticleHistory {
  return {
    versions: versions.map(({ version, change, at, by, why, snapshot }) => {
      const { id, phase, question, alternatives, answer, status } = snapshot;
      const article = { id, phase, question, alternatives, answer, ...validityOf(snapshot), status };
      return { version, change, at: new Date(at).toISOString(), by, ...(why === undefined ? {} : { why }), article };
    }),
  };
}

interface PreviewFrame {
  readonly digest: string;
  readonly timezone: string;
}

/** What a file would change, as the console shows it before anything is changed: the JSON of an `ImportPreview`. */
export function* previewJson(file: ParsedFile, plan: ImportPlan, { digest, timezone }: PreviewFrame): Steps<Buffer> {
  const short = { digest, encoding: file.encoding, rows: file.count, errors: file.errors, unchanged: plan.unchanged };
  const json = createPieces(JSON.stringify(short satisfies Omit<ImportPreview, "created" | "changed">).slice(0, -1));
  json.add(`,"created":[`);
  for (const [n, row] of plan.created.entries()) {
    json.add(`${n === 0 ? "" : ","}${JSON.stringify(createdArticle(row, timezone))}`);
    yield;
  }
  json.add(`],"changed":[`);
  for (const [n, change] of plan.changed.entries()) {
    json.add(`${n === 0 ? "" : ","}${JSON.stringify(changedArticle(change, timezone))}`);
    yield;
  }
  json.add("]}");
  return json.whole();
}

/** Turned into bytes piece by piece: megabytes at once would take longer than a step may. */
const PIECE = 65_536;

function createPieces(begun: string) {
  const pieces: Buffer[] = [];
  let text = begun;
  const flush = (): void => {
    pieces.push(Buffer.from(text));
    text = "";
  };
  return {
    add: (more: string): void => {
      text += more;
      if (text.length > PIECE) flush();
    },
    whole: (): Buffer => {
      flush();
      return Buffer.concat(pieces);
    },
  };
}

function createdArticle(row: KnowledgeRow, timezone: string): ArticleChange {
  const columns = COLUMNS.filter((column) => cellOf(row, column, timezone) !== "");
  return { id: row.id, question: row.question, columns, after: cellsOf(row, columns, timezone) };
}

function changedArticle({ before, after, columns }: ChangedArticle, timezone: string): ArticleChange {
  const isBack = columns.includes("status");
  const texts = columns.filter((column): column is Column => column !== "status");
  return {
    id: after.id,
    question: after.question,
    columns,
    before: { ...cellsOf(before, texts, timezone), ...(isBack ? { status: "withdrawn" } : {}) },
    after: { ...cellsOf(after, texts, timezone), ...(isBack ? { status: "active" } : {}) },
  };
}

function cellsOf(
  row: KnowledgeRow,
  columns: readonly Exclude<Difference, "status">[],
  timezone: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((column) => [column, cellOf(row, column, timezone)]));
}

function validityOf({
  validFrom,
  validUntil,
}: {
  readonly validFrom?: Instant | undefined;
  readonly validUntil?: Instant | undefined;
}) {
  return {
    ...(validFrom === undefined ? {} : { validFrom: new Date(validFrom).toISOString() }),
    ...(validUntil === undefined ? {} : { validUntil: new Date(validUntil).toISOString() }),
  };
}
