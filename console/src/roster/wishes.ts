import type { RequestsAnswer } from "../../../src/planning/api.ts";

/** Those that somebody must decide: a swap only once the colleague agreed. */
export function openWishes({ leave, swaps }: RequestsAnswer): number {
  const wishes = leave.filter(({ state, mayDecide }) => state === "asked" && mayDecide);
  return wishes.length + swaps.filter(({ state, mayDecide }) => state === "accepted" && mayDecide).length;
}
