import type { Conversation, Effect } from "../core/decision.ts";

/** The conversation after these effects; undefined while nothing was ever opened. */
export function evolveConversation(conversation: Conversation | undefined, effects: readonly Effect[]): Conversation | undefined {
  let current = conversation;
  for (const effect of effects) {
    if (effect.type === "open-conversation") current = effect.conversation;
    if (current === undefined) continue;
    if (effect.type === "change-conversation") current = { ...current, ...effect.changes };
    if (effect.type === "rate") current = { ...current, rating: effect.score };
  }
  return current;
}
