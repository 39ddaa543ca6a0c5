import type { Instant } from "../../src/core/words.ts";

/** Where an order number was made, as far as its form tells. */
export type Platform = "taobao" | "jd" | "pdd" | "douyin";

export const CARRIERS = [
  "sf",
  "zto",
  "yto",
  "yunda",
  "sto",
  "jt",
  "ems",
  "china-post",
  "jd",
  "deppon",
  "best",
  "cainiao",
  "zjs",
  "ane",
  "t-cat",
  "hct",
  "dhl",
  "ups",
  "fedex",
] as const;
export type Carrier = (typeof CARRIERS)[number];

export interface SizeValue {
  /** letter: S–6XL; free: 均码; shoe: 36–48; label: 165/88A; inch: trousers; eu, us, uk: with that word before them; waist: in 尺; child: 110码; bra: 75B. */
  readonly system: "letter" | "free" | "shoe" | "label" | "inch" | "eu" | "us" | "uk" | "waist" | "child" | "bra";
  readonly size: string;
}

/** What is known of each kind of entity. */
export interface EntityValues {
  readonly "order-number": { readonly number: string; readonly platform?: Platform | undefined };
  readonly "tracking-number": { readonly number: string; readonly carrier?: Carrier | undefined };
  /** `number`: digits only; `+` and the country for foreign ones; `*` where the writer hid digits. */
  readonly phone: { readonly number: string; readonly type: "mobile" | "landline" | "hotline" | "taiwan" | "foreign" };
  readonly carrier: { readonly carrier: Carrier };
  readonly size: SizeValue;
  readonly height: { readonly cm: number };
  /** 斤 are half a kilogram. */
  readonly weight: { readonly kg: number };
  readonly money: { readonly amount: number; readonly currency: "CNY" | "USD" | "TWD" | "HKD" };
  /** First and last day, ISO, in the shop's time zone. Absent: relative to a `now` that was not given. */
  readonly date: { readonly from?: string | undefined; readonly until?: string | undefined };
  /** Absent: relative to a `now` that was not given. */
  readonly time: { readonly at?: Instant | undefined };
  /** `name` as written, `family` the plain colour. */
  readonly colour: { readonly name: string; readonly family: ColourFamily };
  readonly quantity: { readonly count: number; readonly unit: string };
  /** As the store's list spells it. */
  readonly product: { readonly name: string };
}

export type ColourFamily =
  "black" | "white" | "red" | "yellow" | "blue" | "green" | "purple" | "pink" | "grey" | "brown" | "orange" | "gold" | "silver";

export type EntityKind = keyof EntityValues;

/** Something named in a text. `start` and `end` (exclusive) count UTF-16 units of the given text. */
export type Entity = {
  readonly [Kind in EntityKind]: {
    readonly kind: Kind;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly value: EntityValues[Kind];
  };
}[EntityKind];

/** What a finder proposes, in offsets of the folded text. A look-alike takes its place away from others and is not reported. */
export type Found =
  | {
      readonly [Kind in EntityKind]: {
        readonly kind: Kind;
        readonly start: number;
        readonly end: number;
        readonly value: EntityValues[Kind];
      };
    }[EntityKind]
  | { readonly kind: "look-alike"; readonly start: number; readonly end: number };

/** What finders look at. */
export interface Scan {
  /** Folded: half-width, Simplified, lower case. */
  readonly text: string;
  /** As `text`, with the writer's capitals; every offset is the same. */
  readonly cased: string;
  readonly products: readonly string[];
  readonly now?: Instant | undefined;
  readonly timezone: string;
}

export type Finder = (scan: Scan) => readonly Found[];

/**
 * Who gets the place when two proposals of the same length overlap: the earlier in this list. A store knows its own products;
 * look-alikes know most about what surrounds them; what carries a label or a fixed form comes before what is guessed from a bare number.
 */
export const PRECEDENCE: readonly Found["kind"][] = [
  "product",
  "look-alike",
  "tracking-number",
  "order-number",
  "phone",
  "size",
  "height",
  "weight",
  "date",
  "time",
  "money",
  "quantity",
  "colour",
  "carrier",
];

/** What stands for an entity in a masked text: one Latin word in angle quotes, which no shopper types. */
export const PLACEHOLDERS: Readonly<Record<EntityKind, string>> = {
  "order-number": "‹order›",
  "tracking-number": "‹parcel›",
  phone: "‹phone›",
  carrier: "‹carrier›",
  size: "‹size›",
  height: "‹height›",
  weight: "‹weight›",
  money: "‹money›",
  date: "‹date›",
  time: "‹time›",
  colour: "‹colour›",
  quantity: "‹quantity›",
  product: "‹product›",
};
