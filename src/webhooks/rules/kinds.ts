import type { WebhookKind } from "../api.ts";

/** All that a webhook can be told of, in the order of a conversation, and what is asked in it. */
export const WEBHOOK_KINDS = [
  "conversation.opened",
  "conversation.answered",
  "conversation.escalated",
  "conversation.assigned",
  "conversation.promised",
  "conversation.replied",
  "conversation.transferred",
  "conversation.breached",
  "conversation.rated",
  "conversation.closed",
  "request.asked",
  "request.answered",
] as const satisfies readonly WebhookKind[];

/** Whether this is one of them. */
export function isKind(text: string): text is WebhookKind {
  return WEBHOOK_KINDS.some((kind) => kind === text);
}
