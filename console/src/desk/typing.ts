/** Signs are at least so far apart; the shopper's page shows each for twice as long. */
const EVERY_MS = 3_000;

export interface TypingSignal {
  /** The reply reads like this at this moment (milliseconds from any fixed one). */
  readonly wrote: (text: string, at: number) => void;
}

/** Says that somebody writes a reply: with the first letter, then now and then while the words change. */
export function createTypingSignal(tell: () => void): TypingSignal {
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    wrote: (text, at) => {
      // Who empties the box is not about to say something.
      if (text.trim() === "" || at - toldAt < EVERY_MS) return;
      toldAt = at;
      tell();
    },
  };
}
