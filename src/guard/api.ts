/** What the console and the server say to each other about what agents may say, as JSON. Types only: the console imports this file. */

/**
 * `GET /api/console/stores/:storeId/guard` (supervisor: own stores, admin) → GuardAnswer. It is changed by `PUT …/settings/guard`.
 */
export interface GuardAnswer extends GuardRequest {
  /** The words that every store is shipped with. */
  readonly words: readonly string[];
}

export interface GuardRequest {
  /** What becomes of the shipped words: nothing, a reason is asked for, or they are not sent. */
  readonly shipped: "off" | "confirm" | "block";
  readonly confirm: readonly string[];
  readonly block: readonly string[];
  /** Words that are right in this store, though they are in another list. */
  readonly allow: readonly string[];
  /** Names of its goods; agents of other stores are asked before they say them. */
  readonly products: readonly string[];
}

/** One thing that was found in a reply: `422` of `POST …/reply` has `findings`. */
export interface GuardFinding {
  readonly kind: "other-store" | "other-article" | "other-product" | "forbidden" | "variable" | "compensation";
  readonly words: string;
  /** `confirm`: sent again with `confirmed: {reason}` it goes out; `block`: never. */
  readonly level: "confirm" | "block";
  /** Of `compensation`: the sum that is promised, and how much its writer may promise here, in fen; above that they ask first. */
  readonly sum?: { readonly fen?: number; readonly mayFen: number; readonly beforeFen: number };
  /** It stands in this file's name. */
  readonly file?: string;
}
