import type { Steps } from "../src/core/steps.ts";
import type { KnownArticle } from "../src/core/understanding.ts";
import { studyKey, type StudiedArticle } from "./study.ts";

/** What was known of a store. */
export interface Before {
  readonly articles: readonly KnownArticle[];
  /** In the articles' order. */
  readonly studies: readonly StudiedArticle[];
}

/**
 * For each article the study of it that was made before; undefined for what is new or says something else now. Articles are
 * told by their ids; only what that leaves over is looked for by its words, so that new ids for old articles cost no studying.
 */
export function* studiedBefore(
  articles: readonly KnownArticle[],
  before: Before | undefined,
): Steps<readonly (StudiedArticle | undefined)[]> {
  const left = new Map((before?.articles ?? []).map((article, at) => [nameOf(article), { article, study: before?.studies[at] }]));
  const found: (StudiedArticle | undefined)[] = [];
  for (const article of articles) {
    const name = nameOf(article);
    const known = left.get(name);
    const isSame = known !== undefined && saysTheSame(known.article, article);
    if (isSame) left.delete(name);
    found.push(isSame ? known.study : undefined);
    yield;
  }
  const byWords = new Map<string, StudiedArticle | undefined>();
  for (const { article, study } of left.values()) {
    byWords.set(studyKey(article), study);
    yield;
  }
  return byWords.size === 0 ? found : found.map((study, at) => study ?? byWords.get(keyAt(articles, at)));
}

function keyAt(articles: readonly KnownArticle[], at: number): string {
  const article = articles[at];
  return article === undefined ? "" : studyKey(article);
}

/** The same id may be in both layers. */
function nameOf({ layer, id }: KnownArticle): string {
  return `${layer} ${id}`;
}

/** As equal `studyKey`s, without making them. */
function saysTheSame(a: KnownArticle, b: KnownArticle): boolean {
  if (a === b) return true;
  return (
    a.question === b.question &&
    a.answer === b.answer &&
    areAlike(a.alternatives, b.alternatives) &&
    (a.topics === undefined || b.topics === undefined ? a.topics === b.topics : areAlike(a.topics, b.topics))
  );
}

function areAlike(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at]);
}
