/** What the console and the server say to each other about a store's channels, as JSON. Types only: the console imports this file. */

/** `GET /api/console/places?store=` (supervisor: own stores, admin); without `store` those of all one's stores. */
export interface PlaceList {
  readonly items: readonly PlaceRow[];
  readonly widgets: readonly WidgetRow[];
  /** The channels this desk speaks now; rooms of others are kept and not heard. */
  readonly spoken: readonly string[];
  /** The channels whose rooms can be bound. */
  readonly channels: readonly string[];
  /** How the channels of these stores do, each that has any traffic or rooms. */
  readonly health: readonly ChannelHealth[];
  /** Events of these stores that were set aside after five failures. */
  readonly parked: number;
}

export interface ChannelHealth {
  readonly channel: string;
  /** This desk speaks it now. */
  readonly isSpoken: boolean;
  /** When a shopper last wrote there; absent: never. */
  readonly heardAt?: string;
  /** Messages to it that wait to be sent, … */
  readonly waiting: number;
  /** … since when the first of them; absent: none waits. */
  readonly waitingSince?: string;
  /** … of which nobody knows whether they arrived, … */
  readonly uncertain: number;
  /** … and that it refused in the last 24 hours. */
  readonly refused: number;
}

export interface PlaceRow {
  readonly id: string;
  readonly store: string;
  readonly channel: string;
  readonly room: string;
  readonly purpose: "shopper" | "desk" | "coordination";
  readonly side?: "merchant" | "vendor";
  /** ISO 8601. */
  readonly since: string;
}

/** How a store's own pages get the web widget. */
export interface WidgetRow {
  readonly store: string;
  /** The tag, ready to be pasted. */
  readonly script: string;
  /** A page on which it can be tried. */
  readonly demo: string;
}

/**
 * `POST /api/console/places` (supervisor: own stores, admin) → 201 PlaceRow; 200 when it was so already. 409 when the room serves
 * somebody else. `DELETE /api/console/places/:id` → 204; the room's conversations stay.
 */
export interface PlaceRequest {
  readonly store: string;
  readonly channel: string;
  readonly room: string;
  readonly purpose: PlaceRow["purpose"];
  /** For coordination, and only there. */
  readonly side?: PlaceRow["side"];
}
