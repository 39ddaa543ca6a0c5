import type { ConversationChanged } from "../../../src/desk/api.ts";
import type { RequestsTold } from "../../../src/requests/api.ts";

/** What the stream tells: read again what it names. */
export type LiveEvent =
  | Connected
  | { readonly type: "lost" }
  | ConversationMoved
  /** Who is at a conversation that one looks at has changed: ask anew. */
  | { readonly type: "presence"; readonly conversationId: string }
  /** A shopper writes, or their page is further than before. */
  | {
      readonly type: "shopper";
      readonly conversationId: string;
      readonly isTyping: boolean;
      readonly got: number;
      readonly read: number;
    }
  /** So many events are set aside now; after `connected` none, until it says otherwise. */
  | { readonly type: "parked"; readonly count: number }
  /** So many alerts are not seen now; after `connected` none, until it says otherwise. */
  | { readonly type: "alerts"; readonly count: number }
  /** Which requests are open now; told anew after `connected`. */
  | ({ readonly type: "requests" } & RequestsTold);

/**
 * The stream is there. `resumed`: whatever was missed is told next, event by event. Otherwise anything may have been missed: read again
 * how things stand; `reset` says that there was something before that is not continued.
 */
export interface Connected {
  readonly type: "connected";
  readonly how: "begun" | "resumed" | "reset";
}

/** A conversation moved; how it stood then. */
export interface ConversationMoved extends ConversationChanged {
  readonly type: "conversation";
  /** It happened while the stream was lost. */
  readonly isMissed: boolean;
}
