import { Button } from "antd";
import { useWords } from "../shared/language.tsx";
import { missedWords } from "./missed-words.ts";
import type { MissedRows } from "./use-missed.ts";

interface Props {
  readonly missed: MissedRows;
  /** The list as it stands. */
  readonly rows: readonly { readonly id: string }[];
}

/** Says over a list that something in it changed while the connection was lost, or that everything was read again. */
export function MissedNote({ missed: { ids, isReadAnew, forget }, rows }: Props) {
  const words = useWords(missedWords);
  const count = rows.filter(({ id }) => ids.has(id)).length;
  const isWorthAWord = isReadAnew || count > 0;
  return (
    <div role="status">
      {isWorthAWord && (
        <p className="missed-note">
          {isReadAnew ? words.readAnew(count) : words.rows(count)}
          <Button type="link" size="small" onClick={forget}>
            {words.seen}
          </Button>
        </p>
      )}
    </div>
  );
}
