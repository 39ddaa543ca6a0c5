import type { KnownArticle } from "../src/core/understanding.ts";
import type { PlacedBlock } from "./blocks.ts";
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

/** What people said an article is about; where nobody did, its guessed topics hold. */
type Linked = Pick<StudiedArticle, "links">;
/** What its guessed topics are. */
type Guessed = Pick<PlacedBlock, "article" | "size" | "topicRoots">;

/**
 * How well each article's topics fit a question's, 0..1: 1 when both are surely of the same one. Guessed ones by the Bhattacharyya
 * coefficient over the shop's topics. Where people linked the article it is what that coefficient is with the best split among
 * the linked ones, the root of their share of the question: a further link takes nothing from the others.
 */
export function agreements(question: Float32Array, articles: readonly Linked[], blocks: readonly Guessed[]): Float64Array {
  const roots = Float64Array.from(question, Math.sqrt);
  const fits = new Float64Array(articles.length);
  for (const { article, size, topicRoots } of blocks) {
    for (let own = 0; own < size; own += 1) {
      const links = articles[article + own]?.links;
      fits[article + own] = links === undefined ? dotAt(roots, topicRoots, own) : Math.sqrt(shareOf(links, question));
    }
  }
  return fits;
}

/** An article's row of what `agreements` reads, from guessed shares of the topics: the roots of the shop's. */
export function rootsOfTopics({ topics }: TopicModel, shares: Float32Array): Float32Array {
  return shares.map((share, at) => (topics[at]?.kind === "shop" ? Math.sqrt(share) : 0));
}

function dotAt(roots: Float64Array, rows: Float32Array, row: number): number {
  let even = 0;
  let odd = 0;
  const from = row * roots.length;
  let at = 0;
  for (; at + 1 < roots.length; at += 2) {
    even += (roots[at] ?? 0) * (rows[from + at] ?? 0);
    odd += (roots[at + 1] ?? 0) * (rows[from + at + 1] ?? 0);
  }
  return at < roots.length ? even + odd + (roots[at] ?? 0) * (rows[from + at] ?? 0) : even + odd;
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
  studies: readonly (Linked | undefined)[],
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
