import { Button } from "antd";
import { useWords } from "../shared/language.tsx";
import type { Tick } from "./ticks.ts";
import { tickWords } from "./tick-words.ts";

interface Props {
  readonly tick: Tick;
  /** Sends the same words again; absent: not from here. */
  readonly onAgain?: (() => void) | undefined;
}

/** How far a message is: ticks as people know them, in words for readers aloud, and what to do where it failed. */
export function TickLine({ tick, onAgain }: Props) {
  const words = useWords(tickWords);
  const said = words.ticks[tick];
  if (tick === "failed" || tick === "unclear") {
    return (
      <p className="delivery delivery-bad">
        <span>{said}</span>
        {onAgain !== undefined && (
          <Button size="small" onClick={onAgain}>
            {words.again}
          </Button>
        )}
      </p>
    );
  }
  return (
    <p className={`tick tick-${tick}`} title={said}>
      <svg viewBox="0 0 22 14" role="img" aria-label={said}>
        <path d={tick === "sent" ? "M7 7.5l3.5 3.5L17 3" : "M2 7.5L5.5 11 12 3M10 9.5l1.5 1.5L18 3"} />
      </svg>
    </p>
  );
}
