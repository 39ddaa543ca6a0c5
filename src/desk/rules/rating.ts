import type { Decision } from "../../core/decision.ts";
import type { RatingGiven } from "../../core/incoming.ts";
import { because, sayText, SYSTEM } from "./conversation.ts";
import type { ContactFacts } from "./facts.ts";

/** A shopper's mark for the newest conversation; a second one replaces the first. */
export function takeRating(facts: ContactFacts, incoming: RatingGiven): Decision {
  const conversation = facts.conversation;
  if (conversation === undefined) return { rule: "desk/rating", effects: [], reasons: [because("rating-without-conversation")] };
  const rate = { type: "rate", score: incoming.score, comment: incoming.comment } as const;
  const thanks = sayText({ policy: facts.policy, conversation, author: SYSTEM }, "rated");
  const effects = conversation.rating === undefined ? [rate, thanks] : [rate];
  return { rule: "desk/rating", effects, reasons: [because("rated", { score: incoming.score })] };
}
