import type { PlaceRequest } from "../../../src/stores/api.ts";

/** What is filled in of a binding. */
export interface RoomFilled {
  readonly channel: string;
  readonly room: string;
  readonly purpose: PlaceRequest["purpose"];
  /** Kept while another purpose is looked at. */
  readonly side?: PlaceRequest["side"];
}

export type RoomTrouble = "room-missing" | "side-missing";

/** The room's field as it was typed or pasted: a whole place, `slack:C0123`, also says the channel. */
export function typedRoom(text: string, channels: readonly string[]): Partial<RoomFilled> {
  const [, first = "", rest = ""] = /^\s*([a-z]+)\s*[:：](.*)$/i.exec(text) ?? [];
  const channel = channels.find((known) => known === first.toLowerCase());
  return channel === undefined ? { room: text } : { channel, room: rest.trim() };
}

/** What to send, or what is missing. What an id may look like, the server says. */
export function requestOf(
  { channel, room, purpose, side }: RoomFilled,
  store: string,
): { readonly request: PlaceRequest } | { readonly trouble: RoomTrouble } {
  if (room.trim() === "") return { trouble: "room-missing" };
  const request = { store, channel, room: room.trim(), purpose };
  if (purpose !== "coordination") return { request };
  return side === undefined ? { trouble: "side-missing" } : { request: { ...request, side } };
}
