import { useEffect, useRef, useState } from "react";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import type { Seen } from "../../../src/desk/workspace/api.ts";
import { useLive } from "../shared/live.ts";
import { useSession } from "../shared/session.tsx";
import { further } from "./ticks.ts";

/** A sign of writing passes after this, unless another one comes. */
const TYPING_MS = 6_000;

/** What the shopper's page tells beside their words: how far they are, and that they write. */
export function useShopper({ conversation, messages, seen }: ConversationDetail): {
  readonly seen: Seen | undefined;
  readonly isTyping: boolean;
} {
  const { live } = useSession();
  const [heard, setHeard] = useState<Seen>();
  const [isTyping, setIsTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastOwn = messages.findLast(({ author }) => author.type === "shopper")?.seq;

  useLive(live, (event) => {
    if (event.type !== "shopper" || event.conversationId !== conversation.id) return;
    setHeard((before) => further(before, event));
    if (!event.isTyping) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsTyping(false), TYPING_MS);
    setIsTyping(true);
  });
  // What they wrote is there.
  useEffect(() => {
    clearTimeout(timer.current);
    setIsTyping(false);
  }, [lastOwn]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { seen: further(seen, heard), isTyping: isTyping && conversation.status !== "closed" };
}
