import { createHash } from "node:crypto";

declare const brand: unique symbol;

/** A string that only its maker below may produce, so that ids of different things cannot be mixed up. */
type Id<Name extends string> = string & { readonly [brand]: Name };

export type StoreId = Id<"store">;
export type LaneId = Id<"lane">;
export type ConversationId = Id<"conversation">;
export type IncomingId = Id<"incoming">;
export type MessageId = Id<"message">;
export type EscalationId = Id<"escalation">;
export type AgentId = Id<"agent">;
/** The `id` column of a knowledge file; unique within one store (or within the shared layer). */
export type ArticleId = Id<"article">;
export type PolicyId = Id<"policy">;
export type ProposalId = Id<"proposal">;
export type RequestId = Id<"request">;

export const storeId = (text: string): StoreId => text as StoreId;
export const laneId = (text: string): LaneId => text as LaneId;
export const conversationId = (text: string): ConversationId => text as ConversationId;
export const incomingId = (text: string): IncomingId => text as IncomingId;
export const messageId = (text: string): MessageId => text as MessageId;
export const escalationId = (text: string): EscalationId => text as EscalationId;
export const agentId = (text: string): AgentId => text as AgentId;
export const articleId = (text: string): ArticleId => text as ArticleId;
export const policyId = (text: string): PolicyId => text as PolicyId;
export const proposalId = (text: string): ProposalId => text as ProposalId;
export const requestId = (text: string): RequestId => text as RequestId;

/** The lane on which routing happens: one for the whole vendor's desk. */
export const DESK_LANE = laneId("desk");

/** The knowledge layer that all stores of the vendor share; the scope of a store never includes another store. */
export const SHARED_STORE = storeId("shared");

/** 128 bits of SHA-256 over the parts, base64url; the same parts always give the same text. */
export function digest(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest("base64url").slice(0, 22);
}

/** The lane of one person in one place of one store: their messages are handled one after another. */
export function contactLane(store: StoreId, place: { readonly channel: string; readonly room: string }, person: string): LaneId {
  return laneId(`c_${digest(store, place.channel, place.room, person)}`);
}

/** The conversation that this event opens. Derived, so that deciding twice names the same conversation. */
export function conversationOpenedBy(incoming: IncomingId): ConversationId {
  return conversationId(`v_${digest("conversation", incoming)}`);
}

/** The request that this event asks. */
export function requestAskedBy(incoming: IncomingId): RequestId {
  return requestId(`q_${digest("request", incoming)}`);
}

/** The escalation that this event opens. */
export function escalationOpenedBy(incoming: IncomingId): EscalationId {
  return escalationId(`e_${digest("escalation", incoming)}`);
}
