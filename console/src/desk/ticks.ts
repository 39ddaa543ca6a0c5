import type { ConversationMessage } from "../../../src/desk/api.ts";
import type { Seen } from "../../../src/desk/workspace/api.ts";

/** How far words have come on their way to the shopper's eyes. */
export type Tick = "sent" | "got" | "read" | "failed" | "unclear";

/** The tick beside a message; undefined where there is none to give: the shopper's own words, remarks, what nobody knows. */
export function tickOf({ author, internal, seq, delivery }: TickFacts, seen: Seen | undefined): Tick | undefined {
  if (internal || author.type === "shopper" || author.type === "system") return undefined;
  if (delivery !== undefined) return DELIVERIES[delivery];
  if (seen === undefined) return undefined;
  if (seq <= seen.read) return "read";
  return seq <= seen.got ? "got" : "sent";
}

type TickFacts = Pick<ConversationMessage, "author" | "internal" | "seq" | "delivery">;

// What was superseded never went anywhere: it says so in words.
const DELIVERIES: Readonly<Record<string, Tick>> = {
  queued: "sent",
  sending: "sent",
  delivered: "got",
  refused: "failed",
  uncertain: "unclear",
};

/** The further of two reports, however they come in. */
export function further(one: Seen | undefined, other: Seen | undefined): Seen | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { got: Math.max(one.got, other.got), read: Math.max(one.read, other.read) };
}
