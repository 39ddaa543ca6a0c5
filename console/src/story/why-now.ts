import type { ConversationRow, Sentence, StoryStep } from "../../../src/desk/api.ts";

/** Why a conversation is where it is: what was said of it, the newest first, and who was considered when routing last looked. */
export interface WhyNow {
  readonly sentences: readonly Sentence[];
  /** The latest step at which people were compared; absent: nobody was, as when it was claimed before routing looked. */
  readonly compared?: StoryStep | undefined;
}

/** So many sentences: an acceptance, the offer before it, and what came before that. */
const MOST_SENTENCES = 3;

/** Of a conversation's steps (oldest first) and its sentences (newest first); nothing while no person has to do with it. */
export function whyNow(
  status: ConversationRow["status"],
  why: readonly Sentence[],
  steps: readonly StoryStep[],
): WhyNow | undefined {
  if (status === "bot" || why.length === 0) return undefined;
  const compared = steps.findLast(({ candidates }) => candidates.length > 0);
  return { sentences: why.slice(0, MOST_SENTENCES), ...(compared === undefined ? {} : { compared }) };
}
