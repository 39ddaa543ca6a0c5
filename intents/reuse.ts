import type { Steps } from "../src/core/steps.ts";
import type { KnownArticle } from "../src/core/understanding.ts";
import { studyKey } from "./study.ts";

/**
 * For each article the place it had before; undefined for what is new or says something else now. Articles are told by their ids;
 * only what that leaves over is looked for by its words, so that new ids for old articles cost no studying.
 */
export function* placesBefore(
  articles: readonly KnownArticle[],
  before: readonly KnownArticle[],
): Steps<readonly (number | undefined)[]> {
  const left = new Map(before.map((article, place) => [nameOf(article), { article, place }]));
  const places: (number | undefined)[] = [];
  for (const article of articles) {
    const name = nameOf(article);
    const known = left.get(name);
    const isSame = known !== undefined && saysTheSame(known.article, article);
    if (isSame) left.delete(name);
    places.push(isSame ? known.place : undefined);
    yield;
  }
  const byWords = new Map<string, number>();
  for (const { article, place } of left.values()) {
    byWords.set(studyKey(article), place);
    yield;
  }
  for (const [at, article] of articles.entries()) {
    if (byWords.size === 0) break;
    if (places[at] !== undefined) continue;
    places[at] = byWords.get(studyKey(article));
    yield;
  }
  return places;
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
