import { digest } from "../../core/ids.ts";
import type { Steps } from "../../core/steps.ts";
import type { Instant } from "../../core/words.ts";
import type { Article, Column, KnowledgeRow } from "./article.ts";
import { COLUMNS } from "./article.ts";
import type { FileRow } from "./row.ts";

/** Who changes something, when, and why if they say it. */
export interface Act {
  readonly by: string;
  readonly now: Instant;
  readonly why?: string | undefined;
}

type Change = "create" | "edit" | "withdraw" | "restore" | "undo" | "import" | "proposal";

/** One article as it is to be stored, with the entry that its history gets. */
export interface Write {
  readonly article: Article;
  readonly change: Change;
  readonly why?: string | undefined;
}

/**
 * What becomes of one act on one article. `same`: it already is as wanted, nothing is written. `moved-on`: somebody else
 * changed it since the version that the act saw (or made it meanwhile). `missing`: there is no such article.
 */
export type Planned =
  | { readonly type: "write"; readonly write: Write }
  | { readonly type: "same"; readonly article: Article }
  | { readonly type: "moved-on"; readonly article: Article }
  | { readonly type: "missing" };

/** A column in which an article differs; `status` when a withdrawn one comes back. */
export type Difference = Column | "status";

export interface ChangedArticle {
  readonly before: Article;
  readonly after: KnowledgeRow;
  readonly columns: readonly Difference[];
}

export interface ImportPlan {
  readonly created: readonly KnowledgeRow[];
  readonly changed: readonly ChangedArticle[];
  readonly unchanged: number;
}

/**
 * What a file would change. An article that the file names becomes what the file says, also when it had been withdrawn;
 * articles that the file does not name stay as they are: absence withdraws nothing. Where the file says nothing of intents,
 * links stay too. The same file twice changes nothing.
 */
export function* planImport(current: readonly Article[], rows: readonly FileRow[]): Steps<ImportPlan> {
  const byId = new Map<string, Article>();
  for (const article of current) {
    byId.set(article.id, article);
    yield;
  }
  const created: KnowledgeRow[] = [];
  const changed: ChangedArticle[] = [];
  for (const { keepsLinks, ...said } of rows) {
    const before = byId.get(said.id);
    const after = keepsLinks === true ? { ...said, topics: before?.topics } : said;
    const columns = before === undefined ? [] : differences(before, after);
    if (before === undefined) created.push(after);
    else if (columns.length > 0) changed.push({ before, after, columns });
    yield;
  }
  return { created, changed, unchanged: rows.length - created.length - changed.length };
}

/** Names a plan: two plans that would change the same articles from the same versions to the same words have the same digest. */
export function* planDigest(plan: ImportPlan): Steps<string> {
  let sum = String(plan.unchanged);
  for (const row of plan.created) {
    sum = digest(sum, JSON.stringify([0, ...told(row)]));
    yield;
  }
  for (const { before, after } of plan.changed) {
    sum = digest(sum, JSON.stringify([before.version, ...told(after)]));
    yield;
  }
  return sum;
}

/** What is stored for a row that a plan creates or changes. */
export function importWrite(row: KnowledgeRow | ChangedArticle, act: Act): Write {
  const article = "before" in row ? next(row.before, row.after, act) : next(undefined, row, act);
  return { article, change: "import", why: act.why };
}

export interface EditRequest {
  /** The version that was edited; 0 for a new article. */
  readonly version: number;
  readonly row: KnowledgeRow;
}

/** An article written or rewritten by hand. Rewriting a withdrawn one brings it back. */
export function planEdit(current: Article | undefined, { version, row }: EditRequest, act: Act): Planned {
  if (current === undefined && version !== 0) return { type: "missing" };
  if (current !== undefined && current.version !== version) return { type: "moved-on", article: current };
  if (current !== undefined && differences(current, row).length === 0) return { type: "same", article: current };
  return { type: "write", write: { article: next(current, row, act), change: changeOf(current), why: act.why } };
}

/** An article that is used no longer; it stays with its history and may be brought back. */
export function planWithdraw(current: Article | undefined, version: number, act: Act): Planned {
  if (current === undefined) return { type: "missing" };
  if (current.version !== version) return { type: "moved-on", article: current };
  if (current.status === "withdrawn") return { type: "same", article: current };
  const article: Article = { ...next(current, current, act), status: "withdrawn" };
  return { type: "write", write: { article, change: "withdraw", why: act.why } };
}

/** How an article stood at one version. */
export type Snapshot = KnowledgeRow & Pick<Article, "status">;

export interface UndoFacts {
  readonly current: Article | undefined;
  /** How it stood before its newest change; absent when that change made it. */
  readonly before: Snapshot | undefined;
}

/**
 * An article as it was before its newest change. Before the change that made it there was none: then it is withdrawn.
 * Undoing twice does again what was undone: history only grows.
 */
export function planUndo({ current, before }: UndoFacts, version: number, act: Act): Planned {
  if (current === undefined) return { type: "missing" };
  if (current.version !== version) return { type: "moved-on", article: current };
  const target: Snapshot = before ?? { ...current, status: "withdrawn" };
  if (target.status === current.status && differences({ ...current, status: "active" }, target).length === 0) {
    return { type: "same", article: current };
  }
  const article: Article = { ...next(current, target, act), status: target.status };
  return { type: "write", write: { article, change: "undo", why: act.why } };
}

/** The columns in which an article differs from what it should say. */
function differences(before: Snapshot, after: KnowledgeRow): readonly Difference[] {
  const [was, is] = [told(before), told(after)];
  const columns: readonly Difference[] = COLUMNS.filter((_, index) => JSON.stringify(was[index]) !== JSON.stringify(is[index]));
  return before.status === "withdrawn" ? [...columns, "status"] : columns;
}

/** What a row says, in the order of the columns. */
function told(row: KnowledgeRow): readonly unknown[] {
  return [
    row.id,
    row.phase,
    row.question,
    row.alternatives,
    row.answer,
    row.validFrom ?? null,
    row.validUntil ?? null,
    row.topics ?? null,
  ];
}

function next(before: Article | undefined, row: KnowledgeRow, { by, now }: Act): Article {
  const { id, phase, question, alternatives, answer, topics, validFrom, validUntil } = row;
  const text = { id, phase, question, alternatives, answer, topics, validFrom, validUntil };
  return { ...text, status: "active", version: (before?.version ?? 0) + 1, updatedAt: now, updatedBy: by };
}

function changeOf(current: Article | undefined): Change {
  if (current === undefined) return "create";
  return current.status === "withdrawn" ? "restore" : "edit";
}
