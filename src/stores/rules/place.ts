import type { StoreId } from "../../core/ids.ts";
import type { Place } from "../../core/words.ts";

export const PURPOSES = ["shopper", "desk", "coordination"] as const;
/** What a room is for: shoppers ask there, colleagues work there, or merchant and vendor arrange things there. */
export type Purpose = (typeof PURPOSES)[number];

export const SIDES = ["merchant", "vendor"] as const;
/** Whose people are in a room for coordination. */
export type Side = (typeof SIDES)[number];

/** Platforms whose rooms can be bound. The widget's rooms need no binding: its sign-in names the store. */
export const ROOM_CHANNELS = ["slack", "wechat"] as const;

/** The longest room id, in UTF-16 units. */
export const MAX_ROOM = 200;

/** Rooms one store may have; more is a mistake or a loop. */
export const MOST_ROOMS = 500;

export interface Binding {
  readonly place: Place;
  readonly purpose: Purpose;
  /** Set for coordination, and only there. */
  readonly side?: Side | undefined;
}

export interface StoredBinding extends Binding {
  readonly id: string;
  readonly storeId: StoreId;
  readonly createdAt: Date;
}

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** What is wrong, where, and what to do instead. */
export interface Fault {
  readonly field: "place" | "channel" | "room" | "purpose" | "side" | "store";
  readonly reason: Sentence;
}

export type Read<T> = { readonly type: "read"; readonly value: T } | { readonly type: "refused"; readonly fault: Fault };

/** Reads a place as people type it, `slack:C0123`; a Chinese keyboard's colon counts too. */
export function readPlace(text: string): Read<Place> {
  const colon = text.search(/[:：]/);
  if (colon === -1)
    return refused("place", "请写成“渠道:群ID”，例如 slack:C0123", "write it as channel:room, such as slack:C0123");
  return readRoom({ channel: text.slice(0, colon), room: text.slice(colon + 1) });
}

export interface BindingGiven {
  readonly place: Place;
  readonly purpose: string;
  readonly side?: string | undefined;
}

/** Checks what a room shall be for, and tidies how it was typed. */
export function readBinding({ place: given, purpose: asPurpose, side: asSide }: BindingGiven): Read<Binding> {
  const place = readRoom(given);
  if (place.type === "refused") return place;
  const asked = readPurpose(asPurpose);
  if (asked.type === "refused") return asked;
  const purpose = asked.value;
  const isCoordination = purpose === "coordination";
  if (asSide === undefined && !isCoordination) return { type: "read", value: { place: place.value, purpose } };
  if (!isCoordination) return refused("side", "只有商家协作群才分哪一方，请去掉", "only coordination has sides: leave this out");
  const side = SIDES.find((known) => known === asSide);
  if (side === undefined)
    return refused(
      "side",
      "商家协作群要说明是哪一方：merchant（商家）或 vendor（本公司）",
      "coordination needs one: merchant or vendor",
    );
  return { type: "read", value: { place: place.value, purpose, side } };
}

/** Reads what a room is for. */
export function readPurpose(text: string): Read<Purpose> {
  const purpose = PURPOSES.find((known) => known === text);
  if (purpose !== undefined) return { type: "read", value: purpose };
  return refused("purpose", `用途写 ${PURPOSES.join("、")} 之一`, `one of ${PURPOSES.join(", ")}`);
}

// What an id consists of is its platform's business. Spaces and invisible characters come from copying, "#" from a room's name.
const ROOM_ID = /^(?!#)[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u;

function readRoom(given: Place): Read<Place> {
  const channel = given.channel.trim().toLowerCase();
  const room = given.room.trim();
  if (!ROOM_CHANNELS.some((known) => known === channel))
    return refused("channel", `渠道写 ${ROOM_CHANNELS.join(" 或 ")}`, `one of ${ROOM_CHANNELS.join(", ")}`);
  if (room === "") return refused("room", "请填写群 ID", "the room's id");
  if (room.length > MAX_ROOM) return refused("room", `群 ID 最多 ${MAX_ROOM} 个字`, `at most ${MAX_ROOM} characters`);
  if (!ROOM_ID.test(room))
    return refused(
      "room",
      "这里要填群的 ID，不是名称：不含空格，也不以 # 开头",
      "the room's id, not its name: no spaces, no # in front",
    );
  return { type: "read", value: { channel, room } };
}

export type BindingPlan =
  | { readonly type: "bind" }
  /** It is so already. */
  | { readonly type: "already"; readonly binding: StoredBinding }
  | { readonly type: "refused"; readonly conflict: StoredBinding }
  | { readonly type: "too-many" };

export interface BindingFacts {
  /** Everything this room serves now, for whichever store. */
  readonly ofRoom: readonly StoredBinding[];
  /** How many rooms the store has. */
  readonly ofStore: number;
}

/**
 * Whether a room may serve a store so. The people in a room are of one kind, so that no word meets the wrong ones; and
 * shoppers in it are of one store, or nobody could tell whom they ask.
 */
export function planBinding(wanted: Binding & { readonly storeId: StoreId }, { ofRoom, ofStore }: BindingFacts): BindingPlan {
  const people = peopleIn(wanted);
  const conflict = ofRoom.find(
    (other) => peopleIn(other) !== people || (people === "shoppers" && other.storeId !== wanted.storeId),
  );
  if (conflict !== undefined) return { type: "refused", conflict };
  const same = ofRoom.find((other) => other.storeId === wanted.storeId && other.purpose === wanted.purpose);
  if (same !== undefined) return { type: "already", binding: same };
  return ofStore >= MOST_ROOMS ? { type: "too-many" } : { type: "bind" };
}

/** Why a plan came to nothing. `storeName` is that of the conflicting store, absent for people who may not know it. */
export function faultOf(plan: Extract<BindingPlan, { type: "refused" | "too-many" }>, storeName: string | undefined): Fault {
  if (plan.type === "too-many") {
    return fault(
      "store",
      `一家店铺最多绑定 ${MOST_ROOMS} 个群，请先解除不用的`,
      `at most ${MOST_ROOMS} rooms for a store: remove some first`,
    );
  }
  const { conflict } = plan;
  const whose = storeName === undefined ? { zh: "另一家店铺", en: "another store" } : { zh: `“${storeName}”`, en: storeName };
  const next =
    storeName === undefined
      ? { zh: "请管理员先解除", en: "ask an admin to remove it there" }
      : { zh: "先在那里解除", en: "remove it there" };
  const { zh, en } = PEOPLE[peopleIn(conflict)];
  return fault(
    "room",
    `这个群已经是${whose.zh}的群，里面是${zh}；一个群只对一种人、顾客群只属于一家店铺。请换一个群，或${next.zh}`,
    `this room already serves ${whose.en}, with ${en} in it; people of one kind and shoppers of one store share a room. Take another room, or ${next.en} first`,
  );
}

const PEOPLE = {
  shoppers: { zh: "顾客", en: "shoppers" },
  merchant: { zh: "商家的人", en: "the merchant's people" },
  vendor: { zh: "本公司的同事", en: "the vendor's own people" },
} as const;

function peopleIn({ purpose, side }: Binding): keyof typeof PEOPLE {
  switch (purpose) {
    case "shopper":
      return "shoppers";
    case "desk":
      return "vendor";
    case "coordination":
      return side ?? "vendor";
  }
}

function refused(field: Fault["field"], zh: string, en: string): { readonly type: "refused"; readonly fault: Fault } {
  return { type: "refused", fault: fault(field, zh, en) };
}

function fault(field: Fault["field"], zh: string, en: string): Fault {
  return { field, reason: { zh, en } };
}
