/** Signs are at least so far apart; the shopper's page shows each for twice as long. */
const EVERY_MS = 3_000;

export interface TypingSignal {
  /** The reply reads like this now. */
  readonly wrote: (text: string) => void;
}

/** Says that somebody writes a reply: with the first letter, then now and then while the words change. */
export function createTypingSignal({ tell, now }: { readonly tell: () => void; readonly now: () => number }): TypingSignal {
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    wrote: (text) => {
      // Who empties the box is not about to say something.
      if (text.trim() === "" || now() - toldAt < EVERY_MS) return;
      toldAt = now();
      tell();
    },
  };
}
