import type { ConversationMoved } from "../shared/live-events.ts";
import type { List } from "../shared/route.ts";

/** A list of the desk as it stands on the page. */
export interface Watched {
  readonly list: List;
  /** Only this store's; absent: all of mine. */
  readonly store?: string | undefined;
  /** The agent whose list it is. */
  readonly agentId?: string | undefined;
  /** The conversations that stand in it. */
  readonly shown: readonly { readonly id: string }[];
}

/** Whether a list, or the numbers over it, may look otherwise after this. */
export function concerns(
  { conversationId, storeId, status, agentId, isStateChanged }: ConversationMoved,
  watched: Watched,
): boolean {
  if (watched.store !== undefined && watched.store !== storeId) return false;
  // What changes hands or ends changes the numbers that stand over every list.
  if (isStateChanged || watched.shown.some(({ id }) => id === conversationId)) return true;
  switch (watched.list) {
    case "waiting":
      return status === "queued" || status === "offered";
    case "mine":
      return status === "assigned" && agentId !== undefined && agentId === watched.agentId;
    case "open":
      return status !== "closed";
    case "closed":
      return status === "closed";
  }
}
