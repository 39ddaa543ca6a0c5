import type { Conversation, ConversationStatus } from "./decision.ts";
import type { LaneId, StoreId } from "./ids.ts";
import type { SpokenMessage } from "./spine.ts";
import type { Attachment, Choice, Instant, Language, Person } from "./words.ts";

/** A browser that opened a store's widget, known by its token. */
export interface Visitor {
  /** At least 128 random bits; also the room of their place. */
  readonly id: string;
  readonly storeId: StoreId;
  readonly lane: LaneId;
  /** `id` is the visitor's; `verifiedId` is set when the store proved who it is. */
  readonly person: Person;
  readonly language: Language;
  readonly expiresAt: Instant;
}

/** What a page may know of a store. */
export interface Storefront {
  readonly storeId: StoreId;
  readonly key: string;
  readonly name: string;
  readonly timezone: string;
  readonly languages: readonly Language[];
  readonly greeting: Readonly<Partial<Record<Language, string>>>;
  readonly quickChoices: readonly Choice[];
  /** Empty: any page may embed the widget. */
  readonly allowedOrigins: readonly string[];
}

export interface VisitRequest {
  readonly storeKey: string;
  readonly language?: Language | undefined;
  /** Of an earlier visit. */
  readonly token?: string | undefined;
  /** Whom the store signed in: hex HMAC-SHA256 of `id` with the store's identity secret. */
  readonly identity?: { readonly id: string; readonly name?: string | undefined; readonly hmac: string } | undefined;
  /** The page's origin; absent where there is no page. */
  readonly origin?: string | undefined;
}

export type VisitAnswer =
  | {
      readonly type: "opened";
      readonly isNew: boolean;
      readonly token: string;
      readonly visitor: Visitor;
      readonly storefront: Storefront;
    }
  | { readonly type: "refused"; readonly because: VisitRefusal };

export type VisitRefusal = "unknown-store" | "foreign-origin" | "identity-required" | "identity-not-offered" | "identity-wrong";

/** `maySpeak`: false for an unproven visitor of a store that answers only proven ones; checked with every message. */
export type Authenticated =
  | { readonly type: "visitor"; readonly visitor: Visitor; readonly storefront: Storefront; readonly maySpeak: boolean }
  | { readonly type: "unknown" }
  | { readonly type: "foreign-origin" };

/** What was said after a number, oldest first, without remarks for colleagues. */
export interface Told {
  readonly messages: readonly SpokenMessage[];
  /** Everything up to this number is in `messages` (or was a remark): go on from here. */
  readonly through: number;
  /** There is more after `through`: the limit cut it off. */
  readonly isMore: boolean;
}

/** How a visitor's talk stands: of the open conversation, else the last one. */
export interface TalkState {
  readonly status: ConversationStatus | "none";
  readonly agentName?: string | undefined;
  /** 1 is next; among those who wait for the same store. */
  readonly position?: number | undefined;
  readonly wait?: { readonly fromMinutes: number; readonly toMinutes: number } | undefined;
  /** When somebody will be there, if nobody is now. */
  readonly promisedAt?: Instant | undefined;
  readonly timezone: string;
  readonly rating?: number | undefined;
}

export interface SentFile {
  /** As the sender called it; cleaned before it is kept. */
  readonly name: string;
  readonly bytes: Buffer;
}

export type FileKept =
  | { readonly type: "kept"; readonly attachment: Attachment }
  | { readonly type: "refused"; readonly because: "empty" | "too-large" | "type" }
  | { readonly type: "too-many"; readonly afterMs: number };

/** What a shopper's page tells beside their words. */
export interface ShopperSign {
  readonly isTyping: boolean;
  /** Their page has everything up to this line, and it stood before their eyes up to that one. */
  readonly got: number;
  readonly read: number;
}

/** The visitors' side of the house, as the web adapter is given it. Every answer is limited to that visitor and store. */
export interface VisitorDesk {
  /** What files may be sent. */
  readonly fileLimits: { readonly bytes: number; readonly types: readonly string[] };
  /** A store by its public key. */
  storefront(key: string): Promise<Storefront | undefined>;
  /** Begins a visit, or goes on with an earlier one. */
  open(request: VisitRequest): Promise<VisitAnswer>;
  /** Who holds this token. Cheap enough for every request. */
  authenticate(token: string, origin: string | undefined): Promise<Authenticated>;
  history(visitor: Visitor, after: number, limit: number): Promise<Told>;
  /** `known`: the conversation as it just became, which saves reading it. */
  state(visitor: Visitor, known?: Conversation): Promise<TalkState>;
  /** Lets those who answer the visitor know; nothing of it is said. */
  sign(visitor: Visitor, sign: ShopperSign): Promise<void>;
  keepFile(visitor: Visitor, file: SentFile): Promise<FileKept>;
  /** The visitor's own files, in the order of the ids; undefined when one of them is not theirs. */
  attachments(visitor: Visitor, ids: readonly string[]): Promise<readonly Attachment[] | undefined>;
  /** A file the visitor sent, or got in a message. */
  openFile(visitor: Visitor, id: string): Promise<{ readonly attachment: Attachment; readonly bytes: Buffer } | undefined>;
}
