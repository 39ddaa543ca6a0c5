import type { ConversationRow } from "../../../src/desk/api.ts";
import { useWords } from "../shared/language.tsx";
import { feltBy } from "./felt.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly row: ConversationRow;
}

/** 生气 or 不满, with what gave it away; nothing for a calm shopper. */
export function FeelingMark({ row }: Props) {
  const words = useWords(deskWords);
  const { feeling } = row;
  if (feeling === undefined) return undefined;
  const why = feltBy(words, feeling.because);
  return (
    <span className={`feeling feeling-${feeling.level}`} title={why}>
      {words.feelings[feeling.level]}
    </span>
  );
}

/** The same as a line among the facts of a conversation, its reason written out. */
export function FeelingFact({ row }: Props) {
  const words = useWords(deskWords);
  const { feeling } = row;
  if (feeling === undefined) return undefined;
  const why = feltBy(words, feeling.because);
  return (
    <>
      <dt>{words.feeling}</dt>
      <dd>
        {words.feelings[feeling.level]}
        {why !== "" && (
          <span className="muted" dir="auto">
            {" "}
            {why}
          </span>
        )}
      </dd>
    </>
  );
}
