import type { ConversationId, IncomingId, LaneId, StoreId } from "./ids.ts";
import type { Instant } from "./words.ts";

/**
 * Everything that can happen to the desk, in one shape: stored once by its id, then handled in order within its lane.
 * A lane is what is handled one at a time: one person in one place of one store, or the whole desk's routing.
 */
export interface Event {
  readonly id: IncomingId;
  readonly lane: LaneId;
  readonly at: Instant;
  /** Absent for what concerns the whole desk. */
  readonly storeId?: StoreId | undefined;
}

export interface StoreEvent extends Event {
  readonly storeId: StoreId;
}

/** Who does something, and from where: kept for the audit log. No rule decides by it. */
export interface ActedBy {
  readonly userId: string;
  readonly name: string;
  /** Network address. */
  readonly from: string;
  /** Name of the API token it is done with. */
  readonly via?: string | undefined;
}

/** What a person does to one conversation. */
export interface PersonAct extends StoreEvent {
  readonly conversationId: ConversationId;
  /** Absent in rehearsals, and in what was stored before it was kept. */
  readonly actedBy?: ActedBy | undefined;
}

/** Who acts over the heads of agents; they need not be one. */
export interface Supervisor {
  readonly userId: string;
  readonly name: string;
}
