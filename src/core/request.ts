import type { AgentId, ConversationId, IncomingId, RequestId, StoreId } from "./ids.ts";
import type { Agent, Instant } from "./words.ts";

export const REQUEST_KINDS = ["compensation", "other"] as const;
/** What is asked: a sum for the shopper, or something else that somebody must decide. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ["open", "granted", "refused", "withdrawn", "expired"] as const;
/** Only `open` changes; `expired`: the conversation closed before anybody decided. */
export type RequestState = (typeof REQUEST_STATES)[number];

export const DECIDERS = ["supervisor", "merchant"] as const;
/** As what somebody decides; an admin does so as a supervisor. */
export type DecidesAs = (typeof DECIDERS)[number];

/** What an agent would like to be allowed. */
export interface RequestWish {
  readonly kind: RequestKind;
  /** In fen, above 0; with compensation always, else absent. */
  readonly sumFen?: number | undefined;
  /** The matter, in their own words. */
  readonly words: string;
}

/** A request (请示): something that supervisor or merchant must answer by a time. */
export interface DeskRequest extends RequestWish {
  readonly id: RequestId;
  readonly storeId: StoreId;
  readonly conversationId: ConversationId;
  readonly askedBy: Agent & { readonly userId: string };
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  /** Who may answer it, by the store's settings when it was asked. */
  readonly deciders: readonly DecidesAs[];
  readonly state: RequestState;
  /** Once it is granted or refused. */
  readonly decision?: RequestDecision | undefined;
}

export interface RequestDecision {
  readonly by: { readonly userId: string; readonly name: string };
  readonly as: DecidesAs;
  readonly at: Instant;
  /** What was granted, of a compensation. */
  readonly sumFen?: number | undefined;
  /** Why it was refused. */
  readonly reason?: string | undefined;
}

/** Money that one reply promised the shopper, kept with its conversation: what is promised next is judged beside it. */
export interface KeptPromise {
  /** The reply's event. */
  readonly reply: IncomingId;
  readonly by: AgentId;
  /** Of all it promises, in fen; absent: its words do not say how much. */
  readonly sumFen?: number | undefined;
  /** It gives back all that was paid, or a share of it: “全额退款已经办好了” speaks of such a one. */
  readonly isWhole?: boolean | undefined;
  /** The granted request that let it go out, and is spent by it; absent: it is within what its writer may by themselves. */
  readonly requestId?: RequestId | undefined;
}
