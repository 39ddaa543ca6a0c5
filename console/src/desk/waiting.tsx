import type { ConversationRow } from "../../../src/desk/api.ts";
import { useWords } from "../shared/language.tsx";
import { waitText } from "../shared/time.ts";
import { levelOf, waitOf } from "./order.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly row: ConversationRow;
  readonly now: number;
}

/** How long the shopper has waited, counting up; yellow, then red. */
export function Waiting({ row, now }: Props) {
  const words = useWords(deskWords);
  const waited = waitOf(row, now);
  const text = waitText(waited);
  return (
    <span className={`waiting waiting-${levelOf(row, now)} number`} role="timer" aria-label={words.waited(text)}>
      {text}
    </span>
  );
}
