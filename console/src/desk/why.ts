import type { Sentence } from "../../../src/desk/api.ts";

/**
 * Of what was said of a conversation, newest first: why it is with whom it is now, and how it came to others before. Who took an offer,
 * their own or a colleague's, is told together with why it was offered.
 */
export function nowAndBefore(why: readonly Sentence[]): {
  readonly now: readonly Sentence[];
  readonly before: readonly Sentence[];
} {
  const wasOffered = why[0]?.code === "routed-assigned" && why[1]?.code === "routed-offered";
  const count = wasOffered ? 2 : 1;
  return { now: why.slice(0, count), before: why.slice(count) };
}
