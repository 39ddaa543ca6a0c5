import type { RequestsAnswer, SwapRow } from "../../../src/planning/api.ts";

/** Those that somebody must decide: a swap only once the colleague agreed. */
export function openWishes({ leave, swaps }: RequestsAnswer): number {
  const wishes = leave.filter(({ state, mayDecide }) => state === "asked" && mayDecide);
  return wishes.length + swaps.filter(({ state, mayDecide }) => state === "accepted" && mayDecide).length;
}

/** The hours that a swap would move, of the day and of the day in return: `09:00–13:00, 14:00–18:00`. */
export function hoursIn({ hours }: Pick<SwapRow, "hours">): { readonly day: string; readonly inReturn: string } {
  const [day = "", inReturn = ""] = hours.split(" ").map((one) => one.replaceAll("-", "–").replaceAll(",", ", "));
  return { day, inReturn };
}
