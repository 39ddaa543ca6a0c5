import type { KnownArticle } from "../src/core/understanding.ts";
import type { CatalogIntent } from "./catalog.ts";
import type { StudiedArticle } from "./study.ts";
import type { TopicModel } from "./topics.ts";

/**
 * Whether articles may be linked to an intent: something shoppers ask that a text may answer. What only people may handle
 * (danger, bad food, disputes about money) is nobody's to link: no article answers it.
 */
export function isLinkable({ kind, risk }: Pick<CatalogIntent, "kind" | "risk">): boolean {
  return kind === "shop" && risk !== "human-only";
}

/** Positions in the model of the topics that people linked an article to; undefined where nobody said: then the guess holds. */
export function linksOf({ topics: known }: TopicModel, { topics }: Pick<KnownArticle, "topics">): readonly number[] | undefined {
  if (topics === undefined) return undefined;
  return [...known.entries()].flatMap(([at, topic]) => (topics.includes(topic.id) && isLinkable(topic) ? [at] : []));
}

/** What an article is about: where people said it `links`, else the guess. */
type About = Pick<StudiedArticle, "links" | "topicRoots">;

/**
 * How well each article's topics fit a question's, 0..1: 1 when both are surely of the same one. Guessed ones by the Bhattacharyya
 * coefficient over the shop's topics. Where people linked the article it is what that coefficient is with the best split among
 * the linked ones, the root of their share of the question: a further link takes nothing from the others.
 */
export function agreements(question: Float32Array, articles: readonly About[]): Float64Array {
  const roots = Float64Array.from(question, Math.sqrt);
  const fits = new Float64Array(articles.length);
  articles.forEach(({ links, topicRoots }, at) => {
    fits[at] = links === undefined ? dot(roots, topicRoots) : Math.sqrt(shareOf(links, question));
  });
  return fits;
}

/** What `agreements` reads of guessed shares of the topics: the roots of the shop's. */
export function rootsOfTopics({ topics }: TopicModel, shares: Float32Array): Float32Array {
  return shares.map((share, at) => (topics[at]?.kind === "shop" ? Math.sqrt(share) : 0));
}

function dot(a: Float64Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < b.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/**
 * How sure a link alone makes when the question surely is of that topic: enough to ask back, not to answer, for intents are
 * wider than articles. Measured in docs/decisions/0031-articles-linked-to-intents.md.
 */
const LINKED = 0.34;

/**
 * The confidences with what people's links say: an article linked to the question's topic is at least offered, whatever its
 * words, as far as the articles without links leave room. `studies` and `question` (shares of topics) belong to them.
 */
export function offerLinked(
  confidences: readonly number[],
  studies: readonly (Pick<About, "links"> | undefined)[],
  question: Float32Array,
): readonly number[] {
  const taken = confidences.reduce((sum, one, at) => (studies[at]?.links === undefined ? sum + one : sum), 0);
  const room = Math.max(0, 1 - taken);
  return confidences.map((one, at) => Math.max(one, LINKED * shareOf(studies[at]?.links ?? [], question) * room));
}

function shareOf(links: readonly number[], question: Float32Array): number {
  let share = 0;
  for (const at of links) share += question[at] ?? 0;
  return Math.min(1, share);
}
