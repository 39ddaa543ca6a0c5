import type { Conversation, Effect } from "../core/decision.ts";
import type { DeskRequest } from "../core/request.ts";

/** The conversation after these effects; undefined while nothing was ever opened. */
export function evolveConversation(conversation: Conversation | undefined, effects: readonly Effect[]): Conversation | undefined {
  let current = conversation;
  for (const effect of effects) {
    if (effect.type === "open-conversation") current = effect.conversation;
    if (current === undefined) continue;
    if (effect.type === "change-conversation") current = { ...current, ...effect.changes };
    if (effect.type === "write-request") current = { ...current, requests: withRequest(current.requests, effect.request) };
    if (effect.type === "rate") current = { ...current, rating: effect.score };
  }
  return current;
}

function withRequest(requests: Conversation["requests"] = [], request: DeskRequest): readonly DeskRequest[] {
  const isKnown = requests.some(({ id }) => id === request.id);
  return isKnown ? requests.map((one) => (one.id === request.id ? request : one)) : [...requests, request];
}
