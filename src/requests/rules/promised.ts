import { sumsPromised } from "./sums.ts";
import { unnumberedPromises } from "./unnumbered.ts";

/** One thing that a text promises its reader in money. */
export interface Promised {
  /** As it stands in the text: “赔您50元”, “全额退款”. */
  readonly words: string;
  /** Absent: more than any limit, for all that the words say. */
  readonly fen?: number;
  readonly looksBack: boolean;
  readonly isInstead: boolean;
  /** All that was paid, or a share of it, with or without its sum. */
  readonly isWhole: boolean;
}

/** Everything a text promises in money, whether it says how much or not. */
export function promisedIn(text: string): readonly Promised[] {
  const wholes = unnumberedPromises(text);
  const sums = sumsPromised(text).map((sum) => ({ ...sum, isWhole: wholes.some(({ fen }) => fen === sum.fen) }));
  // A whole that is said with its sum is that sum, however it was found.
  const others = wholes.filter(({ fen }) => !sums.some((sum) => sum.fen === fen));
  return [...sums, ...others.map((one) => ({ ...one, isInstead: false, isWhole: true }))];
}

/** What these come to together, in fen: of what is given instead of another the larger; Infinity where one says no sum. */
export function totalOf(promised: readonly Promised[]): number {
  let settled = 0;
  let last = 0;
  for (const { fen = Number.POSITIVE_INFINITY, isInstead } of promised) {
    if (isInstead) last = Math.max(last, fen);
    else {
      settled += last;
      last = fen;
    }
  }
  return settled + last;
}
