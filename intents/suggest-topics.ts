import type { ArticleTexts, SuggestedTopic } from "../src/core/understanding.ts";
import { isLinkable } from "./links.ts";
import { normalise } from "./normalise.ts";
import { classifyTopic, type TopicModel } from "./topics.ts";

/** Answers speak of other matters beside the one that was asked about. */
const ANSWER_SHARE = 0.15;
/** Less likely ones are not worth reading. */
const FLOOR = 0.25;
const MAX_SUGGESTED = 3;
/** More phrasings, and longer texts, say nothing new and cost time. */
const MAX_PHRASINGS = 20;
const MAX_TEXT_LENGTH = 400;

/**
 * The shop's topics that an article seems to be about, likeliest first, each with its share of what the article says (0..1):
 * of its question and phrasings, and a little of its answer. What only people may handle is never suggested, its share stays open.
 */
export function suggestTopics(model: TopicModel, { question, alternatives, answer }: ArticleTexts): readonly SuggestedTopic[] {
  const phrasings = [question, ...alternatives].filter((text) => text.trim() !== "").slice(0, MAX_PHRASINGS);
  const shares = new Float32Array(model.topics.length);
  const add = (text: string, weight: number): void => {
    const ofText = classifyTopic(model, normalise(text.slice(0, MAX_TEXT_LENGTH)).text);
    for (const [at, share] of ofText.entries()) shares[at] = (shares[at] ?? 0) + weight * share;
  };
  for (const text of phrasings) add(text, (1 - ANSWER_SHARE) / phrasings.length);
  if (answer.trim() !== "") add(answer, ANSWER_SHARE);
  return [...model.topics.entries()]
    .filter(([at, topic]) => isLinkable(topic) && (shares[at] ?? 0) >= FLOOR)
    .map(([at, { id }]) => ({ id, confidence: Math.min(1, shares[at] ?? 0) }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MAX_SUGGESTED);
}
