import type { ArticleRow } from "../../../src/knowledge/api.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { momentText } from "../shared/time.ts";
import { knowledgeWords } from "./words.ts";

interface Props {
  readonly row: Pick<ArticleRow, "validFrom" | "validUntil">;
  readonly timezone: string;
}

/** From when to when an article is used, in the store's time. */
export function Validity({ row, timezone }: Props) {
  const words = useWords(knowledgeWords);
  const { language } = useLanguage();
  if (row.validFrom === undefined && row.validUntil === undefined) return <span className="muted">{words.always}</span>;
  return (
    <span className="number">
      {row.validFrom !== undefined && (
        <span className="line">{words.from(momentText({ at: row.validFrom, timezone, language }))}</span>
      )}
      {row.validUntil !== undefined && (
        <span className="line">{words.until(momentText({ at: row.validUntil, timezone, language }))}</span>
      )}
    </span>
  );
}
