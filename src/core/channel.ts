import type { MessageId, StoreId } from "./ids.ts";
import type { Attachment, Author, Body, Instant, Language, Person, Place } from "./words.ts";

/** What a platform can do, as data: rules and delivery read it before speaking. Every declared ability is real. */
export interface Capabilities {
  /** Longest text of one message, in UTF-16 units; longer ones are split. */
  readonly maxTextLength: number;
  /** Choices appear as buttons; without them they are numbered in the text. */
  readonly choices: boolean;
  /** Sending the same key twice shows the message once. */
  readonly idempotentSend: boolean;
  /**
   * The platform's client reads messages from our own ledger by sequence number: committing is delivering,
   * and `send` only wakes those who look.
   */
  readonly readsLedger: boolean;
  readonly attachments: boolean;
}

/** One thing to be said on a platform. */
export interface Outbound {
  /** Made from the decision that caused it; the same message always carries the same key. */
  readonly key: MessageId;
  readonly place: Place;
  readonly person: Person;
  readonly author: Author;
  readonly body: Body;
  readonly seq: number;
}

/** How a send ended. Unknown is not failed: it may have been shown. */
export type SendOutcome =
  | { readonly type: "delivered"; readonly platformId?: string | undefined }
  | { readonly type: "retry-later"; readonly afterMs: number }
  | { readonly type: "refused"; readonly because: string }
  | { readonly type: "unknown"; readonly because: string };

interface SpokenOnChannel {
  /** The platform's own id for this event; a redelivery has the same. */
  readonly id: string;
  readonly at: Instant;
  readonly place: Place;
  readonly person: Person;
  /** The store, where the platform's own sign-in already says it; otherwise the place's binding does. */
  readonly storeId?: StoreId | undefined;
  readonly language?: Language | undefined;
}

/** What an adapter hands in. The ledger turns it into an `Incoming` of the right lane. */
export type ChannelEvent =
  | (SpokenOnChannel & {
      readonly type: "message";
      readonly text: string;
      readonly choice?: string | undefined;
      readonly attachments: readonly Attachment[];
    })
  | (SpokenOnChannel & { readonly type: "human" })
  | (SpokenOnChannel & { readonly type: "rating"; readonly score: number; readonly comment?: string | undefined })
  | { readonly type: "state"; readonly channel: string; readonly connected: boolean; readonly detail: string };

/**
 * `stored`: new, and durable. `duplicate`: the same event was already there.
 * `conflict`: the id was used before for something else; nothing changed. `unbound`: nobody said which store this place is.
 */
export type Received = "stored" | "duplicate" | "conflict" | "unbound";

/** Resolves when the event is durable; only then may the platform be told that it arrived. */
export type Receive = (event: ChannelEvent) => Promise<Received>;

/** A chat platform. It translates; it decides nothing and stores nothing. */
export interface Channel {
  readonly name: string;
  readonly capabilities: Capabilities;
  start(receive: Receive): Promise<void>;
  /** After it resolves, nothing is received or sent. */
  stop(): Promise<void>;
  send(message: Outbound): Promise<SendOutcome>;
}
