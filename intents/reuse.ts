import type { Steps } from "../src/core/steps.ts";
import type { KnownArticle } from "../src/core/understanding.ts";
import { studyKey } from "./study.ts";

/** After comparing so many articles, whoever runs it may let others go first. */
const PER_STEP = 64;

/**
 * For each article the place it had before; undefined for what is new or says something else now. Articles are told by their ids;
 * only what that leaves over is looked for by its words, so that new ids for old articles cost no studying.
 */
export function* placesBefore(
  articles: readonly KnownArticle[],
  before: readonly KnownArticle[],
): Steps<readonly (number | undefined)[]> {
  const places: (number | undefined)[] = [];
  const left = new Map<string, { readonly article: KnownArticle; readonly place: number }>();
  // Most stand where they stood: only the others are looked for.
  const moved: number[] = [];
  for (let at = 0; at < Math.max(articles.length, before.length); at += 1) {
    const [article, known] = [articles[at], before[at]];
    const stays = article !== undefined && known !== undefined && areOne(known, article);
    if (article !== undefined) places.push(stays ? at : undefined);
    if (article !== undefined && !stays) moved.push(at);
    if (known !== undefined && !stays) left.set(nameOf(known), { article: known, place: at });
    if (at % PER_STEP === 0) yield;
  }
  for (const at of moved) {
    const article = articles[at];
    const known = article === undefined ? undefined : left.get(nameOf(article));
    if (article === undefined || known === undefined || !saysTheSame(known.article, article)) continue;
    left.delete(nameOf(article));
    places[at] = known.place;
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

function areOne(a: KnownArticle, b: KnownArticle): boolean {
  return a.id === b.id && a.layer === b.layer && saysTheSame(a, b);
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
