import { useEffect, useRef } from "react";
import type { RefObject } from "react";

interface Asked {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Whether words may be written to the shopper now. */
  readonly isMine: boolean;
  /** Whether a dialog asks about words that were sent from the field. */
  readonly isAsked: boolean;
}

/**
 * Gives the field the focus when it is due but could not be had at once: after a dialog about its words, and for who wanted to write
 * before their claim was answered. Answers whom to tell that somebody wants to write.
 */
export function useFieldFocus({ field, isMine, isAsked }: Asked): { readonly want: () => void } {
  const isWanted = useRef(false);
  const wasAsked = useRef(isAsked);

  useEffect(() => {
    if (isMine && isWanted.current) field.current?.focus();
    isWanted.current = false;
  }, [field, isMine]);

  // A dialog holds the focus until it is gone, and gives it back to nobody when it is taken away.
  useEffect(() => {
    if (wasAsked.current && !isAsked) field.current?.focus();
    wasAsked.current = isAsked;
  }, [field, isAsked]);

  return {
    want: () => {
      isWanted.current = !isMine;
    },
  };
}
