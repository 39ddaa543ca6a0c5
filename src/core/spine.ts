import type { Conversation, Decision } from "./decision.ts";
import type { Received, Receive } from "./channel.ts";
import type { ConversationId, IncomingId, LaneId, MessageId, StoreId } from "./ids.ts";
import type { Incoming } from "./incoming.ts";
import type { Author, Body, Instant } from "./words.ts";

/** The spine as features and adapters see it: hand something in, learn what became of it, hear what moved. */
export interface Spine {
  /** For adapters: turns a platform's event into an `Incoming` and stores it. */
  readonly receive: Receive;
  /** Stores an event; it is handled at once. Resolves when it is durable. */
  submit(incoming: Incoming): Promise<Received>;
  /**
   * Resolves when the event was handled, with what was decided; `parked` when it was set aside after five failures;
   * undefined when `giveUp` was aborted before.
   */
  settled(id: IncomingId, giveUp?: AbortSignal): Promise<Decision | "parked" | undefined>;
  /** Calls back after each commit, also those of other processes. Returns how to stop listening. */
  onMoved(listener: (moved: Moved) => void): () => void;
}

/** Something was committed in a lane. */
export interface Moved {
  readonly lane: LaneId;
  readonly storeId?: StoreId | undefined;
  readonly conversationId?: ConversationId | undefined;
  /** Number of the lane's last message now. */
  readonly seq: number;
  /** Status, agent or rating changed, not only words were added. */
  readonly isStateChanged: boolean;
  /** What was said, and the conversation as it is now: present in the process that committed, absent in the others, which read. */
  readonly here?:
    { readonly after: number; readonly messages: readonly SpokenMessage[]; readonly conversation: Conversation } | undefined;
}

/** One line of a conversation as the ledger keeps it. */
export interface SpokenMessage {
  readonly id: MessageId;
  /** Rises within the lane; gaps are remarks for colleagues. */
  readonly seq: number;
  readonly conversationId: ConversationId;
  readonly author: Author;
  readonly body: Body;
  readonly internal: boolean;
  readonly incomingId: IncomingId;
  readonly at: Instant;
}
