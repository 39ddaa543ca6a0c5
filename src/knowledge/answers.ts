import type { Steps } from "../core/steps.ts";
import type { Understanding } from "../core/understanding.ts";
import type { Instant } from "../core/words.ts";
import type { ArticleChange, ArticleHistory, ArticleRow, ImportPreview } from "./api.ts";
import { COLUMNS, type Article, type Column, type KnowledgeRow } from "./rules/article.ts";
import { cellOf, type ParsedFile } from "./rules/file.ts";
import type { ChangedArticle, Difference, ImportPlan } from "./rules/plan.ts";
import type { ArticleVersion, LayeredArticle } from "./store.ts";

/** An article as the console sees it. */
export function asRow(article: Article, layer: ArticleRow["layer"]): ArticleRow {
  const { id, phase, question, alternatives, answer, status, version, updatedAt, updatedBy } = article;
  const texts = { id, layer, phase, question, alternatives, answer, ...linksOf(article), ...validityOf(article) };
  return { ...texts, status, version, updatedAt: new Date(updatedAt).toISOString(), updatedBy };
}

/** Articles of a list as the console sees them: with suggestions where nobody linked them. */
export function* asRows(articles: readonly LayeredArticle[], suggest: Suggest): Steps<readonly ArticleRow[]> {
  const rows: ArticleRow[] = [];
  for (const article of articles) {
    const row = asRow(article, article.layer);
    rows.push(article.topics === undefined ? { ...row, suggested: suggest(article) } : row);
    yield;
  }
  return rows;
}

/** A history as the console sees it. */
export function asHistory(versions: readonly ArticleVersion[]): ArticleHistory {
  return {
    versions: versions.map(({ version, change, at, by, why, snapshot }) => {
      const { id, phase, question, alternatives, answer, status } = snapshot;
      const article = { id, phase, question, alternatives, answer, ...linksOf(snapshot), ...validityOf(snapshot), status };
      return { version, change, at: new Date(at).toISOString(), by, ...(why === undefined ? {} : { why }), article };
    }),
  };
}

/** What an article would be linked to if nobody does it by hand. */
type Suggest = Understanding["suggestTopics"];

/** Further new or changed articles are shown without: nobody reads them one by one. */
const SUGGESTED_AT_MOST = 200;

interface PreviewFrame {
  readonly digest: string;
  readonly timezone: string;
  readonly suggest: Suggest;
}

/** What a file would change, as the console shows it before anything is changed: the JSON of an `ImportPreview`. */
export function* previewJson(file: ParsedFile, plan: ImportPlan, { digest, timezone, suggest }: PreviewFrame): Steps<Buffer> {
  const short = { digest, encoding: file.encoding, rows: file.count, errors: file.errors, unchanged: plan.unchanged };
  const json = createPieces(JSON.stringify(short satisfies Omit<ImportPreview, "created" | "changed">).slice(0, -1));
  const suggestedOf = (row: KnowledgeRow, n: number): Pick<ArticleChange, "suggested"> =>
    row.topics === undefined && n < SUGGESTED_AT_MOST ? { suggested: suggest(row) } : {};
  json.add(`,"created":[`);
  for (const [n, row] of plan.created.entries()) {
    json.add(`${n === 0 ? "" : ","}${JSON.stringify({ ...createdArticle(row, timezone), ...suggestedOf(row, n) })}`);
    yield;
  }
  json.add(`],"changed":[`);
  for (const [n, change] of plan.changed.entries()) {
    json.add(`${n === 0 ? "" : ","}${JSON.stringify({ ...changedArticle(change, timezone), ...suggestedOf(change.after, n) })}`);
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

function linksOf({ topics }: Pick<KnowledgeRow, "topics">): Pick<ArticleRow, "topics"> {
  return topics === undefined ? {} : { topics };
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
